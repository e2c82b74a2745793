"""A folder that documents were added to and removed from is the one that a build of the same documents gives."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.grow import Manner, Reader, add, remove
from kg.keep.store import fill, open_store
from kg.ledger import open_ledger
from kg.pipeline import Settings, build
from kg.pipeline.build import results
from kg.resolve import resolve
from kg.values import Document, Reading
from kg.write.files import write_graph

ALONE = Settings(workers=1)
DATA = ("graph.ttl", "graph.trig", "documents.jsonl")
FILES = (*DATA, "graph.html", "report.md")
QUICK = Manner(page=False)
# Two namesakes, a person whose second body joins them, an event with a date, a plan, a product of two texts, a relation both ways; the
# product once more as it sounds, two firms of one stock code, and so many others of it that it tells nothing any more.
MANY = [first + last for first in "가나다라마" for last in "람솔빛결숲"]
TEXTS = {
    "accord": "협약 체결\n\n과학기술정보통신부는 13일 한국과학기술연구원과 업무협약을 체결했다.\n",
    "visit": "김하늘 원장, 대전 방문\n\n김하늘 한국과학기술연구원 원장은 지난 3일 한국전자통신연구원을 방문했다.\n",
    "namesake": "김하늘 대표 선임\n\n삼성전자는 김하늘 삼성전자 대표를 새로 선임했다고 밝혔다. 김하늘 대표는 로봇 기업을 이끌어 왔다.\n",
    "both": "김하늘 원장 겸직\n\n김하늘 삼성전자 대표는 13일 취임했다. 김하늘 한국과학기술연구원 원장은 삼성전자와 업무협약을 맺었다.\n",
    "robot": "로봇 전략 발표\n\n정부는 내년까지 로봇 산업 육성 전략을 마련할 계획이다. LG전자는 로봇 KAPEX를 개발했다.\n",
    "shared": "LG전자, KAPEX 공급\n\nLG전자는 20일 한국과학기술연구원과 로봇 KAPEX를 공동 개발했다고 밝혔다.\n",
    "spelt": "케이팩스 공개\n\nLG전자는 로봇 케이팩스를 개발했다. LG전자는 20일 ‘케이팩스’를 공개했다.\n",
    "coded": "로봇 개발\n\n㈜나루정밀(123456)은 로봇을 개발했다.\n",
    "renamed": "협약 체결\n\n과학기술정보통신부는 13일 ㈜새길기계(123456)와 업무협약을 체결했다.\n",
    "crowd": "협약 체결\n\n" + "".join(f"과학기술정보통신부는 13일 ㈜{name}전자(123456)와 협약을 체결했다.\n" for name in MANY),
}
OTHERS = {
    "accord": TEXTS["accord"].replace("한국과학기술연구원", "한국전자통신연구원"),
    "visit": TEXTS["visit"].replace("김하늘", "이바다"),
    "renamed": TEXTS["renamed"].replace("123456", "654321"),
    "shared": "LG전자, 계획 접어\n\nLG전자는 로봇 사업을 하지 않기로 했다.\n",
}
VERSIONS = {(id, 0): text for id, text in TEXTS.items()} | {(id, 1): text for id, text in OTHERS.items()}
Documents = Mapping[str, int]


@cache
def reader() -> Reader:
    return Reader(ALONE)


def put(folder: Path, documents: Documents) -> list[Path]:
    """The documents as files of one folder, of no other content."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for id, version in documents.items():
        (folder / f"{id}.txt").write_text(VERSIONS[id, version], encoding="utf-8")
    return sorted(folder.iterdir())


def built(folder: Path, documents: Documents) -> Path:
    put(folder / "in", documents)
    build([folder / "in"], folder / "out", ALONE)
    return folder / "out"


def files(out: Path, names: Iterable[str] = DATA) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in names}


def stored(out: Path) -> set[object]:
    with open_store(out / "store") as store:
        return set(store.quads())


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder built of two documents, to be copied."""
    return built(tmp_path_factory.mktemp("start"), {"accord": 0, "namesake": 0})


@pytest.fixture
def out(start: Path, tmp_path: Path) -> Path:
    shutil.copytree(start, tmp_path / "out")
    return tmp_path / "out"


def test_what_grew_is_what_a_build_gives_in_every_form(out: Path, tmp_path: Path) -> None:
    add(put(tmp_path / "one", {"visit": 0, "robot": 0, "accord": 1}), out, reader())
    add(put(tmp_path / "two", {"both": 0, "visit": 1}), out, reader())
    remove(["robot"], out, reader())
    clean = built(tmp_path / "clean", {"accord": 1, "namesake": 0, "visit": 1, "both": 0})
    assert files(out, FILES) == files(clean, FILES)
    assert stored(out) == stored(clean)
    assert {path.name for path in out.iterdir()} == {path.name for path in clean.iterdir()}
    assert b"KAPEX" not in (out / "graph.trig").read_bytes()


@cache
def reading(document: Document) -> Reading:
    return reader().road.read(document)


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[str, dict[str, int]]]:
    versions = st.dictionaries(st.sampled_from(sorted(TEXTS)), st.integers(0, 1), min_size=1, max_size=3)
    known = versions.map(lambda found: {id: version for id, version in found.items() if (id, version) in VERSIONS})
    return draw(st.lists(st.tuples(st.sampled_from(("add", "add", "remove")), known), min_size=1, max_size=5))


@settings(max_examples=12, deadline=None)
@given(steps())
def test_any_sequence_ends_with_the_graph_of_its_documents(start: Path, steps: list[tuple[str, dict[str, int]]]) -> None:
    there = {"accord": 0, "namesake": 0}
    with tempfile.TemporaryDirectory() as place:
        out, texts = Path(place) / "out", Path(place) / "in"
        shutil.copytree(start, out)
        for step, documents in steps:
            if step == "add":
                change = add(put(texts, documents), out, reader(), QUICK)
                assert sorted(change.unchanged) == sorted(id for id in documents if there.get(id) == documents[id])
                there |= documents
            else:
                change = remove(documents, out, reader(), QUICK)
                there = {id: version for id, version in there.items() if id not in documents}
            assert change.documents == len(there)
        check(out, Path(place), there)


def check(out: Path, place: Path, there: Documents) -> None:
    """The folder has what a build of these documents gives."""
    found = [one for one in results(put(place / "in", there), reader().known.ontology) if isinstance(one, Document)]
    quads = write_graph(resolve(map(reading, found), reader().known.ontology), place / "clean", schema=reader().known.schema)
    assert files(out) == files(place / "clean")
    assert stored(out) == set(quads)


@pytest.mark.parametrize(
    ("there", "comes", "counts"),
    [
        (("visit", "namesake"), "both", ("김하늘", 2, 1)),
        (("robot",), "spelt", ("케이팩스", 0, 0)),
        (("spelt",), "robot", ("케이팩스", 1, 0)),
        (("coded",), "renamed", ("새길기계", 0, 0)),
        (("coded", "renamed"), "crowd", ("새길기계", 0, 1)),
    ],
)
def test_a_document_joins_or_parts_what_others_name_until_it_goes(
    out: Path, tmp_path: Path, there: tuple[str, ...], comes: str, counts: tuple[str, int, int]
) -> None:
    name, before, after = counts
    documents = dict.fromkeys(("accord", *there), 0)
    remove(["namesake"], out, reader(), QUICK)
    add(put(tmp_path / "first", documents), out, reader(), QUICK)
    start = files(out)
    assert called(out, name) == before
    add(put(tmp_path / "second", {comes: 0}), out, reader(), QUICK)
    assert called(out, name) == after
    check(out, tmp_path, {**documents, comes: 0})
    remove([comes], out, reader(), QUICK)
    assert files(out) == start
    check(out, tmp_path, documents)


def called(out: Path, name: str) -> int:
    """How many things have the name as their first."""
    return (out / "graph.ttl").read_text(encoding="utf-8").count(f'skos:prefLabel "{name}"@ko')


def test_data_alone_and_all_forms_take_turns(out: Path, tmp_path: Path) -> None:
    there = {"accord": 0, "namesake": 0}
    for number, page in enumerate((False, False, True, False, False)):
        there |= {sorted(TEXTS)[number]: 0}
        add(put(tmp_path / "in", there), out, reader(), Manner(page=page))
        assert stored(out) == set(ox.parse(path=str(out / "graph.trig"), format=ox.RdfFormat.TRIG))
    (out / "graph.ttl").write_text("altered", encoding="utf-8")
    shutil.rmtree(out / "store")
    fill(out / "store", [])
    assert add([], out, reader(), QUICK).written
    clean = built(tmp_path / "clean", there)
    assert files(out) == files(clean)
    assert stored(out) == stored(clean)


def test_what_is_there_costs_nothing(out: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and "ledger" not in path.parts}
    stranger = Reader(ALONE)
    for _ in range(2):
        change = add(put(tmp_path / "in", {"accord": 0}), out, stranger)
        assert (change.unchanged, change.written, change.documents) == (["accord"], False, 2)
    assert "road" not in vars(stranger), "Kiwi was loaded for nothing"
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_page_can_wait(out: Path, tmp_path: Path) -> None:
    page = (out / "graph.html").read_bytes()
    assert add(put(tmp_path / "in", {"robot": 0}), out, reader(), QUICK).written
    assert (out / "graph.html").read_bytes() == page
    assert not add([], out, reader(), QUICK).written
    assert add([], out, reader()).written
    assert (out / "graph.html").read_bytes() != page
    assert not add([], out, reader()).written


def test_each_document_is_told_when_it_is_kept(out: Path, tmp_path: Path) -> None:
    heard: list[tuple[str, str]] = []
    manner = Manner(page=False, hear=lambda done, id: heard.append((done, id)))
    add(put(tmp_path / "in", {"accord": 1, "robot": 0, "namesake": 0}), out, reader(), manner)
    remove(["robot", "robot", "accord"], out, reader(), manner)
    assert heard == [("changed", "accord"), ("added", "robot"), ("removed", "robot"), ("removed", "accord")]


def test_an_unknown_document_is_told_with_near_ones_and_the_rest_is_done(out: Path) -> None:
    change = remove(["acord", "namesake"], out, reader(), QUICK)
    assert (change.removed, change.exit_code) == (["namesake"], 1)
    assert [(one.source, one.remedy) for one in change.skipped] == [("acord", "did you mean accord?")]


def test_the_last_document_goes_and_another_comes(out: Path, tmp_path: Path) -> None:
    assert remove(["accord", "namesake"], out, reader()).documents == 0
    assert stored(out) == set()
    add(put(tmp_path / "in", {"robot": 0}), out, reader())
    assert files(out, FILES) == files(built(tmp_path / "clean", {"robot": 0}), FILES)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "documents.jsonl", "graph.html", "report.md", "store"])
def test_what_was_lost_or_altered_is_made_again(out: Path, name: str) -> None:
    before = files(out, FILES)
    path = out / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    (out / ".new-abc").mkdir()
    add([], out, reader())
    assert files(out, FILES) == before
    assert (out / "store").is_dir()
    assert not (out / ".new-abc").exists()


def test_another_maker_is_refused_until_all_is_read_again(out: Path, tmp_path: Path) -> None:
    before = files(out)
    database = sqlite3.connect(out / "ledger" / "records.sqlite3")
    database.execute("UPDATE record SET maker = 'other', reading = reading WHERE id = ?", (b"accord",))
    database.commit()
    database.close()
    with pytest.raises(StoreError, match=r"1 of 2 documents were read with another ontology than .*--again"):
        add([], out, reader())
    with pytest.raises(StoreError, match="--again"):
        remove(["accord"], out, reader())
    assert add([], out, reader(), Manner(again=True)).changed == ["accord"]
    assert files(out) == before


def test_base_and_language_of_the_folder_stay(tmp_path: Path) -> None:
    both = Settings(lang="en", base="https://graph.example.org/id/", workers=1)
    build(put(tmp_path / "in", {"accord": 0}), tmp_path / "out", both)
    add(put(tmp_path / "in", {"robot": 0}), tmp_path / "out", reader())
    build(put(tmp_path / "in", {"accord": 0, "robot": 0}), tmp_path / "clean", both)
    assert files(tmp_path / "out", FILES) == files(tmp_path / "clean", FILES)


def test_a_store_of_a_newer_kg_is_left_alone(out: Path, tmp_path: Path) -> None:
    (out / "store" / "version").write_text("99\n", encoding="ascii")
    with pytest.raises(StoreError, match="layout 99, of a newer kg"):
        add(put(tmp_path / "in", {"robot": 0}), out, reader())
    assert (out / "store" / "version").read_text(encoding="ascii") == "99\n"


def test_no_build_and_no_ledger_is_told(tmp_path: Path, out: Path) -> None:
    with pytest.raises(StoreError, match="no ledger here"):
        add([], tmp_path / "nowhere", reader())
    with open_ledger(out), pytest.raises(StoreError, match="is writing this folder"):
        build(put(tmp_path / "in", {"robot": 0}), out, ALONE)
