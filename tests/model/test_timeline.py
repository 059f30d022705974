"""The geometry of dated claims: shapes, days, the dense end, ticks."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.date_shape import DateShape, is_approximate, is_uncertain, shape_of
from briefing_app.model.dates import EdtfDate
from briefing_app.model.timeline import (
    Span,
    dated_claims,
    day_of,
    dense_start,
    ticks,
    whole_span,
    year_step,
)

CUT_OFF = EdtfDate("2022-05-06")
QUARTERS = ("Apr", "Jul", "Oct")


def dated(*dates: str):
    return dated_claims(
        [
            Claim(f"C{n}", "s", ClaimType.EVENT, "So.", date=EdtfDate(date) if date else None)
            for n, date in enumerate(dates)
        ],
        CUT_OFF,
    )


def span(first: str, last: str) -> Span:
    """Both days included."""
    one, other = (datetime.date.fromisoformat(text).toordinal() for text in (first, last))
    return Span(one, other + 1)


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2022-05-06", DateShape.CUT_OFF),
        ("2021-08-15", DateShape.DAY),
        ("2021-08", DateShape.MONTH),
        ("1992", DateShape.YEAR),
        ("195X", DateShape.DECADE),
        ("19XX", DateShape.DECADE),
        ("2001/2021", DateShape.INTERVAL),
        ("2021-08/..", DateShape.OPEN_END),
        ("../2021-11", DateShape.OPEN_START),
        ("2001-09-11/", DateShape.UNKNOWN_END),
        ("/2021-11", DateShape.UNKNOWN_START),
        ("1992~", DateShape.YEAR),
    ],
)
def test_every_kind_of_date_has_a_shape(date, shape):
    assert shape_of(EdtfDate(date), CUT_OFF) is shape


@pytest.mark.parametrize(
    ("date", "approximate", "uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2021-08-15?", False, True),
        ("2021%", True, True),
        ("2001/2021~", True, False),
        ("../2021?", False, True),
        ("", False, False),
    ],
)
def test_what_is_not_sure_of_a_date(date, approximate, uncertain) -> None:
    edtf = EdtfDate(date) if date else None
    assert (is_approximate(edtf), is_uncertain(edtf)) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2021-08-15", "2021-08-15", "2021-08-15"),
        ("2021-08", "2021-08-01", "2021-08-31"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("2001/2021", "2001-01-01", "2021-12-31"),
        ("2021-08/..", "2021-08-01", "2022-05-06"),
        ("2022-06/..", "2022-06-01", "2022-06-30"),
        ("../2021", "2021-01-01", "2021-12-31"),
        ("2001-09-11/", "2001-09-11", "2001-09-11"),
    ],
)
def test_the_days_of_a_date(date, first, last) -> None:
    (item,) = dated(date)
    assert Span(item.first, item.end) == span(first, last)


def test_claims_are_in_time_order_and_those_without_a_date_left_out() -> None:
    found = dated("2021", "", "1947", "2021-01-01")
    assert [item.claim.id for item in found] == ["C2", "C3", "C0"]


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (["1947-08-14"], "1947-01-01", "2022-05-31"),
        (["2022-05-20"], "2022-01-01", "2022-06-30"),
        (["2022-12-25", "2021"], "2021-01-01", "2023-01-31"),
        (["9999-12-31"], "9999-01-01", "9999-12-31"),
    ],
)
def test_all_days(dates, first, last) -> None:
    assert whole_span(dated(*dates), CUT_OFF) == span(first, last)


@pytest.mark.parametrize(
    ("dates", "share", "year"),
    [
        (["1947", "1979", "2020", "2021-08", "2021-11", "2022-03"], 0.6, 2020),
        (["1947", "1979", "2020", "2021-08", "2021-11", "2022-03"], 0.5, 2021),
        (["1947", "1950", "1960", "2020"], 0.6, None),
        (["2021", "2022"], 0.6, None),
        (["1947", *(f"2021-{month:02}" for month in range(1, 13))], 0.6, 2021),
        ([f"{year}" for year in range(1950, 2020, 5)], 0.6, None),
    ],
)
def test_the_dense_end_has_most_claims_and_no_more_than_half_of_the_days(
    dates, share, year
) -> None:
    claims = dated(*dates)
    found = dense_start(claims, whole_span(claims, CUT_OFF), share)
    assert (found and day_of(found)) == (year and datetime.date(year, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "least", "words"),
    [
        ("1947-01-01", "2022-05-31", 2750, [f"{n}0" for n in range(195, 203)]),
        ("2020-01-01", "2022-05-31", 88, ["2020", *QUARTERS, "2021", *QUARTERS, "2022", "Apr"]),
        ("2020-01-01", "2021-12-31", 300, ["2020", "2021"]),
        ("2021-11-01", "2022-01-31", 14, ["Nov", "Dec", "2022"]),
        ("2021-12-20", "2022-01-16", 2, ["22", "2022", "8", "15"]),
        ("0001-01-01", "9999-12-31", 365_000, [f"{n}000" for n in range(1, 10)]),
    ],
)  # fmt: skip
def test_ticks(first, last, least, words) -> None:
    assert [tick.words for tick in ticks(span(first, last), least)] == words


@given(st.integers(1, 3_600_000), st.integers(1, 40_000), st.integers(2, 40))
def test_ticks_lie_within_and_not_too_near(first, days, parts) -> None:
    whole = Span(first, first + days)
    found = [tick.day for tick in ticks(whole, days / parts)]
    assert all(whole.first <= day < whole.end for day in found)
    # the days from the 22nd on are up to ten, and a February is shorter than a month
    assert all(other - one >= min(days / parts, 7) * 0.9 for one, other in pairwise(found))


def test_a_year_stands_out_among_months_and_years_but_not_among_decades() -> None:
    def strong(last: str, least: float) -> list[str]:
        return [tick.words for tick in ticks(span("2020-01-01", last), least) if tick.is_strong]

    assert strong("2021-12-31", 80) == ["2020", "2021"]
    assert strong("2022-12-31", 300) == ["2020", "2021", "2022"]
    assert strong("2099-12-31", 3000) == []


@pytest.mark.parametrize(("years", "step"), [(40, 1), (41, 2), (200, 5), (9000, 500)])
def test_years_are_put_together_to_forty_parts(years, step) -> None:
    assert year_step(years, 40) == step
