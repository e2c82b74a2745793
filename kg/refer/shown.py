"""Show a name as it is, without what the text put around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.analyse.signs import LOST_DOT
from kg.find.cues import DEFINITE
from kg.find.places.venues import VENUE
from kg.find.quotes import LEAD
from kg.ontology.load import EVENT, PLACE, POLICY
from kg.ontology.names import Names
from kg.values import Mention

# Quotation marks, and the sign of a footnote.
_QUOTES = re.compile("[`‘’'\"“”「」『』｢｣<>《》〈〉*]")
_MARKED = re.compile("^[‘“'\"「『《<〈]([^‘’“”'\"「」『』《》<>〈〉]{6,})[’”'\"」』》>〉]")

_CLOSERS = frozenset("’”'\"」』》>〉")
# A closing mark to which the class word is written: ‘새길 2025’개막식.
_GLUED = re.compile(r"(?<=[\w)])[’”'\"」』》>〉](?=[가-힣]{2,}$|제 ?\d)")
# With so many spaces the words before the word for any event tell one from another.
_TOLD = 2
# How far before a name its year and number may begin: 2024년 하반기 제12차.
_BACK = 20
# What a parenthesis inside a name tells of several things is none of it: 새길위원회(위원장 정하람 교수, 간사 이가온) 출범식.
_ASIDE = re.compile(r"(?<=[\w)]) ?\([^()]*, [^()]*\)(?= ?\w)")
# A particle or ending that the word before left behind: 두 번째 새길 포럼. 은 is silver too.
_STRAY = re.compile(r"^[을의째] (?=..)")
# What is left of an entity: R&D;.
_ENTITY = re.compile(r"(?<=&[A-Z]);")
_GLOSS = re.compile(r"(?<=[\w)]) ?\([^()]{1,40}\)(?=.)")


def marked(name: str) -> str:
    """The name alone of one that was found with the class word behind its quotation marks (‘양자 도약 시작’ 사업), or an empty string.

    A short one is left out: it may be a common word.
    """
    found = _MARKED.match(name)
    return clean(found[1]) if found else ""


def unwrapped(mention: Mention, names: Names) -> str:
    """An event's name without the word for any (새길 골든벨 행사), where marks, a class word or its length show one; else nothing."""
    words = (*names.event_wrapping, *names.event_awarding) if mention.type == EVENT else ()
    ending = next((word for word in words if mention.text.endswith(word)), "")
    name = mention.text.removesuffix(ending).rstrip() if ending else ""
    if ending in names.event_awarding and name[-1:] not in _CLOSERS:
        return ""
    bare = clean(name)
    held = any(names.class_of_cue.get(bare[at:]) == EVENT for at in range(1, len(bare) - 1))
    return bare if bare and (held or name[-1] in _CLOSERS or bare.count(" ") >= _TOLD) else ""


def whole(mention: Mention, names: Names) -> str:
    """A plan's name without what is only of it (새길 보급사업 신규과제), where more than a word is left; else nothing."""
    bare = names.policy_parts.sub("", mention.text) if mention.type == POLICY else mention.text
    return bare if bare != mention.text and " " in bare else ""


def unglossed(name: str) -> str:
    """The name without what parentheses inside it only spell again (인공지능(AI) 모델), or an empty string where it has none."""
    return " ".join(_GLOSS.sub("", clean(name)).split()) if _GLOSS.search(name) else ""


def in_town(text: str, halls: Sequence[Mention], mentions: Sequence[Mention]) -> list[str]:
    """What halls are called with the town that is named before them: 서울 새봄호텔."""
    towns = {m.end + 1: m.start for m in mentions if m.type == PLACE}
    found = [h for h in halls if h.start in towns and text[h.start - 1] == " " and not h.authority]
    return [text[towns[hall.start] : hall.end] for hall in found]


def with_rooms(text: str, houses: Sequence[Mention], names: Names) -> list[str]:
    """What houses are called with the room that is named behind them: 새봄회관 나루홀."""
    halls = (m for m in houses if m.rule == VENUE or m.text.endswith(names.cues[PLACE]))
    found = ((hall.start, names.venue_with_room.match(text, hall.end)) for hall in halls)
    return [text[start : room.end()] for start, room in found if room]


def numbered(text: str, mentions: Sequence[Mention], number: re.Pattern[str]) -> list[str]:
    """What plans and events are called with the year or number that is written before them: 2024년 로봇 보급사업, 제2차 「로봇 포럼」."""
    found = ((number.search(text, max(0, m.start - _BACK), m.start), m.end) for m in mentions if m.rule != DEFINITE)
    return [text[said.start() : end] for said, end in found if said]


def bracketed(text: str, mentions: Sequence[Mention], aside: re.Pattern[str]) -> list[str]:
    """What plans and things are called with the parenthesis right behind them: 로봇 보급 지원사업(환경), 로봇 규제혁신 방안(5차)."""
    found = ((m, aside.match(text, m.end)) for m in mentions if m.rule != DEFINITE and not m.authority)
    return [m.text + said[1] for m, said in found if said]


@lru_cache(maxsize=1 << 14)
def clean(name: str) -> str:
    """A name as it is shown: without quotation and footnote marks, doubled spaces, asides, what stands before it and half a parenthesis.

    A middle dot that was lost stands in it again.
    """
    name = _ENTITY.sub("", LOST_DOT.sub("·", name))
    name = _ASIDE.sub("", _QUOTES.sub("", _GLUED.sub(" ", name)))
    bare = LEAD.sub("", _STRAY.sub("", name.strip()))
    if bare.count("(") != bare.count(")"):
        halves = [half for half in re.split("[()]", bare) if half.strip()]
        bare = max(halves, key=len, default="")
    return " ".join((bare or name).split()).strip(" ,·-")
