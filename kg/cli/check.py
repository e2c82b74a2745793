"""``kg check``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from kg.check import Outcome, read_material
from kg.check import check as run_checks
from kg.check.shapes import ENGINES
from kg.cli.options import built_option, lang_option, ontology_option
from kg.cli.text import columns
from kg.home import ontology_folder
from kg.pipeline import open_built

MOST = 20


@click.command()
@built_option
@lang_option
@ontology_option
@click.option("--engine", type=click.Choice(ENGINES), help="What validates the SHACL shapes  [default: shacl where it is installed]")
@click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True, metavar="N", help="Findings to show of each check.")
@click.pass_context
def check(ctx: click.Context, /, out: Path, lang: str, ontology: Path | None, **more: Any) -> None:
    """Check a built graph and the ontology behind it.

    The graph is held against the SHACL shapes and the checks in ontology/checks. Exit codes: 0 nothing was found; 1 something was; 2
    nothing could be checked.
    """
    built = open_built(out)
    outcomes = run_checks(read_material(built.folder, ontology or ontology_folder(), built.base), engine=more["engine"])
    click.echo("\n".join(_lines(outcomes, lang, more["most"])))
    ctx.exit(1 if any(outcome.findings for outcome in outcomes) else 0)


def _lines(outcomes: Sequence[Outcome], lang: str, most: int) -> Iterator[str]:
    rows = [[one.check, f"{one.looked_at:,}", f"{len(one.findings):,}", one.title(lang)] for one in outcomes]
    yield columns([["check", "looked at", "findings", ""], *rows])
    for outcome in outcomes:
        if outcome.findings:
            shown = outcome.findings[:most]
            yield f"\n{outcome.check}: {outcome.title(lang)}"
            yield columns([[finding.where, finding.what] for finding in shown], indent=2)
        if len(outcome.findings) > most:
            yield f"  … {len(outcome.findings) - most:,} more; --most {len(outcome.findings)} shows them"
