"""What is read: the open briefing, and the claim that is selected in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.open_briefing import OpenBriefing


class Reading(QtCore.QObject):
    """Says what is open and selected; text, index, bars and menus hear it and follow."""

    claim_selected = QtCore.Signal(str, bool)  # and whether it is flashed where it is listed
    selection_changed = QtCore.Signal()  # to another claim, or to none

    def __init__(self, opened: OpenBriefing, parent: QtCore.QObject) -> None:
        """Read a briefing in which nothing is selected."""
        super().__init__(parent)
        self.take(opened)

    def take(self, opened: OpenBriefing) -> None:
        """Read another briefing, or another state of the same one; nothing is selected in it."""
        self.opened = opened
        self.references = opened.cross_references
        self.selected: str | None = None
        self._order = [claim.id for claim in self.references.in_text_order()]
        self.selection_changed.emit()

    @QtCore.Slot(str)
    def select_claim(self, claim_id: str, *, flash: bool = False) -> None:
        """Select a claim everywhere, without moving the text."""
        if claim_id not in self.references.claims:
            return
        self.selected = claim_id
        self.claim_selected.emit(claim_id, flash)
        self.selection_changed.emit()

    def neighbour(self, step: int) -> str:
        """Return the claim so many after the selected one in the text; empty if none is there."""
        if self.selected not in self._order:
            return ""
        number = self._order.index(self.selected) + step
        return self._order[number] if 0 <= number < len(self._order) else ""
