"""Dates in the search field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.dates import EdtfDate
from briefing_app.search.query.date_range import DateRange, parse_ranges


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021", "2021-01-01 2021-12-31"),
        ("2021-02", "2021-02-01 2021-02-28"),
        ("2021-2", "2021-02-01 2021-02-28"),
        ("2020-02", "2020-02-01 2020-02-29"),
        ("2021-08-15", "2021-08-15 2021-08-15"),
        ("195X", "1950-01-01 1959-12-31"),
        ("1950s", "1950-01-01 1959-12-31"),
        ("19XX", "1900-01-01 1999-12-31"),
        ("2021..2022-03", "2021-01-01 2022-03-31"),
        ("2021/2022", "2021-01-01 2022-12-31"),
        ("2021..", "2021-01-01 -"),
        ("2021..*", "2021-01-01 -"),
        ("..1950", "- 1950-12-31"),
        ("*..1950", "- 1950-12-31"),
        (">=2022-07", "2022-07-01 -"),
        (">2021", "2022-01-01 -"),
        ("<=2021", "- 2021-12-31"),
        ("<2021", "- 2020-12-31"),
        # on the way to a date
        ("2", "2000-01-01 2999-12-31"),
        ("20", "2000-01-01 2099-12-31"),
        ("202", "2020-01-01 2029-12-31"),
        ("2021-", "2021-01-01 2021-12-31"),
        ("2021-0", "2021-01-01 2021-12-31"),
        ("2021-08-", "2021-08-01 2021-08-31"),
        ("2021.", "2021-01-01 2021-12-31"),
        (">", "- -"),
    ],
)
def test_ranges(text, days):
    (found,) = parse_ranges(text)
    assert f"{found.first or '-'} {found.last or '-'}" == days


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2021-13", "2021-02-30", "0000", "20211", "2022..2021", ">x", "٢٠٢١",
        ">9999", "<0001", "202-05",
    ],
)  # fmt: skip
def test_what_is_no_date_says_so(text):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        parse_ranges(text)


@given(st.text(alphabet="0123456789-./X<>=s *augfeb,"))
def test_nothing_but_a_value_error_comes_out(text):
    try:
        found = parse_ranges(text)
    except ValueError:
        return
    assert found
    assert all(isinstance(one, DateRange) for one in found)


@pytest.mark.parametrize(
    ("wanted", "date", "share"),
    [
        ("2021", "2021-11", 1.0),
        ("2021-11", "2021", 30 / 365),
        ("2020", "2021", 0.0),
        ("1947", "/2021-11", 0.0),  # before November 2021: nobody knows how long before
        ("2021-11", "/2021-11", 1.0),
        ("2021", "2021-05/", 1.0),
        ("2022", "2021-05/", 0.0),
        ("195X", "1955", 1.0),
    ],
)
def test_share_of_a_date_that_lies_in_a_range(wanted, date, share):
    assert parse_ranges(wanted)[0].share_of(EdtfDate(date)) == pytest.approx(share)


def test_what_still_goes_on_is_found_later():
    assert 0 < parse_ranges("2030")[0].share_of(EdtfDate("2021-08/..")) < 0.01
