"""Cut a sentence into noun phrases with their case, predicates with their endings, and quotations.

This is the whole syntax that extraction stands on: eojeol chunks with the role of their particle (research: on policy news a
chunk rule attaches 93 % of subjects rightly, a trained parser 78 %). Names that were found are one word each here, whatever
Kiwi makes of their parts. Items, and what extraction makes of them, are named tuples, as a token is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.analyse.acts import Acts
from kg.analyse.brackets import OPENING, PARENTHESES, closing
from kg.analyse.items import COMMA, ELLIPSIS, LEAD, SUBJECT, TIME, Adverb, Chunk, Item, Predicate, Quotation
from kg.ontology.grammar import Grammar
from kg.values import Token

_NOUNS = frozenset(
    {"NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "MM", "XR", "SW", "W_SERIAL", "W_URL", "W_EMAIL", "SB", "UN", "TIME"}
)
_TAIL = frozenset({"EP", "EF", "EC", "ETM", "ETN", "VX"})
# What belongs to the tail behind what: 예정 + 이다, 할 수 + 있다, 하지 + 는, 하기 + 로, 하기 + 를.
_CARRIED = frozenset(
    {("VCP", "NNG"), ("VCP", "NNB"), ("VA", "NNB"), ("JX", "EC"), ("JX", "ETN"), ("JKB", "ETN"), ("JKO", "ETN"), ("JX", "JX")}
)
# The ending of what is agreed on or wished for; 함으로써 says by what.
_AIM = "기/ETN"
# A contracted ending, its particle and the verb behind it.
PLAN = 3
_STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})


class Phrases:
    """Cuts sentences into items, with one grammar; holds no state between sentences."""

    def __init__(self, grammar: Grammar, predicate_nouns: Iterable[str]) -> None:
        self._grammar = grammar
        self._nouns = frozenset(predicate_nouns)
        self._acts = Acts(grammar, self._nouns)
        self._misread = frozenset(read.partition("/")[0] for read in grammar.misread)

    def items(self, tokens: Sequence[Token]) -> tuple[Item, ...]:
        """The items of a sentence in order; ``tokens`` are collapsed."""
        return tuple(self._acts.predicates(self._scan(self._reread(self._whole(tokens)))))

    def _whole(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with the noun of an act whole that Kiwi parts from its suffix (국산 + 화), and its endings in full: 개발키로 했다."""
        out: list[Token] = []
        contracted = self._grammar.contracted
        for at, token in enumerate(tokens):
            before = out[-1] if out else None
            if token.tag == "XSN" and before and before.end == token.start and before.form + token.form in self._nouns:
                out[-1] = before._replace(form=before.form + token.form, tag="NNG", end=token.end)
            elif token.form in contracted and before and self._agrees(before, tokens[at : at + PLAN]):
                for form, _, tag in (each.partition("/") for each in contracted[token.form]):
                    out.append(token._replace(form=form, tag=tag))
            else:
                out.append(token)
        return out

    def _agrees(self, act: Token, tokens: Sequence[Token]) -> bool:
        """Whether the first of the tokens is written to a noun of an act, and a particle and what is agreed on it follow."""
        if act.end != tokens[0].start or act.form not in self._nouns or len(tokens) < PLAN:
            return False
        return tokens[0].end == tokens[1].start and tokens[1].tag == "JKB" and tokens[2].form in self._grammar.agreeing

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
            tag = token.tag
            if tag == "SSO" or token.form in OPENING:
                at = self._bracketed(tokens, at, items)
            elif tag in _NOUNS:
                at = self._noun(tokens, at, items)
            elif _plain(tag) in _STEMS:
                at = self._predicate(tokens, at, items)
            elif tag.startswith("J"):
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
        if isinstance(last, Chunk) and last.case == "genitive" and token.form in self._grammar.topic_nouns:
            items[-1] = last._replace(case="topic")
            return at + 1
        end = _nouns_end(tokens, at)
        words = tuple(tokens[at:end])
        if isinstance(last, Chunk) and not last.particle and not last.joined and TIME not in (token.tag, last.words[-1].tag):
            # As a whole: _replace takes thrice the time, and most nouns stand behind others.
            items[-1] = Chunk(last.start, words[-1].end, last.words + words, last.case, last.joined, last.particle, last.quoted)
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
            joined = last.joined or token.form
            items[-1] = Chunk(last.start, last.end, last.words, last.case, joined, last.particle, last.quoted)
        elif isinstance(last, Predicate) and token.form == COMMA and last.ending == "connective":
            items[-1] = last._replace(parted=True)
        elif token.tag == ELLIPSIS and isinstance(last, Chunk) and not last.particle and last.head in self._nouns:
            # A headline's first half ends in its act: LG전자, KIST에 100억원 투자… 동맹 강화.
            items[-1] = last._replace(particle=ELLIPSIS)
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
            if not items and end == at + 2 and tokens[at + 1].tag == "NNP":
                # A line that begins with a name in a parenthesis is about it: (ETRI) 칩을 개발했다.
                items.append(Chunk(tokens[at + 1].start, tokens[at + 1].end, (tokens[at + 1],), LEAD, particle=tokens[end].form))
            return end + 1
        inner = tokens[at + 1 : end]
        if any(t.tag in {"EF", "EC", "EP"} for t in inner):
            items.append(Quotation(tokens[at].start, tokens[end].end, self.items(inner)))
            return end + 1
        before = len(items)
        for token in _without_asides(inner):
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
        lemma, voice, start, receiving = self._grammar.lemma(token.form), "active", token.start, False
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
            receiving = token.form in self._grammar.receiving_suffixes
            items[-1:] = rest
        elif isinstance(before, Adverb) and before.end == token.start and before.form in self._nouns:
            items.pop()
            start, lemma = before.start, before.form + self._grammar.do
        ending, link = self._ending(tail)
        items.append(Predicate(start, tokens[end - 1].end, lemma, voice, ending, link, tail, receiving=receiving))
        return end

    def _is_suffix(self, tokens: Sequence[Token], at: int, noun: Chunk) -> bool:
        """Whether a verb is the end of the word that the noun begins; a parenthesis may stand inside: 확정(11.27.)한."""
        verb = tokens[at]
        if noun.end == verb.start:
            return verb.form in self._grammar.passive_suffixes
        if not at or tokens[at - 1].end != verb.start or self._grammar.lemma(verb.form) not in (self._grammar.do, self._grammar.become):
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
        noun = Token("".join(w.form for w in words[first:]), words[-1].tag, words[first].start, words[-1].end)
        return noun, [chunk._replace(end=words[first - 1].end, words=words[:first])] if first else []

    def _attribute(self, token: Token, tag: str, items: list[Item], end: int) -> int:
        """Pass over an adjective; the noun that it was made of (다양 + 한) goes with it.

        What it says that something is near or like is no partner: KIST와 가까운 평택에 공장을 지었다.
        """
        last = items[-1] if items else None
        said = token.form
        if tag == "XSA" and isinstance(last, Chunk) and last.words[-1].end == token.start:
            items.pop()
            said = last.words[-1].form
            if len(last.words) > 1:
                items.append(last._replace(end=last.words[-2].end, words=last.words[:-1]))
        compared = next((item for item in reversed(items) if not isinstance(item, Adverb)), None)
        if said in self._grammar.likening and isinstance(compared, Chunk) and compared.case == "comitative":
            items[items.index(compared)] = compared._replace(case="beside")
        return end

    def _tail(self, tokens: list[Token], at: int) -> tuple[int, str]:
        """The endings, auxiliaries and nouns of intent that follow a stem: where they end, and as form/TAG."""
        parts: list[str] = []
        stem = tokens[at - 1].form
        while at < len(tokens):
            token = tokens[at]
            tag = _plain(token.tag)
            if tag in _TAIL:
                parts.append(f"{token.form}/{tag}")
                at += 1
                continue
            last = parts[-1].rpartition("/")[2] if parts else ""
            # 수립한 계획 is a plan that was drawn up, no intent.
            past = bool(parts) and parts[-1] in self._grammar.past_adnominals and token.form in self._grammar.aspect_nouns["planned"]
            intent = last == "ETM" and token.form in self._grammar.intent_nouns and not past
            carried = (tag, last) in _CARRIED
            # Whether he agreed to it, or hopes for it: 하기로 합의, 하기를 바란다.
            agreed = len(parts) > 1 and last in {"JKB", "JKO"} and parts[-2] == _AIM
            # 지 못했다: Kiwi makes 못 an adverb and 했다 a verb of its own.
            denied = last == "EC" and token.form in self._grammar.denials
            helped = len(parts) > 1 and last == "MAG" and tag in {"VV", "VX", "XSV"}
            # 로봇을 들고 나왔다: two verbs that say one thing.
            two = last == "EC" and tag == "VV"
            one = two and f"{' '.join((self._grammar.lemma(stem), *parts))} {token.form}/{tag}" in self._grammar.helped
            # 만든 것뿐 아니라, 만들 계획뿐 아니라: what is denied is that this is all.
            more = last in {"NNB", "NNG"} and tag == "JX" and token.form in self._grammar.more_particles
            # 지을 수도 있다, 지을 수밖에 없다
            able = last in {"NNB", "JX"} and self._may_or_not(parts, tokens[at : at + (2 if last == "NNB" else 1)])
            if intent or carried or denied or helped or one or more or able:
                parts.append(f"{token.form}/{tag}")
            elif agreed and (tag in {"VV", "NNG"}):
                parts.append(f"{token.form}/{tag}")
                if tag == "NNG":
                    break
            else:
                break
            at += 1
        return at, " ".join(parts)

    def _may_or_not(self, parts: Sequence[str], tokens: Sequence[Token]) -> bool:
        """Whether what stands next says, with a particle between, that somebody can or cannot do it: 수 + 도 + 있다."""
        able = f"{self._grammar.able_noun}/NNB"
        behind = parts[-1] == able and tokens[0].tag == "JX"
        carried = behind or (len(parts) > 1 and parts[-2] == able)
        return carried and tokens[-1].tag == "VA"

    def _ending(self, tail: str) -> tuple[str, str]:
        form, _, tag = tail.rpartition(" ")[2].rpartition("/")
        if tag in {"NNG", "NNB"}:
            return "final", form
        if tag == "JKB":
            # By what it is done: 개발함으로써.
            return "connective", form
        if tag == "EC":
            return ("quotative" if form in self._grammar.quotatives and len(form) > 1 else "connective"), form
        return {"EF": "final", "ETM": "adnominal", "ETN": "nominal"}.get(tag, "final"), form


def _without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without those in parentheses, which only spell or explain what stands before them: ‘양자 토론회(포럼)’."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        end = closing(tokens, at) if tokens[at].form in PARENTHESES else None
        if end is None:
            out.append(tokens[at])
        at = at + 1 if end is None else end + 1
    return out


def _nouns_end(tokens: Sequence[Token], at: int) -> int:
    """Behind which token the nouns end that stand together from ``at`` on; a time stands alone."""
    if tokens[at].tag == TIME:
        return at + 1
    for end in range(at + 1, len(tokens)):
        form, tag, _, _ = tokens[end]
        if tag == TIME or tag not in _NOUNS or form in OPENING:
            return end
    return len(tokens)


@lru_cache(maxsize=256)
def _plain(tag: str) -> str:
    return tag.partition("-")[0]


def _stronger(old: str, new: str) -> str:
    """The case of two particles on one noun (에서는, 와의): the first that says a role, unless the second is genitive."""
    return new if not old or new == "genitive" else old
