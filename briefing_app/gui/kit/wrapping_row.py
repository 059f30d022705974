"""A row of widgets that goes on in the next line where the width is used up."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

_GAP_PX = 6


class WrappingRow(QtWidgets.QWidget):
    """Lays widgets out from the leading edge, each at the size it asks for."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._parts: list[QtWidgets.QWidget] = []
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)

    def add(self, part: QtWidgets.QWidget) -> None:
        """Put a widget at the end."""
        part.setParent(self)
        self._parts.append(part)

    def arrange(self) -> None:
        """Place the widgets anew: one of them has another size."""
        height = self._lay_out(self.width(), place=True)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _lay_out(self, width: int, *, place: bool) -> int:
        """Place the widgets, or only find out how high they are together."""
        x = y = line = 0
        for part in self._parts:
            size = part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
            size.setWidth(min(size.width(), max(width, 1)))
            if x and x + size.width() > width:
                x, y, line = 0, y + line + _GAP_PX, 0
            if place:
                left = width - x - size.width() if self.isRightToLeft() else x
                part.setGeometry(left, y, size.width(), size.height())
            x += size.width() + _GAP_PX
            line = max(line, size.height())
        return y + line

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self.arrange()
