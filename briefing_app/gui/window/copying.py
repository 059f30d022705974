"""Copying out of the window: a claim with its reference, a place as it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.words.claim_record import paragraph_words
from briefing_app.model.cross_references import SUMMARY

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.copy_notices import CopyNotices
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.status_footer import StatusFooter


class Copying(QtCore.QObject):
    """Puts what the reader takes along on the clipboard, and says so where the reader looks."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        *,
        reading: Reading,
        stack: TabStack,
        settings: SettingsStore,
        footer: StatusFooter,
        keeper: ThemeKeeper,
    ) -> None:
        """Copy out of what is being read in a window."""
        super().__init__(reading)
        self._window = window
        self._keeper = keeper
        self._notices: CopyNotices | None = None
        self._menu_at: QtCore.QPoint | None = None
        self._reading = reading
        self._stack = stack
        self._settings = settings
        self._footer = footer

    def listen(self) -> None:
        """Tell from now on also what others put on the clipboard: after the first paint."""
        from briefing_app.gui.window.copy_notices import CopyNotices

        if self._notices is None:
            self._notices = CopyNotices(self._window, self._footer, self._keeper)

    def open_menu(self, menu: QtWidgets.QMenu, at: QtCore.QPoint) -> None:
        """Open a menu that copies, at a point of the screen: beside it, it is told."""
        self._menu_at = at
        menu.aboutToHide.connect(self._leave_menu, QtCore.Qt.ConnectionType.QueuedConnection)
        menu.popup(at)

    @QtCore.Slot()
    def _leave_menu(self) -> None:
        self._menu_at = None

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
        said = self.tr("{claim} copied with citation").format(claim=claim.id)
        self._tell(said, self._box_of(claim.id, prose if words else None))

    @QtCore.Slot(str)
    def copy_statement(self, claim_id: str) -> None:
        """Copy what a claim says, without anything around it."""
        QtGui.QGuiApplication.clipboard().setText(self._reading.references.claims[claim_id].text)
        said = self.tr("Statement of {claim} copied").format(claim=claim_id)
        self._tell(said, self._box_of(claim_id))

    @QtCore.Slot(str)
    def copy_number(self, claim_id: str) -> None:
        """Copy the number of a claim: `R17`."""
        QtGui.QGuiApplication.clipboard().setText(claim_id)
        said = self.tr("{claim} copied").format(claim=claim_id)
        self._tell(said, self._box_of(claim_id))

    @QtCore.Slot(int)
    def copy_place(self, paragraph: int) -> None:
        """Copy a place as it is cited: `History ¶3`."""
        key = self._stack.current_key
        place = paragraph_words(key or SUMMARY, paragraph, self._reading.references)
        QtGui.QGuiApplication.clipboard().setText(place)
        from briefing_app.gui.window.looked_at import box_of_paragraph

        prose = self._stack.prose()
        box = box_of_paragraph(prose, paragraph) if prose else QtCore.QRect()
        self._tell(self.tr("{place} copied").format(place=place), box)

    def _box_of(self, claim_id: str, selected_in: ProseView | None = None) -> QtCore.QRect:
        """Where the reader looks who copies a claim: on the screen."""
        from briefing_app.gui.window.looked_at import (
            box_of_button,
            box_of_claim,
            box_of_selection,
        )

        if self._menu_at is not None:
            return QtCore.QRect(self._menu_at, QtCore.QSize(1, 1))
        if selected_in is not None:
            return box_of_selection(selected_in)
        pressed = box_of_button()
        return pressed if not pressed.isEmpty() else box_of_claim(claim_id, self._window)

    def _tell(self, words: str, near: QtCore.QRect) -> None:
        self.listen()
        assert self._notices is not None
        self._notices.say(words, near)
