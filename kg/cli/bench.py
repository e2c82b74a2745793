"""``kg bench``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.bench import Cost, measure_build
from kg.cli.options import ontology_option, workers_option
from kg.cli.progress import progress_bar
from kg.cli.text import columns
from kg.home import samples_folder
from kg.pipeline import Settings

MIB = 1024 * 1024


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path))
@workers_option
@ontology_option
@click.option("--limit", type=click.FloatRange(min=0), metavar="RATIO", help="Exit code 1 where the ratio is higher.")
@click.pass_context
def bench(ctx: click.Context, inputs: tuple[Path, ...], workers: int | None, ontology: Path | None, limit: float | None) -> None:
    """Measure what a build costs, next to Kiwi alone on the same text.

    Both run with the same number of processes. Nothing is kept. Without INPUT the samples are measured, which tells little.
    """
    with progress_bar("Building") as progress:
        cost = measure_build(inputs or (samples_folder(),), Settings(ontology, workers=workers), progress=progress)
    click.echo(columns(_rows(cost)))
    click.echo(columns([["stage", "seconds"], *([name, f"{seconds:.2f}"] for name, seconds in cost.stages.items())], indent=2))
    ctx.exit(1 if limit is not None and cost.ratio > limit else 0)


def _rows(cost: Cost) -> list[list[str]]:
    return [
        ["documents", f"{cost.documents:,}"],
        ["characters", f"{cost.characters:,}"],
        ["tokens", f"{cost.tokens:,}"],
        ["workers", f"{cost.workers:,}"],
        ["kg compiled to C", "yes" if cost.compiled else "no"],
        ["seconds of Kiwi alone", f"{cost.kiwi:.2f}"],
        ["seconds of the build", f"{cost.build:.2f}"],
        ["ratio", f"{cost.ratio:.2f}"],
        ["CPU seconds of Kiwi alone", f"{cost.kiwi_cpu:.2f}"],
        ["CPU seconds of the build", f"{cost.build_cpu:.2f}"],
        ["ratio of CPU seconds", f"{cost.cpu_ratio:.2f}"],
        ["peak memory, MiB", f"{cost.peak / MIB:,.0f}"],
    ]
