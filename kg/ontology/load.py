"""Load the whole ontology folder and check its parts against each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.authority import Authority, load_authority
from kg.ontology.certainty import Certainty, load_certainty
from kg.ontology.frames import Frame, Rule, load_frames
from kg.ontology.identity import Identity, load_identity
from kg.ontology.judgements import FILE as JUDGEMENTS
from kg.ontology.judgements import Judgements, Known, load_judgements, slug_of
from kg.ontology.language import Language, load_language
from kg.ontology.node import line_of, nearest
from kg.ontology.schema import Schema, load_schema
from kg.ontology.votes import Votes, load_votes

# The few classes that kinds of step know of: who acts, who is a person or a body, and what happens at a place and time.
AGENT, PERSON, BODY, EVENT = "Agent", "Person", "Organization", "Event"
# Those of which a name is told by other signs than its ending: a legal form, a quotation, a row.
COMPANY, PRODUCT, TECHNOLOGY, POLICY = "Company", "Product", "Technology", "Policy"
ASSOCIATION, INTERNATIONAL = "Association", "InternationalBody"
GOVERNMENT, RESEARCH, UNIVERSITY, PLACE = "GovernmentBody", "ResearchInstitute", "University", "Place"

VOTES = "votes.tsv"
# The words that a pattern has as they are.
_LITERAL = re.compile(r"(?<!\\)[가-힣A-Za-z]+(?: [가-힣A-Za-z]+)*")
# Terms that a file uses, and what they must be: the file, where in it, the terms, the kind that they are of, and all of that kind.
Use = tuple[Path, str, Iterable[str], str, Collection[str]]


@dataclass(frozen=True, eq=False)
class Ontology:
    """Everything that ``ontology/`` says, checked; ``folder`` is where it lies. Each is equal to itself alone.

    ``unjudged`` is the same before people decided anything, so that what is made of its tables is made once for all decisions.
    """

    folder: Path
    schema: Schema
    language: Language
    certainty: Certainty
    frames: tuple[Frame, ...]
    authority: Authority
    identity: Identity
    judgements: Judgements
    votes: Votes
    unjudged: Ontology | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all frames, in the order of files and rules."""
        return tuple(rule for frame in self.frames for rule in frame.rules)

    @property
    def founding_verbs(self) -> frozenset[str]:
        """The verbs of what tells that a thing comes into being."""
        known = self.schema.properties
        return frozenset(verb for rule in self.rules if any(known[t.property].founding for t in rule.tells) for verb in rule.verbs)

    @property
    def act_nouns(self) -> frozenset[str]:
        """The nouns that tell an act: those which a light verb makes verbs of the rules."""
        do = self.language.grammar.do
        return frozenset(verb.removesuffix(do) for rule in self.rules for verb in rule.verbs if verb.endswith(do))

    def types_of(self, ancestor: str) -> frozenset[str]:
        """The concrete entity classes at or below ``ancestor``."""
        return frozenset(c.name for c in self.schema.entity_types if self.schema.is_a(c.name, ancestor))


def load_ontology(folder: Path, judgements: Path | None = None) -> Ontology:
    """The ontology of ``folder``; an OntologyError with file, line, term and suggestion where parts are wrong or do not fit.

    ``judgements`` is a further file of people's decisions about identity, beside the one in the folder.
    """
    schema = load_schema(folder / "techpolicy.ttl")
    language = load_language(folder / "language")
    certainty = load_certainty(folder / "language" / "certainty.yml")
    frames = load_frames(folder / "frames")
    authority = load_authority(folder / "authority", {c.name for c in schema.entity_types})
    identity = load_identity(folder / "identity")
    ontology = Ontology(folder, schema, language, certainty, frames, authority, identity, Judgements(), load_votes(folder / VOTES))
    ontology = judged_by(ontology, judgements)
    _check(_in_frames(ontology))
    _check(_in_tables(ontology))
    _check_signs(ontology)
    return ontology


def judged_by(ontology: Ontology, judgements: Path | None = None) -> Ontology:
    """The same ontology with what people decided, in its own folder and in a further file; OntologyError as above."""
    files = {path.resolve(): path for path in (ontology.folder / JUDGEMENTS, judgements) if path is not None}
    unjudged = ontology.unjudged or ontology
    return replace(unjudged, judgements=load_judgements(files.values(), known_ids(unjudged)), unjudged=unjudged)


def known_ids(ontology: Ontology) -> Known:
    """What the id of a thing can be."""
    return Known(ontology.authority.rows, {slug_of(c.name) for c in ontology.schema.entity_types})


def _check(uses: Iterable[Use]) -> None:
    for path, where, terms, kind, known in uses:
        for term in terms:
            if term not in known:
                told = f"{where}: {term!r} is no {kind} of the ontology{nearest(term, known)}"
                raise OntologyError(f"{path}:{line_of(path, term)}: {told}")


def _check_signs(ontology: Ontology) -> None:
    """Of some patterns the code knows the sign of all that they match, and looks for it first: a change must keep it.

    A pattern is tried on the words that stand in it, each alone and together.
    """
    names, path = ontology.language.names, ontology.folder / "language" / "names.yml"
    for key, pattern in (("ordinals", names.ordinals), ("years", names.years)):
        words = _LITERAL.findall(pattern.pattern)
        if any(pattern.search(text) for text in (*words, " ".join(words), "".join(words))):
            raise OntologyError(f"{path}:{line_of(path, key)}: {key!r} must match nothing without a digit")
    if not names.latin_gloss.pattern.startswith(r"\("):
        raise OntologyError(f"{path}:{line_of(path, 'latin_gloss')}: 'latin_gloss' must begin with a parenthesis, written as \\(")


def _in_frames(ontology: Ontology) -> Iterator[Use]:
    schema = ontology.schema
    happenings = {c.name for c in schema.event_types}
    grammar = ontology.language.grammar
    cases = {*grammar.cases, *grammar.case_nouns, *grammar.case_verbs, "bare", "head", "title", "institution", "teller"}
    for frame in ontology.frames:
        yield frame.path, "event", filter(None, [frame.event]), "event class", happenings
        for rule in frame.rules:
            where = f"rule {rule.id!r}"
            yield frame.path, where, [role.name for role in rule.roles if rule.event], "event role", schema.roles
            for role in rule.roles:
                inside = f"role {role.name!r} of {rule.id!r}"
                yield frame.path, inside, role.is_a, "class", schema.classes
                yield frame.path, inside, filter(None, [role.guess]), "entity class", {c.name for c in schema.entity_types}
                yield frame.path, inside, role.cases, "case", cases
            yield frame.path, where, rule.post, "case", cases
            yield frame.path, where, [telling.property for telling in rule.tells], "property", schema.properties


def _in_tables(ontology: Ontology) -> Iterator[Use]:
    grammar, persons, names = ontology.language.grammar, ontology.language.persons, ontology.language.names
    folder = ontology.folder / "language"
    for property_, *ends in ontology.votes:
        yield ontology.folder / VOTES, "row", [property_], "property", ontology.schema.properties
        yield ontology.folder / VOTES, "row", ends, "class", ontology.schema.classes
    classes = {c.name for c in ontology.schema.entity_types}
    yield folder / "names.yml", "cues", names.cues, "entity class", classes
    yield folder / "names.yml", "quoted_default", names.quoted_default.values(), "entity class", classes
    yield folder / "names.yml", "name_stops", names.name_stops, "entity class", classes
    yield folder / "names.yml", "widened", names.widened, "entity class", classes
    yield folder / "grammar.yml", "light_verbs", [light.case for light in grammar.light_verbs], "case", grammar.cases
    yield folder / "persons.yml", "posts_of_government", persons.posts_of_government.values(), "authority row", ontology.authority.rows
