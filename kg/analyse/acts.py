"""Make predicates of nouns that tell an act: with a light verb, a copula or an aspect noun, or closing a clause."""

from __future__ import annotations

from collections.abc import Set

from kg.analyse.items import ELLIPSIS, TIME, Adverb, Chunk, Item, Predicate
from kg.ontology.grammar import Grammar

_ACTS = frozenset({"NNG", "NNP"})
# Cases of what only says when or where something is done, and how many such phrases may part an act from the verb that carries it.
PLACING, FAR = frozenset({"locative", "from", "until"}), 4


class Acts:
    """Makes predicates of the nouns that frames know as acts; holds no state between sentences."""

    def __init__(self, grammar: Grammar, nouns: Set[str]) -> None:
        self._grammar = grammar
        self._nouns = nouns

    def predicates(self, items: list[Item]) -> list[Item]:
        """Nouns that tell an act stand as predicates: with a light verb, a copula or an aspect noun, or closing a clause."""
        out: list[Item] = []
        at = 0
        while at < len(items):
            item = items[at]
            made = self._nominal(item, items, at) if isinstance(item, Chunk) else None
            if made is None and isinstance(item, Chunk) and out and self._came_of(out[-1], item):
                out.append(Predicate(item.start, item.end, item.head + self._grammar.do, "active", "final", "", self._grammar.done_tail))
                at += 1
            elif made is None:
                out.append(item)
                at += 1
            else:
                found, used = made
                # Whose act it is stands right before it: '두루'의 출시를 12월로 연기했다.
                owner = [out.pop()] if found[0].start > item.start and out and _is_owner(out[-1]) else []
                out.extend([*found[:-1], *owner, found[-1]])
                at += used
        return out

    def _came_of(self, effort: Item, chunk: Chunk) -> bool:
        """Whether the noun behind an effort says without a verb what came of it, as headlines do: 인수하는 데 실패."""
        bare = isinstance(effort, Predicate) and effort.link in self._grammar.effort_nouns and not chunk.particle and len(chunk.words) == 1
        return bare and chunk.head + self._grammar.do in self._grammar.failing | self._grammar.succeeding

    def _nominal(self, chunk: Chunk, items: list[Item], at: int) -> tuple[list[Item], int] | None:
        place = self._predicate_noun(chunk)
        if place is None:
            return None
        noun, aspect = chunk.words[place], [f"{w.form}/{w.tag}" for w in chunk.words[place + 1 :]]
        rest = items[at + 1 :]
        follower = next((i for i in rest if not isinstance(i, Adverb)), None)
        tail, ending, link, voice, end, used = " ".join(aspect), "final", "", "active", chunk.words[-1].end, 1
        carrier = self._carrier(chunk, items, at)
        if carrier:
            follower, used = carrier
            light_voice = self._grammar.light_voice(follower.lemma)
            # With its object before it the act keeps its own voice: 회사의 A 인수가 무산됐다.
            voice = "passive" if "passive" in (light_voice, follower.voice) and not place else "active"
            copula = self._grammar.copula_tail if follower.lemma == self._grammar.copula else ""
            tail = " ".join(filter(None, [tail, self._light_tail(follower), copula, follower.tail]))
            ending, link, end = follower.ending, follower.link, follower.end
        elif chunk.particle != ELLIPSIS:
            if (chunk.case and not (chunk.joined and place)) or self._is_before(chunk, follower):
                return None
            ending, link = ("connective", chunk.joined) if rest else (ending, link)
        predicate = Predicate(noun.start, end, noun.form + self._grammar.do, voice, ending, link, tail, nominal=True)
        between = [item for item in items[at + 1 : at + used] if isinstance(item, Chunk) and self._places(item)]
        before: list[Item] = []
        if place:
            case = "accusative" if between else ""
            before.append(chunk._replace(end=chunk.words[place - 1].end, words=chunk.words[:place], case=case, joined="", particle=""))
        return [*before, *between, predicate], used

    def _is_before(self, chunk: Chunk, follower: Item | None) -> bool:
        """Whether the act noun only stands before another noun."""
        return isinstance(follower, Chunk) and not self._goes_on(chunk, follower)

    def _goes_on(self, chunk: Chunk, following: Chunk) -> bool:
        """Whether a sign between an act noun and the next chunk leaves it an act: 개발·보급, not 건설·에너지 등, 개발·운영 관련자."""
        return bool(chunk.joined) and (chunk.joined in ",、" or self._predicate_noun(following) is not None)

    def _carrier(self, chunk: Chunk, items: list[Item], at: int) -> tuple[Predicate, int] | None:
        """The light verb that carries the act noun at ``at``, perhaps a noun itself (연구를 진행 중), and how many items they are."""
        place = next((n for n in range(at + 1, len(items)) if not isinstance(items[n], Adverb)), len(items))
        follower = items[place] if place < len(items) else None
        if isinstance(follower, Predicate) and self._carries(chunk, follower):
            return follower, place - at + 1
        if isinstance(follower, Chunk) and chunk.case:
            # 개발에 박차를 가하다; 발사를 하반기 고흥에서 진행하다
            meant = self._grammar.light_objects.get(follower.head, "") if follower.case == "accusative" else ""
            reach = range(place, min(place + FAR, len(items)))
            far = place + 1 if meant else next((n for n in reach if not self._places(items[n])), place)
            verb = items[far] if far < len(items) else None
            if isinstance(verb, Predicate) and far > place and (verb.lemma == meant or (not meant and self._carries(chunk, verb))):
                return verb, far - at + 1
        if isinstance(follower, Chunk) and chunk.case and self._predicate_noun(follower) == 0:
            made = self._nominal(follower, items, place)
            verb = made[0][-1] if made else None
            if made and isinstance(verb, Predicate) and self._carries(chunk, verb):
                return verb, place - at + made[1]
        return None

    def _places(self, item: Item) -> bool:
        """Whether the item only says when, where or how something is done."""
        if not isinstance(item, Chunk):
            return isinstance(item, Adverb)
        manner = item.case == "instrumental" and item.words[-1].tag == "XSN"
        return manner or item.case in PLACING or all(w.tag == TIME for w in item.words)

    def _light_tail(self, verb: Predicate) -> str:
        marks = []
        tried = verb.lemma in self._grammar.light_tries and self._grammar.conceded.search(verb.tail)
        if verb.lemma in self._grammar.light_plans or tried:
            marks.append(f"{self._grammar.aspect_nouns['planned'][0]}/NNG")
        if verb.lemma in self._grammar.delays:
            marks.append(f"{self._grammar.aspect_nouns['delayed'][0]}/NNG")
        if verb.lemma in self._grammar.light_beginnings:
            marks.append(f"{self._grammar.aspect_nouns['ongoing'][0]}/NNB")
        if self._grammar.denies(verb.lemma):
            marks.append(f"{self._grammar.negative_nouns[0]}/NNG")
        return " ".join(marks)

    def _predicate_noun(self, chunk: Chunk) -> int | None:
        """Where in the chunk its act noun stands: last, or last before nouns of aspect (개발 중)."""
        for place in range(len(chunk.words) - 1, -1, -1):
            word = chunk.words[place]
            carried = place and self._grammar.is_aspect(word.form) and chunk.words[place - 1].form in self._nouns
            if word.form in self._nouns and word.tag in _ACTS and not carried:
                return place
            if not self._grammar.is_aspect(word.form):
                break
        return None

    def _carries(self, chunk: Chunk, verb: Predicate) -> bool:
        if verb.lemma == self._grammar.copula:
            return not chunk.particle
        if not chunk.case and verb.lemma in self._grammar.light_plans:
            return True
        lemma = self._grammar.undergone(verb.lemma) if verb.voice == "passive" else verb.lemma
        case = "nominative" if chunk.case == "topic" else chunk.case
        return bool(case) and self._grammar.is_light(lemma, case)


def _is_owner(item: Item) -> bool:
    return isinstance(item, Chunk) and item.case == "genitive"
