"""Who may ask, and what a page may do: token, host, origin, and the headers of every response. Plain ASGI, so that streams stay streams."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.settings import is_loopback

Refusal = Callable[[Request, int, str], ASGIApp]
COOKIE = "kg_token"
SIGN_IN = "/sign-in"
_SELF = "script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
PAGE_POLICY = f"default-src 'none'; {_SELF}; base-uri 'none'; frame-ancestors 'none'"
# The editor's tables add one style sheet of their own, the same always, and known by its digest.
EDITOR_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='")
DATA_POLICY = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Guarded:
    """An application behind the checks; ``refuse`` makes the response of a request that failed one, with its status and reason.

    ``local`` tells that the server listens on loopback: then other names of it are refused, since a page elsewhere can make a name of
    its own mean 127.0.0.1 and so read what it answers.
    """

    def __init__(self, app: ASGIApp, token: str | None, *, local: bool, refuse: Refusal) -> None:
        self._app, self._token, self._local, self._refuse = app, token, local, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message))
            await send(message)

        refused = self._refused(scope)
        app = self._app if refused is None else self._refuse(Request(scope), *refused)
        await app(scope, receive, send_guarded)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if self._local and not is_loopback(_name(headers.get("host", ""))):
            return 403, f"host {headers.get('host', '')[:100]!r} is refused: this server answers to 127.0.0.1 and localhost"
        strange = headers.get("sec-fetch-site") == "cross-site"
        if strange and (headers.get("sec-fetch-mode") != "navigate" or scope["method"] != "GET"):
            return 403, "a page of another site may not ask this server"
        if self._token and scope["path"] != SIGN_IN and not scope["path"].startswith("/static/") and not self._knows(headers):
            return 401, "a token is needed: send `Authorization: Bearer …`"
        return None

    def _knows(self, headers: Headers) -> bool:
        kind, _, given = headers.get("authorization", "").partition(" ")
        return matches(self._token, given.strip() if kind.lower() == "bearer" else _cookie(headers))


def matches(token: str | None, given: str) -> bool:
    """Whether ``given`` is the token, in a time that does not tell how much of it is right."""
    return token is not None and hmac.compare_digest(token.encode(), given.encode("utf-8", "surrogateescape"))


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    return host.rpartition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


def _add_headers(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    page = headers.get("content-type", "").startswith("text/html")
    headers.setdefault("Content-Security-Policy", PAGE_POLICY if page else DATA_POLICY)
