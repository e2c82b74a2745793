"""Make the referents of a document of the mentions that speak of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.find.aliases import ALIAS
from kg.find.cues import DEFINITE
from kg.find.places.premises import PREMISES, called, owners
from kg.find.things.described import shorter
from kg.ontology import Ontology
from kg.ontology.authority import fold
from kg.ontology.load import EVENT, PERSON, PLACE, POLICY, PRODUCT, TECHNOLOGY
from kg.refer.clusters import fullest
from kg.refer.events import EventNames
from kg.refer.mentioned import UNNAMED, Mentioned
from kg.refer.shown import bracketed, clean, in_town, marked, numbered, unglossed, unwrapped, whole, with_rooms
from kg.refer.wider import WiderNames
from kg.values import Mention, Referent, Span

# Of these there is one a year, or one of each number.
NUMBERED = frozenset({EVENT, POLICY})
# What a parenthesis behind these says tells which of them is meant; behind a body it tells of its head or place.
BRACKETED = frozenset({POLICY, PRODUCT, TECHNOLOGY})


class Referents:
    """What the mentions of one document speak of; ``roles`` are for each person the bodies and posts that the text gives."""

    def __init__(
        self,
        mentioned: Mentioned,
        roles: Mapping[str, Sequence[tuple[str, str]]],
        event_names: EventNames,
        wider: WiderNames,
        ontology: Ontology,
    ) -> None:
        self._mentioned, self._roles, self._event_names, self._wider = mentioned, roles, event_names, wider
        self._authority, self._names, self._things = ontology.authority, ontology.language.names, ontology.language.things
        self._told_of = ontology.language.persons.told_of_marks

    def all_of(self, unnamed: Iterable[str]) -> tuple[Referent, ...]:
        """The referents that mentions name, and those of the keys ``unnamed``, of which the text speaks by an office alone."""
        found = [self._referent(key, mentions) for key, mentions in self._mentioned.members.items()]
        rows = [self._authority.rows[key.removeprefix(UNNAMED)] for key in sorted(unnamed)]
        return (*found, *(Referent(UNNAMED + row.id, row.type, row.ko, (), row.id, ()) for row in rows))

    def _referent(self, key: str, mentions: list[Mention]) -> Referent:
        best = fullest(mentions)
        said = [m.text for m in mentions if m.rule != DEFINITE or (m.type == EVENT and m.text != self._names.seat_word)]
        said += [bare for bare in map(unglossed, said) if bare]
        said += [bare for m in mentions if m.rule != DEFINITE and (bare := unwrapped(m, self._names))]
        said += [bare for m in mentions if m.rule != DEFINITE and (bare := whole(m, self._names))]
        said += shorter(best, self._things, self._authority.names)
        said += in_town(self._mentioned.text, mentions, self._mentioned.mentions) if best.type == PLACE else ()
        said += with_rooms(self._mentioned.text, mentions, self._names) if best.type == PLACE else ()
        said += numbered(self._mentioned.text, mentions, self._names.edition_written) if best.type in NUMBERED else ()
        said += bracketed(self._mentioned.text, mentions, self._names.name_aside) if best.type in BRACKETED else ()
        alone = [marked(m.text) for m in mentions if m.type in {POLICY, PRODUCT}]
        names = tuple(dict.fromkeys([*(clean(text) for text in said), *(n for n in alone if n and fold(n) not in self._authority.names)]))
        row = self._authority.rows.get((self._person_row(key, best) if best.type == PERSON else best.authority) or "")
        if row is None and best.type == EVENT:
            names = self._event_names.all_of(mentions, names)
            nameless = all(m.rule == DEFINITE for m in mentions)
            return Referent(key, best.type, names[0] if nameless and names else clean(best.text), names, None, tuple(mentions))
        if best.rule == PREMISES:
            return self._premises(key, best, mentions)
        if row is None:
            told = [m for m in mentions if m.type in self._names.widened and m.rule not in {DEFINITE, ALIAS}]
            names = tuple(dict.fromkeys([*names, *(clean(name) for m in told for name in self._wider.of_thing(m))]))
            return Referent(key, best.type, clean(best.text), names, None, tuple(mentions))
        return Referent(key, row.type, row.ko, names, row.id, tuple(mentions))

    def _premises(self, key: str, best: Mention, mentions: Sequence[Mention]) -> Referent:
        """Premises, which are called by their firm and their place."""
        mentioned = self._mentioned
        sentence = Span(best.start, mentioned.sentence_end(best.start))
        founders = owners(mentioned.text, sentence, mentioned.mentions, mentioned.bodies, self._told_of)
        firms = [fullest(mentioned.members[mentioned.keys[mentioned.mentions.index(one)]]).text for one in founders]
        # What several found together is called by all of them, and by each.
        whose = dict.fromkeys(["·".join(firms), *firms])
        said = (name for one in whose for name in called(mentioned.text, best, one, mentioned.mentions))
        names = tuple(dict.fromkeys(clean(name) for name in (*said, best.text)))
        return Referent(key, best.type, names[0], names, None, tuple(mentions))

    def _person_row(self, key: str, mention: Mention) -> str | None:
        """The authority row of a person: the row of that name with a post at a body where this document has the person too.

        A namesake at another body is another person; a name without any body is the row's only where the row is sure by itself.
        """
        date = self._mentioned.date
        rows = [row for row in self._authority.at(mention.text, date) if row.type == PERSON]
        held = {body for body, _ in self._roles.get(key, ())}
        bodies = {m.authority for body in held for m in self._mentioned.members.get(body, ()) if m.authority}
        # A body that only a title implies (대통령) speaks for the row, not against it.
        implied = {body.removeprefix(UNNAMED) for body in held if body.startswith(UNNAMED)}
        for row in rows:
            known = {post.organisation for post in self._authority.posts if post.person == row.id}
            if (bodies | implied) & known or not (bodies and known):
                return row.id if bodies or implied & known or not row.needs_cue(mention.text) else None
        return None
