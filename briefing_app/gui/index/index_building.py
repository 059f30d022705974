"""Builds the claim index off the GUI thread and says how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.errors import BriefingError

if TYPE_CHECKING:
    from briefing_app.gui.work.background import Background
    from briefing_app.open_briefing import OpenBriefing
    from briefing_app.search.claim_index import ClaimIndex


# What the first query needs is made here, not with a key press: the sounds of names. Its words are
# too short to be misspelt: what compares spellings is loaded when the search field is entered.
_WARMING = "qx-z"


class IndexBuilding(QtCore.QObject):
    """One index at a time: a new one gives up the last."""

    built = QtCore.Signal(object)  # ClaimIndex
    said = QtCore.Signal(str)  # for the footer
    _advanced = QtCore.Signal(int, int)  # claims done, claims in all; from the worker

    def __init__(self, background: Background, parent: QtCore.QObject) -> None:
        """Start with nothing to build."""
        super().__init__(parent)
        self._background = background
        self._job = 0
        self._given_up = threading.Event()
        self._advanced.connect(self._say, QtCore.Qt.ConnectionType.QueuedConnection)

    def start(self, opened: OpenBriefing) -> None:
        """Build the index of a briefing; `built` follows."""
        from briefing_app.open_briefing import build_index
        from briefing_app.search.results import Filters, Order

        self.stop()
        given_up = self._given_up = threading.Event()

        def work() -> ClaimIndex:
            index = build_index(
                opened.briefing,
                references=opened.cross_references,
                progress=self._advanced.emit,
                cancelled=given_up.is_set,
            )
            index.search(_WARMING, Filters(), Order.BEST, limit=1)
            return index

        self._job = self._background.run(work, self.built.emit, self._fail)

    def stop(self) -> None:
        """Give up what is being built."""
        self._given_up.set()
        self._background.drop(self._job)

    @QtCore.Slot(int, int)
    def _say(self, done: int, claims: int) -> None:
        if self._given_up.is_set():
            return
        if done < claims:
            words = self.tr("Building the search index: {done} of {claims} claims")
            self.said.emit(words.format(done=f"{done:,}", claims=f"{claims:,}"))
        else:
            self.said.emit(self.tr("The search index is ready"))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self.said.emit(str(error))
