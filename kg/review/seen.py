"""The referents of a built folder and what is one thing among them, found again from its ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.ledger import Ledger, open_ledger
from kg.ontology import Ontology
from kg.ontology.judgements import Ref, read_ref, slug_of
from kg.ontology.load import COMPANY, EVENT, PERSON
from kg.ontology.schema import suggestion
from kg.resolve.groups import Group
from kg.resolve.identity import Identified, identify, tools

_MOST = 8


@dataclass(frozen=True)
class Seen:
    """What is one thing in a folder, with the ledger that has the texts."""

    ledger: Ledger
    ontology: Ontology
    found: Identified

    def thing_of(self, one: Group) -> str:
        """The id of the entity that a group is of."""
        return self.found.thing_of.get(one.id, one.id)

    def group(self, name: str) -> Group:
        """The group that a name, an id, or an id with a document means; of several that are one thing the largest.

        Raises UsageError where nothing is meant, or more than one thing.
        """
        ref = read_ref(name)
        groups = self._anchored(ref) if ref.document else self._named(ref.id)
        if not groups:
            known = [said for one in self.found.groups.values() if one.members for said in one.names]
            raise UsageError(f"nothing in this graph or the authority file is called {name!r}{suggestion(name, known)}")
        if len({self.thing_of(one) for one in groups}) > 1:
            shown = ", ".join(sorted(f"{one.name} ({ref_of(one)})" for one in groups)[:_MOST])
            raise UsageError(f"{name!r} is the name of {len(groups)} things; give one of: {shown}")
        return max(groups, key=lambda one: (one.id == ref.id, len(one.members), one.id))

    def ref(self, name: str) -> Ref:
        """How a judgement names what ``name`` means; where a document is named too, what that document calls so."""
        one, document = self.group(name), read_ref(name).document
        return ref_of(one) if document is None else Ref(one.row or _plain_id(one), document)

    def _named(self, name: str) -> list[Group]:
        every = self.found.groups
        if name in every:
            return [every[name]]
        plain = tools(self.ontology)[0].plain
        bearers = [one for one in every.values() if plain(name) in map(plain, one.names)]
        # What documents name comes before what the authority file alone knows, and a full name before a further one.
        named = [one for one in bearers if one.members] or bearers
        return [one for one in named if one.row or plain(one.name) == plain(name)] or named

    def _anchored(self, ref: Ref) -> list[Group]:
        plain = tools(self.ontology)[0].plain
        slug, sign, name = ref.id.partition("/") if "/" in ref.id else ("", "", ref.id)
        here = [one for one in self.found.groups.values() if ref.document in one.documents]
        alike = [one for one in here if plain(name) in map(plain, one.names) and (not sign or slug_of(one.type) == slug)]
        return [one for one in here if one.id == ref.id] or alike


@contextmanager
def see(out: Path, ontology: Ontology) -> Iterator[Seen]:
    """What is one thing in the built folder ``out`` by today's judgements; StoreError where it has no ledger that can be read."""
    with open_ledger(out) as ledger:
        yield Seen(ledger, ontology, identify(list(ledger.nodes()), ontology))


def ref_of(one: Group) -> Ref:
    """How a judgement names a group so that it means the same in later builds.

    An id of a person or an event, or of one of several firms of a name, can pass to a namesake; such a one is named with a document.
    """
    if one.row or not one.members:
        return Ref(one.id)
    plain = _plain_id(one)
    if one.type in (PERSON, EVENT) or (one.type == COMPANY and one.id != plain):
        return Ref(plain, min(one.documents))
    return Ref(one.id)


def _plain_id(one: Group) -> str:
    """The id that a group has unless namesakes come before it."""
    return f"{slug_of(one.type)}/{'-'.join(one.name.split())}"
