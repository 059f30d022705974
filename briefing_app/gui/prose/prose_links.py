"""The links and footnote signs of a text: followed by mouse, Tab and caret, and read out."""

from __future__ import annotations

from typing import Any

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.prose.prose_pane import ProsePane


class ProseLinks(ProsePane):
    """Tells of a link that is followed and goes to a footnote; opens nothing."""

    link_requested = QtCore.Signal(str)  # address

    def __init__(self, *given: Any, **named: Any) -> None:
        """Show what a ProsePane shows."""
        super().__init__(*given, **named)
        self.anchorClicked.connect(self._follow)

    @QtCore.Slot(QtCore.QUrl)
    def _follow(self, url: QtCore.QUrl) -> None:
        """Tell of a link; go to a footnote. The names are our own, addresses stay beside them."""
        kind, _, number = url.toString().partition(":")
        if kind == "link":
            self.link_requested.emit(self._made.places.links[int(number)].address)
        elif kind == "note":
            self.finish_building()
            if int(number) in self._made.places.notes:
                self.scroll_to(self._made.places.notes[int(number)])

    def link_at(self, position: QtCore.QPoint) -> str:
        """Return the address of the link at a place of the viewport; empty if there is none."""
        kind, _, number = self.anchorAt(position).partition(":")
        return self._made.places.links[int(number)].address if kind == "link" else ""

    # by the keyboard

    def follow_link_at_caret(self) -> bool:
        """Follow the link that the caret is on; return whether it is on one."""
        if self._caret is None or not self._caret.is_on or self.textCursor().hasSelection():
            return False
        name = self._name_after(self._caret.position())
        if name:
            self._follow(QtCore.QUrl(name))
        return bool(name)

    def _name_after(self, position: int) -> str:
        """Our own name of the link on the letter after a position; empty if there is none."""
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.movePosition(QtGui.QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().anchorHref()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go to the next link, and say where it leads."""
        moved = super().focusNextPrevChild(next)
        if moved and self.textCursor().hasSelection():
            cursor = self.textCursor()
            on = self._words_on(self._name_after(cursor.selectionStart()))
            announce(self, f"{self.selected_plain_text()}. {on}" if on else "")
        return moved

    def _words_on(self, name: str) -> str:
        """What is said of a link or footnote sign, by our own name of it."""
        kind, _, number = name.partition(":")
        if kind == "link":
            return self.tr("Link to {address}").format(
                address=self._made.places.links[int(number)].address
            )
        return self.tr("Note {number}").format(number=number) if kind == "note" else ""

    # screen readers

    def link_stops(self) -> list[tuple[tuple[int, int], str]]:
        """Return where each link of the text stands, and what is read of it."""
        places = self._made.places
        return [
            (
                (link.start, link.end),
                f"{places.source_text(link.start, link.end)}. {self._words_on(f'link:{number}')}",
            )
            for number, link in enumerate(places.links)
        ]

    def go_to_link(self, number: int) -> None:
        """Put the keyboard on a link, as Tab does: Enter follows it."""
        link = self._made.places.links[number]
        self.show_span(link.start, link.end)
        cursor = self.textCursor()
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        announce(self, self.link_stops()[number][1])
