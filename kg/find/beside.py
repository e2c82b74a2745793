"""Find names by the word before them: a body behind its country or a unit behind its body, a firm behind 기업, a model behind its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.find.cues import HEAD, Cues
from kg.find.pieces import JOINTS, STEM_TAGS, Piece, Run
from kg.find.proper import unheard
from kg.ontology.authority import Authority
from kg.ontology.load import COMPANY, EVENT, GOVERNMENT, PLACE, PRODUCT, RESEARCH, UNIVERSITY
from kg.ontology.names import Names
from kg.values import Mention, Sentence

# The rule of a ministry named behind its country.
MINISTRY = "ministry"
# That of a firm behind its kind.
FIRM = "company-head"
# The rule of a unit that its ending shows behind the body that has it.
UNIT = "unit"
# A ministry's name is longer than a word of so many letters.
_SHORT = 2
# So many words has a gloss of which the last says that it is a firm's.
_GLOSSED = 2
# So far before a glossed word the first words of a name are looked for.
_REACH = 30
# What hardly ends a part of a name, and is a particle or an ending.
_NO_PARTICLE = "(?<![의인은는을를과와한된])"
# The letters of a year, and the first two of those that editions bear.
_YEAR, _CENTURY = 4, "20"
# What the words of a name are by their tags: nouns, what goes with them, and signs.
_NOMINAL = ("N", "S", "X")
# What parts the members of a list.
_SIGN, _SIGN_LENGTH = re.compile(r"[,·ㆍ] ?\Z"), 2
# The rule of a university abroad, and the least letters of its name.
SCHOOL, _SHORTEST_SCHOOL = "school-abroad", 3
# What a kind is of which the name is told: 소재 기업인 새벽, 제조사인 새벽.
_BEING = "인 "
# The name of a model or type: R1, G-1, MI300X.
_CODE = re.compile(r"[A-Z](?=[A-Za-z.\-]*\d)[A-Za-z0-9.\-]*")


class Beside:
    """Finds names by what stands before them; holds only the tables."""

    def __init__(self, names: Names, cues: Cues, authority: Authority, head_suffix: str) -> None:
        """``authority`` tells the countries, before whose names also committees and societies are theirs, and whose bodies are whose."""
        self._names, self._cues, self._at = names, cues, authority.at
        self._states, self._own = authority.states(names.government), authority.at_home(GOVERNMENT)
        self._head_suffix = head_suffix
        self._heads = tuple(names.company_heads)
        self._common = names.common_latin | names.not_names | frozenset(names.class_of_cue)
        self._starts = tuple(names.proper_starts)
        self._not_firms = names.generic_words | cues.titles

    def find(self, text: str, sentence: Sentence, runs: Sequence[Run], known: Sequence[Mention]) -> Iterator[Mention]:
        """Names that only their place or shape shows: behind 기업, a ministry behind its country, Latin letters with a year."""
        countries = {m.end: m.authority in self._states for m in known if m.type == PLACE}
        joined = {m.end: m.start for m in known if m.type == PLACE and text[m.start - 1 : m.start] in JOINTS}
        bodies = {m.end: m for m in known if m.type in self._cues.bodies and m.authority}
        known_starts = {m.start for m in bodies.values()}
        for kind, run in pairwise(runs):
            # Somebody may be a 기업인, but the kind of firm is a word of its own.
            being = text[kind[-1].end : run[0].start] == _BEING and kind[-1].word.endswith(self._heads)
            if being and run[0].closed and run[0].start not in known_starts and (end := self._named(text, sentence, run, 0)):
                yield Mention(run[0].start, end, text[run[0].start : end], COMPANY, None, FIRM, 0.75)
        for run in runs:
            gloss = self._gloss(text, run[-1])
            if gloss and (firm := self._glossed_firm(text, run, gloss, known)):
                yield firm
                continue
            glossed, acts = self._glossed(text, run, gloss)
            for at, (head, piece) in enumerate(pairwise(run), 1):
                before, word = head.word, piece.word
                if head.end in bodies and piece.start not in known_starts:
                    yield from self._unit_of(text, bodies[head.end], piece)
                if head.end in countries and (body := self._of_country(piece, known, foreign=countries[head.end])):
                    class_, end, rule = body
                    # 새길부-새벽원-독일 교육부 are three.
                    start = joined.get(head.end, head.start)
                    yield Mention(start, end, text[start:end], class_, None, rule, 0.8)
                elif countries.get(head.end) and self._is_school_abroad(piece, known):
                    yield Mention(piece.start, piece.end, word, UNIVERSITY, None, SCHOOL, 0.8)
                elif at == glossed and (before.endswith(self._heads) or (acts and countries.get(head.end))):
                    yield Mention(piece.start, run[-1].end, text[piece.start : run[-1].end], COMPANY, None, "company-gloss", 0.8)
                    break
                elif before in self._names.company_prefixes and word not in self._not_firms:
                    yield Mention(head.start, piece.end, text[head.start : piece.end], COMPANY, None, "company-prefix", 0.85)
                elif before.endswith(self._heads) and (end := self._named(text, sentence, run, at)):
                    yield Mention(piece.start, end, text[piece.start : end], COMPANY, None, FIRM, 0.75)
                elif word.isascii() and _CODE.fullmatch(word) and self._is_kind(before):
                    yield Mention(piece.start, piece.end, word, PRODUCT, None, "product-head", 0.75)
        yield from self._of_a_year(text, sentence)

    def listed(self, text: str, known: Sequence[Mention], beside: Sequence[Mention]) -> list[Mention]:
        """The ``known`` names, of which those that a list goes on with behind another state's body are its own: 체코 해군, 공군."""
        bodies = tuple(self._names.state_bodies)
        others = (m for m in (*known, *beside) if m.type == GOVERNMENT and m.authority not in self._own and m.text.endswith(bodies))
        states = {m.end: m.text.rpartition(" ")[0] for m in others}
        if not states:
            return list(known)
        listed: list[Mention] = []
        for mention in sorted(known, key=lambda m: m.start):
            sign = _SIGN.search(text, max(0, mention.start - _SIGN_LENGTH), mention.start) if mention.text in bodies else None
            if sign and (state := states.get(sign.start())):
                states[mention.end] = state
                # One that no row tells is none: it would be this state's.
                row = next((row.id for row in self._at(f"{state} {mention.text}") if row.type == GOVERNMENT), None)
                listed += [replace(mention, authority=row, rule=MINISTRY)] if row else []
            else:
                listed.append(mention)
        return listed

    def _gloss(self, text: str, piece: Piece) -> re.Match[str] | None:
        """The parenthesis right behind the piece that gives it in Latin letters."""
        return self._names.latin_gloss.match(text, piece.end) if text[piece.end : piece.end + 1] == "(" else None

    def _of_a_year(self, text: str, sentence: Sentence) -> Iterator[Mention]:
        """Events that their year shows: CES 2026, 2026 로봇쇼 코리아."""
        if text.find(_CENTURY, sentence.start, sentence.end) < 0:
            return
        for pattern in (self._names.year_event, self._names.country_show):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                last = match.group()[:-_YEAR].split()[-1:]
                nominal = all(t.tag.startswith(_NOMINAL) for t in sentence.tokens if match.start() <= t.start < match.end())
                if nominal and self._names.year_of_no_event.isdisjoint(last):
                    yield Mention(match.start(), match.end(), match.group(), EVENT, None, "year-event", 0.8)

    def _glossed(self, text: str, run: Run, gloss: re.Match[str] | None) -> tuple[int, bool]:
        """The piece of the run at which a name begins that a parenthesis behind gives in Latin letters, in as many words; 0 for none.

        Of a name in more words there than here it is the last: 누리서모(Nuri Thermo). And whether the particle of who acts follows,
        and no class word shows that it is no firm.
        """
        words = [word for word in gloss["latin"].split() if word not in self._names.latin_forms] if gloss else []
        common = gloss is not None and (gloss["latin"] in self._common or run[-1].word in self._names.class_of_cue)
        if not gloss or not words or common or len(run) == 1:
            return 0, False
        first = len(run) - (len(words) if len(words) < len(run) else 1)
        while first < len(run) - 1 and run[first].word.endswith(self._heads):
            first += 1
        found = self._cues.class_of(run[-1].word)
        acts = self._names.firm_particles.match(text, gloss.end()) is not None
        return first, acts and (found is None or found[0] == COMPANY)

    def _glossed_firm(self, text: str, run: Run, gloss: re.Match[str], known: Sequence[Mention]) -> Mention | None:
        """The name at the end of the run that a parenthesis behind gives in Latin letters as a firm's: 새별 로보틱스(Saebyeol Robotics)."""
        words = gloss["latin"].split()
        if len(words) < _GLOSSED or words[-1] not in self._names.latin_firms | self._names.latin_forms:
            return None
        first = len(run)
        while first and len(run) - first < len(words) and self._may_be_firm(run, first - 1, known):
            first -= 1
        if first == len(run):
            return None
        start, end = run[first].start, run[-1].end
        if first == 0 and len(run) < len(words):
            start = self._torn(text, start, len(words) - len(run), known)
        return Mention(start, end, text[start:end], COMPANY, None, "company-gloss", 0.8)

    def _torn(self, text: str, start: int, missing: int, known: Sequence[Mention]) -> int:
        """Where a firm's name begins of whose first words the analyser made something else, behind its kind or country; else ``start``."""
        words = _words_before(missing).search(text, max(0, start - _REACH), start)
        if not words:
            return start
        shown = words["before"].endswith(self._heads) or any(m.end == words.end("before") and m.type == PLACE for m in known)
        return words.start("torn") if shown else start

    def _may_be_firm(self, run: Run, at: int, known: Sequence[Mention]) -> bool:
        """Whether the piece is a part of a firm's name that ends with the run; before what many firms are called (파트너스) any word is."""
        piece, last = run[at], at + 1 == len(run)
        common = piece.word in self._names.not_names or piece.word.endswith(self._heads)
        long = len(piece.tokens) == 1 and (len(piece.word) > _SHORT if last else run[-1].word in self._names.firm_words)
        return (long or unheard(piece)) and not common and not any(m.start < piece.end and piece.start < m.end for m in known)

    def _is_name(self, text: str, piece: Piece) -> bool:
        """Whether the word is no common one, no kind, nor common letters or how they are called: 수출기업 CEO, 중소기업 이에스지(ESG)."""
        gloss = self._gloss(text, piece)
        kind = piece.word.endswith(self._heads) or piece.tokens[-1].form in self._names.kind_endings
        return unheard(piece) and not kind and self._common.isdisjoint({piece.word, gloss["latin"] if gloss else ""})

    def _named(self, text: str, sentence: Sentence, run: Run, at: int) -> int:
        """Where the firm's name ends that begins with a piece of the run behind its kind, or 0; some have two words: 스튜디오 새벽."""
        last = run[at + (run[at].word in self._names.firm_openers and at + 1 < len(run))]
        if not self._is_name(text, last) or not self._is_apart(last, run):
            return 0
        # A verb right behind it is torn off the name.
        return 0 if any(t.start == last.end and t.tag[:2] in STEM_TAGS for t in sentence.tokens) else last.end

    def _is_apart(self, piece: Piece, run: Run) -> bool:
        """Whether the word is neither who heads the firm before it nor what is done for firms: 제작사 정하람 대표, 기업 리쇼어링 지원."""
        done = any(p.start == piece.end + 1 and p.word in self._names.programme_acts for p in run)
        return not done and not self._cues.is_holder(piece, run)

    def _is_kind(self, word: str) -> bool:
        """Whether the word says what kind of product the one behind it names: AI 모델 R1."""
        return word.endswith(self._names.product_nouns) or self._names.class_of_cue.get(word) == PRODUCT

    def _of_country(self, piece: Piece, known: Sequence[Mention], *, foreign: bool) -> tuple[str, int, str] | None:
        """The class of the body that a word behind a place is, where its name ends and the rule: 독일 연방경제부, 독일 연방경제부장관.

        What is known by its name alone is another's only behind another country: 한국 산업통상부, but 체코 산업통상부, 체코 공군.
        """
        word = piece.word
        here = [m for m in known if m.start == piece.start and m.authority]
        if not foreign and here:
            return None
        if foreign and word in self._names.state_bodies:
            return GOVERNMENT, piece.end, MINISTRY
        # In the title of who heads it too it is that country's, if this state has one of the name: 체코 공정거래위원장, 체코 감사원장.
        ours = (m for m in here if m.authority in self._own and (m.rule == HEAD or m.text in self._names.state_bodies))
        if foreign and (own := next(ours, None)):
            return GOVERNMENT, own.end, HEAD if own.rule == HEAD else MINISTRY
        title = next((title for ending, title in self._names.ministers.items() if word.endswith(ending)), "")
        end = piece.end - len(title)
        headed = len(title) == 1
        if self._ministry(word.removesuffix(title)) and (not title or headed or any(token.start == end for token in piece.tokens)):
            return GOVERNMENT, end, HEAD if headed else MINISTRY
        found = self._cues.class_of(word) if foreign and word.endswith(self._names.foreign_bodies) else None
        return (found[0], piece.end, MINISTRY) if found and len(word) > len(found[1]) + 1 else None

    def _is_school_abroad(self, piece: Piece, known: Sequence[Mention]) -> bool:
        """Whether a proper noun behind another state, which is no known name, ends as universities do: 핀란드 오울루대."""
        proper = [token.tag for token in piece.tokens] == ["NNP"] and len(piece.word) >= _SHORTEST_SCHOOL
        taken = any(m.start < piece.end and piece.start < m.end for m in known)
        return proper and not taken and self._names.foreign_schools.search(piece.word, len(piece.word) - 1) is not None

    def _unit_of(self, text: str, body: Mention, piece: Piece) -> Iterator[Mention]:
        """A branch of a body, or a unit that acts, with its name (새길연구원 새벽센터는), or its school with its own: 새길부 새벽교육원."""
        acting = self._names.acting_units.get(body.type, ()) if self._names.unit_behind.match(text, piece.end) else ()
        acting = tuple(ending for ending in acting if not self._is_common(piece.word, ending) and not self._is_school(body, piece.word))
        branch = next((ending for ending in (*self._names.branches, *acting) if piece.word.endswith(ending)), "")
        if (branch and len(piece.word) > len(branch) + 1) or (body.type == UNIVERSITY and piece.word in self._names.faculties):
            class_ = RESEARCH if body.type == COMPANY and branch in acting else body.type
            yield Mention(body.start, piece.end, text[body.start : piece.end], class_, None, UNIT, 0.8)
        # The head of a branch heads it in his body's name.
        word = piece.word.removesuffix(self._head_suffix)
        house = next((ending for ending in self._names.houses if word.endswith(ending)), "")
        if house and len(word) > len(house) + 1:
            yield Mention(piece.start, piece.start + len(word), word, body.type, None, UNIT if word == piece.word else HEAD, 0.8)

    def _is_school(self, body: Mention, word: str) -> bool:
        """Whether the unit is a school that has a name of its own: 새길대 로봇대학원."""
        found = self._cues.class_of(word) if body.type == UNIVERSITY else None
        return found is not None and (word.startswith(self._starts) or len(word) - len(found[1]) >= self._names.compound_body)

    def _is_common(self, word: str, ending: str) -> bool:
        """Whether units of the kind are no bodies: any unit of that kind (연구센터), or a facility or what is set up for a time."""
        kind, found = word.removesuffix(ending), self._cues.class_of(word)
        facility = (found is None or found[0] != RESEARCH) and kind.endswith(self._names.facility_kinds)
        return facility or word in self._names.not_names or kind in self._names.common_units

    def _ministry(self, word: str) -> bool:
        return len(word) > _SHORT and word.endswith(self._names.ministry_endings) and not word.endswith(self._names.not_ministries)


@cache
def _words_before(count: int) -> re.Pattern[str]:
    """So many words right before a name that no particle closes, and the word before them."""
    return re.compile(rf"(?P<before>[가-힣]+) (?P<torn>(?:[가-힣]{{2,}}{_NO_PARTICLE} ){{{count}}})$")
