"""Who may ask: tokens, hosts, origins; and paths that would lead elsewhere."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.errors import StoreError, UsageError
from kg.serve.app import application
from kg.serve.settings import Limits, Settings, is_loopback
from tests.samples import kapex_graph
from tests.serve.markup import check_harmless
from tests.serve.servers import built, running
from tests.view.hostile import ATTACKS

TOKEN = "a-token-of-some-length"
ASK = {"query": "ASK { }"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(kapex_graph(), tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with running(folder) as address, httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


@pytest.fixture(scope="module")
def locked(folder: Path) -> Iterator[httpx.Client]:
    with running(folder, token=TOKEN) as address, httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "kg.example"])
def test_other_machines_need_a_token(folder: Path, host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        application(Settings(folder, host))
    application(Settings(folder, host, token=TOKEN))


@pytest.mark.parametrize("token", ["", "short", "열여섯글자가넘는한국어토큰입니다만"])
def test_a_token_must_be_long_and_ascii(folder: Path, token: str) -> None:
    with pytest.raises(UsageError, match="at least 16"):
        application(Settings(folder, token=token))


@pytest.mark.parametrize(("file", "text"), [("version", "99\n"), ("version", "old"), ("version", None)])
def test_a_store_that_cannot_be_read_is_told_before_anything_starts(folder: Path, tmp_path: Path, file: str, text: str | None) -> None:
    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    (broken / "store" / file).unlink()
    if text is not None:
        (broken / "store" / file).write_text(text, encoding="ascii")
    with pytest.raises(StoreError, match="store"):
        application(Settings(broken))


def test_limits_must_leave_room(folder: Path) -> None:
    with pytest.raises(UsageError, match="leave no room"):
        application(Settings(folder, limits=Limits(memory=1)))


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("[::1]", True), ("LOCALHOST", True), ("10.0.0.1", False), ("", False)],
)
def test_what_is_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local


@pytest.mark.parametrize("header", ["", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer", "Bearer \xff", TOKEN])
@pytest.mark.parametrize("path", ["/", "/sparql", "/id/kist", "/search", "/graph", "/query", "/nowhere"])
def test_without_the_token_nothing_is_told(locked: httpx.Client, path: str, header: str) -> None:
    headers = [(b"Authorization", header.encode("latin-1"))] if header else []
    response = locked.get(path, params=ASK, headers=headers)
    assert response.status_code == 401 and response.headers["www-authenticate"] == "Bearer" and "token" in response.text
    assert "한국과학기술연구원" not in response.text


@pytest.mark.parametrize("kind", ["Bearer", "bearer"])
def test_with_the_token_all_is_open(locked: httpx.Client, kind: str) -> None:
    headers = {"Authorization": f"{kind} {TOKEN}"}
    assert locked.get("/sparql", params=ASK, headers=headers).json()["boolean"] is True
    assert locked.get("/id/kist", headers=headers).status_code == 200


def test_a_browser_signs_in_once(locked: httpx.Client) -> None:
    page = locked.get("/", headers={"Accept": "text/html"})
    assert page.status_code == 401 and 'action="/sign-in"' in page.text
    assert locked.post("/sign-in", data={"token": "wrong-but-long-enough"}).status_code == 401
    assert locked.post("/sign-in", content=b"x").status_code == 415
    entered = locked.post("/sign-in", data={"token": TOKEN})
    cookie = entered.headers["set-cookie"].lower()
    assert entered.status_code == 303 and "httponly" in cookie and "samesite=strict" in cookie
    assert locked.get("/").status_code == 200
    locked.cookies.clear()
    assert locked.get("/").status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "0.0.0.0", "[2001:db8::1]:80", ""])
def test_another_name_for_loopback_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:1234", "127.0.0.1:80", "[::1]:80"])
def test_its_own_names_are_not(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_pages_of_other_sites_may_not_ask(client: httpx.Client) -> None:
    strange = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/sparql", params=ASK, headers=strange).status_code == 403
    assert client.post("/sparql", data=ASK, headers={**strange, "Sec-Fetch-Mode": "navigate"}).status_code == 403
    assert client.get("/id/kist", headers={**strange, "Sec-Fetch-Mode": "navigate"}).status_code == 200


PATHS = (
    *(
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/static/",
        "/static/page.css%00",
        "/static/page.css/",
    ),
    *(
        "/id/../../../etc/passwd",
        "/id/..%2f..%2fetc%2fpasswd",
        "/id/%00",
        "/id/%FF%FE",
        "/id/",
        "/id/article/",
        "/id/kist>%20?p%20?o",
        "/id/kist%3E",
    ),
    *("/id/" + "a" * 5000, "/id/%", "/id/%zz", "/id/~kist", "/id/claim/..", "/nowhere", "/sparql/", "//evil.example/", "/id//kist"),
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "*/*"])
def test_hostile_paths_lead_nowhere(client: httpx.Client, path: str, accept: str) -> None:
    status, text = raw(client, path, accept)
    assert status in (307, 400, 404), text[:200]
    assert "root:" not in text and "import" not in text and "Traceback" not in text


def raw(client: httpx.Client, path: str, accept: str) -> tuple[int, str]:
    """The answer to a path that no client library has tidied."""
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=30) as opened:
        opened.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: opened.recv(1 << 16), b"")).decode()
    return int(answer.split()[1]), answer


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(client: httpx.Client, attack: str) -> None:
    text = attack.encode("utf-8", "replace").decode()
    for params in ({"q": text}, {"q": "kist", "lang": text}):
        check_harmless(client.get("/search", params=params, headers={"Accept": "text/html"}).text)
    answer = client.get("/sparql", params={"query": text}, headers={"Accept": "text/html"})
    assert answer.status_code in (400, 403) and answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["/", "/query", "/graph", "/ontology", "/search?q=kist", "/id/kist", "/nowhere", "/id/nothing"])
def test_every_page_has_a_policy(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    policy = dict(part.strip().partition(" ")[::2] for part in response.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'" and policy["base-uri"] == "'none'" and policy["frame-ancestors"] == "'none'"
    assert not any(word in response.headers["content-security-policy"] for word in ("http:", "https:", "*", "unsafe-eval"))
    assert response.headers["x-content-type-options"] == "nosniff" and response.headers["referrer-policy"] == "no-referrer"
    assert "server" not in response.headers
