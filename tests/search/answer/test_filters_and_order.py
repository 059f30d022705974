"""Filters, facets, order and limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.search.results import Filters, Order
from tests.search.query_table import QUERIES as TYPED

QUERIES = ["", "ttp", "ceasefire", "taliban", "date:2021", "-pakistan", "nothing at all here"]
FACETS = Filters.__struct_fields__
VALUES = {
    "families": list(Family),
    "types": list(ClaimType),
    "sections": ["overview", "history", "takeover", "terrorism", "policy-options", "nowhere"],
    "actors": ["ttp", "pakistan", "iskp", "afghan-taliban", "nobody"],
    "places": ["pakistan", "afghanistan", "peshawar"],
    "dates": ["1947", "195X", "2021", "2022", "2021-08/..", "soon"],
    "confidences": list(Confidence),
}
filters = st.builds(
    Filters, **{name: st.frozensets(st.sampled_from(VALUES[name]), max_size=2) for name in FACETS}
)


def ids(results):
    return [hit.id for hit in results.claims]


def facet(results, name):
    return {value.value: value.count for value in getattr(results.facets, name)}


def test_an_empty_query_lists_every_claim_in_the_order_of_the_text(index, shipped):
    results = index.search("", Filters(), Order.BEST)
    assert ids(results) == [claim.id for claim in shipped.cross_references.in_text_order()]
    assert (results.paragraphs, results.entities, results.sources) == ((), (), ())
    assert all(hit.matched == () for hit in results.claims)


@given(st.sampled_from(QUERIES), filters, st.sampled_from(FACETS), st.data())
def test_a_filter_never_adds_a_hit(index, query, chosen, name, data):
    from msgspec.structs import replace

    wider = replace(chosen, **{name: frozenset()})
    narrowed = index.search(query, chosen, Order.BEST)
    assert set(ids(narrowed)) <= set(ids(index.search(query, wider, Order.BEST)))
    more = data.draw(st.sampled_from(FACETS).filter(lambda other: other != name))
    if not getattr(chosen, more):
        value = data.draw(st.sampled_from(VALUES[more]))
        further = index.search(query, replace(chosen, **{more: frozenset({value})}), Order.BEST)
        assert set(ids(further)) <= set(ids(narrowed))


FIELDS = [
    "actor:ttp",
    "place:peshawar,swat",
    "tag:cause",
    "section:terrorism",
    "type:event",
    "confidence:low",
    "source:satp",
    "date:2021..",
    "-actor:pakistan",
    "actor:nobody",
    "family:said",
    "ceasefire",
    "-ceasefire",
    '"the ceasefire"',
]


@given(st.sampled_from([q for q in TYPED if q.count("(") == q.count(")")]), st.sampled_from(FIELDS))
def test_a_field_or_a_word_more_never_adds_a_hit(index, query, field):
    wider = index.search(f"({query}) ", Filters(), Order.BEST)
    narrower = index.search(f"({query}) {field} ", Filters(), Order.BEST)
    assert set(ids(narrower)) <= set(ids(wider))


@given(st.sampled_from(QUERIES), filters, st.sampled_from(FACETS), st.data())
def test_a_count_is_what_choosing_it_leaves(index, query, chosen, name, data):
    from msgspec.structs import replace

    counts = facet(index.search(query, chosen, Order.BEST), name)
    if counts:
        value = data.draw(st.sampled_from(sorted(counts)))
        alone = replace(chosen, **{name: frozenset({value})})
        assert index.search(query, alone, Order.BEST).total == counts[value]


def test_all_four_families_are_always_counted(index):
    results = index.search("zzzz", Filters(), Order.BEST)
    assert facet(results, "families") == dict.fromkeys(map(str, Family), 0)
    assert facet(results, "types") == {}


def test_what_is_chosen_stays_in_sight(index):
    chosen = Filters(sections=frozenset({"history"}), dates=frozenset({"1992"}))
    results = index.search("ttp ceasefire", chosen, Order.BEST)
    assert results.total == 0
    assert facet(results, "sections")["history"] == 0
    assert "1992" in facet(results, "dates")
    span = Filters(dates=frozenset({"2021-11/2021-12"}))
    results = index.search("", span, Order.BEST)
    assert facet(results, "dates")["2021-11/2021-12"] == results.total > 0


def test_dates_are_offered_as_years_where_there_are_many(index):
    offered = [v.value for v in index.search("", Filters(), Order.BEST).facets.dates]
    assert offered == sorted(offered)
    assert {"195X", "2021", "2022"} <= set(offered)


def test_date_filters_take_what_overlaps(index):
    found = index.search("", Filters(dates=frozenset({"2021-11"})), Order.TEXT)
    assert {"R17", "R20", "R12", "R2", "R9"} <= set(ids(found))
    assert "R18" not in ids(found)


def test_the_order_of_the_text_is_that_of_the_sections(index, shipped):
    text_order = [claim.id for claim in shipped.cross_references.in_text_order()]
    found = ids(index.search("ttp", Filters(), Order.TEXT))
    assert found == [claim for claim in text_order if claim in found]


def test_the_order_of_dates_puts_undated_claims_last(index, shipped):
    claims = shipped.cross_references.claims
    found = ids(index.search("", Filters(), Order.DATE))
    dated = [claim for claim in found if claims[claim].date]
    assert found[: len(dated)] == dated
    assert found[0] == "H1"
    keys = [claims[claim].date.sort_key for claim in dated]
    assert keys == sorted(keys)


@pytest.mark.parametrize("limit", [0, 1, 3, 1000, -1])
def test_a_limit_cuts_the_list_and_not_the_count(index, limit):
    whole = index.search("ttp", Filters(), Order.BEST)
    cut = index.search("ttp", Filters(), Order.BEST, limit=limit)
    assert ids(cut) == ids(whole)[: max(limit, 0)]
    assert cut.total == whole.total
    assert cut.facets == whole.facets


def test_filters_on_claims_leave_prose_and_names_out(index):
    by_type = index.search("ceasefire", Filters(types=frozenset({ClaimType.EVENT})), Order.BEST)
    assert (by_type.paragraphs, by_type.entities, by_type.sources) == ((), (), ())
    in_section = Filters(sections=frozenset({"terrorism"}))
    by_section = index.search("ceasefire", in_section, Order.BEST)
    assert {hit.section for hit in by_section.paragraphs} == {"terrorism"}


@given(
    st.lists(
        st.sampled_from(
            ["ttp", "ceasefire", "OR", "NOT", "-", "(", ")", '"', "type:event", "date:2021", "tal*"]
        )
    ).map(" ".join),
    filters,
    st.sampled_from(Order),
)
def test_any_query_with_any_filter_has_an_answer(index, query, chosen, order):
    results = index.search(query, chosen, order)
    assert len(set(ids(results))) == len(results.claims) == results.total


@given(st.text())
def test_any_string_has_an_answer(index, query):
    assert index.search(query, Filters(), Order.BEST).query == query


def test_the_same_question_has_the_same_answer(index, shipped):
    from briefing_app.open_briefing import build_index

    again = build_index(shipped.briefing)
    for query in QUERIES:
        first = index.search(query, Filters(), Order.BEST)
        assert again.search(query, Filters(), Order.BEST) == first
