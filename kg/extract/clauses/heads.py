"""The noun that a clause stands before, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analyse.items import Predicate
from kg.extract.clauses.clause import ASIDE
from kg.extract.clauses.lists import Lists
from kg.extract.clauses.phrase import Phrase
from kg.find.cues import DEFINITE
from kg.ontology.grammar import Grammar
from kg.ontology.load import AGENT, EVENT, TECHNOLOGY


class Heads:
    """Tells of the nouns behind clauses with one grammar; ``lists`` knows which names head a noun phrase."""

    def __init__(self, grammar: Grammar, lists: Lists) -> None:
        self._grammar, self._lists = grammar, lists

    def content(self, predicate: Predicate, rest: Sequence[object]) -> str:
        """The noun behind a clause that only tells what the noun is about, or an empty string: X를 공급하는 계약."""
        if predicate.ending != "adnominal" or predicate.voice == "passive" or not rest or not isinstance(rest[0], Phrase):
            return ""
        # 공급하는 3000억원 규모의 계약
        chunk = next((c for c in rest[0].chunks if c.case != "genitive"), rest[0].chunks[0])
        return chunk.head if chunk.head in self._grammar.told_about and not rest[0].names else ""

    def head(self, rest: Sequence[object], *, happens: bool = False) -> Phrase | None:
        """The noun that an adnominal predicate stands before: of A의 B it is A, but where it ``happens``, which no body does."""
        if not rest or not isinstance(rest[0], Phrase):
            return None
        phrase = self._gone_to(rest[0])
        if happens and {n.type for n in phrase.names} == {EVENT} and all(n.type != EVENT for n in phrase.inner):
            # 서울에서 열린 가온테크의 '로봇의 날'
            return phrase
        modified = next((at for at, c in enumerate(phrase.chunks) if at and any(c.start <= n.start < c.end for n in phrase.inner)), None)
        if modified:
            # In 'X가 만든 A와 Y의 B' the clause tells of A alone.
            chunks = phrase.chunks[:modified]
            return Phrase(chunks, "", *(tuple(n for n in found if n.start < chunks[-1].end) for found in (phrase.names, phrase.inner)))
        owner = next((at for at, chunk in enumerate(phrase.chunks) if chunk.case == "genitive"), None)
        if owner is None or owner + 1 == len(phrase.chunks):
            return phrase
        chunks = phrase.chunks[: owner + 1]
        names = tuple(n for n in sorted((*phrase.names, *phrase.inner), key=lambda n: n.start) if n.start < chunks[-1].end)
        heads = tuple(n for n in names if any(c.start <= n.start < c.end and self._lists.heads(c, n) for c in chunks))
        return Phrase(chunks, "", heads, tuple(n for n in names if n not in heads))

    def _gone_to(self, phrase: Phrase) -> Phrase:
        """The phrase, headed by the occasion to which somebody goes: 서울에서 열리는 로봇대전 참가를 계기로."""
        if phrase.names or not phrase.inner or phrase.inner[-1].type != EVENT:
            return phrase
        behind = [word.form for word in phrase.chunks[-1].words if word.start >= phrase.inner[-1].end]
        going = len(behind) == 1 and behind[0] in self._grammar.going_to
        return phrase._replace(names=phrase.inner[-1:], inner=phrase.inner[:-1]) if going else phrase

    def equated(self, head: Phrase | None, rest: Sequence[object], topic: Phrase | None) -> Phrase | None:
        """The noun behind a clause, which is what the topic names where it only says what that is: 두루는 KIST가 만든 로봇이다."""
        if head is None or topic is None or not topic.names:
            return head
        if self._lists.kind(topic.names[0]) == AGENT and (head.names or not head.chunks[-1].head.endswith(self._grammar.body_nouns)):
            # Of a body it is told what kind of one it is: 가온은 칩을 만드는 기업이다.
            return head
        following = rest[1] if len(rest) > 1 else None
        copular = isinstance(following, Predicate) and following.lemma == self._grammar.copula
        aside = head.case in ASIDE and (head.chunks[-1].joined == "," or head.chunks[-1].head.endswith(self._grammar.class_words))
        # A name in quotation marks, or behind 이 로봇은, is what it is about itself.
        proper = any(chunk.quoted for chunk in head.chunks) or topic.names[0].how == DEFINITE
        told = (copular or aside) and (not proper or all(n.type == TECHNOLOGY for n in head.names))
        return Phrase(head.chunks, head.case, topic.names, ()) if told else head
