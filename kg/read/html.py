"""HTML pages and fragments of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kg.read.blocks import is_boilerplate
from kg.read.date import ADDRESS, LABEL, METADATA, labelled, month_days, stamps, stated
from kg.read.density import densest, own_length
from kg.read.dom import LEFT_OUT, Element, parts_of, text_of
from kg.read.draft import Draft, Evidence, Part, Unreadable
from kg.read.layout import fold
from kg.read.normal import clean
from kg.read.page import PageKnowledge

LEAST_KNOWN = 20
LONGEST_TITLE = 200
LEAST_HEADING = 6
# Further away from the article no label speaks of its date.
NEAR = 3000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"<(?:div|p|section|article)\b[^>]{0,500}>", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:[|<>]|::)\s.*$|\s+[-–—]\s+\S{1,12}$")


class Around(NamedTuple):
    """The parts of a page before and behind its article."""

    before: tuple[Part, ...]
    after: tuple[Part, ...]


def draft_html(text: str, page: PageKnowledge) -> Draft:
    """The draft of a page or fragment: title, summary, captions, body, and what stands around it as boilerplate.

    Of a whole page only the surrounding lines that look like boilerplate are kept, of a fragment all are. Raises ``Unreadable``
    where no known container and no element with enough text is found.
    """
    tree = _tree(text)
    container = None if tree is None else _container(tree, page)
    if container is None:
        raise Unreadable("holds no article: neither a known container nor enough running text", "save the page of the article itself")
    article = _inner(container, page)
    around = _around(tree, container, page)
    title, around = _title(tree, around, page)
    inside = parts_of(article, _kinds(article, page))
    keep = _whole_page if _WHOLE.search(text) else _fragment
    return Draft(
        title=title,
        parts=(*keep(around.before, page), *inside, *keep(around.after, page)),
        dates=tuple(_dates(tree, article, _near(around, inside), page)),
        publisher=_publisher(tree, page),
        url=_url(tree),
        site=_meta(tree, page.site_meta),
    )


def _tree(text: str) -> Element | None:
    """The tree of any markup; lxml stops at some signs, which are no text anyway."""
    markup = re.sub("[\x00\ud800-\udfff]", "", _DECLARATION.sub("", text))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(markup.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None


def _container(tree: Element, page: PageKnowledge) -> Element | None:
    known = _known(tree, (*page.containers, *page.generic_containers))
    return densest(tree) if known is None else known


def _known(tree: Element, selectors: Iterable[str]) -> Element | None:
    """The fullest element of the first selector that finds one with text."""
    for selector in selectors:
        found = [element for element in tree.xpath(selector) if own_length(element) >= LEAST_KNOWN]
        if found:
            return max(found, key=own_length)
    return None


def _inner(container: Element, page: PageKnowledge) -> Element:
    """The known container whose markup was escaped inside this one, as some boards do; else this one.

    Unescaped once, and only where that gives a known container: an article may as well speak of markup.
    """
    text = "".join(container.itertext())
    if not _ESCAPED.search(text):
        return container
    tree = _tree(text)
    inner = None if tree is None else _known(tree, page.containers)
    return container if inner is None else inner


def _kinds(root: Element, page: PageKnowledge) -> Mapping[Element, str]:
    """The captions and summaries below an element."""
    found = {element: "caption" for selector in page.captions for element in root.xpath(selector)}
    found.update({element: "summary" for selector in page.summaries for element in root.xpath(selector)})
    return found


def _around(tree: Element, container: Element, page: PageKnowledge) -> Around:
    parts = parts_of(tree, _kinds(tree, page), (container,), furniture=True)
    at = next((number for number, part in enumerate(parts) if part.kind == LEFT_OUT), len(parts))
    return Around(tuple(parts[:at]), tuple(parts[at + 1 :]))


def _whole_page(parts: Sequence[Part], page: PageKnowledge) -> Iterator[Part]:
    for part in parts:
        if part.kind == "summary":
            yield part
        else:
            lines = (clean(line) for line in part.text.split("\n"))
            yield from (Part("boilerplate", line) for line in lines if line and is_boilerplate(line, page))


def _fragment(parts: Sequence[Part], page: PageKnowledge) -> Iterator[Part]:
    del page
    for part in parts:
        yield part if part.kind == "summary" else Part("boilerplate", part.text)


def _title(tree: Element, around: Around, page: PageKnowledge) -> tuple[str, Around]:
    """The title, and the parts around the article without it.

    From og:title, else the heading that <title> repeats, else <title> without the site's name, else the first heading, else the
    words before the first date label of a fragment's head.
    """
    stated_title = _meta(tree, ("og:title",)) or _page_title(tree) or _first_heading(tree)
    if stated_title:
        return stated_title, Around(_without(around.before, stated_title), around.after)
    if around.before and not around.before[0].kind:
        head, *rest = around.before
        line, _, more = head.text.partition("\n")
        label = page.date_labels.search(line)
        at = label.start() if label else len(line)
        if 0 < at <= LONGEST_TITLE:
            left = f"{line[at:]}\n{more}".strip()
            return line[:at].strip(), Around((*([Part("", left)] if left else []), *rest), around.after)
    return "", around


def _without(parts: Sequence[Part], title: str) -> tuple[Part, ...]:
    return tuple(part for part in parts if fold(part.text) != fold(title))


def _page_title(tree: Element) -> str:
    title = " ".join((tree.findtext(".//title") or "").split())
    if not title:
        return ""
    for heading in tree.iter("h1", "h2", "h3"):
        text = text_of(heading)
        if len(text) >= LEAST_HEADING and fold(title).startswith(fold(text)) and fold(text):
            return text
    return _SITE.sub("", title) or title


def _first_heading(tree: Element) -> str:
    return next((text for tag in ("h1", "h2") for heading in tree.iter(tag) if (text := text_of(heading))), "")


def _meta(tree: Element, names: Sequence[str]) -> str:
    for name in names:
        for element in tree.iter("meta"):
            if name in {element.get("property"), element.get("name"), element.get("itemprop")}:
                content = " ".join((element.get("content") or "").split())
                if content:
                    return content
    return ""


def _url(tree: Element) -> str:
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    return _meta(tree, ("og:url",)) or canonical or ""


def _publisher(tree: Element, page: PageKnowledge) -> str:
    for record in _linked_data(tree):
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return name
    return _meta(tree, page.publisher_meta).split(" | ")[0]


def _linked_data(tree: Element) -> Iterator[dict[str, object]]:
    """All objects of the page's JSON-LD that tell a date or a publisher; broken JSON tells nothing."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            pending = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while pending:
            value = pending.pop(0)
            if isinstance(value, list):
                pending += value
            elif isinstance(value, dict):
                yield value
                pending += [value["@graph"]] if "@graph" in value else []


def _dates(tree: Element, article: Element, near: str, page: PageKnowledge) -> Iterator[Evidence]:
    for name in page.date_meta:
        if content := _meta(tree, (name,)):
            yield stated(METADATA, content, page)
    for record in _linked_data(tree):
        if isinstance(day := record.get("datePublished"), str):
            yield stated(METADATA, day, page)
    for name in page.date_attributes:
        yield from (stated(METADATA, value, page) for value in tree.xpath(f"descendant::*[@{name}][1]/@{name}")[:1])
    yield from labelled(near, page.date_labels, LABEL, page)
    addresses = stamps(ADDRESS, [_url(tree), *_pictures(article)])
    yield from month_days(near, addresses, page)
    yield from addresses


def _pictures(article: Element) -> Iterator[str]:
    for picture in article.iter("img"):
        yield from (picture.get(name) for name in ("data-org-src", "data-src", "src") if picture.get(name))


def _near(around: Around, inside: Sequence[Part]) -> str:
    """The text close to the article in which a label may tell its date: before it, its head, behind it."""
    before, article, after = ("\n".join(part.text for part in parts) for parts in (around.before, inside, around.after))
    return clean("\n".join((before[-NEAR:], article[: NEAR // 10], after[:NEAR])))
