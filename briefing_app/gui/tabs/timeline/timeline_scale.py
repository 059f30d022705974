"""Time on a line: a wide part that is being read, and narrow parts before and after it.

Days and spans are those of `model.timeline`; places are in px from the leading edge.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from briefing_app.model.dates import DatePoint
from briefing_app.model.timeline import (
    DAYS_OF_MONTH,
    DAYS_OF_YEAR,
    LEAST_DAYS,
    Span,
    day_of,
    month_end,
    ticks,
)

_SNAP_SHARE = 0.015  # an edge nearer than this to the end of all days goes there
_SNAP_FRAME_SHARE = 0.05  # or than this of the frame, so that a step of the keys leads away
_NARROW_SHARE = 0.38  # of the width, for the narrow parts together


class ScaleSegment(NamedTuple):
    """Days drawn to one scale between two places, in px from the leading edge."""

    first: int
    end: int
    left: float
    right: float
    is_wide: bool

    @property
    def px_per_day(self) -> float:
        """How many px one day has."""
        return (self.right - self.left) / max(self.end - self.first, 1)


class PlacedTick(NamedTuple):
    """A day that is marked on the axis, and where, in px."""

    x: float
    words: str
    is_strong: bool


class TimeScale:
    """Turns days into places and back; true to scale within each segment."""

    def __init__(self, whole: Span, frame: Span, width: float, *, break_px: float = 28) -> None:
        """Lay `whole` out on `width` px; `frame` is what is shown wide."""
        self.width = max(width, 1.0)
        before, after = frame.first - whole.first, whole.end - frame.end
        pieces = [
            (whole.first, frame.first, False),
            (frame.first, frame.end, True),
            (frame.end, whole.end, False),
        ]
        pieces = [piece for piece in pieces if piece[1] > piece[0]]
        room = max(self.width - break_px * (len(pieces) - 1), 1.0)
        narrow = {False: 0.0, True: room}
        outside = before + after
        if outside:
            # never wider than true to scale, or the narrow part would be the wide one
            share = min(_NARROW_SHARE, outside / max(whole.days, 1))
            narrow = {False: room * share / outside, True: room * (1 - share)}
        left, segments = 0.0, []
        for first, end, is_wide in pieces:
            across = narrow[True] if is_wide else narrow[False] * (end - first)
            segments.append(ScaleSegment(first, end, left, left + across, is_wide))
            left += across + break_px
        self.segments = tuple(segments)

    @property
    def wide(self) -> ScaleSegment:
        """The part that is shown wide."""
        return next(segment for segment in self.segments if segment.is_wide)

    @property
    def breaks(self) -> tuple[tuple[float, float], ...]:
        """The gaps between segments, as px from and to."""
        return tuple((one.right, other.left) for one, other in pairwise(self.segments))

    def x(self, day: float) -> float:
        """Return where a day begins, in px; days outside stand at the ends."""
        segments = self.segments
        if day <= segments[0].first:
            return 0.0
        for segment in segments:
            if day < segment.end:
                return segment.left + (day - segment.first) * segment.px_per_day
        return segments[-1].right

    def day(self, x: float) -> int:
        """Return the day at a place; in a break, the first one after it."""
        for segment in self.segments:
            if x < segment.right:
                inside = max(x - segment.left, 0.0) / segment.px_per_day
                return min(segment.first + int(inside), segment.end - 1)
        return self.segments[-1].end - 1

    def segment_at(self, x: float) -> ScaleSegment:
        """Return the segment at a place; in a break, the one after it."""
        return next((s for s in self.segments if x < s.right), self.segments[-1])


def fitted_frame(first: float, end: float, whole: Span) -> Span:
    """Return a frame of these days that is long enough and lies within all days."""
    days = min(max(round(end - first), LEAST_DAYS), whole.days)
    start = min(max(round(first), whole.first), whole.end - days)
    stop = start + days
    near = min(whole.days * _SNAP_SHARE, days * _SNAP_FRAME_SHARE)
    if days > LEAST_DAYS:
        start = whole.first if start - whole.first < near else start
        stop = whole.end if whole.end - stop < near else stop
    return Span(start, stop)


def zoomed(frame: Span, whole: Span, factor: float, at: float | None = None) -> Span:
    """Return the frame with `factor` times its days, around the day `at` or its middle."""
    day = (frame.first + frame.end) / 2 if at is None else at
    day = min(max(day, frame.first), frame.end)
    return fitted_frame(day - (day - frame.first) * factor, day + (frame.end - day) * factor, whole)


def panned(frame: Span, whole: Span, days: float) -> Span:
    """Return the frame moved by days, no further than to the ends; it keeps its length."""
    start = min(max(round(frame.first + days), whole.first), whole.end - frame.days)
    return Span(start, start + frame.days)


def placed_ticks(segment: ScaleSegment, least_px: float) -> list[PlacedTick]:
    """Return the days to mark on a segment, at least `least_px` from each other."""
    per_day = segment.px_per_day
    if per_day <= 0:
        return []
    found = ticks(Span(segment.first, segment.end), least_px / per_day)
    left, first = segment.left, segment.first
    return [PlacedTick(left + (t.day - first) * per_day, t.words, t.is_strong) for t in found]


def snapped(first: int, last: int, px_per_day: float) -> Span:
    """Return the whole years, months or days that a stretch touches, as fine as it is drawn."""
    low, high = day_of(min(first, last)), day_of(max(first, last))
    if px_per_day * DAYS_OF_MONTH < 12:
        low, high = low.replace(month=1, day=1), high.replace(month=12, day=31)
    elif px_per_day < 12:
        low, high = low.replace(day=1), month_end(high)
    return Span(low.toordinal(), high.toordinal() + 1)


def range_text(span: Span) -> str:
    """Return days as the search reads them: `2021-08..2022-03`, in years or months if whole."""
    first, last = day_of(span.first), day_of(span.end - 1)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}..{last.year:04d}"
    if first.day == 1 and last == month_end(last):
        return f"{first.isoformat()[:7]}..{last.isoformat()[:7]}"
    return f"{first.isoformat()}..{last.isoformat()}"


def range_words(span: Span) -> str:
    """Return days in words: `2020 – 2021`, `Aug 2021 – Mar 2022`, `2020 – 6 May 2022`."""
    texts = range_text(span).split("..")
    if span.days > DAYS_OF_YEAR + 1:  # the first day of a year, and its last, go without saying
        first, last = day_of(span.first), day_of(span.end - 1)
        if (first.month, first.day) == (1, 1):
            texts[0] = texts[0][:4]
        if (last.month, last.day) == (12, 31):
            texts[1] = texts[1][:4]
        elif last == month_end(last):
            texts[1] = texts[1][:7]
    ends = [DatePoint(text).display() for text in texts]
    return ends[0] if ends[0] == ends[1] else " – ".join(ends)
