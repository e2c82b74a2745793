"""The element that most likely holds the article, on a page of no known system."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from kg.read.dom import BLOCKS, FURNITURE, Element, is_unseen, text_of

# A text shorter than this is a button, a headline of another article, or a notice.
LEAST = 80
LEAST_PARAGRAPH = 25


def densest(root: Element) -> Element | None:
    """The element whose paragraphs hold the most text outside links, or None where no element holds as much as a short article.

    Each block without inner blocks counts for its parent, and half for the parent of that.
    """
    scores: dict[Element, float] = defaultdict(float)
    for element in _leaves(root):
        weight = own_length(element)
        if weight < LEAST_PARAGRAPH:
            continue
        for share, holder in zip((1.0, 0.5), _holders(element), strict=False):
            scores[holder] += weight * share
    best = max(scores, key=lambda element: scores[element], default=None)
    return best if best is not None and scores[best] >= LEAST else None


def _holders(element: Element) -> list[Element]:
    """The parent and the grandparent; the element itself where it has none."""
    return list(islice(element.iterancestors(), 2)) or [element]


def _leaves(root: Element) -> list[Element]:
    """Blocks that hold text and no block, in document order; nothing unseen and no furniture."""
    found = []
    stack = [root]
    while stack:
        element = stack.pop()
        if is_unseen(element) or element.tag in FURNITURE:
            continue
        children = [child for child in element if isinstance(child.tag, str)]
        if not any(child.tag in BLOCKS for child in children) or _direct_length(element) >= LEAST:
            if element.tag in BLOCKS:
                found.append(element)
            continue
        stack.extend(reversed(children))
    return found


def _direct_length(element: Element) -> int:
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def own_length(element: Element) -> int:
    """The length of an element's text, less twice the length of what stands in links."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text_of(element)) - 2 * linked
