"""Time on a line: true to scale within each part, back and forth, in words and as a search."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.gui.tabs.timeline.timeline_scale import (
    TimeScale,
    fitted_frame,
    panned,
    placed_ticks,
    range_text,
    range_words,
    snapped,
    zoomed,
)
from briefing_app.model.timeline import LEAST_DAYS, Span
from briefing_app.search.query.date_range import parse_ranges


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


def span(first: str, last: str) -> Span:
    """Both days included."""
    return Span(day(first), day(last) + 1)


@st.composite
def frames(draw) -> tuple[Span, Span]:
    """All days and a frame within them."""
    first = draw(st.integers(1, 3_000_000))
    whole = Span(first, first + draw(st.integers(LEAST_DAYS, 600_000)))
    start = draw(st.integers(whole.first, whole.end - 1))
    return whole, fitted_frame(start, draw(st.integers(start, whole.end)), whole)


_QUARTERS = ("Apr", "Jul", "Oct")
WHOLE = span("1947-01-01", "2022-05-31")


def test_two_parts_share_the_width_with_a_break_between_them():
    scale = TimeScale(WHOLE, span("2020-01-01", "2022-05-31"), 1000)
    narrow, wide = scale.segments
    assert (narrow.left, wide.right, wide.is_wide) == (0, 1000, True)
    assert wide.left - narrow.right == 28
    assert wide.px_per_day > 20 * narrow.px_per_day
    assert scale.breaks == ((narrow.right, wide.left),)


def test_a_frame_in_the_middle_has_a_narrow_part_at_each_side():
    scale = TimeScale(WHOLE, span("1979-01-01", "1992-12-31"), 1000)
    assert [segment.is_wide for segment in scale.segments] == [False, True, False]
    before, _, after = scale.segments
    assert before.px_per_day == pytest.approx(after.px_per_day)


def test_without_a_frame_all_is_true_to_scale():
    (only,) = TimeScale(WHOLE, WHOLE, 1000).segments
    assert only.px_per_day == pytest.approx(1000 / WHOLE.days)


@given(frames(), st.integers(100, 4000))
def test_later_days_stand_further_and_the_wide_part_is_never_the_narrower(both, width):
    whole, frame = both
    scale = TimeScale(whole, frame, width)
    step = max(whole.days // 50, 1)
    places = [scale.x(n) for n in range(whole.first, whole.end + 1, step)]
    assert all(one <= other for one, other in pairwise(places))
    assert places[0] == 0
    assert scale.x(whole.end) <= width + 1e-6
    wide = scale.wide.px_per_day
    breaks = 28 * len(scale.breaks)
    if width > 10 * breaks:
        assert all(s.px_per_day <= wide * (1 + 1e-9) for s in scale.segments)


@given(frames(), st.floats(0, 1))
def test_a_place_leads_back_to_its_day(both, share):
    whole, frame = both
    scale = TimeScale(whole, frame, 1000)
    wanted = min(whole.first + int(share * whole.days), whole.end - 1)
    middle = scale.x(wanted) + scale.segment_at(scale.x(wanted)).px_per_day / 2
    assert abs(scale.day(middle) - wanted) <= 1


@given(frames(), st.floats(0.05, 20), st.integers(-10_000, 10_000))
def test_a_frame_stays_within_all_days(both, factor, days):
    whole, frame = both
    for changed in (zoomed(frame, whole, factor), panned(frame, whole, days)):
        assert whole.first <= changed.first < changed.end <= whole.end
        assert changed.days >= min(LEAST_DAYS, whole.days)
    assert panned(frame, whole, days).days == frame.days


def test_zooming_keeps_the_day_under_the_pointer():
    frame = span("2000-01-01", "2019-12-31")
    closer = zoomed(frame, WHOLE, 0.5, day("2005-01-01"))
    before, after = TimeScale(WHOLE, frame, 1000).wide, TimeScale(WHOLE, closer, 1000).wide
    share = (day("2005-01-01") - before.first) / (before.end - before.first)
    assert (day("2005-01-01") - after.first) / (after.end - after.first) == pytest.approx(
        share, abs=0.01
    )


@pytest.mark.parametrize(
    ("first", "last", "width", "words"),
    [
        ("1947-01-01", "2022-05-31", 400, [f"{n}0" for n in range(195, 203)]),
        ("2020-01-01", "2022-05-31", 500, ["2020", *_QUARTERS, "2021", *_QUARTERS, "2022", "Apr"]),
        ("2020-01-01", "2020-12-31", 240, ["2020", *_QUARTERS]),
        ("2021-11-01", "2022-01-31", 300, ["Nov", "Dec", "2022"]),
        ("2021-12-20", "2022-01-16", 600, ["22", "2022", "8", "15"]),
        ("0001-01-01", "9999-12-31", 600, [f"{n}000" for n in range(1, 10)]),
    ],
)  # fmt: skip
def test_ticks_are_as_fine_as_there_is_room(first, last, width, words):
    days = span(first, last)
    found = placed_ticks(TimeScale(days, days, width).wide, 46)
    assert [tick.words for tick in found] == words
    assert all(other.x - one.x >= 40 for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("first", "last", "searched", "words"),
    [
        ("1979-01-01", "1992-12-31", "1979..1992", "1979 – 1992"),
        ("2021-01-01", "2021-12-31", "2021..2021", "2021"),
        ("2021-08-01", "2022-03-31", "2021-08..2022-03", "Aug 2021 – Mar 2022"),
        ("2020-01-01", "2022-05-31", "2020-01..2022-05", "2020 – May 2022"),
        ("2020-05-15", "2022-07-31", "2020-05-15..2022-07-31", "15 May 2020 – Jul 2022"),
        ("2022-03-04", "2022-03-04", "2022-03-04..2022-03-04", "4 Mar 2022"),
        ("2020-06-12", "2022-06-12", "2020-06-12..2022-06-12", "12 Jun 2020 – 12 Jun 2022"),
        ("9999-01-01", "9999-12-31", "9999..9999", "9999"),
    ],
)
def test_days_as_a_search_and_in_words(first, last, searched, words):
    days = span(first, last)
    assert range_text(days) == searched
    assert range_words(days) == words


@given(frames())
def test_the_search_reads_the_same_days(both):
    _, frame = both
    (read,) = parse_ranges(range_text(frame))
    assert (read.first.toordinal(), read.last.toordinal() + 1) == frame


@pytest.mark.parametrize(
    ("px_per_day", "expected"),
    [
        (0.02, ("2021-01-01", "2022-12-31")),
        (1, ("2021-08-01", "2022-03-31")),
        (20, ("2021-08-14", "2022-03-02")),
    ],
)
def test_a_drag_takes_whole_years_months_or_days(px_per_day, expected):
    first, last = day("2021-08-14"), day("2022-03-02")
    assert snapped(first, last, px_per_day) == span(*expected)
    assert snapped(last, first, px_per_day) == span(*expected)
