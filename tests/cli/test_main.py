"""The command line as a whole: help, version, errors."""

from __future__ import annotations

import ast
import re

import click
import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli import main
from kg.errors import KgError
from tests.needs import REPOSITORY

COMMANDS = main.list_commands(click.Context(main))


def params(command: str) -> list[click.Parameter]:
    found = main.get_command(click.Context(main), command)
    assert found
    return found.params


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"kg, version {__version__}\n"


def test_the_first_commands_are_there() -> None:
    assert {"analyze", "bench", "build", "explain", "query"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_and_each_of_its_options_has_help(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    for param in params(command):
        assert param.param_type_name == "argument" or getattr(param, "help", None), param.name


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "No such command 'biuld'"),
        (["build", "--langs", "en"], "No such option"),
        (["build", "--lang", "fr"], "'fr' is not one of"),
        (["build", "--workers", "0"], "0 is not in the range"),
        (["explain"], "Missing argument"),
        (["query", "-o", "/nowhere", "due", "-p", "by=2030-01-01"], "/nowhere: no graph was built here"),
        (["explain", "KIST", "-o", "/nowhere"], "/nowhere: no graph was built here"),
        (["analyze", "-o", "/nowhere"], "/nowhere: no graph was built here"),
        (["bench", "/nowhere.txt"], "/nowhere.txt: no document to measure with"),
        (["query", "--ontology", "/nowhere"], "/nowhere/techpolicy.ttl"),
    ],
)
def test_a_wrong_call_ends_with_a_message_and_code_2(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit), "a traceback"


def test_every_error_of_kg_is_one_that_the_commands_catch() -> None:
    tree = ast.parse((REPOSITORY / "kg" / "errors.py").read_text(encoding="utf-8"))
    names = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    errors = __import__("kg.errors", fromlist=names)
    assert all(issubclass(getattr(errors, name), KgError) for name in names)
    assert len(names) > 4


def test_the_readme_names_only_commands_and_options_that_there_are() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    used = re.findall(r"(?:\.venv/bin/|`)kg (\w+)([^\n`#]*)", text)
    assert len(used) > 5
    for command, rest in used:
        assert command in COMMANDS, command
        known = {option for param in params(command) for option in param.opts}
        assert set(re.findall(r"(?<= )--?[a-z]+", rest)) <= known, rest
