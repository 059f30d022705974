"""Dates as a reader types them into the search field: `2021`, `2021-08..2022`, `>=2022-07`."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from briefing_app.model.dates import EdtfDate

_ONE = re.compile(
    r"(?P<year>\d{1,4})(?:X{1,3}|(?P<decade>s)|-(?P<month>\d{0,2})(?:-(?P<day>\d{0,2}))?)?\Z", re.I
)


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


def parse_range(text: str) -> DateRange:
    """Read one date or range.

    A date that is still being typed stands for what it has: `20` is a century, `202` a decade.

    Raises:
        ValueError: it is no date; the message says how dates are written.
    """
    plain = text.strip()
    if plain.endswith(".") and not plain.endswith(".."):
        plain = plain[:-1]
    for sign in (">=", "<=", ">", "<"):
        if plain.startswith(sign):
            return _compared(sign, plain[len(sign) :].strip())
    for separator in ("..", "/"):
        left, found, right = plain.partition(separator)
        if found:
            first = None if left in ("", "*", "..") else _span(left)[0]
            last = None if right in ("", "*", "..") else _span(right)[1]
            if first and last and last < first:
                raise ValueError("the range ends before it begins")
            return DateRange(first, last)
    return DateRange(*_span(plain))


def _compared(sign: str, text: str) -> DateRange:
    if not text:
        return DateRange(None, None)
    first, last = _span(text)
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


def _span(text: str) -> tuple[datetime.date, datetime.date]:
    match = _ONE.match(text)
    if match is None or not text.isascii():
        raise ValueError("dates are written 2021, 2021-08, 2021-08-15 or 2021..2022")
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
