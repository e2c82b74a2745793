"""The pages of a running server: what they show, in which language and format, and that no text of the graph becomes markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
import rdflib

from kg.errors import OntologyError
from kg.ontology.questions import load_questions
from kg.serve import media
from kg.serve.texts import language_of, load_texts
from kg.values import Claim, Document, Entity, Graph
from kg.write.iri import BASE, article_iri, claim_iri, entity_iri, happening_iri, passage_iri
from tests.needs import REPOSITORY
from tests.samples import kapex_graph
from tests.serve.markup import check_harmless
from tests.serve.servers import SCHEMA, built, running, storable
from tests.view.hostile import hostile_graph

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(built(kapex_graph(), tmp_path_factory.mktemp("built"))) as address, httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with (
        running(built(storable(hostile_graph()), tmp_path_factory.mktemp("hostile"))) as address,
        httpx.Client(base_url=address, timeout=60) as opened,
    ):
        yield opened


def path(iri: str) -> str:
    return "/id/" + quote(iri.removeprefix(BASE), safe="/%~")


def shown(client: httpx.Client, iri: str, **params: str) -> str:
    response = client.get(path(iri), headers=HTML, params=params)
    assert response.status_code == 200, response.text
    return " ".join("".join(check_harmless(response.text).texts).split())


def test_a_page_of_an_entity(client: httpx.Client) -> None:
    text = shown(client, entity_iri("product/kapex"))
    assert "KAPEX" in text and "개발하고 있다" in text and "LG AI연구원" in text and "배경훈 부총리, KIST서 휴머노이드 KAPEX 점검" in text


def test_a_page_of_a_document(client: httpx.Client) -> None:
    text = shown(client, article_iri("kapex-visit"))
    assert "견본일보" in text and "2025-11-13" in text and "과학기술정보통신부" in text


def test_a_page_of_a_claim_and_of_its_evidence(client: httpx.Client) -> None:
    claim = next(claim for claim in kapex_graph().claims if claim.amount)
    text = shown(client, claim_iri(claim.id))
    assert claim.quote in text and "1020000000000 KRW" in text and claim.rule in text
    assert str(claim.start) in shown(client, passage_iri(claim.document, claim.start, claim.end) + "-position")


def test_a_page_of_a_sentence_has_all_that_it_tells(client: httpx.Client) -> None:
    (together,) = [claim for claim in kapex_graph().claims if claim.property == "inField"]
    text = shown(client, passage_iri(together.document, together.start, together.end))
    assert together.rule not in text and "공동 개발" in text and "기술 분야" in text


def test_a_page_of_an_event(client: httpx.Client) -> None:
    text = shown(client, happening_iri("kapex-visit/codevelopment-1"))
    assert all(name in text for name in ("LG전자", "KAPEX", "한국과학기술연구원"))
    assert text.startswith("공동 개발 사건: ")


def test_a_page_shows_what_a_thing_does_what_is_done_to_it_and_what_is_mutual(client: httpx.Client) -> None:
    assert "→ 방문 한국과학기술연구원" in shown(client, entity_iri("person/배경훈"))
    text = shown(client, entity_iri("kist"))
    assert (
        "← 방문 배경훈" in text and "↔ 협력 과학기술정보통신부" in text and "↔ 협력 한국과학기술연구원" in shown(client, entity_iri("msit"))
    )
    assert "지원 휴머노이드" not in shown(client, entity_iri("government")).partition("주장과 근거")[0], "a plan is no relation that holds"


def test_names_of_one_s_own_are_told_once(client: httpx.Client) -> None:
    text = shown(client, entity_iri("kist"))
    assert "연구기관 한국과학기술연구원 KIST · Korea Institute of Science and Technology" in text


def test_the_words_of_a_claim_are_marked_in_its_sentence(client: httpx.Client) -> None:
    html = client.get(path(entity_iri("person/배경훈")), headers=HTML).text
    assert '<mark class="object">한국과학기술연구원</mark>(KIST)을 <mark class="trigger">찾았다</mark>.' in html


def test_terms_lead_to_the_page_of_the_ontology(client: httpx.Client) -> None:
    links = check_harmless(client.get("/id/kist", headers=HTML).text).links
    assert {"/ontology#ResearchInstitute", "/ontology#visited", "/graph#node=kist"} <= set(links)
    page = client.get("/ontology", headers=HTML)
    assert 'id="visited"' in page.text and '<a href="/">' in page.text and "style-src 'sha256-" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("accept", "form"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml")]
)
def test_the_ontology_as_data(client: httpx.Client, accept: str, form: str) -> None:
    response = client.get("/ontology", headers={"Accept": accept})
    read = rdflib.Graph().parse(data=response.content, format=form)
    assert len(read) == len(rdflib.Graph().parse(SCHEMA.path)) > 500 and response.headers["content-type"].startswith(accept)


@pytest.mark.parametrize(("name", "kind"), media.NAMES.items())
def test_a_format_may_be_asked_for_by_name(client: httpx.Client, name: str, kind: str) -> None:
    response = client.get("/id/kist", params={"format": name}, headers=HTML)
    assert response.headers["content-type"].startswith(kind) and "ResearchInstitute" in response.text


@pytest.mark.parametrize("name", ["", "exe", "<b>"])
def test_a_format_that_is_none_is_told(client: httpx.Client, name: str) -> None:
    response = client.get("/id/kist", params={"format": name})
    assert response.status_code == 400 and "none of turtle, jsonld, ntriples, rdfxml" in response.text


def test_a_page_says_where_it_ends_before_the_graph_does(tmp_path: Path) -> None:
    with running(built(crowded(), tmp_path, drawn=False)) as address, httpx.Client(base_url=address, timeout=60) as client:
        text = shown(client, entity_iri("hub"))
        assert text.count("앞의 200개만") == 1 and text.count("앞의 500개만") == 0
        assert "앞의" not in shown(client, entity_iri("p7"))


def crowded() -> Graph:
    """A body with 201 people, told by as many claims of one document."""
    people = tuple(Entity(f"p{number}", "Person", f"사람{number}") for number in range(201))
    document = Document("d", "제목", "글이다", ())
    claims = tuple(Claim("d", one.id, "affiliatedWith", "hub", "actual", 0, 0, 3, "글이다", "r", 1.0) for one in people)
    return Graph((document,), (Entity("hub", "Company", "회사"), *people), claims, (), ())


def test_everything_in_the_graph_has_a_page(client: httpx.Client) -> None:
    graph = kapex_graph()
    iris = [entity_iri(entity.id) for entity in graph.entities] + [article_iri(document.id) for document in graph.documents]
    iris += [claim_iri(claim.id) for claim in graph.claims] + [happening_iri(event.id) for event in graph.events]
    for iri in iris:
        assert iri in shown(client, iri)


def test_links_of_a_page_lead_somewhere(client: httpx.Client) -> None:
    links = set(check_harmless(client.get(path(entity_iri("kist")), headers=HTML).text).links)
    ours = [link for link in links if link.startswith("/id/")]
    assert len(ours) > 5
    for link in ours:
        assert client.get(link, headers=HTML).status_code == 200


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")],
)
def test_a_thing_as_data(client: httpx.Client, accept: str, form: str) -> None:
    response = client.get(path(entity_iri("kist")), headers={"Accept": accept})
    read = rdflib.Graph().parse(data=response.content, format=form)
    kist, tp = rdflib.URIRef(BASE + "kist"), rdflib.Namespace(SCHEMA.namespace)
    assert (kist, rdflib.RDF.type, tp.ResearchInstitute) in read and (None, rdflib.RDF.subject, kist) in read
    assert response.headers["vary"] == "Accept"


def test_a_claim_as_data_has_its_evidence(client: httpx.Client) -> None:
    claim = kapex_graph().claims[0]
    response = client.get(path(claim_iri(claim.id)), headers={"Accept": "text/turtle"})
    exact = rdflib.URIRef("http://www.w3.org/ns/oa#exact")
    assert [str(value) for value in rdflib.Graph().parse(data=response.content).objects(None, exact)] == [claim.quote]


def test_formats_that_a_thing_has_not(client: httpx.Client) -> None:
    assert client.get("/id/kist", headers={"Accept": "image/png"}).status_code == 406
    missing = client.get("/id/nobody", headers={"Accept": "text/turtle"})
    assert missing.status_code == 404 and missing.headers["content-type"].startswith("text/plain")
    assert client.post("/id/kist").status_code == 405


def test_both_languages(client: httpx.Client) -> None:
    assert "Korea Institute of Science and Technology" in shown(client, entity_iri("kist"), lang="en")
    page = client.get("/id/kist", headers={**HTML, "Accept-Language": "en-GB,en;q=0.9,ko;q=0.5"})
    assert '<html lang="en">' in page.text and "Claims and evidence" in page.text
    assert '<html lang="ko">' in client.get("/id/kist", headers=HTML).text


@pytest.mark.parametrize(
    ("asked", "accepted", "lang"),
    [("en", "ko", "en"), (None, "fr,en;q=0.5", "en"), (None, "", "ko"), ("<b>", "de", "ko"), ("xx", "en", "en")],
)
def test_which_language(asked: str | None, accepted: str, lang: str) -> None:
    assert language_of(asked, accepted) == lang


def test_front_and_search_and_graph(client: httpx.Client) -> None:
    front, graph_of = check_harmless(client.get("/", headers=HTML).text), kapex_graph()
    text = " ".join(" ".join(front.texts).split())
    for count, name in ((2, "문서"), (len(graph_of.entities), "개체"), (len(graph_of.claims), "주장")):
        assert f"{count} {name}" in text
    assert "/id/kist" in front.links and "/query#partners" in front.links
    found = check_harmless(client.get("/search", params={"q": "kist"}, headers=HTML).text)
    assert "/id/kist" in found.links and "한국과학기술연구원" in found.texts
    graph = client.get("/graph")
    assert "script-src 'sha256-" in graph.headers["content-security-policy"] and "<canvas" not in graph.text and len(graph.text) > 100_000


def test_the_editor_is_given_every_question_and_all_prefixes(client: httpx.Client) -> None:
    import json
    import re

    text = client.get("/query", headers=HTML).text
    check_harmless(text)
    found = re.search(r'<script type="application/json" id="editor-data">(.*?)</script>', text, re.DOTALL)
    assert found
    data = json.loads(found[1])
    questions = load_questions(REPOSITORY / "ontology" / "queries", SCHEMA)
    assert len(data["tabs"]) == len(questions) > 10 and {"tp", "id", "skos"} <= set(data["prefixes"])
    for tab in data["tabs"]:
        assert all(f"PREFIX {name}: <{iri}>" in tab["query"] for name, iri in data["prefixes"].items())
        assert client.post("/sparql", data={"query": tab["query"]}).status_code == 200, tab["name"]


def test_no_text_of_a_hostile_graph_becomes_markup(hostile: httpx.Client) -> None:
    graph = storable(hostile_graph())
    iris = [entity_iri(entity.id) for entity in graph.entities] + [article_iri(document.id) for document in graph.documents]
    iris += [claim_iri(claim.id) for claim in graph.claims] + [happening_iri(event.id) for event in graph.events]
    assert len(iris) > 20
    for iri in iris:
        shown(hostile, iri)
        shown(hostile, iri, lang="en")
    check_harmless(hostile.get("/search", params={"q": "alert"}, headers=HTML).text)


def test_wrong_texts_are_told_by_line(tmp_path: Path) -> None:
    good = (REPOSITORY / "ontology" / "language" / "serve.yml").read_text(encoding="utf-8")
    for bad, where in ((good.replace("{ko: 찾기, en: Find}", "{ko: 찾기}"), ":5: 'find'"), ("[]", ":1:")):
        (tmp_path / "serve.yml").write_text(bad, encoding="utf-8")
        with pytest.raises(OntologyError, match=where):
            load_texts(tmp_path)
