"""The timeline of the one-page form: which events are on it, and where."""

from __future__ import annotations

import pytest

from briefing_app.handout.one_page_timeline_data import timeline_strip
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from tests.handout.conftest import small_briefing


def strip(*dates, kind=ClaimType.EVENT, labels=()):
    claims = tuple(
        Claim(
            f"C{n}",
            "vote",
            kind,
            f"Statement {n}.",
            label="Voted" if n in labels else "",
            date=EdtfDate(date) if date else None,
        )
        for n, date in enumerate(dates, 1)
    )
    return timeline_strip(CrossReferences(small_briefing(claims=claims)))


def kept(record):
    """The ids, those that are kept longest first."""
    return [row["id"] for row in sorted(record["rows"], key=lambda row: row["rank"])]


@pytest.mark.parametrize("dates", [(), ("2020",), ("2020", "")])
def test_too_few_events_for_a_line(dates):
    assert strip(*dates) is None


def test_only_events_are_on_it():
    assert strip("2020", "2021", kind=ClaimType.STATISTIC) is None


def test_the_last_and_the_first_are_kept_longest():
    assert kept(strip("1950", "1960", "1970", "1980")) == ["C4", "C1", "C3", "C2"]


def test_labelled_events_and_other_days_are_kept_before_the_rest():
    record = strip("1950", "1950", "1960", "1970", "1970", labels=(2, 3, 4, 5))
    assert kept(record) == ["C5", "C2", "C3", "C4", "C1"]


def test_at_most_twelve_are_on_it():
    record = strip(*(str(year) for year in range(1950, 1980)))
    assert len(record["rows"]) == 12
    assert record["events"] == 30


def test_places_lie_on_the_line_in_time_order_on_both_sides_of_the_break():
    late = (f"2021-{month:02}" for month in range(1, 9))
    record = strip("1947", "1955", "1979", "1992", *late)
    places = [row["from"] for row in record["rows"]]
    assert places == sorted(places)
    assert all(0 <= row["from"] <= row["to"] <= 1 for row in record["rows"])
    assert [place < record["break"] for place in places] == [True] * 4 + [False] * 8
    assert record["break"] < record["cut_off"] <= 1
    ticks = [tick["at"] for tick in record["ticks"]]
    assert ticks == sorted(ticks)


def test_a_statement_without_a_label_is_cut_to_the_length_of_one():
    long = "So it was said " * 9
    claims = tuple(
        Claim(f"C{year}", "vote", ClaimType.EVENT, long, date=EdtfDate(str(year)))
        for year in (1950, 1960)
    )
    record = timeline_strip(CrossReferences(small_briefing(claims=claims)))
    assert all(len(row["label"]) <= 46 for row in record["rows"])


def test_dates_that_lie_evenly_have_no_break():
    assert strip(*(str(year) for year in range(1950, 1960)))["break"] is None
