"""Reads a page as a browser would, and fails where a text has become markup."""

from __future__ import annotations

from html.parser import HTMLParser

PLAIN = "html head meta title link body a header form input button nav main h1 h2 p code ul ol li table tr th td"
TAGS = {*PLAIN.split(), "blockquote", "span", "strong", "time", "script", "div", "noscript", "label", "mark", "svg", "circle"}
STARTS = ("/", "#", "http://", "https://")


class Page(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.odd.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"comment {data}")


def check_harmless(text: str) -> Page:
    """The page, which has no element, attribute, script or address that a template did not put there."""
    page = Page(text)
    assert set(page.tags) <= TAGS, set(page.tags) - TAGS
    assert page.odd == []
    assert page.tags.count("script") in (0, 3), "scripts are the editor's three"
    assert all(link == "data:," or (link.startswith(STARTS) and not link.startswith("//")) for link in page.links), page.links
    return page
