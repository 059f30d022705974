"""Timers that ring once after a pause."""

from __future__ import annotations

from PySide6 import QtCore


def single_shot(parent: QtCore.QObject, after_ms: int) -> QtCore.QTimer:
    """Return a timer that rings once, `after_ms` after it was last started.

    Set up by calls: PySide finds the setter of a keyword (`interval=…`) by the C library's case
    rules, and in a Turkish locale the capital of `i` is another letter.
    """
    timer = QtCore.QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
