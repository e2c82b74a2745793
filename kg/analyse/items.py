"""The pieces of a sentence: noun phrases with their case, predicates with their endings, quotations and adverbs."""

from __future__ import annotations

from typing import NamedTuple

from kg.values import Token

SUBJECT = frozenset({"nominative", "topic"})
# The case of what stands in a parenthesis at the beginning of a line.
LEAD = "lead"
# The tag of a time expression, which stands as a phrase of its own.
TIME = "TIME"
# The tag of the dots that end one half of a headline, kept as the particle of the act before them.
ELLIPSIS = "SE"
# The sign that parts a clause from the next.
COMMA = ","


class Chunk(NamedTuple):
    """Nouns that stand together.

    ``case`` is a key of the grammar's cases, or empty; ``joined`` the sign or particle towards the next chunk; ``particle`` all
    particles as they are written, or ``ELLIPSIS`` for an act that ends one half of a headline.
    """

    start: int
    end: int
    words: tuple[Token, ...]
    case: str = ""
    joined: str = ""
    particle: str = ""
    quoted: bool = False

    @property
    def head(self) -> str:
        """The last word, which says what kind of thing the phrase is."""
        return self.words[-1].form


class Predicate(NamedTuple):
    """A verb, or a noun that acts as one. ``lemma`` ends in 다; ``tail`` is its endings as form/TAG, from which the status is read.

    ``receiving``: it is told of who gets what the noun tells, and may have an object: 칩을 공급받다. ``parted``: a comma stands behind it.
    """

    start: int
    end: int
    lemma: str
    voice: str
    ending: str
    link: str
    tail: str
    nominal: bool = False
    receiving: bool = False
    parted: bool = False


class Quotation(NamedTuple):
    """Somebody's words in quotation marks, with a phrase structure of their own."""

    start: int
    end: int
    items: tuple[Item, ...]


class Adverb(NamedTuple):
    """A word that neither names nor tells, kept because some say with (함께)."""

    start: int
    end: int
    form: str


Item = Chunk | Predicate | Quotation | Adverb
