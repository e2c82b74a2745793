"""The authority file: every body, person, place, technology, product and policy that is known before reading.

Each row of ``ontology/authority/*.csv`` makes a name known and tells which thing it names, in one.
"""

from __future__ import annotations

import csv
import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import OntologyError

COLUMNS = ("id", "class", "ko", "en", "aliases", "from", "to", "parent", "successor", "wikidata", "source")
POST_COLUMNS = ("person", "organisation", "role", "from", "to", "source")
POSTS, HOMES = "posts.csv", "homes.csv"
HOME_COLUMNS = ("body", "country")
# The files that tell of rows and have none.
ABOUT = frozenset({POSTS, HOMES})
MATCHES = ("always", "context", "told", "fact")
MARKS = "?!"
# A city or country that acts and the spot on the map bear one name and are two things.
TWIN_TYPES = frozenset({"GovernmentBody", "Place"})

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_LATIN = re.compile(r"[A-Za-z]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNHEARD = re.compile(r"[\s'\"‘’“”「」『』<>《》〈〉·ㆍ・\-–—_.]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that the authority file knows.

    ``since`` and ``until`` are the first and last day on which the name is valid; None is open. ``successor`` may be several.
    ``cued`` are the names that count only next to a cue (a title, a company mark), because they are common words too.
    ``file`` and ``line`` are where it stands.
    """

    id: str
    type: str
    ko: str
    en: str | None
    aliases: tuple[str, ...]
    since: dt.date | None
    until: dt.date | None
    parent: str | None
    successor: tuple[str, ...]
    wikidata: str | None
    source: str
    match: str
    cued: tuple[str, ...]
    file: str
    line: int

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the fullest Korean one first."""
        return tuple(dict.fromkeys((self.ko, *([self.en] if self.en else []), *self.aliases)))

    @property
    def where(self) -> str:
        """The row's place, as ``file:line``."""
        return f"{self.file}:{self.line}"

    def needs_cue(self, name: str) -> bool:
        """Whether ``name`` is also a common word, so that a bare occurrence is no evidence for this row.

        Another spelling of such a name (Cs for CS) is one too, unless the row has that spelling among those that need no cue.
        """
        return bool(self.cued) and (name in self.cued or (name not in self.names and fold(name) in map(fold, self.cued)))

    def valid(self, date: dt.date | None) -> bool:
        """Whether the row is valid on ``date``; every row is on an unknown date."""
        return date is None or ((self.since is None or self.since <= date) and (self.until is None or date <= self.until))


@dataclass(frozen=True, slots=True)
class Post:
    """A term of office: ``person`` and ``organisation`` are row ids; ``since`` and ``until`` are its first and last day."""

    person: str
    organisation: str
    role: str
    since: dt.date | None
    until: dt.date | None
    source: str
    file: str
    line: int


@dataclass(frozen=True)
class Authority:
    """All rows by id, the ids of the rows that bear a folded name, the terms of office, and the states of the bodies of other countries."""

    rows: Mapping[str, Row]
    names: Mapping[str, tuple[str, ...]]
    posts: tuple[Post, ...]
    homes: Mapping[str, str]

    def cued(self, type_: str) -> frozenset[str]:
        """The names of that class which need a cue."""
        return frozenset(name for row in self.rows.values() if row.type == type_ for name in row.names if row.needs_cue(name))

    def at(self, name: str, date: dt.date | None = None) -> tuple[Row, ...]:
        """The rows that ``name`` can mean on ``date``, in order of their ids.

        Where none is valid on that day, those whose time lies nearest to it: an old name lives on in the news for some days.
        """
        rows = self._bearers.get(fold(name), ())
        if date is None or len(rows) < 2:
            return rows
        near = min(_distance(row, date) for row in rows)
        return tuple(row for row in rows if _distance(row, date) == near)

    def holders(self, organisation: str, role: str, date: dt.date) -> tuple[str, ...]:
        """The ids of the persons who hold ``role`` in the body on ``date``; two on the day of a change, none where it is not known."""
        posts = self._offices.get((organisation, role), ())
        return tuple(post.person for post in posts if _covers(post, date))

    def in_office(self, beginning: str, role: str, date: dt.date) -> tuple[str, ...]:
        """The ids of the persons whose name begins so, with a surname as a rule, and who hold such a post at any body on ``date``."""
        return tuple(
            sorted({p.person for p in self._roles.get(role, ()) if _covers(p, date) and self.rows[p.person].ko.startswith(beginning)})
        )

    def employer(self, person: str, role: str, date: dt.date | None = None) -> str | None:
        """The id of the body at which somebody holds such a post on ``date``, or without one holds or last held it."""
        held = (post for post in reversed(self._roles.get(role, ())) if post.person == person and (date is None or _covers(post, date)))
        return next((post.organisation for post in held), None)

    def states(self, government: str) -> frozenset[str]:
        """The ids of the places of other countries: the body that acts beside each is named with the word ``government`` too."""
        rows = self.rows.values()
        named = {row.ko for row in rows if row.type == "GovernmentBody" and f"{row.ko} {government}" in row.names}
        return frozenset(row.id for row in rows if row.type == "Place" and row.ko in named)

    def home(self, id_: str) -> str:
        """The id of the foreign state that the row is, in which it is, or of which it is a body; empty for all at home."""
        if id_ in self.homes or id_ in self._foreign:
            return self.homes.get(id_, id_)
        parent = self.rows[id_].parent if self.rows[id_].type == "Place" else None
        return self.home(parent) if parent else ""

    def at_home(self, type_: str) -> frozenset[str]:
        """The ids of the rows of the class that are no other state's."""
        return frozenset(row.id for row in self.rows.values() if row.type == type_ and not self.home(row.id))

    def group(self, id_: str | None, name: str) -> str | None:
        """The id of the group of firms to which a firm is known to belong, which it heads, or after which it is named."""
        top = id_
        while top and (above := self.rows[top].parent):
            top = above
        if top in self._groups.values():
            return top
        called = (head for head in self._groups if name.startswith(head) and not _LATIN.match(name, len(head) - 1))
        return next((self._groups[head] for head in called), None)

    @cached_property
    def _groups(self) -> dict[str, str]:
        """The names of the firms that stand above others and below none, the longest first, and their ids."""
        above = {row.parent for row in self.rows.values() if row.type == "Company"}
        heads = [row for row in self.rows.values() if row.id in above and row.type == "Company" and not row.parent]
        named = ((name, row.id) for row in heads for name in row.names if not row.needs_cue(name))
        return dict(sorted(named, key=lambda pair: -len(pair[0])))

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return frozenset(self.homes.values())

    @cached_property
    def _bearers(self) -> dict[str, tuple[Row, ...]]:
        return {name: tuple(self.rows[id_] for id_ in ids) for name, ids in self.names.items()}

    @cached_property
    def _roles(self) -> dict[str, list[Post]]:
        roles: dict[str, list[Post]] = {}
        for post in self.posts:
            roles.setdefault(post.role, []).append(post)
        return roles

    @cached_property
    def _offices(self) -> dict[tuple[str, str], list[Post]]:
        offices: dict[tuple[str, str], list[Post]] = {}
        for post in self.posts:
            offices.setdefault((post.organisation, post.role), []).append(post)
        return offices


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The form in which two names are compared: NFKC, case folded, without spaces, quotes, dots and hyphens."""
    bare = _UNHEARD.sub("", unicodedata.normalize("NFKC", name).casefold())
    # what stood apart may now combine: folding twice must change nothing
    return unicodedata.normalize("NFKC", bare)


def load_authority(folder: Path, schema_classes: set[str]) -> Authority:
    """The checked authority file of ``folder``; raises OntologyError with the places of all rows that are at fault."""
    rows: dict[str, Row] = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in ABOUT:
            _add(rows, _rows(path, schema_classes))
    _check_links(rows)
    posts = tuple(_posts(folder / POSTS, rows)) if (folder / POSTS).exists() else ()
    homes = dict(_homes(folder / HOMES, rows)) if (folder / HOMES).exists() else {}
    return Authority(MappingProxyType(rows), MappingProxyType(_index(rows.values())), posts, MappingProxyType(homes))


def read_records(path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of each record of a CSV file whose header is ``columns``, then maybe ``optional``."""
    label = _label(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        if header not in (columns, columns + optional):
            raise OntologyError(f"{label}:1: header {','.join(header)!r}, expected {','.join(columns + optional)!r}")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise OntologyError(f"{label}:{reader.line_num}: {len(cells)} cells, expected {len(header)}: {','.join(cells)!r}")
            yield reader.line_num, dict(zip(header, cells, strict=True))


def _label(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _rows(path: Path, classes: set[str]) -> Iterator[Row]:
    file = _label(path)
    for line, cells in read_records(path, COLUMNS, ("match",)):
        yield _row(cells, classes, file, line)


def _row(cells: dict[str, str], classes: set[str], file: str, line: int) -> Row:
    where = f"{file}:{line}"
    _check_cells(cells, classes, where)
    marked = [alias for alias in cells["aliases"].split("|") if alias]
    aliases = tuple(alias.rstrip(MARKS) for alias in marked)
    match = cells.get("match") or "always"
    return Row(
        id=cells["id"], type=cells["class"], ko=cells["ko"], en=cells["en"] or None, aliases=aliases,
        since=_date(cells["from"], where), until=_date(cells["to"], where), parent=cells["parent"] or None,
        successor=tuple(filter(None, cells["successor"].split("|"))), wikidata=cells["wikidata"] or None,
        source=cells["source"], match=match, cued=_cued((cells["ko"], cells["en"]), marked, match), file=file, line=line,
    )  # fmt: skip


def _cued(main: tuple[str, str], marked: list[str], match: str) -> tuple[str, ...]:
    """The names that need a cue: ``?`` behind an alias says so, and in a row of context ``!`` says that this one needs none."""
    if match != "context":
        return tuple(alias[:-1] for alias in marked if alias.endswith("?"))
    return (*filter(None, main), *(alias.removesuffix("?") for alias in marked if not alias.endswith("!")))


def _check_cells(cells: dict[str, str], classes: set[str], where: str) -> None:
    if not _ID.fullmatch(cells["id"]):
        raise OntologyError(f"{where}: id {cells['id']!r} must be small ASCII letters and digits, joined by single hyphens")
    if cells["class"] not in classes:
        raise OntologyError(f"{where}: class {cells['class']!r} is not in the ontology{_hint(cells['class'], classes)}")
    if not cells["ko"].strip():
        raise OntologyError(f"{where}: {cells['id']!r} has no name: column ko is {cells['ko']!r}")
    if cells["wikidata"] and not _WIKIDATA.fullmatch(cells["wikidata"]):
        raise OntologyError(f"{where}: wikidata {cells['wikidata']!r} must be like 'Q42'")
    if cells.get("match", "") not in ("", *MATCHES):
        raise OntologyError(f"{where}: match {cells['match']!r} is none of {', '.join(MATCHES)}")
    if cells["from"] and cells["to"] and cells["from"] > cells["to"]:
        raise OntologyError(f"{where}: from {cells['from']} is later than to {cells['to']}")


def _hint(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""


def _date(text: str, where: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise OntologyError(f"{where}: date {text!r} must be like '2025-10-01'") from None


def _add(rows: dict[str, Row], new: Iterable[Row]) -> None:
    for row in new:
        if row.id in rows:
            raise OntologyError(f"{row.where}: id {row.id!r} is already that of {rows[row.id].ko!r} ({rows[row.id].where})")
        rows[row.id] = row


def _check_links(rows: dict[str, Row]) -> None:
    for row in rows.values():
        for column, targets in (("parent", _parents(row)), ("successor", row.successor)):
            for target in targets:
                if target not in rows:
                    raise OntologyError(f"{row.where}: {column} {target!r} of {row.id!r} is no id{_hint(target, rows)}")
    _check_cycles(rows, "parent", {id_: _parents(row) for id_, row in rows.items() if row.parent})
    _check_cycles(rows, "successor", {id_: row.successor for id_, row in rows.items() if row.successor})


def _parents(row: Row) -> tuple[str, ...]:
    return (row.parent,) if row.parent else ()


def _check_cycles(rows: dict[str, Row], column: str, links: dict[str, tuple[str, ...]]) -> None:
    done: set[str] = set()
    for start in links:
        path: list[str] = []
        _walk(start, links, path, done)
        if path:
            ring = " -> ".join(f"{id_} ({rows[id_].where})" for id_ in path)
            raise OntologyError(f"{rows[path[0]].where}: cycle of {column}: {ring}")


def _walk(node: str, links: dict[str, tuple[str, ...]], path: list[str], done: set[str]) -> bool:
    """Leave the ring that begins and ends at one node in ``path``, if there is one below ``node``; else leave it as it was."""
    if node in done:
        return False
    if node in path:
        path[:] = [*path[path.index(node) :], node]
        return True
    path.append(node)
    if any(_walk(target, links, path, done) for target in links.get(node, ())):
        return True
    path.pop()
    done.add(node)
    return False


def _index(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    bearers: dict[str, list[Row]] = {}
    for row in rows:
        for name in dict.fromkeys(map(fold, row.names)):
            if not name:
                raise OntologyError(f"{row.where}: a name of {row.id!r} has no letter: {'|'.join(row.names)!r}")
            others = bearers.setdefault(name, [])
            for other in others:
                _check_share(name, other, row)
            others.append(row)
    return {name: tuple(sorted(row.id for row in found)) for name, found in bearers.items()}


def _check_share(name: str, one: Row, other: Row) -> None:
    if {one.type, other.type} == TWIN_TYPES or not _overlap(one, other):
        return
    raise OntologyError(
        f"{other.where}: name {name!r} of {other.id!r} ({other.type}) is also a name of {one.id!r} ({one.type}) in {one.where}; "
        "allowed only where their dates do not overlap, or for a GovernmentBody and its Place"
    )


def _overlap(one: Row, other: Row) -> bool:
    first, last = dt.date.min, dt.date.max
    return (one.since or first) <= (other.until or last) and (other.since or first) <= (one.until or last)


def _distance(row: Row, date: dt.date) -> int:
    if row.since and date < row.since:
        return (row.since - date).days
    return (date - row.until).days if row.until and date > row.until else 0


def _covers(post: Post, date: dt.date) -> bool:
    return (post.since is None or post.since <= date) and (post.until is None or date <= post.until)


def _posts(path: Path, rows: dict[str, Row]) -> Iterator[Post]:
    file = _label(path)
    for line, cells in read_records(path, POST_COLUMNS):
        where = f"{file}:{line}"
        for column in ("person", "organisation"):
            if cells[column] not in rows:
                raise OntologyError(f"{where}: {column} {cells[column]!r} is no id{_hint(cells[column], rows)}")
        if cells["from"] and cells["to"] and cells["from"] > cells["to"]:
            raise OntologyError(f"{where}: from {cells['from']} is later than to {cells['to']}")
        since, until = _date(cells["from"], where), _date(cells["to"], where)
        yield Post(cells["person"], cells["organisation"], cells["role"], since, until, cells["source"], file, line)


def _homes(path: Path, rows: dict[str, Row]) -> Iterator[tuple[str, str]]:
    for line, cells in read_records(path, HOME_COLUMNS):
        for column in HOME_COLUMNS:
            if cells[column] not in rows:
                raise OntologyError(f"{_label(path)}:{line}: {column} {cells[column]!r} is no id{_hint(cells[column], rows)}")
        yield cells["body"], cells["country"]
