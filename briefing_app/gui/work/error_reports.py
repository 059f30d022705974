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

    def __init__(self) -> None:
        """Report nothing yet."""
        super().__init__()
        self._is_reporting = False

    def install(self) -> None:
        """Take over `sys.excepthook`; exceptions in slots arrive there too."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or self._is_reporting:  # a fault in the telling
            sys.__excepthook__(kind, error, trace)
            return
        self._is_reporting = True
        try:
            self.reported.emit(self._words(kind, error, trace))
        finally:
            self._is_reporting = False

    def _words(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> str:
        """Return what the window says of a fault, once it is written down."""
        if isinstance(error, BriefingError):
            return str(error)
        report = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected fault\n%s", report)
        place = write_fault_report(report)
        where = self.tr("The details are in {file}.").format(file=place) if place else ""
        words = self.tr("Something went wrong that should not have. Your briefing is untouched.")
        return f"{words} {where}".strip()
