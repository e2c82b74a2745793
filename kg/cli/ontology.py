"""``kg ontology``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from kg.cli.options import built_option, lang_option, ontology_option
from kg.cli.text import columns
from kg.errors import StoreError
from kg.export.termpage import term_page
from kg.home import ontology_folder
from kg.ontology.schema import Class, Property, Schema, load_schema
from kg.pipeline import open_built
from kg.values import Graph


@click.command()
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page to this file.")
@built_option
@lang_option
@ontology_option
@click.pass_context
def ontology(ctx: click.Context, /, html: Path | None, out: Path, lang: str, ontology: Path | None) -> None:
    """List the classes and relations, or write a page about all terms.

    The page is in Korean and English, with labels, definitions, domain, range, alignments, and examples of use from a built graph.
    """
    schema = load_schema((ontology or ontology_folder()) / "techpolicy.ttl")
    if html is None:
        click.echo("\n".join(_lines(schema, lang)))
        return
    given = ctx.get_parameter_source("out") is ParameterSource.COMMANDLINE
    page = term_page(schema, _graph(out, schema, needed=given))
    try:
        html.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{html}: cannot be written: {error}") from error
    click.echo(f"Open {html} in a browser.")


def _graph(out: Path, schema: Schema, *, needed: bool) -> Graph | None:
    """The graph that the examples are from; None, said on stderr, where nobody named one and none is built."""
    try:
        return open_built(out).graph(schema)
    except StoreError:
        if needed:
            raise
        click.echo(f"There is no graph in {out}, so the page has no examples; name one with -o.", err=True)
        return None


def _lines(schema: Schema, lang: str) -> Iterator[str]:
    yield columns([["class", "", "above"], *_classes((*schema.entity_types, *schema.event_types), lang)])
    yield ""
    yield columns([["relation", "", "domain", "range"], *_relations(schema.properties.values(), lang)])


def _classes(classes: Iterable[Class], lang: str) -> Iterator[list[str]]:
    for cls in classes:
        yield [cls.name, cls.label(lang), " ".join(cls.parents)]


def _relations(rules: Iterable[Property], lang: str) -> Iterator[list[str]]:
    for rule in rules:
        yield [rule.name, rule.label(lang), " ".join(rule.domain), " ".join(rule.range)]
