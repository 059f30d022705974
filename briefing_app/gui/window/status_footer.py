"""The footer: where one is, what was selected, and that nothing here goes online."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_HEIGHT_PX = 28


class StatusFooter(QtWidgets.QStatusBar):
    """One quiet line; changes are announced to screen readers."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._theme = theme
        self._left = self._right = ""
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, aloud: bool = True) -> None:
        """Show what the reader has just done or found, at the leading edge.

        `aloud` has a screen reader say it: not what changes with every line that is scrolled.
        """
        if text == self._left:
            return
        self._left = text
        self.setAccessibleName(text)
        if aloud:
            announce(self, text)
        self.update()

    def set_standing(self, text: str) -> None:
        """Show what is always true of the briefing, at the trailing edge."""
        self._right = text
        self.setAccessibleDescription(text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """One line and its air."""
        return QtCore.QSize(200, max(_HEIGHT_PX, self._theme.line_px("meta") + 10))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw both ends of the line."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.colour("win"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("hair"))
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        y = (self.height() - theme.line_px("meta")) / 2
        right = pen.text_width(self._right, "meta")
        room = self.width() - 60
        if right < room / 2:
            pen.text(self._right, "meta", self.width() - 20 - right, y, theme.colour("ink2"))
            room -= round(right)
        pen.text(self._left, "meta", 20, y, theme.colour("ink2"), max_width=room)
        painter.end()
