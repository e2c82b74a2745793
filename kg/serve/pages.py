"""Pages made from templates; every text of the graph is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.ontology.interface import Texts
from kg.ontology.questions import Question, with_values
from kg.ontology.schema import Schema
from kg.serve.texts import language_of
from kg.serve.things import Thing
from kg.write import vocabulary as v
from kg.write.iri import ARTICLE, CLAIM, HAPPENING

FOLDER = Path(__file__).parent / "templates"
_LISTED = (v.MENTIONS.value, v.LABEL.value)  # shown elsewhere on the page, or twice


@dataclass(frozen=True)
class Pages:
    """What every page needs: the ontology, its questions, the texts, and the base of the graph's IRIs."""

    schema: Schema
    questions: Mapping[str, Question]
    texts: Texts
    base: str

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix to IRI."""
        return v.prefixes(self.base, self.schema.namespace)

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page in the language of the request."""
        lang = language_of(request.query_params.get("lang"), request.headers.get("accept-language", ""))
        asked = request.query_params.get("lang")
        words = {key: texts[lang] for key, texts in self.texts.items()}
        shown = View(self, lang, f"?lang={lang}" if asked == lang else "")
        html = _templates().get_template(template).render(lang=lang, words=words, view=shown, request=request, **values)
        return HTMLResponse(html, status, headers={"Vary": "Accept, Accept-Language"})

    def editor(self, lang: str) -> dict[str, object]:
        """What the editor's script is given: tabs, prefixes, and the terms of the ontology to complete."""
        known = self.schema
        return {
            "tabs": [{"name": q.title(lang), "query": self._ready(q, lang)} for q in sorted(self.questions.values(), key=lambda q: q.name)],
            "prefixes": self.prefixes,
            "classes": [term.iri for term in known.classes.values()],
            "properties": [term.iri for term in (*known.properties.values(), *known.roles.values())],
            "tab": self.texts["new_tab"][lang],
        }

    def _ready(self, question: Question, lang: str) -> str:
        """The question with all prefixes and a hint at its parameters."""
        told = [f"# {question.title(lang)}"]
        told += [f"# ?{param.name}: {param.en if lang == 'en' else param.ko} ({param.type})" for param in question.params]
        if question.params:
            told.append(f"# {self.texts['undefined_hint'][lang]}: VALUES")
        body = [line for line in with_values(question, {}).splitlines() if not line.startswith(("#", "PREFIX "))]
        return "\n".join([*told, *(f"PREFIX {name}: <{iri}>" for name, iri in self.prefixes.items()), *body]) + "\n"


@dataclass(frozen=True)
class View:
    """How a page in one language shows terms, IRIs and names; ``suffix`` keeps the language in links."""

    pages: Pages
    lang: str
    suffix: str

    def link(self, iri: str) -> str:
        """Where ``iri`` leads: to its page here, to the web, or nowhere."""
        if iri.startswith(self.pages.base):
            return "/id/" + quote(iri.removeprefix(self.pages.base), safe="/%~") + self.suffix
        return iri if iri.startswith(("http://", "https://")) else ""

    def name(self, ko: str, en: str, iri: str = "") -> str:
        """The name in the page's language, else the other, else the IRI."""
        return (en or ko if self.lang == "en" else ko or en) or self.short(iri)

    def short(self, iri: str) -> str:
        """The label of an ontology term, else ``iri`` with its prefix."""
        namespace = self.pages.schema.namespace
        term = self.pages.schema.terms.get(iri.removeprefix(namespace)) if iri.startswith(namespace) else None
        if term:
            return term.label(self.lang)
        fitting = [(len(long), name, long) for name, long in self.pages.prefixes.items() if iri.startswith(long)]
        return f"{max(fitting)[1]}:{iri.removeprefix(max(fitting)[2])}" if fitting else iri

    def heading(self, thing: Thing) -> str:
        """What a thing is called."""
        labels = [fact["o"] for fact in thing.facts if fact["p"] == v.PREF_LABEL.value]
        told = sorted(labels, key=lambda text: (text.isascii() != (self.lang == "en"), text))
        if thing.iri.startswith(self.pages.base + CLAIM) and thing.claims:
            claim = thing.claims[0]
            ends = (self.name(claim[f"{end}ko"], claim[f"{end}en"], claim[end]) for end in ("s", "o"))
            return f" {self.short(claim['p'])} ".join(f"“{end}”" for end in ends)
        return told[0] if told else thing.value(v.TITLE.value) or self.short(thing.iri)

    def facts(self, thing: Thing) -> list[Mapping[str, str]]:
        """The facts to list: those that the page does not show elsewhere."""
        return [fact for fact in thing.facts if fact["p"] not in _LISTED]

    def mentioned(self, thing: Thing) -> list[Mapping[str, str]]:
        """The entities that a document names."""
        return [fact for fact in thing.facts if fact["p"] == v.MENTIONS.value]

    def is_document(self, iri: str) -> bool:
        """Whether ``iri`` is a document's."""
        return iri.startswith(self.pages.base + ARTICLE)

    def is_happening(self, iri: str) -> bool:
        """Whether ``iri`` is an n-ary event's."""
        return iri.startswith(self.pages.base + HAPPENING)


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
