"""The authority file: what it says, what it refuses, and what is found in the project's own."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.ontology.authority import Authority, Post, Row, fold, load_authority
from kg.ontology.schema import load_schema

REPO = Path(__file__).parents[2]
FOLDER = REPO / "ontology" / "authority"
CLASSES = {"GovernmentBody", "Place", "Company", "Person", "Technology"}
HEADER = "id,class,ko,en,aliases,from,to,parent,successor,wikidata,source,match\n"
POSTS = "person,organisation,role,from,to,source\n"


def load(folder: Path, *rows: str, posts: str | None = None) -> Authority:
    (folder / "a.csv").write_text(HEADER + "".join(row + "\n" for row in rows), "utf-8")
    if posts is not None:
        (folder / "posts.csv").write_text(POSTS + posts + "\n", "utf-8")
    return load_authority(folder, CLASSES)


@pytest.fixture(scope="module")
def project() -> Authority:
    classes = {c.name for c in load_schema(REPO / "ontology" / "techpolicy.ttl").entity_types}
    return load_authority(FOLDER, classes)


GOOD = "rail,GovernmentBody,철길부,,,,,,,,general,"
REFUSED = [
    pytest.param([GOOD, GOOD], ["a.csv:3", "'rail'", "a.csv:2"], id="one id twice"),
    pytest.param([GOOD, "iron,Company,무쇠,,철길 부,,,,,,general,"], ["a.csv:3", "'iron'", "'rail'", "a.csv:2"], id="one name, two things"),
    pytest.param(["rail,GovermentBody,철길부,,,,,,,,general,"], ["a.csv:2", "'GovermentBody'", "'GovernmentBody'"], id="unknown class"),
    pytest.param(["rail,GovernmentBody,철길부,,,,,rial,,,general,"], ["a.csv:2", "parent 'rial'", "'rail'"], id="unknown parent"),
    pytest.param(["rail,GovernmentBody,철길부,,,,,,road,,general,"], ["a.csv:2", "successor 'road'"], id="unknown successor"),
    pytest.param(
        ["a,GovernmentBody,가나,,,,,b,,,x,", "b,GovernmentBody,다라,,,,,c,,,x,", "c,GovernmentBody,마바,,,,,b,,,x,"],
        ["cycle of parent", "b (", "a.csv:3", "a.csv:4"],
        id="cycle of parents",
    ),
    pytest.param(["a,GovernmentBody,가나,,,,,,a,,x,"], ["cycle of successor", "a.csv:2"], id="its own successor"),
    pytest.param(["a,GovernmentBody,가나,,,2020-01-02,2020-01-01,,,,x,"], ["a.csv:2", "2020-01-02", "2020-01-01"], id="from after to"),
    pytest.param(["a,GovernmentBody,가나,,,2020-13-01,,,,,x,"], ["a.csv:2", "'2020-13-01'"], id="no such month"),
    pytest.param(["a,GovernmentBody,가나,,,20200101,,,,,x,"], ["a.csv:2", "'20200101'"], id="date without hyphens"),
    pytest.param(["A_b,GovernmentBody,가나,,,,,,,,x,"], ["a.csv:2", "'A_b'"], id="id that is no kebab"),
    pytest.param(["a,GovernmentBody,,,,,,,,,x,"], ["a.csv:2", "'a'"], id="no name"),
    pytest.param(["a,GovernmentBody,가나,,·,,,,,,x,"], ["a.csv:2", "no letter"], id="alias without a letter"),
    pytest.param(["a,GovernmentBody,가나,,,,,,,42,x,"], ["a.csv:2", "'42'"], id="Wikidata id without Q"),
    pytest.param(["a,GovernmentBody,가나,,,,,,,,x,never"], ["a.csv:2", "'never'", "context"], id="unknown match"),
    pytest.param(["a,GovernmentBody,가나"], ["a.csv:2", "3 cells", "12"], id="too few cells"),
]


@pytest.mark.parametrize(("rows", "told"), REFUSED)
def test_a_wrong_row_is_refused_with_its_place(tmp_path: Path, rows: list[str], told: list[str]) -> None:
    with pytest.raises(OntologyError) as caught:
        load(tmp_path, *rows)
    for part in told:
        assert part in str(caught.value)


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,ko\nx,y\n", "utf-8")
    with pytest.raises(OntologyError, match=r"a\.csv:1: header 'id,ko'"):
        load_authority(tmp_path, CLASSES)


@pytest.mark.parametrize(
    ("post", "told"),
    [
        ("kim,rail,장관,2020-01-01,,x", "person 'kim'"),
        ("rail,roil,장관,2020-01-01,,x", "organisation 'roil' is no id; did you mean 'rail'"),
        ("rail,rail,장관,2020-01-02,2020-01-01,x", "from 2020-01-02 is later"),
    ],
)
def test_a_wrong_post_is_refused(tmp_path: Path, post: str, told: str) -> None:
    with pytest.raises(OntologyError, match=r"posts\.csv:2") as caught:
        load(tmp_path, GOOD, posts=post)
    assert told in str(caught.value)


def test_a_name_passes_from_one_body_to_the_next(tmp_path: Path) -> None:
    old = "old,GovernmentBody,철길산업부,,철산부,2010-01-01,2019-12-31,,new,,x,"
    new = "new,GovernmentBody,철길통상부,,철산부,2021-01-01,,,,,x,"
    authority = load(tmp_path, old, new)
    cases = {"2015-06-01": "old", "2019-12-31": "old", "2021-01-01": "new", "2020-01-10": "old", "2020-12-20": "new", "2001-01-01": "old"}
    assert {day: [row.id for row in authority.at("철산부", dt.date.fromisoformat(day))] for day in cases} == {
        d: [i] for d, i in cases.items()
    }
    assert [row.id for row in authority.at("철산부")] == ["new", "old"]
    assert authority.at("철산부처") == ()


def test_a_city_acts_and_is_a_spot_but_a_firm_of_its_name_is_refused(tmp_path: Path) -> None:
    spot, body = "ham,Place,함흥시,,함흥,,,,,,x,", "ham-city,GovernmentBody,함흥시,,함흥,,,,,,x,"
    assert [row.id for row in load(tmp_path, spot, body).at("함흥")] == ["ham", "ham-city"]
    with pytest.raises(OntologyError, match="'함흥'"):
        load(tmp_path, spot, "ham-co,Company,함흥전자,,함흥,,,,,,x,")


def test_marks_say_which_names_need_a_cue(tmp_path: Path) -> None:
    firm, field = "a,Company,큰나무전자,Big,나무?|큰나무,,,,,,x,", "b,Technology,자료,data,자료 기술!|자료술,,,,,,x,context"
    rows = load(tmp_path, firm, field).rows
    assert [name for name in rows["a"].names if rows["a"].needs_cue(name)] == ["나무"]
    assert [name for name in rows["b"].names if not rows["b"].needs_cue(name)] == ["자료 기술"]


def test_an_office_has_its_holder_by_date(tmp_path: Path) -> None:
    people = ["kim,Person,김가나,,,,,,,,x,", "lee,Person,이다라,,,,,,,,x,"]
    posts = "kim,rail,장관,2020-01-01,2021-06-30,x\nlee,rail,장관,2021-06-30,,x"
    authority = load(tmp_path, GOOD, *people, posts=posts)
    days = {"2019-12-31": (), "2020-01-01": ("kim",), "2021-06-30": ("kim", "lee"), "2024-01-01": ("lee",)}
    assert {day: authority.holders("rail", "장관", dt.date.fromisoformat(day)) for day in days} == days
    assert authority.holders("rail", "차관", dt.date(2020, 2, 1)) == ()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("LG AI연구원", "ＬＧ AI 연구원", True),
        ("경제·인문사회연구회", "경제인문사회연구회", True),
        ("K-water", "kwater", True),
        ("KIST", "KISTI", False),
        ("산업통상부", "산업통상부문", False),
    ],
)
def test_fold_joins_spellings_and_nothing_else(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize(
    ("name", "day", "ids"),
    [
        ("산업부", "2025-09-30", ["motie"]),
        ("산업부", "2025-10-01", ["motir"]),
        ("기재부", "2025-12-31", ["mosf-2008"]),
        ("재경부", "2026-01-02", ["mofe"]),
        ("과기정통부", "2025-11-13", ["msit"]),
        ("미래부", "2015-01-01", ["msip"]),
        ("정부", "2025-11-13", ["republic-of-korea-government"]),
        ("KIST", "2025-11-13", ["kist"]),
        ("KISTI", "2025-11-13", ["kisti"]),
        ("KISTEP", "2025-11-13", ["kistep"]),
        ("KAIST", "2025-11-13", ["kaist"]),
        ("한국전자통신연구원", "2025-11-13", ["etri"]),
        ("한국전자기술연구원", "2025-11-13", ["keti"]),
        ("LG", "2025-11-13", ["lg"]),
        ("LG전자", "2025-11-13", ["lg-electronics"]),
        ("LG AI 연구원", "2025-11-13", ["lg-ai-research"]),
        ("SMR", "2025-11-13", ["smr"]),
        ("부산", "2025-11-13", ["busan", "busan-city"]),
        ("미국", "2025-11-13", ["us", "us-government"]),
    ],
)
def test_the_project_knows(project: Authority, name: str, day: str, ids: list[str]) -> None:
    assert [row.id for row in project.at(name, dt.date.fromisoformat(day))] == ids


def test_the_minister_of_a_day(project: Authority) -> None:
    assert project.holders("msit", "장관", dt.date(2025, 11, 13)) == ("bae-kyung-hoon",)
    assert project.holders("msit", "장관", dt.date(2023, 1, 1)) == ("lee-jong-ho",)


def test_the_project_has_enough_of_each_class(project: Authority) -> None:
    least = {"GovernmentBody": 450, "ResearchInstitute": 180, "Company": 2500, "University": 300}
    least |= {"Technology": 400, "Product": 100, "Policy": 120, "Person": 200}
    counts = {type_: sum(row.type == type_ for row in project.rows.values()) for type_ in least}
    assert {type_: counts[type_] for type_ in least if counts[type_] < least[type_]} == {}


def test_successors_begin_when_the_old_name_has_ended(project: Authority) -> None:
    pairs = [(row, project.rows[new]) for row in project.rows.values() for new in row.successor if row.until and project.rows[new].since]
    assert len(pairs) > 20
    late = {(old.id, new.id) for old, new in pairs if (new.since or dt.date.max) > (old.until or dt.date.min) + dt.timedelta(days=1)}
    assert late == set()


def test_one_post_has_one_holder_on_almost_every_day(project: Authority) -> None:
    """Two may meet on the day of a change; a longer overlap is a wrong date, but for posts that several hold at once."""
    shared = {("lg-ai-research", "공동원장"), ("samsung-electronics", "사장")}
    clashes = [
        (one.person, other.person)
        for one, other in _neighbours(project)
        if (one.organisation, one.role) not in shared and one.until and other.since and other.since < one.until
    ]
    assert clashes == []


def _neighbours(authority: Authority) -> list[tuple[Post, Post]]:
    posts = sorted(authority.posts, key=lambda post: (post.organisation, post.role, post.since or dt.date.min))
    return [(a, b) for a, b in itertools.pairwise(posts) if (a.organisation, a.role) == (b.organisation, b.role)]


def test_a_version_is_no_name_of_its_family(project: Authority) -> None:
    """A 2.0 beside A is another product; a version in a name is one in all names of the row."""
    version = re.compile(r"(?<![\d.])\d+\.\d+(?![\d.])")
    rows = project.rows.values()
    mixed = [row.names for row in rows if row.type == "Product" and len({frozenset(version.findall(name)) for name in row.names}) > 1]
    assert mixed == []


def test_wikidata_ids_name_one_thing_each(project: Authority) -> None:
    """An id is well formed and in one row."""
    rows = [row for row in project.rows.values() if row.wikidata]
    bearers: dict[str, list[Row]] = {}
    for row in rows:
        assert re.fullmatch(r"Q[1-9][0-9]*", row.wikidata or ""), row.where
        bearers.setdefault(row.wikidata or "", []).append(row)
    shared = {id_: [row.where for row in found] for id_, found in bearers.items() if len(found) > 1}
    assert shared == {}


def test_other_countries_are_those_beside_which_a_government_is_named(project: Authority) -> None:
    states = project.states("정부")
    assert {"indonesia", "albania"} <= states
    assert not {"south-korea", "seoul", "indonesia-government"} & states


def test_a_body_is_of_the_state_that_the_file_gives_it_and_else_at_home(tmp_path: Path) -> None:
    (tmp_path / "homes.csv").write_text("body,country\niron,far\n", "utf-8")
    rows = ["far,Place,먼나라,,,,,,,,general,", "bay,Place,먼만,,,,,far,,,general,", "iron,Company,무쇠,,,,,,,,general,", GOOD]
    authority = load(tmp_path, *rows)
    assert [authority.home(id_) for id_ in ("far", "bay", "iron", "rail")] == ["far", "far", "far", ""]


def test_a_home_that_is_no_row_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "homes.csv").write_text("body,country\nrail,fra\n", "utf-8")
    with pytest.raises(OntologyError, match=r"homes\.csv:2: country 'fra'"):
        load(tmp_path, GOOD)


def test_homes_are_bodies_in_foreign_states(project: Authority) -> None:
    states = {project.rows[state] for state in project.homes.values()}
    assert {row.type for row in states} == {"Place"}
    assert "south-korea" not in {row.id for row in states}
    assert not {project.rows[body].type for body in project.homes} & {"Place", "Person", "Technology", "Product", "Policy"}
