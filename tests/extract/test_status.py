"""How real an act is: what the endings say, corrected by the days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.predicates.status import PRESENT, settle
from kg.values import STATUSES, Time
from tests.road import facts

TODAY = dt.date(2025, 3, 12)


def time(first: str | None, last: str | None = None) -> Time | None:
    if first is None and last is None:
        return None
    return Time(
        f"{first or '..'}/{last or '..'}" if first != last else str(first),
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
    )


BEFORE, ON, AFTER = time("2025-03-11", "2025-03-11"), time("2025-03-12", "2025-03-12"), time("2025-03-13", "2025-03-13")
MONTH = Time("2025-03", dt.date(2025, 3, 1), dt.date(2025, 3, 31))
RUNNING, BEGINNING, DUE = time("2025-03-11", "2025-03-14"), time("2025-03-12", "2025-03-14"), time(None, "2027-12-31")

# status by the endings, time, standing state?, an event's own fact?, status of the claim
TABLE = [
    ("actual", None, False, False, "actual"),
    ("actual", BEFORE, False, False, "actual"),
    ("actual", ON, False, False, "actual"),
    ("actual", AFTER, False, False, "planned"),
    ("actual", AFTER, True, False, "planned"),
    ("actual", AFTER, False, True, "planned"),
    ("actual", BEGINNING, False, True, "actual"),
    ("actual", RUNNING, False, True, "ongoing"),
    ("planned", RUNNING, False, True, "ongoing"),
    (PRESENT, RUNNING, False, True, "ongoing"),
    ("ongoing", None, False, False, "ongoing"),
    ("ongoing", AFTER, False, False, "planned"),
    ("ongoing", RUNNING, False, True, "ongoing"),
    ("ongoing", ON, False, True, "actual"),
    ("planned", None, False, False, "planned"),
    ("planned", BEFORE, False, False, "planned"),
    ("planned", DUE, False, False, "planned"),
    ("planned", AFTER, False, True, "planned"),
    ("planned", ON, False, True, "actual"),
    ("planned", BEGINNING, False, True, "actual"),
    ("planned", MONTH, False, True, "planned"),
    ("actual", MONTH, False, True, "actual"),
    ("negated", None, False, False, "negated"),
    ("negated", AFTER, False, True, "negated"),
    ("negated", ON, False, True, "negated"),
    (PRESENT, None, False, False, "planned"),
    (PRESENT, None, True, False, "actual"),
    (PRESENT, AFTER, False, False, "planned"),
    (PRESENT, ON, False, False, "actual"),
    (PRESENT, BEFORE, False, False, "actual"),
    (PRESENT, RUNNING, False, False, "ongoing"),
    (PRESENT, DUE, False, False, "planned"),
    (PRESENT, ON, False, True, "actual"),
    (PRESENT, BEGINNING, False, True, "actual"),
    (PRESENT, AFTER, False, True, "planned"),
]


@pytest.mark.parametrize(("status", "when", "stative", "happening", "expected"), TABLE)
def test_a_status_is_settled_by_the_day(status: str, when: Time | None, stative: bool, happening: bool, expected: str) -> None:
    assert settle(status, when, TODAY, stative=stative, happening=happening) == expected


DAYS = st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))


@given(
    st.sampled_from([*STATUSES, PRESENT]),
    st.one_of(st.none(), st.tuples(DAYS, DAYS)),
    DAYS,
    st.booleans(),
    st.booleans(),
)
def test_the_laws_of_settling(
    status: str, ends: tuple[dt.date | None, dt.date | None] | None, today: dt.date | None, stative: bool, happening: bool
) -> None:
    when = Time("x", *ends) if ends and (None in ends or ends[0] <= ends[1]) else None  # type: ignore[operator]
    found = settle(status, when, today, stative=stative, happening=happening)
    assert found in STATUSES
    assert (found == "negated") == (status == "negated")
    if when and today and when.earliest and when.earliest > today and status != "negated":
        assert found == "planned", "what lies ahead is planned, whatever its tense"
    if when is None and status in STATUSES:
        assert found == status
    assert settle(found, when, today, stative=stative, happening=happening) == found, "settling twice changes nothing"


# What a sentence with a plan tells of its property: status and time.
PLANS = [
    ("'로봇 안전법' 개정안이 지난 1일 국무회의를 통과하여 다음 달 시행될 예정이다.", "formulated", [("actual", "2026-05-01")]),
    ("'로봇 안전법' 개정안이 다음 달 1일 국무회의를 통과하여 내년에 시행될 예정이다.", "formulated", [("planned", "2026-06-01")]),
    ("LG전자는 지난 1일 '두루 센터'를 구축해 내년부터 로봇을 개발할 예정이다.", "established", [("actual", "2026-05-01")]),
    ("산업부는 지난 1일 발표된 보고서에 따라 '로봇 산업 전략'을 수립할 예정이다.", "formulated", [("planned", None)]),
    ("산업부는 '로봇 산업 전략'을 수립하여 내년에 발표할 예정이다.", "formulated", [("planned", None)]),
    ("산업부는 '로봇 산업 전략'을 수립해 다음 달 발표한다.", "formulated", [("planned", None)]),
    ("산업부는 지난 1일 '로봇 산업 전략'을 수립해 다음 달 발표한다.", "formulated", [("actual", "2026-05-01")]),
    ("산업부는 '로봇 산업 전략'을 수립해 발표했다.", "formulated", [("actual", None)]),
    ("산업부는 '로봇 산업 전략'을 수립함으로써 수출을 늘릴 계획이다.", "formulated", [("planned", None)]),
    ("산업부는 '로봇 산업 전략'을 수립함으로써 수출을 늘렸다.", "formulated", [("actual", None)]),
    ("산업부는 이미 '로봇 산업 전략'을 마련해 다음 달 발표한다.", "formulated", [("actual", None)]),
    ("산업부는 최근 로봇 산업 전략을 마련해 다음 달 발표한다.", "formulated", [("actual", None)]),
    ("산업부는 지난달 로봇 산업 전략을 마련해 다음 달 발표한다.", "formulated", [("actual", "2026-04")]),
    ("대전시와 KAIST는 협약을 체결함으로써 새로운 로봇을 개발할 예정이다.", "collaboratesWith", [("actual", None)]),
    ("대전시와 KAIST가 협력하여 개발한 '두루 로봇'은 내년에 공개될 예정이다.", "collaboratesWith", [("actual", None)]),
    ("대전시와 KAIST가 협력하여 새로운 로봇을 내년에 공개할 예정이다.", "collaboratesWith", [("planned", None)]),
    ("LG전자는 서울에 '두루 센터'를 짓겠다는 계획을 철회했다.", "established", [("negated", None)]),
    ("LG전자는 서울에 '두루 센터'를 짓겠다는 계획을 철회하지 않았다.", "established", [("planned", None)]),
    ("LG전자는 부산으로 본사를 이전할 계획이 없다.", "locatedIn", [("negated", None)]),
    ("정하람 장관은 LG전자를 방문하려 했으나 일정이 취소됐다.", "visited", [("negated", None)]),
    ("정하람 장관은 LG전자를 방문할 예정이었지만 무산됐다.", "visited", [("negated", None)]),
    ("LG전자는 두산로보틱스를 인수한 사실이 없다.", "acquired", [("negated", None)]),
    ("LG전자는 두산로보틱스를 인수한 적이 있다.", "acquired", [("actual", None)]),
    ("LG전자는 두산로보틱스를 인수한 바 없다고 밝혔다.", "acquired", [("negated", None)]),
    ("정하람 장관은 KIST를 방문한 적이 없다.", "visited", [("negated", None)]),
    ("정하람 장관이 KIST를 방문했다는 보도는 사실이 아니다.", "visited", [("negated", None)]),
    ("정하람 장관이 KIST를 방문했다는 보도는 사실이다.", "visited", [("actual", None)]),
    ("KT는 LG전자와 업무협약을 체결하려다 무산됐다.", "collaboratesWith", [("negated", None)]),
    ("KT는 LG전자와의 협력 계획을 접었다.", "collaboratesWith", []),
    ("산업부는 3월에 '로봇 포럼'을 열 예정이었으나 6월로 미뤘다.", "hosted", [("planned", "2026-06")]),
    ("산업부는 12일 열 예정이던 '로봇 포럼'을 19일로 연기했다.", "hosted", [("planned", "2026-05-19")]),
    ("산업부는 12일 열 예정이던 '로봇 포럼'을 19일로 연기한다고 밝혔다.", "hosted", [("planned", "2026-05-19")]),
    ("12일 서울에서 열릴 예정이던 '로봇 포럼'이 무기한 연기됐다.", "heldAt", [("planned", None)]),
    ("산업부, '로봇 포럼' 개최 연기", "hosted", [("planned", None)]),
    ("LG전자는 5월 공개하려던 로봇 '두루' 출시를 연기했다.", "unveiled", [("planned", None)]),
    ("LG전자는 로봇 '두루' 출시를 내년으로 연기했다.", "unveiled", [("planned", "2027")]),
    ("LG전자는 로봇 '두루'의 출시를 12월로 연기했다.", "unveiled", [("planned", "2026-12")]),
    ("KIST는 로봇 '두루'의 개발을 지난해 시작했다.", "developed", [("ongoing", "2025")]),
    ("로봇 '두루'를 내놓은 KIST의 개발을 지난해 시작했다.", "developed", []),
    ("LG전자는 5월로 예정된 로봇 '두루' 출시를 7월로 미뤘다.", "unveiled", [("planned", "2026-07")]),
    ("LG전자가 로봇 '두루'를 공개한다는 계획은 연기됐다.", "unveiled", [("planned", None)]),
    ("LG전자는 로봇 '두루' 공개를 연기했다가 5월 7일 내놨다.", "unveiled", []),
    ("LG전자는 로봇 '두루' 공개를 연기했으나 5월 7일 공개했다.", "unveiled", [("actual", None)]),
    ("LG전자는 로봇 '두루' 공개를 연기했지만 결국 공개하지 않았다.", "unveiled", [("negated", None)]),
    ("LG전자는 로봇 '두루' 공개를 미루다 결국 취소했다.", "unveiled", [("negated", None)]),
    ("LG전자는 로봇 '두루' 공개를 6월로 연기했으나 개발은 계속하고 있다.", "unveiled", [("planned", "2026-06")]),
    ("LG전자는 로봇 '두루' 공개를 8월에서 10월로 미뤘다.", "unveiled", [("planned", "2026-10")]),
    ("LG전자는 로봇 '두루' 공개가 연기됐다는 보도를 부인했다.", "unveiled", []),
    ("LG전자는 로봇 '두루' 공개가 연기됐다는 보도는 사실이 아니라고 밝혔다.", "unveiled", []),
    ("LG전자는 로봇 '두루' 공개를 연기하지 않기로 했다.", "unveiled", [("planned", None)]),
    ("LG전자는 로봇 '두루' 공개를 연기할 계획이 없다.", "unveiled", [("planned", None)]),
    ("LG전자는 두산로보틱스 인수를 검토했으나 포기했다.", "acquired", [("negated", None)]),
    ("LG전자는 두산로보틱스 인수를 추진했지만 무산됐다.", "acquired", [("negated", None)]),
    ("LG전자는 두산로보틱스 인수를 추진했지만 값을 정하지 못했다.", "acquired", []),
    ("LG전자는 두산로보틱스 인수를 시도했다.", "acquired", [("planned", None)]),
    (
        "LG전자는 지난달 12일에는 로봇 '두루'를, 13일에는 드론 '나래'를 공개했다.",
        "unveiled",
        [("actual", "2026-04-12"), ("actual", "2026-04-13")],
    ),
    ("LG전자와 KIST가 맺은 업무협약이 최근 파기됐다.", "collaboratesWith", [("negated", None)]),
    ("LG전자와 KIST가 맺은 업무협약이 파기될 수 있다.", "collaboratesWith", [("actual", None)]),
    ("LG전자와 KIST가 맺은 업무협약은 문제가 없다.", "collaboratesWith", [("actual", None)]),
    ("LG전자와 KIST가 맺은 업무협약에는 이견이 없다.", "collaboratesWith", [("actual", None)]),
    ("LG전자와 KIST가 맺은 업무협약이 없다.", "collaboratesWith", [("negated", None)]),
    ("LG전자는 두산로보틱스를 인수할 계획에 차질이 없다.", "acquired", [("planned", None)]),
    ("LG전자는 두산로보틱스를 인수할 계획이 전혀 없다.", "acquired", [("negated", None)]),
    ("LG전자는 두산로보틱스를 인수할 계획뿐 아니라 수출 계획도 밝혔다.", "acquired", [("planned", None)]),
    ("LG전자는 두산로보틱스를 인수할 계획을 접은 것은 아니다.", "acquired", [("planned", None)]),
    ("LG전자는 두산로보틱스를 인수하려 했으나 자금을 구하지 못해 12일 미뤘다.", "acquired", []),
    ("LG전자는 두산로보틱스를 인수하기로 했으나 중단했다.", "acquired", [("negated", None)]),
    ("LG전자는 두산로보틱스를 인수하기로 했으나 값을 정하지 않았다.", "acquired", []),
    ("산업부는 12일 '로봇 산업 전략'을 발표하고 2030년까지 로봇을 보급할 예정이다.", "announced", [("actual", "2026-05-12")]),
    ("한국로봇협회는 2015년부터 매년 '로봇 서밋'을 개최하고 있다.", "hosted", [("ongoing", "2015")]),
    ("'로봇 서밋'은 2015년부터 매년 서울에서 열리는 행사다.", "heldAt", [("ongoing", "2015")]),
    ("'로봇 서밋'은 2015년 서울에서 처음 열렸다.", "heldAt", [("actual", "2015")]),
    ("LG전자가 카카오를 인수했다는 소문이 돌았다.", "acquired", []),
    ("LG전자가 카카오를 인수할 것이란 소문이 돌았다.", "acquired", []),
    ("LG전자가 카카오를 인수한다는 우려가 커졌다.", "acquired", []),
    ("LG전자가 카카오를 인수한다는 보도가 나왔다.", "acquired", [("planned", None)]),
    ("LG전자가 카카오를 인수했다는 보도가 나왔다.", "acquired", [("actual", None)]),
    ("LG전자가 카카오를 인수하는 것은 사실이 아니다.", "acquired", [("negated", None)]),
    ("LG전자가 카카오를 인수했다는 보도는 사실과 다르다.", "acquired", [("negated", None)]),
    ("LG전자가 카카오를 인수했다는 보도는 사실무근이다.", "acquired", [("negated", None)]),
    ("LG전자가 카카오를 인수한 것은 사실이다.", "acquired", [("actual", None)]),
    ("LG전자가 카카오를 인수할 가능성이 제기됐다.", "acquired", []),
    ("LG전자가 카카오를 인수하는 꿈을 꾸고 있다.", "acquired", []),
    ("LG전자가 카카오를 인수한 방법이 알려졌다.", "acquired", [("actual", None)]),
    ("LG전자는 로봇 '두루'를 개발하는 방식을 바꿨다.", "developed", []),
    ("LG전자는 카카오를 인수하는 방식으로 클라우드에 진출했다.", "acquired", [("actual", None)]),
    ("LG전자는 카카오를 인수하는 방안을 확정했다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수하는 방안을 철회했다.", "acquired", [("negated", None)]),
    ("LG전자는 로봇을 미국에 수출하는 계획을 세웠다.", "supplied", [("planned", None), ("planned", None)]),
    ("LG전자가 카카오를 인수한다는 설이 나왔다.", "acquired", []),
    ("LG전자가 카카오를 인수할 것이라는 관측이 나왔다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오와 합병하는 방안을 논의했다.", "acquired", [("planned", None)]),
    ("정부는 카카오에 투자하는 방안을 논의했다.", "supports", [("planned", None)]),
    ("LG전자가 카카오를 인수했다는 소식이 돌았다.", "acquired", [("actual", None)]),
    ("LG전자가 카카오를 인수하는 방안을 논의했다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수해 사업을 넓히는 방안을 논의했다.", "acquired", [("planned", None)]),
    ("LG전자는 지난해 카카오를 인수해 사업을 넓히는 방안을 논의했다.", "acquired", [("actual", "2025")]),
    ("LG전자는 카카오를 인수하고 사업을 넓히는 방안을 논의했다.", "acquired", [("actual", None)]),
    ("네이버는 지난해 '나래연구소'를 세워 로봇을 연구하고 있다.", "established", [("actual", "2025")]),
    ("네이버는 지난해 '나래연구소'를 열고 로봇을 연구하고 있다.", "established", [("actual", "2025")]),
    ("LG전자는 카카오를 인수해 로봇을 개발하고 있다.", "acquired", [("actual", None)]),
    ("LG전자는 KAIST와 업무협약을 맺고 로봇을 개발하고 있다.", "collaboratesWith", [("actual", None)]),
    ("LG전자는 '두루 로봇'을 개발하고 보급하고 있다.", "developed", [("ongoing", None)]),
    ("LG전자는 매년 '두루 로봇'을 공개해 보급하고 있다.", "unveiled", [("ongoing", None)]),
    ("LG전자는 매년 KAIST와 업무협약을 맺고 로봇을 개발하고 있다.", "collaboratesWith", [("ongoing", None)]),
    ("LG전자는 정기적으로 '두루 로봇'을 공개해 보급하고 있다.", "unveiled", [("ongoing", None)]),
    ("서울시는 5년마다 '로봇 산업 전략'을 수립해 시행하고 있다.", "formulated", [("ongoing", None)]),
    ("서울시는 분기별로 '로봇 산업 전략'을 수립해 시행하고 있다.", "formulated", [("ongoing", None)]),
    ("서울시는 권역별로 '로봇 산업 전략'을 수립해 시행하고 있다.", "formulated", [("actual", None)]),
    ("LG전자는 주 1회 '두루 로봇'을 공개해 보급하고 있다.", "unveiled", [("ongoing", None)]),
    ("LG전자는 한 번에 '두루 로봇'을 공개해 보급하고 있다.", "unveiled", [("actual", None)]),
    ("LG전자는 지난해부터 '두루 로봇'을 개발해 공급하고 있다.", "developed", [("ongoing", "2025")]),
    ("LG전자는 지난해 '두루 로봇'을 개발해 공급하고 있다.", "developed", [("actual", "2025")]),
    ("LG전자는 2027년까지 '두루 로봇'을 개발하고 공장을 짓고 있다.", "developed", [("ongoing", "../2027")]),
    ("LG전자는 3년째 '두루 로봇'을 개발해 개선하고 있다.", "developed", [("ongoing", None)]),
    ("LG전자는 현재 '두루 로봇'을 개발해 시험하고 있다.", "developed", [("ongoing", None)]),
    ("LG전자는 창원에서 '두루 로봇'을 만들어 팔고 있다.", "developed", [("ongoing", None)]),
    ("LG전자는 지난해 '두루 로봇'을 만들어 팔고 있다.", "developed", [("actual", "2025")]),
    ("LG전자는 올해 '두루 로봇'을 전시하고 관람객을 맞고 있다.", "unveiled", [("ongoing", "2026")]),
    ("정하람 장관은 KIST를 방문해 협력을 논의하고 있다.", "visited", [("ongoing", None)]),
    ("LG전자는 카카오를 인수해 사업을 확대하는 방안을 검토하고 있다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수하고 로봇을 만들어 사업을 확대하는 방안을 검토하고 있다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수해 사업을 확대하는 공장을 짓고 있다.", "acquired", [("actual", None)]),
    ("LG전자는 카카오를 인수해 협력을 위한 방안을 검토하고 있다.", "acquired", [("actual", None)]),
    ("LG전자는 카카오와 손잡고 공장을 짓는 방안을 검토하고 있다.", "collaboratesWith", [("planned", None)]),
    ("정하람 장관은 KIST를 방문해 협력을 넓히는 방안을 논의하고 있다.", "visited", [("ongoing", None)]),
    ("정하람 장관은 KIST를 방문해 협력을 넓히는 방안을 논의했다.", "visited", [("actual", None)]),
    ("LG전자는 2024년부터 '두루 로봇'을 활용한다.", "uses", [("ongoing", "2024")]),
    ("LG전자는 이달 '두루 로봇'을 출시한다.", "unveiled", [("planned", "2026-05")]),
    ("LG전자는 이달부터 '두루 로봇'을 선보인다.", "unveiled", [("ongoing", "2026-05")]),
    ("LG전자는 '두루 로봇'을 도입할 경우 비용이 준다고 봤다.", "uses", []),
    ("LG전자는 '두루 로봇'을 도입해 비용을 줄였다.", "uses", [("actual", None)]),
    ("LG전자는 카카오를 인수하기로 의결했다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수하기로 뜻을 모았다.", "acquired", [("planned", None)]),
    ("LG전자는 카카오를 인수하기로 지난 3일 최종 결정했다.", "acquired", [("planned", None)]),
    ("LG전자는 로봇 '두루'를 만들기로 유명한 회사다.", "developed", [("actual", None)]),
    ("LG전자는 로봇 '두루'를 잘 만들기로 소문났다.", "developed", [("actual", None)]),
    ("LG전자는 카카오를 인수하는 것을 포기했다.", "acquired", [("negated", None)]),
    ("LG전자는 카카오를 인수하는 것을 포기하지 않았다.", "acquired", [("planned", None)]),
    ("엔비디아의 'H20'이 중국에 수출 금지됐다.", "supplied", [("negated", None), ("negated", None)]),
    ("정하람 시장은 KIST를 방문해 협약을 체결하기로 했다.", "visited", [("planned", None)]),
    ("정하람 장관은 KIST를 방문해 이도윤 원장을 만나 연구소를 짓기로 했다.", "visited", [("actual", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나 연구소를 짓기로 합의했다.", "metWith", [("actual", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나 연구소를 짓기로 합의할 예정이다.", "metWith", [("planned", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나 연구소를 짓기로 하고 다음 달 착공할 예정이다.", "metWith", [("actual", None)]),
    ("정하람 장관은 이도윤 KIST 원장과 면담을 통해 협력을 강화해 나가기로 함.", "metWith", [("actual", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나 협력을 논의하기로 함.", "metWith", [("planned", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나기로 하고 일정을 조율했다.", "metWith", [("planned", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나고 외교를 펼쳐 나갔다.", "metWith", [("actual", None)]),
    ("LG전자는 '두루 로봇'을 활용해 나가고 있다.", "uses", [("ongoing", None)]),
    ("LG전자는 2024년에 로봇 '두루'를 개발, 현장에 설치하고 있다.", "developed", [("actual", "2024")]),
    ("LG전자는 로봇 '두루'를 개발, 보급하고 있다.", "developed", [("ongoing", None)]),
    ("정하람 장관은 이도윤 KIST 원장을 만나 협력을 논의하기로 했다.", "metWith", [("planned", None)]),
    ("정하람 장관은 곧 이도윤 KIST 원장을 만나 연구소를 짓기로 했다.", "metWith", [("planned", None)]),
    ("산업부는 '로봇 간담회'를 열고 지원을 강화하기로 했다.", "hosted", [("actual", None)]),
    ("산업부는 '로봇 간담회'를 열고 지원 강화를 논의하기로 했다.", "hosted", [("planned", None)]),
    ("산업부는 다음 달 '로봇 간담회'를 열고 지원을 강화하기로 했다.", "hosted", [("planned", "2026-06")]),
    ("산업부는 이달 말 '로봇 간담회'를 열고 지원을 강화하기로 했다.", "hosted", [("planned", "2026-05")]),
    ("산업부는 '로봇 포럼'을 열고 협약을 체결하기로 했다.", "hosted", [("planned", None)]),
    ("산업부는 '로봇 간담회'를 열고 지원을 강화할 예정이다.", "hosted", [("planned", None)]),
    ("LG전자는 곧 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("planned", None)]),
    ("LG전자는 앞으로 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("planned", None)]),
    ("LG전자는 KIST와 협약을 맺고 앞으로 연구소를 짓는다.", "collaboratesWith", [("actual", None)]),
    ("산업부는 심사를 거쳐 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("planned", None)]),
    ("산업부는 지난달 심사를 거쳐 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("actual", "2026-04")]),
    ("산업부는 평가 후 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("planned", None)]),
    ("선정되면 산업부는 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("planned", None)]),
    ("LG전자는 연내 출시를 목표로 KIST와 협약을 맺고 로봇을 개발한다.", "collaboratesWith", [("actual", "2026")]),
    ("LG전자는 예정대로 KIST와 협약을 맺고 로봇을 개발한다.", "collaboratesWith", [("actual", None)]),
    ("발표에 따르면 산업부는 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("actual", None)]),
    ("산업부는 정부의 지원을 받아 KIST와 협약을 맺고 연구소를 짓는다.", "collaboratesWith", [("actual", None)]),
]


@pytest.mark.parametrize(("text", "property_", "expected"), PLANS)
def test_what_only_leads_to_a_plan_is_done_where_its_day_or_its_noun_says_so(
    text: str, property_: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(f.status, f.time) for f in facts(text, "2026-05-12") if f.property == property_] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("산업부는 '로봇 육성전략'을 수립하고, 힘을 모으고자 기업 열 곳을 선정했다.", "actual"),
        ("산업부는 '로봇 육성전략'을 수립하고, 힘을 모으려고 기업을 뽑았다고 밝혔다.", "actual"),
        ("산업부는 지난해 '로봇 육성전략'을 수립하고 힘을 모으려고 기업을 뽑았다고 밝혔다.", "actual"),
        ("산업부는 '로봇 육성전략'을 수립하고 수출을 늘리고자 기업을 뽑았다고 밝혔다.", "planned"),
        ("산업부는 '로봇 육성전략'을 수립해 수출을 늘리고자 기업을 뽑았다.", "planned"),
        ("산업부는 '로봇 육성전략'을 수립하고 힘을 모으려고 기업을 뽑을 예정이다.", "planned"),
        ("산업부는 '로봇 육성전략'을 수립하고 힘을 모으고자 한다.", "planned"),
        ("산업부는 힘을 모으고자 '로봇 육성전략'을 수립했다.", "actual"),
        ("산업부는 '로봇 육성전략'을 수립하고자 기업을 만났다.", "planned"),
    ],
)
def test_what_is_only_aimed_at_says_nothing_of_what_was_told_before_it(text: str, status: str) -> None:
    assert [fact.status for fact in facts(text) if fact.property == "formulated"] == [status]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("가온텍은 KIST를 인수할 수도 있다고 밝혔다.", []),
        ("가온텍은 KIST를 인수할 수는 없다.", []),
        ("가온텍은 KIST를 인수할 수밖에 없다고 봤다.", []),
        ("가온텍은 KIST를 인수할 수밖에 없었다.", ["actual"]),
        ("가온텍은 KIST를 인수하기 어렵다고 밝혔다.", []),
        ("가온텍은 KIST를 인수하기가 쉽지 않다.", []),
        ("가온텍은 KIST를 인수하기 시작했다.", ["actual"]),
        ("가온텍은 KIST를 인수하기까지 3년을 들였다.", ["actual"]),
        ("가온텍은 KIST를 인수하고 싶다고 말했다.", []),
        ("가온텍은 KIST를 인수하자고 제안했다.", []),
        ("가온텍이 KIST를 인수하자는 의견이 나왔다.", []),
        ("가온텍은 KIST를 인수하자고 합의했다.", ["planned"]),
        ("가온텍은 KIST를 인수하자는 데 뜻을 모았다.", ["planned"]),
        ("가온텍이 KIST를 인수하자 값이 올랐다.", ["actual"]),
        ("가온텍은 KIST를 인수해 달라고 요청했다.", []),
        ("가온텍은 KIST를 인수하는 대신 로봇을 만들었다.", []),
        ("가온텍은 KIST를 인수한 대신 공장을 팔았다.", ["actual"]),
        ("가온텍은 KIST를 인수하려다 말았다.", ["negated"]),
        ("가온텍은 KIST를 인수하려다가 접었다.", ["negated"]),
        ("가온텍은 KIST를 인수하려다 나래텍을 샀다.", []),
        ("가온텍은 KIST를 인수하기는커녕 로봇도 못 팔았다.", ["negated"]),
        ("가온텍은 KIST를 인수하기도 했다.", ["actual"]),
        ("가온텍은 KIST를 인수하는 방안을 검토하지 않고 있다.", ["negated"]),
        ("가온텍은 KIST를 인수할 계획을 세운 바 없다.", ["negated"]),
        ("가온텍은 KIST를 인수할 계획을 세웠다.", ["planned"]),
        ("가온텍은 KIST를 인수할 계획을 발표하지 않았다.", ["planned"]),
        ("가온텍은 KIST를 인수할 계획이 아니다.", ["negated"]),
        ("가온텍은 KIST를 인수할 계획뿐 아니라 시기도 밝혔다.", ["planned"]),
        ("가온텍은 KIST를 인수하는 데 실패할 수 있다.", []),
        ("가온텍은 KIST를 인수하는 데 실패.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 성공.", ["actual"]),
        ("가온텍은 KIST를 인수하고 인재를 키우고자 나래텍과 손잡았다.", ["planned"]),
        ("가온텍은 KIST를 인수하고 인재를 키우기 위해 나래텍과 손잡았다.", ["planned"]),
        ("가온텍은 KIST를 인수하고, 인재를 키우기 위해 나래텍과 손잡았다.", ["actual"]),
        ("가온텍은 지난해 KIST를 인수하고 인재를 키우기 위해 나래텍과 손잡았다.", ["actual"]),
    ],
)
def test_what_may_be_or_is_proposed_or_given_up_is_not_done(text: str, told: list[str]) -> None:
    assert [fact.status for fact in facts(text) if fact.property == "acquired"] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("정부는 양자컴퓨팅을 육성하고 인재를 키우고자 '새빛전략'을 수립했다.", "planned"),
        ("정부는 양자컴퓨팅을 육성하고, 인재를 키우고자 '새빛전략'을 수립했다.", "actual"),
        ("정부는 지난해 양자컴퓨팅을 육성하고 인재를 키우고자 '새빛전략'을 수립했다.", "actual"),
    ],
)
def test_what_lasts_is_only_aimed_at_with_the_next_too(text: str, status: str) -> None:
    assert [fact.status for fact in facts(text) if fact.property == "supports"] == [status]


def test_what_happens_on_the_day_is_done_although_what_is_aimed_at_stands_behind_it() -> None:
    told = facts("배경훈 장관은 KIST를 방문하고 의견을 듣고자 간담회를 열었다.")
    assert [fact.status for fact in told if fact.property == "visited"] == ["actual"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("가온텍이 KIST를 인수한 것은 아니다.", ["negated"]),
        ("가온텍이 KIST를 인수한 건 아니다.", ["negated"]),
        ("가온텍이 KIST를 인수한 것이 아니라 나래텍이 샀다.", ["negated"]),
        ("가온텍이 KIST를 인수한 것이 아니냐는 지적이 나왔다.", []),
        ("가온텍이 KIST를 인수한 것 아니겠느냐고 말했다.", []),
        ("가온텍이 KIST를 인수했느냐는 질문에 답했다.", []),
        ("가온텍은 KIST를 인수한 것뿐 아니라 로봇도 팔았다.", ["actual"]),
        ("가온텍은 KIST를 인수한 것만은 아니다.", ["actual"]),
        ("가온텍이 KIST를 인수한 것은 지난해다.", ["actual"]),
        ("가온텍은 KIST를 인수하는 데 실패했다.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 결국 실패했다고 밝혔다.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 성공하지 못했다.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 성공했다.", ["actual"]),
        ("가온텍은 KIST를 인수하는 데 실패하지 않았다.", ["planned"]),
        ("가온텍은 KIST를 인수하는 데 두 번 실패했지만 결국 성공했다.", ["actual"]),
        ("가온텍은 KIST를 인수하는 데 실패했으나 지난해 로봇을 개발하는 데 성공했다.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 실패하고 로봇 사업을 접었다.", ["negated"]),
        ("가온텍은 KIST를 인수하는 데 실패했다는 보도를 부인했다.", []),
        ("가온텍은 KIST를 인수하는 데 실패한 적이 없다.", []),
        ("가온텍은 KIST를 인수하는 데 어려움이 없었다.", ["actual"]),
        ("가온텍은 KIST를 인수하는 데 300억원을 들였다. 시험에는 실패했다.", ["actual"]),
    ],
)
def test_what_is_denied_of_that_somebody_did(text: str, told: list[str]) -> None:
    """것은 아니다 denies the act before it, 것뿐 아니라 and 것만은 아니다 only that this is all, and a question tells nothing."""
    assert [fact.status for fact in facts(text) if fact.property == "acquired"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("가온텍은 KIST를 인수할 당시 로봇을 개발했다.", ["actual"]),
        ("가온텍이 KIST를 인수할 때 LG전자는 로봇을 개발했다.", ["actual"]),
        ("가온텍은 KIST를 인수할 때 값을 공개했다고 밝혔다.", ["actual"]),
        ("가온텍은 KIST를 인수할 때 값을 공개할 예정이다.", ["planned"]),
        ("가온텍은 KIST를 인수할 때 로봇을 개발하기로 했다.", ["planned"]),
        ("가온텍은 KIST를 인수할 때가 됐다고 말했다.", ["planned"]),
        ("가온텍이 KIST를 인수할 때는 신중해야 한다고 말했다.", ["planned"]),
        ("가온텍이 KIST를 인수할 때는 어려움이 컸다고 말했다.", ["actual"]),
        ("가온텍은 KIST를 인수할 예정이라고 밝혔다.", ["planned"]),
    ],
)
def test_what_is_told_as_the_time_of_something_is_done_when_that_is(text: str, told: list[str]) -> None:
    assert [fact.status for fact in facts(text) if fact.property == "acquired"] == told
