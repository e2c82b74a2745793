"""The command line: a thin skin over the library, one file a command."""

from __future__ import annotations

import click

from kg import __version__
from kg.cli.analyze import analyze
from kg.cli.bench import bench
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.errors import Commands
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.grow import add, remove
from kg.cli.ontology import ontology
from kg.cli.query import query
from kg.cli.serve import serve

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Build a knowledge graph of technology policy from Korean articles, and ask it.

    Exit codes: 0 all went well; 1 done, but something was skipped; 2 nothing was done.
    """


for command in (build, add, remove, query, explain, analyze, export, check, evaluate, ontology, serve, bench):
    main.add_command(command)
