"""A few words beside what the reader has just pressed or chosen; they go by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.work.single_shot import single_shot

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_SHOWN_MS = 2200
_AIR_PX, _GAP_PX, _ICON_PX = 10, 6, 14
_AWAY_PX = 6  # from what it belongs to


class ToldHere(QtWidgets.QLabel):
    """A chip with a tick over a window; takes no clicks, is said aloud each time."""

    def __init__(self, theme: Theme, window: QtWidgets.QWidget) -> None:
        """Be hidden."""
        super().__init__(window)
        self._over = window
        self._theme = theme
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._end = single_shot(self, _SHOWN_MS)
        self._end.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, near: QtCore.QRect) -> None:
        """Show words above a box of the window, or below it where there is no room."""
        self.setText(words)
        self.resize(self.sizeHint())
        window = self._over.rect().adjusted(8, 8, -8, -8)
        box = QtCore.QRect(self.rect())
        box.moveCenter(near.center())
        box.moveBottom(near.top() - _AWAY_PX)
        if box.top() < window.top():
            box.moveTop(near.bottom() + _AWAY_PX)
        box.moveLeft(max(window.left(), min(box.left(), window.right() - box.width())))
        box.moveTop(max(window.top(), min(box.top(), window.bottom() - box.height())))
        self.setGeometry(box)
        self.show()
        self.raise_()
        self._end.start()
        announce(self, words)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Return tick, words and air."""
        metrics = QtGui.QFontMetricsF(self._theme.font("button"))
        words = metrics.horizontalAdvance(self.text())
        width = words + self._theme.px(_ICON_PX) + _GAP_PX + 2 * _AIR_PX
        return QtCore.QSize(round(width) + 1, self._theme.line_px("button") + 10)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it in the colours of the first choice, which stand out on any ground."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        ink, height = theme.colour("accent_ink"), self.height()
        pen.fill(0, 0, self.width(), height, theme.colour("accent"), radius=height / 2, frame=None)
        icon = theme.px(_ICON_PX)
        pen.icon("check", _AIR_PX, (height - icon) / 2, ink, icon)
        x = _AIR_PX + icon + _GAP_PX
        pen.text(self.text(), "button", x, (height - theme.line_px("button")) / 2, ink)
        painter.end()
