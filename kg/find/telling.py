"""Whether words tell one thing from another, so that they are its name: 로봇 보급사업, not 로봇 사업."""

from __future__ import annotations

from collections.abc import Sequence

from kg.find.pieces import PROPER_TAGS, Run
from kg.ontology.load import COMPANY, PLACE, POLICY, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names
from kg.values import Mention, Token

# Of these a word that names often begin with makes no name: 디지털 플랫폼 is none, 디지털 전략회의 may be one.
THINGS = frozenset({TECHNOLOGY, PRODUCT})
# A plan of so many words that only tell its field is any plan of it.
PAIR = 2
# A class word of firms longer than this is hardly ever a common noun's end (로보틱스, 홀딩스).
_SHORT_CUE = 2
# No law is told by fewer letters before its class word.
_FIELD = 2


class Telling:
    """Says what words tell; holds only the tables."""

    def __init__(self, names: Names, bodies: frozenset[str], states: frozenset[str]) -> None:
        """``states`` are the names of countries."""
        self._names, self._bodies, self._states = names, bodies, states

    def is_numbered(self, name: Run) -> bool:
        """Whether the first piece of a plan's name is the number of it: 제3차."""
        return len(name) > 1 and self._names.plan_number.fullmatch(name[0].word) is not None

    def is_idle(self, text: str, name: Run) -> bool:
        """Whether a plan of a kind that is mostly talked of has no number, and nothing behind it says that there is one."""
        end = name[-1].end
        drawn_up = self._names.drawn_up.match(text, end) and not self._names.theme_behind.match(text, end + 1)
        return not (self.is_numbered(name) or drawn_up)

    def is_law(self, text: str, name: Run, cue: str) -> bool:
        """Whether one word is a law's name by what stands behind: 공공외교법 제2조, not 관련법 제2조."""
        names = self._names
        field = name[-1].word.removesuffix(cue) if len(name) == 1 and cue in names.law_endings else ""
        plain = field in names.plain_laws or field in self._states
        return len(field) >= _FIELD and not plain and names.law_behind.match(text, name[-1].end) is not None

    def of_parts(self, name: Run, class_: str, cue: str) -> str | None:
        """The class of a name whose last word has too many parts for a common one: 산업기술국제협력사업, 돌봄종합지원센터."""
        last = name[-1]
        length = last.end - last.start - len(cue)
        facility = last.word.removesuffix(cue).endswith(self._names.facility_kinds)
        if len(name) == 1 and length >= self._names.compound_centre and cue in self._names.compound_bodies and not facility:
            return self._names.compound_bodies[cue]
        plan = class_ == POLICY and cue in self._names.compound_cues and length >= self._names.compound_plan
        return POLICY if plan and last.word not in self._names.not_names else None

    def of_field(self, name: Run, cue: str, known: Sequence[Mention]) -> bool:
        """Whether two words name a programme: a field, and what is done for it (로봇 보급사업, not 로봇 사업)."""
        field, act = name
        whole = any(m.type == TECHNOLOGY and m.start == field.start and m.end == field.end for m in known)
        return whole and cue in self._names.compound_cues and act.word.removesuffix(cue) in self._names.programme_acts

    def is_hollow(self, name: Run, cue: str, words: frozenset[str]) -> bool:
        """Whether the words before the class word tell no thing from another."""
        said = [p.word for p in name]
        said[-1] = said[-1].removesuffix(cue)
        return all(not word or word in words for word in said)

    def is_proper(self, text: str, name: Run, found: tuple[str, str], known: Sequence[Mention]) -> bool:
        """Whether something in the name makes it a proper one; of a thing or plan the field that it belongs to does not."""
        class_, cue = found
        fields = [m for m in known if m.type in {TECHNOLOGY, PLACE}] if class_ in {PRODUCT, POLICY} else []
        tokens: list[Token] = [t for p in name for t in p.tokens][:-1]
        proper = [t for t in tokens if t.tag in PROPER_TAGS and t.form not in self._names.common_latin]
        if any(not any(m.start <= t.start < m.end for m in fields) for t in proper):
            return True
        if class_ == PLACE and cue in self._names.site_cues:
            return name[-1].end - name[-1].start > len(cue) + 1
        if class_ in self._bodies:
            # A long word of one piece is a body's name whatever its parts; a firm's needs a class word that is no common noun.
            length = name[-1].end - name[0].start - len(cue)
            if length >= self._names.compound_body - (class_ == COMPANY and len(cue) > _SHORT_CUE):
                return True
        starts = tuple(self._names.proper_starts)
        may = class_ not in THINGS and class_ != COMPANY and (class_ != POLICY or word_count(text, name) > PAIR)
        return may and any(p.word.startswith(starts) for p in name)


def word_count(text: str, name: Run) -> int:
    """How many words are written in the name; a known one of two is a single piece of it."""
    return text.count(" ", name[0].start, name[-1].end) + 1
