"""Time on a line: a wide part that is being read, and narrow parts before and after it.

Days are proleptic ordinals (`datetime.date.toordinal`); a span holds its first day and not its end.
"""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import NamedTuple

from briefing_app.model.dates import DatePoint

DAYS_OF_MONTH, DAYS_OF_YEAR = 30.437, 365.2425
LEAST_DAYS = 28  # what the wide part shows at least
_SNAP_SHARE = 0.015  # an edge nearer than this to the end of all days goes there
_SNAP_FRAME_SHARE = 0.05  # or than this of the frame, so that a step of the keys leads away
_NARROW_SHARE = 0.38  # of the width, for the narrow parts together
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTH_STEPS = (1, 3)
_WEEK_STARTS = (1, 8, 15, 22)
_LATEST = datetime.date.max.toordinal()


class Span(NamedTuple):
    """Days from `first` on, up to and without `end`."""

    first: int
    end: int

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.end - self.first


class Segment(NamedTuple):
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


class Tick(NamedTuple):
    """A day that is marked on the axis; the first one of a year is strong."""

    day: int
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
            segments.append(Segment(first, end, left, left + across, is_wide))
            left += across + break_px
        self.segments = tuple(segments)

    @property
    def wide(self) -> Segment:
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

    def segment_at(self, x: float) -> Segment:
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


def ticks(segment: Segment, least_px: float) -> list[Tick]:
    """Return the days to mark on a segment, at least `least_px` from each other."""
    per_day = segment.px_per_day
    if per_day * 7 >= least_px:
        return _within(segment, _WEEK_STARTS, range(1, 13))
    for step in _MONTH_STEPS:
        if per_day * DAYS_OF_MONTH * step >= least_px:
            return _within(segment, (1,), range(1, 13, step))
    step = next((n for n in _YEAR_STEPS if n * DAYS_OF_YEAR * per_day >= least_px), 10_000)
    first, last = _date(segment.first).year, _date(segment.end - 1).year
    found = []
    for year in range(-(-first // step) * step, last + 1, step):
        if year >= 1 and (day := datetime.date(year, 1, 1).toordinal()) >= segment.first:
            x = segment.left + (day - segment.first) * per_day
            found.append(Tick(day, x, f"{year:04d}", step == 1))
    return found


def _within(segment: Segment, starts: tuple[int, ...], months: range) -> list[Tick]:
    found = []
    for year in range(_date(segment.first).year, _date(segment.end - 1).year + 1):
        for month in months:
            for number in starts:
                day = datetime.date(year, month, number).toordinal()
                if segment.first <= day < segment.end:
                    x = segment.left + (day - segment.first) * segment.px_per_day
                    new_year = month == 1 and number == 1
                    words = _words(year, month, number, new_year=new_year)
                    found.append(Tick(day, x, words, new_year))
    return found


def _words(year: int, month: int, number: int, *, new_year: bool) -> str:
    if new_year:
        return f"{year:04d}"
    if number > 1:
        return str(number)
    return DatePoint(f"{year:04d}-{month:02d}").display().rpartition(" ")[0]


def _date(day: int) -> datetime.date:
    return datetime.date.fromordinal(min(max(day, 1), _LATEST))


def month_end(day: datetime.date) -> datetime.date:
    """Return the last day of a day's month."""
    if day.month == 12:
        return datetime.date(day.year, 12, 31)
    return datetime.date(day.year, day.month + 1, 1) - datetime.timedelta(1)


def snapped(first: int, last: int, px_per_day: float) -> Span:
    """Return the whole years, months or days that a stretch touches, as fine as it is drawn."""
    low, high = _date(min(first, last)), _date(max(first, last))
    if px_per_day * DAYS_OF_MONTH < 12:
        low, high = low.replace(month=1, day=1), high.replace(month=12, day=31)
    elif px_per_day < 12:
        low, high = low.replace(day=1), month_end(high)
    return Span(low.toordinal(), high.toordinal() + 1)


def range_text(span: Span) -> str:
    """Return days as the search reads them: `2021-08..2022-03`, in years or months if whole."""
    first, last = _date(span.first), _date(span.end - 1)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}..{last.year:04d}"
    if first.day == 1 and last == month_end(last):
        return f"{first.isoformat()[:7]}..{last.isoformat()[:7]}"
    return f"{first.isoformat()}..{last.isoformat()}"


def range_words(span: Span) -> str:
    """Return days in words: `2020 – 2021`, `Aug 2021 – Mar 2022`, `2020 – 6 May 2022`."""
    texts = range_text(span).split("..")
    if span.days > DAYS_OF_YEAR + 1:  # the first day of a year, and its last, go without saying
        first, last = _date(span.first), _date(span.end - 1)
        if (first.month, first.day) == (1, 1):
            texts[0] = texts[0][:4]
        if (last.month, last.day) == (12, 31):
            texts[1] = texts[1][:4]
        elif last == month_end(last):
            texts[1] = texts[1][:7]
    ends = [DatePoint(text).display() for text in texts]
    return ends[0] if ends[0] == ends[1] else " – ".join(ends)
