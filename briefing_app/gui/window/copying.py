"""Copying out of the window: a claim with its reference, a place as it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.words.claim_record import paragraph_words
from briefing_app.model.cross_references import SUMMARY

if TYPE_CHECKING:
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.status_footer import StatusFooter


class Copying(QtCore.QObject):
    """Puts what the reader takes along on the clipboard, and says so in the footer."""

    def __init__(
        self, *, reading: Reading, stack: TabStack, settings: SettingsStore, footer: StatusFooter
    ) -> None:
        """Copy out of what is being read."""
        super().__init__(reading)
        self._reading = reading
        self._stack = stack
        self._settings = settings
        self._footer = footer

    @QtCore.Slot()
    def copy(self) -> None:
        """Copy what is selected where the keyboard is, or else in the text."""
        focus = QtWidgets.QApplication.focusWidget()
        copy = getattr(focus, "copy", None)
        if copy is not None:
            copy()
        elif prose := self._stack.prose():
            prose.copy()

    @QtCore.Slot()
    def copy_selected(self) -> None:
        """Copy the selected claim, or the words selected in the text, with its reference."""
        self.copy_citation()

    @QtCore.Slot(str)
    def copy_citation(self, claim_id: str = "") -> None:
        """Copy the claim, or the words selected in the text, with its reference."""
        claim = self._reading.references.claims.get(claim_id or self._reading.selected or "")
        if claim is None:
            self._footer.say(self.tr("Select a claim first, then copy it."))
            return
        from briefing_app.export.citation import citation_text

        prose = self._stack.prose()
        words = prose.selected_plain_text() if prose and not claim_id else ""
        style = self._settings.current.citation_style
        plain, html = citation_text(claim, self._reading.opened.briefing, style, words)
        data = QtCore.QMimeData()
        data.setText(plain)
        data.setHtml(html)
        QtGui.QGuiApplication.clipboard().setMimeData(data)
        self._footer.say(self.tr("{claim} copied with citation").format(claim=claim.id))

    @QtCore.Slot(str)
    def copy_statement(self, claim_id: str) -> None:
        """Copy what a claim says, without anything around it."""
        QtGui.QGuiApplication.clipboard().setText(self._reading.references.claims[claim_id].text)
        self._footer.say(self.tr("Statement of {claim} copied").format(claim=claim_id))

    @QtCore.Slot(str)
    def copy_number(self, claim_id: str) -> None:
        """Copy the number of a claim: `R17`."""
        QtGui.QGuiApplication.clipboard().setText(claim_id)
        self._footer.say(self.tr("{claim} copied").format(claim=claim_id))

    @QtCore.Slot(int)
    def copy_place(self, paragraph: int) -> None:
        """Copy a place as it is cited: `History ¶3`."""
        key = self._stack.current_key
        place = paragraph_words(key or SUMMARY, paragraph, self._reading.references)
        QtGui.QGuiApplication.clipboard().setText(place)
        self._footer.say(self.tr("{place} copied").format(place=place))
