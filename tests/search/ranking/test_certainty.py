"""What was typed stands before its other forms, and those before corrections; ties as in the text.

Which words a claim says is found out here with a plain regular expression, not with the index.
"""

import random
import re

import pytest

from briefing_app.model.figures import in_words
from briefing_app.search.results import Filters, Order
from briefing_app.search.words.stop_words import STOP_WORDS

WORD = re.compile(r"[a-z]+")
QUERIES = [
    "attack",
    "attacks",
    "terrorist",
    "terrorism pakistan",
    "taliban",
    "afghan",
    "government",
    "recognises government",
    "released prisoners",
    "suspended ceasefire",
    "negotiations",
    "negotiation OR ceasefire",
    "operations",
    "daoud OR dawood",
    "withdraw",
    "ceasefire -announced",
    "type:event attack",
    "islamabad",
]


def words_of(claim):
    """Return the words that the claim itself says."""
    figures = [f"{figure.name} {in_words(figure)}" for figure in claim.figures]
    texts = (claim.text, claim.label, claim.note, claim.basis, *claim.tags, *figures)
    return set(WORD.findall(" ".join(texts).lower()))


def wanted(query):
    """Return what a claim must say: alternatives of words."""
    plain = re.sub(r"-\w+|\w+:\w+", "", query).lower().split(" or ")
    return [set(WORD.findall(part)) for part in plain]


def says(claim, query):
    return any(words <= words_of(claim) for words in wanted(query))


def search(index, query, **options):
    return index.search(query, Filters(), Order.BEST, **options)


@pytest.mark.parametrize("query", QUERIES)
def test_claims_that_say_the_words_stand_first(index, shipped, query):
    claims = shipped.cross_references.claims
    said = [says(claims[hit.id], query) for hit in search(index, query).claims]
    assert said == sorted(said, reverse=True)
    assert any(said)


@pytest.mark.parametrize("query", ["attack", "terrorist", "afghan", "withdraw"])
def test_other_forms_are_found_behind_them(index, shipped, query):
    claims = shipped.cross_references.claims
    assert not all(says(claims[hit.id], query) for hit in search(index, query).claims)


def test_any_words_of_a_claim_stand_first(index, shipped):
    claims = shipped.cross_references.claims
    choice = random.Random(7)
    for claim in claims.values():
        spoken = sorted(set(WORD.findall(claim.text.lower())) - STOP_WORDS - {"s"})
        for count in (1, 2, 3):
            query = " ".join(choice.sample(spoken, count))
            hits = search(index, query).claims
            said = [says(claims[hit.id], query) for hit in hits]
            assert said == sorted(said, reverse=True), query
            assert claim.id in {hit.id for hit in hits[: sum(said)]}, query


@pytest.mark.parametrize(
    ("query", "sure", "guessed"),
    [
        ("amnesty OR mosqe", ["R22"], ["R11"]),
        ("cesefire OR mosque", ["R11"], ["R17", "R19", "R20", "R21", "R22"]),
    ],
)
def test_corrections_stand_last(index, query, sure, guessed):
    hits = search(index, query).claims
    assert [hit.id for hit in hits[: len(sure)]] == sure
    assert {hit.id for hit in hits[len(sure) :]} == set(guessed)
    assert [hit.guessed for hit in hits] == sorted(hit.guessed for hit in hits)


@pytest.mark.parametrize("query", QUERIES)
def test_equal_claims_keep_the_order_of_the_text(index, shipped, query):
    text_order = {c.id: n for n, c in enumerate(shipped.cross_references.in_text_order())}
    keys = [(-hit.score, text_order[hit.id]) for hit in search(index, query).claims]
    assert keys == sorted(keys)


@pytest.mark.parametrize("query", ["-pakistan", "type:event", "date:2021"])
def test_where_no_word_was_typed_nothing_is_more_certain(index, query):
    assert {int(hit.score) for hit in search(index, query).claims} == {0}


@pytest.mark.parametrize(
    ("query", "sure"),
    [
        ("STATET", ["R10", "O7"]),  # a form of state, not only near to States
        ("$e", ["R3"]),
        ("ministery", ["H5"]),
        ("nationl", ["K9"]),
        ("fund-rai", ["R9"]),
        ("cesefire", []),
    ],
)
def test_what_answers_by_a_form_is_no_guess_where_a_correction_would_do_too(index, query, sure):
    hits = index.search(query, Filters(), Order.BEST).claims
    certain = [hit.id for hit in hits if not hit.guessed]
    assert set(sure) <= set(certain)
    assert bool(sure) == bool(certain)
    assert all(not hit.similar for hit in hits if not hit.guessed)
