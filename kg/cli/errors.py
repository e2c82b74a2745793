"""Errors as one line for the person at the terminal."""

from __future__ import annotations

import click

INTERRUPTED = 130  # what a shell gives for a command that Ctrl-C ended


class Failure(click.ClickException):
    """An error that kg raised on purpose: its message on stderr, exit code 2."""

    exit_code = 2
