"""A page of painted parts: places them from the leading edge and draws the rules between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_item import BLEED_PX, PaintedItem
from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme


class Sheet(QtWidgets.QWidget):
    """The ground that painted parts lie on."""

    first_painted = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.theme = theme
        self._layout_width = 0
        self._was_painted = False
        self._rules: list[tuple[float, float, float, float, str]] = []

    def set_theme(self, theme: Theme) -> None:
        """Restyle every part; the owner lays out again."""
        self.theme = theme
        for part in self.children():
            if isinstance(part, QtWidgets.QWidget):
                styled: Any = part  # only parts lie here
                styled.set_theme(theme)
        self.update()

    def begin(self, width: int) -> None:
        """Start to lay out anew on a sheet `width` px wide."""
        self._layout_width = width
        self._rules.clear()

    def place(self, part: QtWidgets.QWidget, x: int, y: int, width: int, height: int) -> None:
        """Put a part at a place; an item's ground reaches further than its words."""
        if isinstance(part, PaintedItem):
            x, width = x - BLEED_PX, width + 2 * BLEED_PX
        left = self._layout_width - x - width if self.isRightToLeft() else x
        part.setGeometry(left, y, width, height)
        if part.isHidden():
            part.show()

    def rule(self, x: float, y: float, width: float, height: float = 1, ink: str = "hair") -> None:
        """Draw a rule there, lying or standing, in a colour role."""
        self._rules.append((x, y, width, height, ink))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ground and the rules."""
        painter = QtGui.QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        pen = Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())
        for x, y, width, height, ink in self._rules:
            painter.fillRect(pen.box(x, y, width, height), self.theme.colour(ink))
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def sizeHint(self) -> QtCore.QSize:
        """As large as it has been made."""
        return self.size()
