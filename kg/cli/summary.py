"""What a build did, on the terminal."""

from __future__ import annotations

import click

from kg.cli.text import columns
from kg.home import ontology_folder
from kg.ontology.interface import load_interface
from kg.ontology.schema import Schema, load_schema
from kg.pipeline import Settings, Summary
from kg.pipeline.outputs import PAGE
from kg.values import STATUSES

MOST_SKIPPED = 20


def tell(summary: Summary, settings: Settings) -> None:
    """Prints what was skipped and why on stderr, and the figures and where the page is on stdout."""
    for skipped in summary.skipped[:MOST_SKIPPED]:
        click.echo(f"Skipped {skipped.source}: {skipped.reason}; {skipped.remedy}", err=True)
    if len(summary.skipped) > MOST_SKIPPED:
        click.echo(f"Skipped {len(summary.skipped) - MOST_SKIPPED:,} more; report.md lists them", err=True)
    if summary.folder is None:
        click.echo("Nothing was built: no input gave a document.", err=True)
        return
    schema = load_schema((settings.ontology or ontology_folder()) / "techpolicy.ttl")
    click.echo(_figures(summary))
    if summary.claims:
        click.echo(_claims(summary, schema, settings.lang))
    click.echo(f"Open {summary.folder / PAGE} in a browser.")


def _figures(summary: Summary) -> str:
    counts = {
        "document": summary.documents,
        "claim": sum(summary.claims.values()),
        "event": summary.events,
    }
    told = [f"{count:,} {name}{'' if count == 1 else 's'}" for name, count in counts.items()]
    told.insert(1, f"{summary.entities:,} {'entity' if summary.entities == 1 else 'entities'}")
    return f"{', '.join(told)}; {len(summary.skipped):,} skipped"


def _claims(summary: Summary, schema: Schema, lang: str) -> str:
    words = load_interface(schema).page
    heads = ["", *(words[status][lang] for status in STATUSES)]
    names = dict.fromkeys(name for name, _ in summary.claims)
    totals = {name: sum(summary.claims.get((name, status), 0) for status in STATUSES) for name in names}
    rows = [
        [schema.properties[name].label(lang), *(f"{summary.claims.get((name, status), 0):,}" for status in STATUSES)]
        for name in sorted(names, key=lambda name: (-totals[name], name))
    ]
    return columns([heads, *rows], indent=2)
