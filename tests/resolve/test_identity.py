"""Which referents of different documents are one thing."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.identity import Identity, Node, assign_ids
from kg.values import Referent
from tests.road import ontology


def node(document: str, type_: str, name: str, *marks: str, row: str | None = None) -> Node:
    return Node(document, Referent("r0", type_, name, (name,), row, ()), frozenset(marks))


def on(document: str, name: str, day: dt.date, *marks: str) -> Node:
    """An event of which a document of a day speaks."""
    return replace(node(document, "Event", name, *marks), day=day)


def ids(*nodes: Node) -> list[str]:
    found = assign_ids(nodes, ontology())
    return [found[n.document, n.referent.key] for n in nodes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (node("a", "Company", "나루테크"), node("b", "Company", "나루테크")),
        (node("a", "Company", "나루 테크"), node("b", "Company", "나루테크")),
        (node("a", "ResearchInstitute", "한국과학기술연구원", row="kist"), node("b", "ResearchInstitute", "KIST", row="kist")),
        (node("a", "Person", "정하람", "kist"), node("b", "Person", "정하람", "kist", "kaist")),
        (node("a", "Person", "정하람"), node("b", "Person", "정하람", "kist")),
        (node("a", "Event", "로봇 포럼", "2025-03-12"), node("b", "Event", "로봇 포럼", "2025-03-12")),
        (node("a", "Event", "로봇 포럼"), node("b", "Event", "로봇 포럼", "2025-03-12")),
        # The second ministry followed on the first.
        (node("a", "Person", "정하람", "motie"), node("b", "Person", "정하람", "motir")),
        (node("a", "Person", "정하람", "kipo"), node("b", "Person", "정하람", "moip")),
        (node("a", "University", "국제대학원", "of:snu"), node("b", "University", "국제대학원", "of:snu")),
        (node("a", "University", "국제대학원"), node("b", "University", "국제대학원", "of:snu")),
        # The first body is of the second.
        (node("a", "GovernmentBody", "산림드론센터", "of:nifos"), node("b", "GovernmentBody", "산림드론센터", "of:kfs")),
        (node("a", "GovernmentBody", "전담팀", "of:motie"), node("b", "GovernmentBody", "전담팀", "of:motir")),
        (on("a", "점검 포럼", dt.date(2025, 3, 11), "number:3"), node("b", "Event", "점검 포럼", "2025-03-12")),
    ],
)
def test_one_thing(one: Node, other: Node) -> None:
    first, second = ids(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (node("a", "Company", "나루"), node("b", "Product", "나루")),
        (node("a", "Person", "정하람", "kist"), node("b", "Person", "정하람", "kaist")),
        (node("a", "Event", "로봇 포럼", "2025-03-12"), node("b", "Event", "로봇 포럼", "2024-03-12")),
        (node("a", "Event", "토론회"), node("b", "Event", "토론회")),
        (node("a", "Event", "토론회", "2025-03-12"), node("b", "Event", "토론회", "2025-03-12")),
        (node("a", "Company", "나루", row="naru"), node("b", "Company", "나루")),
        # Both came together in a third.
        (node("a", "Person", "정하람", "motie"), node("b", "Person", "정하람", "me")),
        (node("a", "University", "국제대학원", "of:snu"), node("b", "University", "국제대학원", "of:hanyang")),
        (node("a", "GovernmentBody", "전담팀", "of:msit"), node("b", "GovernmentBody", "전담팀", "of:moe")),
        # Both are of a third.
        (node("a", "ResearchInstitute", "뇌과학연구소", "of:kist"), node("b", "ResearchInstitute", "뇌과학연구소", "of:krict")),
        (node("a", "Event", "점검 포럼", "number:3"), node("b", "Event", "점검 포럼", "number:4", "2025-03-12")),
        (node("a", "Event", "점검 포럼", "number:3", "2025-03-12"), node("b", "Event", "점검 포럼", "number:4", "2025-03-12")),
        # A number comes again each year.
        (node("a", "Event", "점검 포럼", "number:3", "2024-03-12"), node("b", "Event", "점검 포럼", "number:3", "2025-06-12")),
        (on("a", "점검 포럼", dt.date(2024, 3, 11), "number:3"), on("b", "점검 포럼", dt.date(2026, 3, 11), "number:3")),
    ],
)
def test_two_things(one: Node, other: Node) -> None:
    first, second = ids(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("name", "days", "things"),
    [
        ("로봇 포럼", 90, 1),
        ("로봇 포럼", 100, 2),
        ("제3회 로봇 포럼", 100, 1),
        ("제3회 로봇 포럼", 400, 2),
    ],
)
@pytest.mark.parametrize("mark", [(), ("2025-03-12",)])
def test_events_of_one_name_are_two_where_their_times_are_far_apart(name: str, days: int, things: int, mark: tuple[str, ...]) -> None:
    first = node("a", "Event", name, *mark)
    second = replace(node("b", "Event", name), day=dt.date(2025, 3, 12) + dt.timedelta(days))
    assert len(set(ids(first if mark else replace(first, day=dt.date(2025, 3, 12)), second))) == things


def test_namesakes_are_joined_by_a_third_who_is_both() -> None:
    first, second, third = ids(
        node("a", "Person", "정하람", "x"), node("b", "Person", "정하람", "y"), node("c", "Person", "정하람", "x", "y")
    )
    assert first == second == third


@pytest.mark.parametrize(
    ("type_", "name", "marks"),
    [
        # Two ministries came together in the third, or came of it.
        ("Person", "정하람", ("me", "motie", "mcee")),
        ("Person", "정하람", ("mcee", "motir", "motie")),
        ("ResearchInstitute", "뇌과학연구소", ("of:kist", "of:krict", "of:nst")),
    ],
)
def test_two_that_are_apart_are_not_joined_by_a_third_that_could_be_either(type_: str, name: str, marks: tuple[str, ...]) -> None:
    assert len(set(ids(*(node(document, type_, name, mark) for document, mark in zip("abc", marks, strict=True))))) == 3


def test_an_event_without_a_day_is_the_only_one_of_its_time() -> None:
    first, near, later = node("a", "Event", "로봇 포럼", "2025-03-12"), on("b", "로봇 포럼", dt.date(2025, 3, 13)), "2025-11-12"
    assert [len({*ids(first, near, node("c", "Event", "로봇 포럼", day))}) for day in (later, "2025-04-30")] == [2, 3]
    assert ids(first, near, node("c", "Event", "로봇 포럼", later))[1] == ids(first)[0]


def test_events_without_a_day_between_two_that_could_be_theirs_are_alone() -> None:
    days = [on(document, "로봇 포럼", dt.date(2025, 4, day)) for document, day in (("b", 1), ("c", 2))]
    assert len({*ids(node("a", "Event", "로봇 포럼", "2025-03-12"), *days, node("d", "Event", "로봇 포럼", "2025-04-30"))}) == 4


def test_events_of_a_number_are_two_also_where_there_is_another_number() -> None:
    days = {"a": (2024, 3), "b": (2025, 3), "c": (2025, 4)}
    found = ids(*(on(document, "점검 포럼", dt.date(year, 3, 11), f"number:{number}") for document, (year, number) in days.items()))
    assert len(set(found)) == 3


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("Person"), st.frozensets(st.sampled_from(["me", "motie", "mcee", "motir", "kist"]), max_size=2), st.just(0)),
            st.tuples(
                st.just("Event"),
                st.frozensets(st.sampled_from(["number:3", "number:4", "2025-03-12", "2025-05-12"]), max_size=2),
                st.sampled_from([0, 50, 100, 200, 400]),
            ),
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 8),
)
def test_documents_that_come_later_change_as_much_as_if_they_had_come_first(
    rows: list[tuple[str, frozenset[str], int]], first: int
) -> None:
    day = dt.date(2025, 3, 1)
    nodes = [
        replace(node(f"d{at}", type_, "새길", *marks), day=day + dt.timedelta(far) if far else None)
        for at, (type_, marks, far) in enumerate(rows)
    ]
    identity = Identity(ontology())
    identity.change((), nodes[first:])
    identity.change((), nodes[:first])
    assert identity.ids() == assign_ids(nodes, ontology()) == assign_ids(nodes[::-1], ontology())


@pytest.mark.parametrize(
    ("made", "id_"),
    [
        (node("a", "Person", "정하람", "kist"), "person/정하람"),
        (node("a", "ResearchInstitute", "새길 연구원"), "research-institute/새길-연구원"),
        (node("a", "GovernmentBody", "새길청"), "government-body/새길청"),
        (node("a", "ResearchInstitute", "KIST", row="kist"), "kist"),
        (node("a", "Event", "토론회"), "event/토론회-a"),
    ],
)
def test_an_id_is_the_row_or_the_class_and_the_name(made: Node, id_: str) -> None:
    assert ids(made) == [id_]


def test_of_namesakes_the_one_with_most_documents_has_the_plain_id_and_the_others_say_where() -> None:
    found = ids(node("a", "Person", "정하람", "kaist"), node("b", "Person", "정하람", "kist"), node("c", "Person", "정하람", "kist"))
    assert found == ["person/정하람-kaist", "person/정하람", "person/정하람"]


NODES = st.lists(
    st.tuples(
        st.sampled_from(["Person", "Event", "Company"]),
        st.sampled_from(["정하람", "로봇 포럼", "토론회"]),
        st.frozensets(st.sampled_from("xyz"), max_size=2),
        st.sampled_from([None, None, "kist"]),
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None)
@given(NODES, st.integers(0, 1000))
def test_the_order_of_documents_changes_no_id(rows: list[tuple[str, str, frozenset[str], str | None]], seed: int) -> None:
    nodes = [node(f"d{at}", type_, name, *marks, row=row) for at, (type_, name, marks, row) in enumerate(rows)]
    turned = nodes[seed % len(nodes) :] + nodes[: seed % len(nodes)]
    assert assign_ids(nodes, ontology()) == assign_ids(turned, ontology()) == assign_ids(nodes[::-1], ontology())


@settings(deadline=None)
@given(NODES)
def test_what_has_nothing_in_common_has_no_common_id(rows: list[tuple[str, str, frozenset[str], str | None]]) -> None:
    nodes = [node(f"d{at}", type_, name, *marks, row=row) for at, (type_, name, marks, row) in enumerate(rows)]
    found = assign_ids(nodes, ontology())
    for one, other in itertools.combinations(nodes, 2):
        if found[one.document, "r0"] == found[other.document, "r0"]:
            assert one.referent.authority == other.referent.authority
            if one.referent.authority is None:
                assert (one.referent.type, one.referent.name) == (other.referent.type, other.referent.name)
