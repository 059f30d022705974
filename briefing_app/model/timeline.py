"""The geometry of dated claims: days, weight and ticks, for the window and for paper.

Days are proleptic ordinals (`datetime.date.toordinal`); a span holds its first day and not its
end. How wide a day is drawn, in px or as a share of a line, is the matter of who draws it.
"""

from __future__ import annotations

import datetime
import operator
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.date_shape import shape_of
from briefing_app.model.dates import DatePoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.date_shape import DateShape
    from briefing_app.model.dates import EdtfDate

DAYS_OF_MONTH, DAYS_OF_YEAR = 30.437, 365.2425
LEAST_DAYS = 28  # what is drawn to one scale at least
_LEAST_AFTER = 14  # days after the last date, so that its mark does not stand at the very end
DENSE_SHARE = 0.6  # of the claims: what the dense end holds at least
_LONGEST_DENSE = 0.5  # of all days; a longer end is not dense
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTH_STEPS = (1, 3)
_WEEK_STARTS = (1, 8, 15, 22)
LAST_DAY = datetime.date.max.toordinal()  # of the calendar


class Span(NamedTuple):
    """Days from `first` on, up to and without `end`."""

    first: int
    end: int

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.end - self.first


class Tick(NamedTuple):
    """A day that is marked on the axis; a year's first is strong, where not all are years apart."""

    day: int
    words: str
    is_strong: bool


class DatedClaim(NamedTuple):
    """A claim with the days its date names; an open end reaches to the cut-off."""

    claim: Claim
    shape: DateShape
    first: int
    end: int


def cut_off_day(cut_off: EdtfDate) -> int:
    """Return the last day of which the briefing knows."""
    day = cut_off.last_day or cut_off.first_day
    assert day is not None  # an interval has a date at one end
    return day.toordinal()


def dated_claims(claims: Iterable[Claim], cut_off: EdtfDate) -> tuple[DatedClaim, ...]:
    """Return the claims that have a date, in time order."""
    now = cut_off_day(cut_off) + 1
    known: dict[str, tuple[DateShape, int, int]] = {}  # many claims share a date
    found = []
    for claim in claims:
        date = claim.date
        if date is None:
            continue
        days = known.get(date.text)
        if days is None:
            days = known[date.text] = (shape_of(date, cut_off), *_days(date, now))
        found.append(DatedClaim(claim, *days))
    found.sort(key=operator.itemgetter(2, 3))  # first day, end
    return tuple(found)


def _days(date: EdtfDate, now: int) -> tuple[int, int]:
    """The first day of a date and the one after its last; what goes on lasts until `now`."""
    point = date.start or date.end
    assert point is not None  # an interval has a date at one end
    first, end = point.first.toordinal(), point.last.toordinal() + 1
    if date.end is not None:
        end = date.end.last.toordinal() + 1
    elif date.open_end:
        end = max(end, now)
    return first, end


def whole_span(claims: Sequence[DatedClaim], cut_off: EdtfDate) -> Span:
    """Return all days to show: from the first year on, to some time after the last date."""
    latest = day_of(max(cut_off_day(cut_off), max(item.end for item in claims) - 1))
    last = month_end(latest)
    if (last - latest).days < _LEAST_AFTER and last < datetime.date(9999, 1, 1):
        last = month_end(last + datetime.timedelta(1))
    start = year_start(min(item.first for item in claims))
    return Span(start, max(last.toordinal() + 1, start + LEAST_DAYS))


def dense_start(
    claims: Sequence[DatedClaim], whole: Span, share: float = DENSE_SHARE
) -> int | None:
    """Return from which day on most claims lie, if that end is short; else None.

    The beginning of the last year from which on there is such a share of the claims, where that is
    in the second half of all days.
    """
    starts = sorted(item.first for item in claims)
    first = year_start(starts[int(len(starts) * (1 - share))])
    return first if whole.end - first <= whole.days * _LONGEST_DENSE else None


def ticks(span: Span, least_days: float) -> list[Tick]:
    """Return the days to mark, about `least_days` from each other or more.

    The 1st, 8th, 15th and 22nd of each month, or each month, quarter, year, two years, five years
    and so on.
    """
    if least_days <= 7:
        return _within(span, _WEEK_STARTS, range(1, 13))
    for step in _MONTH_STEPS:
        if DAYS_OF_MONTH * step >= least_days:
            return _within(span, (1,), range(1, 13, step))
    step = next((n for n in _YEAR_STEPS if n * DAYS_OF_YEAR >= least_days), 10_000)
    first, last = day_of(span.first).year, day_of(span.end - 1).year
    years = (y for y in range(-(-first // step) * step, last + 1, step) if y >= 1)
    days = ((year, datetime.date(year, 1, 1).toordinal()) for year in years)
    return [Tick(day, f"{year:04d}", step == 1) for year, day in days if day >= span.first]


def year_step(years: int, most: int) -> int:
    """Return into how many years each the years are put together, to have at most so many parts."""
    return next((n for n in _YEAR_STEPS if years / n <= most), _YEAR_STEPS[-1])


def _within(span: Span, starts: tuple[int, ...], months: range) -> list[Tick]:
    found = []
    for year in range(day_of(span.first).year, day_of(span.end - 1).year + 1):
        for month in months:
            for number in starts:
                day = datetime.date(year, month, number).toordinal()
                if span.first <= day < span.end:
                    new_year = month == 1 and number == 1
                    words = _words(year, month, number, new_year=new_year)
                    found.append(Tick(day, words, new_year))
    return found


def _words(year: int, month: int, number: int, *, new_year: bool) -> str:
    if new_year:
        return f"{year:04d}"
    if number > 1:
        return str(number)
    return DatePoint(f"{year:04d}-{month:02d}").display().rpartition(" ")[0]


def day_of(ordinal: int) -> datetime.date:
    """Return the date of a day; one before or after the calendar is its first or last."""
    return datetime.date.fromordinal(min(max(ordinal, 1), LAST_DAY))


def year_start(ordinal: int) -> int:
    """Return the first day of a day's year."""
    return day_of(ordinal).replace(month=1, day=1).toordinal()


def month_end(day: datetime.date) -> datetime.date:
    """Return the last day of a day's month."""
    if day.month == 12:
        return datetime.date(day.year, 12, 31)
    return datetime.date(day.year, day.month + 1, 1) - datetime.timedelta(1)
