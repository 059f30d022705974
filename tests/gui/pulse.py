"""How much the window's thread does in one piece: between two turns of its event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Callable


class Pulse(QtCore.QObject):
    """Looks at a clock whenever the event loop turns; the clock may count work instead of time."""

    def __init__(self, clock: Callable[[], float], quick: float = 0) -> None:
        """`quick` is what a window at rest does in one piece at most."""
        super().__init__()
        self._clock, self._quick = clock, quick
        self._dispatcher = QtCore.QAbstractEventDispatcher.instance()
        for turn in (self._dispatcher.awake, self._dispatcher.aboutToBlock):
            turn.connect(self._turn)
        self.start_anew()

    def start_anew(self) -> None:
        self.longest = 0.0
        self.quick_in_a_row = 0
        self._last = self._clock()

    @QtCore.Slot()
    def _turn(self) -> None:
        now = self._clock()
        piece, self._last = now - self._last, now
        self.longest = max(self.longest, piece)
        self.quick_in_a_row = self.quick_in_a_row + 1 if piece < self._quick else 0

    def end(self) -> None:
        for turn in (self._dispatcher.awake, self._dispatcher.aboutToBlock):
            turn.disconnect(self._turn)
