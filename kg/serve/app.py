"""The application: its addresses, and what lives while it runs."""

from __future__ import annotations

import re
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import StoreError
from kg.export.termpage import term_page
from kg.home import ontology_folder
from kg.keep.snapshot import DATA, snapshot
from kg.keep.store import open_store
from kg.ontology.questions import load_questions
from kg.ontology.schema import load_schema
from kg.pipeline import open_built
from kg.pipeline.outputs import PAGE
from kg.serve import media, protocol
from kg.serve.description import as_data, describe
from kg.serve.errors import NoAnswerError
from kg.serve.nursery import Config
from kg.serve.overview import Overview, overview_of
from kg.serve.pages import Pages
from kg.serve.pool import Pool
from kg.serve.search import Names, names_of
from kg.serve.security import COOKIE, EDITOR_POLICY, PAGE_POLICY, Guarded, matches
from kg.serve.settings import Settings, check_settings
from kg.serve.static_files import load_files
from kg.serve.texts import language_of, load_texts
from kg.serve.things import iri_of, look_up, triples_job

METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_THING = {media.HTML: media.HTML, **media.GRAPHS}


@dataclass(frozen=True, slots=True)
class Live:
    """The names in the store, its overview, and the processes that answer."""

    names: Names
    overview: Overview
    pool: Pool


@dataclass
class Site:
    """What the addresses answer from; ``live`` is there while the application runs."""

    settings: Settings
    pages: Pages
    graph: str
    ontology: str
    store: Path
    live: Live | None = None

    def running(self) -> Live:
        """What lives while the application runs."""
        if self.live is None:
            raise StoreError("the application is not running; start it with its lifespan")
        return self.live


def application(settings: Settings) -> Starlette:
    """The server of a built folder as an ASGI application.

    It takes a copy of the store when it starts, so it shows that state until it ends. Raises StoreError where nothing was built,
    UsageError for settings that would let in anyone.
    """
    site = _site(check_settings(settings))
    refusal = _Refusals(site)
    guard = Middleware(Guarded, token=settings.token, local=settings.local, refuse=refusal.response)
    handlers: dict[object, Callable[[Request, Exception], Awaitable[Response]]] = {
        NoAnswerError: refusal.no_answer,
        HTTPException: refusal.http,
    }
    return Starlette(routes=_routes(site), middleware=[guard], exception_handlers=handlers, lifespan=_life(site))  # type: ignore[arg-type]


def _site(settings: Settings) -> Site:
    built = open_built(settings.out)
    folder = settings.ontology or ontology_folder()
    schema = load_schema(folder / "techpolicy.ttl")
    pages = Pages(schema, load_questions(folder / "queries", schema), load_texts(folder / "language"), built.base)
    try:
        graph = (built.folder / PAGE).read_text(encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{built.folder / PAGE}: the graph page is missing: {error}; build it again") from error
    with open_store(built.store):  # what is wrong with it is told before anything has started
        return Site(settings, pages, graph, term_page(schema, home="/"), built.store)


def _life(site: Site) -> Callable[[Starlette], object]:
    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
            store = snapshot(site.store, Path(folder) / "store")
            spill = Path(folder) / "answers"
            spill.mkdir()
            limits = site.settings.limits
            config = Config(str(store / DATA), limits.timeout, limits.memory, limits.answer, site.pages.prefixes)
            with open_store(store) as opened:
                names = names_of(opened)
                overview = overview_of(opened, names, site.pages.schema.namespace)
            site.live = Live(names, overview, Pool(config, limits, spill))
            try:
                await site.live.pool.start()
                yield
            finally:
                await site.live.pool.end()

    return life


def _routes(site: Site) -> list[Route]:
    return [
        Route("/", _bound(site, _front)),
        Route("/sparql", _bound(site, _sparql), methods=METHODS),
        Route("/query", _bound(site, _editor)),
        Route("/graph", _bound(site, _graph)),
        Route("/ontology", _bound(site, _ontology)),
        Route("/search", _bound(site, _search)),
        Route("/sign-in", _bound(site, _sign_in), methods=["POST"]),
        Route("/static/{name}", _file),
        Route("/id/{tail:path}", _bound(site, _thing)),
    ]


Handler = Callable[[Site, Request], Awaitable[Response]]


def _bound(site: Site, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        return await handler(site, request)

    return handle


async def _front(site: Site, request: Request) -> Response:
    return site.pages.page(request, "front.html.j2", overview=site.running().overview)


async def _sparql(site: Site, request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS)})
    pool = site.running().pool
    job = await protocol.read_job(request, site.settings.limits.query)
    if job is not None:
        return await protocol.respond(pool, job, request)
    accept = request.headers.get("accept")
    if media.choose(accept, [media.TURTLE, *list(media.GRAPHS), media.HTML]) == media.HTML:
        return RedirectResponse("/query", 303)
    chosen, body = describe(str(request.url.replace(query="")), accept)
    return Response(body, headers={"Content-Type": media.with_charset(chosen), "Vary": "Accept"})


async def _editor(site: Site, request: Request) -> Response:
    lang = language_of(request.query_params.get("lang"), request.headers.get("accept-language", ""))
    page = site.pages.page(request, "query.html.j2", editor=site.pages.editor(lang))
    page.headers["Content-Security-Policy"] = EDITOR_POLICY
    return page


async def _graph(site: Site, request: Request) -> Response:
    return _whole(site.graph)


async def _ontology(site: Site, request: Request) -> Response:
    """The ontology as a page, or as data."""
    chosen = media.choose(request.headers.get("accept"), _THING)
    if chosen == media.HTML:
        return _whole(site.ontology)
    headers = {"Content-Type": media.with_charset(chosen), "Vary": "Accept"}
    return Response(as_data(site.pages.schema.path, chosen), headers=headers)


def _whole(page: str) -> Response:
    """A page that is whole in itself and says so by a policy of its own."""
    found = _POLICY.search(page)
    policy = f"{found[1]}; frame-ancestors 'none'" if found else PAGE_POLICY
    return HTMLResponse(page, headers={"Content-Security-Policy": policy.replace("&#39;", "'"), "Vary": "Accept"})


async def _search(site: Site, request: Request) -> Response:
    text = request.query_params.get("q", "")
    return site.pages.page(request, "search.html.j2", query=text[:200], found=site.running().names.search(text))


async def _thing(site: Site, request: Request) -> Response:
    pool = site.running().pool
    raw = request.scope.get("raw_path", b"").split(b"?")[0].removeprefix(b"/id/")
    iri = iri_of(raw.decode("ascii", "replace"), site.pages.base)
    chosen = media.named(request.query_params.get("format")) or media.choose(request.headers.get("accept"), _THING)
    thing = None if iri is None else await look_up(pool, iri)
    if thing is None:
        raise NoAnswerError(404, f"{iri or request.url.path}: there is no such thing in this graph")
    if chosen == media.HTML:
        return site.pages.page(request, "thing.html.j2", thing=thing, formats=media.NAMES)
    return protocol.to_response(await pool.ask(triples_job(thing.iri, chosen), request.is_disconnected))


async def _file(request: Request) -> Response:
    found = load_files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return Response(found.body, headers={"Content-Type": found.type, "Cache-Control": "max-age=3600"})


async def _sign_in(site: Site, request: Request) -> Response:
    job = dict(await protocol.read_form(request, site.settings.limits.query))
    if not matches(site.settings.token, job.get("token", "")):
        return site.pages.page(request, "token.html.j2", status=401, wrong=True)
    response = RedirectResponse("/", 303)
    response.set_cookie(COOKIE, job["token"], httponly=True, samesite="strict")
    return response


class _Refusals:
    """Reasons as pages for people and as text for programs."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def response(self, request: Request, status: int, reason: str) -> Response:
        """The response of a request that is refused before it is read."""
        headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
        if not _wants_page(request):
            return PlainTextResponse(reason + "\n", status, headers)
        template = "token.html.j2" if status == 401 else "problem.html.j2"
        page = self._site.pages.page(request, template, status=status, code=status, reason=reason, wrong=False)
        page.headers.update(headers)
        return page

    async def no_answer(self, request: Request, error: Exception) -> Response:
        """The response to a request that has no answer."""
        status, reason, retry = (error.status, error.message, error.retry) if isinstance(error, NoAnswerError) else (500, "", None)
        response = self.response(request, status, reason)
        if retry is not None:
            response.headers["Retry-After"] = str(retry)
        return response

    async def http(self, request: Request, error: Exception) -> Response:
        """The response to a wrong address or method."""
        status, reason, headers = (error.status_code, error.detail, error.headers) if isinstance(error, HTTPException) else (500, "", None)
        response = self.response(request, status, f"{request.method} {request.url.path}: {reason}")
        response.headers.update(headers or {})
        return response


def _wants_page(request: Request) -> bool:
    """Whether a person reads it: a browser says so first of all."""
    return request.url.path != "/sparql" and request.headers.get("accept", "").startswith(media.HTML)
