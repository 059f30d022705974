"""Words that a briefing writes otherwise, rule by rule; and words that only look like its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.results import Filters, Order
from briefing_app.search.words.amounts import in_figures
from briefing_app.search.words.written_days import years_meant


def search(index, query):
    return index.search(query, Filters(), Order.BEST)


@pytest.mark.parametrize(
    ("corpus", "query", "first"),
    [
        # numbers in words, and what is said of how exact they are
        ("s", "eighty thousand lives", "R2"),
        ("s", "eighty-thousand", "R2"),
        ("s", "a hundred and two prisoners", "R20"),
        ("s", "two hundred seventy two incidents", "R12"),
        ("a", "fifteen hundred delegates", "D2"),
        ("a", "twenty-five thousand killed", "C6"),
        ("s", "over 6000", "R7"),
        ("s", "at least 80,000", "R2"),
        ("s", "up to 6000 terrorists", "R7"),
        ("a", "630 mln", "B8"),
        # years
        ("a", "july 73", "A16"),
        ("a", "deposed in july '73", "A16"),
        ("a", "truce 83", "B12"),
        ("s", "prisoners dec 21", "R18"),
        ("s", "1950's attacks", "H3"),
        ("a", "in the nineties rockets", "C4"),
        # two names written as one, in another spelling
        ("s", "lakimarwat", "R21"),
        ("a", "mudbath", "A16"),
        ("a", "abdurehman subsidy", "A1"),
        # words that are made of one another
        ("s", "merging fata", "R16"),
        ("a", "growers poppy", "C14"),
        ("a", "turban bomb", "D8"),
        # hyphens that the text does not have
        ("s", "frontline-ally", "H9"),
        ("s", "counter-terror mechanism", "O12"),
        # other words for an agreement
        ("a", "bonn deal karzai", "D1"),
        # a vowel at the end of a name in Arabic script
        ("a", "طالبان دوحه", "D9"),
    ],
)
def test_what_is_meant_is_found_first(indexes, corpus, query, first):
    hits = search(indexes[corpus], query).claims
    assert hits
    assert hits[0].id == first
    assert not hits[0].guessed


@pytest.mark.parametrize("corpus", ["s", "a"])
@pytest.mark.parametrize(
    "query", ["syria", "locust", "iraq", "pope", "turkey", "ceasefire-pillow", "9 lives 99"]
)
def test_what_only_looks_like_it_is_not(indexes, corpus, query):
    assert search(indexes[corpus], query).total == 0


@pytest.mark.parametrize(
    ("words", "number", "count"),
    [
        ("six thousand", "6000", 2),
        ("fifteen hundred", "1500", 2),
        ("two hundred and seventy two incidents", "272", 5),
        ("one hundred thousand", "100000", 3),
        ("five million two hundred thousand", "5200000", 5),
        ("twenty five", "25", 2),
        ("hundred and two", "102", 3),
        ("twenty", "", 0),
        ("five twenty", "", 0),
        ("two million billion", "2000000", 2),
        ("one university", "", 0),
        ("thousand", "", 0),
        ("80 million", "", 0),
        ("six thousand and", "6000", 2),
    ],
)
def test_a_number_in_words(words, number, count):
    assert in_figures(words.split()) == (number, count)


@given(
    st.lists(
        st.sampled_from(
            ["a", "one", "two", "ten", "fifty", "hundred", "thousand", "million", "and", "x"]
        )
    )
)
def test_any_words_may_be_a_number_or_none(words):
    number, count = in_figures(words)
    assert bool(number) == (count >= 2)
    assert count <= len(words)
    assert not number or number.isdecimal()


@pytest.mark.parametrize(
    ("written", "before", "years"),
    [
        ("1980s", "", "1980 1981 1982 1983 1984 1985 1986 1987 1988 1989"),
        ("80's", "", "1980 1981 1982 1983 1984 1985 1986 1987 1988 1989"),
        ("Eighties", "the", "1980 1981 1982 1983 1984 1985 1986 1987 1988 1989"),
        ("'73", "", "1873 1973 2073"),
        ("73", "july", "1873 1973 2073"),
        ("73", "jul", "1873 1973 2073"),
        ("73", "ju", ""),
        ("73", "soldiers", ""),
        ("1973", "july", ""),
        ("24s", "mi", ""),
    ],
)
def test_years_that_a_word_may_mean(written, before, years):
    assert list(years_meant(written, before)) == years.split()
