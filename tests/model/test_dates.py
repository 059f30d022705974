"""Dates: what is read, what is refused, and the days that each one spans."""

from __future__ import annotations

import datetime

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.dates import EdtfDate, Precision
from tests.work_counter import steps_of

date = datetime.date


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021-08", date(2021, 8, 1), date(2021, 8, 31), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), Precision.MONTH),
        ("2021-08-15", date(2021, 8, 15), date(2021, 8, 15), Precision.DAY),
        ("195X", date(1950, 1, 1), date(1959, 12, 31), Precision.DECADE),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
        ("0001", date(1, 1, 1), date(1, 12, 31), Precision.YEAR),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), Precision.YEAR),
    ],
)
def test_points(text: str, first: date, last: date, precision: Precision):
    for mark, (approximate, uncertain) in {
        "": (False, False),
        "~": (True, False),
        "?": (False, True),
        "%": (True, True),
    }.items():
        read = EdtfDate(text + mark)
        assert (read.first_day, read.last_day) == (first, last)
        assert read.start is not None
        assert read.start.precision is precision
        assert (read.start.approximate, read.start.uncertain) == (approximate, uncertain)
        assert not read.is_interval


@pytest.mark.parametrize(
    ("text", "first", "last", "open_start", "open_end"),
    [
        ("2001/2021", date(2001, 1, 1), date(2021, 12, 31), False, False),
        ("2021-08/2022-03", date(2021, 8, 1), date(2022, 3, 31), False, False),
        ("2016/..", date(2016, 1, 1), None, False, True),
        ("2016/", date(2016, 1, 1), None, False, False),
        ("../2021-11", None, date(2021, 11, 30), True, False),
        ("/2021-11", None, date(2021, 11, 30), False, False),
        ("2021/2021-06", date(2021, 1, 1), date(2021, 6, 30), False, False),
    ],
)
def test_intervals(text: str, first, last, open_start: bool, open_end: bool):
    read = EdtfDate(text)
    assert read.is_interval
    assert (read.first_day, read.last_day) == (first, last)
    assert (read.open_start, read.open_end) == (open_start, open_end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "dates are written"),
        ("92", "dates are written"),
        ("21-08", "dates are written"),
        ("2021-8", "dates are written"),
        ("2021-08-15T10:00", "dates are written"),
        ("2021 ", "dates are written"),
        ("2021\n", "dates are written"),
        ("-0044", "dates are written"),
        ("Y17000", "dates are written"),
        ("2021-21", "months run"),
        ("٢٠٢١", "dates are written"),
        ("May 2022", "dates are written"),
        ("..", "dates are written"),
        ("0000", "years run"),
        ("00XX", "years run"),
        ("2021-00", "months run"),
        ("2021-13", "months run"),
        ("2021-02-29", "February 2021 has 28 days"),
        ("2021-04-31", "April 2021 has 30 days"),
        ("2021-04-00", "30 days"),
        ("/", "at one end"),
        ("../..", "at one end"),
        ("../", "at one end"),
        ("2022/2021", "ends before"),
        ("2001/2002/2003", "dates are written"),
    ],
)
def test_what_is_no_date(text: str, words: str):
    with pytest.raises(ValueError, match=words):
        EdtfDate(text)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("2022-05-06", "6 May 2022", "6 May 2022"),
        ("2021-11", "Nov 2021", "November 2021"),
        ("2001-09-11", "11 Sept 2001", "11 September 2001"),
        ("195X", "1950s", "1950s"),
        ("190X", "1900s", "1900s"),
        ("19XX", "20th century", "20th century"),
        ("12XX~", "about 13th century", "about 13th century"),
        ("20XX", "21st century", "21st century"),
        ("11XX", "12th century", "12th century"),
        ("1992~", "about 1992", "about 1992"),
        ("1992?", "1992 (uncertain)", "1992 (uncertain)"),
        ("1992%", "about 1992 (uncertain)", "about 1992 (uncertain)"),
        ("2001/2021", "2001–2021", "2001–2021"),
        ("2021-07/2021-08", "Jul–Aug 2021", "July–August 2021"),
        ("2021-08/2022-03", "Aug 2021 – Mar 2022", "August 2021 – March 2022"),
        ("2016/..", "since 2016", "since 2016"),
        ("2016/", "after 2016", "after 2016"),
        ("../2021-11", "until Nov 2021", "until November 2021"),
        ("/2021-11", "before Nov 2021", "before November 2021"),
        ("2026-11-16/2026-11-19", "16–19 Nov 2026", "16–19 November 2026"),
        ("2026-10-30/2026-11-02", "30 Oct – 2 Nov 2026", "30 October – 2 November 2026"),
        ("2026-12-30/2027-01-02", "30 Dec 2026 – 2 Jan 2027", "30 December 2026 – 2 January 2027"),
        ("2026-11-16~/2026-11-19", "about 16 Nov 2026 – 19 Nov 2026", None),
        ("1992~/1996", "about 1992 – 1996", "about 1992 – 1996"),
    ],
)
def test_in_words(text: str, short: str, long: str):
    assert EdtfDate(text).display() == short
    assert long is None or EdtfDate(text).display(long_month=True) == long


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027", "by 2027"),
        ("2027-02", "by Feb 2027"),
        ("2026-11-20", "by 20 Nov 2026"),
        ("2027~", "by about 2027"),
        ("2026-11-16/2026-11-19", "within 16–19 Nov 2026"),
        ("2024-03/2024-08", "within Mar–Aug 2024"),
        ("../2026-11-18", "by 18 Nov 2026"),
        ("/2027", "by 2027"),
        ("2026-11/..", "from Nov 2026 on"),
        ("2026-11/", "after Nov 2026"),
    ],
)
def test_the_time_of_a_forecast(text: str, words: str):
    assert EdtfDate(text).display_horizon() == words


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2021", "2021-08", True),
        ("2021-08-31", "2021-08", True),
        ("2021-07", "2021-08", False),
        ("2016/..", "2022", True),
        ("2016/..", "2015", False),
        ("../2016", "1950", True),
        ("../2016", "2017", False),
        ("195X", "1959", True),
    ],
)
def test_overlap_goes_both_ways(one: str, other: str, overlap: bool):
    assert EdtfDate(one).overlaps(EdtfDate(other)) is overlap
    assert EdtfDate(other).overlaps(EdtfDate(one)) is overlap


def test_dates_sort_by_time():
    order = ["19XX", "1947", "../1978", "1979", "1979-12", "1992", "2001/2021", "2001-09-11"]
    mixed = [order[n] for n in (3, 7, 0, 5, 2, 6, 1, 4)]
    assert sorted(mixed, key=lambda text: EdtfDate(text).sort_key) == order


def test_equal_when_written_alike():
    assert EdtfDate("2021") == EdtfDate("2021")
    assert EdtfDate("2021") != EdtfDate("2021~")
    assert len({EdtfDate("2021"), EdtfDate("2021")}) == 1
    assert EdtfDate("2021") != "2021"


_years = st.integers(1, 9998).map(lambda n: f"{n:04}")
_days = st.dates(date(1, 1, 1), date(9998, 12, 31))
_points = st.one_of(
    _years,
    _days.map(lambda day: day.isoformat()),
    _days.map(lambda day: day.isoformat()[:7]),
    st.integers(100, 998).map(lambda n: f"{n}X"),
    st.integers(10, 98).map(lambda n: f"{n}XX"),
)


def _bounds(point: edtf.EDTFObject) -> tuple[date, date]:
    """The other library's strict first and last day."""
    return tuple(
        date(moment.tm_year, moment.tm_mon, moment.tm_mday)
        for moment in (point.lower_strict(), point.upper_strict())
    )


@given(_points)
def test_bounds_agree_with_the_edtf_package(text: str):
    ours = EdtfDate(text)
    assert (ours.first_day, ours.last_day) == _bounds(edtf.parse_edtf(text))


@given(_points, st.sampled_from("~?%"))
def test_qualities_agree_with_the_edtf_package(text: str, quality: str):
    theirs = edtf.parse_edtf(text.replace("X", "0") + quality)
    ours = EdtfDate(text + quality).start
    assert ours is not None
    assert ours.approximate == bool(theirs.is_approximate or theirs.is_uncertain_and_approximate)
    assert ours.uncertain == bool(theirs.is_uncertain or theirs.is_uncertain_and_approximate)


@given(_days, _days)
def test_intervals_agree_with_the_edtf_package(one: date, other: date):
    first, last = sorted((one, other))
    text = f"{first.isoformat()}/{last.isoformat()}"
    ours = EdtfDate(text)
    assert (ours.first_day, ours.last_day) == _bounds(edtf.parse_edtf(text))


@given(st.text(st.sampled_from(list("0129X-/.~?% ")), max_size=24))
def test_any_text_is_a_date_or_a_plain_message(text: str):
    try:
        read = EdtfDate(text)
    except ValueError as error:
        assert str(error)
        return
    assert read.display()
    assert read.display(long_month=True)
    assert read.first_day is None or read.last_day is None or read.first_day <= read.last_day


def test_a_long_text_is_refused_with_no_more_work_than_a_short_one():
    def refuse(parts: int) -> None:
        with pytest.raises(ValueError, match="dates are written"):
            EdtfDate("2021/" * parts)

    refuse(3)  # what the first one imports is no work of the second
    assert steps_of(lambda: refuse(200_000)) == steps_of(lambda: refuse(3))
