"""To which post a clause tells that somebody comes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.clauses.clause import Clause
from kg.extract.clauses.phrase import Phrase, named_in, says
from kg.extract.fitting import Filler
from kg.ontology.frames import Rule
from kg.ontology.load import GOVERNMENT
from kg.ontology.persons import Persons
from kg.refer import Named
from kg.values import Token

# The tag of a word that only determines the noun behind it: 새 대표.
_DETERMINER = "MM"


class Posts:
    """Finds the post of a clause by one table of titles."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def of(self, rule: Rule, clause: Clause, *fillers: Filler) -> str | None:
        """The post to which somebody comes, as the clause names it, without its body and the words for its newness: KIST 신임 원장으로.

        Of several the last, as of several persons: 대표에 정하람을, 이사에 이도윤을; of those in one list that of the body.
        """
        phrase = self._phrase(rule, clause)
        if phrase is None:
            return None
        own = (c for c in phrase.chunks if any(says(c, f.name) for f in fillers) and self._is_title(c.words[-1].form))
        keys = {f.name.key for f in fillers}
        bodies = [name for name in (*phrase.names, *phrase.inner) if name.key in keys]
        words = next(own, phrase.chunks[-1]).words
        headed = self._headed(words, named_in([phrase]))
        if headed and headed[0].key in keys:
            return headed[1]
        # A body and its post may be one word here: KIST 원장.
        title = words[-1].form.rpartition(" ")[2]
        last = words[-1]._replace(form=title)
        said = (w for w in words[:-1] if not any(b.start <= w.start < b.end for b in bodies))
        kept = [w for w in (*said, last) if w.tag != _DETERMINER and w.form not in self._persons.acting]
        return "".join(f"{' ' if at and kept[at - 1].end != w.start else ''}{w.form}" for at, w in enumerate(kept)) or None

    def _headed(self, words: Sequence[Token], names: Iterable[Named]) -> tuple[Named, str] | None:
        """The body whose head the last of the words is, of which it has a part, and his title: 한국로봇연구원장, 금융위원장."""
        said, head = "".join(word.form for word in words[-2:]).rpartition(" ")[2], self._persons.head_suffix
        for name in names:
            length = words[-1].end - name.end + 1
            title = said[-length:]
            if 1 < length == len(title) and (title[1:] == head or title in self._persons.head_of):
                return name, title
            if length == 1 and said.endswith(head):
                # The title is in the name as it stands here.
                whole = (end for end, body in self._persons.head_of.items() if said.endswith(end) and body + head != end)
                return name, max(whole, key=len, default=said[-len(head) - 1 :])
        return None

    def is_of_state(self, rule: Rule, clause: Clause, filled: Mapping[str, Sequence[Filler]]) -> bool:
        """Whether who would appoint is named only with a post of the state, a president's to give: 산업부 장관에 정하람을 지명했다."""
        phrase = self._phrase(rule, clause)
        if phrase is None or not phrase.said.endswith(tuple(self._persons.state_titles)):
            return False
        bodies = (f.name for f in filled.get(rule.tells[0].subject, ()))
        return any(body.type == GOVERNMENT and phrase.start <= body.start < phrase.end for body in bodies)

    def _phrase(self, rule: Rule, clause: Clause) -> Phrase | None:
        """The phrase that tells the post."""
        return next((p for case in rule.post for p in reversed(clause.phrases) if p.case == case and self._is_post(p)), None)

    def _is_post(self, phrase: Phrase) -> bool:
        # A body and its post may be one word here: LG전자 CEO.
        last = phrase.chunks[-1].words[-1].form.rpartition(" ")[2]
        return self._is_title(phrase.said) or (last in self._persons.titles and last not in self._persons.not_titles)

    def _is_title(self, said: str) -> bool:
        return said.endswith(self._persons.title_endings) or said in self._persons.titles
