"""Find people who hold no post and are named as people are spoken to: 정하람씨, “이도윤” 님."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.find.people.words import NAME_LENGTH, Words
from kg.ontology.load import PERSON
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence

ADDRESSED = "person.addressed"
_SURE = 0.85
# A full name right before, in quotation marks or not; these and a space are all that stands between.
_NAME = re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{{NAME_LENGTH}}})[’”\"']? ?\Z")
_REACH = NAME_LENGTH + 2


class Addressed:
    """Finds them by the word behind the name; holds only the tables."""

    def __init__(self, persons: Persons) -> None:
        self._behind = persons.honorific
        self._words = Words(persons)

    def find(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """The people of a sentence whose full name such a word follows."""
        for word in self._behind.finditer(text, sentence.start, sentence.end):
            name = _NAME.search(text, max(sentence.start, word.start() - _REACH), word.start())
            if name and self._words.like_name(name["name"]):
                yield Mention(*name.span("name"), name["name"], PERSON, None, ADDRESSED, _SURE)
