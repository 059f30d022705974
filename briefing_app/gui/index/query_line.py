"""The line that a query is typed into; words that it could not make sense of are underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.text_block import cursor_x
from briefing_app.gui.kit.text_offsets import to_code_points, to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.results import Span

_WAVE_PX = 2  # half of a wave's length, and its height
_BELOW_PX = 2  # from the baseline to the wave


class QueryLine(QtWidgets.QLineEdit):
    """A line edit that speaks of code points and marks some of its words by a wave below."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        """Start empty, without a frame or ground of its own."""
        super().__init__(parent)
        self._odd: tuple[Span, ...] = ()
        self._wave = QtGui.QColor()
        self.setFrame(False)
        # not by palette: a ground set there is lost when the window's colours change
        self.setStyleSheet("QLineEdit { background: transparent; border: none; }")

    def set_wave(self, colour: QtGui.QColor) -> None:
        """Take the colour of the waves."""
        self._wave = colour
        self.update()

    def mark_odd(self, spans: Sequence[Span]) -> None:
        """Put a wave below these code points; what lies beyond the text is passed over."""
        if tuple(spans) != self._odd:
            self._odd = tuple(spans)
            self.update()

    def odd_words(self) -> tuple[str, ...]:
        """Return the words that have a wave below them."""
        text = self.text()
        return tuple(text[start:end] for start, end in self._odd if start < len(text))

    def cursor_place(self) -> int:
        """Return where the cursor stands, in code points."""
        return to_code_points(self.text(), self.cursorPosition())

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in place of others, in code points, as if typed: Ctrl+Z takes them back."""
        ((first, last),) = to_utf16(self.text(), [(start, end)])
        self.setSelection(first, last - first)
        self.insert(words)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the text, then the waves."""
        super().paintEvent(event)
        if not self._odd or not self.text():
            return
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(self._wave, 1.4))
        painter.setClipRect(self.rect())
        metrics = QtGui.QFontMetricsF(self.font())
        middle = self.cursorRect().center().y() + 1
        y = middle + (metrics.ascent() - metrics.descent()) / 2 + _BELOW_PX
        y = min(y, self.height() - _WAVE_PX - 1)
        for left, right in self._stretches():
            painter.drawPolyline(_wave(left, right, y))
        painter.end()

    def _stretches(self) -> list[tuple[float, float]]:
        """Return where the odd words stand, in px; what is scrolled out lies outside."""
        text = self.text()
        layout = QtGui.QTextLayout(text, self.font())
        option = QtGui.QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QtGui.QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        # Qt does not say how far it has scrolled; the cursor, whose place it does say, tells
        shift = self.cursorRect().center().x() - cursor_x(line, self.cursorPosition())
        inside = [(start, min(end, len(text))) for start, end in self._odd if start < len(text)]
        found = []
        for start, end in to_utf16(text, inside):
            one, other = cursor_x(line, start) + shift, cursor_x(line, end) + shift
            found.append((min(one, other), max(one, other)))
        return found


def _wave(left: float, right: float, y: float) -> list[QtCore.QPointF]:
    points = []
    x, up = left, False
    while x < right:
        points.append(QtCore.QPointF(x, y + (0 if up else _WAVE_PX)))
        x, up = x + _WAVE_PX, not up
    return points
