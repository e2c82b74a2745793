"""Pages made from templates; every text of the graph is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.ontology.interface import Texts
from kg.ontology.questions import Question, with_values
from kg.ontology.schema import Schema, Term
from kg.serve.quotes import pieces
from kg.serve.texts import language_of
from kg.serve.things import Row, Thing
from kg.write import vocabulary as v
from kg.write.iri import CLAIM, HAPPENING, KINDS, unescape

FOLDER = Path(__file__).parent / "templates"
# Shown elsewhere on the page, or twice.
_LISTED = tuple(node.value for node in (v.TYPE, v.MENTIONS, v.LABEL, v.PREF_LABEL, v.ALT_LABEL, v.TITLE))


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
        html = _templates().get_template(template).render(lang=lang, words=words, view=shown, request=request, pieces=pieces, **values)
        return HTMLResponse(html, status, headers={"Vary": "Accept, Accept-Language"})

    def editor(self, lang: str) -> dict[str, object]:
        """What the editor's script is given: tabs, prefixes, and the terms of the ontology to complete."""
        known = self.schema
        return {
            "tabs": [{"id": name, "name": q.title(lang), "query": self._ready(q, lang)} for name, q in sorted(self.questions.items())],
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
        """Where ``iri`` leads: to its page or its term's here, to the web, or nowhere."""
        namespace = self.pages.schema.namespace
        if iri.startswith(self.pages.base):
            return "/id/" + quote(iri.removeprefix(self.pages.base), safe="/%~") + self.suffix
        if iri.startswith(namespace):
            return "/ontology#" + quote(iri.removeprefix(namespace))
        return iri if iri.startswith(("http://", "https://")) else ""

    def name(self, ko: str, en: str, iri: str = "") -> str:
        """The name in the page's language, else the other, else the IRI."""
        return (en or ko if self.lang == "en" else ko or en) or self.short(iri)

    def short(self, iri: str) -> str:
        """The label of a term of the ontology or of another vocabulary, else ``iri`` with its prefix."""
        term = self.term(iri)
        if term:
            return term.label(self.lang)
        fitting = [(len(long), name, long) for name, long in self.pages.prefixes.items() if iri.startswith(long)]
        short = f"{max(fitting)[1]}:{iri.removeprefix(max(fitting)[2])}" if fitting else iri
        return self.pages.texts[short][self.lang] if short in self.pages.texts else short

    def term(self, iri: str) -> Term | None:
        """The term of the ontology that ``iri`` is."""
        namespace = self.pages.schema.namespace
        return self.pages.schema.terms.get(iri.removeprefix(namespace)) if iri.startswith(namespace) else None

    def heading(self, thing: Thing) -> str:
        """What a thing is called."""
        labels = [fact["o"] for fact in thing.facts if fact["p"] == v.PREF_LABEL.value]
        told = sorted(labels, key=lambda text: (text.isascii() != (self.lang == "en"), text))
        if thing.iri.startswith(self.pages.base + CLAIM) and thing.claims:
            claim = thing.claims[0]
            ends = (self.name(claim[f"{end}ko"], claim[f"{end}en"], claim[end]) for end in ("s", "o"))
            return f" {self.short(claim['p'])} ".join(f"“{end}”" for end in ends)
        if thing.iri.startswith(self.pages.base + HAPPENING):
            return f"{self.short(thing.value(v.TYPE.value))}: {', '.join(self._parts(thing)) or thing.iri.rpartition('/')[2]}"
        return told[0] if told else thing.value(v.TITLE.value) or self.short(thing.iri)

    def _parts(self, thing: Thing) -> list[str]:
        roles = {rule.iri for rule in self.pages.schema.roles.values()}
        return [self.name(fact["ko"], fact["en"], fact["o"]) for fact in thing.facts if fact["p"] in roles]

    def names(self, thing: Thing) -> list[str]:
        """What else a thing is called."""
        told = [fact["o"] for fact in thing.facts if fact["p"] in (v.PREF_LABEL.value, v.ALT_LABEL.value)]
        return [name for name in dict.fromkeys(told) if name != self.heading(thing)]

    def facts(self, thing: Thing) -> list[tuple[str, list[Row]]]:
        """The facts by predicate, without those that the page shows elsewhere."""
        shown = {*_LISTED, *(rule.iri for rule in self.pages.schema.properties.values())}
        return _by_predicate(fact for fact in thing.facts if fact["p"] not in shown)

    def relations(self, thing: Thing) -> list[tuple[str, str, list[Row]]]:
        """The relations to other entities, away from the thing, towards it or mutual: an arrow, the predicate, and the other ends."""
        rules = {rule.iri: rule for rule in self.pages.schema.properties.values()}
        found: dict[tuple[int, str, str], list[Row]] = {}
        for way, facts in (("→", thing.facts), ("←", thing.told_of)):
            for iri, rows in _by_predicate(fact for fact in facts if fact["p"] in rules):
                arrow = "↔" if rules[iri].symmetric else way
                found.setdefault((rules[iri].order, iri, arrow), []).extend(rows)
        return [(arrow, iri, rows) for (_, iri, arrow), rows in sorted(found.items(), key=lambda one: one[0])]

    def mentioned(self, thing: Thing) -> list[Row]:
        """The entities that a document names."""
        return [fact for fact in thing.facts if fact["p"] == v.MENTIONS.value]

    def drawn(self, thing: Thing) -> str:
        """Where the graph page shows an entity; nothing for other things."""
        tail = thing.iri.removeprefix(self.pages.base)
        if tail.startswith(KINDS):
            return ""
        return "/graph#" + urlencode({"node": unescape(tail)}, errors="replace")


def _by_predicate(facts: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = {}
    for fact in facts:
        found.setdefault(fact["p"], []).append(fact)
    return list(found.items())


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
