"""From a name as people write it to the entity of the store that has it."""

from __future__ import annotations

import difflib
from collections import defaultdict

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.keep.queryable import Queryable
from kg.ontology.authority import fold
from kg.write.iri import BASE, entity_iri
from kg.write.vocabulary import ALT_LABEL, PREF_LABEL

_LISTED = 10


def resolve(store: Queryable, name: str, base: str = BASE) -> NamedNode:
    """The entity that ``name`` means: an IRI, an id, ``id:…``, or a label or other name.

    Raises UsageError for none, with the nearest names, and for several, with all of them.
    """
    direct = _direct(store, name, base)
    if direct is not None:
        return direct
    found = _by_name(store, name)
    if len(found) == 1:
        return NamedNode(found[0])
    if not found:
        raise UsageError(f"no entity is called {name!r}{_near(store, name)}")
    shown = ", ".join(_show(store, iri, base) for iri in found[:_LISTED])
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise UsageError(f"{name!r} is the name of several entities; give one of: {shown}{more}")


def label(store: Queryable, iri: str) -> str:
    """The Korean label of an entity, else another one, else its IRI."""
    labels = [quad.object for quad in store.quads(NamedNode(iri), PREF_LABEL) if isinstance(quad.object, Literal)]
    ranked = sorted(labels, key=lambda value: (value.language != "ko", value.value))
    return ranked[0].value if ranked else iri


def _direct(store: Queryable, name: str, base: str) -> NamedNode | None:
    text = name.strip().removeprefix("<").removesuffix(">")
    options = [text] if text.startswith(("http://", "https://")) else [entity_iri(text.removeprefix("id:"), base)]
    for iri in options:
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        if any(True for _ in store.quads(node, PREF_LABEL)):
            return node
    return None


def _by_name(store: Queryable, name: str) -> list[str]:
    """The entities with exactly this name, else those with it when folded; preferred labels before other names."""
    for predicate in (PREF_LABEL, ALT_LABEL):
        quads = (quad for text in _spellings(name) for quad in store.quads(None, predicate, text))
        exact = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
        if exact:
            return sorted(exact)
    return sorted(_index(store).get(fold(name), ()))


def _spellings(name: str) -> list[Literal]:
    return [Literal(name), Literal(name, language="ko"), Literal(name, language="en")]


def _index(store: Queryable) -> dict[str, set[str]]:
    index: dict[str, set[str]] = defaultdict(set)
    for predicate in (PREF_LABEL, ALT_LABEL):
        for quad in store.quads(None, predicate):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                index[fold(quad.object.value)].add(quad.subject.value)
    return index


def _near(store: Queryable, name: str) -> str:
    index = _index(store)
    near = difflib.get_close_matches(fold(name), sorted(index), n=3, cutoff=0.5)
    inside = sorted(key for key in index if fold(name) and fold(name) in key)[:3]
    shown = sorted({label(store, iri) for key in (*near, *inside) for iri in index[key]})[:5]
    return f"; did you mean {', '.join(shown)}?" if shown else "; there is no name like it"


def _show(store: Queryable, iri: str, base: str) -> str:
    return f"{label(store, iri)} <{iri}>" if not iri.startswith(base) else f"{label(store, iri)} (id:{iri.removeprefix(base)})"
