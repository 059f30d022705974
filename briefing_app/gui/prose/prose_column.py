"""The reading column and its two margins, in the pixels of a viewport."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtGui

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_LEAST_MARGIN_PX, _LABEL_PX = 64, 30  # at 100 %; a label with its sign
_ID_LETTERS = 4
_NARROW_COLUMN_PX = 480  # under this width the ids stand below the ¶ number
_NARROW_TRAILING_PX = 20
NARROW_GAP_PX = 12
GAP_PX = 20  # between the column and what stands in its margins
EDGE_PX = 6  # free at the outer edge of a margin

MEASURES_PX = {"narrow": 480, "normal": 600, "wide": 780}  # about 57, 72 and 93 letters


class ProseStyle(msgspec.Struct, frozen=True):
    """How prose is set in a view."""

    margins: bool = True  # ¶ numbers and claim ids beside the text
    role: str = "body"  # or `bottom_line`
    embedded: bool = False  # as high as its text, without scroll bars
    measure_px: int = 600  # width of the column at reading size 17
    justified: bool = False  # whether lines end on one edge; nothing is hyphenated


class Column(msgspec.Struct, frozen=True):
    """Where the text stands; `leading` and `trailing` are the free widths beside it."""

    left: int
    width: int
    leading: int
    trailing: int
    narrow: bool  # the claim ids stand below the ¶ number

    @property
    def right(self) -> int:
        """Where the text ends, in pixels from the left."""
        return self.left + self.width


def _least_margin(theme: Theme) -> int:
    digits = QtGui.QFontMetricsF(theme.font("id_margin")).horizontalAdvance("0" * _ID_LETTERS)
    follows_font = _LEAST_MARGIN_PX + _LABEL_PX * (theme.px(100) - 100) // 100  # room for `R17≠`
    return max(follows_font, GAP_PX + EDGE_PX + round(digits))


def column_in(viewport_px: int, style: ProseStyle, theme: Theme, *, mirrored: bool) -> Column:
    """Return the column for a viewport's width."""
    measure = round(style.measure_px * theme.line_px("body") / 27)
    if not style.margins:
        spare = 0 if style.embedded else 2 * GAP_PX
        width = max(min(measure, viewport_px - spare), 1)
        leading = 0 if style.embedded else (viewport_px - width) // 2
        narrow = False
    else:
        least = _least_margin(theme)
        width = min(measure, viewport_px - 2 * least)
        narrow = width < _NARROW_COLUMN_PX
        if narrow:
            room = viewport_px - least - _NARROW_TRAILING_PX
            width = max(min(measure, room), 1)
            leading = least
        else:
            leading = (viewport_px - width) // 2
    trailing = max(viewport_px - leading - width, 0)
    left = trailing if mirrored else leading
    return Column(left, width, leading, trailing, narrow)
