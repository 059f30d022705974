"""How many lines a text takes at a width, from the widths of its words: quick, nearly exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from collections.abc import Callable


class WrapEstimate:
    """A text measured once, to be asked for many widths."""

    __slots__ = ("_space", "_words")

    def __init__(self, text: str, font: QtGui.QFont) -> None:
        """Measure every word."""
        advance: Callable[[str], float] = QtGui.QFontMetricsF(font).horizontalAdvance
        self._space = advance(" ")
        self._words = [advance(word) for word in text.split()]

    def lines(self, width: float) -> int:
        """Return the number of lines at a width in px; 0 without words."""
        if not self._words:
            return 0
        count, used = 1, 0.0
        for word in self._words:
            needed = used + self._space + word if used else word
            if needed <= width:
                used = needed
            elif word <= width:
                count, used = count + 1, word
            else:  # longer than a line: broken where it must be
                broken = int(word // width)
                count, used = count + broken + (1 if used else 0), word - broken * width
        return count
