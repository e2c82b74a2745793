"""``kg export``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kg.cli.options import built_option, ontology_option
from kg.errors import UsageError
from kg.export.formats import FORMATS, find_format
from kg.export.formats import export as export_to
from kg.export.source import read_source
from kg.home import ontology_folder
from kg.ontology.schema import load_schema
from kg.pipeline import open_built

_LIST = "\b\n" + "\n".join(f"{name:<10}{form.title}" for name, form in FORMATS.items())


@click.command(
    help=f"""Write a built graph in the format of another tool.

FORMAT is one of:

{_LIST}

Without --to a format of one file goes to stdout; csv and neo4j need a folder. A folder gets void.ttl too, which describes the data
set. The same graph gives the same bytes. In csv a cell that a spreadsheet would take for a formula begins with an apostrophe."""
)
@click.argument("form", metavar="FORMAT")
@click.option("--to", metavar="FILE|FOLDER", help="Where to write; a new folder ends with a slash.")
@built_option
@ontology_option
def export(form: str, to: str | None, out: Path, ontology: Path | None) -> None:
    """Write a built graph in the format of another tool."""
    known = find_format(form)
    if to is None and known.many:
        raise UsageError(f"{form} has several files; name a folder with --to")
    schema = load_schema((ontology or ontology_folder()) / "techpolicy.ttl")
    built = open_built(out)
    source = read_source(built.folder, schema=schema, base=built.base)
    if to is None:
        (data,) = known.make(source).values()
        sys.stdout.buffer.write(data)
        return
    for path in export_to(source, form, Path(to), folder=to.endswith(("/", os.sep))):
        click.echo(path)
