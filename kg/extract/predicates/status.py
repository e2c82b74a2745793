"""How real a told act is, and when: status from endings, corrected by dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from kg.analyse.items import SUBJECT, Predicate
from kg.extract.clauses.ahead import is_act
from kg.extract.clauses.clause import Clause
from kg.extract.days import days_of, is_gone_by
from kg.extract.predicates.scene import Scene
from kg.ontology.grammar import Grammar
from kg.values import Time, TimeRef

WISH = "wish"
PRESENT = "present"
# How far behind a plan or contract the verb stands that denies it, in characters: 맺은 업무협약이 최근 파기됐다.
_UNDONE = 14
# The same of a verb that may as well say so of something else (계약에 문제가 없다): behind the noun, and behind one in the verb's tail.
_BESIDE, _BEHIND = 4, 5
# The cases of what such a verb denies.
_DENIED = SUBJECT | {"accusative", "also"}
# The cases of what is held.
_HELD = frozenset({"accusative", ""})


def clause_status(clause: Clause, grammar: Grammar) -> str:
    """The status of the clause's own endings, else of the clauses it leads to; ``wish`` where nobody says it is or will be so."""
    said = _is_said(clause.predicate, grammar)
    rumoured = (said and _is_of(clause, grammar.rumours)) or _is_chance(clause, grammar)
    open_ = rumoured or clause.predicate.link in grammar.condition_nouns or grammar.asked.search(clause.predicate.tail)
    own: str | None = WISH if open_ else grammar.status_of(clause.predicate.tail)
    if _is_left_undone(clause, grammar):
        return WISH
    if own == "planned" and clause.predicate.link in grammar.then_nouns:
        own = _then(clause, grammar)
    if own == WISH and _is_agreed(clause, grammar):
        own = "planned"
    if own is None and clause.predicate.ending == "connective" and not _is_done(clause, grammar):
        # What is denied behind it is another act, and of that alone: A를 발표하고 지원을 아끼지 않겠다.
        own = _inherited(clause.follows, grammar.status_beside_denial if done_before(clause, grammar) else grammar.status_of, grammar)
    became = _failed(clause, grammar) or _denied_or_foiled(clause, grammar, own)
    if became:
        return became
    if own == PRESENT and clause.predicate.lemma == grammar.copula:
        # What something is, it is already: 첫 고객은 새별로보다.
        return "actual"
    if own == PRESENT and (_is_of(clause, grammar.ways) or clause.predicate.link in grammar.plans):
        # What a contract or a way to do something is about is still to come: 공급하는 계약을 맺었다, 공장을 짓는 방안을 검토했다.
        return "planned"
    if own == PRESENT and clause.predicate.tail.endswith("/ETM") and not said:
        # 두바이에서 열리는 행사에 사절단을 보냈다: the present of a clause before a noun is that of the main clause.
        main = _inherited(clause.follows, grammar.status_of, grammar)
        return main if main in {"actual", "ongoing"} else PRESENT if clause.follows else "ongoing"
    return own or "actual"


def _then(clause: Clause, grammar: Grammar) -> str:
    """The status of that at whose time something else is done, or is to be: 인수할 때 로봇을 만들었다, 인수할 때 로봇을 만들 계획이다.

    Not where it only should be (인수할 때는 신중해야 한다고 말했다), or the time is all that is told of: 개정할 때가 됐다.
    """
    main = next((p for p in clause.follows if p.ending != "adnominal"), None)
    if main is None or main.start - clause.predicate.end <= _BESIDE or grammar.status_of(main.tail) == WISH:
        return "planned"
    return "actual" if _inherited(clause.follows, grammar.status_of, grammar) in {"actual", "ongoing"} else "planned"


def _is_left_undone(clause: Clause, grammar: Grammar) -> bool:
    """Whether it is only said of the act how it would be, or what is done instead: 출시하기 어렵다, 출시하는 대신 협력했다."""
    predicate, following = clause.predicate, clause.follows[0] if clause.follows else None
    if predicate.link in grammar.instead_nouns:
        return not predicate.tail.endswith(tuple(grammar.past_adnominals))
    near = following is not None and predicate.ending == "nominal" and following.start - predicate.end <= _BESIDE
    return near and following is not None and following.lemma in grammar.hard


def _is_agreed(clause: Clause, grammar: Grammar) -> bool:
    """Whether what somebody proposes in the clause is what they agree on: 함께 개발하자고 합의했다, 협력하자는 데 뜻을 모았다."""
    proposed = grammar.proposing.search(clause.predicate.tail)
    return bool(proposed and clause.follows and clause.follows[0].lemma in grammar.agreed)


def _denied_or_foiled(clause: Clause, grammar: Grammar, own: str | None) -> str | None:
    """The status of what a denial, or what came of it instead, undoes, else None."""
    delayed = _is_delayed(clause.predicate, grammar)
    if own == "planned" and grammar.foiled.search(clause.predicate.tail):
        return _outcome(clause, grammar)
    if _is_undone(clause, grammar, own):
        # Whether it is not so may only be asked (인수한 것이 아니냐는 지적), and what is denied may be a delay: 연기됐다는 보도를 부인했다.
        asked = grammar.asked.search(clause.follows[0].tail) or (delayed and _is_said(clause.predicate, grammar))
        return WISH if asked else "planned" if delayed else "negated"
    return "planned" if delayed and own == "negated" else None


def _failed(clause: Clause, grammar: Grammar) -> str | None:
    """The status of an effort that came to nothing (인수하는 데 실패했다, 인수하는 데 성공하지 못했다), else None.

    It may yet have come to something (실패했지만 결국 성공했다), and who denies a failure tells of none: 실패했다는 보도를 부인했다.
    """
    following = clause.follows[0] if clause.follows and clause.predicate.link in grammar.effort_nouns else None
    if following is None or following.start - clause.predicate.end > _UNDONE:
        return None
    status = grammar.status_of(following.tail)
    if following.lemma in grammar.failing and status in {WISH, "planned"}:
        # One may fail, or not: 인수하는 데 실패할 수 있다.
        return WISH
    if following.lemma in grammar.succeeding:
        return "negated" if status == "negated" else None
    if following.lemma not in grammar.failing or not (status in {"actual", PRESENT} or following.tail in grammar.sequence_endings):
        return None
    became = clause.follows[1] if clause.follows[1:] else None
    if became and (_is_said(following, grammar) or following.link in grammar.ever_nouns):
        return WISH if grammar.denies(became.lemma) or became.lemma in grammar.plan_denials else "negated"
    done = became and became.lemma in grammar.succeeding | {clause.predicate.lemma} and grammar.status_of(became.tail) == "actual"
    return "actual" if done else "negated"


def _is_of(clause: Clause, nouns: Collection[str]) -> bool:
    """Whether the noun that the clause tells of is one of some."""
    return clause.head is not None and clause.head.said in nouns


def _is_said(predicate: Predicate, grammar: Grammar) -> bool:
    """Whether the predicate before a noun is what somebody only says: 인수한다는 보도."""
    return predicate.tail.endswith("/ETM") and predicate.tail.rpartition(" ")[2].partition("/")[0] in grammar.quotatives


def _is_chance(clause: Clause, grammar: Grammar) -> bool:
    """Whether the noun that the clause tells of is what may come to be, not how something is done: 개발하는 방식을 바꿨다.

    Nor one of what was done (개발한 방식), nor that by which something else is (인수하는 방식으로 진출했다).
    """
    if not _is_of(clause, grammar.chances) or clause.predicate.tail.endswith(tuple(grammar.past_adnominals)):
        return False
    return clause.head is not None and clause.head.case != "instrumental"


def _outcome(clause: Clause, grammar: Grammar) -> str:
    """The status of what somebody was to do, or put off, by what the main verb says came of it.

    Nothing may have (열려 했으나 무산됐다, 열려 했으나 열지 못했다), another day (3월에 열려 했으나 미뤘다), or what was put off was done
    after all: 공개를 연기했다가 7일 공개했다.
    """
    told = next((p for p in reversed(clause.follows) if p.lemma not in grammar.reporting), None)
    status = told and grammar.status_of(told.tail)
    same = told is not None and told.lemma == clause.predicate.lemma
    if told and (same if status == "negated" else grammar.denies(told.lemma) or told.lemma in grammar.quitting):
        return "negated"
    if _is_delayed(clause.predicate, grammar):
        # Nobody knows what else did: 6월로 연기했으나 값은 공개했다, 연기했다가 내놨다.
        dated = any(p.is_time and p.case == "instrumental" for p in clause.phrases)
        kept = dated and grammar.conceded.search(clause.predicate.tail.partition(" ")[2])
        return status if same and status else "planned" if kept else WISH
    return "planned" if put_off(clause, grammar) else WISH


def _is_delayed(predicate: Predicate, grammar: Grammar) -> bool:
    """Whether the predicate says that its act is put off: 출시를 연기했다."""
    return predicate.tail.startswith(f"{grammar.aspect_nouns['delayed'][0]}/")


def _is_undone(clause: Clause, grammar: Grammar, own: str | None) -> bool:
    """Whether the next verb denies the plan, contract or word that the clause tells of: 옮길 계획이 없다, 샀다는 말을 부인했다."""
    predicate, following = clause.predicate, clause.follows[0] if clause.follows else None
    said, ever = _is_said(predicate, grammar), predicate.link in grammar.ever_nouns
    plan = said or predicate.link in grammar.plans or (own == "planned" and predicate.tail.endswith("/NNG"))
    # What is denied may be the denial: 계획을 접은 것은 아니다.
    if following is None or not (plan or ever) or following.link in grammar.ever_nouns:
        return False
    denial, near = grammar.status_of(following.tail), following.start - predicate.end <= _UNDONE
    if denial == "negated":
        # 출시하는 방안을 검토하지 않는다, 출시할 계획을 세운 바 없다
        return near and plan and not said and following.lemma in grammar.weighing
    if following.lemma in grammar.word_denials:
        intent = own == "planned" and predicate.tail.endswith("/NNG") and following.start - predicate.end <= _BESIDE
        return near if said or intent else ever and _is_denied(clause, following)
    if following.lemma in grammar.plan_denials:
        return _is_denied(clause, following)
    return near and (plan or own == PRESENT) and denial != WISH and grammar.denies(following.lemma)


def _is_denied(clause: Clause, verb: Predicate) -> bool:
    """Whether what the clause leads to is what the verb behind it denies, not where something else is not: 계획에는 차질이 없다."""
    if clause.head is None:
        return verb.start - clause.predicate.end <= _BEHIND
    return clause.head.case in _DENIED and verb.start - clause.head.end <= _BESIDE


def _is_done(clause: Clause, grammar: Grammar) -> bool:
    """Whether a word of the clause says that it is done already."""
    words = grammar.done_words
    return not words.isdisjoint(clause.adverbs) or any(not words.isdisjoint(p.words) for p in clause.phrases)


def _inherited(follows: Sequence[Predicate], status_of: Callable[[str], str | None], grammar: Grammar) -> str | None:
    """The status of the next predicate that has one, not of what that is only to serve: 계획을 세우고, 힘을 모으고자 기업을 뽑았다.

    That somebody said so is the speaker's act; but what is to be made public is still to be made: 계획을 세워 내년에 발표할 예정이다.
    """
    for predicate in follows:
        if grammar.aiming.search(predicate.tail) and predicate is not follows[-1]:
            continue
        status = _of_own_act(predicate, status_of, grammar)
        if predicate.lemma in grammar.reporting:
            return status if status in {"planned", PRESENT, "ongoing"} else "actual" if predicate.ending == "final" else None
        if status == PRESENT and predicate.lemma == grammar.copula:
            # What somebody is does not say when he acts: 로봇을 만들고 창업한 전문가다.
            continue
        if status and status != WISH:
            return status
    return None


def _of_own_act(predicate: Predicate, status_of: Callable[[str], str | None], grammar: Grammar) -> str | None:
    """The status of the predicate; of what somebody is to have another do, which is only wished for, that of his own act.

    A를 세워 기업이 쓸 수 있도록 하겠다: A is planned. What stands before a noun tells of it alone (쓸 수 있도록 하는 성과를 냈다).
    """
    status = status_of(predicate.tail)
    if status != WISH:
        return status
    own = status_of(grammar.causing.split(predicate.tail)[-1])
    return own if own == "planned" or predicate.ending != "adnominal" else status


def settle(status: str, time: Time | None, today: dt.date | None, *, stative: bool, happening: bool) -> str:
    """The status in the claim's four words.

    A present tense tells a standing state, or an act that is planned unless its day has come. What lies after the day of the
    document is planned, whatever its tense; ``happening`` (an event's own facts) is actual on its day although only
    announced, and ongoing where it began before that day and still runs.
    """
    if status == PRESENT:
        status = "actual" if stative else "planned"
        if not stative and time and today and time.earliest and time.earliest <= today and not (happening and _is_open(time, today)):
            status = "ongoing" if time.latest and time.latest > today and not happening else "actual"
    if time is None or today is None or status == "negated":
        return status
    if happening and _is_on(time, today):
        return "ongoing"
    if status in {"actual", "ongoing"} and time.earliest and time.earliest > today:
        return "planned"
    if status == "planned" and _is_open(time, today):
        return status
    if happening and (status == "planned" or (status == "ongoing" and days_of(time))) and time.earliest and time.earliest <= today:
        return "actual"
    return status


def _is_open(time: Time, today: dt.date) -> bool:
    """Whether it is some day of a month or year that is not over yet: 6월 말 열 계획이다."""
    return "/" not in time.edtf and time.earliest is not None and time.latest is not None and time.earliest < time.latest > today


def _is_on(time: Time, today: dt.date) -> bool:
    """Whether an event of several days began before the day and still runs, whatever tense tells it: 3일 개막해 6일까지 열린다."""
    return days_of(time) is not None and time.earliest is not None and time.latest is not None and time.earliest < today < time.latest


def done_before(clause: Clause, grammar: Grammar) -> bool:
    """Whether the clause tells what is done before that to which it leads: 협약을 맺고 함께 개발하기로 했다."""
    return clause.predicate.ending == "connective" and clause.predicate.tail in grammar.sequence_endings


def decides(clause: Clause, grammar: Grammar) -> bool:
    """Whether the clause tells of the talks at which the plan was made to which it leads: B를 만나, 간담회를 열고 공장을 짓기로 했다.

    Not where there is yet to be talk (만나 논의하기로 했다), nor what is no talk, at which it may be done: 포럼을 열고 협약을 맺기로 했다.
    """
    at = next((n for n, p in enumerate(clause.follows) if grammar.status_of(p.tail) == "planned"), None)
    if at is None or not done_before(clause, grammar) or not grammar.decided.search(clause.follows[at].tail):
        return False
    plan, agreed = clause.follows[at], clause.follows[at + 1 : at + 2] if clause.follows[at].tail.endswith("/NNG") else ()
    # 만나 짓기로 합의할 예정이다
    if plan.lemma in grammar.talked | grammar.talking | grammar.reporting or any(grammar.status_of(p.tail) == "planned" for p in agreed):
        return False
    talk = any(p.lemma in grammar.talking for p in (clause.predicate, *clause.follows[:at]))
    return talk or any(p.case in _HELD and p.said.endswith(grammar.talks) for p in clause.own)


def is_ahead(clause: Clause, grammar: Grammar, scene: Scene) -> bool:
    """Whether words before the act say that it is still to come: 앞으로, 심사를 거쳐, 선정되면 협약을 맺는다; not 지난달 심사를 거쳐."""
    before = [t for t in scene.sentence.tokens if t.end <= clause.predicate.start]
    if not grammar.ahead.search(" ".join(f"{t.form}/{t.tag.partition('-')[0]}" for t in before)):
        return False
    return grammar.done_words.isdisjoint(t.form for t in before) and not _is_gone(clause, scene.times, scene.today)


def _is_gone(clause: Clause, times: Sequence[TimeRef], today: dt.date | None) -> bool:
    """Whether a time of the clause has gone by."""
    ends = {p.end for p in clause.dates}
    time = next((t.time for t in times if t.end in ends and t.time), None)
    return time is not None and is_gone_by(time, today)


def is_aimed_at(clause: Clause, grammar: Grammar) -> bool:
    """Whether it is aimed at together with the next: 연구소를 세워 인재를 키우고자, 연구소를 세우고 인재를 키우려고 B와 손잡았다.

    Not where a comma parts them (연구소를 세우고, 인재를 키우고자), or a word or day says that it is done.
    """
    leads = clause.predicate.tail in grammar.sequence_endings or clause.predicate.tail in grammar.beside
    if not leads or not clause.follows[1:] or clause.predicate.parted or clause.dates or _is_done(clause, grammar):
        return False
    aim, following = clause.follows[:2]
    return bool(grammar.aiming.search(aim.tail)) or (aim.ending == "nominal" and following.lemma in grammar.purposes)


def over_before(clause: Clause, grammar: Grammar, times: Sequence[TimeRef], today: dt.date | None, *, momentary: bool) -> bool:
    """Whether the act is over before that to which the clause leads goes on: 지난해 B를 인수해 로봇을 개발하고 있다.

    What is merely told beside it may go on itself unless it has a time of its own (로봇을 개발하고 보급하고 있다), and so may what is not
    done in a moment unless its time has gone by (로봇을 만들어 팔고 있다, 지난해 로봇을 만들어, 2019년에 개발, 현장에 설치하고 있다).
    """
    before, beside = done_before(clause, grammar), clause.predicate.tail in grammar.beside
    if not (before or beside or is_act(clause.predicate)) or goes_on(clause, grammar):
        return False
    if before and momentary and clause.predicate.lemma not in grammar.durative and (clause.dates or not beside):
        return True
    return _is_gone(clause, times, today)


def is_weighed(clause: Clause, grammar: Grammar) -> bool:
    """Whether the act is only a part of a way that is talked of: 카카오를 인수해 사업을 넓히는 방안을 논의했다, not 지난해 인수해."""
    if not done_before(clause, grammar) or clause.predicate.tail in grammar.beside:
        return False
    return not (_is_done(clause, grammar) or clause.dates)


def put_off(clause: Clause, grammar: Grammar) -> Predicate | None:
    """The verb that puts off to another day what the clause tells: 출시를 연기했다, 12일 열려던 포럼을 19일로 연기했다."""
    if _is_delayed(clause.predicate, grammar):
        return clause.predicate
    planned = grammar.status_of(clause.predicate.tail) == "planned"
    following = next((p for p in clause.follows if p.lemma not in grammar.reporting), None) if planned else None
    delayed = following and (following.lemma in grammar.delays or put_off(Clause(following, (), None, None, None, None), grammar))
    return following if delayed else None


def goes_on(clause: Clause, grammar: Grammar) -> bool:
    """Whether the clause says how often, since or until when, or for how long: 매년 협약을 맺고 있다, 지난해부터 개발해."""
    said = (p.said + p.chunks[-1].particle for p in (*clause.times, *clause.phrases))
    return bool(grammar.going_on.search(" ".join([*sorted(clause.adverbs), *said])))
