"""A frame is read whole, and a mistake in one is told with its file, its line and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.frames import Example, Frame, Role, Telling, load_frames

GOOD = """event: Visit
rules:
  go:
    verbs: 방문하다 찾다
    confidence: 0.7
    nearby: [현장]
    unless: [기회]
    roles:
      agent: {is: Agent, case: nominative topic, carried: true, needed: true}
      place: {is: Place Organization, case: accusative, inside: true, many: false}
    tells:
      - visited: agent -> place
      - metWith: agent <-> place | planned
      - metWith: agent <=> place | unless agent
  beside:
    between: '<agent>의 <place>'
    before: '^앞'
    after: '뒤$'
    roles:
      agent: {is: Agent}
      place: {is: Place}
    tells: [visited: agent -> place]
examples:
  - text: 누가 어디를 찾았다.
    date: 2025-03-12
    gives: [누가 visited 어디]
  - text: 아무 일도 없다.
    gives: []
    fails: 아직 안 된다
"""


def load(tmp_path: Path, text: str) -> Frame:
    (tmp_path / "visit.yml").write_text(text, encoding="utf-8")
    (frame,) = load_frames(tmp_path)
    return frame


def test_a_frame_is_read_whole(tmp_path: Path) -> None:
    frame = load(tmp_path, GOOD)
    assert (frame.name, frame.event, [r.id for r in frame.rules]) == ("visit", "Visit", ["visit.go", "visit.beside"])
    go, beside = frame.rules
    assert (go.verbs, go.nearby, go.unless, go.confidence) == (
        frozenset({"방문하다", "찾다"}),
        frozenset({"현장"}),
        frozenset({"기회"}),
        0.7,
    )
    assert go.roles == (
        Role("agent", ("Agent",), ("nominative", "topic"), carried=True, needed=True),
        Role("place", ("Place", "Organization"), ("accusative",), inside=True, many=False),
    )
    assert go.tells == (
        Telling("visited", "agent", "place"),
        Telling("metWith", "agent", "place", among=True, status="planned"),
        Telling("metWith", "agent", "place", among=True, each=True, unless="agent"),
    )
    assert beside.between is not None
    assert beside.between.fullmatch("의 ")
    assert (beside.names, beside.first, beside.second) == (("agent", "place"), ("Agent",), ("Place",))
    assert frame.examples == (
        Example("누가 어디를 찾았다.", ("누가 visited 어디",), "2025-03-12", "visit.yml", 24),
        Example("아무 일도 없다.", (), None, "visit.yml", 27, "아직 안 된다"),
    )


def test_what_a_rule_leaves_out_has_its_default(tmp_path: Path) -> None:
    rule = load(tmp_path, "rules:\n  a:\n    verbs: [찾다]\n    roles: {x: , y: }\n    tells: [visited: x -> y]\n").rules[0]
    assert (rule.confidence, rule.nominal, rule.stative, rule.event, rule.between) == (0.7, True, False, None, None)
    assert rule.roles == (Role("x", (), ()), Role("y", (), ()))


def test_frames_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.yml").write_text(GOOD, encoding="utf-8")
    assert [frame.name for frame in load_frames(tmp_path)] == ["a", "b", "c"]


MISTAKES = [
    ("event: Visit\n", "evnt: Visit\n", 1, ["'evnt'", "did you mean 'event'?"]),
    ("    verbs: 방문하다 찾다", "    verb: 방문하다 찾다", 4, ["'verb'", "did you mean 'verbs'?"]),
    ("    nearby: [현장]", "    nearbye: [현장]", 6, ["'nearbye'", "did you mean 'nearby'?"]),
    ("carried: true", "caried: true", 9, ["'agent'", "'caried'", "did you mean 'carried'?"]),
    ("    date: 2025", "    datum: 2025", 25, ["'datum'", "an example"]),
    (
        "visited: agent -> place\n      - metWith",
        "visited: agent -> plaice\n      - metWith",
        12,
        ["'visited'", "'plaice'", "agent, place"],
    ),
    ("agent <-> place | planned", "agent <-> place | plannd", 13, ["no telling", "role -> role"]),
    ("agent -> place\n      -", "agent to place\n      -", 12, ["'agent to place'", "no telling"]),
    (
        "      - visited: agent -> place\n",
        "      - visited\n",
        12,
        ["a telling must be of the form 'property: role -> role', not 'visited'"],
    ),
    ("'<agent>의 <place>'", "'의 <place>'", 16, ["must begin and end with a slot"]),
    ("'<agent>의 <place>'", "'<agent>의 <place> <x>'", 16, ["must begin and end with a slot"]),
    ("'<agent>의 <place>'", "'<agent>(의 <place>'", None, ["no regular expression"]),
    ("before: '^앞'", "before: '(앞'", 17, ["'(앞'", "no regular expression"]),
    ("after: '뒤$'", "after: '뒤['", 18, ["'뒤['", "no regular expression"]),
    ("    tells: [visited: agent -> place]", "    tells: []", 15, ["'beside'", "needs 'tells'"]),
    ("    verbs: 방문하다 찾다\n", "", 3, ["'go'", "needs 'tells' and one of 'verbs', 'between', 'source'"]),
    ("rules:\n", "rules: [\n", None, ["not valid YAML"]),
    ("event: Visit", "event: 'Visit", None, ["not valid YAML"]),
    (GOOD, "", 1, ["must be a mapping, not nothing"]),
    (GOOD, "- a\n", 1, ["must be a mapping, not a list"]),
    (GOOD, "event: Visit\n", 1, ["at least one rule"]),
    ("'<agent>의 <place>'", "'<agnt>의 <place>'", 16, ["'between'", "'agnt'", "(agent, place)", "did you mean 'agent'?"]),
    ("confidence: 0.7", "confidence: sure", 5, ["'confidence' must be a number, not 'sure'"]),
    ("confidence: 0.7", "confidence: 1.0", 5, ["'confidence' must lie between 0 and 1, not at 1"]),
    ("confidence: 0.7", "confidence: 0x1", 5, ["'confidence' must be a number, not '0x1'"]),
    ("carried: true", "carried: sometimes", 9, ["'carried' must be true or false, not 'sometimes'"]),
    ("unless agent", "unless agnt", 14, ["'metWith'", "'agnt'", "(agent, place)", "did you mean 'agent'?"]),
    ("    before: '^앞'", "    voices: [actve]", 17, ["'voices'", "'actve'", "(active, passive)", "did you mean 'active'?"]),
    (
        "    before: '^앞'",
        "    source: tenurs",
        17,
        ["'source'", "'tenurs'", "(chain, label, lead, named, nested, outline, tenures, theme, vote)", "did you mean 'tenures'?"],
    ),
    ("  - text: 아무 일도 없다.\n", "  - date: 2025-01-01\n", 27, ["an example lacks 'text'"]),
    ("  beside:\n", "  go:\n", 15, ["rule 'go' stands twice in 'rules', first on line 3"]),
    (GOOD, "rules: [a]\n", 1, ["'rules' must be a mapping, not a list"]),
    (GOOD, "rules: {a: b}\n", 1, ["rule 'a' must be a mapping, not 'b'"]),
    (GOOD, "rules: {a: {roles: [b]}}\n", 1, ["'roles' must be a mapping, not a list"]),
    (GOOD, "rules: {a: {tells: b}}\n", 1, ["'tells' must be a list, not 'b'"]),
    (GOOD, "rules: {a: b}\nevent: \x00", 2, ["not valid YAML", r"'\x00'"]),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_was_meant(
    tmp_path: Path, old: str, new: str, line: int | None, words: list[str]
) -> None:
    assert old in GOOD
    with pytest.raises(OntologyError) as told:
        load(tmp_path, GOOD.replace(old, new, 1))
    message = str(told.value)
    place = f"{tmp_path / 'visit.yml'}:"
    assert message.startswith(place), message
    number = message.removeprefix(place).partition(":")[0]
    assert number.isdecimal(), message
    assert line is None or int(number) == line, message
    for word in words:
        assert word in message


def test_a_file_that_is_no_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "visit.yml").write_bytes(GOOD.encode("cp949"))
    with pytest.raises(OntologyError, match=r"visit\.yml:4: not valid UTF-8"):
        load_frames(tmp_path)


def test_a_folder_without_frames_has_none(tmp_path: Path) -> None:
    assert load_frames(tmp_path) == ()
