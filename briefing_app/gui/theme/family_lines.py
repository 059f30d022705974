"""Line shapes: solid for Reported, dots for Said, dashes for Judged, dash-dot for Advised."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.model.claim import Family

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

# in units of the line's own width, with round caps (Qt adds half a width at each end)
_PATTERNS = {
    Family.SAID: [0.1, 2.4],
    Family.JUDGED: [3.0, 2.6],
    Family.ADVISED: [4.0, 2.6, 0.1, 2.6],
}
_STRIP_PX = 2048  # a longer line than any on a page
_STRIP_MIDDLE_PX = 2.5


def family_pen(theme: Theme, family: Family, *, strong: bool = False) -> QtGui.QPen:
    """Return the pen that draws a family's line; 1.5 px, 2 px in a theme with frames."""
    colour = theme.family_colour(family, "mark_strong" if strong else "mark")
    pen = QtGui.QPen(colour, 2.0 if theme.framed else 1.5)
    return _patterned(pen, family)


def _patterned(pen: QtGui.QPen, family: Family) -> QtGui.QPen:
    pattern = _PATTERNS.get(family)
    if pattern:
        pen.setDashPattern(pattern)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    return pen


def draw_family_line(
    painter: QtGui.QPainter,
    theme: Theme,
    family: Family,
    line: QtCore.QLineF,
    *,
    strong: bool = False,
) -> None:
    """Draw a family's level line; dots and dashes come from a strip that is made once.

    Qt draws a dashed line anew each time, in up to half a millisecond: a page has twenty of them.
    """
    pen = family_pen(theme, family, strong=strong)
    if family not in _PATTERNS or line.length() >= _STRIP_PX:
        painter.setPen(pen)
        painter.drawLine(line)
        return
    ratio = painter.device().devicePixelRatioF()
    left = math.floor(line.x1())
    place = QtCore.QPointF(left, line.y1() - _STRIP_MIDDLE_PX)
    length = (line.x2() - left) * ratio
    strip = _strip(family, pen.color().rgba(), pen.widthF(), ratio)
    painter.drawPixmap(place, strip, QtCore.QRectF(0, 0, length, strip.height()))


@functools.lru_cache(maxsize=32)
def _strip(family: Family, colour: int, width_px: float, ratio: float) -> QtGui.QPixmap:
    """Return a long line; it depends on colours alone, so that no theme is kept with it."""
    size = QtCore.QSizeF(_STRIP_PX, 2 * _STRIP_MIDDLE_PX) * ratio
    strip = QtGui.QPixmap(size.toSize())
    strip.setDevicePixelRatio(ratio)
    strip.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(strip)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(_patterned(QtGui.QPen(QtGui.QColor.fromRgba(colour), width_px), family))
    y = _STRIP_MIDDLE_PX
    painter.drawLine(QtCore.QLineF(0, y, _STRIP_PX, y))
    painter.end()
    return strip
