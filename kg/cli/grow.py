"""``kg add`` and ``kg remove``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kg.cli.errors import INTERRUPTED
from kg.cli.options import built_option, ontology_option, workers_option
from kg.cli.store import address_of, check_server, put_on, store_options
from kg.cli.summary import MOST_SKIPPED
from kg.grow import DRAWN_AT_ONCE, Change, Manner, Reader
from kg.grow import add as add_documents
from kg.grow import remove as remove_documents
from kg.pipeline import Settings
from kg.pipeline.outputs import PAGE, REPORT
from kg.query.terminal import printable

page_option = click.option(
    "--page/--no-page",
    default=None,
    help=f"Draw graph.html and report.md anew too, or leave them as they are.  [default: draw up to {DRAWN_AT_ONCE} documents]",
)


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path))
@built_option
@store_options
@workers_option
@ontology_option
@click.option("--again", is_flag=True, help="Read all texts of the folder anew where the ontology or kg has changed since.")
@page_option
@click.pass_context
def add(ctx: click.Context, /, inputs: tuple[Path, ...], out: Path, **more: Any) -> None:
    """Put articles into a built graph.

    INPUT is as for `kg build`. A document that is there unchanged costs nothing; one with the id of another replaces it. Each line that is
    printed tells of a document that is kept, whatever happens afterwards; without INPUT, what a killed call left undone is finished.
    """
    with _changing(ctx, out, more) as hear:
        reader = Reader(Settings(ontology=more["ontology"], workers=more["workers"]))
        change = add_documents(inputs, out, reader, Manner(again=more["again"], page=more["page"], hear=hear))
        _tell(change, out)
    ctx.exit(change.exit_code)


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@built_option
@store_options
@ontology_option
@page_option
@click.pass_context
def remove(ctx: click.Context, /, documents: tuple[str, ...], out: Path, **more: Any) -> None:
    """Take articles out of a built graph, with exactly what hung on them.

    DOC is the id of a document, as in documents.jsonl. Each line that is printed tells of a document that is gone, whatever happens
    afterwards.
    """
    with _changing(ctx, out, more) as hear:
        change = remove_documents(documents, out, Reader(Settings(ontology=more["ontology"])), Manner(page=more["page"], hear=hear))
        _tell(change, out)
    ctx.exit(change.exit_code)


@contextmanager
def _changing(ctx: click.Context, out: Path, options: Mapping[str, Any]) -> Iterator[Callable[[str, str], None]]:
    """Prints what is done with which document; puts the graph on the server that the options name, and tells what Ctrl-C leaves."""
    address = address_of(options["store"], options["store_option"], options["store_user"])
    told: list[str] = []

    def hear(done: str, id: str) -> None:
        told.append(id)
        click.echo(f"{done} {printable(id)}")

    try:
        if address is not None:
            check_server(address)
        yield hear
        if address is not None:
            put_on(address, out)
    except KeyboardInterrupt:
        kept = f"what is told above is kept ({len(told):,})" if told else "no document was changed"
        click.echo(f"Interrupted; {kept}. `kg add -o {out}` brings the files up to date.", err=True)
        ctx.exit(INTERRUPTED)


def _tell(change: Change, out: Path) -> None:
    for skipped in change.skipped[:MOST_SKIPPED]:
        click.echo(f"Skipped {printable(skipped.source)}: {skipped.reason}; {skipped.remedy}", err=True)
    if len(change.skipped) > MOST_SKIPPED:
        click.echo(f"Skipped {len(change.skipped) - MOST_SKIPPED:,} more", err=True)
    counts = {name: len(getattr(change, name)) for name in ("added", "changed", "removed", "unchanged", "skipped")}
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing to do"
    click.echo(f"{told}; {change.documents:,} document{'' if change.documents == 1 else 's'} in {out}")
    if not change.drawn:
        click.echo(f"{PAGE} and {REPORT} show an earlier state; `kg add --page -o {out}` draws them anew")
