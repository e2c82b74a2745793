"""Where a SPARQL 1.1 server answers, and as whom kg speaks to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from kg.errors import UsageError
from kg.ontology.schema import suggestion
from kg.write.iri import BASE, check_base

# Paths below the server's address for query, update and graph store, the graph store's parameter, and how one signs in.
LAYOUTS: Mapping[str, tuple[str, str, str, str, str]] = {
    "oxigraph": ("query", "update", "store", "graph", "basic"),
    "virtuoso": ("sparql", "sparql-auth", "sparql-graph-crud-auth", "graph-uri", "digest"),
}
AUTHS = ("basic", "digest")
KEYS = ("layout", "query", "update", "graphs", "parameter", "graph", "auth", "timeout", "batch")


@dataclass(frozen=True, slots=True)
class Address:
    """The three addresses of a server, and the graph that kg has there.

    ``parameter`` is what the graph store calls a graph in its addresses; ``timeout`` are the seconds of one query or upload
    (updates take what they take), ``batch`` is the number of triples of one upload. The password is in no text of this value.
    """

    query: str
    update: str
    graphs: str
    graph: str = BASE + "graph"
    parameter: str = "graph"
    auth: str = "basic"
    user: str | None = None
    password: str = field(default="", repr=False)
    timeout: float = 60.0
    batch: int = 20_000


def read_address(url: str, options: Mapping[str, str] | None = None, *, user: str | None = None, password: str | None = None) -> Address:
    """The address of the server at ``url``, with ``options`` by the names of ``KEYS``; paths in them are below ``url``.

    Raises UsageError for an unknown option, an unusable value, or a URL with a user or password in it, which logs would then show.
    """
    told = dict(options or {})
    for key in told:
        if key not in KEYS:
            raise UsageError(f"store option {key!r} is unknown{suggestion(key, KEYS)}; there are: {', '.join(KEYS)}")
    root = _checked(url) if url.endswith("/") else _checked(url) + "/"
    layout = _one_of("layout", told.get("layout", "oxigraph"), LAYOUTS)
    query, update, graphs, parameter, auth = LAYOUTS[layout]
    if password is not None and user is None:
        raise UsageError("a password for the store is given, but no user; set KG_STORE_USER or --store-user")
    return Address(
        _checked(urljoin(root, told.get("query", query))),
        _checked(urljoin(root, told.get("update", update))),
        _checked(urljoin(root, told.get("graphs", graphs))),
        graph=_graph(told.get("graph", BASE + "graph")),
        parameter=told.get("parameter", parameter),
        auth=_one_of("auth", told.get("auth", auth), AUTHS),
        user=user,
        password=password or "",
        timeout=_number("timeout", told.get("timeout", "60")),
        batch=int(_number("batch", told.get("batch", "20000"))),
    )


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        raise UsageError("the store's address is no URL; it must be http(s)://host:port/…") from None
    if "@" in url:
        raise UsageError("the store's address has a user or password in it, which logs would show; use --store-user and KG_STORE_PASSWORD")
    if not known or any(char.isspace() or not char.isprintable() for char in url):
        raise UsageError(f"the store's address {url!r} is not usable; it must be http(s)://host:port/…")
    return url


def _one_of(key: str, value: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    if value not in known:
        raise UsageError(f"store option {key}={value!r} is none of {', '.join(known)}{suggestion(value, known)}")
    return value


def _graph(iri: str) -> str:
    try:
        check_base(iri + "/")
    except UsageError:
        raise UsageError(f"store option graph={iri!r} is no absolute IRI; it must be http(s)://…") from None
    return iri


def _number(key: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 1 <= value <= 10_000_000:
        raise UsageError(f"store option {key}={text!r} is no number from 1 to 10000000")
    return value
