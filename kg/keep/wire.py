"""One request to a SPARQL server, and what went wrong with it in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from urllib.parse import urlsplit

import httpx

from kg.errors import StoreError
from kg.keep.address import Address
from kg.write.terminal import cut, printable

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_SHOWN = 200
_REMEDIES = {
    404: "nothing answers there; name the right address with a store option, such as layout=virtuoso or query=PATH",
    405: "that address does not take this request; name the right one with a store option, such as update=PATH or graphs=PATH",
    413: "the upload is too large for it; use smaller ones with the store option batch=N",
    415: "it does not read what was sent; name the right address with a store option",
    503: "it is busy or starting; try again later",
}


class Wire:
    """A connection to the server of an address; it follows no redirect and never sends a request twice."""

    def __init__(self, address: Address) -> None:
        self.address = address
        local = urlsplit(address.query).hostname in _LOOPBACK
        self._client = httpx.Client(auth=_auth(address), trust_env=not local)

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def post(
        self, url: str, body: Mapping[str, str] | bytes, *, type: str = "", accept: str = "*/*", patient: bool = False
    ) -> httpx.Response:
        """The answer to a POST of a form or of bytes of media ``type``; a ``patient`` one waits for it as long as the server takes.

        Raises StoreError where the server cannot be reached or answers anything but success; the message has the address.
        """
        headers = {"Accept": accept} | ({"Content-Type": type} if type else {})
        form, content = (None, body) if isinstance(body, bytes) else (dict(body), None)
        timeout = httpx.Timeout(self.address.timeout, read=None) if patient else httpx.Timeout(self.address.timeout)
        try:
            answer = self._client.post(url, headers=headers, data=form, content=content, timeout=timeout)
        except httpx.ConnectError as error:
            raise StoreError(f"{url}: the server cannot be reached ({error}); start it, or correct --store") from error
        except httpx.TimeoutException as error:
            more = "try again, or give it longer with the store option timeout=SECONDS"
            raise StoreError(f"{url}: no answer within {self.address.timeout:g} s; {more}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StoreError(f"{url}: the connection broke, or no HTTP server answers there ({printable(str(error))})") from error
        if not answer.is_success:
            raise StoreError(f"{url}: {_wrong(answer, self.address)}")
        return answer


def shown(answer: httpx.Response) -> str:
    """The beginning of an answer as one harmless line."""
    text = answer.content[: _SHOWN * 4].decode("utf-8", "replace")
    return cut(printable(" ".join(text.split())), _SHOWN) or "nothing"


def _auth(address: Address) -> httpx.Auth | None:
    if address.user is None:
        return None
    known = httpx.DigestAuth if address.auth == "digest" else httpx.BasicAuth
    return known(address.user, address.password)


def _wrong(answer: httpx.Response, address: Address) -> str:
    code = answer.status_code
    if code == 401:
        return _unknown(answer, address)
    if code == 403:
        who = f"user {address.user!r}" if address.user else "someone who has not signed in"
        return f"the server does not allow this to {who} (403); grant it there, or sign in as another user"
    if answer.is_redirect:
        return f"the server sends one on to {printable(answer.headers.get('Location', 'nowhere'))} ({code}); name that address"
    return f"the server answers {code}: {shown(answer)}" + (f"; {_REMEDIES[code]}" if code in _REMEDIES else "")


def _unknown(answer: httpx.Response, address: Address) -> str:
    wanted = printable(answer.headers.get("WWW-Authenticate", "").partition(" ")[0].lower())
    if address.user is None:
        return "the server wants to know who asks (401); set KG_STORE_USER and KG_STORE_PASSWORD"
    if wanted and wanted != address.auth:
        return f"the server wants {wanted} authentication, not {address.auth} (401); set the store option auth={wanted}"
    return f"the server refuses user {address.user!r} with the password given (401); correct KG_STORE_USER and KG_STORE_PASSWORD"
