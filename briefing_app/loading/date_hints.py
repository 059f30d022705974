"""What an author most likely meant, where a value is not what the format asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# words that authors use for the format's own; no spelling is near enough to guess them
SYNONYMS: Final = {
    "agent": "person",
    "approx": "about",
    "approximately": "about",
    "blog": "post-weblog",
    "circa": "about",
    "claim": "fact",
    "company": "agency",
    "contested": "disputed",
    "country": "state",
    "institution": "agency",
    "journal": "article-journal",
    "judgement": "assessment",
    "judgment": "assessment",
    "location": "place",
    "medium": "moderate",
    "newspaper": "article-newspaper",
    "number": "statistic",
    "opinion": "assessment",
    "organisation": "agency",
    "organization": "agency",
    "outdated": "superseded",
    "prediction": "forecast",
    "probable": "likely",
    "quote": "statement",
    "rebuts": "contradicts",
    "refutes": "contradicts",
    "remote": "almost-no-chance",
    "replaced": "superseded",
    "retracted": "withdrawn",
    "unknown": "not-stated",
    "web": "webpage",
    "website": "webpage",
}
# what YAML, or an editor's, takes for no text
_OTHER_THAN_TEXT: Final = re.compile(
    r"(?:true|false|yes|no|on|off|null|[\d.+-].*)\Z", re.IGNORECASE
)
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


def key_hint(key: str, value: object) -> str:
    """Return why a key may be there that nobody meant as one: it follows a comma; else nothing."""
    if key.isdigit():
        return "; a ',' ends the value before it: write a number without one"
    if value is None and " " in key:
        return "; a ',' ends the text before it: put that text in quotes"
    return ""


def in_brackets(text: str) -> str:
    """Return text as YAML reads it back between brackets: in quotes where it has to be."""
    plain = re.fullmatch(r"[^\W_](?:[\w .'’()/-]*[\w.'’)])?", text) and not _OTHER_THAN_TEXT.match(
        text
    )
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def record_hint(raw: object, keys: Sequence[str], required: Sequence[str]) -> str:
    """Return how a record is written where only a text stands: `; write {id: satp}`."""
    if not isinstance(raw, str) or len(raw) > 40:
        return ""
    if "page" in keys:
        page = re.fullmatch(r"(?:pp?\.? ?|pages? )?(\d[\d–-]*)", raw)
        return f"; write {{page: {page[1]}}}" if page else "; write {section: …} or {page: …}"
    if "literal" in keys:
        return f"; write {{literal: {in_brackets(raw)}}}"
    return f"; write {{id: {raw}}}" if list(required) == ["id"] else ""
