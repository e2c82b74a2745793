"""The regression finds what made cases right, and is held back where there is little to learn from."""

from __future__ import annotations

import random

import pytest

from tests.bench.calibrate import Case, Fit, fit, foretold, with_confidences


def cases(share: float, count: int, *, evidence: tuple[int, ...] = (), rule: str = "a.a", article: str = "x") -> list[Case]:
    right = round(share * count)
    return [Case(article, rule, "verbs", evidence, at < right) for at in range(count)]


def odds(found: Fit, key: object) -> float:
    return float(2.718281828 ** found.weights[key])


def test_many_cases_are_believed() -> None:
    found = fit([*cases(0.9, 2000), *cases(0.5, 2000, evidence=(0,))])
    assert found.sure(cases(1, 1)[0]) == pytest.approx(0.9, abs=0.02)
    assert found.sure(cases(1, 1, evidence=(0,))[0]) == pytest.approx(0.5, abs=0.02)
    assert odds(found, 0) == pytest.approx(1 / 9, rel=0.1)


def test_few_cases_are_drawn_to_what_their_kind_shows() -> None:
    found = fit([*cases(0.9, 500), *cases(0.0, 2, rule="b.b"), *cases(1.0, 2, rule="c.c")])
    wrong, right = (found.sure(cases(1, 1, rule=rule)[0]) for rule in ("b.b", "c.c"))
    assert 0.3 < wrong < 0.75 < right < 0.97


def test_a_rule_never_seen_is_as_sure_as_its_kind() -> None:
    found = fit([*cases(0.9, 500), *cases(0.5, 500, rule="b.b")])
    assert 0.5 < found.base("new.new", "verbs") < 0.9


def test_each_article_is_foretold_from_the_others() -> None:
    dice = random.Random(3)
    told = [
        Case(f"article {number % 20}", "a.a", "verbs", (0,) if hard else (), dice.random() < (0.5 if hard else 0.95))
        for number in range(800)
        for hard in (number % 2 == 0,)
    ]
    rows = {row[0]: row for row in list(foretold(told))[1:]}
    assert int(rows["0.9"][3]) == 400
    assert float(rows["0.9"][4]) < 0.95 < float(rows["0.9"][5])


def test_confidences_are_written_and_nothing_else() -> None:
    text = """# of meetings
event: Meeting
rules:
  # who met whom
  meet:
    verbs: 만나다  # 배 장관이 김 원장을 만났다
    confidence: 0.9
    tells:
      - metWith: one -> other
  talk:
    verbs: 면담하다
  vote:
    confidence: 0.5
"""
    written = with_confidences(text, "meeting", {"meeting.meet": 0.68, "meeting.talk": 0.7, "visit.go": 0.1})
    assert written == text.replace("0.9", "0.68").replace("    verbs: 면담하다", "    confidence: 0.7\n    verbs: 면담하다")
