"""The context menu of prose: what can be copied from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


class AtHand(msgspec.Struct, frozen=True):
    """What there is to copy at one place of a text."""

    claim: str  # id; empty for none
    paragraph: int  # ¶; 0 for none
    place: str  # the paragraph in words, as it is copied
    address: str  # of a link; empty for none


class ProseMenu(QtWidgets.QMenu):
    """Built for one place of a text; goes when it is closed."""

    citation_requested = QtCore.Signal(str)  # claim id
    place_copied_requested = QtCore.Signal(int)  # ¶ number

    def __init__(self, text: QTextEdit, at_hand: AtHand) -> None:
        """Offer what is at hand, and what is selected in `text`."""
        super().__init__(text)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._at_hand = at_hand
        copy = self._add(self.tr("&Copy"), text.copy)
        copy.setShortcut(QtGui.QKeySequence.StandardKey.Copy)
        copy.setEnabled(text.textCursor().hasSelection())
        cite = self._add(self.tr("Copy with c&itation"), self._copy_with_citation)
        cite.setEnabled(bool(at_hand.claim))
        if at_hand.paragraph:
            shown = at_hand.place.replace(
                "&", "&&"
            )  # a title may have one; here it would underline
            self._add(self.tr("Copy &place “{0}”").format(shown), self._copy_place)
        if at_hand.address:
            self._add(self.tr("Copy link &address"), self._copy_address)
        self.addSeparator()
        self._add(self.tr("Select &all"), text.selectAll)

    def _add(self, words: str, slot: object) -> QtGui.QAction:
        action = QtGui.QAction(words, self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @QtCore.Slot()
    def _copy_with_citation(self) -> None:
        self.citation_requested.emit(self._at_hand.claim)

    @QtCore.Slot()
    def _copy_place(self) -> None:
        self.place_copied_requested.emit(self._at_hand.paragraph)

    @QtCore.Slot()
    def _copy_address(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self._at_hand.address)
