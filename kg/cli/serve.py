"""``kg serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import built_option, ontology_option
from kg.serve.run import serve as run_server
from kg.serve.settings import MIB, Limits, Settings, check_settings


@click.command()
@built_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to listen; other machines need a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="PORT", help="0 takes a free one.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30, show_default=True, metavar="SECONDS", help="Of one query.")
@click.option("--memory", type=click.IntRange(min=64), default=512, show_default=True, metavar="MIB", help="Of one query.")
@click.option("--answer", type=click.IntRange(min=1), default=32, show_default=True, metavar="MIB", help="The largest answer to give.")
@click.option("--token", envvar="KG_TOKEN", metavar="TOKEN", help="Clients must send `Authorization: Bearer TOKEN`; also from KG_TOKEN.")
@ontology_option
def serve(out: Path, timeout: float, memory: int, answer: int, **settings: Any) -> None:
    """Serve a built graph: SPARQL endpoint, query editor, graph, search, and a page for everything in it.

    It is read-only, and shows the graph as it is now; start it again to show a newer one.
    """
    known = check_settings(Settings(out, limits=Limits(timeout=timeout, memory=memory * MIB, answer=answer * MIB), **settings))
    run_server(known, _say)


def _say(address: str) -> None:
    click.echo(f"Open {address}/ in a browser; the SPARQL endpoint is {address}/sparql; Ctrl-C ends it.")
