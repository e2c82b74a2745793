"""Reading whole inputs: order, ids, everything that can be wrong with a file, and the laws that hold for any text."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import read
from kg.read.blocks import LONGEST
from kg.read.compose import compose
from kg.read.draft import Draft, Part
from kg.values import Document, Skipped
from tests.needs import needs_shared
from tests.read.pages import PAGE, told

ARTICLE = "정부, 양자 기술 전략을 공개\n\n과학기술정보통신부는 13일 양자 기술 전략을 공개했다고 밝혔다. 펲시콜라와 똠방각하도 왔다.\n"
KINDS = {"title", "summary", "caption", "heading", "paragraph", "bullet", "table", "byline", "contact", "boilerplate"}


def put(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def taken(paths: Iterable[Path]) -> tuple[list[Document], list[Skipped]]:
    results = list(read(paths, PAGE))
    return [one for one in results if isinstance(one, Document)], [one for one in results if isinstance(one, Skipped)]


def holds(document: Document) -> None:
    """The laws of a document's blocks."""
    end = 0
    for number, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        assert block.kind in KINDS
        assert (block.kind == "title") == (number == 0)
        assert block.start >= end
        assert text == text.strip()
        assert len(text) <= LONGEST or number == 0
        assert text or number == 0
        end = block.end
    assert end <= len(document.text)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b" \n\t\n", "is empty"),
        ("a.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "HWP 5"),
        ("a.txt", bytes(range(256)) * 9, "is binary"),
        ("a.txt", b"\xff\xc0\xc1\xf9" * 50, "unknown encoding"),
        ("a.html", "<ul><li><a href='x'>로그인</a></li></ul>", "holds no article"),
        ("a.hwp", b"text", "unknown suffix '.hwp'"),
        ("a", b"text", "has no suffix"),
        (".a.txt", b"text", "is hidden"),
        ("a.jsonl.gz", b"no archive", "damaged gzip"),
    ],
)
def test_a_bad_file_is_told_and_the_run_goes_on(tmp_path: Path, name: str, content: bytes | str, reason: str) -> None:
    put(tmp_path, {name: content, "good.txt": ARTICLE})
    documents, skipped = taken([tmp_path])
    assert [document.id for document in documents] == ["good"]
    assert len(skipped) == 1
    assert str(tmp_path / name) in skipped[0].source
    assert reason in skipped[0].reason
    assert skipped[0].remedy


@pytest.mark.parametrize("codec", ["cp949", "utf-16", "utf-8-sig", "utf-8"])
def test_encodings_give_one_text(tmp_path: Path, codec: str) -> None:
    put(tmp_path, {"a.txt": ARTICLE.encode(codec), "b.txt": unicodedata.normalize("NFD", ARTICLE)})
    (first, second), skipped = taken([tmp_path])
    assert not skipped
    assert first.text == second.text
    assert "똠방각하" in first.text


@pytest.mark.parametrize(("declared", "codec"), [("euc-kr", "utf-8"), ("utf-8", "cp949"), ("euc-kr", "cp949")])
def test_a_wrong_charset_is_not_believed(tmp_path: Path, declared: str, codec: str) -> None:
    page = f'<html><head><meta charset="{declared}"><title>양자 전략</title></head><body><article><p>{ARTICLE}</p></article></body></html>'
    documents, _ = taken([put(tmp_path, {"a.html": page.encode(codec)})])
    assert "똠방각하" in documents[0].text


def test_five_megabytes_of_one_line_are_cut_into_blocks(tmp_path: Path) -> None:
    documents, skipped = taken([put(tmp_path, {"a.txt": "양자 전략을 공개했다. " * 160_000})])
    assert not skipped
    holds(documents[0])
    assert len(documents[0].blocks) > 100
    assert documents[0].title == "a"


def test_what_is_no_file(tmp_path: Path) -> None:
    put(tmp_path, {"good.txt": ARTICLE})
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    documents, skipped = taken([tmp_path, tmp_path / "none.txt", tmp_path / "empty"])
    assert [document.id for document in documents] == ["good"]
    assert {Path(one.source).name: one.reason for one in skipped} == {
        "link.txt": "is a link that leads nowhere",
        "pipe.txt": "is no regular file",
        "none.txt": "does not exist",
        "empty": "is a folder without documents",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": ARTICLE})
    (tmp_path / "a.txt").chmod(0)
    _, skipped = taken([tmp_path])
    assert "cannot be read" in skipped[0].reason


def test_the_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    put(tmp_path, {"b/one.txt": ARTICLE, "a/one.txt": ARTICLE, "two.txt": ARTICLE, "bad.txt": b""})
    paths = [tmp_path, tmp_path / "a", tmp_path / "two.txt", tmp_path / "b" / "one.txt"]
    assert list(read(paths, PAGE)) == list(read(paths[::-1], PAGE))


def test_one_stem_in_two_folders_gives_two_ids(tmp_path: Path) -> None:
    documents, skipped = taken([put(tmp_path, {"b/one.txt": ARTICLE, "a/one.txt": ARTICLE})])
    assert [(document.id, document.source) for document in documents] == [("one", "a/one.txt"), ("b/one", "b/one.txt")]
    assert not skipped


def test_an_id_holds_no_half_character_and_is_never_empty(tmp_path: Path) -> None:
    record = '{"id": "\\ud800r", "title": "제목", "text": "본문이다."}\n{"id": "\\ud800", "title": "제목", "text": "본문이다."}\n'
    matter = '---\nid: "\\ud800 m "\n---\n# 제목\n\n본문이다.\n'
    put(tmp_path, {"a.jsonl": record, "b.md": matter, "c.md": matter.replace(" m ", "")})
    (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("제목\n\n본문이다.\n", encoding="utf-8")
    documents, skipped = taken([tmp_path])
    assert sorted(document.id for document in documents) == ["a-2", "c", "fffe", "m", "r"]
    assert not skipped


def test_the_second_of_one_id_is_told_with_both_places(tmp_path: Path) -> None:
    line = '{"id": "x", "title": "제목", "text": "본문이다."}\n'
    documents, skipped = taken([put(tmp_path, {"a.jsonl": line * 2, "b.md": "---\nid: x\n---\n# 제목\n\n본문이다.\n"})])
    assert [document.source for document in documents] == ["a.jsonl:1"]
    assert [one.source for one in skipped] == [f"{tmp_path}/a.jsonl:2", f"{tmp_path}/b.md"]
    assert all(f"{tmp_path}/a.jsonl:1" in one.reason for one in skipped)


def test_a_date_from_the_file_name_is_the_last_resort(tmp_path: Path) -> None:
    documents, _ = taken([put(tmp_path, {"2025-11-13-quantum.txt": ARTICLE, "quantum-2019.txt": ARTICLE})])
    assert [(str(document.date), document.date_evidence) for document in documents] == [
        ("2025-11-13", 'file name "2025-11-13-quantum"'),
        ("None", "none found"),
    ]


LINE = st.text(st.sampled_from('가나다 ABC12.,-()□ㅇ·<>[]※"“”\u200b\u3000\n\n다'), max_size=60)


@given(LINE, st.lists(LINE, max_size=6))
def test_any_text_keeps_the_laws(title: str, lines: list[str]) -> None:
    parts = (Part("", "\n".join(lines)), Part("table", "가 | 나"))
    document = compose(Draft(title, parts), PAGE, id="x", source="x")
    holds(document)
    assert document.text.startswith(document.title)


def test_all_of_the_corpus_keeps_the_laws_and_reads_again_as_itself() -> None:
    paths = [needs_shared("corpus/press.jsonl.gz"), needs_shared("corpus/digests.jsonl.gz")]
    documents, skipped = taken(paths)
    assert len(documents) == 5000
    assert not skipped
    for document in documents:
        holds(document)
        body = document.text[len(document.title) :]
        again = compose(Draft(document.title, (Part("", body),)), PAGE, id="x", source="x")
        assert (again.text, again.blocks) == (document.text, document.blocks)


def test_the_first_article_of_the_project() -> None:
    (document,), _ = taken([needs_shared("corpus/seed-kapex.html")])
    kinds = [kind for kind, _ in told(document)]
    assert document.title.endswith('보급 서두를 것"')
    assert str(document.date) == "2025-11-13"
    assert "11-13" in document.date_evidence
    assert "20251113163119" in document.date_evidence
    assert document.publisher == "뉴스1"
    assert kinds == ["boilerplate", "summary", "summary", "caption", "byline", *["paragraph"] * 10, *["boilerplate"] * 3]
