"""Name the edition of an event: 인터배터리 2025 is one meeting, and 인터배터리 alone is the one that the text tells of; 제2회 로봇 포럼."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.find.cues import DEFINITE
from kg.ontology.load import EVENT, POLICY
from kg.ontology.names import Names
from kg.values import Mention, Sentence

_REACH, _FAR = 8, 40
# What may stand between the number of an event and its name: nouns, and what they own.
_OWNED = ("N", "S", "X", "JKG")
# The rule of such a name, with the row that knows it: all its names are one event in one document.
EDITION = "edition"


def editions(text: str, sentence: Sentence, known: Iterable[Mention], names: Names) -> Iterator[Mention]:
    """The mentions, those of known events with the year or number beside them.

    The row tells the class only: two editions are two events, so that none of them is the row itself.
    """
    for mention in known:
        yield _edition(text, sentence, mention, names) if mention.type == EVENT else mention


def _edition(text: str, sentence: Sentence, mention: Mention, names: Names) -> Mention:
    before = names.edition_before.search(text, max(sentence.start, mention.start - _REACH), mention.start)
    behind = names.edition_behind.match(text, mention.end, sentence.end)
    start, end = before.start() if before else mention.start, behind.end() if behind else mention.end
    return replace(mention, start=start, end=end, text=text[start:end], authority=None, rule=f"{EDITION}.{mention.authority}")


def numbered(text: str, sentence: Sentence, found: Iterable[Mention], names: Names) -> Iterator[Mention]:
    """The mentions, those of events with number and year, of plans with their version; a class word alone (제2차 회의) goes on to point."""
    for mention in found:
        if mention.type == POLICY and (version := names.plan_version.match(text, mention.end, sentence.end)):
            yield replace(mention, end=version.end(), text=text[mention.start : version.end()])
            continue
        if mention.type != EVENT or mention.rule == DEFINITE:
            yield mention
            continue
        number = names.event_ordinal.search(text, max(sentence.start, mention.start - _FAR), mention.start)
        year = names.event_year.match(text, mention.end, sentence.end)
        own = number and all(t.tag.startswith(_OWNED) for t in sentence.tokens if number.start() <= t.start < mention.start)
        start, end = number.start() if number and own else mention.start, year.end() if year else mention.end
        yield replace(mention, start=start, end=end, text=text[start:end])
