"""What is known of identity after documents came and went is what is known where only those that are there ever came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology import Ontology
from kg.ontology.judgements import Judgement, Judgements, read_ref
from kg.resolve.candidates import CROWD
from kg.resolve.identity import Identity, Node
from kg.resolve.nodes import CODE, WITH
from kg.resolve.state import Shelves
from kg.values import Referent
from tests.road import ontology

# Of each kind of name some that may be one thing: an acronym of two, a sound in Latin and Hangul, a spelling one syllable apart, a row.
NAMES = {
    "Company": (
        "나루테크",
        "나루 테크",
        "(주)나루테크",
        "나루 플랫폼",
        "새길 플랫폼",
        "NRTX",
        "케이팩스",
        "KAPEX",
        "한국나루기술연구소",
        "한국나루기술연구원",
    ),
    "Product": ("케이팩스", "KAPEX", "카펙스", "Kapex-naru", "나루"),
    "Person": ("정하람", "정하랑", "한빛나래"),
    "Event": ("로봇 포럼", "토론회", "2025 나루 로봇 포럼"),
    "ResearchInstitute": ("한국과학기술연구원", "KIST", "한국과학기술원", "나루기술연구원"),
}
MARKS = ("kist", "kaist", "나루", "2025-03-12", "2024-03-12", CODE + "000001", CODE + "000002", WITH + "kist", "office:kist|원장")
SHARED = ("NRTX", "Naru Robot Technology X")
# As many as cross the limit of a key, of names that share an acronym, and of pairs of a sound.
PLATFORMS = tuple(f"별빛 플랫폼 {chr(0xAC00 + 99 * at)}" for at in range(CROWD - 1))
SOUNDS = tuple(f"{first}{one}P{other}X" for first in "KC" for one in "AEIOU" for other in ("A", "E", "I", "O", "U", "AA", "OO"))


def bulk(document: str, type_: str, names: Iterable[str], *further: str) -> tuple[Node, ...]:
    """A document that names many."""
    marks = frozenset({WITH + "kist"})
    return tuple(Node(document, Referent(f"r{at}", type_, name, (name, *further), None, ()), marks) for at, name in enumerate(names))


MANY, LOUD = bulk("many", "Company", PLATFORMS, SHARED[0]), bulk("loud", "Product", SOUNDS)
DECISIONS = (
    ("same", "company/나루테크", "company/NRTX"),
    ("same", "person/정하람 @d1", "person/정하람 @d2"),
    ("different", "person/정하람 @d0", "person/정하람 @d3"),
    ("different", "company/케이팩스", "product/KAPEX"),
    ("different", "kist @d2", "kist @d1"),
)
Documents = Mapping[str, tuple[Node, ...]]


@st.composite
def nodes(draw: st.DrawFn, document: str) -> tuple[Node, ...]:
    found = []
    for at in range(draw(st.integers(1, 4))):
        type_ = draw(st.sampled_from(sorted(NAMES)))
        name = draw(st.sampled_from(NAMES[type_]))
        said = draw(st.frozensets(st.sampled_from((*NAMES[type_], *SHARED)), max_size=2)) if type_ not in ("Person", "Event") else ()
        row = "kist" if name in ("한국과학기술연구원", "KIST") and draw(st.booleans()) else None
        marks = draw(st.frozensets(st.sampled_from(MARKS), max_size=2))
        found.append(Node(document, Referent(f"r{at}", type_, name, tuple(dict.fromkeys((name, *sorted(said)))), row, ()), marks))
    return tuple(found)


@st.composite
def steps(draw: st.DrawFn) -> list[Documents]:
    """What some documents say from then on; nothing where they are taken out."""
    known = [f"d{at}" for at in range(5)]
    found: list[Documents] = []
    for _ in range(draw(st.integers(1, 6))):
        step: dict[str, tuple[Node, ...]] = {}
        for document in draw(st.lists(st.sampled_from((*known, "many", "loud")), min_size=1, max_size=3, unique=True)):
            many = {"many": MANY, "loud": LOUD}.get(document)
            step[document] = () if draw(st.integers(0, 3)) == 0 else many or draw(nodes(document))
        found.append(step)
    return found


def all_of(shelves: Shelves) -> dict[str, dict[str, object]]:
    return {field.name: dict(getattr(shelves, field.name).items()) for field in fields(shelves)}


def follow(identity: Identity, steps: Iterable[Documents]) -> dict[str, tuple[Node, ...]]:
    """Makes the changes, and checks that each tells of all documents in which something became another thing."""
    there: dict[str, tuple[Node, ...]] = {}
    for step in steps:
        before = identity.ids()
        moved = identity.change([id for id in step if id in there], [node for said in step.values() for node in said])
        there = {id: said for id, said in {**there, **step}.items() if said}
        after = identity.ids()
        assert {id for id, key in after if before.get((id, key)) != after[id, key]} <= moved
        assert set(after) == {node.id for said in there.values() for node in said}
    return there


def check(identity: Identity, there: Documents, known: Ontology) -> None:
    clean = Identity(known)
    clean.change((), [node for _, said in sorted(there.items()) for node in said])
    assert all_of(identity.shelves) == all_of(clean.shelves)
    for thing in set(clean.ids().values()):
        assert {node.id for node in identity.nodes(thing)} == {id for id, of in clean.ids().items() if of == thing}


@settings(deadline=None, max_examples=60)
@given(steps())
def test_any_sequence_ends_with_what_is_known_of_its_documents(steps: list[Documents]) -> None:
    identity = Identity(ontology())
    check(identity, follow(identity, steps), ontology())


@pytest.fixture(scope="module")
def judged() -> Ontology:
    """The ontology with decisions of people."""
    made = (Judgement("a", "2025-01-01", verdict, read_ref(one), read_ref(other), "", "x:1") for verdict, one, other in DECISIONS)
    return replace(ontology(), judgements=Judgements(tuple(made)))


@settings(deadline=None, max_examples=40)
@given(steps())
def test_so_it_does_where_people_decided(judged: Ontology, steps: list[Documents]) -> None:
    identity = Identity(judged)
    check(identity, follow(identity, steps), judged)


def node(document: str, type_: str, *names: str, marks: Iterable[str] = ()) -> Node:
    return Node(document, Referent("r0", type_, names[0], names, None, ()), frozenset(marks))


def test_a_document_joins_two_things_and_parts_them_when_it_goes() -> None:
    identity = Identity(ontology())
    one, other = node("a", "Person", "정하람", marks=["kist"]), node("b", "Person", "정하람", marks=["kaist"])
    assert identity.change((), [one, other]) == {"a", "b"}
    assert identity.own("a") != identity.own("b")
    assert identity.change((), [node("c", "Person", "정하람", marks=["kist", "kaist"])]) == {"b", "c"}
    assert identity.own("a") == identity.own("b") == identity.own("c")
    assert identity.change(["c"], ()) == {"b"}
    assert identity.own("a") != identity.own("b")
    assert identity.own("c") == ()


def test_a_name_that_too_many_have_joins_nobody_until_some_go() -> None:
    identity = Identity(ontology())
    pair = [node("a", "Company", "나루 플랫폼", "NRTX"), node("b", "Company", "새길 플랫폼", "NRTX")]
    identity.change((), pair)
    assert identity.own("a") == identity.own("b")
    assert identity.change((), MANY) == {"b", "many"}
    assert identity.own("a") != identity.own("b")
    assert identity.change(["many"], ()) == {"b"}
    assert identity.own("a") == identity.own("b")


def test_what_has_nothing_to_do_with_a_change_is_not_looked_at() -> None:
    identity = Identity(ontology())
    identity.change((), [node(f"d{at}", "Company", f"별빛{at}") for at in range(9)])
    for shelf in (identity.shelves.kin, identity.shelves.pairs, identity.shelves.blocks, identity.shelves.homes):
        shelf.changed.clear()
    identity.change((), [node("new", "Person", "정하람")])
    assert identity.shelves.kin.changed == {"Person/정하람"}
    assert identity.shelves.homes.changed == {"person/정하람"}
    assert not any("별빛" in key for key in identity.shelves.blocks.changed | identity.shelves.pairs.changed)
