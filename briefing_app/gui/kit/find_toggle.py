"""A small button that is on or off; on is said by its ground and by a tick."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_buttons import PaintedButton

_PADDING_PX = 10
_TICK_PX = 12
_GAP_PX = 4
_RADIUS_PX = 13


class FindToggle(PaintedButton):
    """One way of searching that can be switched on."""

    def nextCheckState(self) -> None:
        """Turn over, and make room for the tick."""
        super().nextCheckState()
        self.updateGeometry()

    def sizeHint(self) -> QtCore.QSize:
        """Return room for the words, and for the tick while it is on."""
        metrics = QtGui.QFontMetricsF(self.theme.font("chip"))
        width = metrics.horizontalAdvance(self.text()) + 2 * _PADDING_PX
        if self.isChecked():
            width += self.theme.px(_TICK_PX) + _GAP_PX
        return QtCore.QSize(round(width), max(26, self.theme.line_px("chip") + 10))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen, theme = self.pen(painter), self.theme
        on = self.isChecked()
        frame = theme.colour("accent" if on else "edge")
        ground = theme.colour("accent" if on else "hover" if self.underMouse() else "raised")
        ink = theme.colour("accent_ink" if on else "ink")
        pen.fill(0, 0, self.width(), self.height(), ground, radius=_RADIUS_PX, frame=frame)
        x = float(_PADDING_PX)
        if on:
            tick = theme.px(_TICK_PX)
            pen.icon("check", x - 2, (self.height() - tick) / 2, ink, size=tick)
            x += tick + _GAP_PX - 2
        pen.text(self.text(), "chip", x, (self.height() - theme.line_px("chip")) / 2, ink)
        if self.shows_focus():
            ring = theme.colour("accent_ink" if on else "focus")
            painter.setPen(QtGui.QPen(ring, 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            area = QtCore.QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.drawRoundedRect(area, _RADIUS_PX - 3, _RADIUS_PX - 3)
        painter.end()
