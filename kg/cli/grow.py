"""``kg add`` and ``kg remove``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import built_option, ontology_option, workers_option
from kg.cli.summary import MOST_SKIPPED
from kg.grow import Change, Manner, Reader
from kg.grow import add as add_documents
from kg.grow import remove as remove_documents
from kg.pipeline import Settings
from kg.query.terminal import printable

page_option = click.option("--page/--no-page", default=True, help="Draw the page and the report anew too, or leave them for the next time.")


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path))
@built_option
@workers_option
@ontology_option
@click.option("--again", is_flag=True, help="Read all texts of the folder anew where the ontology or kg has changed since.")
@page_option
@click.pass_context
def add(ctx: click.Context, /, inputs: tuple[Path, ...], out: Path, **more: object) -> None:
    """Put articles into a built graph.

    INPUT is as for `kg build`. A document that is there unchanged costs nothing; one with the id of another replaces it. Each line that is
    printed tells of a document that is kept, whatever happens afterwards; without INPUT, what a killed call left undone is finished.
    """
    reader = Reader(Settings(ontology=more["ontology"], workers=more["workers"]))  # type: ignore[arg-type]  # click has checked them
    change = add_documents(inputs, out, reader, Manner(again=bool(more["again"]), page=bool(more["page"]), hear=_hear))
    _tell(change, out)
    ctx.exit(change.exit_code)


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@built_option
@ontology_option
@page_option
@click.pass_context
def remove(ctx: click.Context, /, documents: tuple[str, ...], out: Path, ontology: Path | None, page: bool) -> None:
    """Take articles out of a built graph, with exactly what hung on them.

    DOC is the id of a document, as in documents.jsonl. Each line that is printed tells of a document that is gone, whatever happens
    afterwards.
    """
    change = remove_documents(documents, out, Reader(Settings(ontology=ontology)), Manner(page=page, hear=_hear))
    _tell(change, out)
    ctx.exit(change.exit_code)


def _hear(done: str, id: str) -> None:
    click.echo(f"{done} {printable(id)}")


def _tell(change: Change, out: Path) -> None:
    for skipped in change.skipped[:MOST_SKIPPED]:
        click.echo(f"Skipped {printable(skipped.source)}: {skipped.reason}; {skipped.remedy}", err=True)
    if len(change.skipped) > MOST_SKIPPED:
        click.echo(f"Skipped {len(change.skipped) - MOST_SKIPPED:,} more", err=True)
    counts = {name: len(getattr(change, name)) for name in ("added", "changed", "removed", "unchanged", "skipped")}
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing to do"
    click.echo(f"{told}; {change.documents:,} document{'' if change.documents == 1 else 's'} in {out}")
