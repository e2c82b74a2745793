"""``kg query``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from kg.cli.options import built_option, lang_option, ontology_option
from kg.cli.store import address_of, store_options
from kg.cli.text import columns, pairs
from kg.errors import UsageError
from kg.home import ontology_folder
from kg.keep.queryable import Queryable
from kg.keep.remote import base_of, open_remote
from kg.keep.store import open_store
from kg.ontology.questions import Question, load_questions
from kg.ontology.schema import load_schema
from kg.pipeline import open_built
from kg.query.format import formatted
from kg.query.run import ask, find_question
from kg.write.iri import ARTICLE, BASE
from kg.write.vocabulary import prefixes


@click.command()
@click.argument("question", required=False, metavar="[NAME|SPARQL]")
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter of a saved question; may be repeated.")
@click.option("--file", type=click.File(encoding="utf-8"), metavar="FILE", help="A file with SPARQL; - is stdin.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "turtle"]), default="table", help="Of the answer.")
@store_options
@built_option
@lang_option
@ontology_option
def query(question: str | None, params: tuple[str, ...], file: TextIO | None, **options: Any) -> None:
    """Ask a built graph: a saved question by its name, or SPARQL 1.1.

    Without either, the saved questions and their parameters are listed. An entity may be given by any of its names.
    """
    schema = load_schema(_folder(options) / "techpolicy.ttl")
    questions = load_questions(_folder(options) / "queries", schema)
    lang = str(options["lang"])
    asked = _asked(question, file, questions)
    if asked is None:
        click.echo(_list(questions, lang))
        return
    with _opened(options, schema.namespace) as (store, base):
        result = ask(store, asked, pairs(params, "parameter", "-p"), base=base, namespace=schema.namespace)
    click.echo(formatted(result, str(options["form"]), schema, lang=lang, names=prefixes(base, schema.namespace)), nl=False)


@contextmanager
def _opened(options: Mapping[str, Any], namespace: str) -> Iterator[tuple[Queryable, str]]:
    """The store that is asked, of a folder or on a server, and what its IRIs begin with."""
    address = address_of(options["store"], options["store_option"], options["store_user"])
    if address is None:
        built = open_built(options["out"])
        with open_store(built.store) as store:
            yield store, built.base
        return
    with open_remote(address) as remote:
        yield remote, base_of(remote, ARTICLE, namespace) or BASE


def _folder(options: Mapping[str, object]) -> Path:
    return Path(str(options["ontology"])) if options["ontology"] else ontology_folder()


def _asked(question: str | None, file: TextIO | None, questions: Mapping[str, Question]) -> Question | str | None:
    """The saved question or the SPARQL that is meant; a question with a space or a brace in it is SPARQL."""
    if file is not None:
        if question is not None:
            raise UsageError(f"both a question ({question!r}) and --file are given; give one")
        return file.read()
    if question is None or " " in question or "{" in question or "\n" in question:
        return question
    if question not in questions and Path(question).is_file():
        raise UsageError(f"{question!r} is a file; --file {question} asks what it says")
    return find_question(questions, question)


def _list(questions: Mapping[str, Question], lang: str) -> str:
    rows = [[name, questions[name].title(lang), _params(questions[name], lang)] for name in sorted(questions)]
    return columns(rows)


def _params(question: Question, lang: str) -> str:
    shown = []
    for param in question.params:
        told = f"{param.name}={param.en if lang == 'en' else param.ko}"
        shown.append(told if param.default is None else f"[{told}]")
    return " ".join(shown)
