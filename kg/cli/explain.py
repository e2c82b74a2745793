"""``kg explain``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import built_option, lang_option, ontology_option
from kg.errors import UsageError
from kg.explain.lookup import explain as look_up
from kg.explain.render import render
from kg.home import ontology_folder
from kg.ledger import remembered_judgements
from kg.ontology import load_ontology
from kg.ontology.schema import load_schema
from kg.pipeline import open_built
from kg.review import see
from kg.review.why import told, why


@click.command()
@click.argument("what", nargs=-1, required=True)
@built_option
@lang_option
@ontology_option
@click.option("--store", hidden=True, help="Refused: a server has no texts.")
def explain(what: tuple[str, ...], out: Path, lang: str, ontology: Path | None, store: str | None) -> None:
    """Show the rules and sentences behind WHAT.

    WHAT is the name or id of an entity, a relation as `SUBJECT PROPERTY OBJECT` (with * for any), the id of a claim, or two names: then it
    is told why they are one thing, or why not.
    """
    if store is not None:
        raise UsageError(
            "kg explain cuts sentences from the texts, which no SPARQL server has: name the folder of the build with -o instead"
        )
    schema = load_schema((ontology or ontology_folder()) / "techpolicy.ttl")
    graph = open_built(out).graph(schema)
    try:
        click.echo(render(look_up(graph, " ".join(what), schema), schema, lang=lang), nl=False)
    except UsageError:
        if len(what) != 2:
            raise
        click.echo("\n".join(_compared(*what, out=out, lang=lang, ontology=ontology)))


def _compared(one: str, other: str, *, out: Path, lang: str, ontology: Path | None) -> list[str]:
    remembered = remembered_judgements(out)
    known = load_ontology(ontology or ontology_folder(), Path(remembered) if remembered else None)
    with see(out, known) as seen:
        return list(told(why(seen, one, other), seen, lang))
