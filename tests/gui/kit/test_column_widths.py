"""Widths of columns: none too narrow, all the room used, the tallest group least high."""

from __future__ import annotations

import math

import pytest
from PySide6 import QtGui

from briefing_app.gui.kit.column_widths import balanced_widths
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.gui.kit.wrap_estimate import WrapEstimate


def column(*areas: int):
    """A column whose rows need so many square pixels."""
    return lambda width: tuple(17 * math.ceil(area / width / 17) for area in areas)


def tallest(columns, widths) -> int:
    rows = zip(*(measure(w) for measure, w in zip(columns, widths, strict=True)), strict=True)
    return sum(max(row) for row in rows)


@pytest.mark.parametrize(
    ("areas", "groups"),
    [
        ([90_000], [1]),
        ([20_000, 90_000], [2]),
        ([20_000, 90_000], [1, 1]),
        ([9_000, 60_000, 30_000, 30_000, 120_000, 8_000], [4, 2]),
    ],
)
def test_widths_fill_the_room_and_none_is_too_narrow(areas, groups):
    columns = [column(area) for area in areas]
    widths = balanced_widths(columns, groups, 200 * len(areas), 150)
    assert sum(widths) == 200 * len(areas)
    assert min(widths) >= 150
    assert tallest(columns, widths) <= tallest(columns, [200] * len(areas))


def test_fuller_columns_are_wider():
    slim, full = balanced_widths([column(20_000), column(90_000)], [2], 600, 150)
    assert slim < full


def test_no_columns_need_no_widths():
    assert balanced_widths([], [], 500, 150) == []


@pytest.mark.parametrize("width", [60, 110, 180, 333])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "One",
        "The Taliban mediated between Islamabad and the TTP, so far without a breakthrough.",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen is one word",
    ],
)
def test_the_estimate_is_within_a_line_of_the_real_layout(qapp, text, width):
    font = QtGui.QFont()
    font.setPointSizeF(9.5)
    real = TextBlock(text, font, 17, width).height // 17 if text else 0
    assert abs(WrapEstimate(text, font).lines(width) - real) <= 1
