from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.find.times.timetable import load_times

SOURCE = (Path(__file__).parents[2] / "ontology" / "language" / "time.yml").read_text(encoding="utf-8")

WRONG = [
    ("kind: same-day", "kind: sameday", "'sameday' is unknown; allowed: .*did you mean 'same-day'"),
    ("sense: last-day", "sense: lastday", "'lastday' is unknown; allowed: .*did you mean 'last-day'"),
    ("id: day.same", "id: day.bare", r"the id 'day.bare' is there twice"),
    ("<sameday>(?!", "<samedays>(?!", "'samedays' is unknown; allowed: .*did you mean 'sameday'"),
    ("(?<!과\\s)<days>", "(?<!과\\s)(<days>", "no regular expression"),
    ("\nbefore: '", "\nbefor: '", "a table of times has the sections"),
    ("words:", "words: [", "not valid YAML"),
    ("gap: '", "gap: '<open>", "fragments contain one another without end"),
]


def test_the_table_that_travels_with_the_code_loads(tmp_path: Path) -> None:
    path = tmp_path / "time.yml"
    path.write_text(SOURCE, encoding="utf-8")
    table = load_times(path)
    assert len(table.patterns) >= 40
    assert all(pattern.examples and pattern.none for pattern in table.patterns)


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_table_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SOURCE
    path = tmp_path / "time.yml"
    path.write_text(SOURCE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"time\.yml:\d+.*{message}"):
        load_times(path)


def test_a_new_kind_of_expression_needs_no_code(tmp_path: Path) -> None:
    path = tmp_path / "time.yml"
    path.write_text(SOURCE.replace("  months: {", "  months: {요번 달: 0, ", 1), encoding="utf-8")
    assert load_times(path).words["months"]["요번 달"] == 0
