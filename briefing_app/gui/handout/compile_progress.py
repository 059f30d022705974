"""How far the pages are: a thin line at once, words and Cancel when it takes longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import ActionButton

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_LINE_PX = 3
_STEP_MS = 50
_WORDS_AFTER_S = 1.5
_ROUND_S = 1.6  # the line's run from one end to the other


class _BusyLine(QtWidgets.QWidget):
    """A short bar that runs along a line while there is work."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.share = -1.0  # of the run; below 0 nothing is drawn
        self.setFixedHeight(_LINE_PX)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("win"))
        if self.share >= 0:
            length = self.width() // 4
            x = round(self.share * (self.width() + length)) - length
            if self.isRightToLeft():
                x = self.width() - x - length
            painter.fillRect(x, 0, length, _LINE_PX, self.theme.colour("accent"))
        painter.end()


class CompileProgress(QtWidgets.QWidget):
    """Shows that pages are being made, and for how long."""

    cancel_wished = QtCore.Signal()

    def __init__(self, theme: Theme, words: str, parent: QtWidgets.QWidget | None = None) -> None:
        """Be idle; `words` say what is being made."""
        super().__init__(parent)
        self._words = words
        self._line = _BusyLine(theme, self)
        self._row = QtWidgets.QWidget()
        self._label = QtWidgets.QLabel()
        self._label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._cancel = ActionButton(self.tr("Cancel"), theme)
        self._cancel.clicked.connect(self.cancel_wished)
        row = QtWidgets.QHBoxLayout(self._row)
        row.setContentsMargins(16, 4, 16, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._row)
        self._row.hide()
        self._since = QtCore.QElapsedTimer()
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._line.theme = theme
        self._label.setFont(theme.font("meta"))
        self._label.setStyleSheet(f"color: {theme.values['ink2']};")
        self._cancel.set_theme(theme)
        self._line.update()

    @property
    def offers_cancel(self) -> bool:
        """Whether it has taken so long that words and Cancel are shown."""
        return not self._row.isHidden()

    def start(self) -> None:
        """Begin to show work; the time goes on if there was work before."""
        if not self._timer.isActive():
            self._since.start()
            self._timer.start()

    def stop(self) -> None:
        """Be idle again."""
        self._timer.stop()
        self._line.share = -1.0
        self._line.update()
        self._row.hide()

    @QtCore.Slot()
    def _step(self) -> None:
        seconds = self._since.elapsed() / 1000
        self._line.share = seconds % _ROUND_S / _ROUND_S
        self._line.update()
        if seconds >= _WORDS_AFTER_S:
            words = self.tr("{what} {n} s").format(what=self._words, n=int(seconds))
            if words != self._label.text():
                self._label.setText(words)
            self._row.show()
