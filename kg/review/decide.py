"""Decisions of people, written to their log once they are known to contradict nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError, StoreError, UsageError
from kg.home import ontology_folder
from kg.ontology import Ontology
from kg.ontology.judgements import FILE, UNDONE, Judgement, Ref, append, read_judgements, stand
from kg.ontology.load import known_ids


class Decision(NamedTuple):
    """Who decided what, when and why; ``verdict`` is same, different or undone."""

    verdict: str
    one: Ref
    other: Ref
    who: str
    when: str
    why: str


def judgement_file(ontology: Path | None, named: Path | None) -> Path:
    """Where decisions are kept: the file that is named, else that of an ontology of one's own.

    Raises UsageError where there is neither, since what lies in an installed package goes with its next version.
    """
    if named is not None:
        return named
    folder = ontology or ontology_folder()
    if ontology is None and folder.name == "_ontology":
        raise UsageError("no file for decisions is named; give one with --judgements FILE (it is made), and the built folder remembers it")
    return folder / FILE


def decide(decisions: Sequence[Decision], file: Path, ontology: Ontology) -> list[Judgement]:
    """Writes decisions to ``file``, all or none.

    Raises UsageError where one contradicts what stands (also through others), takes back nothing, or is of one thing; StoreError where the
    file cannot be written.
    """
    known = known_ids(ontology)
    own = ontology.folder / FILE
    log = [
        judgement
        for path in {own.resolve(): own, file.resolve(): file}.values()
        if path.exists()
        for judgement in read_judgements(path, known)
    ]
    line = len(file.read_text(encoding="utf-8-sig").splitlines()) if file.exists() else 1
    new = [
        Judgement(one.who, one.when, one.verdict, one.one, one.other, one.why, f"{file}:{line + at}") for at, one in enumerate(decisions, 1)
    ]
    for judgement in new:
        if judgement.one == judgement.other:
            raise UsageError(f"both names mean {judgement.one}; a decision is of two things")
        if not judgement.who:
            raise UsageError("nobody is named as the one who decides; give --who NAME, or set KG_WHO")
    try:
        stand([*log, *new])
    except OntologyError as error:
        remedy = "" if any(one.verdict == UNDONE for one in decisions) else "; `kg review --undo ONE OTHER` takes a decision back"
        raise UsageError(f"{error}{remedy}") from error
    try:
        append(file, new)
    except OSError as error:
        raise StoreError(f"{file}: the decision cannot be written: {error}") from error
    return new
