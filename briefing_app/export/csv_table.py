"""Claims as CSV (RFC 4180), for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOM: Final = "\ufeff"  # without it Excel takes UTF-8 for the system's old code page
# A spreadsheet calculates what begins so, also after blanks and in full width.
# A spreadsheet reads these as numbers, times or truth values and shows them otherwise
# (007, 1.10, 1e5, 80,000, 1/2, 10:30, 5%) ...
_VALUE: Final = re.compile(r"(?=.*\d)(?![eE'])[\d.,:/%$€£¥'’\s+\-eE]+|(?i:true|false)")
# ... and these as they are: numbers in their shortest form, versions, and EDTF.
_KEPT: Final = re.compile(
    r"(0|[1-9]\d{0,14})(\.\d*[1-9])?|\d+\.\d+\.\d+|\d{4}(-\d\d){0,2}(/(\d{4}(-\d\d){0,2})?)?"
)
_FORMULA: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r＝＋－＠]|[\t\r]")


def csv_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, exact: bool = False
) -> bytes:
    """Return the table: UTF-8 with a byte order mark, CRLF, every cell quoted.

    A cell that a spreadsheet would calculate or alter gets an apostrophe, unless `exact`.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow(row if exact else [safe_cell(cell) for cell in row])
    return (_BOM + stream.getvalue()).encode()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet calculates or shows as something else."""
    altered = _VALUE.fullmatch(text) and not _KEPT.fullmatch(text)
    return f"'{text}" if altered or _FORMULA.match(text) else text
