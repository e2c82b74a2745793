"""The saved questions of ``queries/``: SPARQL with a header that says what it is asked and what it answers.

# title@ko: …                                        and title@en
# param: person entity "label ko" "label en"         and a default where one may leave it out;
# param: about entity "label ko" "label en" *        the default * lets it match anything
# columns: visitor "heading ko" "heading en"         one line a column, in the order of SELECT
# page: no                                           where the page tells it without a table, as what it says of one entity
#: parameters                                        the line of the query in whose place the values are bound
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.schema import Schema, suggestion

PARAM_TYPES = ("entity", "date", "text", "integer")
ANYTHING = "*"
MARKER = "#: parameters"
_HEADER = re.compile(r"#\s*(title@ko|title@en|param|columns|page):\s*(.*)")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Param:
    """What one must or may give to a question; ``default`` is None where one must, ``*`` where anything then matches."""

    name: str
    type: str
    ko: str
    en: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and its headings."""

    name: str
    ko: str
    en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question; ``text`` is SPARQL in which the line ``MARKER`` stands for the values of ``params``.

    ``page`` says whether the page has a table of its answers.
    """

    name: str
    ko: str
    en: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    text: str
    path: Path
    page: bool = True

    def title(self, lang: str) -> str:
        """The title in ``ko`` or ``en``."""
        return self.en if lang == "en" else self.ko


def load_questions(folder: Path, schema: Schema) -> dict[str, Question]:
    """The questions of a folder by name, checked against the ontology; OntologyError with file and line where one is wrong."""
    paths = sorted(folder.glob("*.rq"))
    if not paths:
        raise OntologyError(f"{folder}:1: there is no saved question (*.rq) here")
    return {path.stem: _question(path, schema) for path in paths}


def bound(question: Question, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """The SPARQL of ``question`` with ``values`` bound, spelt so that every server takes it; a parameter without one matches anything.

    That is one VALUES a parameter, and no UNDEF: Virtuoso loses rows by UNDEF, and fails on two columns. Else as ``with_values``.
    """
    return question.text.replace(MARKER, " ".join(f"VALUES ?{name} {{ {value} }}" for name, value in values.items()))


def with_values(question: Question, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """The SPARQL of ``question`` with ``values`` bound, and UNDEF where a person may put the others.

    The values enter as RDF terms in the serialiser's spelling, so no text can leave its quotes. The line numbers stay.
    """
    if not question.params:
        return question.text
    names = " ".join(f"?{param.name}" for param in question.params)
    row = " ".join(str(values[param.name]) if param.name in values else "UNDEF" for param in question.params)
    return question.text.replace(MARKER, f"VALUES ({names}) {{ ({row}) }}")


def syntax_place(error: SyntaxError) -> tuple[int, int, str]:
    """Line, column and message of a SPARQL parser's error."""
    found = _PLACE.match(str(error))
    if not found:
        return 1, 1, str(error)
    message = "the prefix is not declared" if "Prefix not found" in found[3] else found[3].replace("\n", " ")
    return int(found[1]), int(found[2]), message if len(message) < 160 else message[:160] + " …"


def _question(path: Path, schema: Schema) -> Question:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}:1: cannot be read as UTF-8: {error}") from error
    titles: dict[str, str] = {}
    params: list[Param] = []
    columns: list[Column] = []
    page = True
    for number, key, value in _header(text):
        where = f"{path}:{number}"
        if key == "param":
            params.append(_param(_words(value, where), where))
        elif key == "columns":
            columns.append(_column(_words(value, where), where))
        elif key == "page":
            page = _yes(value.strip(), where)
        else:
            titles[key] = value.strip()
    for key in ("title@ko", "title@en"):
        if not titles.get(key):
            raise OntologyError(f"{path}:1: has no line `# {key}: …`")
    question = Question(path.stem, titles["title@ko"], titles["title@en"], tuple(params), tuple(columns), text, path, page)
    _check(question, schema)
    return question


def _header(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEADER.fullmatch(line)
        if found:
            yield number, found[1], found[2]


def _words(value: str, where: str) -> list[str]:
    try:
        return shlex.split(value)
    except ValueError as error:
        raise OntologyError(f"{where}: {value!r}: {error}") from error


def _param(words: list[str], where: str) -> Param:
    if len(words) not in (4, 5):
        raise OntologyError(f'{where}: a parameter needs: name type "label ko" "label en" [default]; this has {len(words)} words')
    name, kind, ko, en = words[:4]
    if kind not in PARAM_TYPES:
        raise OntologyError(f"{where}: {name}: type {kind!r} is none of {', '.join(PARAM_TYPES)}{suggestion(kind, PARAM_TYPES)}")
    return Param(name, kind, ko, en, words[4] if len(words) == 5 else None)


def _column(words: list[str], where: str) -> Column:
    if len(words) != 3:
        raise OntologyError(f'{where}: a column needs: name "heading ko" "heading en"; this has {len(words)} words')
    return Column(*words)


def _yes(value: str, where: str) -> bool:
    if value not in ("yes", "no"):
        raise OntologyError(f"{where}: page is {value!r}; it is yes or no")
    return value == "yes"


def _check(question: Question, schema: Schema) -> None:
    _check_terms(question, schema.terms)
    _check_params(question)
    try:
        answer = ox.Store().query(with_values(question, {}))
    except SyntaxError as error:
        line, column, message = syntax_place(error)
        raise OntologyError(f"{question.path}:{line}: column {column}: {message}") from None
    given = [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else []
    told = [column.name for column in question.columns]
    if given != told:
        gives, lists = " ".join(given) or "nothing", " ".join(told) or "none"
        raise OntologyError(f"{question.path}:1: SELECT gives {gives}, but `# columns:` lists {lists}")


def _check_terms(question: Question, terms: Mapping[str, object]) -> None:
    for number, line in enumerate(question.text.splitlines(), 1):
        for name in [] if line.startswith("#") else re.findall(r"\btp:(\w+)", line):
            if name not in terms:
                raise OntologyError(f"{question.path}:{number}: tp:{name} is no term of the ontology{suggestion(name, terms)}")


def _check_params(question: Question) -> None:
    markers = question.text.count(MARKER)
    if markers != bool(question.params):
        found = f"{len(question.params)} parameters and {markers} lines `{MARKER}`"
        raise OntologyError(f"{question.path}:1: has {found}; it needs exactly one such line if it has parameters, else none")
    body = "\n".join(line for line in question.text.splitlines() if not line.startswith("#"))
    for param in question.params:
        if not re.search(rf"[?$]{param.name}\b", body):
            raise OntologyError(f"{question.path}:1: parameter {param.name} is never used as ?{param.name}")
