"""Made-up graphs of any size, with communities, hubs, Korean names, evidence, dates and every status; one seed gives one graph."""

from __future__ import annotations

import datetime as dt
import random

from kg.values import Claim, Document, Entity, Event, Graph, Part, Span, Time

FIELD = [
    "인공지능",
    "반도체",
    "양자",
    "우주",
    "바이오",
    "에너지",
    "로봇",
    "통신",
    "데이터",
    "이차전지",
    "수소",
    "원자력",
    "보안",
    "클라우드",
    "모빌리티",
    "소재",
]
ACT = ["기본", "진흥", "혁신", "융합", "전략", "고도화", "실증", "표준", "안전", "육성", "전환", "협력", "미래", "지능", "공공", "차세대"]
FAMILY = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황"]
GIVEN = [
    "민준",
    "서연",
    "도윤",
    "하은",
    "지호",
    "수빈",
    "예준",
    "지우",
    "현우",
    "은서",
    "준서",
    "다은",
    "시우",
    "채원",
    "건우",
    "유진",
    "태오",
    "나래",
]
ENDING = {
    "Person": ("",),
    "GovernmentBody": ("부", "청", "위원회", "처"),
    "ResearchInstitute": ("연구원", "연구소"),
    "University": ("대학교", "과학기술원"),
    "Company": ("전자", "테크", "솔루션", "랩스"),
    "Association": ("협회", "학회", "재단"),
    "InternationalBody": ("기구",),
    "Technology": ("기술", "알고리즘"),
    "Product": ("플랫폼", "모델", "칩"),
    "Policy": ("계획", "로드맵", "사업", "법"),
    "Event": ("포럼", "간담회", "전시회"),
    "Place": ("시", "단지"),
}
SHARE = {
    "Person": 22,
    "GovernmentBody": 14,
    "Company": 16,
    "ResearchInstitute": 8,
    "University": 6,
    "Association": 4,
    "InternationalBody": 2,
    "Technology": 9,
    "Product": 7,
    "Policy": 8,
    "Event": 3,
    "Place": 1,
}
PROPERTY = [
    "visited",
    "metWith",
    "participatedIn",
    "hosted",
    "discussed",
    "collaboratesWith",
    "developed",
    "coDeveloped",
    "unveiled",
    "supplied",
    "uses",
    "established",
    "formulated",
    "announced",
    "implements",
    "targets",
    "supports",
    "selected",
    "acquired",
    "partOf",
    "locatedIn",
    "affiliatedWith",
]
PUBLISHER = ("가람신문", "누리일보", "다온경제", "정책브리핑", "과학타임즈")
VERB = {"actual": "지원했다고", "ongoing": "지원하고 있다고", "planned": "지원할 계획이라고", "negated": "지원하지 않는다고"}


def graph(nodes: int, *, edges: int | None = None, seed: int = 7, isolated: float = 0.0) -> Graph:
    """A graph of ``nodes`` entities (a share ``isolated`` of them without a relation) and about 2.1 relations an entity."""
    rng = random.Random(seed)
    entities = _entities(nodes, rng)
    pairs = _pairs(int(nodes * (1 - isolated)), int(2.1 * nodes) if edges is None else edges, rng)
    documents = _documents(max(2, nodes // 6))
    texts: dict[str, list[str]] = {d.id: [d.title] for d in documents}
    claims = [_claim(entities[a], entities[b], documents[rng.randrange(len(documents))], texts=texts, rng=rng) for a, b in pairs]
    done = tuple(
        sorted(
            (Document(d.id, d.title, "\n".join(texts[d.id]), (), d.date, d.date_evidence, d.publisher, d.url) for d in documents),
            key=lambda d: d.id,
        )
    )
    claims.sort(key=lambda c: (c.document, c.start, c.id))
    mentions = tuple((d.id, tuple(sorted({e for c in claims if c.document == d.id for e in (c.subject, c.object)}))) for d in done[:400])
    return Graph(done, tuple(sorted(entities, key=lambda e: e.id)), tuple(claims), _events(claims), mentions)


def _entities(count: int, rng: random.Random) -> list[Entity]:
    kinds, weights = list(SHARE), list(SHARE.values())
    made: list[Entity] = []
    taken: set[str] = set()
    while len(made) < count:
        kind = rng.choices(kinds, weights)[0]
        ko = rng.choice(FAMILY) + rng.choice(GIVEN) if kind == "Person" else rng.choice(FIELD) + rng.choice(ACT) + rng.choice(ENDING[kind])
        number = 1
        id_ = f"{kind.lower()}/{ko}"
        while id_ in taken:
            number += 1
            id_ = f"{kind.lower()}/{ko}-{number}"
        taken.add(id_)
        label = ko if number == 1 or kind == "Person" else f"{ko} {number}"
        en = f"{kind} {len(made)}" if rng.random() < 0.5 else None
        made.append(Entity(id_, kind, label, en, (f"K{len(made)}",) if rng.random() < 0.2 else ()))
    return made


def _pairs(nodes: int, edges: int, rng: random.Random) -> list[tuple[int, int]]:
    """Preferential attachment inside groups of very different size, with one tie in eight across."""
    group: list[int] = []
    members: list[list[int]] = []
    for node in range(nodes):
        number = rng.randrange(len(members)) if members and rng.random() > min(0.5, 30 / nodes + 8 / (node + 8)) * 0.25 else len(members)
        if number == len(members):
            members.append([])
        members[number].append(node)
        group.append(number)
    pool: list[list[int]] = [list(m) for m in members]
    everyone = list(range(nodes))
    pairs: list[tuple[int, int]] = []
    while len(pairs) < edges:
        a = rng.randrange(nodes)
        b = rng.choice(everyone) if rng.random() < 0.12 else rng.choice(pool[group[a]])
        if a == b:
            b = rng.choice(everyone)
        if a != b:
            pairs.append((a, b))
            pool[group[b]].append(b)
            everyone.append(b)
    return pairs


def _documents(count: int) -> list[Document]:
    first = dt.date(2024, 1, 2)
    return [
        Document(
            f"doc-{i:05d}",
            f"{FIELD[i % 16]} {ACT[(i * 7) % 16]} 소식 {i}",
            "",
            (),
            None if i % 17 == 3 else first + dt.timedelta(days=(i * 37) % 700),
            "metadata",
            PUBLISHER[i % 5],
            f"https://news.example/{i}",
        )
        for i in range(count)
    ]


def _claim(a: Entity, b: Entity, document: Document, *, texts: dict[str, list[str]], rng: random.Random) -> Claim:
    status = rng.choices(("actual", "ongoing", "planned", "negated"), (70, 14, 13, 3))[0]
    verb = VERB[status]
    before = sum(len(t) + 1 for t in texts[document.id])
    quote = f"{a.ko}은(는) {rng.choice(FIELD)} 분야의 {b.ko}을(를) {verb} {rng.randrange(1, 28)}일 밝혔다."
    texts[document.id].append(quote)
    second = quote.index(b.ko, len(a.ko))
    third = quote.index(verb, second + len(b.ko))
    year = 2026 + rng.randrange(5)
    time = (
        Time(f"../{year}", None, dt.date(year, 12, 31))
        if status == "planned"
        else (Time(document.date.isoformat(), document.date, document.date) if document.date and rng.random() < 0.6 else None)
    )
    return Claim(
        document.id,
        a.id,
        rng.choice(PROPERTY),
        b.id,
        status,
        len(texts[document.id]) - 1,
        before,
        before + len(quote),
        quote,
        "frame.active",
        round(0.6 + 0.4 * rng.random(), 2),
        time=time,
        role="장관" if a.type == "Person" and rng.random() < 0.3 else None,
        amount=f"{rng.randrange(1, 900)}00000000 KRW" if rng.random() < 0.05 else None,
        subject_span=Span(before, before + len(a.ko)),
        object_span=Span(before + second, before + second + len(b.ko)),
        trigger_span=Span(before + third, before + third + len(verb)),
    )


def _events(claims: list[Claim]) -> tuple[Event, ...]:
    chosen = [c for c in claims if c.property == "coDeveloped"][:200]
    return tuple(
        sorted(
            (
                Event(
                    f"event/{c.id}", "CoDevelopment", (Part("agent", c.subject), Part("product", c.object)), (c.document,), c.time, c.status
                )
                for c in chosen
            ),
            key=lambda e: e.id,
        )
    )
