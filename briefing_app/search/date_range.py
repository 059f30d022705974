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

    def overlaps(self, date: EdtfDate) -> bool:
        """Return whether the date can share a day with the range."""
        if self.last is not None and date.first_day is not None and date.first_day > self.last:
            return False
        return not (
            self.first is not None and date.last_day is not None and date.last_day < self.first
        )


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
