"""``kg evaluate``: what it shows, what it keeps to itself, and its exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.evaluate.corpus import corpus_digest

DATE = "2025-03-12"
TEXTS = {
    "one": "우주항공청은 12일 누리호를 발사했다. 우주항공청은 KIST를 방문했다.",
    "two": "과기정통부는 업스테이지를 정예팀으로 선정했다.",
}
GOLD: dict[str, tuple[dict[str, tuple[str, str]], list[tuple[str, str, str, str | None]]]] = {
    "one": (
        {"r": ("우주항공청", "GovernmentBody"), "h": ("누리호", "Product"), "k": ("KAIST", "University")},
        [("r", "unveiled", "h", "2025-03-11"), ("r", "collaboratesWith", "k", None)],
    ),
    "two": ({"m": ("과기정통부", "GovernmentBody"), "u": ("업스테이지", "Company")}, [("m", "selected", "u", None)]),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluate")
    (folder / "gold").mkdir()
    lines = [{"id": id, "title": "소식", "date": DATE, "text": text} for id, text in TEXTS.items()]
    (folder / "texts.jsonl").write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    for id, (entities, facts) in GOLD.items():
        told = {
            "entities": [{"id": key, "name": name, "type": type_, "aliases": []} for key, (name, type_) in entities.items()],
            "facts": [{"s": s, "p": p, "o": o, "status": "actual", "time": time, "sentence": 1} for s, p, o, time in facts],
        }
        (folder / "gold" / f"{id}.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    built = CliRunner().invoke(main, ["build", str(folder / "texts.jsonl"), "-o", str(folder / "out"), "--workers", "1"])
    assert built.exit_code == 0, built.output
    return folder


def run(corpus: Path, *arguments: str) -> Result:
    """On the built graph."""
    return CliRunner().invoke(main, ["evaluate", str(corpus / "gold"), "-o", str(corpus / "out"), *arguments])


def read(corpus: Path, *arguments: str) -> Result:
    """On the texts."""
    texts = [str(corpus / "texts.jsonl")]
    return CliRunner().invoke(main, ["evaluate", str(corpus / "gold"), *texts, "--workers", "1", "--figures", *arguments])


def test_what_is_right_wrong_and_missed_is_told_with_its_sentence(corpus: Path) -> None:
    result = run(corpus)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "2 annotated articles"
    assert lines[2].split() == ["facts", "0.667", "0.667", "0.667", "2", "3", "3"]
    wrong = next(at for at, line in enumerate(lines) if line.startswith("  wrong one 우주항공청 visited 한국과학기술연구원 actual ["))
    assert lines[wrong].endswith("— object not annotated")
    assert lines[wrong + 1].strip() == "우주항공청은 KIST를 방문했다."
    lost = next(at for at, line in enumerate(lines) if line.startswith("  missed one 우주항공청 collaboratesWith KAIST"))
    assert "— object not found (object not named in the sentence)" in lines[lost]
    assert any("differs one 우주항공청 unveiled 누리호" in line and line.endswith("— time 2025-03-12 for 2025-03-11") for line in lines)


def test_only_figures_tells_no_word_of_an_article(corpus: Path) -> None:
    result = run(corpus, "--figures")
    assert result.exit_code == 0
    assert "facts" in result.stdout
    for word in ("우주", "KIST", "one", "unveiling.show"):
        assert word not in result.stdout.replace("alone", "")
    told = json.loads(run(corpus, "--figures", "--json").stdout)
    assert told["facts_strict"]["matched"] == 2
    assert not {"rules", "missed", "constructions"} & told.keys()


@pytest.mark.parametrize(
    ("arguments", "gold", "told"),
    [(["--only", "two"], 1, 1), (["--leave-out", "t*"], 2, 2), (["--only", "*", "--leave-out", "one"], 1, 1)],
)
def test_articles_left_out_are_not_read(arguments: list[str], gold: int, told: int, corpus: Path) -> None:
    found = json.loads(run(corpus, "--json", *arguments).stdout)
    assert (found["articles"], found["facts_strict"]["gold"], found["facts_strict"]["told"]) == (1, gold, told)


def test_everything_as_json(corpus: Path) -> None:
    found = json.loads(run(corpus, "--json").stdout)
    (wrong,) = found["rules"]["visit.go"]["wrong"]
    assert (wrong["object"], wrong["cause"], wrong["sentence"]) == (
        "한국과학기술연구원",
        "object not annotated",
        "우주항공청은 KIST를 방문했다.",
    )
    assert found["constructions"]["stands in"]["paragraph"] == {"right": 2, "wrong": 1}
    (lost,) = found["missed"]
    assert (lost["property"], lost["cause"]) == ("collaboratesWith", "object not found")


@pytest.mark.parametrize("name", ["selection.choose", "selection", "selected"])
def test_one_rule_is_shown_whole(name: str, corpus: Path) -> None:
    shown = run(corpus, "--show", name).stdout.strip().splitlines()
    assert shown[0] == "selection.choose: 1 right, 0 wrong"
    assert shown[1].startswith("  right two 과학기술정보통신부 selected 업스테이지 actual")
    assert len(shown) == 3


def test_texts_are_read_for_the_purpose(corpus: Path) -> None:
    result = read(corpus)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run(corpus, "--figures").stdout


def test_an_article_without_a_document_is_missed_and_told(corpus: Path, tmp_path: Path) -> None:
    gold = Path(shutil.copytree(corpus / "gold", tmp_path / "gold"))
    shutil.copy(gold / "one.json", gold / "three.json")
    result = CliRunner().invoke(main, ["evaluate", str(gold), "-o", str(corpus / "out"), "--figures"])
    assert result.exit_code == 1
    assert "No document has the id three: all its facts count as missed" in result.stderr


def floors(corpus: Path, path: Path, **least: float) -> str:
    digest = corpus_digest(sorted((corpus / "gold").glob("*.json")), [corpus / "texts.jsonl"])
    path.write_text(f'corpus = "{digest}"\n[floors]\n' + "\n".join(f"{name} = {value}" for name, value in least.items()))
    return str(path)


@pytest.mark.parametrize(("least", "code", "word"), [(0.66, 0, "holds"), (0.67, 1, "FALLS")])
def test_a_fallen_floor_is_code_1(least: float, code: int, word: str, corpus: Path, tmp_path: Path) -> None:
    result = read(corpus, "--floors", floors(corpus, tmp_path / "floors.toml", facts_f1=least))
    assert result.exit_code == code, result.output
    assert f"facts_f1  {least:.3f}" in result.stdout
    assert word in result.stdout


def test_floors_of_another_corpus_are_code_2(corpus: Path, tmp_path: Path) -> None:
    result = read(corpus, "--only", "two", "--floors", floors(corpus, tmp_path / "floors.toml", facts_f1=0.1))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the floors are of the corpus" in result.stderr


def test_what_cannot_be_compared_is_code_2(corpus: Path) -> None:
    result = run(corpus, "--only", "three")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no article is called 'three'" in result.stderr


@pytest.mark.parametrize(("inputs", "message"), [([], "--floors needs the texts"), (["texts.jsonl"], "cannot be read as TOML")])
def test_floors_need_texts_and_a_file(inputs: list[str], message: str, corpus: Path) -> None:
    texts = [str(corpus / name) for name in inputs]
    result = CliRunner().invoke(main, ["evaluate", str(corpus / "gold"), *texts, "--floors", str(corpus / "no.toml")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_graph_of_other_articles_is_refused(built: Path, corpus: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(corpus / "gold"), "-o", str(built)])
    assert result.exit_code == 2
    assert "none of the 2 annotated articles is told of" in result.stderr
