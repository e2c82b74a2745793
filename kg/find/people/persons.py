"""Find people and the posts they hold, from the ways in which Korean news puts name, body and title together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.find.people.atom import TITLES, Atom
from kg.find.people.constructions import (
    ANY,
    BEGINS,
    FOREIGN,
    GOES_ON,
    IN_LIST,
    LAST_PART,
    LISTED_OF_BODY,
    LISTS,
    NAMELIKE,
    OPEN,
    PARTED,
    PATTERNS,
    PICKED,
    PLACED,
    TO_POST,
    Pattern,
)
from kg.find.people.words import NAME_LENGTH, is_office
from kg.ontology.persons import Persons
from kg.values import Span


@dataclass(frozen=True, slots=True)
class Post:
    """A title in the text. ``person`` is the name's span, or the surname's, or None for a title alone; ``body`` the organisation's.

    ``role`` is the title with its unit as written; ``rule`` the construction; ``new_body`` is set where the body is a word
    that nothing else showed to be one; ``over`` for a former post.
    """

    start: int
    end: int
    person: Span | None
    body: Span | None
    role: str
    rule: str
    confidence: float
    new_body: bool = False
    surname: bool = False
    over: bool = False

    @property
    def named(self) -> Span:
        """The span that names the holder: with body and title, but the name alone of several in one list, and behind a new post."""
        return self.person if self.person and self.rule in {LISTED_OF_BODY, TO_POST, PICKED} else Span(self.start, self.end)


_LETTERS = re.compile(r"\(([A-Z]{3,5})\)")
_TITLE = re.compile(r"[TW]|N\([Oo]\)|[Oo]\((?:f|N\),[OoU]\()N|[Oo]N,[Oo]N")
# A line that is a post and nothing else, or several posts.
_ALONE = re.compile(r"[vf]*(?P<post>[OoU][XxULoPN]{0,3}[TW])(?:,[^NnS]*)?")
# The two lines of a post that breaks off behind its body, or inside it.
_BEGUN, _REST = re.compile(r"[OoU][XxULoP]{0,2}"), re.compile(r"[XxUL]{0,2}[TW]")
# What may stand between a head's name in parentheses and whom the text names next of his body.
_CLOSED = re.compile(r"(?:,[^()NnTW]{0,7})?\)")


def find_posts(text: str, atoms: Sequence[Atom], persons: Persons, above: Span | None = None) -> Iterator[Post]:
    """The posts of a sentence from left to right; ``above`` is the name that the line before it is: he holds the post that this line is."""
    letters = "".join(atom.kind for atom in atoms)
    if above and (alone := _ALONE.fullmatch(letters)):
        atoms = atoms[alone.start("post") :]
        named = find_posts(text, [Atom("N", *above), *atoms], persons)
        yield from (replace(post, start=atoms[0].start) for post in named)
        return
    if not _TITLE.search(letters):
        return
    at = 0
    last: Post | None = None
    while at < len(letters):
        match, pattern = _match(letters, at) if letters[at] in BEGINS else (None, None)
        if match is None or pattern is None:
            at += 1
            continue
        posts = [post for post in _posts(text, atoms, match, pattern, persons) if not _is_none(text, post, atoms, persons)]
        for post in posts:
            last = _shared(post, last, atoms, match.start())
            yield from _listed(text, last, atoms, match.start(), persons)
        at = max(match.end(), at + 1)


def goes_on(line: Sequence[Atom], following: Sequence[Atom]) -> bool:
    """Whether a post begins in one line and ends in the next: 한국로봇연구원 - 부연구위원."""
    first, second = ("".join(atom.kind for atom in atoms) for atoms in (line, following))
    return _REST.fullmatch(second) is not None and _BEGUN.fullmatch(first) is not None


def _is_none(text: str, post: Post, atoms: Sequence[Atom], persons: Persons) -> bool:
    """Whether what looks like a post is a byline, or a market behind a common noun or a ministry: 정부 조달 시장, 국방부 원자재 시장.

    Where no title is its own, a noun that looks like a name is none: 국토부 고시안, 환경부 지침안; 여성용 제품 팀장.
    Nor does the grade of a prize behind its winner make a minister of him: 심우흠 인제군 장관, 심우흠 산업부 장관 표창.
    """
    if post.rule in {IN_LIST, PARTED} and post.person and persons.is_noun(text[slice(*post.person)]):
        return True
    grade = persons.grade_behind.match(text, post.end) if post.body and post.role in persons.prize_grades else None
    if grade and post.body and post.person:
        return bool(grade["prize"]) or not text.endswith(persons.graded_bodies, *post.body)
    if not post.person or post.role not in persons.also_nouns:
        return post.role in persons.byline_titles
    common = any(atom.kind == "n" and atom.start == post.person.start for atom in atoms)
    return common or (post.body is not None and any(text.endswith(ends, *post.body) for ends in persons.official_titles.values()))


def _match(letters: str, at: int) -> tuple[re.Match[str] | None, Pattern | None]:
    found = ANY.match(letters, at)
    if found is None or found.lastindex is None:
        return None, None
    pattern = PATTERNS[found.lastindex - 1]
    return pattern.letters.match(letters, at), pattern


def _posts(text: str, atoms: Sequence[Atom], match: re.Match[str], pattern: Pattern, persons: Persons) -> Iterator[Post]:
    person, own = _span(atoms, match, "person"), _name_alone(text, atoms, match, new_body=pattern.new_body)
    last = _further_titles(text, atoms, match.end(), persons) if atoms[match.end() - 1].kind in TITLES else atoms[match.end() - 1].end
    start, end = atoms[match.start()].start, max(last, person.end if person else 0)
    for suffix in ("", "2"):
        role = _span(atoms, match, f"role{suffix}")
        if person and person.end - person.start < NAME_LENGTH and (role is None or pattern.name == PARTED):
            continue
        if role is None and (suffix or "role" in match.re.groupindex):
            continue
        if role and atoms[match.start(f"role{suffix}")].kind == "f" and text[slice(*role)] not in persons.deputy:
            continue
        former = _former(text, _part(atoms, match, suffix), person, persons)
        over = bool(former) or pattern.name.startswith("background")
        unit, body = _span(atoms, match, f"unit{suffix}"), _span(atoms, match, f"body{suffix}") or _span(atoms, match, "body")
        if person and own and body:
            # What stands behind the name begins the name of the new body: 정하람 법률사무소 새길 변호사.
            person, body = (
                Span(person.start, own),
                Span(atoms[match.start("person") + 1].start if pattern.new_body else body.start, body.end),
            )
        if pattern.name == NAMELIKE and person and body and role and _is_behind(text, person, body, role, persons):
            person, body = body, person
        if pattern.name == LAST_PART and person and body and role and _is_no_office(text, body, role, persons):
            # A full name has no part behind it: 정하람 새길 청장.
            person, body = Span(person.start, person.end if person.end - person.start >= NAME_LENGTH else body.end), None
        if pattern.name == PLACED and role and text[slice(*role)] in persons.not_titles.difference(persons.head_of):
            body = None  # What may be a common word heads a place or is no post of it: 새길시 정하람 시장, not 새길시 정하람 감사.
        if pattern.name == FOREIGN and person and body and is_office(text, office := atoms[match.start("person")], persons):
            person, body = Span(atoms[match.start("person") + 1].start, body.end), Span(office.start, office.end)
        if role and role.end == atoms[match.end() - 1].end:
            role = Span(role.start, last)
        if role and text[slice(*role)] in persons.courtesies:
            # What somebody is stands before his name then: 새별로보 변호사 정하람 씨.
            unit, role = unit or _title_before(atoms, person), None
        # A post may break off at the end of a line.
        said = " ".join(filter(None, [former, *(word for s in _parts(unit, role) for word in text[s.start : s.end].split())]))
        new = pattern.new_body and not any(atom.kind in "Oo" and body == (atom.start, atom.end) for atom in atoms)
        yield Post(start, end, person, body, said, pattern.name, pattern.confidence, new, pattern.surname, over)


def _is_behind(text: str, first: Span, second: Span, title: Span, persons: Persons) -> bool:
    """Whether of two words like names the second is the person: behind a body called for short, or a shorter word: 가온 정하람 대표."""
    shorter = first.end - first.start < NAME_LENGTH == second.end - second.start
    return _is_body(text, first, title, persons) or (shorter and not _is_body(text, second, title, persons))


def _is_no_office(text: str, word: Span, title: Span, persons: Persons) -> bool:
    """Whether the title is an official's of one kind of body alone, and the word ends as no such body does."""
    ends = persons.official_titles.get(text[slice(*title)], ())
    return len(ends) == 1 and not text.endswith(ends, *word)


def _is_body(text: str, word: Span, title: Span, persons: Persons) -> bool:
    """Whether a word of a name's length ends as bodies and units with such a title are called for short: 한별대 … 교수."""
    return any(text.endswith(titles, *title) for end, titles in persons.short_bodies.items() if text.endswith(end, *word))


def _name_alone(text: str, atoms: Sequence[Atom], match: re.Match[str], *, new_body: bool) -> int | None:
    """Where the name ends of which two atoms are taken for a foreigner's and the first is one as a whole; None for any other.

    A foreigner's name is whole where it has a space; a Korean one goes on with no second word before a new body, nor with Latin letters.
    """
    if "person" not in match.re.groupindex or match.end("person") - match.start("person") < len("UU"):
        return None
    first, second = atoms[match.start("person")], atoms[match.end("person") - 1]
    name = text[first.start : first.end]
    korean = len(name) == NAME_LENGTH and (new_body or text[second.start].isascii())
    return first.end if first.kind == "N" and (" " in name or korean) else None


def _part(atoms: Sequence[Atom], match: re.Match[str], suffix: str) -> Sequence[Atom]:
    """The atoms of one of two posts of a construction, which the first role parts; all of them where it has one."""
    if "role2" not in match.re.groupindex:
        return atoms[match.start() : match.end()]
    return atoms[match.end("role") : match.end()] if suffix else atoms[match.start() : match.end("role")]


def _further_titles(text: str, atoms: Sequence[Atom], at: int, persons: Persons) -> int:
    """The end of the atom before ``at``, or of what belongs to its title behind it: 대표이사 사장은, 위원장 직무대행, 센터장(CISO)."""
    while at < len(atoms) and text[atoms[at - 1].end : atoms[at].start] == " ":
        deputy = text[atoms[at].start : atoms[at].end] in persons.deputy
        if not deputy and (atoms[at].kind != "T" or (at + 1 < len(atoms) and atoms[at + 1].kind in "NnOo")):
            break
        at += 1
    end = atoms[at - 1].end
    letters = None if text.endswith(persons.abbreviated, 0, end) else _LETTERS.match(text, end)
    return letters.end() if letters and letters[1] in persons.titles else end


def _former(text: str, atoms: Sequence[Atom], person: Span | None, persons: Persons) -> str:
    """The word that makes the post a former one, or an empty string; between a noun and a name it means before: 회의 전 정하람 원장."""
    for at, atom in enumerate(atoms):
        word = text[atom.start : atom.end] if atom.kind == "f" else ""
        before = at and person and at + 1 < len(atoms) and atoms[at + 1].start == person.start
        if word in persons.former and not before:
            return word
    return ""


def _span(atoms: Sequence[Atom], match: re.Match[str], group: str) -> Span | None:
    if group not in match.re.groupindex or match.start(group) < 0 or match.start(group) == match.end(group):
        return None
    return Span(atoms[match.start(group)].start, atoms[match.end(group) - 1].end)


def _parts(unit: Span | None, role: Span | None) -> list[Span]:
    """What a post is written of; what a sign joins to the title is one word with it: AI·사이버팀장."""
    return [Span(unit.start, role.end)] if unit and role and unit.end == role.start else [part for part in (unit, role) if part]


def _title_before(atoms: Sequence[Atom], person: Span | None) -> Span | None:
    """The title right before a name."""
    at = next((at for at, atom in enumerate(atoms) if person and atom.start == person.start), 0)
    return Span(atoms[at - 1].start, atoms[at - 1].end) if at and atoms[at - 1].kind in TITLES else None


def _listed(text: str, post: Post, atoms: Sequence[Atom], at: int, persons: Persons) -> Iterator[Post]:
    """The post for each of the names in one list before its title, with the body before or behind: A당 가, 나 의원; 가·나 A대 교수."""
    people: list[Span] = []
    # In 가, 나 A대 교수와 대담 the first one acts.
    acts = at == 2 and any(atom.kind == "j" and atom.start == post.end for atom in atoms)
    while post.rule in LISTS and not acts and at > 1 and atoms[at - 1].kind == "," and atoms[at - 2].kind == "N":
        at -= 2
        people.append(Span(atoms[at].start, atoms[at].end))
    if not post.role.endswith(persons.shared_titles) or (post.body and at and _is_apart(text, atoms, at, persons)):
        people = []  # A body has one head, and who stands behind a title, body or topic of his own shares none.
    elif people and not post.body:
        at -= at > 1 and atoms[at - 1].kind in "BG"
        if at and atoms[at - 1].kind in "Oo":
            post = replace(post, start=atoms[at - 1].start, body=Span(*atoms[at - 1][1:]), rule=LISTED_OF_BODY)
            yield from (replace(post, person=person) for person in (*reversed(people), post.person))
            return
    yield from (*(replace(post, start=person.start, end=person.end, person=person) for person in reversed(people)), post)


def _is_apart(text: str, atoms: Sequence[Atom], at: int, persons: Persons) -> bool:
    """Whether a noun stands before the atom, or what it is said to be: KIST 정하람, 좌장은 정하람, 글=정하람, but not 포럼에는 정하람."""
    topic = atoms[at - 1].kind == "p" != atoms[at - 2].kind and text[slice(*atoms[at - 1][1:])] in persons.told_of_marks
    return topic or atoms[at - 1].kind not in OPEN or text[atoms[at].start - 1] == "="


def _shared(post: Post, last: Post | None, atoms: Sequence[Atom], at: int) -> Post:
    """The post with the body of the one before it, where both stand in one list under one title: A위원회 가 의원, 나 의원."""
    if last is None or post.body or not last.body or not post.person or post.surname or at == 0:
        return post
    between = "".join(a.kind for a in atoms if last.end <= a.start < post.start)
    if last.rule in GOES_ON and _CLOSED.fullmatch(between):
        return replace(post, body=last.body, rule="behind-head", confidence=0.9)
    joined = atoms[at - 1].kind in ",j" and atoms[at - 1].start <= last.end + 3
    alike = post.rule == last.rule == TO_POST or last.role.split()[-1:] == post.role.split()[-1:]
    if joined and alike and not between.strip(",j"):
        return Post(*post.named, post.person, last.body, post.role, "shared-body", 0.8)
    return post
