"""The index file answers as the index in memory does: hits, order, marks, facets, offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.results import Filters, Order
from tests.search.query_table import QUERIES

FILTERS = [
    Filters(),
    Filters(sections=frozenset({"history", "terrorism"})),
    Filters(actors=frozenset({"ttp"}), dates=frozenset({"2021", "2022"})),
    Filters(dates=frozenset({"195X", "soon"})),
]


def answer(index, query, filters, order, limit=None):
    found = index.search(query, filters, order, limit=limit)
    return {name: getattr(found, name) for name in found.__struct_fields__} | {
        "claims": tuple(found.claims)
    }


@pytest.mark.parametrize("filters", FILTERS, ids=["all", "sections", "actor and dates", "dates"])
@pytest.mark.parametrize("query", QUERIES)
def test_both_indexes_answer_alike(memory_index, file_index, query, filters):
    for order in Order:
        expected = answer(memory_index, query, filters, order)
        assert answer(file_index, query, filters, order) == expected
        first = file_index.search(query, filters, order, refine=False)
        assert first.whole == bool(expected["total"])
        assert tuple(first.claims) == expected["claims"]


@given(st.sampled_from(QUERIES), st.data(), st.sampled_from(list(Order)), st.integers(-1, 9))
def test_both_answer_alike_while_typing(memory_index, file_index, query, data, order, limit):
    typed = query[: data.draw(st.integers(0, len(query)))]
    expected = answer(memory_index, typed, Filters(), order, limit)
    assert answer(file_index, typed, Filters(), order, limit) == expected


@given(st.text(max_size=60))
def test_both_answer_alike_to_anything(memory_index, file_index, query):
    found = answer(file_index, query, Filters(), Order.BEST)
    expected = answer(memory_index, query, Filters(), Order.BEST)
    # an unknown id is not compared with a million others
    del found["notices"], expected["notices"]
    assert found == expected


@pytest.mark.parametrize("query", QUERIES)
def test_every_key_press_is_answered_by_both(memory_index, file_index, query):
    for end in range(len(query) + 1):
        for index in (memory_index, file_index):
            assert index.search(query[:end], Filters(), Order.BEST).query == query[:end]


WORDS = [f"w{number}" for number in range(500)]
LONG = {
    "and": " ".join(WORDS),
    "or": " OR ".join(WORDS),
    "not": " ".join(f"-{word}" for word in WORDS),
    "brackets": "(" * 40 + "ttp" + " OR (ceasefire " * 40,
    "mixed": " ".join(f"(a{n} OR -(b{n} date:2021))" for n in range(80)),
}


@pytest.mark.parametrize("kind", LONG)
def test_both_answer_alike_to_long_queries(memory_index, file_index, kind):
    found = answer(file_index, LONG[kind], Filters(), Order.BEST)
    assert found == answer(memory_index, LONG[kind], Filters(), Order.BEST)
