"""Know the case that a noun makes of what stands before it: 로봇을 주제로, ‘로봇’이라는 주제로, 로봇, 칩 등 다양한 주제로."""

from __future__ import annotations

from kg.extract.clauses.phrase import Phrase
from kg.ontology.grammar import Grammar

# How far behind a list that 등 closes the noun for all of it may stand, in characters: 등 다양한 주제로.
_REACH = 8


def made_by_noun(phrase: Phrase, before: Phrase | None, called: Phrase | None, grammar: Grammar) -> Phrase | None:
    """What stands in the case that the noun of ``phrase`` makes, the noun kept within for frames that ask for it, or None.

    ``before`` is what was said last, ``called`` what a word such as 라는 said the noun to be.
    """
    case = grammar.case_of_noun.get(phrase.chunks[-1].words[-1].form, "") if phrase.case == "instrumental" else ""
    if not case:
        return None
    if phrase.names or phrase.inner:
        return phrase._replace(case=case, names=(), inner=(*phrase.names, *phrase.inner))
    if phrase.said in grammar.case_of_noun and before and before.case == "accusative":
        return _joined(before, phrase, case)
    if called:
        return _joined(called, phrase, case)
    return _joined(before, phrase, case) if before and _closed(before, grammar) and phrase.start - before.end <= _REACH else None


def _joined(said: Phrase, noun: Phrase, case: str) -> Phrase:
    return said._replace(chunks=(*said.chunks, *noun.chunks), case=case)


def _closed(phrase: Phrase, grammar: Grammar) -> bool:
    return not phrase.case and phrase.chunks[-1].words[-1].form in grammar.list_closers
