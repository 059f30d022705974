"""Days and months as readers write them: `12.11.1893`, `8/15/2021`, `15th of August 2021`.

Where 03/04/2021 may be the third of April or the fourth of March, it is both.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

Phrase = tuple[str, ...]

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_GAP = r"(?:\s*,\s*|\s+|-)"
IN_WORDS = re.compile(
    rf"(?:{_DAY}{_GAP}(?:of\s+)?{_MONTH}|{_MONTH.replace('name', 'first')}{_GAP}"
    rf"{_DAY.replace('day', 'second')}|{_MONTH.replace('name', 'only')}){_GAP}{_YEAR}(?!\w)",
    re.I,
)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?\Z")
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\Z")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})\Z")
_YEARS = re.compile(r"(\d\d)?(\d\d)/(\d\d)\Z")  # 1971-72, 92-95
_DECADE = re.compile(r"((?:\d\d)?[2-9]0|\d\d[01]0)['’]?s")
_DECADES = (
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
)  # fmt: skip
_SHORT_YEAR = re.compile(r"(['’]?)(\d\d)")
_SHORTEST_MONTH = 3  # letters
_CENTURIES = ("18", "19", "20")  # of years that are written with two figures
_MOST_MONTHS, _MOST_DAYS = 12, 31
_SHORTEST_YEAR = 2  # figures of a year that is being typed


class Written(NamedTuple):
    """A month, or a day of it; the day is 0 where there is none."""

    year: int
    month: int
    day: int

    def days(self) -> tuple[datetime.date, datetime.date]:
        """Return its first and its last day.

        Raises:
            ValueError: there is no such day; the message says why.
        """
        if not self.year:
            raise ValueError("years run from 0001 to 9999")
        last = calendar.monthrange(self.year, self.month)[1]
        if self.day > last:
            raise ValueError(f"that month has {last} days")
        first = datetime.date(self.year, self.month, self.day or 1)
        return first, first.replace(day=self.day or last)


def readings(text: str) -> tuple[Written, ...]:
    """Return what a day or a month may mean; empty if the text is neither. It may not exist."""
    text = text.strip().lower()
    if not text.isascii():
        return ()
    if match := _YEAR_FIRST.match(text):
        year, _, month, day = match.groups()
        found = [(year, month, day or "0")]
    elif match := _YEAR_LAST.match(text):
        one, sign, other, year = match.groups()
        years = (year,) if len(year) > 2 else [century + year for century in _CENTURIES]
        orders = [(other, one)] if sign == "." and int(other) <= _MOST_MONTHS else []
        orders = orders or list(dict.fromkeys(((other, one), (one, other))))
        found = [(year, month, day) for year in years for month, day in orders]
    elif match := _MONTH_AND_YEAR.match(text):
        found = [(match[2], match[1], "0")]
    elif (match := IN_WORDS.fullmatch(text)) and (month := _month(match)):
        found = [(match["year"], str(month), match["day"] or match["second"] or "0")]
    else:
        return ()
    numbers = (Written(*map(int, parts)) for parts in found)
    return tuple(w for w in numbers if 0 < w.month <= _MOST_MONTHS and w.day <= _MOST_DAYS)


def _month(match: re.Match[str]) -> int:
    """Return the month that is named, from 1; 0 if that is no month."""
    name = (match["name"] or match["first"] or match["only"]).lower()
    name = _NAMES[8] if name == "sept" else name
    return next((n for n, month in enumerate(_NAMES, 1) if month.startswith(name)), 0)


def same_days(terms: Phrase) -> list[Phrase]:
    """Return the phrases for a day, a month or two years as texts and dates of claims have them.

    A day without its year is one only with figures for the month: 15/8, 15.8.
    """
    text = terms[0] if len(terms) == 1 else _joined(terms)
    found: list[Phrase] = []
    for written in readings(text):
        name = _NAMES[written.month - 1]
        year, day = f"{written.year:04}", str(written.day)
        month = f"{written.month:02}"
        if not written.day:
            found += [(name, year), (year, month)]
        else:
            found += [(day, name, year), (name, day, year), (year, month, f"{written.day:02}")]
    found.extend(_without_year(text))
    found.extend(_two_years(text))
    return [phrase for phrase in dict.fromkeys(found) if phrase != terms]


def _two_years(text: str) -> list[Phrase]:
    """Return the years of 1971-72 or 92-95; of nothing that may be a month or a day."""
    match = _YEARS.match(text)
    if not match or match[3] <= match[2]:
        return []
    if int(match[3] if match[1] else match[2]) <= (_MOST_MONTHS if match[1] else _MOST_DAYS):
        return []
    centuries = (match[1],) if match[1] else _CENTURIES
    return [(century + year,) for century in centuries for year in match.groups()[1:]]


def begun_days(terms: Phrase) -> list[Phrase]:
    """Return the phrases that a day which is being typed may become; their last term may go on."""
    parts = terms[0].split(".") if len(terms) == 1 else list(terms)
    if not all(part.isdecimal() for part in parts) or not 1 < len(parts) <= 3:
        return []
    day, month, *year = parts
    if year and len(year[0]) < _SHORTEST_YEAR:
        return []
    if year:
        orders = dict.fromkeys(((day, month), (month, day)))
        return [
            (str(int(d)), _NAMES[int(m) - 1], year[0])
            for d, m in orders
            if 0 < int(m) <= _MOST_MONTHS and 0 < int(d) <= _MOST_DAYS
        ]
    if not 0 < int(day) <= _MOST_DAYS:
        return []
    return [
        (str(int(day)), name)
        for number, name in enumerate(_NAMES, 1)
        if str(number).startswith(month.lstrip("0") or month)
    ]


def years_meant(written: str, before: str) -> tuple[str, ...]:
    """Return the years that a word may mean: the 1980s, the eighties, '73, July 73.

    `before` is the word before it. Two figures are a year of any century but for decades.
    """
    word = written.lower()
    decade = _DECADE.fullmatch(word)
    if decade or word in _DECADES:
        head = decade[1][:-1] if decade else f"{_DECADES.index(word) + 2}"
        century = head if len(head) > 1 else f"19{head}"
        return tuple(f"{century}{figure}" for figure in range(10))
    short = _SHORT_YEAR.fullmatch(word)
    named = len(before) >= _SHORTEST_MONTH and any(name.startswith(before) for name in _NAMES)
    if short and (short[1] or named):
        return years_ending(short[2])
    return ()


def years_ending(figures: str) -> tuple[str, ...]:
    """Return the years that two figures may stand for."""
    return tuple(century + figures for century in _CENTURIES)


def _without_year(text: str) -> list[Phrase]:
    parts = text.replace("/", ".").split(".")
    if len(parts) != 2 or not all(part.isdecimal() and 0 < len(part) <= 2 for part in parts):
        return []
    one, other = map(int, parts)
    return [
        phrase
        for day, month in ((one, other), (other, one))
        if 0 < month <= _MOST_MONTHS and 0 < day <= _MOST_DAYS
        for phrase in ((str(day), _NAMES[month - 1]), (_NAMES[month - 1], str(day)))
    ]


def _joined(terms: Phrase) -> str:
    return ("/" if all(term.isdecimal() for term in terms) else " ").join(terms)
