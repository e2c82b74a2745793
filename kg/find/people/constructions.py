"""The constructions in which Korean news puts name, body and title together, as patterns over the letters of atoms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A construction over the letters of atoms: groups person, body, unit and role say which atoms are which."""

    name: str
    letters: re.Pattern[str]
    confidence: float
    new_body: bool = False
    surname: bool = False


def _patterns(rows: Sequence[tuple[str, str, float, str]]) -> tuple[Pattern, ...]:
    return tuple(Pattern(name, re.compile(letters), sure, "new" in flags, "surname" in flags) for name, letters, sure, flags in rows)


# The construction of two words of which each may be the name: 정하람 가온비 대표, 한별대 정하람 교수.
NAMELIKE = "name-namelike-title"
# The construction of a name and a word that is its last part where no body has such a title: 모하 쿠리아 장관.
LAST_PART = "name-word-title"
# A foreigner's name before a word that only its place shows to be a body: 코렌 라슨 가온테크 부사장.
FOREIGN = "foreign-name-new-body-title"
# A name behind a place, which may be the one that its post heads: 새길시 정하람 시장.
PLACED = "place-name-title"
# A full name before a title that a space parts: 정하람 디스플레이 PD, 정하람 사업 단장은.
PARTED = "name-unit-title"
# The names of a list with a body each, which no title shows to be people.
IN_LIST = "body-name-in-list"
# Somebody comes to a post, or is only picked for one: CTO에 정하람 선임, CTO에 정하람 내정.
TO_POST, PICKED = "to-post-name", "picked-for-post-name"
# Tried in this order at each place of the sentence; the first that matches takes its atoms.
PATTERNS = _patterns(
    [
        (
            "name-headed-body-title",
            r"(?P<person>N)(?=(?P<body>[Oo])\([TW]f?[Nn](?:,X?[OoUX]{1,2})?\)(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])(?![Nn]T))",
            0.93,
            "",
        ),
        ("head-in-parenthesis", r"(?P<body>[Oo])\((?P<role>[TW]|f(?=N))f?(?P<person>[Nn])(?=[TW]?[,)j;]|X[OoU]\))", 0.97, ""),
        (
            "head-with-other-post-in-parenthesis",
            r"(?P<body>[Oo])\((?P<role>[TW])f?(?P<person>N)(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<role2>[TW])(?=[),])",
            0.95,
            "",
        ),
        (
            "head-of-other-body-in-parenthesis",
            r"(?P<body>[Oo])\((?P<role>[TW])(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<person>N)(?P<role2>[TW])(?=[),])",
            0.95,
            "",
        ),
        (
            "head-behind-gloss-in-parenthesis",
            r"(?P<body>[Oo])\((?:Xv?[OoUX]{1,3}v?|[OoUXL]),(?P<role>[TW])(?P<person>[Nn])(?=[,)j;])",
            0.95,
            "",
        ),
        ("body-name-title-in-parenthesis", r"(?P<body>[Oo])\((?P<person>N)(?P<role>[TW])(?=[),])", 0.93, ""),
        ("new-body-head-in-parenthesis", r"(?P<body>U)\((?:[UL],)?(?P<role>[TW])(?P<person>[Nn])(?=[,)j;])", 0.9, "new"),
        ("place-head-in-parenthesis", r"(?P<body>P)\((?P<role>[TW])f?(?P<person>[Nn])(?=[,)j;])", 0.9, ""),
        (
            "name-body-title-also-body-title",
            r"(?P<person>N)f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])k?g(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<role2>[TW])",
            0.95,
            "",
        ),
        ("new-title-also-body-title", r"(?P<person>N)(?P<body>[NU])(?P<role>[TW])k?g(?P<body2>[Oo])[XxU]?(?P<role2>[TW])", 0.65, "new"),
        ("body-title-also-new-title", r"(?P<person>N)(?P<body>[Oo])[XxU]?(?P<role>[TW])k?g(?P<body2>[NU])(?P<role2>[TW])", 0.65, "new"),
        ("name-body-title-also-title", r"(?P<person>N)f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])g(?P<role2>[TW])", 0.95, ""),
        ("body-name-title-also-title", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})f?(?P<person>N)(?P<role>[TW])g(?P<role2>[TW])", 0.95, ""),
        ("name-title-also-body-title", r"(?P<person>N)(?P<role>T)k?g(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<role2>[TW])", 0.97, ""),
        ("foreign-name-place-title", r"(?P<person>U[UNn])(?P<body>P)(?P<unit>(?!o)[XxLo]{0,2})(?P<role>T)(?![Nn]T)", 0.75, ""),
        ("name-place-title", r"(?P<person>N)f?(?P<body>P)(?P<unit>(?!o)[XxLo]{0,2})(?P<role>[TW])(?![Nn]T)", 0.85, ""),
        ("name-place-word-title", r"(?P<person>N)P(?P<body>U[UXxL]?)(?P<role>T)(?![Nn]T)", 0.7, "new"),
        (PLACED, r"(?P<body>P)(?P<unit>[XxL]{0,2})(?P<person>N)(?P<role>[TW])", 0.75, ""),
        ("foreign-name-body-title", r"(?P<person>[xUNnS][UxS])f?P?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])(?![Nn]T)", 0.75, ""),
        (
            "name-body-title-body-title-in-parenthesis",
            r"(?P<person>N)f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])\(f?(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<role2>[TW])(?=[),])",
            0.95,
            "",
        ),
        (
            "body-name-title-body-title-in-parenthesis",
            r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})G?(?P<person>N)(?P<role>[TW])\(f?(?P<body2>[Oo])(?P<unit2>[XxnULoP]{0,2})(?P<role2>[TW])(?=[),])",
            0.95,
            "",
        ),
        ("body-title-rank-name-in-parenthesis", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>T)\([Tf](?P<person>N)(?=\))", 0.93, ""),
        ("body-title-holder-in-parenthesis", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW]f?)\((?P<person>N)(?=\))", 0.93, ""),
        ("title-holder-in-parenthesis", r"(?P<role>T)\((?P<person>N)(?=\))", 0.8, ""),
        ("name-title-body-within-parenthesis", r"(?<=\()(?P<person>N)(?P<role>[TW]),(?P<body>[Oo])(?=\))", 0.9, ""),
        ("body-name-title-within-parenthesis", r"(?<=\()(?P<body>[Oo]),(?P<person>N)(?P<role>[TW])(?=\))", 0.9, ""),
        (TO_POST, r"(?:(?P<body>[Oo])f?(?P<unit>[XxnULoP]{0,2})|f)?(?P<role>[TW])p?a(?P<person>N)", 0.8, ""),
        (PICKED, r"(?:[Oo]f?[XxnULoP]{0,2}|f)?[TW]p?e(?P<person>N)", 0.8, ""),
        ("name-to-post", r"(?P<person>N)a(?P<body>[Oo])f?(?P<unit>[XxnULoP]{0,2})f?(?P<role>[TW])", 0.8, ""),
        (
            "name-title-to-post",
            r"(?P<person>N)f?(?:(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2}))?f?(?P<role>[TW])a(?P<body2>[Oo])f?(?P<unit2>[XxnULoP]{0,2})f?(?P<role2>[TW])",
            0.8,
            "",
        ),
        ("name-picked-for-post", r"(?P<person>N)e(?=[OofT])", 0.8, ""),
        ("background-post", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])b[kvG]{0,2}(?=(?P<person>N))", 0.9, ""),
        ("background", r"(?P<body>[Oo])b[kvG]{0,2}(?=(?P<person>N))", 0.85, ""),
        ("background-of-surname", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>T)b[kvG]{0,2}(?=(?P<person>[SD])[TW])", 0.85, "surname"),
        ("body-title-being-name", r"f?(?P<body>[Oo])G?(?P<unit>[XxnULoP]{0,2})f?(?P<role>T)kv?(?=(?P<person>N))", 0.93, ""),
        ("belonging-name", r"(?P<body>[Oo])B(?=(?P<person>N)(?:f?[Oo])?[XxnUL]{0,2}(?P<role>[TW]))", 0.93, ""),
        ("name-parent-body-title", r"(?P<person>N)f?O(?P<body>O)(?P<role>[TW])(?![Nn]T)", 0.93, ""),
        ("name-body-title", r"(?P<person>N)f?P?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,3})f?(?P<role>[TW])(?![Nn]T)", 0.96, ""),
        ("body-genitive-name-title", r"(?P<body>[Oo])[XxnULoP]{0,2}G(?P<unit>[XxnULoP]{0,2})(?P<person>N)(?P<role>[TW])", 0.93, ""),
        (
            "body-genitive-name-field-title",
            r"(?P<body>[Oo])[XxnULoP]?G(?P<person>N)(?P<unit>[XxnUL]{0,2}[XxnLW])(?P<role>[TW])(?![XxnUL])",
            0.85,
            "",
        ),
        ("word-genitive-name-title", r"(?P<body>U)G(?P<person>N)(?P<role>[TW])", 0.7, "new"),
        (FOREIGN, r"(?P<person>[xUNnS][UxS])(?P<body>U)(?P<role>T|W(?=p))", 0.65, "new"),
        ("body-name-title", r"f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,5})f?(?P<person>N)(?P<role>[TW])", 0.95, ""),
        ("body-name-unit-head", r"(?P<body>[Oo])f?(?P<person>N)(?P<unit>[OoL])(?P<role>T)", 0.93, ""),
        ("body-name-words-title", r"(?P<body>[Oo])f?(?P<person>N)(?P<unit>[XUL](?:,?[XxnUL]){0,3},?)(?P<role>[TW])(?=p)", 0.85, ""),
        ("name-body-unit-title", r"(?P<person>N)f?(?P<body>O)(?P<unit>[XxnUL]{1,2}[Oo])(?P<role>[TW])(?![Nn]T)", 0.85, ""),
        ("body-foreign-name-title", r"(?P<body>[Oo])(?:[XUL]{0,2}|[XUL]?G)(?P<person>UU)(?P<role>[TW])(?=[pj])", 0.7, ""),
        ("body-genitive-title-name", r"(?P<body>[Oo])G(?P<unit>[XxnULoP]{0,2})f?(?P<role>T)(?P<person>N)(?=[pj,)])", 0.9, ""),
        ("body-title-name", r"f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})f?(?P<role>T)f?(?P<person>N)(?![TOo])", 0.93, ""),
        ("body-word-title-name", r"(?P<body>O)(?P<role>W)(?P<person>N)(?=p|[,j][Oo][TW]N)", 0.85, ""),
        (
            "name-title-body-in-parenthesis",
            r"(?P<person>N)(?P<role>[TW])\((?P<body>[Oo])(?:(?=[),])|(?P<unit>[XxnULoOP]{1,3})(?=\)))",
            0.93,
            "",
        ),
        ("body-title-name-title", r"(?P<body>[Oo])[XxnULoP]{0,2}Tf?(?P<person>N)(?P<role>[TW])", 0.93, ""),
        ("body-in-parenthesis-name-title", r"\((?P<body>[Oo])\)(?P<person>N)(?P<role>[TW])(?![Nn]T)", 0.9, ""),
        ("name-in-front-of-parenthesis", r"(?P<person>N)\((?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])(?=[),])", 0.93, ""),
        (
            "name-role-body-title",
            r"(?P<person>N)[XxULn]{0,2}[TW]\(f?(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>[TW])(?=[),])",
            0.9,
            "",
        ),
        ("name-body-in-parenthesis", r"(?P<person>N)\((?P<body>[Oo])\)(?:(?=,N\([Oo]\))|(?<=,N\([Oo]\)))", 0.75, ""),
        ("body-holder-in-parenthesis", r"(?P<body>[Oo])\((?P<person>N)\)(?:(?=,[OoU]\(N\))|(?<=\),[OoU]\(N\)))", 0.75, ""),
        (LAST_PART, r"(?P<person>N)f?(?P<body>U[UXxL]?)(?P<role>[TW])", 0.75, "new"),
        (NAMELIKE, r"(?P<person>N)(?P<body>N)(?P<role>[TW])", 0.65, "new"),
        ("word-name-title", r"(?P<body>U)(?P<person>N)(?P<role>[TW])", 0.6, "new"),
        (
            "name-apart-body-title-in-parenthesis",
            r"(?<=\()(?P<person>N),(?P<body>[Oo])(?P<unit>[XxnULoP]{0,3})(?P<role>[TW])(?=\))",
            0.9,
            "",
        ),
        # Before others or behind them a list has a body and its own name each: 가온부 정하람, 새길청 이도윤.
        (
            IN_LIST,
            r"(?:(?<=[Oo]N,)|(?=[Oo]N,[Oo]N(?:[,)jp]|$)))(?P<body>[Oo])(?P<person>N)(?=[,)jp]|$)",
            0.75,
            "",
        ),
        ("title-name", r"(?P<role>T)(?P<person>N)(?=[,)pj])", 0.7, ""),
        (PARTED, r"(?P<person>N)(?P<unit>[XL])(?P<role>T)(?=[pj,])", 0.75, ""),
        ("name-title", r"(?P<person>N)f?(?P<role>[TW])", 0.85, ""),
        ("surname-title", r"(?P<person>[SD])(?P<role>[TW])", 0.85, "surname"),
        ("body-title", r"(?P<body>[Oo])(?P<unit>[XxnULoP]{0,2})(?P<role>T)(?![NnSXU])", 0.8, ""),
        ("title", r"(?P<role>T)(?=[p,])", 0.6, ""),
    ]
)

# All constructions at once, with an empty group behind each that tells which one it was: the first that matches.
ANY = re.compile("|".join(f"{re.sub('[(][?]P<[a-z0-9]+>', '(?:', pattern.letters.pattern)}()" for pattern in PATTERNS))

# The constructions that stand before a person whose other posts follow: 네이버 연구원 출신 정하람 대표, 한빛로보 창업자인 정하람 교수.
BEFORE_NAME = frozenset({"background-post", "background", "background-of-surname", "body-title-being-name", "belonging-name"})
# Posts that a parenthesis behind a body tells, of which the sentence goes on to speak.
HEADS = frozenset(
    {
        "head-in-parenthesis",
        "place-head-in-parenthesis",
        "new-body-head-in-parenthesis",
        "head-behind-gloss-in-parenthesis",
        "body-name-title-in-parenthesis",
        "head-with-other-post-in-parenthesis",
        "head-of-other-body-in-parenthesis",
    }
)
# Those of them behind which the text may go on with another of the same body: 산업부(장관 가) 나 차관.
GOES_ON = frozenset({"head-in-parenthesis", "place-head-in-parenthesis", "new-body-head-in-parenthesis"})
# The constructions whose span names nobody: another names the person, and who is in parentheses does not act for the body before them.
PASSED_OVER = BEFORE_NAME | HEADS
# The constructions whose title may follow a list of names, and what (signs, particles, no nouns) may stand before one with its body behind.
LISTED, LISTED_OF_BODY = "name-title", "listed-of-body"
LISTS, OPEN = frozenset({LISTED, "name-body-title", LAST_PART}), frozenset(",p(vk;")
# No construction begins with another letter or sign, and none lacks a title.
BEGINS = frozenset("OoNnPSDTWUxf(")
