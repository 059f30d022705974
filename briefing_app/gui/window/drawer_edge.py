"""The edge of a drawer over what it covers: a line, and a shadow beside it."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

EDGE_PX = 12
_SHADE = 46  # of 255, next to the line


class DrawerEdge(QtWidgets.QWidget):
    """Lies just outside a drawer, at its leading side; the pointer goes through it."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        """Lie hidden."""
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the line on the drawer's side, and the shadow away from it."""
        painter = QtGui.QPainter(self)
        mirrored = self.isRightToLeft()
        width = self.width()
        shadow = QtGui.QLinearGradient(width if mirrored else 0, 0, 0 if mirrored else width, 0)
        shadow.setColorAt(0, QtGui.QColor(0, 0, 0, 0))
        shadow.setColorAt(1, QtGui.QColor(0, 0, 0, _SHADE))
        painter.fillRect(self.rect(), shadow)
        line = self.palette().color(QtGui.QPalette.ColorRole.Mid)
        painter.fillRect(0 if mirrored else width - 1, 0, 1, self.height(), line)
        painter.end()
