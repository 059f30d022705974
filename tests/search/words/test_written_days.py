"""Days and months in every way that readers write them, as words and in `date:`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.query.date_range import parse_ranges
from briefing_app.search.results import Filters, Order
from briefing_app.search.words.written_days import begun_days, readings, same_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12.11.1893", ["1893-11-12"]),
        ("12.11.93", ["1893-11-12", "1993-11-12", "2093-11-12"]),
        ("12/31/1893", ["1893-12-31"]),
        ("31/12/1893", ["1893-12-31"]),
        ("12.31.1893", ["1893-12-31"]),
        ("03/04/2021", ["2021-04-03", "2021-03-04"]),
        ("3-4-2021", ["2021-04-03", "2021-03-04"]),
        ("03.04.2021", ["2021-04-03"]),
        ("04/04/2021", ["2021-04-04"]),
        ("15 Aug 2021", ["2021-08-15"]),
        ("Aug 15, 2021", ["2021-08-15"]),
        ("15th of August 2021", ["2021-08-15"]),
        ("the 15th", []),
        ("1st Sept. 2021", ["2021-09-01"]),
        ("15-Aug-2021", ["2021-08-15"]),
        ("2021/08/15", ["2021-08-15"]),
        ("2021.08.15", ["2021-08-15"]),
        ("31/11/2021", []),
        ("15 Augst 2021", []),
    ],
)
def test_a_day_is_read_in_every_way_that_it_may_mean(text, days):
    found = []
    for written in readings(text):
        try:
            first, last = written.days()
        except ValueError:
            continue
        assert first == last
        found.append(first.isoformat())
    assert found == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("08/2021", "2021-08-01 2021-08-31"),
        ("2021/08", "2021-08-01 2021-08-31"),
        ("8.2021", "2021-08-01 2021-08-31"),
        ("August 2021", "2021-08-01 2021-08-31"),
        ("aug-2021", "2021-08-01 2021-08-31"),
        ("2021/2022", "2021-01-01 2022-12-31"),
        (">=15.8.2021", "2021-08-15 -"),
        ("<15 Aug 2021", "- 2021-08-14"),
        ("15.8.2021..20.9.2021", "2021-08-15 2021-09-20"),
        ("1.8.2021..2022", "2021-08-01 2022-12-31"),
    ],
)
def test_days_and_months_bound_ranges(text, days):
    (found,) = parse_ranges(text)
    assert f"{found.first or '-'} {found.last or '-'}" == days


@pytest.mark.parametrize("text", ["31/11/2021", "32.1.2021", "15/15/2021", "30.2.2021", "Foo 2021"])
def test_a_day_that_is_none_says_so(text):
    with pytest.raises(ValueError, match=r"dates are written|that month has"):
        parse_ranges(text)


DAY = [
    "12.11.1893", "12.11.93", "12/11/1893", "11/12/1893", "12-11-1893", "1893-11-12", "1893/11/12",
    "12 Nov 1893", "Nov 12, 1893", "November 12 1893", "12th of November 1893", "12-Nov-1893",
    "12th November, 1893",
]  # fmt: skip


@pytest.mark.parametrize("day", DAY)
def test_a_claim_is_found_by_its_day(indexes, day):
    results = indexes["a"].search(day, Filters(), Order.BEST)
    assert [hit.id for hit in results.claims] == ["A2"]
    assert results.claims[0].matched  # the statement says the day


@pytest.mark.parametrize("day", [*DAY, '"12 Nov 1893"', "november 1893", "11/1893"])
@pytest.mark.parametrize("rest", ["", " frontier"])
def test_so_it_is_in_the_field(indexes, day, rest):
    results = indexes["a"].search(f"date:{day}{rest}", Filters(), Order.BEST)
    assert results.claims[0].id == "A2"
    assert results.notices == ()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("9/9/2001", "C16"),
        ("8/15/2021", "D19"),
        ("15/8", "D19"),
        ("15.8.", "D19"),
        ("27/12/79", "B4"),
        ("aug 20 1998", "C13"),
        ("09/1996", "C11"),
        ("ghani 15.8.2021", "D19"),
    ],
)
def test_days_and_months_are_words_too(indexes, query, first):
    assert indexes["a"].search(query, Filters(), Order.BEST).claims[0].id == first


def test_a_decade_is_every_year_of_it(indexes):
    found = indexes["a"].search("the 1980s", Filters(), Order.BEST).claims
    assert {hit.id for hit in found} >= {"B8", "B9", "B10", "B12", "B13", "B15"}
    assert indexes["s"].search("1950s", Filters(), Order.BEST).claims[0].id == "H3"
    assert not indexes["a"].search("=1980s", Filters(), Order.BEST).claims


@given(st.text(alphabet="0123456789./- ,augnovthsepof", max_size=24))
def test_nothing_is_raised(text):
    for written in readings(text):
        assert 1 <= written.month <= 12
        assert 0 <= written.day <= 31
    for phrase in (*same_days((text,)), *begun_days((text,)), *begun_days(tuple(text.split("/")))):
        assert all(phrase)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1971/72", "1971 1972"),
        ("92/95", "1892 1895 1992 1995 2092 2095"),
        ("2001/02", ""),  # February
        ("1999/98", ""),
        ("24/29", ""),  # days, perhaps
    ],
)
def test_two_years_in_a_short_form_are_each_of_them(text, years):
    found = [phrase[0] for phrase in same_days(tuple(text.split("/"))) if len(phrase) == 1]
    assert found == years.split()


def test_what_happened_in_one_of_two_years_is_found(indexes):
    found = indexes["a"].search("famine 1971-72", Filters(), Order.BEST).claims
    assert found[0].id == "A14"
