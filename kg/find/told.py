"""Leave out names so common that most texts only say them by the way: 정부 of 정부 예산, 우리나라 of 우리나라 기술."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.find.persons import Post
from kg.ontology.authority import Authority
from kg.values import Mention, Sentence, Token

# A row of this match is meant only in a text in which its name has a part in a sentence.
TOLD = "told"
_PARTS = frozenset({"JKS", "JKO", "JKB", "JX", "JC"})


def told(sentences: Iterable[Sentence], mentions: Sequence[Mention], posts: Iterable[Post], authority: Authority) -> list[Mention]:
    """The mentions without those of rows of match ``told`` that never have a particle other than the genitive in the text."""
    common = [m for m in mentions if m.authority and authority.rows[m.authority].match == TOLD]
    if not common:
        return list(mentions)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = [token.start for token in tokens]
    bodies = {post.body.start for post in posts if post.body}
    meant = {m.authority for m in common if m.start in bodies or _has_part(tokens, bisect_left(starts, m.end), m)}
    # A country that acts and the spot on the map are told of together.
    names = {name for id_ in meant if id_ for name in authority.rows[id_].names}
    left_out = {m.authority for m in common if names.isdisjoint(authority.rows[m.authority or ""].names)}
    return [m for m in mentions if m.authority not in left_out]


def _has_part(tokens: Sequence[Token], at: int, mention: Mention) -> bool:
    return at < len(tokens) and tokens[at].start == mention.end and tokens[at].tag in _PARTS
