"""Errors as one line for the person at the terminal."""

from __future__ import annotations

from typing import Any

import click

from kg.errors import KgError

INTERRUPTED = 130  # what a shell gives for a command that Ctrl-C ended


class Failure(click.ClickException):
    """An error that kg raised on purpose: its message on stderr, exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """Commands whose errors end with a message, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted; what was built before is untouched.", err=True)
            ctx.exit(INTERRUPTED)
