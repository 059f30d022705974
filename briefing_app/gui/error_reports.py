"""Faults of ours: an exception nobody caught is written down and told in one sentence."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
import traceback
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app import paths
from briefing_app.atomic_write import write_atomically
from briefing_app.errors import BriefingError, WriteError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)


class ErrorReports(QtCore.QObject):
    """Catches what reaches `sys.excepthook`; the window shows the sentence."""

    reported = QtCore.Signal(str)

    def install(self) -> None:
        """Take over `sys.excepthook`; exceptions in slots arrive there too."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, BriefingError):
            self.reported.emit(str(error))
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected fault\n%s", report)
        place = write_report(report)
        where = self.tr("The details are in {file}.").format(file=place) if place else ""
        words = self.tr("Something went wrong that should not have. Your briefing is untouched.")
        self.reported.emit(f"{words} {where}".strip())


def write_report(report: str) -> Path | None:
    """Keep a fault's details for a report; return the file, None where nothing can be kept."""
    folder = paths.state_folder()
    if folder is None:
        return None
    file = folder / f"fault-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    with contextlib.suppress(OSError, WriteError):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(file, report.encode())
        return file
    return None
