"""Dates as EDTF (ISO 8601-2:2019): what a text knows of a date, and no more.

Level 0 and the parts of level 1 that briefings need: year, month, day, decade (`195X`), century
(`19XX`), `~ ? %` for about, uncertain and both, and intervals with open (`..`) or unknown (empty)
ends. The `edtf` package reads all of EDTF, but its import takes 75 ms, half of what the start may
take in all; it is the tests' second opinion instead.
"""

from __future__ import annotations

import datetime
import enum
import re

# written out: those of `calendar` follow the locale, and its import takes 1 ms of the start
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LONG = dict(enumerate(_MONTHS, 1))
_SHORT = {number: name[:3] for number, name in _LONG.items()} | {9: "Sept"}
_POINT = re.compile(
    r"(?:(?P<century>\d\d)XX|(?P<decade>\d{3})X|"
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)(?P<quality>[~?%])?\Z",
    re.ASCII,
)


class Precision(enum.IntEnum):
    """How fine a date is."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    MONTH = 4
    DAY = 5


class DatePoint:
    """One end of an interval, or a date by itself."""

    __slots__ = ("approximate", "first", "last", "precision", "uncertain")

    def __init__(self, text: str) -> None:
        """Read one date.

        Raises:
            ValueError: `text` is no EDTF date; the message says what is.
        """
        match = _POINT.match(text)
        if match is None:
            raise ValueError("dates are written 2021, 2021-08, 2021-08-15, 195X or 2001/2021")
        quality = match["quality"] or ""
        self.approximate = quality in ("~", "%")
        self.uncertain = quality in ("?", "%")
        if match["century"]:
            self.precision = Precision.CENTURY
            start, end = int(match["century"]) * 100, int(match["century"]) * 100 + 99
        elif match["decade"]:
            self.precision = Precision.DECADE
            start, end = int(match["decade"]) * 10, int(match["decade"]) * 10 + 9
        else:
            start = end = int(match["year"])
            self.precision = Precision.YEAR
        if start < 1:
            raise ValueError("years run from 0001 to 9999")
        self.first = datetime.date(start, 1, 1)
        self.last = datetime.date(end, 12, 31)
        if match["month"]:
            self._narrow(int(match["month"]), match["day"])

    def _narrow(self, month: int, day: str | None) -> None:
        if not 1 <= month <= 12:
            raise ValueError("months run from 01 to 12")
        year = self.first.year
        days = _days_in(year, month)
        if day is None:
            self.precision = Precision.MONTH
            self.first = datetime.date(year, month, 1)
            self.last = datetime.date(year, month, days)
            return
        if not 1 <= int(day) <= days:
            raise ValueError(f"{_LONG[month]} {year} has {days} days")
        self.precision = Precision.DAY
        self.first = self.last = datetime.date(year, month, int(day))

    def display(self, *, long_month: bool = False) -> str:
        """Return the date as a reader says it: `6 May 2022`, `Nov 2021`, `1950s`, `about 1992`."""
        names = _LONG if long_month else _SHORT
        first = self.first
        words = {
            Precision.CENTURY: _century(first.year // 100 + 1),
            Precision.DECADE: f"{first.year}s",
            Precision.YEAR: str(first.year),
            Precision.MONTH: f"{names[first.month]} {first.year}",
            Precision.DAY: f"{first.day} {names[first.month]} {first.year}",
        }[self.precision]
        if self.approximate:
            words = f"about {words}"
        return f"{words} (uncertain)" if self.uncertain else words


def _century(number: int) -> str:
    """`20th century`: "1900s" is said of the decade too."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)).day


class EdtfDate:
    """A date or interval as it was written, with the days that it spans.

    `start` and `end` are None where the interval has no such end. `open_start` and `open_end` tell
    "still going on" (`..`) from "not known" (empty).
    """

    __slots__ = ("end", "is_interval", "open_end", "open_start", "start", "text")

    start: DatePoint | None
    end: DatePoint | None

    def __init__(self, text: str) -> None:
        """Read EDTF.

        Raises:
            ValueError: it is not EDTF, or its end lies before its start; the message says why.
        """
        self.text = text
        first, slash, second = text.partition("/")
        self.is_interval = bool(slash)
        self.open_start = self.is_interval and first == ".."
        self.open_end = self.is_interval and second == ".."
        if not self.is_interval:
            self.start = self.end = DatePoint(text)
            return
        self.start = DatePoint(first) if first not in ("", "..") else None
        self.end = DatePoint(second) if second not in ("", "..") else None
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a date at one end")
        if self.start and self.end and self.end.last < self.start.first:
            raise ValueError("the interval ends before it begins")

    @property
    def first_day(self) -> datetime.date | None:
        """The earliest day it can mean; None if the start is open or unknown."""
        return self.start.first if self.start else None

    @property
    def last_day(self) -> datetime.date | None:
        """The latest day it can mean; None if the end is open or unknown."""
        return self.end.last if self.end else None

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date]:
        """A key that puts dates in time order; an open start sorts by the end."""
        first = self.first_day or self.last_day or datetime.date.max
        return first, self.last_day or datetime.date.max

    def overlaps(self, other: EdtfDate) -> bool:
        """Return whether the two can share a day."""
        low, high = datetime.date.min, datetime.date.max
        return (self.first_day or low) <= (other.last_day or high) and (other.first_day or low) <= (
            self.last_day or high
        )

    def display(self, *, long_month: bool = False) -> str:
        """Return the date in words: `Aug 2021 – Mar 2022`, `since 2016`, `before Nov 2021`."""
        if not self.is_interval:
            assert self.start is not None
            return self.start.display(long_month=long_month)
        if self.start is None:
            assert self.end is not None
            word = "until" if self.open_start else "before"
            return f"{word} {self.end.display(long_month=long_month)}"
        if self.end is None:
            word = "since" if self.open_end else "after"
            return f"{word} {self.start.display(long_month=long_month)}"
        return self._display_span(self.start, self.end, long_month=long_month)

    def display_horizon(self) -> str:
        """Return it as the time of a forecast: `by Feb 2027`, `within 16–19 Nov 2026`."""
        if self.start is not None and self.end is not None:
            return f"{'within' if self.is_interval else 'by'} {self.display()}"
        if self.end is not None:
            return f"by {self.end.display()}"
        assert self.start is not None
        first = self.start.display()
        return f"from {first} on" if self.open_end else f"after {first}"

    @staticmethod
    def _display_span(start: DatePoint, end: DatePoint, *, long_month: bool) -> str:
        left, right = (
            start.display(long_month=long_month),
            end.display(long_month=long_month),
        )
        plain = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
        same_year = start.first.year == end.first.year
        if plain and start.precision == end.precision == Precision.YEAR:
            return f"{left}–{right}"
        if plain and same_year and start.precision == end.precision == Precision.MONTH:
            return f"{left.rsplit(' ', 1)[0]}–{right}"
        if plain and same_year and start.precision == end.precision == Precision.DAY:
            if start.first.month == end.first.month:
                return f"{start.first.day}–{right}"
            return f"{left.rsplit(' ', 1)[0]} – {right}"
        return f"{left} – {right}"

    def __eq__(self, other: object) -> bool:
        """Two dates are equal when they are written alike."""
        return isinstance(other, EdtfDate) and self.text == other.text

    def __hash__(self) -> int:
        """Hash as the text."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Show the text."""
        return f"EdtfDate({self.text!r})"
