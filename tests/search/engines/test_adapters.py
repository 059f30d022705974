"""The index file answers as the index in memory does: hits, order, marks, facets, offers."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.search.results import Filters, Order
from tests.search.query_table import QUERIES

# where the two once differed
DIFFERED = [
    "STATET",  # only corrections, one of which is a weaker form as well
    "$e",
    "nationl",
    "us-talib",
    "دا",
    "ministery",
    "fund-rai",
    "id:-",  # no word at all
    "id:'",
    "tag:-",
    "id:80",  # an unknown id, near one or not
    "id:burning",  # a word of other fields
    "id:causes",
    "id:daoud-khan-O UNION",
]

FILTERS = [
    Filters(),
    Filters(sections=frozenset({"history", "terrorism"})),
    Filters(actors=frozenset({"ttp"}), dates=frozenset({"2021", "2022"})),
    Filters(dates=frozenset({"195X", "soon"})),
]


def answer(index, query, filters, order, limit=None, *, typing=False):
    found = index.search(query, filters, order, limit=limit, typing=typing)
    return {name: getattr(found, name) for name in found.__struct_fields__} | {
        "claims": tuple(found.claims)
    }


@pytest.mark.parametrize("filters", FILTERS, ids=["all", "sections", "actor and dates", "dates"])
@pytest.mark.parametrize("query", [*QUERIES, *DIFFERED])
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


WORDS_AND_SIGNS = sorted({word for query in QUERIES for word in query.split()} | set('-=()|",:*'))


@st.composite
def misspelt(draw):
    word = draw(st.sampled_from(WORDS_AND_SIGNS))
    at = draw(st.integers(0, len(word)))
    gone = draw(st.integers(0, 2))
    return word[:at] + draw(st.sampled_from(["", *"aeinst-*"])) + word[at + gone :]


def likely():
    """Return queries made of words that are read, of such with an error, and of anything."""
    parts = st.sampled_from(WORDS_AND_SIGNS) | misspelt() | misspelt().map(str.upper)
    return st.lists(parts | st.text(max_size=4), max_size=6).map(" ".join)


@given(st.text(max_size=60) | likely(), st.sampled_from(list(Order)), st.booleans())
@example("STATET", Order.BEST, False)
@example("$e", Order.BEST, False)
def test_both_answer_alike_to_anything(memory_index, file_index, query, order, typing):
    found = answer(file_index, query, Filters(), order, typing=typing)
    assert found == answer(memory_index, query, Filters(), order, typing=typing)


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
