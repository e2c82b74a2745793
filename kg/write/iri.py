"""IRIs of everything in the graph, made from ids that may hold any text, and the ids back from them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from kg.errors import UsageError

BASE = "https://w3id.org/techpolicy-kg/id/"
KINDS = ARTICLE, CLAIM, HAPPENING, PASSAGE = "article/", "claim/", "happening/", "passage/"
_RESERVED = frozenset(kind.rstrip("/") for kind in KINDS)

# RFC 3987 ucschar, plane 0 and 1; the rarer planes are escaped, which is always allowed.
_PLAIN = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
_UCSCHAR = re.compile("[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd]")
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+[/#]")


def check_base(base: str) -> str:
    """``base`` itself; UsageError where it is no absolute http(s) IRI that ends with ``/`` or ``#``."""
    if not _BASE.fullmatch(base):
        raise UsageError(f"base IRI {base!r} is not usable; it must be http(s)://… and end with / or #")
    return base


@lru_cache(maxsize=1 << 16)
def escape(text: str) -> str:
    """``text`` as the end of an IRI: letters of any script and ``/`` stay, all else is percent-encoded; injective.

    A path segment ``.`` or ``..`` gets a ``~`` before it, since programs that resolve IRIs would swallow it;
    ``~`` of the text is itself encoded. Lone surrogates are encoded as the bytes they would have, and so is a dot at the end,
    which some Turtle parsers (rdflib) take for the end of the statement even where it is escaped.
    """
    if _PLAIN.fullmatch(text) and "./" not in text and not text.endswith("."):
        return text
    safe = "".join(char if _keeps(char) else _percent(char) for char in text)
    whole = "/".join("~" + part if part in (".", "..") else part for part in safe.split("/"))
    return whole[:-1] + _percent(".") if whole.endswith(".") else whole


def unescape(tail: str) -> str:
    """The text that ``escape`` was given."""
    return unquote_to_bytes(tail.replace("~", "")).decode("utf-8", "surrogatepass")


def entity_iri(id: str, base: str = BASE) -> str:
    """The IRI of an entity; an id that begins like a document's or claim's gets a ``~``, so that no two things share one."""
    guard = "~" if id.split("/", 1)[0] in _RESERVED else ""
    return base + guard + escape(id)


def knowledge_iri(id: str, name: str, base: str = BASE) -> str:
    """The IRI of what the authority file knows of an entity: a change, a post. No id of an entity has a ``+``, so no two meet.

    It sorts behind its entity and before every other, so that the two stand together in the files.
    """
    return f"{entity_iri(id, base)}+{escape(name)}"


def article_iri(id: str, base: str = BASE) -> str:
    """The IRI of a document, which is also the name of its graph."""
    return base + ARTICLE + escape(id)


def claim_iri(id: str, base: str = BASE) -> str:
    """The IRI of a claim."""
    return base + CLAIM + escape(id)


def passage_iri(document: str, start: int, end: int, base: str = BASE) -> str:
    """The IRI of a sentence of a document, the evidence of its claims; its selectors add ``-position`` and ``-quote``."""
    return f"{base}{PASSAGE}{escape(document)}/{start}-{end}"


def happening_iri(id: str, base: str = BASE) -> str:
    """The IRI of an n-ary event."""
    return base + HAPPENING + escape(id)


def id_of(iri: str, base: str = BASE, kind: str = "") -> str:
    """The id in ``iri``, where ``kind`` is one of ``KINDS`` or empty for an entity."""
    return unescape(iri.removeprefix(base + kind))


def _keeps(char: str) -> bool:
    if char.isascii():
        return char in _ASCII
    return bool(_UCSCHAR.match(char)) and unicodedata.category(char)[0] in "LMNPS"


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
