"""Faults of ours: an exception nobody caught is written down and told in one sentence."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.errors import BriefingError
from briefing_app.fault_report import write_fault_report

if TYPE_CHECKING:
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
        place = write_fault_report(report)
        where = self.tr("The details are in {file}.").format(file=place) if place else ""
        words = self.tr("Something went wrong that should not have. Your briefing is untouched.")
        self.reported.emit(f"{words} {where}".strip())
