"""A display that cannot be used: one line and an exit code, where Qt would abort the process."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Iterator

CANNOT = 2


@contextlib.contextmanager
def display_failure_told() -> Iterator[None]:
    """While Qt looks for its display: end the process with one line if it cannot use it.

    Qt's fatal message is the last that is heard of it before it aborts, so the process ends here.
    """
    reasons: list[str] = []

    def hear(kind: QtCore.QtMsgType, _context: object, message: str) -> None:
        if kind != QtCore.QtMsgType.QtFatalMsg:
            reasons.append(message)
            return
        reason = reasons[0].strip().rstrip(".") if reasons else message.partition("\n")[0]
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(
                f"briefing-app: No window can be opened here: {reason}. Look at DISPLAY, "
                "WAYLAND_DISPLAY, XAUTHORITY and QT_QPA_PLATFORM. check, search and handout work "
                "without a display: briefing-app --help.\n"
            )
            sys.stderr.flush()
        os._exit(CANNOT)

    before = QtCore.qInstallMessageHandler(hear)
    try:
        yield
    finally:
        QtCore.qInstallMessageHandler(before)
    for message in reasons:  # it went well: they are said as they would have been
        sys.stderr.write(f"{message}\n")
