"""``kg explain``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import built_option, lang_option, ontology_option
from kg.errors import UsageError
from kg.explain.lookup import explain as look_up
from kg.explain.render import render
from kg.home import ontology_folder
from kg.ontology.schema import load_schema
from kg.pipeline import open_built


@click.command()
@click.argument("what", nargs=-1, required=True)
@built_option
@lang_option
@ontology_option
@click.option("--store", hidden=True, help="Refused: a server has no texts.")
def explain(what: tuple[str, ...], out: Path, lang: str, ontology: Path | None, store: str | None) -> None:
    """Show the rules and sentences behind WHAT.

    WHAT is the name or id of an entity, a relation as `SUBJECT PROPERTY OBJECT` (with * for any), or the id of a claim.
    """
    if store is not None:
        raise UsageError(
            "kg explain cuts sentences from the texts, which no SPARQL server has: name the folder of the build with -o instead"
        )
    schema = load_schema((ontology or ontology_folder()) / "techpolicy.ttl")
    graph = open_built(out).graph(schema)
    click.echo(render(look_up(graph, " ".join(what), schema), schema, lang=lang), nl=False)
