"""Decisions about identity: they always win, last over rebuilds, and can be taken back; doubts come with reasons and sentences."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.errors import UsageError
from kg.home import ontology_folder
from kg.ontology import load_ontology
from kg.ontology.judgements import read_ref
from kg.review import Decision, decide, doubts, see
from kg.review.doubts import CSV_COLUMNS, as_csv

TEXTS = {
    "a": "로봇 공개\n\n한국과학기술연구원은 12일 로봇 '가람봇'을 공개했다. 정하람 KIST 원장은 웃었다.\n",
    "b": "로봇 도입\n\n나루테크는 11일 로봇 'GARAMBOT'을 도입했다. 정하람 KAIST 교수는 LG전자를 방문했다.\n",
    "c": "방문\n\n정하람 원장은 12일 삼성전자를 방문했다.\n",
    "d": "로봇 개발\n\n누리로보틱스는 12일 로봇 '가람봇'을 개발했다.\n",
}
Kg = Callable[..., Result]


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, which nobody edits meanwhile."""
    return Path(shutil.copytree(ontology_folder(), tmp_path_factory.mktemp("review") / "ontology"))


@pytest.fixture(scope="module")
def pattern(ontology: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    command = ["build", str(folder / "in"), "-o", str(folder / "out"), "--ontology", str(ontology), "--workers", "1"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def place(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pattern, tmp_path / "place"))


@pytest.fixture
def kg(place: Path, ontology: Path) -> Kg:
    def run(command: str, *arguments: str, input: str | None = None) -> Result:
        whole = [command, *arguments, "-o", str(place / "out"), "--ontology", str(ontology)]
        return CliRunner().invoke(main, whole, input=input, env={"KG_WHO": "홍길동"})

    return run


def graph(place: Path) -> str:
    return (place / "out" / "graph.ttl").read_text(encoding="utf-8")


def people(place: Path) -> list[str]:
    return sorted(line.split()[0] for line in graph(place).splitlines() if line.startswith("id:person") and " a tp:Person" in line)


def test_doubts_come_with_reasons_and_a_sentence_of_each(place: Path, ontology: Path) -> None:
    with see(place / "out", load_ontology(ontology)) as seen:
        found = list(doubts(seen))
        assert {tuple(map(str, one.refs)) for one in found} == {
            ("person/정하람 @a", "person/정하람 @c"),
            ("person/정하람 @c", "person/정하람 @b"),
        }
        assert all("[[정하람]]" in side.sentence and side.document for one in found for side in one.evidence)
        assert all({sign.name for sign in one.weight.signs} == {"same-name", "between-namesakes"} for one in found)
        assert [one.weight.score for one in found] == sorted((one.weight.score for one in found), reverse=True)
        rows = list(csv.reader(io.StringIO(as_csv(found, seen.ontology.identity.features, "ko"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == 1 + len(found)


def test_a_decision_wins_lasts_over_a_rebuild_and_can_be_undone(kg: Kg, place: Path) -> None:
    file, before = place / "mine.csv", people(place)
    assert len(before) == 3
    result = kg("review", "--same", "정하람 @a", "정하람 @c", "--why", "같은 원장", "--judgements", str(file))
    assert result.exit_code == 0, result.output
    assert "홍길동" in file.read_text(encoding="utf-8")
    assert kg("add").exit_code == 0
    assert len(people(place)) == 2
    joined = graph(place)
    result = kg("build", str(place / "in"), "--workers", "1")
    assert result.exit_code == 0, result.output
    assert graph(place) == joined, "the folder remembers its judgements"
    assert "하나입니다" in kg("explain", "정하람 @a", "정하람 @c").stdout
    assert kg("review", "--undo", "정하람 @c", "정하람 @a").exit_code == 0, "whichever is named first"
    assert kg("add").exit_code == 0
    assert people(place) == before
    assert "person/정하람 @a" not in kg("review", "--decided").stdout
    assert file.read_text(encoding="utf-8").count("\n") == 3, "the log keeps both lines"


def test_what_the_rules_join_a_person_parts(kg: Kg, place: Path) -> None:
    file = str(place / "mine.csv")
    assert "하나입니다" in kg("explain", "가람봇", "GARAMBOT").stdout
    result = kg("review", "--different", "product/가람봇", "product/GARAMBOT", "--judgements", file)
    assert result.exit_code == 0, result.output
    assert kg("add").exit_code == 0
    assert "둘입니다" in kg("explain", "product/가람봇", "product/GARAMBOT").stdout
    assert "GARAMBOT a tp:Product" in graph(place)


def test_one_name_of_two_documents_is_parted(kg: Kg, place: Path) -> None:
    assert graph(place).count("a tp:Product") == 1
    result = kg("review", "--different", "product/가람봇 @a", "product/가람봇 @d", "--judgements", str(place / "mine.csv"))
    assert result.exit_code == 0, result.output
    assert kg("add").exit_code == 0
    assert graph(place).count("a tp:Product") == 3, "the third document's spelling fits either, and is left to itself"
    assert "둘입니다" in kg("explain", "product/가람봇 @a", "product/가람봇 @d").stdout


def test_a_decision_that_contradicts_is_refused_and_nothing_is_written(kg: Kg, place: Path) -> None:
    file = place / "mine.csv"
    assert kg("review", "--same", "정하람 @a", "정하람 @c", "--judgements", str(file)).exit_code == 0
    written = file.read_bytes()
    result = kg("review", "--different", "정하람 @c", "정하람 @a")
    assert result.exit_code == 2
    assert f"{file}:2" in result.stderr
    assert "--undo" in result.stderr
    assert file.read_bytes() == written


def test_the_terminal_asks_and_writes_at_once(kg: Kg, place: Path) -> None:
    file = place / "mine.csv"
    result = kg("review", "--ask", "--judgements", str(file), input="s\n같은 사람\nq\n")
    assert result.exit_code == 0, result.output
    assert file.read_text(encoding="utf-8").splitlines()[1].split(",")[2] == "same"
    result = kg("review", "--ask", "--judgements", str(file), input="q\n")
    assert result.exit_code == 0


def test_pairs_as_a_table(kg: Kg, place: Path) -> None:
    result = kg("review", "--csv", str(place / "pairs.csv"))
    assert result.exit_code == 0, result.output
    assert (place / "pairs.csv").read_text(encoding="utf-8-sig").startswith("verdict,why,score,one,other,")
    assert kg("review", "--csv", "-").stdout.splitlines()[0] == ",".join(CSV_COLUMNS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--same", "정하람", "KIST"], "'정하람' is the name of"),
        (["--same", "없는이름", "KIST"], "nothing in this graph or the authority file is called '없는이름'"),
        (["--undo", "KIST", "KAIST"], "nothing that stands was decided"),
        (["--ask", "--decided"], "do not go together"),
        (["--same", "KIST", "한국과학기술연구원"], "a decision is of two things"),
    ],
)
def test_what_cannot_be_is_told(kg: Kg, place: Path, arguments: list[str], told: str) -> None:
    result = kg("review", *arguments, "--judgements", str(place / "mine.csv"))
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (place / "mine.csv").exists()


def test_a_decision_needs_its_author(ontology: Path, tmp_path: Path) -> None:
    decision = Decision("same", read_ref("kist"), read_ref("product/가람봇"), "", "2026-11-26", "")
    with pytest.raises(UsageError, match="--who"):
        decide([decision], tmp_path / "j.csv", load_ontology(ontology))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("KIST", "KISTI", ["둘입니다", "권위 파일이 둘로 안다"]),
        ("KIST", "한국과학기술연구원", ["하나입니다", "한 줄(kist)"]),
        ("가람봇", "GARAMBOT", ["하나입니다", "소리가 같다"]),
    ],
)
def test_why_two_names_are_one_or_two(kg: Kg, one: str, other: str, told: list[str]) -> None:
    result = kg("explain", one, other)
    assert result.exit_code == 0, result.output
    assert all(part in result.stdout for part in told)
