"""What is offered when nothing was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.query import parse
from briefing_app.search.relaxation import shorter_queries
from briefing_app.search.results import Filters, Order


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ("ceasefire quetta", {"quetta": "R17"}),
        ("section:history ceasefire amnesty", {"section:history": "R22"}),
        ("date:1947 ceasefire", {"date:1947": "R17", "ceasefire": "H1"}),
        ('"no such words" mosque', {'"no such words"': "R11"}),
        ("=quetta mosque", {"=quetta": "R11"}),
        ("(quetta mosque) shia", {"quetta": "R11"}),
        ("quetta", {}),
        ("quetta lahore karachi", {}),
        ("ceasefire -ceasefire", {}),
        ("quetta OR lahore", {}),
        ("ceasefire", {}),
    ],
)
def test_offers(index, query, offers):
    results = index.search(query, Filters(), Order.BEST)
    assert {offer.left_out for offer in results.relaxations} == set(offers)
    for offer in results.relaxations:
        found = index.search(offer.query, Filters(), Order.BEST)
        assert found.total == offer.total
        assert found.claims[0].id == offers[offer.left_out]


def test_offers_keep_the_filters(index):
    chosen = Filters(sections=frozenset({"history"}))
    assert index.search("ceasefire quetta", chosen, Order.BEST).relaxations == ()


def test_a_pasted_text_is_not_taken_apart():
    assert list(shorter_queries(parse(" ".join(["word"] * 9)))) == []


@given(st.text(), st.text())
def test_each_offer_is_shorter_and_leaves_out_what_it_says(one, other):
    query = f"{one} {other}"
    for shorter, left_out in shorter_queries(parse(query)):
        assert left_out in query
        assert len(shorter) < len(query)
