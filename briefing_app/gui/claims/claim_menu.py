"""The context menu of a claim, wherever one is listed or drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets


class ClaimPlace(NamedTuple):
    """A claim that a menu is asked for, and where the menu opens, on the screen."""

    claim: str
    at: QtCore.QPoint


def claim_asked_for(window: QtWidgets.QWidget, event: QtGui.QContextMenuEvent) -> ClaimPlace | None:
    """Return the claim under the pointer, or where the keyboard is; None if none is there.

    Widgets that show claims answer `claim_under(place)`: the id, and its box; for the keyboard
    `place` is None and the current claim is meant.
    """
    by_mouse = event.reason() == QtGui.QContextMenuEvent.Reason.Mouse
    place = window.mapFromGlobal(event.globalPos())
    widget = window.childAt(place) if by_mouse else QtWidgets.QApplication.focusWidget()
    while widget is not None and widget is not window:
        claim_under = getattr(widget, "claim_under", None)
        if claim_under is not None:
            spot = widget.mapFromGlobal(event.globalPos()) if by_mouse else None
            claim, box = claim_under(spot)
            at = event.globalPos() if by_mouse else widget.mapToGlobal(box.center())
            return ClaimPlace(claim, at) if claim else None
        widget = widget.parentWidget()
    return None


class ClaimMenu(QtWidgets.QMenu):
    """What can be done with one claim, each told with its id; goes when it is closed."""

    show_requested = QtCore.Signal(str)
    citation_requested = QtCore.Signal(str)  # the others copy without anything around it
    statement_requested = QtCore.Signal(str)
    number_requested = QtCore.Signal(str)

    def __init__(self, claim_id: str, parent: QtWidgets.QWidget) -> None:
        """Offer the ways to show and to copy it."""
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Claim {claim}").format(claim=claim_id))
        self._claim = claim_id
        self._add(self.tr("Show in &text"), self._show)
        self.addSeparator()
        self._add(self.tr("Copy with c&itation"), self._copy_with_citation)
        self._add(self.tr("Copy &statement"), self._copy_statement)
        self._add(self.tr("Copy &number {claim}").format(claim=claim_id), self._copy_number)

    def _add(self, text: str, slot: object) -> None:
        action = QtGui.QAction(text, self)
        action.triggered.connect(slot)
        self.addAction(action)

    @QtCore.Slot()
    def _show(self) -> None:
        self.show_requested.emit(self._claim)

    @QtCore.Slot()
    def _copy_with_citation(self) -> None:
        self.citation_requested.emit(self._claim)

    @QtCore.Slot()
    def _copy_statement(self) -> None:
        self.statement_requested.emit(self._claim)

    @QtCore.Slot()
    def _copy_number(self) -> None:
        self.number_requested.emit(self._claim)
