"""Find the units of bodies where they are called without their body: 새길연구원 새벽센터, then 새벽센터."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence, Set

from kg.find.beside import UNIT
from kg.find.cues import CUE
from kg.values import Mention, Sentence, TimeRef

# So many letters a name is longer than that is looked for elsewhere by itself.
SHORTEST = 3
# The tags of what tells whose a thing behind it is, or which.
_OWNING = ("N", "SL", "SN", "XS", "JKG", "MM")


def bare_units(mentions: Sequence[Mention], learnt: Mapping[str, Mention], common: Container[str]) -> dict[str, Mention]:
    """The units by their own names, unless ``common`` or those of others that were ``learnt``; a class word may have shown theirs.

    A name that units of two bodies have is neither's.
    """
    full = {m.text: m for m in mentions if m.rule == UNIT and " " in m.text}
    bare = [(text.rpartition(" ")[2], m) for text, m in full.items()]
    bodies = Counter(name for name, _ in bare)
    own = {name: m for name, m in bare if bodies[name] == 1 and len(name) > SHORTEST and name not in common}
    return {name: m for name, m in own.items() if name not in learnt or learnt[name].rule.startswith(CUE)}


def owning_ends(sentences: Iterable[Sentence], times: Iterable[TimeRef], pointing: Container[str]) -> Set[int]:
    """Where words end that make a unit behind them another's or one of many: KT 새벽센터, 각 새벽본부; not a word ``pointing`` at it."""
    before = (t for s in sentences for t in s.tokens if t.tag.startswith(_OWNING) and f"{t.form} " not in pointing)
    return {t.end for t in before} - {time.end for time in times}
