"""Find out who holds each post of a document, and at which body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.find.people.constructions import BEFORE_NAME, PLACED
from kg.find.people.persons import Post
from kg.find.people.words import NAME_LENGTH, Words
from kg.ontology import Ontology
from kg.ontology.load import PERSON
from kg.refer.mentioned import Mentioned
from kg.refer.referred import Tenure
from kg.refer.spoken import Spoken
from kg.values import Span

# The rule of a post whose body is one that the text speaks of; how sure a surname is by its term.
SPOKEN, BY_TERM = "body-spoken-of", 0.7
# The rules of a title beside a name without any body, of which only those of the state's heads tell where they are held.
BARE = frozenset({"name-title", "title-name"})


class Held(NamedTuple):
    """A post with the keys of its holder and body, as far as they are known."""

    post: Post
    person: str | None
    body: str | None


class Posts:
    """The posts of one document; ``roles`` are for each person the bodies and posts that the text gives with the name."""

    def __init__(self, mentioned: Mentioned, spoken: Spoken, ontology: Ontology, words: Words) -> None:
        self._mentioned, self._spoken, self._words = mentioned, spoken, words
        self._text = mentioned.text
        self._authority, self._persons = ontology.authority, ontology.language.persons
        self.roles: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def held(self, posts: Sequence[Post]) -> list[Held]:
        """Who holds the posts: each by what was said before it, and what is left by what stands further on."""
        return [self._spoken_of(self._foretold(held)) for held in [self._held(post) for post in posts]]

    def tenures(self, held: Iterable[Held]) -> tuple[Tenure, ...]:
        """The posts that the text says somebody holds: those with a name and a body, but no bare title beside a name."""
        return tuple(tenure for one in held if (tenure := self._tenure(one)))

    def _held(self, post: Post) -> Held:
        """A post with the keys of its person and body, as far as they are known at that place of the text."""
        body = self._mentioned.body(self._mentioned.at(post.body)) if self._may_head(post) else None
        if post.new_body and body is None:
            # A unit named alone is one of the body spoken of last: 지세현 신소재공학부 교수.
            body = self._mentioned.last_body(post.start)
        if not post.person and self._text.startswith(self._persons.plural, post.end):
            # 민주당 의원들 are nobody in particular: their body acts, or the one that they sit on there.
            return Held(post, None, self._group_before(post) or body)
        if not post.person:
            return Held(post, self._by_office(post.role, body), body)
        name = self._text[slice(*post.person)]
        if " " in name and self._is_ministers(post):
            # 외교부장관 behind a foreigner's name is that of another state, which the text named somewhere.
            return Held(post, None, None)
        person = self._by_surname(name, post.role) if post.surname else self._named(post.person)
        if post.surname and person is None:
            post, person = replace(post, confidence=BY_TERM), self._by_term(name, post.role)
        if body is None and post.role in self._persons.posts_of_government and (state := self._state_of(name, post)):
            body = self._mentioned.row_key(state)
        if person and not post.surname:
            body = body or next((known for known, _ in reversed(self.roles[person])), None)
            if body:
                self.roles[person].append((body, post.role))
        return Held(post, person, body)

    def _state_of(self, name: str, post: Post) -> str | None:
        """The government of which somebody is told to be the head, or a deputy's: of 바이든 대통령 that of another state.

        Who has no Korean name, or one of several parts, heads another state.
        """
        at = self._mentioned.at(post.person)
        known = self._mentioned.mentions[at].authority if at is not None else None
        korean = post.surname or (len(name) >= NAME_LENGTH and self._words.like_name(name) and name not in self._persons.family_names)
        if " " not in self._authority.rows[known].ko if known else korean:
            return self._persons.posts_of_government[post.role]
        return self._authority.employer(known, post.role) if known else None

    def _may_head(self, post: Post) -> bool:
        """Whether a post behind a place that heads places of one kind alone may head this one: 대전 정하람 시장, not 독일 정하람 시장."""
        ending = self._persons.head_of.get(post.role, "") if post.rule == PLACED and post.body else ""
        at = self._mentioned.at(post.body) if ending else None
        row = self._mentioned.mentions[at].authority if at is not None else None
        return not row or self._authority.rows[row].ko.endswith(ending)

    def _office(self, name: str, role: str) -> str | None:
        """The body whose minister or head somebody of that name is on the document's day, as the authority file knows: 조현 장관."""
        date = self._mentioned.date
        called = self._authority.in_office(name, role, date) if date and role in self._persons.official_titles else ()
        held = [person for person in called if self._authority.rows[person].ko == name]
        return self._authority.employer(held[0], role, date) if len(held) == 1 else None

    def _is_ministers(self, post: Post) -> bool:
        """Whether the post is that of a minister of this state, or a deputy's."""
        at = self._mentioned.at(post.body)
        row = self._authority.rows.get(self._mentioned.mentions[at].authority or "") if at is not None else None
        return row is not None and row.parent in self._persons.posts_of_government.values() and post.role in self._persons.state_titles

    def _named(self, span: Span) -> str | None:
        """The person whose name stands there."""
        at = self._mentioned.at(span)
        return self._mentioned.keys[at] if at is not None and self._mentioned.mentions[at].type == PERSON else None

    def _group_before(self, post: Post) -> str | None:
        """The body that stands right before a post of several: 과방위 of 과방위 민주당 의원들."""
        at = self._mentioned.last_before(post.start)
        beside = post.body and at >= 0 and self._mentioned.mentions[at].end == post.start - 1
        return self._mentioned.body(at) if beside else None

    def _foretold(self, held: Held) -> Held:
        """An office whose only holder is named further on, at its holder: 관세청장이 참석했다. … 정하람 관세청장은."""
        post, person, body = held
        if person or post.person or not body or self._text.startswith(self._persons.plural, post.end):
            return held
        holders = dict.fromkeys(self._holders(post.role, body))
        return held._replace(person=next(iter(holders))) if len(holders) == 1 else held

    def _spoken_of(self, held: Held) -> Held:
        """A post that the text gives without any body, at the body that it speaks of."""
        post, person, body = held
        # 자회사 사장 정하람: the body is another than the one spoken of, and has no name.
        another = self._text.endswith(self._persons.related_bodies, 0, max(0, post.start - 1))
        if body or another or person is None or not post.person or post.surname or self.roles[person]:
            return held
        found = self._spoken.of(post, self._mentioned.acts)
        office = self._office(self._text[slice(*post.person)], post.role)
        if found is None or (office and self._mentioned.mentions[found[0]].authority != office):
            # The text does not say where he holds it, but the post tells which of his namesakes he is.
            self.roles[person] += [(self._mentioned.row_key(office), post.role)] if office else []
            return held
        at, sure = found
        mention, body = self._mentioned.mentions[at], self._mentioned.keys[at]
        self.roles[person].append((body, post.role))
        start, end = post.named
        return Held(replace(post, start=start, end=end, body=Span(mention.start, mention.end), rule=SPOKEN, confidence=sure), person, body)

    def _by_surname(self, surname: str, role: str) -> str | None:
        """The person of that surname who was named before, best one who holds a like title."""
        fits = [key for key, found in self._mentioned.members.items() if found[0].type == PERSON and found[0].text.startswith(surname)]
        same = [key for key in fits if any(said.endswith(role) or role.endswith(said.split()[-1]) for _, said in self.roles[key] if said)]
        return next(reversed(same or fits), None)

    def _by_term(self, surname: str, role: str) -> str | None:
        """The only person of that surname who holds the office on the document's day, as the authority file knows."""
        date = self._mentioned.date
        held = self._authority.in_office(surname, role, date) if date else ()
        return self._mentioned.row_key(held[0]) if len(held) == 1 else None

    def _by_office(self, role: str, body: str | None) -> str | None:
        """Who holds the office, among the people whom this document named with it so far."""
        hollow = role in self._persons.hollow_titles and body is None
        return None if hollow else next(reversed(self._holders(role, body)), None)

    def _holders(self, role: str, body: str | None) -> list[str]:
        return [key for key, held in self.roles.items() for at, said in held if body in (None, at) and said.endswith(role)]

    def _tenure(self, held: Held) -> Tenure | None:
        post, person, body = held
        if not (post.person and person and body) or (post.surname and post.rule not in BEFORE_NAME):
            return None
        if post.rule in BARE and post.role not in self._persons.posts_of_government:
            return None
        body_span = post.body or Span(post.start, post.end)
        return Tenure(person, body, post.role, post.start, post.end, post.person, body_span, post.rule, post.confidence, post.over)
