"""A line of a record laid out: plain, strong and linked pieces on an exact line grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.text_block import cursor_x
from briefing_app.gui.kit.text_offsets import to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.words.claim_record import Run


_KEPT_WHOLE = 34  # letters of a link that is not broken over lines


class RunsBlock:
    """Runs wrapped to a width; a short linked run never breaks, so that one box covers it."""

    def __init__(
        self, runs: Sequence[Run], theme: Theme, width: float, *, mirrored: bool = False
    ) -> None:
        """Lay the runs out in the roles `detail` and `detail_strong`."""
        self._line_px = theme.line_px("detail")
        spans, text = [], ""
        for run in runs:
            whole = run.target and len(run.text) <= _KEPT_WHOLE
            piece = run.text.replace(" ", "\u00a0") if whole else run.text
            spans.append((len(text), len(text) + len(piece)))
            text += piece.replace("-", "\u2011")
        self._spans = to_utf16(text, spans)
        self._layout = QtGui.QTextLayout(text, theme.font("detail"))
        option = QtGui.QTextOption()
        option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if mirrored:
            sides = QtCore.Qt.AlignmentFlag
            option.setAlignment(sides.AlignRight | sides.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(runs, theme))
        self._layout.beginLayout()
        number = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            y = number * self._line_px + (self._line_px - line.height()) / 2
            line.setPosition(QtCore.QPointF(0, y))
            number += 1
        self._layout.endLayout()

    def _formats(self, runs: Sequence[Run], theme: Theme) -> list[QtGui.QTextLayout.FormatRange]:
        found = []
        for run, (start, end) in zip(runs, self._spans, strict=True):
            if not run.strong and not run.target:
                continue
            form = QtGui.QTextLayout.FormatRange()
            form.start, form.length = start, end - start
            style = QtGui.QTextCharFormat()
            if run.strong:
                style.setFont(theme.font("detail_strong"))
            if run.target:
                style.setForeground(theme.colour("accent"))
            form.format = style
            found.append(form)
        return found

    @property
    def height(self) -> int:
        """The height in pixels: lines times line height."""
        return self._layout.lineCount() * self._line_px

    def draw(self, painter: QtGui.QPainter, x: float, y: float, ink: QtGui.QColor) -> None:
        """Draw at a place."""
        painter.setPen(ink)
        self._layout.draw(painter, QtCore.QPointF(x, y))

    def boxes(self, run: int) -> list[QtCore.QRectF]:
        """Return where a run stands, line by line, in pixels from the block's corner."""
        start, end = self._spans[run]
        found = []
        while start < end:
            line = self._layout.lineForTextPosition(start)
            last = min(end, line.textStart() + line.textLength())
            left, right = cursor_x(line, start), cursor_x(line, last)
            y = line.lineNumber() * self._line_px
            found.append(QtCore.QRectF(min(left, right), y, abs(right - left), self._line_px))
            start = max(last, start + 1)
        return found
