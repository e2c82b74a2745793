"""Phrases: nouns with their case, predicates with their endings, quotations; and what an ending says of the act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse.collapse import collapse
from kg.analyse.items import LEAD, TIME, Chunk, Predicate, Quotation
from kg.values import Token
from tests.road import analysis, chunks, items, ontology, phrases, predicates

GRAMMAR = ontology().language.grammar


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("정부가 웃었다.", "nominative"),
        ("연구자들이 웃었다.", "nominative"),
        ("장관께서 웃으셨다.", "nominative"),
        ("정부는 웃었다.", "topic"),
        ("로봇을 개발했다.", "accusative"),
        ("정부의 웃음이다.", "genitive"),
        ("정부에 보고했다.", "dative"),
        ("정부에게 보고했다.", "dative"),
        ("정부한테 보고했다.", "dative"),
        ("대전에서 열었다.", "locative"),
        ("대전에서는 열었다.", "locative"),
        ("정부와 손을 잡았다.", "comitative"),
        ("정부로 넘겼다.", "instrumental"),
        ("장관으로서 열었다.", "essive"),
        ("대전부터 걸었다.", "from"),
        ("대전까지 걸었다.", "until"),
        ("정부도 웃었다.", "also"),
        ("정부만 웃었다.", "also"),
        ("위성보다 비싸다.", "beside"),
        ("정부와의 협약이다.", "genitive"),
        ("정부, 웃었다.", ""),
    ],
)
def test_the_particle_gives_the_case(text: str, case: str) -> None:
    assert chunks(text)[0].case == case


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("로봇과 위성을 개발했다.", ""),
        ("로봇·위성을 개발했다.", "·"),
        ("로봇, 위성을 개발했다.", ","),
        ("로봇 및 위성을 개발했다.", "및"),
        ("로봇 또는 위성을 개발했다.", "또는"),
        ("로봇 위성을 개발했다.", ""),
    ],
)
def test_a_sign_or_word_of_a_list_is_kept(text: str, joined: str) -> None:
    assert chunks(text)[0].joined == joined


def test_with_and_and_look_alike_in_the_phrase_and_stay_comitative() -> None:
    """Which of both a 와/과 is depends on what stands behind it, and is told by the clauses."""
    for text in ("KIST와 LG전자가 로봇을 개발했다.", "KIST는 LG전자와 로봇을 개발했다."):
        assert [c.case for c in chunks(text)].count("comitative") == 1


def test_nouns_without_a_particle_stand_together_and_the_last_is_the_head() -> None:
    (chunk,) = [c for c in chunks("한국 전통 음식이 웃었다.") if c.case]
    assert [w.form for w in chunk.words] == ["한국", "전통", "음식"]
    assert chunk.head == "음식"


@pytest.mark.parametrize(
    ("text", "lemma", "voice", "ending"),
    [
        ("로봇을 개발했다.", "개발하다", "active", "final"),
        ("로봇을 만들었다.", "만들다", "active", "final"),
        ("로봇이 개발됐다.", "개발하다", "passive", "final"),
        ("로봇이 개발되었다.", "개발하다", "passive", "final"),
        ("상을 수여받았다.", "수여하다", "passive", "final"),
        ("전략을 확정(11.27.)했다.", "확정하다", "active", "final"),
        ("전략이 확정(’23.11.27.)된", "확정하다", "passive", "adnominal"),
        ("돈을 지원받는다.", "지원하다", "passive", "final"),
        ("칩을 공급받는다.", "공급하다", "passive", "final"),
        ("개발한 로봇", "개발하다", "active", "adnominal"),
        ("개발하고 팔았다.", "개발하다", "active", "connective"),
        ("개발한 뒤 팔았다.", "개발하다", "active", "connective"),
        ("개발한 가운데 팔았다.", "개발하다", "active", "connective"),
        ("개발한다고 밝혔다.", "개발하다", "active", "quotative"),
        ("개발했다며 웃었다.", "개발하다", "active", "quotative"),
        ("개발하기 좋다.", "개발하다", "active", "nominal"),
        ("개발함.", "개발하다", "active", "nominal"),
        ("개발할 예정이다.", "개발하다", "active", "final"),
        ("로봇을 개발함으로써 비용을 줄인다.", "개발하다", "active", "connective"),
        ("로봇을 개발하기로 합의했다.", "개발하다", "active", "final"),
    ],
)
def test_a_predicate_has_lemma_voice_and_ending(text: str, lemma: str, voice: str, ending: str) -> None:
    first = predicates(text)[0]
    assert (first.lemma, first.voice, first.ending) == (lemma, voice, ending)


@pytest.mark.parametrize(
    ("text", "voice", "ending", "status"),
    [
        ("KIST는 로봇을 개발 중이다.", "active", "final", "ongoing"),
        ("KIST가 개발 중인 로봇", "active", "adnominal", "ongoing"),
        ("두 기관은 협약을 체결 예정이다.", "active", "final", "planned"),
        ("엔진 개발에 성공했다.", "active", "final", "actual"),
        ("엔진 개발에 실패했다.", "active", "final", "negated"),
        ("로봇 개발을 완료했다.", "active", "final", "actual"),
        ("로봇 개발을 포기했다.", "active", "final", "negated"),
        ("로봇 개발을 중단했다.", "active", "final", "negated"),
        ("로봇 개발을 검토하고 있다.", "active", "final", "planned"),
        ("로봇 개발을 추진한다.", "active", "final", "present"),
        ("로봇 개발에 착수하기로 했다.", "active", "final", "planned"),
        ("개발이 이뤄졌다.", "passive", "final", "actual"),
        ("개발이 무산됐다.", "passive", "final", "negated"),
        ("로봇 개발이 무산됐다.", "active", "final", "negated"),
        ("KIST, 로봇 개발 중", "active", "final", "ongoing"),
        ("KIST, 로봇 개발 예정", "active", "final", "planned"),
        ("KIST, 로봇 개발 계획", "active", "final", "planned"),
        ("KIST, 로봇 개발 취소", "active", "final", "negated"),
        ("협약 체결 무산", "active", "final", "negated"),
        ("KIST, 로봇 개발", "active", "final", None),
        ("KIST, 로봇 개발 성공", "active", "final", None),
        ("KIST, 로봇 개발 완료", "active", "final", None),
        ("KIST, 로봇 개발 추진", "active", "final", "planned"),
        ("KIST, 로봇 개발 검토", "active", "final", "planned"),
        ("KIST, 로봇 개발 착수", "active", "final", "ongoing"),
        ("로봇 개발에 착수했다.", "active", "final", "ongoing"),
        ("로봇 개발에 나섰다.", "active", "final", "ongoing"),
    ],
)
def test_a_noun_that_acts_stands_as_a_predicate(text: str, voice: str, ending: str, status: str | None) -> None:
    (found,) = [p for p in predicates(text) if p.nominal]
    assert (found.lemma[-2:], found.voice, found.ending) == ("하다", voice, ending)
    assert GRAMMAR.status_of(found.tail) == status


@pytest.mark.parametrize("text", ["발사 취소가 알려졌다.", "정부의 로봇 개발 계획이 나왔다.", "협약 체결식이 열렸다.", "개발자가 웃었다."])
def test_a_noun_of_an_act_with_a_case_of_its_own_is_a_noun(text: str) -> None:
    assert not [p for p in predicates(text) if p.nominal]


@pytest.mark.parametrize("text", ["정부는 “로봇을 판다”고 밝혔다.", "정부는 '로봇을 판다'고 밝혔다.", '정부는 "‘두루’를 판다"고 밝혔다.'])
def test_a_quoted_speech_is_an_item_with_predicates_of_its_own(text: str) -> None:
    (speech,) = [i for i in items(text) if isinstance(i, Quotation)]
    assert [i.lemma for i in speech.items if isinstance(i, Predicate)] == ["팔다"]
    assert [p.lemma for p in predicates(text)] == ["밝히다"]


def test_a_quoted_name_is_a_noun_and_marked_so() -> None:
    text = "정부는 ‘하늘 로봇’ 사업을 추진했다."
    (name,) = [c for c in chunks(text) if c.case == "accusative"]
    assert [w.form for w in name.words] == ["하늘", "로봇", "사업"]
    assert name.quoted
    assert not [i for i in items(text) if isinstance(i, Quotation)]


@pytest.mark.parametrize("inside", ["KIST", "원장 김하늘", "豆", "원장 김하늘, 이하 ‘원’", "로봇(두루)형", "개발했다"])
@pytest.mark.parametrize("brackets", ["()", "[]", "【】"])
def test_a_parenthesis_does_not_part_a_noun_from_its_particle(inside: str, brackets: str) -> None:
    plain = items("연구원은 로봇을 개발했다.")
    aside = items(f"연구원{brackets[0]}{inside}{brackets[1]}은 로봇을 개발했다.")
    assert [type(i) for i in aside] == [type(i) for i in plain]
    assert [c.case for c in aside if isinstance(c, Chunk)] == ["topic", "accusative"]


def test_what_a_parenthesis_in_a_quoted_name_says_is_no_part_of_its_phrase() -> None:
    (name,) = [c for c in chunks("정부는 ‘양자 도약(가칭)’을 열었다.") if c.case == "accusative"]
    assert [w.form for w in name.words] == ["양자", "도약"]


def test_a_line_that_begins_with_a_name_in_a_parenthesis_is_about_it() -> None:
    assert chunks("(삼성전자) 로봇을 개발했다.")[0].case == LEAD
    assert all(chunk.case != LEAD for chunk in chunks("로봇(삼성전자)을 개발했다."))
    assert all(chunk.case != LEAD for chunk in chunks("(올해 중점 과제) 로봇을 개발했다."))


def test_the_noun_of_an_act_is_one_with_its_suffix() -> None:
    assert predicates("KIST, 초음파 센서 국산화")[-1].lemma == "국산화하다"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("정부는 로봇을 개발키로 했다.", ["개발하다"]),
        ("두 나라는 로봇을 지원키로 합의했다.", ["지원하다", "합의하다"]),
        ("정부는 로봇을 개발하기로 했다.", ["개발하다"]),
        ("정부는 은빛 새 열쇠 키로 했다.", ["하다"]),
        ("두 나라는 공개키로 글을 감췄다.", ["감추다"]),
    ],
)
def test_a_contracted_ending_is_read_in_full(text: str, acts: list[str]) -> None:
    assert [p.lemma for p in predicates(text)] == acts


def test_a_bracket_that_never_closes_swallows_nothing() -> None:
    assert [p.lemma for p in predicates("로봇(두루을 개발했다.")] == ["개발하다"]


@pytest.mark.parametrize("purpose", ["위한 전략을 마련했다", "위해 전략을 마련했다", "위하여 전략을 마련했다"])
def test_a_purpose_is_a_nominal_ending_before_its_verb(purpose: str) -> None:
    aim, verb, last = predicates(f"로봇을 육성하기 {purpose}.")
    assert (aim.lemma, aim.ending) == ("육성하다", "nominal")
    assert verb.lemma in GRAMMAR.purposes
    assert (last.lemma, last.ending) == ("마련하다", "final")


STATUSES = [
    ("로봇을 개발했다.", "actual"),
    ("로봇을 개발하였다.", "actual"),
    ("개발한 로봇", "actual"),
    ("개발하던 로봇", "actual"),
    ("개발한 것으로 알려졌다.", "actual"),
    ("개발했다고 밝혔다.", "actual"),
    ("개발했다며 웃었다.", "actual"),
    ("로봇을 개발하고 있다.", "ongoing"),
    ("로봇을 개발해 왔다.", "actual"),
    ("개발해온 로봇", "ongoing"),
    ("로봇을 개발하겠다.", "planned"),
    ("로봇을 개발할 예정이다.", "planned"),
    ("로봇을 개발할 계획이라고 밝혔다.", "planned"),
    ("로봇을 개발한다는 방침이다.", "planned"),
    ("로봇을 개발할 것이다.", "planned"),
    ("로봇을 개발하기로 했다.", "planned"),
    ("로봇을 개발하기로 합의했다.", "planned"),
    ("로봇을 개발하기로 하고 웃었다.", "planned"),
    ("로봇을 개발하려 한다.", "planned"),
    ("로봇을 개발하고자 한다.", "planned"),
    ("개발할 로봇", "planned"),
    ("로봇을 개발하지 않았다.", "negated"),
    ("로봇을 개발하지 않고 팔았다.", "negated"),
    ("로봇을 개발하지 않기로 했다.", "negated"),
    ("로봇을 개발하지 않을 방침이다.", "negated"),
    ("로봇을 개발하지는 않았다.", "negated"),
    ("로봇을 개발하지 못한 기업", "negated"),
    ("로봇을 개발한다.", "present"),
    ("로봇을 개발합니다.", "present"),
    ("로봇을 개발한다고 밝혔다.", "present"),
    ("개발하는 로봇", "present"),
    ("로봇을 개발해야 한다.", "wish"),
    ("로봇을 개발하면 좋다.", "wish"),
    ("로봇을 개발할 필요가 있다.", "wish"),
    ("로봇을 개발하도록 도왔다.", "wish"),
    ("로봇을 개발했는지 물었다.", "wish"),
    ("로봇을 개발하더라도 늦다.", "wish"),
    ("로봇을 개발하고 팔았다.", None),
    ("로봇을 개발하며 웃었다.", None),
]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *STATUSES,
        ("로봇을 개발할 수 있다.", "wish"),
        ("로봇을 개발할 수 있을 전망이다.", "wish"),
        ("로봇을 개발할 수 없다.", "wish"),
        ("로봇을 개발하지 못했다.", "negated"),
        ("로봇을 개발하기를 바란다.", "wish"),
        ("로봇을 개발하길 기대했다.", "wish"),
        ("로봇을 개발했을 때 웃었다.", "actual"),
        ("로봇을 개발했을 것이다.", "actual"),
        ("로봇을 개발하라고 주문했다.", "wish"),
        ("로봇을 개발하라고 했다.", "wish"),
    ],
)
def test_the_endings_tell_the_status(text: str, status: str | None) -> None:
    assert GRAMMAR.status_of(predicates(text)[0].tail) == status


def test_every_status_of_the_table_is_shown_here() -> None:
    assert {rule.status for rule in GRAMMAR.status} == {status for _, status in STATUSES if status}


def test_every_status_rule_can_be_met_before_another_takes_its_tail() -> None:
    """A rule whose every word stands in an earlier one would be dead."""
    seen: set[tuple[str, str]] = set()
    for rule in GRAMMAR.status:
        key = (rule.status, rule.tail.pattern)
        assert key not in seen
        seen.add(key)


def test_collapse_makes_one_token_of_a_name() -> None:
    text = "한국 양자 학회는 로봇을 개발했다."
    (sentence,) = analysis(text).sentences
    tokens = collapse(text, sentence.tokens, [(0, 8, "NNP")])
    assert (tokens[0].start, tokens[0].end, tokens[0].tag) == (0, 8, "NNP")
    first = phrases().items(tokens)[0]
    assert isinstance(first, Chunk)
    assert ([w.form for w in first.words], first.case) == (["한국 양자 학회"], "topic")


def test_a_time_is_a_phrase_of_its_own() -> None:
    text = "정부는 12일 로봇을 개발했다."
    (sentence,) = analysis(text).sentences
    found = [i for i in phrases().items(collapse(text, sentence.tokens, [(4, 7, TIME)])) if isinstance(i, Chunk)]
    assert [[w.form for w in chunk.words] for chunk in found] == [["정부"], ["12일"], ["로봇"]]


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=5)


@given(SPANS)
def test_collapse_keeps_every_token_once_or_inside_its_name(raw: list[tuple[int, int]]) -> None:
    names: list[tuple[int, int, str]] = []
    for start, length in sorted(raw):
        if not names or start >= names[-1][1]:
            names.append((start, start + length, "NNP"))
    tokens = [Token(str(at), "NNG", at, at + 1) for at in range(15)]
    out = collapse("·" * 15, tokens, names)
    kept = [t.start for t in out if t.tag == "NNG"]
    assert kept == [t.start for t in tokens if not any(s <= t.start < e for s, e, _ in names)]
    assert [t.start for t in out] == sorted(t.start for t in out)
    assert len([t for t in out if t.tag == "NNP"]) == len([n for n in names if n[0] < 15])


@given(
    st.lists(
        st.sampled_from(["정부는 ", "로봇을 ", "‘두루’를 ", "(가 나)", "“판다”고 ", "개발했다. ", "개발 중인 ", "위한 ", "(", "”", "및 "]),
        max_size=9,
    )
)
def test_items_are_ordered_and_inside_the_sentence(parts: list[str]) -> None:
    text = "".join(parts)
    for sentence in analysis(text or "빈 글").sentences:
        found = phrases().items(sentence.tokens)
        for item in found:
            assert sentence.start <= item.start <= item.end <= sentence.end
        assert [i.start for i in found] == sorted(i.start for i in found)


VERBS = sorted({v for rule in ontology().rules for v in rule.verbs if v.endswith(GRAMMAR.do) and len(v) > 3})


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_of_the_frames_made_of_a_noun_is_one_predicate_of_that_lemma(verb: str) -> None:
    """A frame's verb that is cut otherwise could never be met; of a compound (시범도입하다) its last part will do, if frames have it."""
    # 로봇을 보고 하였다 is as good a reading as any; a plan is reported.
    found = {p.lemma for thing in ("로봇", "계획") for p in predicates(f"그는 {thing}을 {verb.removesuffix('다')}였다.")}
    assert any(verb.endswith(lemma) and lemma in VERBS for lemma in found)
