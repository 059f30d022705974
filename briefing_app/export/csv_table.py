"""Claims as CSV (RFC 4180), for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOM: Final = "\ufeff"  # without it Excel takes UTF-8 for the system's old code page
SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
# A spreadsheet reads these as numbers, times or truth values and shows them otherwise
# (007, 1.10, 1e5, 80,000, 1/2, 10:30, 5%) ...
_VALUE: Final = re.compile(r"(?=.*\d)(?![eE'])[\d.,:/%$€£¥'’\s+\-eE]+|(?i:true|false)")
# ... and these as they are: numbers in their shortest form, versions, and ranges in EDTF.
_KEPT: Final = re.compile(
    r"(0|[1-9]\d{0,14})(\.\d*[1-9])?|\d+\.\d+\.\d+|\d{4}(-\d\d){0,2}/(\d{4}(-\d\d){0,2})?"
)
# It turns these into dates or times, by the customs of its country: 1-2, 3/4, 2024-03, 1.5.2024,
# MAR1, 6 May 2022, 5 pm.
_DAY: Final = r"(0?[1-9]|[12]\d|3[01])"
# of English, German, French, Spanish and Italian
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "januar", "februar", "märz", "mai", "juni", "juli"),
    *("oktober", "dezember", "janvier", "février", "mars", "avril", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril"),
    *("mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    *("gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre"),
    "dicembre",
)
_SHORTEST: Final = 3  # letters of a month's name that are enough
_MONTH_WORDS: Final = frozenset(
    month[:length] for month in _MONTHS for length in range(_SHORTEST, len(month) + 1)
)
_DATE: Final = re.compile(
    rf"\d{{1,4}}([-/])\d{{1,4}}(\1\d{{1,4}})?"
    rf"|{_DAY}\.(0?[1-9]|1[0-2])\.(\d\d|\d{{4}})?"
    rf"|(\d{{1,4}}[-\s./]*)?(?P<month>[^\W\d_]{{3,}})\.?([-\s.,/]*\d{{1,4}}){{0,2}}"
    r"|\d{1,2}(:\d\d){0,2}\s*[ap]\.?(m\.?)?",
    re.IGNORECASE,
)
_HAS_DIGIT: Final = re.compile(r"\d")
# It calculates what begins so, also after blanks and in full width; an error is one to it, too.
_FORMULA: Final = re.compile(
    r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r＝＋－＠]|[\t\r]|#(N/A|[A-Z]+[!?])"
)


def csv_table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    exact: bool = False,
    separator: str = ",",
) -> bytes:
    """Return the table: UTF-8 with a byte order mark, CRLF, every cell quoted.

    A cell that a spreadsheet would calculate or alter gets an apostrophe, unless `exact`.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow(row if exact else [safe_cell(cell) for cell in row])
    return (_BOM + stream.getvalue()).encode()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet calculates or shows as a date or another number."""
    altered = (_VALUE.fullmatch(text) and not _KEPT.fullmatch(text)) or _is_date(text)
    return f"'{text}" if altered or _FORMULA.match(text) else text


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text.strip()) if _HAS_DIGIT.search(text) else None
    return bool(found and (found["month"] is None or found["month"].casefold() in _MONTH_WORDS))
