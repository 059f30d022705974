"""Dates as a reader types them into the search field: `2021`, `2021-08..2022`, `>=2022-07`.

Days and months may be written in other ways, too: `15.8.2021`, `8/15/2021`, `15 Aug 2021`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.words.written_days import readings

if TYPE_CHECKING:
    from briefing_app.model.dates import EdtfDate

_ONE = re.compile(
    r"(?P<year>\d{1,4})(?:X{1,3}|(?P<decade>s)|-(?P<month>\d{0,2})(?:-(?P<day>\d{0,2}))?)?\Z", re.I
)

_HOW = "dates are written 2021, 2021-08, 2021-08-15, 15.8.2021, “15 Aug 2021” or 2021..2022"


class DateRange(msgspec.Struct, frozen=True):
    """From a first to a last day, both included; None is open."""

    first: datetime.date | None
    last: datetime.date | None

    def share_of(self, date: EdtfDate) -> float:
        """Return which part of the date's days lies in the range, from 0 to 1."""
        first, last = known_days(date)
        low, high = self.first or datetime.date.min, self.last or datetime.date.max
        shared = (min(last, high) - max(first, low)).days + 1
        return max(0.0, shared / ((last - first).days + 1))


def known_days(date: EdtfDate) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that a date is known to span.

    An open end (`..`) runs on for ever; an unknown one (empty) says nothing, so `/2021-11`, before
    November 2021, is looked for in November 2021 and not in 1947.
    """
    first, last = datetime.date.min, datetime.date.max
    if date.start is not None:
        first = date.start.first
    elif date.end is not None and not date.open_start:
        first = date.end.first
    if date.end is not None:
        last = date.end.last
    elif date.start is not None and not date.open_end:
        last = date.start.last
    return first, last


def parse_ranges(text: str) -> tuple[DateRange, ...]:
    """Read one date or range: every reading of a day that may mean two, as 03/04/2021 may.

    A date that is still being typed stands for what it has: `20` is a century, `202` a decade.

    Raises:
        ValueError: it is no date; the message says how dates are written.
    """
    plain = text.strip()
    if plain.endswith(".") and not plain.endswith(".."):
        plain = plain[:-1]
    for sign in (">=", "<=", ">", "<"):
        if plain.startswith(sign):
            day = plain[len(sign) :].strip()
            if not day:
                return (DateRange(None, None),)
            return tuple(_compared(sign, *span) for span in _spans(day))
    left, found, right = plain.partition("..")
    if not found and not readings(plain):
        left, found, right = plain.partition("/")
    if not found:
        return tuple(DateRange(*span) for span in _spans(plain))
    firsts = [None] if left in ("", "*", "..") else [first for first, _ in _spans(left)]
    lasts = [None] if right in ("", "*", "..") else [last for _, last in _spans(right)]
    ranges = [DateRange(first, last) for first in firsts for last in lasts]
    forwards = [r for r in ranges if not (r.first and r.last and r.last < r.first)]
    if not forwards:
        raise ValueError("the range ends before it begins")
    return tuple(forwards)


def _compared(sign: str, first: datetime.date, last: datetime.date) -> DateRange:
    day = datetime.timedelta(days=1)
    try:
        return {
            ">=": lambda: DateRange(first, None),
            "<=": lambda: DateRange(None, last),
            ">": lambda: DateRange(last + day, None),
            "<": lambda: DateRange(None, first - day),
        }[sign]()
    except OverflowError:
        raise ValueError("years run from 0001 to 9999") from None


def _spans(text: str) -> list[tuple[datetime.date, datetime.date]]:
    """Return the first and the last day of each reading that exists."""
    match = _ONE.match(text) if text.isascii() else None
    if match is not None:
        return [_span(match)]
    found, wrong = [], ValueError(_HOW)
    for written in readings(text):
        try:
            found.append(written.days())
        except ValueError as error:
            wrong = error
    if not found:
        raise wrong
    return found


def _span(match: re.Match[str]) -> tuple[datetime.date, datetime.date]:
    year = match["year"]
    if match["decade"] and year.endswith("0") and len(year) == 4:
        year = year[:3]
    missing = 4 - len(year)
    low = max(int(year) * 10**missing, 1)
    high = int(year) * 10**missing + 10**missing - 1
    if high < 1:
        raise ValueError("years run from 0001 to 9999")
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if month == 0:
        return datetime.date(low, 1, 1), datetime.date(high, 12, 31)
    if missing or month > 12:
        raise ValueError("months run from 01 to 12")
    days = calendar.monthrange(low, month)[1]
    if day > days:
        raise ValueError(f"that month has {days} days")
    return datetime.date(low, month, day or 1), datetime.date(low, month, day or days)
