"""Which media type an answer takes, by the Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable

from kg.serve.errors import NoAnswerError

JSON, XML, CSV, TSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"
TURTLE, NTRIPLES, JSON_LD, RDF_XML = "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"
HTML = "text/html"
# In the order of preference where a client has none; a plainer name of a format is served under that name.
TABLES = {JSON: JSON, "application/json": JSON, XML: XML, "application/xml": XML, "text/xml": XML, CSV: CSV, TSV: TSV}
GRAPHS = {TURTLE: TURTLE, NTRIPLES: NTRIPLES, JSON_LD: JSON_LD, RDF_XML: RDF_XML, "application/x-turtle": TURTLE}

NAMES = {"turtle": TURTLE, "jsonld": JSON_LD, "ntriples": NTRIPLES, "rdfxml": RDF_XML}  # for those who can send no Accept header


def named(name: str | None) -> str | None:
    """The type that ``name`` means, None where nothing is asked. Raises NoAnswerError 400 for a name that means none."""
    if name is None or name in NAMES:
        return NAMES[name] if name else None
    raise NoAnswerError(400, f"format {name[:40]!r} is none of {', '.join(NAMES)}")


def choose(accept: str | None, offered: Iterable[str]) -> str:
    """The type among ``offered`` that a client wants most; the first where it says nothing. Raises NoAnswerError 406 for none."""
    types = list(offered)
    ranges = _ranges(accept or "*/*")
    best = max(types, key=lambda one: (_quality(one, ranges), -types.index(one)))
    if _quality(best, ranges) <= 0:
        raise NoAnswerError(406, f"this answer cannot be {accept!r}; there are {', '.join(types)}")
    return best


def with_charset(media: str) -> str:
    """``media`` as a Content-Type; text is UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> dict[str, float]:
    """Each media range of the header and its quality; what is malformed is left out."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *params = (piece.strip().lower() for piece in part.split(";"))
        if name == "*":
            name = "*/*"
        if name.count("/") == 1:
            found[name] = max(found.get(name, 0.0), _q(params))
    return found


def _q(params: list[str]) -> float:
    told = [param[2:].strip() for param in params if param.startswith("q=")]
    try:
        return min(max(float(told[0]), 0.0), 1.0) if told else 1.0
    except ValueError:
        return 0.0


def _quality(media: str, ranges: dict[str, float]) -> float:
    """That of the most specific range which covers ``media``; 0 where none does."""
    for name in (media, media.partition("/")[0] + "/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
