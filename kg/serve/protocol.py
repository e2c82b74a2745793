"""The SPARQL 1.1 Protocol, its query half: from a request to a job, and from an answer to a response."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from kg.serve.answer import Job
from kg.serve.errors import NoAnswerError
from kg.serve.media import with_charset
from kg.serve.pool import Answer, Pool

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
READ_ONLY = "updates are refused: this endpoint is read-only; add documents with `kg add` and start it again"
_CHUNK = 256 * 1024
Params = list[tuple[str, str]]


async def read_job(request: Request, most: int) -> Job | None:
    """The query that a request brings, None for a GET that asks nothing. Raises NoAnswerError for what the protocol forbids.

    ``most`` is the largest body in bytes.
    """
    params = _params(request.url.query.encode(), "the query string")
    if request.method == "POST":
        params += await _posted(request, most)
    elif not params:
        return None
    return _job(params, request.headers.get("accept"))


async def read_form(request: Request, most: int) -> Params:
    """The fields of a posted form; NoAnswerError where it is none."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise NoAnswerError(415, f"a form is posted as {FORM}")
    return _params(await _body(request, most), "the form")


async def respond(pool: Pool, job: Job, request: Request) -> Response:
    """The answer of ``pool`` as a response; it stops the query when the client leaves."""
    return to_response(await pool.ask(job, request.is_disconnected))


def to_response(answer: Answer, headers: Mapping[str, str] | None = None) -> Response:
    """An answer as a response, in pieces where it lies in a file."""
    told = {"Vary": "Accept", **(headers or {}), "Content-Type": with_charset(answer.type)}
    if isinstance(answer.body, bytes):
        return Response(answer.body, headers=told)
    told["Content-Length"] = str(answer.body.stat().st_size)
    return StreamingResponse(_pieces(answer.body), headers=told)


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    """The bytes of a file whose name is gone at once, so that nothing is left, whatever becomes of the client."""
    with path.open("rb") as file:
        path.unlink()
        while piece := await asyncio.to_thread(file.read, _CHUNK):
            yield piece


async def _posted(request: Request, most: int) -> Params:
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == UPDATE:
        raise NoAnswerError(403, READ_ONLY)
    if kind not in (FORM, QUERY):
        raise NoAnswerError(415, f"a POST has {kind or 'no Content-Type'!r}; it must be {FORM} or {QUERY}")
    charset = rest.lower().partition("charset=")[2].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise NoAnswerError(415, f"charset {charset!r} is not read; send UTF-8")
    body = await _body(request, most)
    if kind == FORM:
        return _params(body, "the form")
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise NoAnswerError(400, f"the query is not UTF-8: {error}") from None


async def _body(request: Request, most: int) -> bytes:
    held = bytearray()
    async for piece in request.stream():
        held += piece
        if len(held) > most:
            raise NoAnswerError(413, f"the request has more than {most:,} bytes")
    return bytes(held)


def _params(text: bytes, what: str) -> Params:
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=200)
    except ValueError as error:
        raise NoAnswerError(400, f"{what} is not URL-encoded UTF-8: {error}") from None


def _job(params: Params, accept: str | None) -> Job:
    values: dict[str, list[str]] = {}
    for name, value in params:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise NoAnswerError(403, READ_ONLY)
    queries = values.get("query", [])
    if len(queries) != 1:
        raise NoAnswerError(400, f"there are {len(queries)} parameters `query`; there must be exactly one")
    default, named = (tuple(values[key]) if key in values else None for key in ("default-graph-uri", "named-graph-uri"))
    return Job(queries[0], accept, default, named)
