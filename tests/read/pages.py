"""What the reading tests share: the page knowledge of the project, and a short way to read one text."""

from __future__ import annotations

from pathlib import Path

from kg.read import PageKnowledge, load_page
from kg.values import Document

REPOSITORY = Path(__file__).parents[2]
PAGE: PageKnowledge = load_page(REPOSITORY / "ontology" / "language" / "page.yml")

SENTENCES = (
    "산업부는 21일 서울에서 로봇 산업 간담회를 열었다고 밝혔다.",
    "참석자들은 핵심 부품의 국산화를 논의했으며, 정부는 내년까지 500억원을 투자할 계획이다.",
    '김하늘 국장은 "현장의 목소리를 듣겠다"고 말했다.',
)


def told(document: Document) -> list[tuple[str, str]]:
    """The kinds and texts of a document's blocks, without the title."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks[1:]]
