"""What a server may answer but what was asked for, said by a real one on loopback, and how that is told."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from kg.errors import StoreError
from kg.keep.address import Address, read_address
from kg.keep.remote import open_remote
from tests.keep.servers import free_ports

GOOD = b'{"head":{"vars":["count"]},"results":{"bindings":[{"count":{"type":"literal","value":"7"}}]}}'
BAD = "a\x1b[31m 쓰레기\n<b>"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: /STATUS gives that status; /WHAT the body of that name."""

    bodies: ClassVar[dict[str, bytes]] = {
        "good": GOOD,
        "html": b"<html><title>Welcome</title></html>",
        "torn": GOOD[:40],
        "yes": b'{"head":{},"boolean":true}',
        "other": b'{"head":{"vars":["x"]},"results":{"bindings":[]}}',
        "nothing": b"",
        "turtle": b"<http://a/b> <http://a/c> ",
    }
    stop = threading.Event()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        what = self.path.strip("/").split("?")[0]
        if what == "slow":
            self.stop.wait(30)
        if what == "closed":
            self.close_connection = True
            return
        if what == "signed":
            what = "good" if self.headers.get("Authorization") == "Basic " + b64encode("김:s3:cret".encode()).decode() else "401"
        self.send_response(int(what) if what.isdigit() else 200)
        for name, value in self._more(what):
            self.send_header(name, value)
        body = self.bodies.get(what, BAD.encode())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _more(self, what: str) -> list[tuple[str, str]]:
        return {"401": [("WWW-Authenticate", 'Basic realm="x"')], "302": [("Location", "http://elsewhere.example/")]}.get(what, [])

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        Handler.stop.set()
        server.shutdown()
        thread.join()


def at(root: str, query: str) -> Address:
    return read_address(root, {"query": query, "timeout": "1"})


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("302", r"sends one on to http://elsewhere\.example/ \(302\); name that address"),
        ("400", "the server answers 400: a"),
        ("401", r"wants to know who asks \(401\); set KG_STORE_USER and KG_STORE_PASSWORD"),
        ("403", r"does not allow this to someone who has not signed in \(403\)"),
        ("404", "answers 404: .*; nothing answers there; name the right address"),
        ("413", "batch=N"),
        ("500", "the server answers 500: a"),
        ("html", "no SPARQL 1.1 endpoint; it answers <html><title>Welcome"),
        ("torn", "no SPARQL 1.1 endpoint; it answers {"),
        ("yes", "no SPARQL 1.1 endpoint"),
        ("other", "no SPARQL 1.1 endpoint"),
        ("nothing", "no SPARQL 1.1 endpoint; it answers nothing"),
        ("slow", "no answer within 1 s; .*timeout=SECONDS"),
        ("closed", "the connection broke, or no HTTP server answers there"),
    ],
)
def test_what_is_wrong_is_told_with_the_address_and_what_to_do(path: str, words: str, root: str) -> None:
    with open_remote(at(root, path)) as remote, pytest.raises(StoreError, match=words) as told:
        remote.count("https://x/g")
    message = str(told.value)
    assert f"{root}/{path}: " in message
    assert message.isprintable(), "a server cannot write on the terminal what it likes"
    assert len(message) < 500


@pytest.mark.parametrize(
    ("path", "sparql"),
    [("torn", "SELECT ?count {}"), ("html", "ASK {}"), ("good", "ASK {}"), ("yes", "SELECT * {}"), ("turtle", "DESCRIBE <http://a/b>")],
)
def test_a_malformed_answer_to_a_query(path: str, sparql: str, root: str) -> None:
    with open_remote(at(root, path)) as remote, pytest.raises(StoreError, match=f"{root}/{path}: a malformed answer "):
        remote.query(sparql, {})


def test_a_server_that_is_not_there() -> None:
    (port,) = free_ports(1)
    words = r"/query: the server cannot be reached .* --store"
    with open_remote(read_address(f"http://127.0.0.1:{port}")) as remote, pytest.raises(StoreError, match=words):
        remote.check()


def test_basic_authentication(root: str) -> None:
    known = replace(at(root, "signed"), user="김", password="s3:cret")
    with open_remote(known) as remote:
        assert remote.count("https://x/g") == 7
    with open_remote(replace(known, password="other-s3cret")) as remote, pytest.raises(StoreError, match="refuses user '김'") as told:
        remote.count("https://x/g")
    assert "s3cret" not in str(told.value)
    words = r"wants basic authentication, not digest .*auth=basic"
    with open_remote(replace(known, auth="digest")) as remote, pytest.raises(StoreError, match=words):
        remote.count("https://x/g")
