"""The promise: a class, a relation with its frame, a body and a question are added in ontology/, and no line of kg changes."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.needs import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL))

CLASS = """
tp:Observatory a owl:Class ; rdfs:subClassOf tp:ResearchInstitute ; tp:colour "#0b7a75" ; tp:shape "square" ; tp:order 13 ;
    rdfs:label "관측소"@ko , "Observatory"@en ;
    skos:definition "하늘이나 땅을 관측하는 연구기관."@ko , "A research body that observes sky or earth."@en .
"""
ROW = "saebyeol-satellite,Company,새별위성,Saebyeol Satellite,새별,,,,,,made up,"
QUERY = """# title@ko: 누가 누구에게 기술을 넘겼나
# title@en: Who handed technology to whom
# param: giver entity "넘긴 기관" "giver" *
# columns: giver "넘긴 기관" "giver"
# columns: taker "받은 기관" "taker"
PREFIX tp: <https://w3id.org/techpolicy-kg/ontology#>

SELECT ?giver ?taker WHERE {
  #: parameters
  ?giver tp:transferredTo ?taker .
}
ORDER BY ?giver ?taker
"""
ARTICLE = """새별위성, 관측 기술 넘겨받았다

한빛우주관측소는 지난 13일 새별위성에 관측 기술을 이전했다. 새별위성은 이 기술로 위성을 만들 계획이다.
"""
TP, ID = "https://w3id.org/techpolicy-kg/ontology#", "https://w3id.org/techpolicy-kg/id/"


@dataclass(frozen=True)
class Extended:
    """An ontology with additions, and what kg built with it."""

    ontology: Path
    out: Path
    built: Result

    def graph(self) -> set[ox.Triple]:
        return {quad.triple for quad in ox.parse(path=str(self.out / "graph.ttl"), format=ox.RdfFormat.TURTLE)}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def extend(ontology: Path) -> None:
    """The additions of one who writes no Python; the relation is the README's own."""
    append(ontology / "techpolicy.ttl", CLASS + BLOCKS["turtle"])
    append(ontology / "authority" / "companies.csv", ROW + "\n")
    names = ontology / "language" / "names.yml"
    names.write_text(names.read_text(encoding="utf-8").replace("\ncues:\n", "\ncues:\n  Observatory: [관측소]\n", 1), encoding="utf-8")
    (ontology / "frames" / "transfer.yml").write_text(BLOCKS["yaml"], encoding="utf-8")
    (ontology / "queries" / "transfers.rq").write_text(QUERY, encoding="utf-8")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Extended:
    place = tmp_path_factory.mktemp("promise")
    shutil.copytree(REPOSITORY / "ontology", place / "ontology")
    extend(place / "ontology")
    (place / "article.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ["build", str(place / "article.txt"), "-o", str(place / "out"), "--ontology", str(place / "ontology"), "--lang", "en"]
    return Extended(place / "ontology", place / "out", CliRunner().invoke(main, arguments))


def test_it_builds(extended: Extended) -> None:
    assert extended.built.exit_code == 0, extended.built.output
    assert "transferred technology to" in extended.built.output


def test_the_new_class_the_new_row_and_the_new_relation_are_in_the_graph(extended: Extended) -> None:
    graph = extended.graph()
    observatory, firm = ox.NamedNode(f"{ID}observatory/한빛우주관측소"), ox.NamedNode(f"{ID}saebyeol-satellite")
    rdf_type = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    assert ox.Triple(observatory, rdf_type, ox.NamedNode(f"{TP}Observatory")) in graph
    assert ox.Triple(firm, rdf_type, ox.NamedNode(f"{TP}Company")) in graph
    assert ox.Triple(observatory, ox.NamedNode(f"{TP}transferredTo"), firm) in graph


def test_the_new_question_answers_with_the_new_fact(extended: Extended) -> None:
    options = ["-o", str(extended.out), "--ontology", str(extended.ontology), "--format", "csv"]
    answer = CliRunner().invoke(main, ["query", "transfers", "-p", "giver=한빛우주관측소", *options])
    assert answer.exit_code == 0, answer.output
    assert list(csv.reader(io.StringIO(answer.output))) == [
        ["giver", "taker"],
        [f"{ID}observatory/한빛우주관측소", f"{ID}saebyeol-satellite"],
    ]


def test_the_new_relation_is_explained_by_its_sentence(extended: Extended) -> None:
    options = ["-o", str(extended.out), "--ontology", str(extended.ontology)]
    answer = CliRunner().invoke(main, ["explain", "한빛우주관측소", "transferredTo", "새별위성", *options])
    assert answer.exit_code == 0, answer.output
    assert "transfer.hand" in answer.output
    assert "[[이전했다]]" in answer.output


def packed_parts(page: str) -> list[Any]:
    """What the page holds as compressed JSON."""
    parts = [gzip.decompress(base64.b64decode(text)).decode() for text in re.findall(r"(?<=[>\"'])H4sI[A-Za-z0-9+/=]+", page)]
    return [json.loads(part) for part in parts if part.startswith("{")]


def test_the_page_draws_the_new_class_and_names_the_new_relation(extended: Extended) -> None:
    core = next(part for part in packed_parts((extended.out / "graph.html").read_text(encoding="utf-8")) if "classes" in part)
    drawn = [one for one in core["classes"] if one["en"] == "Observatory"]
    assert [(one["ko"], one["colour"]) for one in drawn] == [("관측소", "#0b7a75")]
    assert "transferred technology to" in json.dumps(core, ensure_ascii=False)


def test_the_page_answers_the_new_question(extended: Extended) -> None:
    parts = packed_parts((extended.out / "graph.html").read_text(encoding="utf-8"))
    tables = next(part["tables"] for part in parts if "tables" in part)
    (table,) = [table for table in tables if table["name"] == "transfers"]
    assert len(table["rows"]) == 1


def test_without_the_additions_there_is_no_such_thing(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert CliRunner().invoke(main, ["build", str(tmp_path / "article.txt"), "-o", str(tmp_path / "out")]).exit_code == 0
    text = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "transferredTo" not in text
    assert "Observatory" not in text


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("frames/transfer.yml", "transferredTo:", "transferedTo:", ["transfer.yml:", "'transferedTo'", "did you mean 'transferredTo'?"]),
        ("frames/transfer.yml", "case: [dative]", "case: [dativ]", ["transfer.yml:", "'dativ'", "did you mean 'dative'?"]),
        ("language/names.yml", "Observatory: [", "Observatry: [", ["names.yml:", "'Observatry'", "did you mean 'Observatory'?"]),
        ("authority/companies.csv", "satellite,Company", "satellite,Compny", ["companies.csv:", "'Compny'", "did you mean", "Company"]),
        ("queries/transfers.rq", "tp:transferredTo", "tp:transferedTo", ["transfers.rq:", "transferedTo", "did you mean transferredTo?"]),
        (
            "techpolicy.ttl",
            "rdfs:subClassOf tp:ResearchInstitute ;",
            "rdfs:subClassOf tp:ResearchInstitut ;",
            ["techpolicy.ttl:", "did you mean"],
        ),
    ],
)
def test_a_mistake_in_an_addition_stops_the_build_with_place_and_suggestion(
    tmp_path: Path, file: str, old: str, new: str, told: list[str]
) -> None:
    shutil.copytree(REPOSITORY / "ontology", tmp_path / "ontology")
    extend(tmp_path / "ontology")
    path = tmp_path / "ontology" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "-o", str(tmp_path / "out"), "--ontology", str(tmp_path / "ontology")])
    assert result.exit_code == 2
    assert all(part in result.stderr for part in told), result.stderr
    assert re.search(rf"{re.escape(path.name)}:\d+", result.stderr)
    assert not (tmp_path / "out").exists()
