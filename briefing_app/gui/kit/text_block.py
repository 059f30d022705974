"""A text set on an exact line grid: what every painted view draws its words with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import has_endless_word, kept_together
from briefing_app.gui.kit.text_offsets import to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme

_HIT_RADIUS_PX = 3.0


class TextBlock:
    """Text wrapped to a width; line n stands exactly n line heights below the top."""

    def __init__(
        self,
        text: str,
        font: QtGui.QFont,
        line_px: int,
        width_px: float,
        *,
        mirrored: bool = False,
        max_lines: int = 0,
        italics: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Lay the text out. With `max_lines` the rest is left out, marked by an ellipsis.

        `italics` are code point spans.
        """
        self.text = text
        self.line_px = line_px
        self._font = font
        self._width = max(width_px, 1.0)
        self._mirrored = mirrored
        self._italics = italics
        self._layout = self._lay_out(text)
        if max_lines and self._layout.lineCount() > max_lines:
            last = self._layout.lineAt(max_lines - 1)
            rest = text[last.textStart() :]
            metrics = QtGui.QFontMetricsF(font)
            elided = metrics.elidedText(rest, QtCore.Qt.TextElideMode.ElideRight, self._width)
            self._layout = self._lay_out(text[: last.textStart()] + elided)

    @classmethod
    def in_role(
        cls,
        theme: Theme,
        text: str,
        role: str,
        width_px: float,
        *,
        mirrored: bool,
        max_lines: int = 0,
    ) -> TextBlock:
        """Return a text laid out in a role of the type scale."""
        font, line_px = theme.font(role), theme.line_px(role)
        return cls(text, font, line_px, width_px, mirrored=mirrored, max_lines=max_lines)

    @staticmethod
    def _wrap_mode(text: str) -> QtGui.QTextOption.WrapMode:
        """Words stay whole, but where one is endless: Qt reads it to its end for every line."""
        modes = QtGui.QTextOption.WrapMode
        if has_endless_word(text):
            return modes.WrapAnywhere
        return modes.WrapAtWordBoundaryOrAnywhere

    def _lay_out(self, text: str) -> QtGui.QTextLayout:
        # keeps "US-led" and "Asia @ LSE" whole; same length, so offsets hold
        layout = QtGui.QTextLayout(kept_together(text), self._font)
        option = QtGui.QTextOption()
        option.setWrapMode(self._wrap_mode(text))
        if self._mirrored:
            # the column is mirrored, not the language: an English full stop stays at its end
            sides = QtCore.Qt.AlignmentFlag
            option.setAlignment(sides.AlignRight | sides.AlignAbsolute)
        layout.setTextOption(option)
        if self._italics:
            layout.setFormats(_slanted(to_utf16(text, self._italics)))
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            y = number * self.line_px + (self.line_px - line.height()) / 2
            line.setPosition(QtCore.QPointF(0, y))
            number += 1
        layout.endLayout()
        return layout

    @property
    def height(self) -> int:
        """The height in pixels: lines times line height."""
        return self._layout.lineCount() * self.line_px

    @property
    def natural_width(self) -> float:
        """The width of the widest line in pixels."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(n).naturalTextWidth() for n in lines), default=0.0)

    def draw(
        self,
        painter: QtGui.QPainter,
        x: float,
        y: float,
        ink: QtGui.QColor,
        *,
        hits: Sequence[tuple[int, int]] = (),
        hit_ground: QtGui.QColor | None = None,
    ) -> None:
        """Draw at a place; `hits` are code point spans that get `hit_ground` behind them."""
        if hits and hit_ground is not None:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(hit_ground)
            for box in self.boxes(hits):
                painter.drawRoundedRect(box.translated(x, y), _HIT_RADIUS_PX, _HIT_RADIUS_PX)
        painter.setPen(ink)
        self._layout.draw(painter, QtCore.QPointF(x, y))

    def boxes(self, spans: Sequence[tuple[int, int]]) -> list[QtCore.QRectF]:
        """Return the rectangles that code point spans cover, line by line."""
        found = []
        for start, end in to_utf16(self.text, spans):
            for number in range(self._layout.lineCount()):
                line = self._layout.lineAt(number)
                first = max(start, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = cursor_x(line, first), cursor_x(line, last)
                    box = QtCore.QRectF(
                        min(left, right) - 1,
                        number * self.line_px + 1,
                        abs(right - left) + 2,
                        self.line_px - 2,
                    )
                    found.append(box)
        return found


def _slanted(spans: Sequence[tuple[int, int]]) -> list[QtGui.QTextLayout.FormatRange]:
    found = []
    for start, end in spans:
        form = QtGui.QTextLayout.FormatRange()
        form.start, form.length = start, end - start
        style = QtGui.QTextCharFormat()
        style.setFontItalic(True)
        form.format = style
        found.append(form)
    return found


def cursor_x(line: QtGui.QTextLine, position: int) -> float:
    """Return where a UTF-16 position stands on a line, in pixels."""
    answer: Any = line.cursorToX(position)  # PySide answers with a pair, its stub says object
    return float(answer[0] if isinstance(answer, tuple) else answer)
