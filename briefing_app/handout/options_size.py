"""The type size of the option sheet, worked out from text lengths before the pages are set."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from briefing_app.handout.handout_plan import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES_PT = (8.4, 8.0, 7.7, 7.4, 7.2)
_LINE = 1.36  # line height over type size
_LETTER = 0.515  # mean advance of Inter over its size, measured on the shipped briefing
_MM = 72 / 25.4
_SHEETS_MM = {Paper.A4: (297.0, 210.0), Paper.LETTER: (279.4, 215.9)}
_SIDES_MM, _TOP_BOTTOM_MM, _HEAD_MM = 36.0, 44.0, 22.0
_OPTION_MM, _GUTTER_MM, _ID_MM = 48.0, 5.0, 8.5


def options_layout(options: Sequence[dict[str, Any]], paper: Paper) -> dict[str, Any]:
    """Return the largest size (pt) at which all options stand on one sheet.

    Where none does, the second largest; the table then goes on, and an option taller than a sheet
    may break.
    """
    for size in SIZES_PT:
        if sum(heights_mm(options, paper, size)) <= _room_mm(paper):
            return {"size": size, "breaks": [False] * len(options)}
    size = SIZES_PT[1]
    room = _room_mm(paper)
    return {"size": size, "breaks": [h > room for h in heights_mm(options, paper, size)]}


def heights_mm(options: Sequence[dict[str, Any]], paper: Paper, size_pt: float) -> list[float]:
    """Return the height of each option's row."""
    column = (_SHEETS_MM[paper][0] - _SIDES_MM - _OPTION_MM - 2 * _GUTTER_MM) / 2 - _ID_MM
    letters = column * _MM / (size_pt * _LETTER)
    line = size_pt * _LINE / _MM
    heights = []
    for option in options:
        in_favour = _lines(option["for"], letters)
        other = _lines(option["against"], letters) + _lines(option["open"], letters)
        other += 1 if option["open"] else 0
        first = (
            2
            + math.ceil(_length(option["title"]) / 23)
            + math.ceil(_length(option["summary"]) / 38)
        )
        heights.append(max(in_favour, other, first * 1.3) * line + 3.2)
    return heights


def _room_mm(paper: Paper) -> float:
    return _SHEETS_MM[paper][1] - _TOP_BOTTOM_MM - _HEAD_MM


def _lines(claims: Sequence[dict[str, Any]], letters: float) -> int:
    # a ragged line is on average two thirds of a word short
    return sum(math.ceil(_length(claim["text"]) / (letters - 3.5)) for claim in claims)


def _length(runs: str | Sequence[dict[str, Any]]) -> int:
    return len(runs) if isinstance(runs, str) else sum(len(r.get("t", "")) for r in runs)
