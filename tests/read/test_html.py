"""Pages of several systems, written here in their manner."""

from __future__ import annotations

import html
import re

import pytest

from kg.read.compose import compose
from kg.read.draft import Unreadable
from kg.read.html import draft_html
from kg.values import Document
from tests.read.pages import PAGE, SENTENCES, told

TITLE = "로봇 간담회 열려"
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
BODY = [("paragraph", sentence) for sentence in SENTENCES]


def document(text: str) -> Document:
    return compose(draft_html(text, PAGE), PAGE, id="x", source="x.html")


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{TITLE} | 어느 신문</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "opening",
    [
        '<div class="article_view">',
        '<article id="dic_area">',
        '<div itemprop="articleBody">',
        '<div class="wide view_cont">',
        '<div id="bo_v_con">',
        "<article>",
        "<main>",
        '<div class="no-known-name">',
    ],
)
def test_the_body_is_found_and_nothing_else(opening: str) -> None:
    closing = f"</{re.findall('[a-z]+', opening)[0]}>"
    found = document(
        page(
            "<nav><a href='/'>처음으로 가는 길</a></nav>"
            f"<div><h1>{TITLE}</h1></div><div>{opening}{PARAGRAPHS}<script>var y = '2019-01-01';</script>{closing}</div>"
            "<div><a href='/2'>다른 기사의 아주 긴 제목이 여기에 적혀 있고 누르면 그리로 간다</a></div>"
            "<footer>Copyright © 가나일보. All rights reserved.</footer>"
        )
    )
    assert found.title == TITLE
    assert told(found) == [*BODY, ("boilerplate", "Copyright © 가나일보. All rights reserved.")]
    assert found.publisher == "가나일보"
    assert found.date is None


def test_breaks_instead_of_paragraphs_with_summary_caption_and_byline() -> None:
    found = document(
        page(
            '<article id="dic_area"><strong class="media_end_summary">핵심 부품<br>국산화 논의</strong>'
            '<span><img alt="모습" data-src="https://img.example/2025/11/21/a.jpg"><em class="img_desc">간담회 모습</em></span>'
            f"[서울=마바통신] 이가람 기자 = {'<br><br>'.join(SENTENCES)}<br>garam@mail.example</article>",
            '<meta property="og:title" content="로봇 간담회 열려"><meta property="og:regDate" content="20251121163105">',
        )
    )
    assert told(found) == [
        ("summary", "핵심 부품"),
        ("summary", "국산화 논의"),
        ("caption", "간담회 모습"),
        ("byline", "[서울=마바통신] 이가람 기자 ="),
        *BODY,
        ("boilerplate", "garam@mail.example"),
    ]
    assert found.publisher == "마바통신"
    assert (str(found.date), found.date_evidence) == ("2025-11-21", 'page metadata "20251121163105"')


def test_escaped_markup_is_unescaped_where_it_holds_a_known_container() -> None:
    inner = html.escape(f'<div class="article_view">{PARAGRAPHS}</div>')
    found = document(page(f"<h2>{TITLE}</h2><span>작성일 25-11-21 17:02</span><div id='bo_v_con'>{inner}</div>"))
    assert told(found) == BODY
    assert str(found.date) == "2025-11-21"


def test_an_article_about_markup_stays_as_it_is() -> None:
    found = document(f"<article><h1>글</h1><p>{html.escape('<div>')} 태그를 쓰는 법을 정부가 알려 준다고 밝혔다.</p></article>")
    assert told(found) == [("paragraph", "<div> 태그를 쓰는 법을 정부가 알려 준다고 밝혔다.")]


def test_hidden_elements_are_not_read() -> None:
    hidden = '<p style="display: none">가</p><p hidden>나</p><div aria-hidden="true">다</div><template>라</template><style>마</style>'
    assert told(document(page(f"<article>{hidden}{PARAGRAPHS}<!-- 바 --></article>"))) == BODY


def test_a_table_of_data_becomes_rows_and_a_table_for_layout_does_not() -> None:
    data = "<table><tr><th>구분</th><th>금액</th></tr><tr><td>올해</td><td>500억원</td></tr></table>"
    layout = f"<table><tr><td>{PARAGRAPHS}</td></tr></table>"
    assert told(document(page(f"<article>{layout}{data}</article>"))) == [*BODY, ("table", "구분 | 금액"), ("table", "올해 | 500억원")]


def test_a_contact_table_is_no_prose() -> None:
    contact = "<table><tr><td>담당 부서</td><td>로봇과</td><td>과장</td><td>박보람 (044-203-1234)</td></tr></table>"
    assert told(document(page(f"<div class='view_cont'>{PARAGRAPHS}{contact}</div>")))[-1][0] == "contact"


def test_linked_data_tells_date_and_publisher_in_the_time_of_seoul() -> None:
    data = '{"@graph": [{"datePublished": "2025-11-20T22:31:00Z", "publisher": {"name": "라마뉴스"}}]}'
    found = document(page(f"<article>{PARAGRAPHS}</article>", f'<script type="application/ld+json">{data}</script>'))
    assert (str(found.date), found.publisher) == ("2025-11-21", "라마뉴스")


def test_a_fragment_keeps_what_stands_around_as_boilerplate() -> None:
    found = document(
        f"{TITLE} 작성일 11-21 48 목록 <div class='article_view'>{PARAGRAPHS}"
        "<img src='https://img.example/202511/21/20251121163105.jpg'></div> 이전 다른 글 다음 또 다른 글"
    )
    assert found.title == TITLE
    assert told(found) == [("boilerplate", "작성일 11-21 48 목록"), *BODY, ("boilerplate", "이전 다른 글 다음 또 다른 글")]
    assert str(found.date) == "2025-11-21"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "plain words",
        "<p>짧다.</p>",
        "<ul>" + "<li><a href='x'>다른 기사 제목을 길게 적은 줄이다</a></li>" * 20 + "</ul>",
    ],
)
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="holds no article"):
        draft_html(text, PAGE)


def test_hostile_markup_is_text_or_nothing() -> None:
    found = document(page(f"<article onclick='x()'>{PARAGRAPHS}<p>&lt;script&gt;alert(1)&lt;/script&gt; 라고 적혔다.</p></article>"))
    assert told(found)[-1] == ("paragraph", "<script>alert(1)</script> 라고 적혔다.")
    assert found.url is None


def test_depth_does_not_break_the_walk() -> None:
    deep = "<div>" * 200 + PARAGRAPHS + "</div>" * 200
    assert told(document(f"<article>{deep}</article>")) == BODY


def test_a_depth_that_no_page_has_is_no_crash() -> None:
    try:
        draft = draft_html("<div>" * 30_000 + PARAGRAPHS, PAGE)
    except Unreadable as problem:
        assert "holds no article" in problem.reason
    else:
        assert draft.parts
