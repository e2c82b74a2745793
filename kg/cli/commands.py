"""The commands, each loaded when it is called: none waits for the libraries of the others."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kg.cli.errors import INTERRUPTED, Failure
from kg.errors import KgError

# Each command and the module of kg.cli that has it.
MODULES = {
    "add": "grow",
    "analyze": "analyze",
    "bench": "bench",
    "build": "build",
    "check": "check",
    "evaluate": "evaluate",
    "explain": "explain",
    "export": "export",
    "ontology": "ontology",
    "query": "query",
    "remove": "grow",
    "review": "review",
    "serve": "serve",
}


class Commands(click.Group):
    """Commands whose errors end with a message, never with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in MODULES:
            return None
        command: click.Command = getattr(import_module(f"kg.cli.{MODULES[cmd_name]}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted; what was built before is untouched.", err=True)
            ctx.exit(INTERRUPTED)
