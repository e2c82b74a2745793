"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

OUTPUTS = Path("outputs")

lang_option = click.option(
    "--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of page, report and tables."
)
ontology_option = click.option(
    "--ontology", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="An ontology folder in place of kg's own."
)
judgements_option = click.option(
    "--judgements",
    envvar="KG_JUDGEMENTS",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Decisions about identity, beside those of the ontology; the built folder remembers the file. Also from KG_JUDGEMENTS.",
)
built_option = click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=OUTPUTS,
    show_default=True,
    metavar="DIR",
    help="The folder that `kg build` wrote.",
)
workers_option = click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="Processes that read  [default: one a CPU; one for a small input]"
)
