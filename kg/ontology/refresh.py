"""Repeatable building of the big authority files from public lists: ``python -m kg.ontology.refresh GAZETTEERS [FOLDER]``.

What is built and how names are judged stands in ``refresh.yml`` beside the files. A row keeps its id as long as its source stays the same.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from kg.errors import InputError, UsageError
from kg.ontology.authority import ABOUT, COLUMNS, MARKS, fold, read_records

HEADER = (*COLUMNS, "match")
# Revised Romanisation, letter by letter; sound changes between syllables are left out, so that an id never depends on its neighbours.
_ONSETS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")
_CODAS: tuple[str, ...] = ("", *"kkknnntlkmlllplmpptt", "ng", *"ttktpt")
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_CONTEXT = "context"


class Candidate(NamedTuple):
    """A row to be: everything but its id."""

    type: str
    names: tuple[str, ...]
    source: str
    match: str = ""
    parent: str = ""


def refresh(gazetteers: Path, folder: Path) -> dict[str, int]:
    """The number of rows written to each generated file of ``folder``; the same lists and rules give the same bytes."""
    rules = yaml.safe_load((folder / "refresh.yml").read_text("utf-8"))
    generated = {rule["file"] for rule in rules.values()}
    ids, known = _hand_written(folder, generated)
    counts = {}
    for name, build in (("public", _public), ("listed", _listed), ("colleges", _colleges)):
        rule = rules[name]
        source = gazetteers / rule["gazetteer"]
        if not source.is_file():
            raise InputError(f"{source}: no such list; needed for {rule['file']}")
        target = folder / rule["file"]
        rows = list(_rows(build(source, rule, known), _old_ids(target), ids, known))
        _write(target, rows)
        counts[rule["file"]] = len(rows)
    return counts


def romanise(name: str) -> str:
    """``name`` as a kebab of small ASCII letters and digits, by the Revised Romanisation of each syllable alone."""
    plain = unicodedata.normalize("NFKC", name)
    letters = "".join(_syllable(sign) for sign in plain)
    ascii_ = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.casefold()).strip("-") or "x"


def _syllable(sign: str) -> str:
    if not _FIRST_SYLLABLE <= ord(sign) <= _LAST_SYLLABLE:
        return sign
    rest, coda = divmod(ord(sign) - _FIRST_SYLLABLE, len(_CODAS))
    onset, vowel = divmod(rest, len(_VOWELS))
    return _ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda]


def _hand_written(folder: Path, generated: set[str]) -> tuple[set[str], dict[str, str]]:
    """The ids of the rows that people wrote, and the id that bears each folded name (of two, the one in the later file or line)."""
    ids: set[str] = set()
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name in generated or path.name in ABOUT:
            continue
        for _, cells in read_records(path, COLUMNS, ("match",)):
            ids.add(cells["id"])
            for name in (cells["ko"], cells["en"], *cells["aliases"].split("|"), cells["source"] if ":" in cells["source"] else ""):
                known[fold(name.rstrip(MARKS))] = cells["id"]
    known.pop("", None)
    return ids, known


def _old_ids(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return {cells["source"]: cells["id"] for _, cells in read_records(path, COLUMNS, ("match",))}


def _rows(candidates: Iterable[Candidate], old: dict[str, str], ids: set[str], known: dict[str, str]) -> Iterator[tuple[str, ...]]:
    ids |= set(old.values())
    for type_, names, source, match, parent in candidates:
        if fold(names[0]) in known or fold(source) in known:
            continue
        aliases = [alias for alias in names[1:] if fold(alias.rstrip(MARKS)) not in known]
        id_ = old.get(source) or _free(romanise(names[0]), source, ids)
        ids.add(id_)
        known.update((fold(name.rstrip(MARKS)), id_) for name in (names[0], *aliases))
        yield (id_, type_, names[0], "", "|".join(aliases), "", "", parent, "", "", source, match)


def _free(stem: str, source: str, ids: set[str]) -> str:
    return stem if stem not in ids else f"{stem}-{romanise(source.split(':', 1)[1])}"


def _write(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def _listed(path: Path, rule: dict[str, Any], known: dict[str, str]) -> Iterator[Candidate]:
    """Firms by stock code; of two with one name only the first is kept, because nothing in a text tells them apart."""
    common, skip = set(rule["common"].split()), re.compile(rule["skip"])
    for name, code, *_ in sorted(_table(path), key=lambda cells: cells[1]):
        if not skip.search(name):
            match = _CONTEXT if name in common or _short(name, rule["hangul"], rule["latin"]) else ""
            yield Candidate(rule["class"], (name.strip(),), f"KRX:{code}", match)


def _short(name: str, hangul: int, latin: int) -> bool:
    return len(name) <= (latin if name.isascii() else hangul)


def _public(path: Path, rule: dict[str, Any], known: dict[str, str]) -> Iterator[Candidate]:
    form = re.compile(rule["form"])
    classes = [(re.compile(pattern), type_) for pattern, type_ in rule["classes"]]
    for written, _, ministry, parent, *_ in sorted(_table(path)):
        name = " ".join(form.sub("", written).split())
        type_ = next(type_ for pattern, type_ in classes if pattern.search(name))
        above = known.get(fold(parent)) or known.get(fold(ministry)) or ""
        yield Candidate(type_, (name,), f"{path.name}:{written}", _CONTEXT if _short(name, 3, 4) else "", above)


def _colleges(path: Path, rule: dict[str, Any], known: dict[str, str]) -> Iterator[Candidate]:
    skip, cued = re.compile(rule["skip"]), set(rule["cued"].split())
    names = {entry["nameKr"].strip() for entry in json.loads(path.read_text("utf-8"))}
    for name in sorted(name for name in names if not skip.search(name)):
        short = _shortened(name, rule["short"])
        yield Candidate(rule["class"], (name, *(f"{form}?" if form in cued else form for form in short)), f"{path.name}:{name}")


def _shortened(name: str, endings: list[list[str]]) -> list[str]:
    for long, short in endings:
        if name.endswith(long) and len(name) - len(long) >= 2:
            return [name.removesuffix(long) + short]
    return []


def main(arguments: list[str]) -> None:
    """Refresh from the folder of lists that the command line names, and tell what was written."""
    if len(arguments) not in (1, 2):
        raise UsageError(f"expected GAZETTEERS [FOLDER], not {' '.join(arguments)!r}")
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parents[2] / "ontology" / "authority"
    for file, count in refresh(Path(arguments[0]), folder).items():
        print(f"{folder / file}: {count} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
