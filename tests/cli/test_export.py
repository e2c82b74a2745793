"""``kg export``: to stdout, a file or a folder, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.export import FORMATS
from kg.ontology.schema import load_schema
from kg.write.files import write_graph
from tests.needs import REPOSITORY
from tests.samples import kapex_graph


@pytest.fixture(scope="module")
def kapex(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kapex")
    write_graph(kapex_graph(), folder, schema=load_schema(REPOSITORY / "ontology" / "techpolicy.ttl"))
    return folder


def export(kapex: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", *arguments, "-o", str(kapex)])


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.many])
def test_one_file_goes_to_stdout_as_it_goes_to_a_file(name: str, kapex: Path, tmp_path: Path) -> None:
    told, written = export(kapex, name), export(kapex, name, "--to", str(tmp_path / "x"))
    assert (told.exit_code, written.exit_code) == (0, 0)
    assert written.stdout == f"{tmp_path / 'x'}\n"
    assert told.stdout_bytes == (tmp_path / "x").read_bytes()


def test_a_slash_makes_a_folder(kapex: Path, tmp_path: Path) -> None:
    assert export(kapex, "turtle", "--to", f"{tmp_path}/new/").exit_code == 0
    assert (tmp_path / "new" / "graph.ttl").read_bytes() == (kapex / "graph.ttl").read_bytes()
    assert (tmp_path / "new" / "void.ttl").exists()


def test_the_help_names_every_format() -> None:
    told = CliRunner().invoke(main, ["export", "--help"]).stdout
    assert all(f"  {name} " in told for name in FORMATS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["csv"], "several files; name a folder with --to"),
        (["xls"], "format 'xls' is none of turtle, trig"),
        (["gexf", "-o", "/nowhere"], "/nowhere: no graph was built here"),
        (["turtle", "--to", "/proc/none/x.ttl"], "cannot be written"),
    ],
)
def test_a_wrong_call_ends_with_a_message_and_code_2(arguments: list[str], message: str, kapex: Path) -> None:
    result = CliRunner().invoke(main, ["export", "-o", str(kapex), *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
