"""Which sentences are cut into atoms at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.find.people.atoms import Atoms
from kg.ontology import load_ontology
from kg.ontology.load import BODY
from kg.values import Mention, Sentence, Token

ONTOLOGY = load_ontology(Path(__file__).parents[2] / "ontology")
ATOMS = Atoms(ONTOLOGY.language.persons, ONTOLOGY.types_of(BODY), ONTOLOGY.language.names, ONTOLOGY.language.grammar)


def sentence(words: str) -> tuple[str, Sentence]:
    """A sentence of nouns; ``|`` parts tokens that are written together."""
    text = words.replace("|", "")
    tokens, at = [], 0
    for eojeol in words.split(" "):
        for word in eojeol.split("|"):
            tokens.append(Token(word, "NNG", at, at + len(word)))
            at += len(word)
        at += 1
    return text, Sentence(0, 0, len(text), "paragraph", 0, tuple(tokens))


@pytest.mark.parametrize("words", ["홍길동 군", "정하람 교수|팀", "한빛로보 부사장", "대표|정하람", "재료 연구|소장", "하람 양|은 웃었다"])
def test_a_title_from_token_to_token_or_at_a_words_end_is_looked_at(words: str) -> None:
    text, said = sentence(words)
    assert ATOMS.may_hold_title(text, said, ())


@pytest.mark.parametrize("words", ["국군 창설", "인재 양성", "글씨 연습", "군집 비행"])
def test_syllables_inside_a_word_are_no_title(words: str) -> None:
    text, said = sentence(words)
    assert not ATOMS.may_hold_title(text, said, ())


def test_a_body_in_a_parenthesis_may_be_that_of_the_person_before_it() -> None:
    text, said = sentence("정하람 ( 한빛로보 ) 인재 양성")
    start = text.index("한빛")
    body = Mention(start, start + 4, "한빛로보", "Company", None, "cue.Company", 0.7)
    assert ATOMS.may_hold_title(text, said, (body,))
    assert not ATOMS.may_hold_title(text, said, ())
