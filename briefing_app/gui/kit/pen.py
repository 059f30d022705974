"""The one pen of the painted views: draws in coordinates of the leading edge and mirrors them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import has_right_to_left
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.gui.theme import icons
from briefing_app.gui.theme.family_lines import family_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family

_BADGE_HEIGHT_PX = 18
_DOT = "·"  # parts the items of a quiet line
_BADGE_PADDING_PX = 6


def badge_height(theme: Theme) -> int:
    """Return the height of a badge in px: 18, more where text is scaled up."""
    return max(_BADGE_HEIGHT_PX, theme.line_px("badge") + 4)


def in_window_order(text: str) -> str:
    """Return a line as it is drawn in a mirrored window.

    `Nov 2021 · سرحد` begins at the right, like `2020 · سرحد`, whatever its first letter is, and no
    item turns another one round (Unicode Annex 9, isolates).
    """
    if _DOT not in text or not has_right_to_left(text):
        return text
    items = (item.strip(" ") for item in text.split(_DOT))
    space = "  " if f"  {_DOT}" in text else " "
    return "\u200f" + f"{space}{_DOT}{space}".join(f"\u2068{item}\u2069" for item in items)


class Pen:
    """Draws on a painter; x counts from the leading edge of an area `width` pixels wide."""

    def __init__(
        self, painter: QtGui.QPainter, theme: Theme, width: float, *, mirrored: bool = False
    ) -> None:
        """Take over a painter for one paint event."""
        self.painter = painter
        self.theme = theme
        self.width = width
        self.mirrored = mirrored
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        # a line runs as its own letters say: "71 claims" in a mirrored window too
        painter.setLayoutDirection(QtCore.Qt.LayoutDirection.LayoutDirectionAuto)

    def box(self, x: float, y: float, width: float, height: float) -> QtCore.QRectF:
        """Return a rectangle given from the leading edge, mirrored where the layout is."""
        left = self.width - x - width if self.mirrored else x
        return QtCore.QRectF(left, y, width, height)

    def block(self, text: str, role: str, width: float, *, max_lines: int = 0) -> TextBlock:
        """Return `text` laid out in a role of the type scale."""
        return TextBlock.in_role(
            self.theme, text, role, width, mirrored=self.mirrored, max_lines=max_lines
        )

    def draw_block(
        self,
        block: TextBlock,
        x: float,
        y: float,
        width: float,
        ink: QtGui.QColor,
        *,
        hits: Sequence[tuple[int, int]] = (),
    ) -> float:
        """Draw a block laid out to `width`; return its height."""
        left = self.box(x, y, width, 0).left()
        block.draw(self.painter, left, y, ink, hits=hits, hit_ground=self.theme.colour("hit"))
        return block.height

    def text(
        self, text: str, role: str, x: float, y: float, ink: QtGui.QColor, *, max_width: float = 0
    ) -> float:
        """Draw one line with its line box's top at y; return its width. Elided at `max_width`."""
        font = self.theme.font(role)
        metrics = QtGui.QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        if max_width and width > max_width:
            text = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, max_width)
            width = metrics.horizontalAdvance(text)
        line = self.theme.line_px(role)
        baseline = y + (line + metrics.ascent() - metrics.descent()) / 2
        self.painter.setFont(font)
        self.painter.setPen(ink)
        left = self.box(x, y, width, line).left()
        shown = in_window_order(text) if self.mirrored else text
        self.painter.drawText(QtCore.QPointF(left, baseline), shown)
        return width

    def text_width(self, text: str, role: str) -> float:
        """Return the width of one line in pixels."""
        return QtGui.QFontMetricsF(self.theme.font(role)).horizontalAdvance(text)

    def badge(self, text: str, family: Family, x: float, y: float) -> float:
        """Draw a type's badge, as high as `badge_height` says; return its width."""
        width = self.text_width(text, "badge") + 2 * _BADGE_PADDING_PX
        height = badge_height(self.theme)
        area = self.box(x, y, width, height)
        ink = self.theme.family_colour(family)
        self.painter.setBrush(self.theme.family_colour(family, "bg"))
        if self.theme.framed:
            self.painter.setPen(QtGui.QPen(ink, 1))
            area.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            self.painter.setPen(QtCore.Qt.PenStyle.NoPen)
        self.painter.drawRoundedRect(area, 4, 4)
        line = self.theme.line_px("badge")
        self.text(text, "badge", x + _BADGE_PADDING_PX, y + (height - line) / 2, ink)
        return width

    def fill(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        ground: QtGui.QColor,
        *,
        radius: float = 0,
        frame: QtGui.QColor | None = None,
        frame_px: float = 1,
    ) -> None:
        """Fill a box, with rounded corners and a frame where asked for."""
        area = self.box(x, y, width, height)
        self.painter.setBrush(ground)
        self.painter.setPen(QtCore.Qt.PenStyle.NoPen)
        if frame is not None:
            self.painter.setPen(QtGui.QPen(frame, frame_px))
            half = frame_px / 2
            area.adjust(half, half, -half, -half)
        self.painter.drawRoundedRect(area, radius, radius)

    def rule(self, x: float, y: float, width: float, ink: QtGui.QColor, px: float = 1) -> None:
        """Draw a rule whose top is at y."""
        self.painter.fillRect(self.box(x, y, width, px), ink)

    def family_line(
        self, family: Family, x: float, y: float, width: float, *, strong: bool = True
    ) -> None:
        """Draw a family's line shape with its middle at y."""
        area = self.box(x, y, width, 0)
        self.painter.setPen(family_pen(self.theme, family, strong=strong))
        self.painter.drawLine(QtCore.QLineF(area.left(), y, area.right(), y))

    def icon(self, name: str, x: float, y: float, ink: QtGui.QColor, size: float = 16) -> None:
        """Draw an icon into a square at a place."""
        icons.draw(self.painter, name, self.box(x, y, size, size), ink, mirrored=self.mirrored)

    def focus_ring(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """Draw the 2 px ring that shows where the keyboard is, just outside the box."""
        area = self.box(x - 1, y - 1, width + 2, height + 2)
        self.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        self.painter.setPen(QtGui.QPen(self.theme.colour("focus"), 2))
        self.painter.drawRoundedRect(area, radius + 1, radius + 1)
