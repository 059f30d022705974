"""What a query may go on with, on the shipped briefing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.open_briefing import build_index
from briefing_app.search.query.completion import QueryCompletion
from briefing_app.search.query.parser import FIELDS
from briefing_app.search.results import Filters, Order


@pytest.fixture(scope="module")
def briefing(shipped_briefing_path):
    return load_briefing(shipped_briefing_path).briefing


@pytest.fixture(scope="module")
def index(briefing):
    return build_index(briefing)


@pytest.fixture(scope="module")
def completion(briefing, index):
    return QueryCompletion(briefing, index.value_counts())


def texts(completion, query: str) -> list[str]:
    return [found.text for found in completion.suggest(query, len(query))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("act", ["actor:"]),
        ("ACT", ["actor:"]),
        ("ceasefire -pl", ["place:"]),
        ("(so", ["source:"]),
        ("st", ["status:"]),
        ("actor:tt", ["ttp"]),
        ("actor:TT", ["ttp"]),
        ("-actor:tt", ["ttp"]),
        ("actor:pakistani", ["ttp"]),
        ("actor:pakistani tal", ["ttp"]),
        ('actor:"pakistani tal', ["ttp"]),
        ("ceasefire actor:tehrik taliban", ["ttp"]),
        ("actor:haqani", ["siraj-haqqani"]),
        ("actor:daud", ["daoud-khan"]),
        ("actor:dawood", ["daoud-khan"]),
        ("place:پشاور", ["peshawar"]),
        ("type:statistic,ev", ["event"]),
        ("section:hist", ["history"]),
        ("source:south asia", ["satp"]),
        ("confidence:", ["not-stated"]),
    ],
)
def test_what_is_offered(completion, query, expected):
    assert texts(completion, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "", "a", "=act", '"act', "date:20", "date:2021..", "date:", "actor:ttp", 'actor:"ttp"',
        "=actor:tt", "actor:ttp cease", "actor:pakistan tal", "actor:zzz", "zebra", "nothing:tt",
        "actor:ttp ", "actor:!!", "family:d",
    ],
)  # fmt: skip
def test_where_nothing_is_offered(completion, query):
    assert texts(completion, query) == []


def test_the_cursor_may_stand_before_the_end(completion):
    query = "actor:tt ceasefire"
    (found,) = completion.suggest(query, len("actor:tt"))
    assert query[found.start : found.end] == "tt"
    assert completion.suggest(query, len("actor:t")) == ()


def test_values_come_with_name_count_and_the_spelling_that_was_typed(completion):
    (found,) = completion.suggest("actor:pakistani tal", 19)
    assert (found.name, found.called) == ("Tehrik-e-Taliban Pakistan", "Pakistani Taliban")
    assert found.count == 16
    assert (found.start, found.end) == (6, 19)


def test_the_commonest_values_come_first(completion):
    counts = [found.count for found in completion.suggest("actor:", 6)]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) > 20


def test_ids_are_in_the_order_of_their_numbers(completion):
    assert texts(completion, "id:r1")[:4] == ["R1", "R10", "R11", "R12"]
    assert texts(completion, "id:")[:3] == ["H1", "H2", "H3"]


def test_each_suggestion_finds_as_many_claims_as_it_says(completion, index):
    for field in FIELDS:
        for found in completion.suggest(f"{field}:", len(field) + 1):
            query = f"{field}:{found.text}"
            assert index.search(query, Filters(), Order.BEST).total == found.count, query


def test_values_with_signs_in_them_are_quoted(briefing):
    completion = QueryCompletion(briefing, {"tag": {"two words": 3, "a,b": 1, "plain": 2}})
    assert texts(completion, "tag:") == ['"two words"', "plain", '"a,b"']


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_string_can_be_completed(completion, query, cursor):
    for found in completion.suggest(query, min(cursor, len(query))):
        assert 0 <= found.start <= found.end <= len(query)


@given(
    st.lists(
        st.sampled_from(["actor:", "tt", " ", '"', ",", "-", "(", ")", "type:", "pak", "OR", ":"]),
        max_size=12,
    )
)
def test_any_beginning_of_a_query_can_be_completed(completion, parts):
    query = "".join(parts)
    for found in completion.suggest(query, len(query)):
        assert found.end == len(query)
