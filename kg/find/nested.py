"""Find the names that stand inside longer ones: a technology in a programme's name, a plan in the name of its briefing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.find.beside import MINISTRY
from kg.find.bodies.bare import SHORTEST
from kg.find.cues import DEFINITE, Cues
from kg.find.gazetteer import Gazetteer
from kg.find.pieces import Run
from kg.find.settle import is_nameable, settle
from kg.find.things.ceremonies import Ceremonies
from kg.find.within import Within
from kg.ontology import Ontology
from kg.ontology.load import EVENT, GOVERNMENT, INTERNATIONAL, POLICY, PRODUCT, RESEARCH, TECHNOLOGY
from kg.values import Analysis, Mention, Sentence

# Names of these classes hold names of others: a programme is named after a technology, a committee after its parliament.
HOLDERS = frozenset({POLICY, EVENT, PRODUCT, GOVERNMENT, RESEARCH, INTERNATIONAL})
HELD = frozenset({POLICY, TECHNOLOGY, PRODUCT})


class Nested:
    """Finds names inside names, by the tables of others; ``gazetteer``, ``cues`` and ``ceremonies`` find what may stand there."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer, cues: Cues, ceremonies: Ceremonies) -> None:
        self._gazetteer, self._cues, self._ceremonies = gazetteer, cues, ceremonies
        government, authority = ontology.language.names.government, ontology.authority
        self._own_bodies, self._abroad = authority.at_home(GOVERNMENT), authority.states(government)
        self._own_state = frozenset(row.id for row in authority.at(government))

    def find(
        self, analysis: Analysis, sentences: Sequence[Sentence], runs: Mapping[int, Sequence[Run]], mentions: Sequence[Mention]
    ) -> Iterator[Mention]:
        """The known and learnt names, and the plan of an event, inside longer names of things: longest first where they overlap."""
        text, date = analysis.document.text, analysis.document.date
        learnt = sorted(
            {m.text for m in mentions if m.type in HELD and m.rule != DEFINITE and len(m.text) > SHORTEST}, key=lambda n: (-len(n), n)
        )
        by_text = {m.text: m for m in reversed(mentions)}
        by_place = Within(mentions)
        for sentence in sentences:
            holders = [m for m in by_place.of(sentence) if m.type in HOLDERS and m.rule not in {DEFINITE, MINISTRY}]
            if not holders:
                continue
            for holder in holders:
                # Of 체코 정부 the second half is no government of this state, nor of 체코 해군 its navy.
                known = list(self._gazetteer.find_inside(text, sentence, holder, date))
                theirs = holder.authority is not None and holder.authority not in self._own_bodies
                foreign = theirs or any(m.start == holder.start and m.authority in self._abroad for m in known)
                other = () if holder.type != GOVERNMENT else self._own_bodies if foreign else self._own_state
                inside = [m for m in known if m.type != EVENT and m.authority not in other]
                for name in learnt:
                    at = holder.text.find(name)
                    if at >= 0 and len(name) < len(holder.text) - 1:
                        start = holder.start + at
                        inside.append(replace(by_text[name], start=start, end=start + len(name), text=name))
                if holder.type == EVENT:
                    plans = self._cues.find_within(text, runs[sentence.index], holder, inside)
                    # A plan that the text names more fully is no other one: ‘전파법 시행령’ of ‘전파법 시행령 개정안’.
                    inside += [m for m in plans if not any(name.startswith(m.text) and name != m.text for name in learnt)]
                    ends = {m.end for m in inside}
                    inside += (m for m in self._ceremonies.find([holder]) if m.end not in ends)
                for found in settle(filter(is_nameable, inside)):
                    yield found
                    if found.type == POLICY and holder.type == EVENT:
                        yield from self._gazetteer.find_inside(text, sentence, found, date)
