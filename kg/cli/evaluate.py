"""``kg evaluate``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kg.cli.judgement import detail, floors_table, numbers
from kg.cli.options import built_option, ontology_option, workers_option
from kg.cli.progress import progress_bar
from kg.cli.summary import MOST_SKIPPED
from kg.errors import UsageError
from kg.evaluate import Choice, Evaluation, evaluate_built
from kg.evaluate import evaluate as evaluate_inputs
from kg.evaluate.corpus import corpus_digest
from kg.evaluate.evidence import Sentences
from kg.evaluate.floors import Floors, Held, floors_for, held
from kg.evaluate.gold import gold_files
from kg.evaluate.record import record
from kg.pipeline import Settings
from kg.query.terminal import printable

_path = click.Path(path_type=Path)


@click.command()
@click.argument("gold", metavar="GOLD_DIR", type=_path)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=_path)
@built_option
@click.option("--only", multiple=True, metavar="ID", help="Only these articles; * and ? as in a shell. May be given several times.")
@click.option("--leave-out", multiple=True, metavar="ID", help="Not these articles: they are not read.")
@click.option("--figures", is_flag=True, help="Only numbers: no name, sentence or rule of an article is shown.")
@click.option("--show", multiple=True, metavar="NAME", help="Only this rule, frame or relation, whole, with what is right about it.")
@click.option(
    "--most", type=click.IntRange(min=0), default=3, show_default=True, metavar="N", help="Sentences to show of each rule or relation."
)
@click.option("--floors", type=_path, metavar="FILE", help="Hold the figures against the floors of a corpus; exit code 1 where one falls.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@workers_option
@ontology_option
@click.pass_context
def evaluate(ctx: click.Context, /, gold: Path, inputs: tuple[Path, ...], **more: Any) -> None:
    """Compare with annotated articles: how good it is, and which rule to mend.

    GOLD_DIR has one JSON file an article, called like the document's id. The graph in the output folder is compared, or, where INPUT is
    given, the articles of these files (as for `kg build`), read for the purpose. Right is a claim whose relation and both ends are
    annotated. Exit codes: 0 compared; 1 compared, but an article had no document or a figure is below its floor; 2 nothing compared.
    """
    choice = Choice(more["only"], more["leave_out"])
    if more["floors"] and not inputs:
        raise UsageError("--floors needs the texts that the floors are of: name them as INPUT")
    hold = _floors(gold, inputs, choice, more["floors"])
    evaluation = _evaluation(gold, inputs, choice, more)
    floors = held(hold, evaluation.figures) if hold else ()
    if more["as_json"]:
        click.echo(json.dumps(record(evaluation, floors, texts=not more["figures"]), ensure_ascii=False, indent=1))
    else:
        click.echo(_text(evaluation, floors, more))
    _complain(evaluation)
    ctx.exit(1 if evaluation.absent or evaluation.skipped or not all(one.holds for one in floors) else 0)


def _evaluation(gold: Path, inputs: Sequence[Path], choice: Choice, more: dict[str, Any]) -> Evaluation:
    if not inputs:
        return evaluate_built(gold, more["out"], ontology=more["ontology"], choice=choice)
    with progress_bar("Reading") as progress:
        return evaluate_inputs(gold, inputs, Settings(more["ontology"], workers=more["workers"]), choice=choice, progress=progress)


def _floors(gold: Path, inputs: Sequence[Path], choice: Choice, path: Path | None) -> Floors | None:
    """Read before the work, so that a mistake is told before it."""
    return floors_for(path, corpus_digest(gold_files(gold, choice), inputs)) if path else None


def _text(evaluation: Evaluation, floors: Sequence[Held], more: dict[str, Any]) -> str:
    parts = [] if more["show"] else [*numbers(evaluation), *floors_table(floors)]
    if not more["figures"]:
        parts += detail(evaluation, Sentences(evaluation.ontology), show=more["show"], most=more["most"])
    return "\n".join(parts)


def _complain(evaluation: Evaluation) -> None:
    for skipped in evaluation.skipped[:MOST_SKIPPED]:
        click.echo(f"Skipped {printable(skipped.source)}: {skipped.reason}; {skipped.remedy}", err=True)
    for id in evaluation.absent:
        click.echo(f"No document has the id {printable(id)}: all its facts count as missed; build it too, or leave it out.", err=True)
