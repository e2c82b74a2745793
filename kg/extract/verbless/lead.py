"""Read what a release tells of by whose release it is: what its title and lead name, and it comes back to or outlines, is its body's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extract.clauses.clause import Clause
from kg.extract.fitting import is_filler
from kg.extract.told import Told, told_of
from kg.find.cues import DEFINITE
from kg.ontology.frames import Rule
from kg.ontology.load import BODY
from kg.ontology.schema import Schema
from kg.refer import Named, Referred
from kg.values import Sentence

# How many sentences of the body are the lead at most, and how many times at least a text names what it is about.
_LEAD, _AGAIN = 3, 2
# The source of a rule for what the release outlines, wherever it does.
OUTLINE = "outline"


class Lead:
    """Reads the rules with ``source: lead`` or ``outline``; holds the lead of one document."""

    def __init__(self, rules: Sequence[Rule], schema: Schema) -> None:
        self._rules = [rule for rule in rules if rule.source in {"lead", OUTLINE}]
        self._schema = schema
        self._named: list[tuple[Named, Sentence]] = []
        self._said: list[Named] = []
        self._publisher: tuple[Named, ...] = ()
        self._read = 0

    def begin(self, referred: Referred) -> None:
        """Forget the document before; where another one names its publisher, that is who issues it if its text speaks of nobody."""
        document = referred.findings.analysis.document
        named = (n for n in referred.named if document.text[n.start : n.end] == document.publisher)
        self._publisher = tuple(islice((n for n in named if self._schema.is_a(n.type, BODY)), 1))
        self._named.clear()
        self._said.clear()
        self._read = 0

    def see(self, sentence: Sentence, names: Sequence[Named], clauses: Sequence[Clause], *, body: bool) -> None:
        """Remember what a sentence of the title or lead names, and of whom the first one of the body that has a subject speaks."""
        if self._read == _LEAD:
            return
        self._named += [(name, sentence) for name in names if name.how != DEFINITE]
        self._read += body
        if body and not self._said:
            self._said += next((p.names for c in clauses if (p := c.topic or c.subject) and p.names), ())

    @property
    def body(self) -> dict[str, Named]:
        """The body whose release it is, by its class; empty before the text has spoken of it."""
        return {name.type: name for name in self._said[:1] if self._schema.is_a(name.type, BODY)}

    @property
    def issuer(self) -> tuple[Named, ...]:
        """The body whose release it is, or that publishes it, if the text names any."""
        return tuple(self.body.values()) or self._publisher

    def read(self, referred: Referred, told: Sequence[Told]) -> Iterator[Told]:
        """What the rules tell of each thing of the lead that nobody else is told to do."""
        if not self.body:
            return
        times = Counter(name.key for name in referred.named)
        for rule in self._rules:
            done = {t.object.key for t in told for telling in rule.tells if t.property == telling.property}
            agent, thing = rule.roles
            agents = [name for name in self._said if self._schema.is_any(name.type, agent.is_a)]
            named = self._anywhere(referred) if rule.source == OUTLINE else ((n, s) for n, s in self._named if times[n.key] >= _AGAIN)
            things = [(n, s) for n, s in named if n.key not in done and self._fits(referred, n, rule)]
            for name, sentence in {n.key: (n, s) for n, s in reversed(things)}.values():
                for body in agents:
                    yield from told_of(rule, {agent.name: body, thing.name: name}, sentence)

    def _anywhere(self, referred: Referred) -> Iterator[tuple[Named, Sentence]]:
        """The names of which an outline may stand anywhere in the document, with their sentences."""
        for name in referred.named:
            if name.how != DEFINITE:
                yield name, referred.findings.analysis.sentence_at(name.start)

    def _fits(self, referred: Referred, name: Named, rule: Rule) -> bool:
        """Whether the name is of the rule's class, and stands as it wants."""
        text = referred.findings.analysis.document.text
        if not is_filler(text, name, rule.roles[1], self._schema):
            return False
        if rule.after and not rule.after.match(text, name.end):
            return False
        return rule.before is None or rule.before.search(text[max(0, name.start - 1) : name.start]) is not None
