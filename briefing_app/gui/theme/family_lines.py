"""Line shapes: solid for Reported, dots for Said, dashes for Judged, dash-dot for Advised."""

from __future__ import annotations

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


def family_pen(theme: Theme, family: Family, *, strong: bool = False) -> QtGui.QPen:
    """Return the pen that draws a family's line; 1.5 px, 2 px in a theme with frames."""
    colour = theme.family_colour(family, "mark_strong" if strong else "mark")
    pen = QtGui.QPen(colour, 2.0 if theme.framed else 1.5)
    pattern = _PATTERNS.get(family)
    if pattern:
        pen.setDashPattern(pattern)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    return pen
