"""A large index's first and ranked answers, against the index in memory over the same claims."""

import pytest

from briefing_app.model.claim import ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.engines.file import finding
from briefing_app.search.engines.file.large_index import open_index
from briefing_app.search.engines.memory.memory_index import make_memory_index
from briefing_app.search.results import Filters, Order
from tests.benchmarks.synthetic_claims import make_briefing, queries

COUNT = 3_000


@pytest.fixture(scope="module")
def briefing():
    return make_briefing(COUNT)


@pytest.fixture(scope="module")
def memory(briefing):
    return make_memory_index(briefing)


@pytest.fixture(scope="module")
def large(briefing, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        options = {"progress": lambda *_: None, "cancelled": lambda: False}
        index = open_index(briefing, CrossReferences(briefing), **options)
    yield index
    index.close()


QUERIES = [
    *queries(make_briefing(200), 10),
    "ta",
    "the",
    "date:1999 police",
    "date:1950..1960",
    "date:1999 OR ceasefire",
    "-the",
    "type:event",
    "taliban afganistan",
    "ceasefyre",
    "goverment repott",
    "attacks",
    "border s",
    "-goverment the police",
    "pak istan",
    "policemosque",
]
FILTERS = [
    Filters(),
    Filters(types=frozenset({ClaimType.EVENT})),
    Filters(dates=frozenset({"1999"}), sections=frozenset({"s3"})),
]


@pytest.mark.parametrize("filters", FILTERS, ids=["all", "type", "date and section"])
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("dear", [False, True], ids=["cheap", "dear"])
def test_the_same_claims_are_found(memory, large, query, filters, dear, monkeypatch):
    if dear:  # as if a million claims made every word a common one
        monkeypatch.setattr(finding, "RANKED", 0)
        monkeypatch.setattr(finding, "_CHECKED_FIRST", 50)
        monkeypatch.setattr(finding, "_COUNTED_FIRST", 20)
    every = memory.search(query, filters, Order.BEST)
    found = {hit.id for hit in every.claims}
    first = large.search(query, filters, Order.BEST, refine=False)
    ranked = large.search(query, filters, Order.BEST)
    assert ranked.whole
    assert ranked.total == every.total
    assert {hit.id for hit in ranked.claims} == found
    assert {hit.id for hit in first.claims} <= found
    assert first.total >= every.total
    if first.whole:
        assert first.total == every.total
    if every.total <= finding.SCORED:
        assert [hit.id for hit in ranked.claims] == [hit.id for hit in every.claims]
    assert ranked.facets == every.facets


@pytest.mark.parametrize("query", ["for", "to", "the for", "aid OR to", "ceasefire OR for"])
@pytest.mark.parametrize("refine", [False, True], ids=["first", "ranked"])
@pytest.mark.parametrize("dear", [False, True], ids=["cheap", "dear"])
def test_claims_that_say_the_words_stand_first_also_beyond_the_scored_ones(
    briefing, large, query, refine, dear, monkeypatch
):
    monkeypatch.setattr(finding, "SCORED", 20)
    if dear:
        monkeypatch.setattr(finding, "RANKED", 0)
    texts = {claim.id: set(claim.text.lower().rstrip(".").split()) for claim in briefing.claims}
    wanted = [set(part.split()) for part in query.split(" OR ")]
    hits = large.search(query, Filters(), Order.BEST, refine=refine).claims
    said = [any(words <= texts[hit.id] for words in wanted) for hit in hits]
    assert said == sorted(said, reverse=True)
    assert refine is False or not all(said)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("order", [Order.TEXT, Order.DATE])
def test_other_orders_are_complete(memory, large, query, order):
    expected = [hit.id for hit in memory.search(query, Filters(), order).claims]
    assert [hit.id for hit in large.search(query, Filters(), order).claims] == expected


def test_many_hits_are_counted_in_the_first_of_them(large, memory, monkeypatch):
    monkeypatch.setattr(finding, "_COUNTED", 100)
    monkeypatch.setattr(finding, "_COUNTED_FIRST", 100)
    chosen = Filters(types=frozenset({ClaimType.EVENT}))
    approximate = large.search("the", chosen, Order.BEST).facets
    exact = memory.search("the", chosen, Order.BEST).facets
    assert approximate.of_first == 100
    counts = {v.value: v.count for v in exact.types}
    assert len(approximate.types) == len(counts)
    assert all(value.count <= counts[value.value] for value in approximate.types)


def test_a_plain_listing_makes_no_hit_before_it_is_asked_for(large, briefing):
    for order in Order:
        claims = large.search("", Filters(), order).claims
        assert len(claims) == COUNT
        assert claims[COUNT - 1].id == claims[-1].id
        assert [claims.row_of(hit.id) for hit in claims[5:8]] == [5, 6, 7]
        assert claims.row_of("nobody") == -1
        with pytest.raises(IndexError):
            claims[COUNT]


def test_the_listing_can_be_cut(large):
    assert len(large.search("", Filters(), Order.BEST, limit=7).claims) == 7
    assert large.search("", Filters(), Order.BEST, limit=7).total == COUNT


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("filters", FILTERS, ids=["all", "type", "date and section"])
def test_guesses_are_told_apart_wherever_they_are_listed(memory, large, order, filters):
    query = "the OR taliban OR goverment OR afganistan OR pakistn"  # the last three are guesses
    expected = {hit.id: hit.guessed for hit in memory.search(query, filters, order).claims}
    if not filters:
        assert sum(expected.values()) > 100
        assert len(expected) > 1_500
    for refine in (True, False):
        hits = large.search(query, filters, order, refine=refine).claims
        assert {hit.id: expected[hit.id] for hit in hits} == {hit.id: hit.guessed for hit in hits}
