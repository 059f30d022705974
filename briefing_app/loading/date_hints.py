"""Which date an author most likely meant, where a text is none."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_NAMED: Final = re.compile(
    r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3})[a-z]*\.?"
    r"(?: (?P<late>\d{1,2}),)? (?P<year>\d{4})\Z",
    re.ASCII | re.IGNORECASE,
)
_SHORT: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\Z", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\Z", re.ASCII)
_QUARTER: Final = re.compile(r"[Qq]([1-4])[ /](\d{4})\Z|(\d{4})[ -]?[Qq]([1-4])\Z", re.ASCII)
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?", re.IGNORECASE)
_ABOUT: Final = re.compile(r"(?:c|ca|circa|about|around)\.? ?(\d{4}(?:-\d\d){0,2})\Z", re.ASCII)
_SEASON: Final = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])\Z", re.ASCII)
_POINT: Final = r"(\d{4}(?:-\d\d){0,2})"
_FROM_TO: Final = re.compile(rf"{_POINT} ?(?: - |-|–|—|\.\.| to ) ?{_POINT}\Z", re.ASCII)
_DECADE: Final = re.compile(r"(\d{3})0s\Z", re.ASCII)
_SINCE: Final = re.compile(r"(?:since|from) (\d{4}(?:-\d\d){0,2})\Z", re.ASCII)
_FORMS: Final = ((_ABOUT, "{}~"), (_DECADE, "{}X"), (_SINCE, "{}/.."), (_FROM_TO, "{}/{}"))


def date_hint(written: str) -> str:
    """Return what to write in place of a text that is no date: `; did you mean '1784~'?`."""
    if _SEASON.match(written):
        year = written[:4]
        return f"; a season is written as its months, such as {year}-03/{year}-05"
    if re.match(r"\d{4}(?:-\d\d)?-XX", written, re.ASCII):
        return f"; leave out what is not known: {written[: written.index('-X')]}"
    if year_first := _YEAR_FIRST.match(written.strip()):
        written = "-".join(year_first.groups())
        return f"; did you mean '{_meant_date(written)}'?"
    if "/" in written and _DAY_FIRST.match(written) is None:
        return ""
    if quarter := _QUARTER.match(written.strip()):
        number, year = int(quarter[1] or quarter[4]), quarter[2] or quarter[3]
        return f"; did you mean '{year}-{number * 3 - 2:02}/{year}-{number * 3:02}'?"
    written = _ORDINAL.sub("", written)
    meant = _meant_date(written.strip())
    return f"; did you mean '{meant}'?" if meant and meant != written else ""


def _meant_date(written: str) -> str:
    if named := _NAMED.match(written):
        month = named["month"].casefold()
        if month not in _MONTHS:
            return ""
        day = named["day"] or named["late"]
        ending = f"-{int(day):02}" if day else ""
        return f"{named['year']}-{_MONTHS.index(month) + 1:02}{ending}"
    if short := _SHORT.match(written):
        year, *rest = (part for part in short.groups() if part)
        return "-".join((year, *(f"{int(part):02}" for part in rest)))
    if found := _DAY_FIRST.match(written):
        first, second, year = found.groups()
        # 4/11 is April to some and November to others
        if int(second) > 12 >= int(first):
            first, second = second, first
        return f"{year}-{int(second):02}-{int(first):02}" if int(first) > 12 else ""
    for pattern, form in _FORMS:
        if found := pattern.match(written):
            return form.format(*found.groups())
    return ""
