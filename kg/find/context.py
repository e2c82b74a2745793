"""Tell firms and products by what stands around a name that nothing else classes: a list of firms, a word beside it, what it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from operator import attrgetter

from kg.find.index import Place
from kg.find.people.words import NAME_LENGTH
from kg.find.proper import PROPER
from kg.find.quotes import OPEN
from kg.find.within import Within
from kg.ontology.grammar import Grammar
from kg.ontology.load import COMPANY, PERSON, PRODUCT, TECHNOLOGY
from kg.ontology.names import Names
from kg.ontology.pattern import any_of
from kg.ontology.persons import Persons
from kg.values import Mention, Sentence

# The rule of a name that only its context classes, and of a word that only its list shows to be a name at all.
TOLD, AMONG = "context", "context.among"
# A list of so many firms shows that the other words of it are firms.
_FIRMS = 2
_SHORTEST = 3
_WEAK = 0.6
# How a quotation closes behind a name, perhaps with a remark inside: ‘새길(가칭)’.
_CLOSING = re.compile(r"(?:\([^()\n]{1,8}\))?.?")
# What stands behind a noun, and verbs: the tags of no name.
_NO_NOUN = ("E", "J", "VV", "VA", "XSV", "XSA")
_VERBAL = ("XSV", "XSA")
_CASES, _TOPIC = frozenset({"JX", "JKS"}), frozenset({"JX"})


class Context:
    """Classes names by their context; holds only the tables."""

    def __init__(self, names: Names, persons: Persons, grammar: Grammar, bodies: frozenset[str]) -> None:
        self._names, self._topic_marks = names, grammar.topic_marks
        self._titles = persons.titles
        self._no_firms = (*persons.title_endings, *persons.unit_endings, *names.no_firms)
        kinds = (cue for cue, class_ in names.class_of_cue.items() if class_ != COMPANY)
        self._no_names = (*kinds, *grammar.body_nouns, *grammar.list_closers, *names.firm_lists)
        self._surnames, self._given = persons.surnames, persons.given_names
        self._common = names.not_names | names.generic_words | names.company_heads
        self._bodies = bodies
        self._joint = re.compile(names.list_joint)
        # Behind its name stands the next sign of the list or its end: no particle is taken for a part of it.
        ahead = rf"(?={names.list_joint}|{names.list_end}|\n|$)"
        self._among_word = re.compile(rf"{names.list_joint}(?P<word>[가-힣A-Za-z0-9&.\-]{{2,15}}){ahead}")
        self._listed = re.compile(rf"{names.list_end}(?: [가-힣A-Za-z0-9]{{1,10}}){{0,4}}? ?[0-9가-힣]{{0,6}}{any_of(names.firm_lists)}")
        self._behind = re.compile(f" {any_of(names.firm_followers)}")
        self._acts = re.compile(rf"{any_of(names.firm_acts)}[.…\"”]*$")
        self._kind_before = re.compile(rf"(?:^|[ ,]|[가-힣A-Za-z]{{2}}){any_of(names.product_nouns)} ?$")
        self._made = re.compile(rf"{any_of(names.object_marks)} (?:[가-힣A-Za-z0-9]+ ){{0,2}}{any_of(names.product_verbs)}")
        self._called = re.compile(rf"{names.called} (?:[가-힣A-Za-z0-9]+ ){{0,3}}{any_of(names.product_nouns)}")

    def wants(self, word: str) -> bool:
        """Whether the word ends like a firm and is more than that."""
        names = self._names
        if len(word) <= _SHORTEST or not word.endswith(names.firm_words):
            return False
        return not (word in self._common or word in names.firm_words)

    def tell(
        self, text: str, sentences: Sequence[Sentence], places: Mapping[int, Sequence[Place]], mentions: Sequence[Mention]
    ) -> list[Mention]:
        """The open names, and compounds that end like a firm, that the context classes somewhere: at every place where they stand.

        ``places`` are the words of each sentence that end so.
        """
        people = {part for m in mentions if m.type == PERSON for part in m.text.split()}
        within = Within(mentions)
        found: dict[str, list[Mention]] = defaultdict(list)
        classes: dict[str, str] = {}
        for sentence in sentences:
            named = within.of(sentence)
            compounds = list(self._compounds(places[sentence.index], named))
            compounds += self._among(text, sentence, sorted([*named, *compounds], key=attrgetter("start")))
            open_ = [m for m in (*named, *compounds) if not m.type and m.text not in people]
            for candidate in open_:
                found[candidate.text].append(candidate)
            if open_:
                items = sorted([*compounds, *(m for m in named if not _inside(m, compounds))], key=attrgetter("start"))
                classes.update(dict.fromkeys(self._products(text, sentence, open_), PRODUCT))
                classes.update(dict.fromkeys(self._firms(text, sentence, items), COMPANY))
        return [Mention(m.start, m.end, m.text, classes[name], None, TOLD, _WEAK) for name in classes for m in found[name]]

    def _compounds(self, places: Sequence[Place], named: Sequence[Mention]) -> Iterator[Mention]:
        """Words of common nouns alone that end like a firm (풀잎제약): names only where the context says so."""
        for piece in (run[at] for run, at in places):
            if all(m.end <= piece.start or piece.end <= m.start or (m.type == TECHNOLOGY and piece.start < m.start) for m in named):
                yield Mention(piece.start, piece.end, piece.word, "", None, TOLD, _WEAK)

    def _among(self, text: str, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
        """Words that stand alone behind a name and a sign of a list, in a sentence with firms (KT, 새벽별, LG전자): the list may tell."""
        if sum(m.type == COMPANY for m in named) < _FIRMS:
            return
        for m, following in zip_longest(named, named[1:]):
            start, stop = m.end, following.start if following else sentence.end
            while (word := self._among_word.match(text, start, stop)) and self._may_be_listed(word["word"]):
                start = word.end()
                inside = (t for t in sentence.tokens if word.start("word") <= t.start <= start)
                if any(t.tag.startswith(_NO_NOUN if t.start < start else _VERBAL) for t in inside):
                    # KT, 네이버와 협력하고, LG전자는; 네이버와 협력하고 LG전자와; SK그룹과 서남권에, 삼성과
                    break
                yield Mention(*word.span("word"), word["word"], "", None, AMONG, _WEAK)

    def _may_be_listed(self, word: str) -> bool:
        """Whether nothing says that the word counts, is common, is of another kind or a person's name."""
        person = len(word) == NAME_LENGTH and word[0] in self._surnames
        return not (person or word[0].isdigit() or word in self._common or word.endswith(self._no_names))

    def _firms(self, text: str, sentence: Sentence, items: Sequence[Mention]) -> Iterator[str]:
        for group in self._lists(text, items):
            bodies = all(not m.type or m.type in self._bodies for m in group)
            firms = sum(m.type == COMPANY for m in group)
            sure = firms >= _FIRMS and firms >= sum(m.type not in {"", COMPANY} for m in group)
            listed = sure or (bodies and (firms or self._listed.match(text, group[-1].end, sentence.end)))
            for m in group:
                word = (
                    m.rule in ({PROPER, TOLD, AMONG} if sure else {PROPER, TOLD})
                    and m.text not in self._titles
                    and not m.text.endswith(self._no_firms)
                    and not self._is_person(text, m, items)
                )
                if word and (listed or self._behind.match(text, m.end, sentence.end) or self._acting(text, sentence, m)):
                    yield m.text

    def _is_person(self, text: str, m: Mention, items: Sequence[Mention]) -> bool:
        """Whether the name is rather somebody's, behind a given name or behind his body: 빌 휴렛, 가온부 정하람."""
        given = text[text.rfind(" ", 0, m.start - 1) + 1 : m.start - 1] in self._given
        korean = len(m.text) == NAME_LENGTH and m.text[0] in self._surnames
        of_body = korean and any(o.end == m.start - 1 and o.type in self._bodies for o in items)
        return text[m.start - 1 : m.start] == " " and (given or of_body)

    def _lists(self, text: str, items: Sequence[Mention]) -> Iterator[list[Mention]]:
        """The items in groups that only signs of a list join."""
        group: list[Mention] = list(items[:1])
        for one, other in pairwise(items):
            if other.start >= one.end and self._joint.fullmatch(text, one.end, other.start):
                group.append(other)
                continue
            yield group
            group = [other]
        yield group

    def _acting(self, text: str, sentence: Sentence, m: Mention) -> bool:
        """Whether the name is the subject of what firms do, as the sentence's end tells it."""
        if not self._acts.search(text, max(sentence.start, sentence.end - self._names.firm_act_reach), sentence.end):
            return False
        after = [t for t in sentence.tokens if t.start >= m.end]
        if not after or after[0].start != m.end or after[0].tag not in (_TOPIC if m.rule == TOLD else _CASES):
            return False
        return not any(t.tag == "JKS" or (t.tag == "JX" and t.form in self._topic_marks) for t in after[1:])

    def _products(self, text: str, sentence: Sentence, open_: Sequence[Mention]) -> Iterator[str]:
        """Quoted names that a product's kind stands before or behind, or that somebody makes."""
        for m in open_:
            if m.rule.startswith(OPEN):
                before = text[max(sentence.start, m.start - self._names.firm_act_reach) : m.start - 1]
                closing = _CLOSING.match(text, m.end)
                closed = closing.end() if closing else m.end
                behind = text[closed : min(sentence.end, closed + 2 * self._names.firm_act_reach)]
                shown = self._made.match(behind) or self._called.match(behind) or self._names.product_fame.match(behind)
                if shown or self._kind_before.search(before):
                    yield m.text


def _inside(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end and mention is not o for o in others)
