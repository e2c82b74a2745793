"""``kg build``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import OUTPUTS, judgements_option, lang_option, ontology_option, workers_option
from kg.cli.progress import progress_bar
from kg.cli.store import address_of, check_server, put_on, store_options
from kg.cli.summary import tell
from kg.home import samples_folder
from kg.pipeline import Settings
from kg.pipeline import build as build_graph
from kg.write.iri import BASE


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), default=OUTPUTS, show_default=True, metavar="DIR", help="Where to build.")
@store_options
@workers_option
@lang_option
@ontology_option
@judgements_option
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="What every IRI of the graph begins with.")
@click.pass_context
def build(ctx: click.Context, /, inputs: tuple[Path, ...], out: Path, **settings: Any) -> None:
    """Build a graph from articles.

    INPUT is a page (.html), text (.txt), Markdown (.md), JSON Lines (.jsonl, .jsonl.gz) or a folder of these; without one, the
    samples that kg brings are built. What was in the output folder before stays whole until the new graph is complete.
    """
    address = address_of(settings.pop("store"), settings.pop("store_option"), settings.pop("store_user"))
    if address is not None:
        check_server(address)
    with progress_bar("Reading") as progress:
        known = Settings(**settings)
        summary = build_graph(inputs or (samples_folder(),), out, known, progress=progress)
    tell(summary, known)
    if address is not None and summary.folder is not None:
        put_on(address, summary.folder)
    ctx.exit(summary.exit_code)
