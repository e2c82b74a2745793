"""What people decided about identity: a log of judgements, each of which can be undone.

A line of ``judgements.csv`` says who decided when that two things are the same or different, and why. A line with the verdict
``undone`` takes back what was decided of its two before. What stands then must not contradict itself, also not by way of others.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.node import nearest

COLUMNS = ("who", "when", "verdict", "one", "other", "why")
SAME, DIFFERENT, UNDONE = "same", "different", "undone"
VERDICTS = (SAME, DIFFERENT, UNDONE)
FILE = "judgements.csv"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """What a judgement speaks of: an id, in all documents or in one alone; written ``id`` or ``id @document``.

    Ids of persons and events can pass to a namesake when documents come; the document makes sure who is meant.
    """

    id: str
    document: str | None = None

    def __str__(self) -> str:
        return self.id if self.document is None else f"{self.id} @{self.document}"


def read_ref(text: str) -> Ref:
    """The reference that a cell or an argument writes."""
    id, sign, document = text.strip().removeprefix("id:").partition(" @")
    return Ref(id.strip(), document.strip() if sign else None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, and where it stands."""

    who: str
    when: str
    verdict: str
    one: Ref
    other: Ref
    why: str
    where: str

    @property
    def pair(self) -> tuple[Ref, Ref]:
        """The two, whichever was named first."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)

    def __str__(self) -> str:
        return f"{self.one} {self.verdict} {self.other} ({self.where}, {self.who}, {self.when})"


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions that stand, in the order in which they were made; none contradicts others."""

    standing: tuple[Judgement, ...] = ()

    def of(self, verdict: str) -> tuple[Judgement, ...]:
        """Those of one verdict."""
        return tuple(judgement for judgement in self.standing if judgement.verdict == verdict)

    def on(self, one: Ref, other: Ref) -> Judgement | None:
        """The decision about exactly these two."""
        pair = (one, other) if one <= other else (other, one)
        return next((judgement for judgement in self.standing if judgement.pair == pair), None)


@dataclass(frozen=True, slots=True)
class Known:
    """What an id can be: one of the authority file's, or a class in small letters with a name behind it."""

    rows: Collection[str]
    slugs: Collection[str]

    def check(self, ref: Ref, where: str) -> None:
        """Raises OntologyError where no thing can have the id."""
        slug, sign, name = ref.id.partition("/")
        if sign and slug in self.slugs and name:
            return
        if not sign and ref.id in self.rows:
            return
        meant = nearest(slug, self.slugs) if sign else nearest(ref.id, self.rows)
        raise OntologyError(
            f"{where}: {str(ref)!r} is no id: neither a row of the authority file nor a class and a name such as 'product/KAPEX'{meant}"
        )


def slug_of(type_: str) -> str:
    """The class in small letters with hyphens, as the first part of an id."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type_).lower()


def load_judgements(paths: Iterable[Path], known: Known) -> Judgements:
    """The decisions that the files hold; one that is not there holds none.

    Raises OntologyError with file, line and both rows where one is malformed, names an unknown id, or contradicts others.
    """
    return stand([judgement for path in paths if path.exists() for judgement in read_judgements(path, known)])


def read_judgements(path: Path, known: Known) -> Iterator[Judgement]:
    """The lines of one file, undone ones too."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path}:1: not valid UTF-8: {error.reason}; save the table as UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = tuple(next(reader, ()))
    if header != COLUMNS:
        raise OntologyError(f"{path}:1: header {','.join(header)!r}, expected {','.join(COLUMNS)!r}")
    for cells in reader:
        if any(cells):
            yield _judgement(cells, f"{path}:{reader.line_num}", known)


def _judgement(cells: Sequence[str], where: str, known: Known) -> Judgement:
    if len(cells) != len(COLUMNS):
        raise OntologyError(f"{where}: {len(cells)} cells, expected {len(COLUMNS)}: {','.join(cells)!r}")
    who, when, verdict, *ends, why = (cell.strip() for cell in cells)
    if verdict not in VERDICTS:
        raise OntologyError(f"{where}: verdict {verdict!r} is none of {', '.join(VERDICTS)}{nearest(verdict, VERDICTS)}")
    one, other = (read_ref(end) for end in ends)
    for ref in (one, other):
        known.check(ref, where)
    if one == other:
        raise OntologyError(f"{where}: both ends are {str(one)!r}; a judgement is of two things")
    if not who:
        raise OntologyError(f"{where}: nobody is named in column who; a judgement needs its author")
    _check_day(when, where)
    return Judgement(who, when, verdict, one, other, why, where)


def _check_day(when: str, where: str) -> None:
    try:
        dt.date.fromisoformat(when[:10])
    except ValueError:
        raise OntologyError(f"{where}: when {when!r} must be a day like '2025-10-01'") from None


def stand(log: Iterable[Judgement]) -> Judgements:
    """What stands of a log in its order; OntologyError where two lines that stand contradict each other, directly or through others."""
    standing: dict[tuple[Ref, Ref], Judgement] = {}
    for judgement in log:
        before = standing.get(judgement.pair)
        if judgement.verdict == UNDONE:
            if before is None:
                raise OntologyError(f"{judgement.where}: nothing that stands was decided of {judgement.one} and {judgement.other}")
            del standing[judgement.pair]
        elif before is not None and before.verdict != judgement.verdict:
            raise OntologyError(f"{judgement.where}: {judgement} contradicts {before}; undo one of them")
        else:
            standing.setdefault(judgement.pair, judgement)
    found = Judgements(tuple(standing.values()))
    _check(found)
    return found


def _check(found: Judgements) -> None:
    links = _links(found)
    anchored = {ref for judgement in found.standing for ref in judgement.pair if ref.document is not None}
    for judgement in found.of(DIFFERENT):
        # What is said of an id without a document is said of it in every one.
        starts, ends = ([end, *sorted(ref for ref in anchored if end == Ref(ref.id))] for end in judgement.pair)
        way = next(filter(None, (_way(links, start, end) for start in starts for end in ends)), [])
        if way:
            told = "; ".join(map(str, dict.fromkeys(way)))
            raise OntologyError(f"{judgement.where}: {judgement} contradicts {told}; undo one of them")


def _links(found: Judgements) -> dict[Ref, list[tuple[Ref, Judgement]]]:
    """What each reference is said to be the same as, and by which decision."""
    links: dict[Ref, list[tuple[Ref, Judgement]]] = defaultdict(list)

    def link(one: Ref, other: Ref, judgement: Judgement) -> None:
        links[one].append((other, judgement))
        links[other].append((one, judgement))

    whole: dict[Ref, Judgement] = {}
    for judgement in found.of(SAME):
        link(judgement.one, judgement.other, judgement)
        for ref in judgement.pair:
            whole.setdefault(ref, judgement)
    for ref in sorted({ref for judgement in found.standing for ref in judgement.pair if ref.document is not None}):
        if Ref(ref.id) in whole:
            link(ref, Ref(ref.id), whole[Ref(ref.id)])
    return links


def _way(links: Mapping[Ref, Sequence[tuple[Ref, Judgement]]], start: Ref, end: Ref) -> list[Judgement]:
    """The shortest chain of judgements by which two are the same, empty where there is none."""
    came: dict[Ref, tuple[Ref, Judgement] | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, judgement in links.get(here, ()):
            if there not in came:
                came[there] = (here, judgement)
                waiting.append(there)
    chain: list[Judgement] = []
    step = came.get(end)
    while step is not None:
        chain.insert(0, step[1])
        step = came[step[0]]
    return chain


def append(path: Path, new: Iterable[Judgement]) -> None:
    """Writes judgements to the end of a file, which is made where it is not there."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    if not before.strip():
        writer.writerow(COLUMNS)
    elif not before.endswith("\n"):
        out.write("\n")
    for one in new:
        writer.writerow([one.who, one.when, one.verdict, str(one.one), str(one.other), one.why])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(out.getvalue())
