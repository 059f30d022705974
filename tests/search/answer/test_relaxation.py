"""What is offered when nothing was found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.search.answer.relaxation import only_typed, shorter_queries
from briefing_app.search.query.parser import parse
from briefing_app.search.results import Filters, Order, RelaxationKind


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
@example("0", ")0)")
def test_each_offer_is_shorter_and_leaves_out_what_it_says(one, other):
    query = f"{one} {other}"
    for shorter, left_out in shorter_queries(parse(query)):
        assert left_out in query
        assert len(shorter) < len(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tehreek talban ceasefire", "=tehreek =talban =ceasefire"),
        ("kabul OR delhi", "=kabul OR =delhi"),
        ("", ""),
        ("   ", ""),
        ('"as said" daoud', '"as said" =daoud'),
        ("actor:ttp daoud", "actor:ttp =daoud"),
        ("=already", "=already"),
        ("terror*", "terror*"),
        ("-terror (daoud)", "-terror (=daoud)"),
        ("cost-benefit", "=cost-benefit"),
        ("who is WHO", "who is =WHO"),
    ],
)
def test_the_query_for_just_what_was_typed(query, expected):
    assert only_typed(parse(query)) == expected


def offers(index, query, filters):
    results = index.search(query, filters, Order.BEST)
    return [(o.kind, o.query, o.filter, o.left_out, o.total) for o in results.relaxations]


def test_offers_come_in_order_spelling_filter_words(index):
    chosen = Filters(sections=frozenset({"terrorism"}))
    kinds = RelaxationKind
    words = kinds.WORDS
    assert offers(index, "part doha", Filters()) == [
        (kinds.SPELLING, "party doha", "", "part", 1),
        (kinds.SPELLING, "parties doha", "", "part", 1),
        (words, "doha", "", "part", 3),
        (words, "part", "", "doha", 4),
    ]
    assert offers(index, "amnesty doha", chosen) == [(words, "amnesty", "", "doha", 1)]
    history = Filters(sections=frozenset({"history"}))
    assert offers(index, "amnesty", history) == [(kinds.FILTER, "amnesty", "sections", "", 1)]
