"""The house rules, read from the code itself: imports point one way, libraries stay fenced, pieces stay small, words stay in ontology/."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from tests.needs import REPOSITORY

# Each room may import from the rooms above its line only; rooms of one line do not know one another.
ROAD = (
    ("kg", "errors"),
    ("values", "home", "memory"),
    ("ontology",),
    ("read",),
    ("analyse",),
    ("find",),
    ("refer",),
    ("extract",),
    ("resolve",),
    ("write",),
    ("keep", "ledger"),
    ("query", "explain", "network", "review"),
    ("report", "view", "export", "check"),
    ("pipeline",),
    ("bench", "serve", "grow", "evaluate"),
    ("cli",),
)
RANK = {room: rank for rank, rooms in enumerate(ROAD) for room in rooms}

RDF = ("ontology/", "write/", "write.py", "keep/", "keep.py", "query/", "query.py", "explain/", "explain.py", "export/", "check/")
FENCES = {
    "kiwipiepy": ("analyse/",),
    "lxml": ("read/",),
    "yaml": ("ontology/", "read/"),
    "rdflib": RDF,
    "pyoxigraph": (*RDF, "serve/"),
    "networkx": ("network/", "view/"),
    "numpy": ("extract/", "network/", "view/"),
    "pyvis": ("view/",),
    "pyshacl": ("check/",),
    "shacl": ("check/",),
    "jinja2": ("view/", "report/", "report.py", "serve/", "export/"),
    "starlette": ("serve/",),
    "uvicorn": ("serve/",),
    "click": ("cli/", "cli.py"),
    "httpx": ("keep/",),
}

HANGUL_WORD = re.compile(r"[가-힣]{2,}")
LETTERS = re.compile(r"\[[^\]]*\]")  # a regular expression's class of letters, such as [가-힣], is no word
LOCKS = {"requirements.lock", "requirements-dev.lock"}
TOP_LEVEL = {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "kg", "ontology", "tests", "outputs"} | LOCKS
MADE = {"__pycache__", "build", "dist", "node_modules"}  # by tools, and ignored by git


class Source(NamedTuple):
    """One module: its path below ``kg/``, its text and all nodes of its tree."""

    path: str
    text: str
    nodes: tuple[ast.AST, ...]


def source(path: str, text: str) -> Source:
    return Source(path, text, tuple(ast.walk(ast.parse(text, path))))


@cache
def code() -> tuple[Source, ...]:
    package = REPOSITORY / "kg"
    paths = sorted(package.rglob("*.py"))
    found = tuple(source(path.relative_to(package).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    assert len(found) > 10, f"only {len(found)} modules below {package}: nothing was looked at"
    return found


def room(path: str) -> str:
    head = path.split("/", maxsplit=1)[0].removesuffix(".py")
    return "kg" if head == "__init__" else head


def imports(module: Source) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported, a name taken from kg itself with its room."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            names = [f"kg.{alias.name}" if base == "kg" else base for alias in node.names]
            yield from ((node.lineno, name) for name in names)


def functions(module: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in module.nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def wrong_way(module: Source) -> Iterator[str]:
    here = room(module.path)
    if here not in RANK:
        yield f"{module.path}:1: room {here!r} has no place in ROAD"
        return
    for line, name in imports(module):
        if name.startswith("."):
            yield f"{module.path}:{line}: {name} is relative; say kg. and the room"
        parts = name.split(".")
        there = parts[1] if parts[0] == "kg" and len(parts) > 1 else here
        if there.startswith("__") or there == here:
            continue
        if RANK.get(there, len(ROAD)) >= RANK[here]:
            yield f"{module.path}:{line}: {here} may not import {there}"


def unfenced(module: Source) -> Iterator[str]:
    for line, name in imports(module):
        library = name.split(".", maxsplit=1)[0]
        if library == "kg" or library in sys.stdlib_module_names or not library:
            continue
        if not module.path.startswith(FENCES.get(library, ())):
            yield f"{module.path}:{line}: {library} belongs to {', '.join(FENCES.get(library, ('no room',)))}"


def too_long(module: Source) -> Iterator[str]:
    lines = module.text.count("\n")
    if lines > 400:
        yield f"{module.path}:1: {lines} lines, over 400"
    for node in functions(module):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > 40:
            yield f"{module.path}:{node.lineno}: {node.name} has {length} lines, over 40"


def too_many_arguments(module: Source) -> Iterator[str]:
    for node in functions(module):
        names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args) if argument.arg not in ("self", "cls")]
        if len(names) > 5:
            yield f"{module.path}:{node.lineno}: {node.name} takes {len(names)} positional arguments, over 5"


def domain_words(module: Source) -> Iterator[str]:
    told = {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)}  # docstrings stand alone as statements
    for node in module.nodes:
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told else ""
        if words := HANGUL_WORD.findall(LETTERS.sub("", text)):
            yield f"{module.path}:{getattr(node, 'lineno', 1)}: {words} belongs in ontology/"


def unfinished(module: Source) -> Iterator[str]:
    for number, text in enumerate(module.text.splitlines(), start=1):
        if re.search(r"#.*\b(TODO|FIXME|XXX)\b", text):
            yield f"{module.path}:{number}: {text.strip()}"
    for node in module.nodes:
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            yield f"{module.path}:{node.lineno}: a stub"
        if isinstance(node, ast.ExceptHandler) and (node.type is None or "Exception" in ast.unparse(node.type).split(".")):
            yield f"{module.path}:{node.lineno}: catches everything"


Rule = Callable[[Source], Iterator[str]]
RULES: list[Rule] = [wrong_way, unfenced, too_long, too_many_arguments, domain_words, unfinished]


@pytest.mark.parametrize("rule", RULES)
def test_the_code_keeps(rule: Rule) -> None:
    complaints = [complaint for module in code() for complaint in rule(module)]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (wrong_way, "read/page.py", "from kg.find.names import Name"),
        (wrong_way, "ontology/frames.py", "from kg import pipeline"),
        (wrong_way, "view/page.py", "import kg.report"),
        (wrong_way, "read/page.py", "from .normal import fold"),
        (wrong_way, "attic/page.py", "import re"),
        (unfenced, "find/names.py", "def f():\n    from kiwipiepy import Kiwi"),
        (unfenced, "resolve/links.py", "import networkx as nx"),
        (unfenced, "read/page.py", "import requests"),
        (too_long, "read/page.py", "\n" * 401),
        (too_long, "read/page.py", "class A:\n    def f(self):\n" + "        self.x = 1\n" * 40),
        (too_many_arguments, "read/page.py", "def f(a, b, c, d, e, g): return a"),
        (domain_words, "find/names.py", "TITLES = {'장관'}"),
        (domain_words, "find/names.py", "def f(x):\n    return f'{x} 장관'"),
        (unfinished, "find/names.py", "x = 1  # TODO later"),
        (unfinished, "find/names.py", "def f():\n    raise NotImplementedError"),
        (unfinished, "find/names.py", "try:\n    f()\nexcept Exception:\n    pass"),
    ],
)
def test_a_breach_is_seen(rule: Rule, path: str, text: str) -> None:
    assert list(rule(source(path, text)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("find/names.py", "from kg.ontology.grammar import Grammar\nfrom kg.find.times import calendar\nfrom kg.values import Span"),
        ("__init__.py", '"""Says 장관 in its docstring."""\n\n__version__ = "1"'),
        ("find/names.py", "import re\n\nWORD = re.compile('[가-힣]+[은는이가]?')\nENDING = '다'"),
        ("find/names.py", "def f(self, a, b, *, c, d, e):\n    return a"),
        ("view/page.py", "from kg.network.graph import Ties\nimport pyvis.network"),
        ("read/page.py", "try:\n    f()\nexcept (ValueError, KeyError):\n    pass"),
    ],
)
def test_good_code_passes(path: str, text: str) -> None:
    assert [complaint for rule in RULES for complaint in rule(source(path, text))] == []


def test_only_one_module_knows_the_analyser() -> None:
    users = {module.path for module in code() for _, name in imports(module) if name.split(".", maxsplit=1)[0] == "kiwipiepy"}
    assert len(users) == 1, users


def test_median_function_is_short() -> None:
    lengths = sorted((node.end_lineno or node.lineno) - node.lineno + 1 for module in code() for node in functions(module))
    assert lengths[len(lengths) // 2] <= 10


def test_top_level_stays_as_designed() -> None:
    entries = {path.name for path in REPOSITORY.iterdir() if not path.name.startswith(".") and path.suffix != ".egg-info"} - MADE
    assert {"kg", "ontology", "tests"} <= entries <= TOP_LEVEL, entries - TOP_LEVEL
