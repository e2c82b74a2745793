"""The options that name a SPARQL server in place of the store in the output folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.text import pairs
from kg.errors import StoreError
from kg.keep.address import KEYS, Address, read_address
from kg.write.files import read_triples

PASSWORD = "KG_STORE_PASSWORD"  # noqa: S105 -- the name of the variable
F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--store", envvar="KG_STORE", metavar="URL", help="A SPARQL 1.1 server that holds the graph; also from KG_STORE."),
    click.option(
        "--store-option", multiple=True, metavar="KEY=VALUE", help=f"How it is reached; KEY is one of {', '.join(KEYS)}. May be repeated."
    ),
    click.option(
        "--store-user", envvar="KG_STORE_USER", metavar="NAME", help=f"Whom to sign in as; the password is taken from {PASSWORD}."
    ),
)


def store_options(command: F) -> F:
    """Adds --store, --store-option and --store-user to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def address_of(store: str | None, options: Iterable[str], user: str | None) -> Address | None:
    """The server that the options name; None where they name none. Raises UsageError."""
    if store is None:
        return None
    return read_address(store, pairs(options, "store option", "--store-option"), user=user, password=os.environ.get(PASSWORD))


def check_server(address: Address) -> None:
    """Said before the work, not after it: a server that cannot be reached, or lets nobody in. Raises StoreError."""
    from kg.keep.remote import open_remote  # noqa: PLC0415 -- most calls name no server, and need not wait for what speaks HTTP

    with open_remote(address) as remote:
        remote.check()


def put_on(address: Address, folder: Path) -> None:
    """Puts the graph of a built folder on the server, in the place of the older one. Raises StoreError."""
    from kg.keep.remote import open_remote  # noqa: PLC0415 -- as above

    try:
        with open_remote(address) as remote:
            count = remote.replace(read_triples(folder))
    except StoreError as error:
        raise StoreError(f"{error}; the graph is built in {folder}, but the server may still have its older one") from error
    click.echo(f"{count:,} triples are now in <{address.graph}> of {address.query}.")
