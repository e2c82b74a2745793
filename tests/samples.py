"""A small graph made by hand: the KAPEX case in our own words, with every status, an event, a speaker and an amount."""

from __future__ import annotations

import datetime as dt

from kg.values import Block, Claim, Document, Entity, Event, Graph, Part, Span, Time

NEWS = (
    "배경훈 부총리, KIST서 휴머노이드 KAPEX 점검",
    "배경훈 부총리 겸 과학기술정보통신부 장관은 13일 서울 성북구 한국과학기술연구원(KIST)을 찾았다.",
    "KIST는 LG전자, LG AI연구원과 함께 휴머노이드 KAPEX를 개발하고 있다.",
    "KAPEX에는 LG AI연구원이 만든 언어모델 엑사원이 실렸다.",
    "배 부총리는 “이달 말 정부가 과학기술 AI 국가전략을 내놓는다”고 말했다.",
    "정부는 2030년까지 휴머노이드 분야에 1조 200억원을 지원할 계획이다.",
    "LG전자는 KAPEX를 미국에 공급하려던 일을 접었다.",
)
RELEASE = (
    "과학기술 AI 국가전략 확정",
    "정부는 24일 과학기술관계장관회의를 열어 과학기술 AI 국가전략을 확정했다.",
    "전략은 인공지능과 휴머노이드에 집중한다.",
    "과학기술정보통신부는 한국과학기술연구원과 업무협약을 맺었다.",
    "한국과학기술연구원은 내년 1월 라스베이거스에서 열리는 CES 2026에서 KAPEX를 공개할 예정이다.",
)

ENTITIES = (
    Entity(
        "kist",
        "ResearchInstitute",
        "한국과학기술연구원",
        "Korea Institute of Science and Technology",
        ("KIST",),
        ("http://www.wikidata.org/entity/Q482788",),
    ),
    Entity("lg-ai-research", "ResearchInstitute", "LG AI연구원", "LG AI Research"),
    Entity("lg-electronics", "Company", "LG전자", "LG Electronics", (), ("http://www.wikidata.org/entity/Q162345",)),
    Entity("msit", "GovernmentBody", "과학기술정보통신부", "Ministry of Science and ICT", ("과기정통부",)),
    Entity("government", "GovernmentBody", "대한민국 정부", "Government of the Republic of Korea", ("정부",)),
    Entity("person/배경훈", "Person", "배경훈"),
    Entity("product/kapex", "Product", "KAPEX"),
    Entity("product/엑사원", "Product", "엑사원", "EXAONE"),
    Entity("policy/과학기술ai국가전략", "Policy", "과학기술 AI 국가전략"),
    Entity("humanoid", "Technology", "휴머노이드", "humanoid robot"),
    Entity("ai", "Technology", "인공지능", "artificial intelligence", ("AI",)),
    Entity("event/과학기술관계장관회의", "Event", "과학기술관계장관회의"),
    Entity("event/ces2026", "Event", "CES 2026"),
    Entity("place/라스베이거스", "Place", "라스베이거스", "Las Vegas"),
)

NOVEMBER = Time("2025-11", dt.date(2025, 11, 1), dt.date(2025, 11, 30))
JANUARY = Time("2026-01", dt.date(2026, 1, 1), dt.date(2026, 1, 31))
BY_2030 = Time("../2030", None, dt.date(2030, 12, 31))


def day(text: str) -> Time:
    """The time of one day."""
    return Time(text, dt.date.fromisoformat(text), dt.date.fromisoformat(text))


def document(id: str, sentences: tuple[str, ...], *, date: dt.date, publisher: str, url: str) -> Document:
    """A document of one title and one paragraph a sentence."""
    text, blocks, start = "\n".join(sentences), [], 0
    for index, sentence in enumerate(sentences):
        blocks.append(Block("paragraph" if index else "title", start, start + len(sentence)))
        start += len(sentence) + 1
    return Document(id, sentences[0], text, tuple(blocks), date, "meta article:published_time", publisher, url, f"{id}.html")


def news() -> Document:
    """The article about the visit."""
    return document("kapex-visit", NEWS, date=dt.date(2025, 11, 13), publisher="견본일보", url="https://news.example/2025/11/kapex")


def release() -> Document:
    """The ministry's release about the strategy."""
    return document(
        "ai-strategy", RELEASE, date=dt.date(2025, 11, 24), publisher="과학기술정보통신부", url="https://release.example/ai?id=1&x=2"
    )


def span_of(doc: Document, sentence: int, words: str) -> Span | None:
    """Where ``words`` stand in the sentence, as offsets into the document; None for no words."""
    if not words:
        return None
    block = doc.blocks[sentence]
    start = doc.text.index(words, block.start, block.end)
    return Span(start, start + len(words))


def claim(doc: Document, sentence: int, told: str, marks: str, **more: object) -> Claim:
    """A claim of ``told`` ("subject property object status"), with ``marks`` ("who|what|by which words") found in the sentence."""
    subject, prop, obj, status = told.split()
    block, spans = doc.blocks[sentence], [span_of(doc, sentence, words) for words in marks.split("|")]
    marked = dict(zip(("subject_span", "object_span", "trigger_span"), spans, strict=True))
    fields: dict[str, object] = {"rule": f"{prop}.sample", "confidence": 0.93, **marked, **more}
    quote = doc.text[block.start : block.end]
    return Claim(doc.id, subject, prop, obj, status, sentence, block.start, block.end, quote, **fields)  # type: ignore[arg-type]


def news_claims(doc: Document) -> list[Claim]:
    """What the article tells."""
    minister, plan = "person/배경훈", "policy/과학기술ai국가전략"
    co, visit = "kapex-visit/codevelopment-1", "kapex-visit/visit-1"
    return [
        claim(doc, 1, f"{minister} affiliatedWith msit actual", "배경훈|과학기술정보통신부|장관", role="장관"),
        claim(doc, 1, f"{minister} visited kist actual", "배경훈|한국과학기술연구원|찾았다", time=day("2025-11-13"), event=visit),
        claim(doc, 2, "kist coDeveloped product/kapex ongoing", "KIST|KAPEX|개발하고 있다", event=co),
        claim(doc, 2, "lg-electronics coDeveloped product/kapex ongoing", "LG전자|KAPEX|개발하고 있다", event=co),
        claim(doc, 2, "lg-ai-research coDeveloped product/kapex ongoing", "LG AI연구원|KAPEX|개발하고 있다", event=co),
        claim(doc, 2, "kist coDevelopedWith lg-electronics ongoing", "KIST|LG전자|개발하고 있다", event=co),
        claim(doc, 2, "kist coDevelopedWith lg-ai-research ongoing", "KIST|LG AI연구원|개발하고 있다", event=co),
        claim(doc, 2, "product/kapex inField humanoid actual", "KAPEX|휴머노이드|", confidence=0.8),
        claim(doc, 3, "product/kapex uses product/엑사원 actual", "KAPEX|엑사원|실렸다"),
        claim(doc, 3, "lg-ai-research developed product/엑사원 actual", "LG AI연구원|엑사원|만든"),
        claim(doc, 4, f"government formulated {plan} planned", "정부|과학기술 AI 국가전략|내놓는다", time=NOVEMBER, speaker=minister),
        claim(doc, 5, "government supports humanoid planned", "정부|휴머노이드|지원할 계획", time=BY_2030, amount="1020000000000 KRW"),
        claim(doc, 6, "lg-electronics supplied product/kapex negated", "LG전자|KAPEX|접었다"),
    ]


def release_claims(doc: Document) -> list[Claim]:
    """What the release tells."""
    plan, today = "policy/과학기술ai국가전략", day("2025-11-24")
    return [
        claim(doc, 1, "government hosted event/과학기술관계장관회의 actual", "정부|과학기술관계장관회의|열어", time=today),
        claim(doc, 1, f"government formulated {plan} actual", "정부|과학기술 AI 국가전략|확정했다", time=today),
        claim(doc, 2, f"{plan} targets ai actual", "전략|인공지능|집중한다"),
        claim(doc, 2, f"{plan} targets humanoid actual", "전략|휴머노이드|집중한다"),
        claim(doc, 3, "msit collaboratesWith kist actual", "과학기술정보통신부|한국과학기술연구원|업무협약"),
        claim(doc, 4, "kist unveiled product/kapex planned", "한국과학기술연구원|KAPEX|공개할 예정", time=JANUARY),
        claim(doc, 4, "event/ces2026 heldAt place/라스베이거스 planned", "CES 2026|라스베이거스|열리는", time=JANUARY),
    ]


def events() -> tuple[Event, ...]:
    """The two n-ary events of the article."""
    makers = (Part("agent", "kist"), Part("partner", "lg-ai-research"), Part("partner", "lg-electronics"), Part("product", "product/kapex"))
    visit = (Part("agent", "person/배경훈"), Part("organization", "kist"))
    return (
        Event("kapex-visit/codevelopment-1", "CoDevelopment", makers, ("kapex-visit",), None, "ongoing"),
        Event("kapex-visit/visit-1", "Visit", visit, ("kapex-visit",), day("2025-11-13"), "actual"),
    )


def mentions(claims: list[Claim]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each document the entities that its claims name."""
    named: dict[str, set[str]] = {}
    for told in claims:
        named.setdefault(told.document, set()).update({told.subject, told.object})
    return tuple((doc, tuple(sorted(ids))) for doc, ids in sorted(named.items()))


def kapex_graph() -> Graph:
    """The whole graph, sorted as the contract of ``kg.values`` asks."""
    article, paper = news(), release()
    claims = sorted(news_claims(article) + release_claims(paper), key=lambda told: (told.document, told.start, told.id))
    entities = tuple(sorted(ENTITIES, key=lambda entity: entity.id))
    return Graph((paper, article), entities, tuple(claims), events(), mentions(claims))
