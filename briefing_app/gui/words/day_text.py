"""A day as a reader types it: `15 August 2021`, `15/8/2021`, `2021-08-15`, `Aug 2021`, `2021`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.model.dates import EdtfDate

if TYPE_CHECKING:
    import datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\Z", re.ASCII
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z", re.ASCII)
_IN_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z", re.ASCII)


def day_in(text: str) -> datetime.date | None:
    """Return the day that is meant, of a month or a year the last one; None if it is no date.

    Numbers are day, month, year.
    """
    text = " ".join(text.split()).lower()
    written = text.upper()  # a decade is 195X
    if match := _IN_NUMBERS.match(text):
        written = _edtf(match[3], int(match[2]), match[1])
    elif match := _IN_WORDS.match(text):
        written = _edtf(match[3], _month(match[2]), match[1])
    elif match := _MONTH_FIRST.match(text):
        written = _edtf(match[3], _month(match[1]), match[2])
    try:
        date = EdtfDate(written)
    except ValueError:
        return None
    return None if date.is_interval else date.last_day


def day_words(day: datetime.date) -> str:
    """Return a day in words: `15 Aug 2021`."""
    return EdtfDate(day.isoformat()).display()


def _month(name: str) -> int:
    """The number of a month; 0 if it is none."""
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


def _edtf(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
