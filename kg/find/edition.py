"""Name the edition of a known event: 인터배터리 2025 is one meeting, and 인터배터리 alone is the one that the text tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.ontology.language import Names
from kg.ontology.load import EVENT
from kg.values import Mention, Sentence

_REACH = 8


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
    return replace(mention, start=start, end=end, text=text[start:end], authority=None)
