"""The command line: a thin skin over the library, one file a command."""

from __future__ import annotations

import click

from kg import __version__
from kg.cli.commands import Commands

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Build a knowledge graph of technology policy from Korean articles, and ask it.

    Exit codes: 0 all went well; 1 done, but something was skipped; 2 nothing was done.
    """
