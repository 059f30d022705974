"""Says when something was painted, to whoever measures the start."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from PySide6 import QtWidgets

_VARIABLE = "BRIEFING_APP_REPORT_PAINT"


def report_paint() -> None:
    """Add a line with time.monotonic_ns() to the file or pipe that the variable names, if any."""
    path = os.environ.get(_VARIABLE)
    if path:
        with open(path, "a", encoding="ascii") as stream:
            stream.write(f"{time.monotonic_ns()}\n")


def report_paint_of(widget: QtWidgets.QWidget) -> None:
    """Report the next paint of a widget and all its parts, if anybody measures."""
    if os.environ.get(_VARIABLE):
        widget.installEventFilter(_PaintWatch(widget))


class _PaintWatch(QtCore.QObject):
    """Waits for one paint event of its parent."""

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, report_paint)  # its parts are painted with it
        return False
