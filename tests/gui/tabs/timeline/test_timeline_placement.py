"""Dated claims in bands, and their places: nothing overlaps, nothing is left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.gui.tabs.timeline.timeline_claims import (
    bands_by_actor,
    bands_by_section,
    dense_frame,
)
from briefing_app.gui.tabs.timeline.timeline_placement import (
    GAP_PX,
    MOST_SINGLE,
    Wanted,
    mark_box,
    placed_marks,
    wanted_marks,
)
from briefing_app.gui.tabs.timeline.timeline_scale import TimeScale, range_words
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.timeline import dated_claims, whole_span

CUT_OFF = EdtfDate("2022-05-06")


def claim(number: int, date: str | None) -> Claim:
    edtf = EdtfDate(date) if date else None
    return Claim(f"C{number}", "history", ClaimType.EVENT, "Something happened.", date=edtf)


def dated(*dates: str):
    return dated_claims([claim(n, date) for n, date in enumerate(dates)], CUT_OFF)


years = st.integers(1900, 2021)
points = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28)),
    years.map(lambda year: f"{year // 10}X"),
)
edtf_dates = st.one_of(
    points,
    st.builds(str.format, st.sampled_from(["{}/", "{}/..", "/{}", "../{}"]), points),
    st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", years, years),
    st.just("2022-05-06"),
)  # fmt: skip


@given(st.lists(edtf_dates, min_size=1, max_size=30))
def test_all_days_hold_every_claim(dates):
    claims = dated(*dates)
    whole = whole_span(claims, CUT_OFF)
    assert len(claims) == len(dates)
    assert all(whole.first <= item.first < item.end <= whole.end for item in claims)
    assert whole.end > CUT_OFF.last_day.toordinal() + 1
    frame = dense_frame(claims, whole)
    assert whole.first <= frame.first < frame.end <= whole.end


@pytest.mark.parametrize(
    ("dates", "wide"),
    [
        (["1947", "1979", "2020", "2021-08", "2021-11", "2022-03"], "2020 – May 2022"),
        (["2022-03-01"], "Jan 2022 – May 2022"),
        (["1947", "1950", "1960", "2020"], "1947 – May 2022"),
        (["9999-12-31"], "9999"),
    ],
)
def test_the_dense_end_is_wide_at_first(dates, wide):
    claims = dated(*dates)
    assert range_words(dense_frame(claims, whole_span(claims, CUT_OFF))) == wide


def assert_apart(placed, width):
    tracks: dict[int, list[tuple[float, float]]] = {}
    for one in placed:
        assert -1e-6 <= one.left <= one.right <= width + 1e-6
        tracks.setdefault(one.track, []).append((one.left, one.right))
    for places in tracks.values():
        places.sort()
        for (_, right), (left, _) in pairwise(places):
            assert left - right >= GAP_PX - 1e-6


@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 600)), min_size=0, max_size=60
    ),
    st.floats(60, 2000),
)
def test_marks_and_labels_never_overlap(parts, width):
    marks = []
    for number, (start, share, label) in enumerate(parts):
        left = start * (width - 10)
        right = left + 10 + share * (width - left - 10)
        marks.append(Wanted(range(number, number + 1), left, right, label))
    placed = placed_marks(marks, width)
    assert sorted(one.wanted.claims[0] for one in placed) == list(range(len(parts)))
    assert_apart(placed, width)


@given(
    st.lists(edtf_dates, min_size=1, max_size=3 * MOST_SINGLE),
    st.floats(0, 1),
    st.integers(200, 1600),
    st.sampled_from([1.0, 2.0]),
)
def test_every_dated_claim_is_placed_once(dates, share, width, unit):
    claims = dated(*dates)
    whole = whole_span(claims, CUT_OFF)
    first = whole.first + int(share * (whole.days - 28))
    scale = TimeScale(whole, dense_frame(claims, whole)._replace(first=first, end=whole.end), width)
    placed = placed_marks(wanted_marks(claims, scale, lambda numbers: 120.0 * unit, unit), width)
    shown = sorted(number for one in placed for number in one.wanted.claims)
    assert shown == list(range(len(claims)))
    assert_apart(placed, width)
    if len(claims) <= MOST_SINGLE:
        assert len(placed) == len(claims)


@pytest.mark.parametrize(
    ("left", "right", "label", "side"),
    [
        (100, 110, 200, "right"),
        (900, 990, 200, "left"),
        (400, 410, 900, "right, shortened"),
        (700, 710, 900, "left, shortened"),
        (5, 995, 200, "on the mark"),
    ],
)
def test_a_label_stands_right_then_left_then_on_the_mark(left, right, label, side):
    (placed,) = placed_marks([Wanted(range(1), left, right, label)], 1000)
    where = "right" if placed.label_left >= right else "left"
    if left <= placed.label_left < right:
        where = "on the mark"
    shortened = ", shortened" if placed.label_px < label else ""
    assert where + shortened == side


def test_a_second_label_goes_left_before_it_takes_another_track():
    marks = [Wanted(range(1), 300, 310, 100), Wanted(range(1, 2), 700, 710, 200)]
    wall = Wanted(range(2, 3), 800, 900, 50)
    tracks = {one.wanted: one.track for one in placed_marks([*marks, wall], 1000)}
    assert tracks == {marks[0]: 0, marks[1]: 0, wall: 1}
    (blocked,) = [one for one in placed_marks([marks[0], marks[1]], 850) if one.wanted is marks[1]]
    assert blocked.track == 0
    assert blocked.label_left < 700


def test_open_ends_reach_to_the_cut_off_and_unknown_ones_do_not():
    not_known, going_on = claims = dated("2021-08/..", "2021-08/")
    whole = whole_span(claims, CUT_OFF)
    scale = TimeScale(whole, whole, 1000)
    cut_off = scale.x(CUT_OFF.last_day.toordinal() + 1)
    assert mark_box(going_on, scale)[1] == pytest.approx(cut_off)
    assert mark_box(not_known, scale)[1] < cut_off


def test_bands_by_section_and_actor_hold_every_dated_claim(shipped_briefing_path):
    briefing = load_briefing(shipped_briefing_path).briefing
    references = CrossReferences(briefing)
    claims = dated_claims(references.in_text_order(), briefing.as_of)
    expected = {item.id for item in briefing.claims if item.date}
    sections = bands_by_section(claims, references)
    assert [band.key for band in sections] == [
        "overview", "history", "takeover", "terrorism", "policy-options",
    ]  # fmt: skip
    assert sum(len(band.claims) for band in sections) == len(expected)
    actors = bands_by_actor(claims, references, "Others")
    assert {item.claim.id for band in actors for item in band.claims} == expected
    assert actors[0].title == "Pakistan"
    assert actors[-1].title == "Others"
