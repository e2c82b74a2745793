"""Find the body of a post that the text gives without one: the firm spoken of last, or the ministry that reports, for its officials."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.find.people.constructions import HEADS
from kg.find.people.persons import Post
from kg.find.people.words import NAME_LENGTH
from kg.find.told import is_told_of
from kg.ontology.authority import Authority
from kg.ontology.language import Language
from kg.ontology.load import GOVERNMENT, UNIVERSITY
from kg.ontology.schema import Schema
from kg.values import Mention

# How many characters before a post of its staff a body may be spoken of, and the topic of its paragraph be named; how sure either is then,
# and how sure an official's ministry is.
REACH, FAR, WEAK, OFFICIAL = 160, 400, 0.55, 0.9

# Whether a mention, by its number, is of a body and of no place.
Acts = Callable[[int], bool]


@dataclass(frozen=True)
class Spoken:
    """The bodies of one document that posts without a body may be of."""

    text: str
    mentions: Sequence[Mention]
    posts: Sequence[Post]
    language: Language
    schema: Schema
    authority: Authority

    def of(self, post: Post, acts: Acts) -> tuple[int, float] | None:
        """The mention of the body that the post is of, by its number, and how sure that is; None where there is none."""
        persons = self.language.persons
        title, staff = self._title(post.role, persons.official_titles), self._title(post.role, persons.staff_titles)
        official = self._ministry(post, persons.official_titles[title], acts) if title and len(title) >= len(staff) else None
        if official is not None:
            return official, OFFICIAL
        last = self._last(post, acts) if len(staff) >= len(title) and staff else None
        return None if last is None or not self._has(last, persons.staff_titles[staff]) else (last, WEAK)

    def is_told_of(self, mention: Mention) -> bool:
        """Whether a particle marks the mention as what the sentence is about."""
        return is_told_of(self.text, mention.end, self.language.persons.told_of_marks)

    def _title(self, role: str, titles: Iterable[str]) -> str:
        """The longest of the titles in which the role ends; none where more stands before the title of a body's head: 조직위원장."""
        title = max((title for title in titles if role.endswith(title)), key=len, default="")
        return "" if title in self.language.persons.head_of and role.rsplit(maxsplit=1)[-1] != title else title

    def _has(self, at: int, kinds: tuple[str, ...]) -> bool:
        """Whether the body, by the mention's number, is of one of the classes or its name ends in one of them.

        A body called for short has its full name too (KIAT), but that of a university only looks like an institute's: KAIST.
        """
        body = self.mentions[at]
        row = self.authority.rows.get(body.authority or "") if body.type != UNIVERSITY else None
        named = body.text.endswith(kinds) or (row is not None and row.ko.endswith(kinds))
        return named or self.schema.is_any(body.type, kinds)

    def _ministry(self, post: Post, ends: tuple[str, ...], acts: Acts) -> int | None:
        """The first body that the text tells of, if its name ends so: 산업부는 … 정하람 차관이."""
        if post.person is None or post.person.end - post.person.start > NAME_LENGTH:
            return None
        whole = self.language.persons.posts_of_government.values()
        bodies = (at for at, m in enumerate(self.mentions) if m.type == GOVERNMENT and m.authority not in whole)
        told = (at for at in bodies if self.is_told_of(self.mentions[at]) and acts(at))
        first = next(told, None)
        return first if first is not None and self._has(first, ends) else None

    def _last(self, post: Post, acts: Acts) -> int | None:
        """The body that the paragraph is about, else the one spoken of last before the post.

        None where another post with a body stands between: 초대 본부장에 … 수석연구원.
        """
        paragraph = self.text.rfind("\n", 0, post.start) + 1
        spans = [other for other in self.posts if other.body and other.person and other.rule not in HEADS]
        near: int | None = None
        for at in range(bisect_right(self.mentions, post.start, key=attrgetter("start")) - 1, -1, -1):
            mention = self.mentions[at]
            far = post.start - mention.start
            if far > (FAR if mention.start >= paragraph else REACH) or any(s.start < mention.start + 1 <= s.end for s in spans):
                break
            if acts(at) and self.is_told_of(mention):
                if mention.start >= paragraph and self.text.startswith(self.language.grammar.topic_marks, mention.end):
                    return at
                near = at if near is None and far <= REACH else near
        return near
