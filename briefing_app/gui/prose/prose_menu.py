"""The context menu of prose: what can be copied from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.words.claim_record import paragraph_words

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_view import ProseView


class ProseMenu(QtWidgets.QMenu):
    """Built for one place of a view; goes when it is closed."""

    def __init__(self, view: ProseView, where: QtCore.QPoint, *, by_mouse: bool) -> None:
        """Offer what there is at `where` (or, by the keyboard, at the current claim)."""
        super().__init__(view)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = view
        at_hand = view.claim_at(where) if by_mouse else view.claim_of_keyboard()[1]
        selected = view.claims_in_selection()
        self._claim = at_hand or (selected[0] if selected else "") or ""
        self._number = view.paragraph_at(where)
        self._address = view.link_at(where)
        self._build()

    def _build(self) -> None:
        copy = self._add(self.tr("&Copy"), self._view.copy)
        copy.setShortcut(QtGui.QKeySequence.StandardKey.Copy)
        copy.setEnabled(self._view.textCursor().hasSelection())
        cite = self._add(self.tr("Copy with c&itation"), self._copy_with_citation)
        cite.setEnabled(bool(self._claim))
        if self._number:
            place = paragraph_words(self._view.section_id, self._number, self._view.references)
            shown = place.replace("&", "&&")  # a title may have one; here it would underline
            self._add(self.tr("Copy &place “{0}”").format(shown), self._copy_place)
        if self._address:
            self._add(self.tr("Copy link &address"), self._copy_address)
        self.addSeparator()
        self._add(self.tr("Select &all"), self._view.selectAll)

    def _add(self, text: str, slot: object) -> QtGui.QAction:
        action = QtGui.QAction(text, self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @QtCore.Slot()
    def _copy_with_citation(self) -> None:
        self._view.citation_requested.emit(self._claim)

    @QtCore.Slot()
    def _copy_place(self) -> None:
        self._view.place_copied_requested.emit(self._number)

    @QtCore.Slot()
    def _copy_address(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self._address)
