"""Cut a sentence into noun phrases with their case, predicates with their endings, and quotations.

This is the whole syntax that extraction stands on: eojeol chunks with the role of their particle (research: on policy news a
chunk rule attaches 93 % of subjects rightly, a trained parser 78 %). Names that were found are one word each here, whatever
Kiwi makes of their parts. Items, and what extraction makes of them, are named tuples, as a token is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.analyse.brackets import PARENTHESES, closing, opens
from kg.ontology.language import Grammar
from kg.values import Token

_NOUNS = frozenset(
    {"NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "MM", "XR", "SW", "W_SERIAL", "W_URL", "W_EMAIL", "SB", "UN", "TIME"}
)
SUBJECT = frozenset({"nominative", "topic"})
_ACTS = frozenset({"NNG", "NNP"})
_TAIL = frozenset({"EP", "EF", "EC", "ETM", "ETN", "VX"})
# What belongs to the tail behind what: 예정 + 이다, 할 수 + 있다, 하지 + 는, 하기 + 로, 하기 + 를.
_CARRIED = frozenset({("VCP", "NNG"), ("VCP", "NNB"), ("VA", "NNB"), ("JX", "EC"), ("JX", "ETN"), ("JKB", "ETN"), ("JKO", "ETN")})
_STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
# The tag of a time expression, which stands as a phrase of its own.
TIME = "TIME"


class Chunk(NamedTuple):
    """Nouns that stand together.

    ``case`` is a key of the grammar's cases, or empty; ``joined`` the sign or particle towards the next chunk.
    """

    start: int
    end: int
    words: tuple[Token, ...]
    case: str = ""
    joined: str = ""
    particle: str = ""
    quoted: bool = False

    @property
    def head(self) -> str:
        """The last word, which says what kind of thing the phrase is."""
        return self.words[-1].form


class Predicate(NamedTuple):
    """A verb, or a noun that acts as one. ``lemma`` ends in 다; ``tail`` is its endings as form/TAG, from which the status is read."""

    start: int
    end: int
    lemma: str
    voice: str
    ending: str
    link: str
    tail: str
    nominal: bool = False


class Quotation(NamedTuple):
    """Somebody's words in quotation marks, with a phrase structure of their own."""

    start: int
    end: int
    items: tuple[Item, ...]


class Adverb(NamedTuple):
    """A word that neither names nor tells, kept because some say with (함께)."""

    start: int
    end: int
    form: str


Item = Chunk | Predicate | Quotation | Adverb


class Phrases:
    """Cuts sentences into items, with one grammar; holds no state between sentences."""

    def __init__(self, grammar: Grammar, predicate_nouns: Iterable[str]) -> None:
        self._grammar = grammar
        self._nouns = frozenset(predicate_nouns)
        self._misread = frozenset(read.partition("/")[0] for read in grammar.misread)

    def items(self, text: str, tokens: Sequence[Token]) -> tuple[Item, ...]:
        """The items of a sentence in order; ``tokens`` are collapsed, ``text`` is the document's."""
        named = [t if t.form else Token(text[t.start : t.end], t.tag, t.start, t.end) for t in tokens]
        return tuple(self._nominal_predicates(self._scan(self._reread(named))))

    def _reread(self, tokens: list[Token]) -> list[Token]:
        """The tokens with those right that Kiwi is known to misread."""
        for at, token in enumerate(tokens[:-1]):
            if token.form in self._misread:
                following = tokens[at + 1]
                right = self._grammar.misread.get(f"{token.form}/{token.tag} {following.form}/{following.tag}")
                for place, (form, _, tag) in enumerate(each.partition("/") for each in right or ()):
                    tokens[at + place] = tokens[at + place]._replace(form=form, tag=tag)
        return tokens

    def _scan(self, tokens: list[Token]) -> list[Item]:
        items: list[Item] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if opens(token):
                at = self._bracketed(tokens, at, items)
            elif token.tag in _NOUNS:
                at = self._noun(tokens, at, items)
            elif _plain(token.tag) in _STEMS:
                at = self._predicate(tokens, at, items)
            elif token.tag.startswith("J"):
                at = self._particle(token, items, at)
            else:
                at = self._sign(token, items, at)
        return items

    def _noun(self, tokens: Sequence[Token], at: int, items: list[Item]) -> int:
        """Take in the noun at ``at`` and those right behind it, as one chunk made once."""
        token = tokens[at]
        last = items[-1] if items else None
        if isinstance(last, Predicate) and last.ending == "adnominal" and token.form in self._grammar.clause_nouns:
            items[-1] = last._replace(ending="connective", link=token.form)
            return at + 1
        end = _nouns_end(tokens, at)
        words = tuple(tokens[at:end])
        if isinstance(last, Chunk) and not last.particle and not last.joined and TIME not in (token.tag, last.words[-1].tag):
            items[-1] = last._replace(end=words[-1].end, words=last.words + words)
        else:
            items.append(Chunk(token.start, words[-1].end, words))
        return end

    def _particle(self, token: Token, items: list[Item], at: int) -> int:
        last = items[-1] if items else None
        if isinstance(last, Chunk):
            case = self._grammar.case_of(token.form, token.tag)
            if token.tag == "JC":
                items[-1] = last._replace(joined=token.form, case=case or last.case, particle=last.particle + token.form)
            else:
                case = _stronger(last.case, case)
                items[-1] = Chunk(last.start, last.end, last.words, case, last.joined, last.particle + token.form, last.quoted)
        return at + 1

    def _sign(self, token: Token, items: list[Item], at: int) -> int:
        last = items[-1] if items else None
        if isinstance(last, Chunk) and token.form in self._grammar.joiners:
            items[-1] = last._replace(joined=last.joined or token.form)
        elif token.tag in {"MAG", "MAJ", "IC"}:
            if token.form in self._grammar.joiners and isinstance(last, Chunk):
                items[-1] = last._replace(joined=token.form)
            else:
                items.append(Adverb(token.start, token.end, token.form))
        return at + 1

    def _bracketed(self, tokens: list[Token], at: int, items: list[Item]) -> int:
        """Skip a parenthesis, see through a quoted name, and keep a quoted speech as an item of its own."""
        end = closing(tokens, at)
        if end is None:
            return at + 1
        if tokens[at].form in PARENTHESES:
            return end + 1
        inner = tokens[at + 1 : end]
        if any(t.tag in {"EF", "EC", "EP"} for t in inner):
            items.append(Quotation(tokens[at].start, tokens[end].end, self.items("", inner)))
            return end + 1
        before = len(items)
        for token in inner:
            if _plain(token.tag) in _NOUNS or token.tag in {"SP", "JKG", "JC"}:
                self._noun([token._replace(tag="NNG") if token.tag not in _NOUNS else token], 0, items)
        if items and isinstance(items[-1], Chunk) and len(items) >= before:
            items[-1] = items[-1]._replace(quoted=True)
        return end + 1

    def _predicate(self, tokens: list[Token], at: int, items: list[Item]) -> int:
        token = tokens[at]
        tag = _plain(token.tag)
        end, tail = self._tail(tokens, at + 1)
        before = items[-1] if items else None
        if (
            tag in {"VA", "XSA"}
            and tail.endswith("/ETM")
            and " " not in tail
            and not (isinstance(before, Chunk) and before.case in SUBJECT)
        ):
            # An adjective before its noun (같은 부지에) takes nothing away from the predicate to come.
            return self._attribute(token, tag, items, end)
        lemma, voice, start = token.form + "다", "active", token.start
        for said, verb in self._grammar.helped.items():
            if said.startswith(f"{lemma} ") and tail.startswith(said[len(lemma) + 1 :]):
                lemma, tail = verb, tail[len(said) - len(lemma) :]
                break
        if lemma in self._grammar.lexical_passives:
            lemma, voice = self._grammar.lexical_passives[lemma], "passive"
        # 공급받다: Kiwi makes the second half a verb of its own.
        made = tag in {"XSV", "XSA"} or (tag == "VV" and isinstance(before, Chunk) and self._is_suffix(tokens, at, before))
        if made and isinstance(before, Chunk) and not before.particle:
            noun, rest = self._verbal(before)
            start = noun.start
            passive = token.form in self._grammar.passive_suffixes
            lemma, voice = noun.form + self._grammar.do, "passive" if passive else "active"
            items[-1:] = rest
        elif isinstance(before, Adverb) and before.end == token.start and before.form in self._nouns:
            items.pop()
            start, lemma = before.start, before.form + self._grammar.do
        ending, link = self._ending(tail)
        items.append(Predicate(start, tokens[end - 1].end, lemma, voice, ending, link, tail))
        return end

    def _is_suffix(self, tokens: Sequence[Token], at: int, noun: Chunk) -> bool:
        """Whether a verb is the end of the word that the noun begins; a parenthesis may stand inside: 확정(11.27.)한."""
        verb = tokens[at]
        if noun.end == verb.start:
            return verb.form in self._grammar.passive_suffixes
        if not at or tokens[at - 1].end != verb.start or verb.form + "다" not in (self._grammar.do, self._grammar.become):
            return False
        opening = next((t for t in reversed(tokens[:at]) if t.start <= noun.end), verb)
        return opening.start == noun.end and PARENTHESES.get(opening.form) == tokens[at - 1].form

    def _verbal(self, chunk: Chunk) -> tuple[Token, list[Item]]:
        """The noun of which a verb is made, and what stands before it: the longest that a frame knows (고도+화, 입법+예고)."""
        words = chunk.words
        first = len(words) - 1
        for at in range(len(words) - 2, -1, -1):
            behind = words[at + 1]
            if words[at].end != behind.start:
                break
            if "".join(w.form for w in words[at:]) in self._nouns or (behind.tag == "XSN" and first == at + 1):
                first = at
        noun = words[-1]._replace(form="".join(w.form for w in words[first:]), start=words[first].start)
        return noun, [chunk._replace(end=words[first - 1].end, words=words[:first])] if first else []

    def _attribute(self, token: Token, tag: str, items: list[Item], end: int) -> int:
        """Pass over an adjective; the noun that it was made of (다양 + 한) goes with it."""
        last = items[-1] if items else None
        if tag == "XSA" and isinstance(last, Chunk) and last.words[-1].end == token.start:
            items.pop()
            if len(last.words) > 1:
                items.append(last._replace(end=last.words[-2].end, words=last.words[:-1]))
        return end

    def _tail(self, tokens: list[Token], at: int) -> tuple[int, str]:
        """The endings, auxiliaries and nouns of intent that follow a stem: where they end, and as form/TAG."""
        parts: list[str] = []
        while at < len(tokens):
            token = tokens[at]
            tag = _plain(token.tag)
            if tag in _TAIL:
                parts.append(f"{token.form}/{tag}")
                at += 1
                continue
            last = parts[-1].rpartition("/")[2] if parts else ""
            intent = last == "ETM" and token.form in self._grammar.intent_nouns
            carried = (tag, last) in _CARRIED
            # Whether he agreed to it, or hopes for it: 하기로 합의, 하기를 바란다.
            agreed = len(parts) > 1 and last in {"JKB", "JKO"} and "ETN" in parts[-2]
            # 지 못했다: Kiwi makes 못 an adverb and 했다 a verb of its own.
            denied = last == "EC" and token.form in self._grammar.denials
            helped = len(parts) > 1 and last == "MAG" and tag in {"VV", "VX", "XSV"}
            if intent or carried or denied or helped:
                parts.append(f"{token.form}/{tag}")
            elif agreed and (tag in {"VV", "NNG"}):
                parts.append(f"{token.form}/{tag}")
                if tag == "NNG":
                    break
            else:
                break
            at += 1
        return at, " ".join(parts)

    def _ending(self, tail: str) -> tuple[str, str]:
        form, _, tag = tail.rpartition(" ")[2].rpartition("/")
        if tag in {"NNG", "NNB"}:
            return "final", form
        if tag == "EC":
            return ("quotative" if form in self._grammar.quotatives and len(form) > 1 else "connective"), form
        return {"EF": "final", "ETM": "adnominal", "ETN": "nominal"}.get(tag, "final"), form

    def _nominal_predicates(self, items: list[Item]) -> list[Item]:
        """Nouns that tell an act stand as predicates: with a light verb, a copula or an aspect noun, or closing a clause."""
        out: list[Item] = []
        at = 0
        while at < len(items):
            item = items[at]
            made = self._nominal(item, items, at) if isinstance(item, Chunk) else None
            if made is None:
                out.append(item)
                at += 1
            else:
                found, used = made
                out.extend(found)
                at += used
        return out

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
            copula = "이/VCP" if follower.lemma == self._grammar.copula else ""
            tail = " ".join(filter(None, [tail, self._light_tail(follower), copula, follower.tail]))
            ending, link, end = follower.ending, follower.link, follower.end
        elif (chunk.case and not (chunk.joined and place)) or (isinstance(follower, Chunk) and not self._goes_on(chunk, follower)):
            return None
        elif rest:
            ending, link = "connective", chunk.joined
        predicate = Predicate(noun.start, end, noun.form + self._grammar.do, voice, ending, link, tail, nominal=True)
        before: list[Item] = []
        if place:
            before.append(chunk._replace(end=chunk.words[place - 1].end, words=chunk.words[:place], case="", joined="", particle=""))
        return [*before, predicate], used

    def _goes_on(self, chunk: Chunk, following: Chunk) -> bool:
        """Whether a sign between an act noun and the next chunk leaves it an act: 개발·보급, not 건설·에너지 등."""
        return bool(chunk.joined) and (chunk.joined in ",、" or self._acts(following))

    def _acts(self, chunk: Chunk) -> bool:
        return any(word.form in self._nouns for word in chunk.words)

    def _carrier(self, chunk: Chunk, items: list[Item], at: int) -> tuple[Predicate, int] | None:
        """The light verb that carries the act noun at ``at``, perhaps a noun itself (연구를 진행 중), and how many items they are."""
        place = next((n for n in range(at + 1, len(items)) if not isinstance(items[n], Adverb)), len(items))
        follower = items[place] if place < len(items) else None
        if isinstance(follower, Predicate) and self._carries(chunk, follower):
            return follower, place - at + 1
        if isinstance(follower, Chunk) and chunk.case and self._predicate_noun(follower) == 0:
            made = self._nominal(follower, items, place)
            verb = made[0][-1] if made else None
            if made and isinstance(verb, Predicate) and self._carries(chunk, verb):
                return verb, place - at + made[1]
        return None

    def _light_tail(self, verb: Predicate) -> str:
        marks = []
        if verb.lemma in self._grammar.light_plans:
            marks.append(f"{self._grammar.aspect_nouns['planned'][0]}/NNG")
        if verb.lemma in self._grammar.light_beginnings:
            marks.append(f"{self._grammar.aspect_nouns['ongoing'][0]}/NNB")
        if verb.lemma in self._grammar.light_negations or verb.lemma.removesuffix(self._grammar.do) in self._grammar.negative_nouns:
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
        lemma = verb.lemma.removesuffix(self._grammar.do) + self._grammar.become if verb.voice == "passive" else verb.lemma
        case = "nominative" if chunk.case == "topic" else chunk.case
        return bool(case) and self._grammar.is_light(lemma, case)


def _nouns_end(tokens: Sequence[Token], at: int) -> int:
    """Behind which token the nouns end that stand together from ``at`` on; a time stands alone."""
    time = tokens[at].tag == TIME
    for end in range(at + 1, len(tokens)):
        token = tokens[end]
        if time or token.tag == TIME or token.tag not in _NOUNS or opens(token):
            return end
    return len(tokens)


@lru_cache(maxsize=256)
def _plain(tag: str) -> str:
    return tag.partition("-")[0]


def _stronger(old: str, new: str) -> str:
    """The case of two particles on one noun (에서는, 와의): the first that says a role, unless the second is genitive."""
    return new if not old or new == "genitive" else old


def status_of(tail: str, grammar: Grammar) -> str | None:
    """The status that a predicate's tail tells by the grammar's table, or None where it leaves it open."""
    return grammar.status_of(tail)
