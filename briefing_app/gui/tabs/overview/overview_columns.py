"""How many columns the parts of the overview have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.kit.painted_label import scaled

if TYPE_CHECKING:
    from briefing_app.gui.kit.sheet import Sheet

COLUMN_GAP_PX = 36
_COLUMN_MIN_PX = 290


def columns(sheet: Sheet, width: int, wanted: int = 2) -> tuple[int, int]:
    """Return (how many columns fit, how wide each is in px)."""
    if wanted > 1 and width >= 2 * scaled(sheet.theme, _COLUMN_MIN_PX) + COLUMN_GAP_PX:
        return 2, (width - COLUMN_GAP_PX) // 2
    return 1, width
