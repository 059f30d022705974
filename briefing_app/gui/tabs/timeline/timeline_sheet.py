"""The ground of the timeline: drags on it choose days, the wheel with Ctrl zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.sheet import Sheet

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.theme.theme import Theme

_LEAST_DRAG_PX = 6


class TimelineSheet(Sheet):
    """Places are told in px from the leading edge of the plot."""

    stretch_dragged = QtCore.Signal(float, float)  # while the button is held
    stretch_chosen = QtCore.Signal(float, float)
    wheel_turned = QtCore.Signal(float, float)  # place, steps
    wheel_panned = QtCore.Signal(float)  # steps

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a plot."""
        super().__init__(theme, parent)
        self._plot = QtCore.QRect()
        self._from: float | None = None
        self._to = 0.0

    def set_plot(self, left: int, top: int, width: int, bottom: int) -> None:
        """Say where the bands lie, from the leading edge."""
        self._plot = QtCore.QRect(left, top, width, bottom - top)

    def cancel_drag(self) -> bool:
        """Give up a drag under way; return whether there was one."""
        was_dragging = self._from is not None
        self._from = None
        self.update()
        return was_dragging

    def _place(self, x: float) -> float:
        leading = self.width() - x if self.isRightToLeft() else x
        return min(max(leading - self._plot.left(), 0.0), float(self._plot.width()))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Begin to choose days."""
        inside = event.position().y() >= self._plot.top()
        if event.button() == QtCore.Qt.MouseButton.LeftButton and inside:
            self._from = self._to = self._place(event.position().x())
        event.accept()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose days up to here; a drag that began on a mark begins now."""
        if not event.buttons() & QtCore.Qt.MouseButton.LeftButton:
            return
        self._to = self._place(event.position().x())
        if self._from is None:
            self._from = self._to
        if abs(self._to - self._from) >= _LEAST_DRAG_PX:
            self.stretch_dragged.emit(min(self._from, self._to), max(self._from, self._to))
        self.update()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take the days that were dragged over."""
        start, self._from = self._from, None
        self.update()
        if start is not None and abs(self._to - start) >= _LEAST_DRAG_PX:
            self.stretch_chosen.emit(min(start, self._to), max(start, self._to))
        event.accept()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Zoom with Ctrl, move through time with Shift or sideways, else scroll."""
        turn, modifiers = event.angleDelta(), event.modifiers()
        keys = QtCore.Qt.KeyboardModifier
        if modifiers & keys.ControlModifier and turn.y():
            self.wheel_turned.emit(self._place(event.position().x()), turn.y() / 120)
        elif turn.x() or (modifiers & keys.ShiftModifier and turn.y()):
            self.wheel_panned.emit(-(turn.x() or turn.y()) / 120)
        else:
            event.ignore()
            return
        event.accept()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ground, the grid, and the days that are being chosen."""
        super().paintEvent(event)
        if self._from is None or abs(self._to - self._from) < _LEAST_DRAG_PX:
            return
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())
        ground = QtGui.QColor(self.theme.colour("accent_bg"))
        left = self._plot.left() + min(self._from, self._to)
        pen.fill(
            left,
            self._plot.top(),
            abs(self._to - self._from),
            self._plot.height(),
            ground,
            frame=self.theme.colour("accent"),
        )
        painter.end()
