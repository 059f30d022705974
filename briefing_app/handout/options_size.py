"""The type size of the option sheet, worked out from text lengths before the pages are set."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from briefing_app.handout.handout_plan import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES_PT = (8.6, 8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2)
_LINE = 1.36  # line height over type size
_LETTER = 0.515  # mean advance of Inter over its size, measured on the shipped briefing
_MM = 72 / 25.4
_SHEETS_MM = {Paper.A4: (297.0, 210.0), Paper.LETTER: (279.4, 215.9)}
_SIDES_MM, _TOP_BOTTOM_MM = 36.0, 44.0
_TITLE_MM, _HEAD_MM = 15.0, 6.0  # on the first sheet; on every sheet
OPTION_MM, _GUTTER_MM, _ID_MM = 60.0, 5.0, 8.5


def options_layout(options: Sequence[dict[str, Any]], paper: Paper) -> dict[str, Any]:
    """Return the largest size (pt) at which the options need the fewest sheets.

    Also the width of the first column (mm), and for each option whether it must break because it
    is taller than a sheet.
    """
    sheets = [_sheets(heights_mm(options, paper, size), paper) for size in SIZES_PT]
    size = SIZES_PT[sheets.index(min(sheets))]
    room = _room_mm(paper) - _TITLE_MM
    return {
        "size": size,
        "option_mm": OPTION_MM,
        "breaks": [height > room for height in heights_mm(options, paper, size)],
    }


def heights_mm(options: Sequence[dict[str, Any]], paper: Paper, size_pt: float) -> list[float]:
    """Return the height of each option's row."""
    width = _SHEETS_MM[paper][0] - _SIDES_MM - OPTION_MM
    letters = (width / 2 - _ID_MM - _GUTTER_MM) * _MM / (size_pt * _LETTER)
    first_letters = (OPTION_MM - 8 - _GUTTER_MM) * _MM / _LETTER
    line = size_pt * _LINE / _MM
    heights = []
    for option in options:
        in_favour = _lines(option["for"], letters)
        other = _lines(option["against"], letters) + _lines(option["open"], letters)
        other += 1 if option["open"] else 0
        title = 11.9 * math.ceil(_length(option["title"]) / (first_letters / 10.4 - 3))
        summary = math.ceil(_length(option["summary"]) / (first_letters / size_pt - 3.5)) * line
        heights.append(max(in_favour * line, other * line, (title + 17) / _MM + summary) + 3.2)
    return heights


def _sheets(heights: Sequence[float], paper: Paper) -> int:
    sheets, left = 1, _room_mm(paper) - _TITLE_MM
    for height in heights:
        if height > left:
            sheets, left = sheets + 1, _room_mm(paper)
        left -= height
    return sheets


def _room_mm(paper: Paper) -> float:
    return _SHEETS_MM[paper][1] - _TOP_BOTTOM_MM - _HEAD_MM


def _lines(claims: Sequence[dict[str, Any]], letters: float) -> int:
    # a ragged line is on average more than half a word short
    return sum(math.ceil(_length(claim["text"]) / (letters - 3.5)) for claim in claims)


def _length(runs: str | Sequence[dict[str, Any]]) -> int:
    if isinstance(runs, str):
        return len(runs)
    return sum(_length(r["runs"]) if "p" in r else len(r.get("t", "")) for r in runs)
