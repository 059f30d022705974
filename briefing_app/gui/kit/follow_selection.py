"""A list in which what a screen reader selects is chosen, as if a key had moved there.

Screen readers select a row without making it the current one; our lists act on the current one.
"""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets


class FollowSelection(QtCore.QObject):
    """Makes the selected row of a view the current one."""

    def __init__(self, view: QtWidgets.QAbstractItemView) -> None:
        """Follow the selection of `view`, which has its model by now and owns this."""
        super().__init__(view)
        self._view = view
        # queued: a key or a click makes the row current right after it has selected it
        view.selectionModel().selectionChanged.connect(
            self._follow, QtCore.Qt.ConnectionType.QueuedConnection
        )

    @QtCore.Slot()
    def _follow(self) -> None:
        selected = self._view.selectionModel().selectedIndexes()
        if selected and selected[0] != self._view.currentIndex():
            self._view.setCurrentIndex(selected[0])
