"""Find the things of a list that names behind each, in brackets, who makes it: 두루(KIST), 누리-1(가온), 다온암(KAIST)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.find.cues import DEFINITE, Cues
from kg.ontology.load import COMPANY, PRODUCT
from kg.ontology.names import Names
from kg.values import Mention, Sentence

# A member of the list, and how many make one in which a thing and its maker are told apart from a name and its gloss.
_ITEM = r"[^\s(),*※:△▲▷][^(),\n*※:△▲▷]{0,24}? ?\([^()\n]{2,20}\)"
_LIST = re.compile(rf"{_ITEM}(?:(?:, ?| ?· ?){_ITEM}){{2,}}")
_MEMBER = re.compile(r"(?P<thing>[^\s(),][^(),\n]*?) ?\((?P<maker>[^()\n]+)\)")
# What a footnote is about: the word before its sign, perhaps with a number: 부탑재위성 12기*.
_ABOUT = re.compile(r"([가-힣A-Za-z]+)(?: ?\d+ ?[가-힣]{1,2})?\*+")
_WORDS = 3
_BACK = 300


class Makers:
    """Finds things and their makers in lists; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, makers: frozenset[str]) -> None:
        self._names = names
        self._cues = cues
        self._makers = makers

    def find(self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention]) -> Iterator[Mention]:
        """The things, and the makers that nothing else names, of each list of things made; ``known`` are the names found so far."""
        for sentence in sentences:
            listed = text.find("),", sentence.start, sentence.end) >= 0
            for found in _LIST.finditer(text, sentence.start, sentence.end) if listed else ():
                near = [m for m in known if found.start() <= m.start < found.end()]
                members = list(_MEMBER.finditer(text, found.start(), found.end()))
                if self._of_makers(members, near) and self._of_things(text, members, near):
                    yield from self._named(members, near)

    def _of_makers(self, members: Sequence[re.Match[str]], near: Sequence[Mention]) -> bool:
        """Whether most brackets hold a body alone, and no member is a person, a place or a body."""
        spans = {(m.start, m.end) for m in near if m.type in self._makers}
        told = sum(member.span("maker") in spans for member in members)
        bodies = [m for m in near if m.type in self._makers and m.rule != DEFINITE]
        others = any(member.start("thing") <= m.start < member.end("thing") for member in members for m in bodies)
        return told * 2 > len(members) and not others

    def _of_things(self, text: str, members: Sequence[re.Match[str]], near: Sequence[Mention]) -> bool:
        """Whether the list is one of products: one of them is, or the word that it explains is a class word of theirs."""
        start = members[0].start()
        about = [m[1] for m in _ABOUT.finditer(text, max(0, start - _BACK), start)]
        words = [*about[-1:], *(member["thing"].rsplit(" ", 1)[0] for member in members), *(member["thing"] for member in members)]
        return any(found and found[0] == PRODUCT for found in map(self._cues.class_of, words)) or any(
            m.type == PRODUCT and m.start == member.start("thing") for member in members for m in near
        )

    def _named(self, members: Sequence[re.Match[str]], near: Sequence[Mention]) -> Iterator[Mention]:
        for member in members:
            for part, class_ in (("thing", PRODUCT), ("maker", COMPANY)):
                (start, end), name = member.span(part), member[part]
                # What was found of a thing's name before is a part of it: 위성 in 두루 위성 1호.
                covered = any(m.start < end and start < m.end and m.type and (m.type, class_) != (PRODUCT, PRODUCT) for m in near)
                if not covered and name.count(" ") < _WORDS and name not in self._names.generic_words | self._names.not_names:
                    yield Mention(start, end, name, class_, None, f"listed.{part}", 0.7)
