"""Find the thing that an event is about by its name alone: the centre of its opening, the programme of its briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.find.cues import Cues
from kg.find.telling import PAIR
from kg.ontology.load import EVENT, POLICY, PRODUCT
from kg.ontology.names import Names
from kg.values import Mention

# What may stand between a word for a kind and the name behind it, and begin a quoted name.
OPENERS = "‘“'\"「『<《〈[ "
# One word is the thing's name where so many letters stand before its class word.
_LONG = 2


class Ceremonies:
    """Finds things inside names of events; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, bodies: frozenset[str]) -> None:
        self._names = names
        self._cues = cues
        self._classes = bodies | {PRODUCT, POLICY}

    def find(self, events: Iterable[Mention]) -> Iterator[Mention]:
        """What the names of events say that is opened, founded or explained there, each as a mention inside the event's."""
        for event in events:
            tail = self._names.about_event.search(event.text) if event.type == EVENT else None
            inner = event.text[: tail.start()] if tail else ""
            name = inner.lstrip(OPENERS)
            found = self._cues.class_of(name) if name else None
            if found and found[0] in self._classes and self._tells(name, found, quoted=name != inner):
                start = event.start + len(inner) - len(name)
                yield Mention(start, start + len(name), name, found[0], None, f"event.{found[0]}", 0.75)

    def _names_plan(self, name: str, cue: str) -> bool:
        """Whether words without quotation marks name a plan rather than point at it: 로봇 보급 사업, 로봇 보급사업, not 로봇 사업."""
        words = name.split()
        compound = len(words) == 1 and len(name) - len(cue) > self._names.compound_body
        return compound or len(words) > PAIR or words[-1].removesuffix(cue) in self._names.programme_acts

    def _tells(self, name: str, found: tuple[str, str], *, quoted: bool) -> bool:
        """Whether the words tell one thing from another; several in quotation marks do."""
        class_, cue = found
        words = name.split()
        if quoted and len(words) > 1:
            return True
        if class_ == POLICY and not quoted and not self._names_plan(name, cue):
            return False
        before = [*words[:-1], words[-1].removesuffix(cue)]
        plain = self._names.generic_words | self._names.generic_policy_words | self._names.generic_event_words
        return sum(len(word) for word in before if word not in plain and not word.isdecimal()) > _LONG and name not in self._names.not_names
