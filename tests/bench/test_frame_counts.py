"""Rules are counted once a document, and the table can be read again."""

from __future__ import annotations

from collections import Counter

from tests.bench.frames import articles, table, told
from tests.road import ontology, reading


def test_a_rule_counts_once_a_document() -> None:
    texts = ["KIST는 누리호를 개발했다. KIST는 누리호를 공개했다. LG전자는 누리호를 공개했다.", "날이 맑다."]
    counts = articles([reading(text, "2025-03-12", id=f"d{at}") for at, text in enumerate(texts)])
    assert (counts[""], counts["unveiling.show"], counts["visit.go"]) == (2, 1, 0)


def test_the_table_has_every_rule_the_rarest_first() -> None:
    rules = [rule.id for rule in ontology().rules]
    counts = {"press": Counter({"": 3000, rules[0]: 1200, rules[1]: 5}), "digests": Counter({"": 20, rules[1]: 2})}
    lines = list(table(counts, ontology()))
    assert lines[0] == "| rule | tells | press (3,000) | digests (20) | together |"
    found = told("\n".join(lines))
    assert found == dict.fromkeys(rules, 0) | {rules[0]: 1200, rules[1]: 7}
    assert list(found)[-2:] == [rules[1], rules[0]]
    assert len(lines) == len(rules) + 2
