"""Questions bring words along that the answer need not have."""

import pytest

from briefing_app.search.answer.questions import answer_question, is_question
from briefing_app.search.results import Filters, Order, Relaxation, Results


def search(index, query, filters=None, **options):
    return index.search(query, filters or Filters(), Order.BEST, **options)


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(
    ("query", "left_out", "first"),
    [
        ("which capitals had recognised the emirate?", "capitals", "C17"),
        ("which general walked across the friendship bridge?", "across", "B15"),
        ("did karmal come from czechoslovakia?", "come", "B5"),
    ],
)
def test_a_word_that_no_claim_has_as_well_is_left_out_and_told(
    indexes, query, left_out, first, typing
):
    results = search(indexes["a"], query, typing=typing)
    assert results.query == query
    assert results.claims[0].id == first
    assert left_out not in results.read_as
    notice = results.notices[-1]
    assert notice.message == (
        f"No claim has “{left_out}” as well: what the other words find is listed."
    )
    assert query[notice.start : notice.end] == left_out
    assert not results.relaxations


@pytest.mark.parametrize(
    "query",
    [
        "capitals had recognised the emirate",  # no question: wider searches are offered
        "who recognised nobody?",  # less one of two words it would be another question
        "when did Sri Lanka default on its debt?",
        "what ceasefire quetta lahore karachi",
        "?",
        "",
    ],
)
def test_everything_else_is_answered_as_it_stands(indexes, query):
    assert search(indexes["a"], query).read_as is None


def test_a_filter_that_keeps_claims_out_is_still_blamed(index):
    results = search(index, "who fears a crisis?", Filters(sections=frozenset({"history"})))
    assert not results.claims
    assert {offer.filter for offer in results.relaxations} == {"sections"}


@pytest.mark.parametrize(
    ("query", "is_one"),
    [
        ("who signed the deal", True),
        ("How many prisoners", True),
        ("was ghani there?", True),
        ("کون تھا؟", True),
        ("whose", False),
        ("?", False),
        ("deal of doha", False),
    ],
)
def test_questions_are_told_by_their_first_word_or_their_mark(query, is_one):
    assert is_question(query) is is_one


def test_the_word_that_is_named_is_no_part_of_another_one():
    query = "was that party a part of the deal?"
    offers = (Relaxation("was that party a of the deal?", "part", 1),)
    nothing = Results(query=query, claims=(), total=0, relaxations=offers)
    answered = answer_question(nothing, 3, lambda other: Results(query=other, claims=(), total=1))
    notice = answered.notices[-1]
    assert (notice.start, notice.end) == (query.index(" part ") + 1, query.index(" of"))
