"""What bad input gets: one message that names file and line, the rest is built, and an earlier output stays whole."""

from __future__ import annotations

import gzip
import json
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.keep.store import writing

ARTICLE = """과기정통부, KIST와 손잡았다

과학기술정보통신부는 13일 한국과학기술연구원과 인공지능 반도체 업무협약을 체결했다고 밝혔다. 펲과 똠방각하도 왔다.
"""
PAGE = '<html><head><meta charset="{charset}"><title>협약</title></head><body><article><p>{text}</p></article></body></html>'


def line(**fields: str) -> str:
    return json.dumps({"id": "x", "title": "제목", "date": "2025-11-13", "text": ARTICLE, **fields}, ensure_ascii=False)


LINES = "\n".join(
    [
        line(id="first"),
        '{"id": "broken", "text": "열린',
        line(id="first"),
        '{"id": "bare", "title": "본문 없음"}',
        "[1, 2]",
        line(id="last"),
    ]
)

GOOD: dict[str, bytes] = {
    "utf8.txt": ARTICLE.encode(),
    "cp949.txt": ARTICLE.encode("cp949"),
    "declared-euckr.html": PAGE.format(charset="euc-kr", text=ARTICLE).encode(),
    "declared-utf8.html": PAGE.format(charset="utf-8", text=ARTICLE).encode("cp949"),
    "nfd.md": unicodedata.normalize("NFD", ARTICLE).encode(),
    "one-line.txt": (ARTICLE.replace("\n", " ") + "0123456789abcdef" * 320_000).encode(),
    "folder/packed.jsonl.gz": gzip.compress(line(id="packed").encode()),
}
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "is binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(200), "is a PNG picture"),
    "menu.html": ("<ul><li><a href='/a'>로그인</a></li><li><a href='/b'>회원가입</a></li></ul>".encode(), "holds no article"),
    "torn.jsonl.gz": (gzip.compress(line().encode())[:-9], "damaged gzip"),
    "notes.hwp": (b"text", "unknown suffix '.hwp'"),
}
BAD_LINES = {2: "is broken JSON", 3: "has the id 'first', which", 4: "has no", 5: "is a JSON list"}


@dataclass(frozen=True)
class Built:
    """What a run over all of the above left."""

    place: Path
    result: Result

    @property
    def documents(self) -> dict[str, str]:
        lines = (self.place / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        return {told["id"]: told["text"] for told in map(json.loads, lines)}

    def messages(self, name: str) -> list[str]:
        return [told for told in self.result.stderr.splitlines() if f"{os.sep}{name}" in told.partition(": ")[0]]


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("bad")
    inputs = place / "in"
    for name, content in GOOD.items():
        put(inputs / name, content)
    for name, (content, _) in BAD.items():
        put(inputs / name, content)
    put(inputs / "lines.jsonl", LINES.encode())
    (place / "bare").mkdir()
    (inputs / "lost.txt").symlink_to(place / "nowhere")
    return Built(place, kg("build", inputs, place / "bare", place / "none.txt", "-o", place / "out"))


def test_the_rest_is_built_and_the_exit_code_tells(built: Built) -> None:
    assert built.result.exit_code == 1, built.result.output
    assert built.result.exception is None or isinstance(built.result.exception, SystemExit)
    skipped = len(BAD) + len(BAD_LINES) + 3
    assert f"{len(built.documents)} documents" in built.result.stdout
    assert f"{skipped} skipped" in built.result.stdout
    assert sum(told.startswith("Skipped ") for told in built.result.stderr.splitlines()) == skipped


def test_what_is_unusual_but_good_is_built(built: Built) -> None:
    assert set(built.documents) == {"utf8", "cp949", "declared-euckr", "declared-utf8", "nfd", "one-line", "packed", "first", "last"}
    for id_, text in built.documents.items():
        assert "한국과학기술연구원과 인공지능 반도체 업무협약" in text, id_
        assert "똠방각하" in text, id_


def test_each_of_these_documents_tells_the_same_fact(built: Built) -> None:
    out = kg("explain", "과학기술정보통신부 collaboratesWith 한국과학기술연구원", "-o", built.place / "out")
    assert out.exit_code == 0, out.output
    assert out.output.count("claim:") >= len(built.documents)


@pytest.mark.parametrize(("name", "reason"), [(name, reason) for name, (_, reason) in BAD.items()])
def test_a_bad_file_is_named_with_the_reason(built: Built, name: str, reason: str) -> None:
    (message,) = built.messages(name)
    assert reason in message
    assert "; " in message.partition(reason)[2], "what would be right is missing"


@pytest.mark.parametrize(("number", "reason"), BAD_LINES.items())
def test_a_bad_line_is_named_with_its_number(built: Built, number: int, reason: str) -> None:
    (message,) = built.messages(f"lines.jsonl:{number}")
    assert reason in message


@pytest.mark.parametrize(
    ("name", "reason"), [("lost.txt", "leads nowhere"), ("bare", "is a folder without documents"), ("none.txt", "does not exist")]
)
def test_what_is_no_file_is_named(built: Built, name: str, reason: str) -> None:
    (message,) = built.messages(name)
    assert reason in message


def test_the_report_lists_what_was_skipped(built: Built) -> None:
    report = (built.place / "out" / "report.md").read_text(encoding="utf-8")
    assert all(name in report for name in ("empty.txt", "menu.html", "none.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    put(tmp_path / "in" / "good.txt", ARTICLE.encode())
    put(tmp_path / "in" / "closed.txt", ARTICLE.encode()).chmod(0)
    result = kg("build", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "closed.txt: cannot be read" in result.stderr


# Where nothing can be built, what was there before stays as it was.


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder with a good build of one article."""
    assert kg("build", put(tmp_path / "good" / "a.txt", ARTICLE.encode()), "-o", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


def test_nothing_to_build_leaves_the_earlier_output(tmp_path: Path, earlier: Path) -> None:
    before = snapshot(earlier)
    result = kg("build", put(tmp_path / "empty.txt", b""), "-o", earlier)
    assert result.exit_code == 2
    assert "empty.txt: is empty" in result.stderr
    assert "Nothing was built" in result.stderr
    assert snapshot(earlier) == before


def test_a_store_in_use_leaves_the_earlier_output(tmp_path: Path, earlier: Path) -> None:
    other = put(tmp_path / "b.txt", ARTICLE.replace("13일", "14일").encode())
    with writing(earlier / "store"):
        before = {name: content for name, content in snapshot(earlier).items() if not name.startswith("store/")}
        result = kg("build", other, "-o", earlier)
        after = {name: content for name, content in snapshot(earlier).items() if not name.startswith("store/")}
    assert result.exit_code == 2
    assert f"process {os.getpid()} is writing this store" in result.stderr
    assert after == before
    assert kg("build", other, "-o", earlier).exit_code == 0


def test_a_broken_ontology_leaves_the_earlier_output(tmp_path: Path, earlier: Path) -> None:
    before = snapshot(earlier)
    result = kg("build", "-o", earlier, "--ontology", put(tmp_path / "onto" / "techpolicy.ttl", b"tp:x a").parent)
    assert result.exit_code == 2
    assert "techpolicy.ttl:1" in result.stderr
    assert snapshot(earlier) == before


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("good", "lies inside the input"),
        ("good/sub", "lies inside the input"),
        ("a-file", "cannot be written"),
        ("foreign", "is no store, so it is not replaced"),
    ],
)
def test_a_place_that_cannot_be_built_in_is_refused(tmp_path: Path, out: str, message: str) -> None:
    put(tmp_path / "good" / "a.txt", ARTICLE.encode())
    put(tmp_path / "a-file", b"precious")
    put(tmp_path / "foreign" / "store" / "letters.txt", b"precious")
    before = snapshot(tmp_path)
    result = kg("build", tmp_path / "good", "-o", tmp_path / out)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert snapshot(tmp_path) == before


def test_no_half_made_file_is_left(earlier: Path) -> None:
    assert {"documents.jsonl", "graph.html", "graph.trig", "graph.ttl", "report.md", "store"} <= {path.name for path in earlier.iterdir()}
    assert not [path for path in earlier.iterdir() if path.name.startswith(".")]
