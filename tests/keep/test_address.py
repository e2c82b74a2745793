"""The address of a server from what one gives on the command line."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.keep.address import read_address


@pytest.mark.parametrize(
    ("url", "options", "query", "update", "graphs"),
    [
        ("http://h:7878", {}, "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("http://h:7878/", {}, "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("https://h/a/b", {}, "https://h/a/b/query", "https://h/a/b/update", "https://h/a/b/store"),
        ("http://h", {"layout": "virtuoso"}, "http://h/sparql", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("http://h/ds", {"query": "sparql", "graphs": "data"}, "http://h/ds/sparql", "http://h/ds/update", "http://h/ds/data"),
        ("http://h/ds", {"update": "/top", "query": "http://i/q"}, "http://i/q", "http://h/top", "http://h/ds/store"),
        ("http://[::1]:80", {}, "http://[::1]:80/query", "http://[::1]:80/update", "http://[::1]:80/store"),
    ],
)
def test_endpoints(url: str, options: dict[str, str], query: str, update: str, graphs: str) -> None:
    address = read_address(url, options)
    assert (address.query, address.update, address.graphs) == (query, update, graphs)


def test_the_other_options() -> None:
    told = {"graph": "https://x/g", "parameter": "graph-uri", "auth": "digest", "timeout": "2.5", "batch": "10"}
    address = read_address("http://h", told, user="kim", password="s3cret")
    assert (address.graph, address.parameter, address.auth) == ("https://x/g", "graph-uri", "digest")
    assert (address.timeout, address.batch) == (2.5, 10)
    assert (read_address("http://h").auth, read_address("http://h", {"layout": "virtuoso"}).auth) == ("basic", "digest")


def test_no_text_of_an_address_has_the_password() -> None:
    address = read_address("http://h", user="kim", password="s3cret")
    assert address.password == "s3cret"
    assert "s3cret" not in f"{address} {address!r}"


@pytest.mark.parametrize(
    ("url", "options", "words"),
    [
        ("ftp://h", {}, "'ftp://h' is not usable; it must be http"),
        ("h:7878", {}, "must be http"),
        ("http://", {}, "must be http"),
        ("http://h:port", {}, "must be http"),
        ("http://[", {}, "must be http"),
        ("http://h/a b", {}, "must be http"),
        ("http://h", {"query": "ftp://x/"}, "'ftp://x/' is not usable"),
        ("http://h", {"qeury": "x"}, "'qeury' is unknown; did you mean query"),
        ("http://h", {"layout": "virtuso"}, "layout='virtuso' is none of oxigraph, virtuoso; did you mean virtuoso"),
        ("http://h", {"auth": "bearer"}, "auth='bearer' is none of basic, digest"),
        ("http://h", {"timeout": "soon"}, "timeout='soon' is no number"),
        ("http://h", {"timeout": "nan"}, "timeout='nan' is no number"),
        ("http://h", {"batch": "0"}, "batch='0' is no number"),
        ("http://h", {"graph": "mine"}, "graph='mine' is no absolute IRI"),
        ("http://h", {"graph": "http://x/> } ; DROP ALL"}, "is no absolute IRI"),
    ],
)
def test_what_is_wrong_is_told(url: str, options: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_address(url, options)


@pytest.mark.parametrize("url", ["http://kim:s3cret@h/", "http://kim:s3cret@h:port/", "kim:s3cret@h", "http:kim:s3cret@h"])
def test_a_password_in_the_url_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(UsageError, match=r"user or password in it|no URL") as told:
        read_address(url)
    assert "s3cret" not in str(told.value)


def test_a_password_without_a_user_is_refused() -> None:
    with pytest.raises(UsageError, match="but no user") as told:
        read_address("http://h", password="s3cret")
    assert "s3cret" not in str(told.value)
