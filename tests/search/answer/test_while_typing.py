"""What is answered while the last word of a query is being typed."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.results import Filters, Order
from tests.search.test_query_sets import rows


def search(index, query, **options):
    return index.search(query, Filters(), Order.BEST, **options)


def ids(results):
    return [hit.id for hit in results.claims]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dawoo", "B1"),  # a name in another spelling
        ("seb", "C2"),
        ("داو", "B1"),
        ("state inf", "B13"),  # another name of the secret service
        ("bonn ac", "D1"),
        ("helmn", "A15"),  # misspelt
        ("recnc", "B19"),
        ("12.11.18", "A2"),  # a day
        ("12/11/189", "A2"),
        ("12.1", "A2"),
    ],
)
def test_a_word_goes_on_as_it_may_be_meant(indexes, query, first):
    results = search(indexes["a"], query, typing=True)
    assert results.claims
    assert first in ids(results)
    assert results.read_as is None


def test_how_a_word_goes_on_is_a_guess(index):
    hits = search(index, "durn", typing=True).claims
    assert "H2" in {hit.id for hit in hits}
    assert all(hit.guessed for hit in hits)
    assert search(index, "durn").total == 0


@pytest.mark.parametrize(
    ("query", "read_as", "message"),
    [
        ("ceasefire bicy", "ceasefire", "Nothing has “bicy” as well so far: what “ceasefire” f"),
        ("ceasefire type:fo", "ceasefire", "Nothing has “type:fo” as well so far"),
        ("ceasefire date:18", "ceasefire", "Nothing has “date:18” as well so far"),
        ("amnesty =ceas", 'amnesty "ceas', "Nothing has “=ceas” as well so far: what “ceas” f"),
        ('"second dep', '"second', "Nothing has “dep” as well so far"),
        ("(ttp OR nuc", None, ""),
        ("nucl", "nu", "Nothing has “nucl” so far: what “nu” finds is listed."),
        ("type:fore", "", "Nothing has “type:fore” so far: every claim is listed."),
        ("famil", "", "Nothing has “famil” so far: every claim is listed."),
        ("9999", "", "Nothing has “9999” so far: every claim is listed."),
    ],
)
def test_what_was_typed_before_is_answered_and_told(index, query, read_as, message):
    results = search(index, query, typing=True)
    assert results.query == query
    assert results.read_as == read_as
    assert results.claims
    if read_as is not None:
        assert ids(results) == ids(search(index, read_as))
        assert message in results.notices[-1].message
        assert 0 <= results.notices[-1].start < results.notices[-1].end == len(query)


@pytest.mark.parametrize(
    "query", ["ceasefire quetta ", '"karzai hamid"', "(quetta)", "quetta ceasefire", ""]
)
def test_what_is_finished_is_answered_as_it_stands(index, query):
    while_typing, finished = search(index, query, typing=True), search(index, query)
    # offers of shorter queries wait until nothing more is typed
    assert while_typing == msgspec.structs.replace(finished, relaxations=while_typing.relaxations)


def test_a_filter_that_keeps_all_out_is_still_blamed(index):
    filters = Filters(sections=frozenset({"history"}))
    results = index.search("amnesty", filters, Order.BEST, typing=True)
    assert not results.claims
    assert [offer.filter for offer in results.relaxations] == ["sections"]


@pytest.mark.parametrize("name", ["tuned", "held_out"])
def test_no_key_press_empties_the_list(indexes, name):
    for row in rows(name)[::4]:
        index = indexes[row.corpus]
        for end in range(1, len(row.query)):
            typed = row.query[:end]
            before = typed.rpartition(" ")[0]
            if not before or search(index, before).claims:
                results = search(index, typed, typing=True)
                found = (results.claims, results.paragraphs, results.entities, results.sources)
                finished = typed[-1] in ' )"' or results.relaxations
                assert any(map(len, found)) or finished, typed


@given(st.text(max_size=30))
def test_anything_may_be_typed(index, query):
    results = search(index, query, typing=True)
    assert results.query == query
    assert bool(search(index, query).claims) <= (results.read_as is None)
