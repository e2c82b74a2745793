"""``kg review``."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kg.cli.options import built_option, judgements_option, lang_option, ontology_option
from kg.cli.text import columns
from kg.errors import StoreError, UsageError
from kg.home import ontology_folder
from kg.ledger import remembered_judgements
from kg.ontology import Ontology, load_ontology
from kg.ontology.judgements import DIFFERENT, SAME, UNDONE
from kg.query.terminal import printable
from kg.review import Decision, Doubt, Seen, decide, doubts, judgement_file, see
from kg.review.doubts import as_csv, reasons

TOP = 20
_KEYS = {"s": SAME, "d": DIFFERENT}


@dataclass(frozen=True)
class _Desk:
    """Where one person decides."""

    seen: Seen
    file: Path
    out: Path
    lang: str
    who: str
    when: str
    why: str

    @property
    def ontology(self) -> Ontology:
        return self.seen.ontology

    def say(self, key: str, *parts: str) -> str:
        return self.ontology.identity.words.said[key][self.lang].format(*map(printable, parts))


@click.command()
@click.option("--same", nargs=2, metavar="ONE OTHER", help="Decide that two are one thing.")
@click.option("--different", nargs=2, metavar="ONE OTHER", help="Decide that two are not one thing.")
@click.option("--undo", nargs=2, metavar="ONE OTHER", help="Take back what was decided of two.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the decision.")
@click.option("--who", envvar="KG_WHO", metavar="NAME", help="Who decides; also from KG_WHO  [default: the user's name]")
@click.option("--when", metavar="DAY", help="The day of the decision  [default: today]")
@click.option("--ask", is_flag=True, help="Go through the pairs one by one, and decide at the terminal.")
@click.option("--decided", is_flag=True, help="List the decisions that stand, not the doubts.")
@click.option(
    "--csv", "table", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write all pairs as a table; - is stdout."
)
@click.option("--top", type=click.IntRange(min=1), default=TOP, show_default=True, metavar="N", help="Pairs to show or ask.")
@judgements_option
@built_option
@lang_option
@ontology_option
def review(**options: Any) -> None:
    """Decide which names are one thing.

    Without an option the doubtful pairs are listed, best first: pairs that may be one thing but were kept apart, with what speaks for and
    against it and a sentence of each. A decision always wins over the rules, is kept in a file, and survives rebuilds; `kg add` brings it
    into the graph, which costs no new reading. ONE and OTHER are names, or ids as the list shows them.
    """
    check(options)
    out, ontology = options["out"], options["ontology"]
    named = options["judgements"] or (Path(remembered) if (remembered := remembered_judgements(out)) else None)
    known = load_ontology(ontology or ontology_folder(), named)
    with see(out, known) as seen:
        day, who = options["when"] or dt.date.today().isoformat(), options["who"] or _user()
        deciding = any(options[name] for name in ("same", "different", "undo", "ask"))
        file = judgement_file(ontology, named) if deciding else Path()
        desk = _Desk(seen, file, out, options["lang"], who, day, " ".join(options["why"].split()))
        _run(desk, options, named)


def _run(desk: _Desk, options: dict[str, Any], named: Path | None) -> None:
    told = [(verdict, options[name]) for name, verdict in (("same", SAME), ("different", DIFFERENT), ("undo", UNDONE)) if options[name]]
    if told:
        _write(desk, [_decision(desk, verdict, *pair) for verdict, pair in told], named)
    elif options["ask"]:
        _ask(desk, options["top"], named)
    elif options["decided"]:
        click.echo(_standing(desk))
    elif options["table"]:
        _table(desk, options["table"])
    else:
        click.echo("\n".join(_list(desk, options["top"])))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _decision(desk: _Desk, verdict: str, one: str, other: str) -> Decision:
    return Decision(verdict, desk.seen.ref(one), desk.seen.ref(other), desk.who, desk.when, desk.why)


def _write(desk: _Desk, decisions: list[Decision], named: Path | None) -> None:
    for made in decide(decisions, desk.file, desk.ontology):
        click.echo(desk.say("written", str(desk.file), str(made.one), made.verdict, str(made.other)))
    if named is not None:
        desk.seen.ledger.set(judgements=str(desk.file.resolve()))
    click.echo(desk.say("apply", str(desk.out)))


def _ask(desk: _Desk, top: int, named: Path | None) -> None:
    """One pair after another; what is decided is written at once, so that nothing is lost."""
    asked = 0
    for number, doubt in enumerate(doubts(desk.seen, top), 1):
        asked = number
        click.echo("\n".join(_shown(desk, number, doubt)))
        answer = click.prompt(
            "[s]ame, [d]ifferent, [n]ext, [q]uit", type=click.Choice(["s", "d", "n", "q"]), default="n", show_choices=False
        )
        if answer == "q":
            return
        if answer in _KEYS:
            why = click.prompt("why", default="", show_default=False)
            try:
                _write(desk, [Decision(_KEYS[answer], *doubt.refs, desk.who, desk.when, " ".join(why.split()))], named)
            except UsageError as error:
                click.echo(str(error), err=True)
    if not asked:
        click.echo(desk.say("nobody"))


def _list(desk: _Desk, top: int) -> Iterator[str]:
    for number, doubt in enumerate(doubts(desk.seen, top), 1):
        yield from (*_shown(desk, number, doubt), "")
    left = len(desk.seen.found.doubts) - top
    if left > 0:
        yield desk.say("more", f"{left:,}")
    if not desk.seen.found.doubts:
        yield desk.say("nobody")


def _shown(desk: _Desk, number: int, doubt: Doubt) -> Iterator[str]:
    schema, table = desk.ontology.schema, desk.ontology.identity.features
    yield desk.say("question", str(number), f"{doubt.weight.score:.2f}")
    for ref, one, side in zip(doubt.refs, doubt.groups, doubt.evidence, strict=True):
        yield f"   {printable(one.name)} — {schema.terms[one.type].label(desk.lang)}, {printable(str(ref))}"
        yield f"      {printable(side.sentence) or desk.say('no_document')}" + (f" · {printable(side.document)}" if side.document else "")
    yield from (f"   {reason}" for reason in reasons(doubt.weight, table, desk.lang))


def _standing(desk: _Desk) -> str:
    rows = [[one.when, one.who, str(one.one), one.verdict, str(one.other), one.why] for one in desk.ontology.judgements.standing]
    return columns([["when", "who", "one", "verdict", "other", "why"], *rows]) if rows else desk.say("nobody")


def _table(desk: _Desk, path: Path) -> None:
    text = as_csv(doubts(desk.seen), desk.ontology.identity.features, desk.lang)
    if str(path) == "-":
        click.echo(text, nl=False)
        return
    try:
        path.write_text(text, encoding="utf-8-sig", newline="")
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error}") from error
    click.echo(f"{len(desk.seen.found.doubts):,} pairs in {path}")


def check(options: dict[str, Any]) -> None:
    """Raises UsageError where options do not go together."""
    chosen = [name for name in ("ask", "decided", "table") if options[name]]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} do not go together; give one")
