"""The numbers of paragraphs (¶ 3) in the margin: where they stand, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.prose.prose_column import GAP_PX, NARROW_GAP_PX

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_column import Column
    from briefing_app.gui.theme.theme import Theme


class ParagraphNumbers:
    """Numbers beside their paragraphs, on the baseline of the first line."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = theme.font("paragraph_number")
        self._metrics = QtGui.QFontMetricsF(self._font)

    def box(self, number: int, baseline: float, column: Column, *, mirrored: bool) -> QtCore.QRectF:
        """Return the box of a number in the margin, in px of the document."""
        width = self._metrics.horizontalAdvance(_words(number))
        gap = NARROW_GAP_PX if column.narrow else GAP_PX
        left = column.right + gap if mirrored else column.left - gap - width
        return QtCore.QRectF(left, baseline - 12, width, 16)

    def draw(self, painter: QtGui.QPainter, number: int, left: float, baseline: float) -> None:
        """Draw a number from its left edge on."""
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink3"))
        painter.drawText(QtCore.QPointF(left, baseline), _words(number))


def _words(number: int) -> str:
    return f"¶\u2009{number}"
