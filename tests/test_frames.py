"""Every example that a frame carries: the facts that it gives are told, and an example that gives none tells none of its frame."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

import pytest

from kg.home import ontology_folder
from kg.ontology import Ontology, load_ontology
from kg.ontology.authority import fold
from kg.ontology.frames import Example, Frame
from kg.pipeline import Road
from kg.read import normalise
from kg.resolve import resolve
from kg.values import STATUSES, Block, Claim, Document, Graph
from tests.bench.frames import FEW, README
from tests.bench.frames import told as counted

ONTOLOGY = load_ontology(ontology_folder())
KNOWN = "known failure: {}; take its line 'fails' away when it works"
EXAMPLES = [
    pytest.param(
        frame,
        example,
        id=f"{frame.name}-{example.line}",
        marks=[pytest.mark.xfail(strict=True, reason=KNOWN.format(example.fails))] if example.fails else [],
    )
    for frame in ONTOLOGY.frames
    for example in frame.examples
]
# So many a relation on average, counter-examples included; and no relation without some of its own.
ON_AVERAGE, OF_EACH = 8, 5
TIME = re.compile(r"(?=.*\d)[\d./?~X-]+")


class Fact(NamedTuple):
    """A fact as an example writes it: ``subject property object [status] [time]``."""

    subject: str
    property: str
    object: str
    status: str | None = None
    time: str | None = None


def parse(text: str, ontology: Ontology = ONTOLOGY) -> Fact:
    """The fact of a line; names may have spaces, so the first word that is a relation divides it."""
    words = text.split()
    place = next((at for at, word in enumerate(words) if at and word in ontology.schema.properties), None)
    assert place is not None, f"{text!r} names no relation of the ontology"
    time = words.pop() if TIME.fullmatch(words[-1]) and len(words) > place + 2 else None
    status = words.pop() if words[-1] in STATUSES else None
    assert len(words) > place + 1, f"{text!r} has no object"
    return Fact(" ".join(words[:place]), words[place], " ".join(words[place + 1 :]), status, time)


@pytest.fixture(scope="module")
def road() -> Road:
    return Road(ONTOLOGY)


def told(road: Road, example: Example) -> Graph:
    text = normalise(example.text).text.strip()
    date = dt.date.fromisoformat(example.date) if example.date else None
    return resolve([road.read(Document("example", "", text, (Block("paragraph", 0, len(text)),), date))], ONTOLOGY)


def is_told(fact: Fact, claim: Claim, graph: Graph) -> bool:
    ends = ((claim.subject, claim.object), (claim.object, claim.subject))
    rule = ONTOLOGY.schema.properties[fact.property]
    return (
        claim.property == fact.property
        and any(_named(graph, one, fact.subject) and _named(graph, other, fact.object) for one, other in ends[: 1 + rule.symmetric])
        and fact.status in (None, claim.status)
        and (fact.time is None or (claim.time is not None and claim.time.edtf == fact.time))
    )


def _named(graph: Graph, entity: str, name: str) -> bool:
    (found,) = (one for one in graph.entities if one.id == entity)
    return fold(name) in {fold(each) for each in (found.ko, found.en or "", *found.names)}


def shown(graph: Graph) -> str:
    names = {entity.id: entity.ko for entity in graph.entities}
    lines = [
        f"{names[c.subject]} {c.property} {names[c.object]} {c.status} {c.time.edtf if c.time else ''} ({c.rule})" for c in graph.claims
    ]
    return "\n".join(["told:", *lines])


def own_properties(frame: Frame) -> set[str]:
    return {telling.property for rule in frame.rules for telling in rule.tells}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_an_example_gives_what_it_says(road: Road, frame: Frame, example: Example) -> None:
    graph = told(road, example)
    for text in example.gives:
        fact = parse(text)
        assert any(is_told(fact, claim, graph) for claim in graph.claims), f"{example.text}\nlacks: {text}\n{shown(graph)}"
    if not example.gives:
        assert not [claim for claim in graph.claims if claim.property in own_properties(frame)], f"{example.text}\n{shown(graph)}"


def test_every_frame_has_an_example_and_a_counter_example() -> None:
    """A counter-example is one that gives nothing, or nothing of its own frame."""
    for frame in ONTOLOGY.frames:
        own = own_properties(frame)
        kinds = {any(parse(text).property in own for text in example.gives) for example in frame.examples}
        assert kinds == {True, False}, frame.path


def test_every_relation_has_enough_examples() -> None:
    examples = [example for frame in ONTOLOGY.frames for example in frame.examples]
    assert len({(example.file, example.text) for example in examples}) == len(examples), "an example stands twice in one frame"
    relations = ONTOLOGY.schema.properties
    assert len(examples) >= ON_AVERAGE * len(relations)
    told = Counter(name for example in examples for name in {parse(text).property for text in example.gives})
    assert {name: told[name] for name in relations if told[name] < OF_EACH} == {}


def test_a_rule_that_tells_little_says_why_it_is_kept() -> None:
    """By the list of ``ontology/frames/README.md``; a rule that is newer than the list waits for the next one."""
    counts = counted(README.read_text(encoding="utf-8"))
    listed = [rule for rule in ONTOLOGY.rules if rule.id in counts]
    assert len(listed) > 0.7 * len(ONTOLOGY.rules), f"{README} is too old: make its list anew"
    assert [rule.id for rule in listed if counts[rule.id] < FEW and not rule.rare] == []
    assert [rule.id for rule in listed if counts[rule.id] >= FEW and rule.rare] == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KIST visited 서울", Fact("KIST", "visited", "서울")),
        ("LG AI연구원 developed LG 엑사원 actual", Fact("LG AI연구원", "developed", "LG 엑사원", "actual")),
        ("정부 formulated 양자 전략 planned 2025-03", Fact("정부", "formulated", "양자 전략", "planned", "2025-03")),
        ("정부 supports KIST planned ../2030", Fact("정부", "supports", "KIST", "planned", "../2030")),
        ("KIST unveiled 2025 negated", Fact("KIST", "unveiled", "2025", "negated")),
    ],
)
def test_a_fact_is_read_from_its_line(text: str, fact: Fact) -> None:
    assert parse(text) == fact


@pytest.mark.parametrize("text", ["KIST 서울", "visited 서울", "KIST visitd 서울", "KIST visited actual"])
def test_a_line_that_is_no_fact_fails(text: str) -> None:
    with pytest.raises(AssertionError):
        parse(text)
