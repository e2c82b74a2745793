"""The frames of ``ontology/frames``: how each relation is said, with its examples; one YAML file a relation or event."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.ontology.grammar import Voice
from kg.ontology.node import Node, read_node
from kg.values import STATUSES

Source = Literal["", "named", "nested", "tenures", "label", "chain", "lead", "outline", "theme", "vote"]
ToldBy = Literal["verbs", "between", "named", "nested", "tenures", "label", "chain", "lead", "outline", "theme", "vote"]
_SLOT = re.compile(r"<(\w+)>")
_TELLING = re.compile(rf"(\w+) (->|<->|<=>) (\w+)(?: \| ({'|'.join(STATUSES)}))?(?: \| unless (\w+))?")
# What a frame may say for all its rules.
_OF_ALL = ("dated", "budgeted", "momentary")
# What the fields of a role are called in the files.
_SPELT = {"is_a": "is", "cases": "case"}


@dataclass(frozen=True, slots=True)
class Role:
    """A participant that a rule looks for.

    ``is_a`` are the classes that fit; ``cases`` the particles, best first (keys of the grammar's cases, ``bare`` for a noun
    without particle right before the predicate, ``head`` for the noun that an adnominal predicate stands before,
    ``institution`` for an organisation with the particle of a place: KIST에서 개발한).
    ``inside``: a name inside the phrase will do when its head is no name. ``carried``: may come from the sentence's topic or
    an earlier sentence. ``focus``: may be the thing of that class that the document spoke of last. ``words``: the phrase
    must have one of these words, with ``last`` end in one, and of a rule without predicate the name end in one; ``needed``: without it
    the rule gives nothing; ``acts_for_body``: a person here stands for the body whose post they hold; ``guess``: the class of a
    quoted name here that nothing else tells the class of, ``marked``: never that of one without quotation marks;
    ``recalled``: of those that may come from an earlier sentence the classes that do, all where there are none;
    ``least``: so many must fill it at least; ``many`` false: just one may, the nearest, and of a vote just one for each subject, that of a
    rule first;
    ``shared``: may be the partner of the clause before, where this one goes on without any (B와 만나 협약을 맺었다);
    ``topical``: may be what the text speaks of, although the clause has a subject of its own;
    ``issuer``: may be the body whose release it is, where the clause leaves open who acts (충무공상은 KT 정하람 부장이 수상했다);
    ``also_inside``: the names inside the phrase too (부산 벡스코 is two places);
    ``unless_topic``: where a sentence that names no such thing speaks of one of these classes, the thing in focus stays out (장관은 A를
    만나 B를 논의했다);
    ``here``: the thing in focus will do only where the sentence names one of its class (간담회를 열고 방안을 발표했다);
    ``wide``: what is listed before it, and what the clause before it is for or about, will do too (로봇 산업을 위한 방안을 논의했다);
    ``head`` false: never the noun that the predicate stands before (출범한 위원회 founded nothing);
    ``definite`` false: never what the text only points back at (이 사업은 새싹기업이 자라도록 돕는다);
    ``owner`` false: never with whom somebody has what the phrase names (KIST와의 갈등), nor what stands before an
    inner clause, whose it may be (포럼에서 논의된 사업을 제안했다);
    ``town`` false: never the body of a name that is a place too (함안에 공장을 구축했다).
    """

    name: str
    is_a: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    inside: bool = False
    carried: bool = False
    focus: bool = False
    many: bool = True
    words: frozenset[str] = frozenset()
    last: bool = False
    needed: bool = False
    acts_for_body: bool = False
    guess: str = ""
    marked: bool = False
    head: bool = True
    definite: bool = True
    owner: bool = True
    town: bool = True
    also_inside: bool = False
    topical: bool = False
    shared: bool = False
    issuer: bool = False
    here: bool = False
    wide: bool = False
    unless_topic: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    least: int = 0

    def may_be(self, name: str) -> bool:
        """Whether a name ends in one of the role's words, where it has any."""
        return not self.words or name.endswith(tuple(self.words))


@dataclass(frozen=True, slots=True)
class Telling:
    """A property that a rule tells when both roles are filled; ``among`` tells it between the first filler and each
    other one of both roles, with ``each`` between every two."""

    property: str
    subject: str
    object: str
    among: bool = False
    each: bool = False
    status: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a frame is said. ``id`` is the file's stem and the rule's name: ``visit.see``.

    A rule has either ``verbs`` (predicates and their roles) or ``between`` (the text that stands between two names). ``confidence`` is
    the share of its claims that is right where all else about them is plain (``language/certainty.yml``). ``rare`` says why a rule is
    kept that tells something in very few articles. ``post`` are the cases of the phrase that says to which post somebody comes;
    ``to_post``: it must be named, or where false must not be (회장으로 뽑았다 appoints, 수상자로 뽑았다 selects).
    ``office``: what stands behind the body is the post that somebody had there; ``role``: the one that all of its facts have.
    ``through`` are the two properties of one sentence that a ``source: chain`` follows: what was held in a hall of a city was held in
    the city; ``shared``: the two have one subject (who went to a firm and held a meeting held it there).
    ``source: lead`` reads what a release comes back to behind its lead, ``source: theme`` what a sentence names behind its topic,
    ``source: vote`` what the traits of two things in a document make likely.
    ``achieved`` are verbs of acts that are done before the plan to which they lead (협약을 맺고 함께 개발하기로 했다).
    ``standing``: what a present tense without a time tells is so already (두루는 엑사원을 쓴다).
    ``not_before`` are verbs that show that another act is meant, where the clause leads to one (로봇을 시연하고 체험했다 unveils nothing).
    ``lasting`` are verbs whose present before a noun tells what goes on already (정부가 추진하는 사업).
    ``adnominal`` false: not by a clause before a noun, whose subject that noun is (A가 [서울에 위치한] 공장을 샀다).
    ``dated``: what it tells happened on the day of which the text tells, where it has no time of its own.
    ``budgeted``: its object is a programme, whose sum and years it has.
    ``momentary``: what it tells is over when what it leads to goes on (지난해 B를 인수해 로봇을 개발하고 있다).
    A frame may say any of these three for all its rules.
    ``lists``: what goes on in one list behind the second of two names is told of the first too, up to one behind which what ``after_each``
    wants of ``after`` does not stand (장관상은 A, B, 청장상은 C); ``led``: what leads to the first in one list is told of the second.
    ``one_group``: of a list, firms that the authority file knows to be of another group are not told of.
    ``ungrouped``: what a label heads has no groups below it, each with a label of its own (the hosts, the place; but the guests have).
    ``lends`` is the property that gets the sum where it is told of the same two.
    """

    id: str
    tells: tuple[Telling, ...]
    confidence: float = 0.7
    verbs: frozenset[str] = frozenset()
    roles: tuple[Role, ...] = ()
    nearby: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    achieved: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    between: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    voices: frozenset[Voice] = frozenset()
    stative: bool = False
    standing: bool = False
    lasting: frozenset[str] = frozenset()
    dated: bool = False
    budgeted: bool = False
    momentary: bool = False
    nominal: bool = True
    adnominal: bool = True
    source: Source = ""
    amount: bool = False
    lists: bool = False
    after_each: bool = False
    led: bool = False
    one_group: bool = False
    ungrouped: bool = False
    purpose: bool = False
    post: tuple[str, ...] = ()
    to_post: bool | None = None
    office: bool = False
    role: str = ""
    through: tuple[str, ...] = ()
    shared: bool = False
    lends: str = ""
    event: str | None = None
    rare: str | None = None

    @property
    def told_by(self) -> ToldBy:
        """What it reads: predicates, text between names, cue words, names inside names, titles, labels, two facts, lead, theme, vote."""
        return "verbs" if self.verbs else self.source or "between"

    @property
    def slots(self) -> tuple[Role, Role]:
        """The roles of the two names that ``between`` stands between, in the order of the text."""
        by_name = {role.name: role for role in self.roles}
        return by_name[self.names[0]], by_name[self.names[1]]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and the facts that it must give: ``subject property object [status] [time]``.

    ``fails`` says why it does not yet, where that is known.
    """

    text: str
    gives: tuple[str, ...]
    date: str | None
    file: str
    line: int
    fails: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The rules of one file, the n-ary event that they make, and the examples that prove them."""

    name: str
    event: str | None
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    path: Path


def load_frames(folder: Path) -> tuple[Frame, ...]:
    """The frames of every ``*.yml`` in ``folder``, by file name; an OntologyError names file and line where one is wrong."""
    return tuple(_frame(path) for path in sorted(folder.glob("*.yml")))


def _frame(path: Path) -> Frame:
    node = read_node(path, "the frame")
    node.only("event", *_OF_ALL, "rules", "examples", "about")
    of_all: dict[str, object] = {key: True for key in _OF_ALL if node.part(key).value(bool | None)}
    of_all["event"] = event = node.part("event").value(str | None)
    rules = tuple(_rule(name, rule, of_all) for name, rule in node.part("rules").entries("rule").items())
    if not rules:
        raise node.error("needs at least one rule below 'rules:'")
    return Frame(path.stem, event, rules, tuple(_example(item) for item in node.part("examples").items("an example")), path)


def _rule(name: str, node: Node, of_all: Mapping[str, object]) -> Rule:
    roles = {key: role.record(Role, {"name": key}, spelt=_SPELT) for key, role in node.part("roles").entries("role").items()}
    between, slots = _between(node.part("between"), roles)
    given = {
        "id": f"{node.path.stem}.{name}",
        "tells": tuple(_telling(item, roles) for item in node.part("tells").items("a telling")),
        "roles": tuple(roles.values()),
        "between": between,
        "names": slots,
        "first": roles[slots[0]].is_a if between else (),
        "second": roles[slots[1]].is_a if between else (),
        # What a rule says itself holds for it: dated: false.
        **{key: value for key, value in of_all.items() if key not in node.entries()},
    }
    rule = node.record(Rule, given, also=("roles", "tells", "between", "about"))
    if not rule.tells or not (rule.verbs or rule.between or rule.source):
        raise node.error("needs 'tells' and one of 'verbs', 'between', 'source'")
    if not 0 < rule.confidence < 1:
        raise node.part("confidence").error(f"must lie between 0 and 1, not at {rule.confidence:g}")
    return rule


def _telling(node: Node, roles: Collection[str]) -> Telling:
    """``property: subject -> object``; ``<->`` between the first and each other, ``<=>`` between every two.

    ``| planned`` gives a status of its own, ``| unless role`` holds it back where that role is filled.
    """
    if node.kind != "mapping" or len(node.entries()) != 1:
        raise node.unlike("of the form 'property: role -> role'")
    ((name, told),) = node.entries("the telling of").items()
    match = _TELLING.fullmatch(told.text().strip())
    if not match:
        raise told.error(f"is no telling: {told.text()!r}; write 'role -> role', 'role <-> role' or 'role <=> role'")
    for role in filter(None, (match[1], match[3], match[5])):
        told.choice(role, roles)
    return Telling(name, match[1], match[3], among=match[2] != "->", each=match[2] == "<=>", status=match[4], unless=match[5])


def _between(node: Node, roles: Collection[str]) -> tuple[re.Pattern[str] | None, tuple[str, str]]:
    """The pattern of the text between two slots, and the slots' names: ``<part>\\s산하\\s<whole>``."""
    if node.kind == "null":
        return None, ("", "")
    match = re.fullmatch(r"<(\w+)>(.*)<(\w+)>", node.text(), re.DOTALL)
    if not match or _SLOT.search(match[2]):
        raise node.error(f"must begin and end with a slot such as <agent> and have no third, not {node.text()!r}")
    for slot in (match[1], match[3]):
        node.choice(slot, roles)
    return node.compiled(match[2]), (match[1], match[3])


def _example(node: Node) -> Example:
    gives = tuple(item.text() for item in node.part("gives").items())
    given = {"gives": gives, "date": node.part("date").value(str | None), "file": node.path.name, "line": node.line}
    return node.record(Example, given, also=("gives", "date"))
