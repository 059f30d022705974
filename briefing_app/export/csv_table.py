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
_FORMULA: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r＝＋－＠]|[\t\r]")


def csv_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, exact: bool = False
) -> bytes:
    """Return the table: UTF-8 with a byte order mark, CRLF, every cell quoted.

    A cell that a spreadsheet would calculate gets an apostrophe before it, unless `exact`.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow(row if exact else [safe_cell(cell) for cell in row])
    return (_BOM + stream.getvalue()).encode()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
