"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from kg.read.compose import compose
from kg.read.plain import draft_markdown, draft_text
from tests.read.pages import PAGE, told

MARKDOWN = """---
title: "양자 전략"
date: 2025-11-13
publisher: 가나부
url: https://k.example/x
id: quantum
---
# 양자 전략

정부는 **양자** 전략을 [발표](http://k.example)했다. 기업*과 대학**이 함께다. **"강조"**라고 적었다.

* 기업: 가나

- 첫째

## 배경

> 인용문이다.

| 구분 | 값 |
|---|---|
| 가 | 1 |

```
code
```
"""


def test_markdown() -> None:
    draft = draft_markdown(MARKDOWN, PAGE)
    document = compose(draft, PAGE, id="x", source="x.md")
    assert (draft.id, document.title, str(document.date), document.publisher) == ("quantum", "양자 전략", "2025-11-13", "가나부")
    assert document.url == "https://k.example/x"
    assert told(document) == [
        ("paragraph", '정부는 양자 전략을 발표했다. 기업*과 대학**이 함께다. "강조"라고 적었다.'),
        ("bullet", "기업: 가나"),
        ("bullet", "첫째"),
        ("heading", "배경"),
        ("paragraph", "인용문이다."),
        ("table", "구분 | 값"),
        ("table", "가 | 1"),
        ("boilerplate", "code"),
    ]


@pytest.mark.parametrize("head", ["---\n[broken\n---\n", "---\n- list\n---\n", "---\n", "---\nwhen: 2025-99-99\n---\n"])
def test_front_matter_that_is_none_does_not_break(head: str) -> None:
    document = compose(draft_markdown(f"{head}# 제목\n\n본문이다.", PAGE), PAGE, id="x", source="x.md")
    assert "본문이다." in document.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("제목\n\n본문이다.", "제목"),
        ("보도자료\n보도시점 2025. 11. 13.\n\n제목\n본문이다.", "제목"),
        ("한 줄뿐이다.", ""),
        ("긴 " * 150 + "\n\n본문이다.", ""),
    ],
)
def test_the_title_of_a_plain_text(text: str, title: str) -> None:
    assert draft_text(text, PAGE).title == title
