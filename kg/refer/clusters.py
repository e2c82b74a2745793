"""Put the mentions of one document that name one thing into one cluster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.find.again import AGAIN
from kg.find.aliases import ALIAS, Alias
from kg.find.beside import UNIT
from kg.find.cues import DEFINITE
from kg.find.things.edition import EDITION
from kg.find.things.versions import VERSION
from kg.ontology.load import EVENT, PERSON
from kg.ontology.names import Names
from kg.refer.alike import core, differ, numbers_of, same_things, wrapped
from kg.refer.shown import marked, unwrapped
from kg.values import Analysis, Mention, Span

# A name that is the end of a longer one of the same class is its short form, in one document, for these classes only:
# a forum, a plan or a product is named in full once; 전자 is never short for 삼성전자.
_SHORTENED = frozenset({"Event", "Policy", "Product"})
_SHORTEST = 4


@dataclass(slots=True)
class _Numbered:
    """The first of the mentions with one name, and the number and year by which others of that name tell it from theirs."""

    at: int
    numbers: tuple[str, ...]


class Clusters:
    """Mentions joined step by step; ``find(i)`` is the same number for all mentions of one thing."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, at: int) -> int:
        """The smallest mention number of the cluster."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make two clusters one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first


def cluster(mentions: Sequence[Mention], aliases: Iterable[Alias], names: Names, analysis: Analysis) -> Clusters:
    """The clusters of the mentions that are names; those of rule ``definite`` stay alone."""
    clusters = Clusters(len(mentions))
    alike: dict[object, list[_Numbered]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        numbers = numbers_of(mention.text, names) if mention.type in _SHORTENED and not mention.authority else ("", "")
        for key in _keys(mention, names):
            same = next((one for one in alike[key] if not differ(one.numbers, numbers)), None)
            if same is None:
                alike[key].append(_Numbered(at, numbers))
            else:
                clusters.join(same.at, at)
                same.numbers = tuple(a or b for a, b in zip(same.numbers, numbers, strict=True))
    by_span = {Span(m.start, m.end): at for at, m in enumerate(mentions)}
    for alias in aliases:
        if alias.full in by_span and alias.short in by_span and _may_join(mentions[by_span[alias.full]], mentions[by_span[alias.short]]):
            clusters.join(by_span[alias.full], by_span[alias.short])
    plans = tuple(wrapped(mentions, names))
    short = _short_forms(mentions, names, {at for at, _ in plans})
    for one, other in (*plans, *short, *same_things(mentions, names, analysis), *_last_names(mentions), *_units(mentions)):
        clusters.join(one, other)
    return clusters


def _may_join(one: Mention, other: Mention) -> bool:
    return not (one.authority and other.authority and one.authority != other.authority) and DEFINITE not in (one.rule, other.rule)


def _keys(mention: Mention, names: Names) -> Iterator[object]:
    if mention.rule == DEFINITE:
        return
    if mention.authority:
        yield ("id", mention.authority)
    if not mention.authority or mention.type == PERSON:
        yield (mention.type, core(mention.text, names))
        if bare := unwrapped(mention, names):
            yield (mention.type, core(bare, names))
    if mention.rule.startswith(EDITION):
        yield mention.rule


def _short_forms(mentions: Sequence[Mention], names: Names, known: Container[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a full name and its only possible short form; of those ``known`` it is clear what they name."""
    by_type: dict[str, dict[str, int]] = defaultdict(dict)
    quoted: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for at, mention in enumerate(mentions):
        if mention.type in _SHORTENED and mention.authority is None and mention.rule != DEFINITE:
            name = core(mention.text, names)
            by_type[mention.type].setdefault(name, at)
            if bare := marked(mention.text):
                quoted[mention.type][core(bare, names)].add(name)
    for type_, forms in by_type.items():
        longer = forms | {bare: forms[min(full)] for bare, full in quoted[type_].items() if len(full) == 1}
        for short, at in forms.items():
            full = "" if at in known else _full(short, longer, at)
            # A version of a product is another one: 새길 2.5 미니 beside 새길 2.5.
            if full and mentions[longer[full]].rule.removeprefix(AGAIN) != VERSION:
                yield at, longer[full]


def _full(short: str, known: Mapping[str, int], at: int) -> str:
    """The only name among those ``known`` for which ``short``, which is mention ``at``, is short, or an empty string.

    It may be what another has in quotation marks before its class word: 누리 6호 개발 사업, ‘누리 6호 개발 사업’ 계획.
    """
    if known[short] != at:
        return short
    longer = [full for full in known if full != short and (full.endswith(short) or full.startswith(short)) and len(short) >= _SHORTEST]
    return longer[0] if longer and all(a in b or b in a for a in longer for b in longer) else ""


def _last_names(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of a foreigner's full name and the family name alone, as news goes on (샘 올트먼, then 올트먼; 마쓰오 유타카, then 마쓰오)."""
    people = [(at, m.text) for at, m in enumerate(mentions) if m.type == PERSON]
    full = {word: at for at, text in reversed(people) if " " in text for word in (text.split()[0], text.split()[-1])}
    yield from ((at, full[text]) for at, text in people if text in full)


def _units(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of a unit called alone and with its body, where the text names just one body that has such."""
    units = [(at, m.text) for at, m in enumerate(mentions) if m.rule in {UNIT, f"{AGAIN}{UNIT}"}]
    full: dict[str, dict[str, int]] = defaultdict(dict)
    for at, text in units:
        if " " in text:
            full[text.rpartition(" ")[2]].setdefault(text, at)
    yield from ((at, min(full[text].values())) for at, text in units if len(full.get(text, ())) == 1)


def fullest(mentions: Sequence[Mention]) -> Mention:
    """The mention that names most fully: an authority's, else the surest, longest, first; of an event's names one in Hangul."""
    return min(mentions, key=lambda m: (m.authority is None, m.rule == DEFINITE, m.rule == ALIAS, _is_foreign(m), -len(m.text), m.start))


def _is_foreign(mention: Mention) -> bool:
    return mention.type == EVENT and mention.text.isascii()
