"""The links and footnote signs of a text: followed by mouse, Tab and caret, and read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.announce import announce

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.gui.prose.prose_scroll import ProseScroll


class ProseLinks(QtCore.QObject):
    """Tells of a link that is followed and goes to a footnote; opens nothing.

    The document's own names of them are ours, `link:3` and `note:1`; addresses stay beside it.
    """

    followed = QtCore.Signal(str)  # address

    def __init__(
        self, text: QtWidgets.QTextBrowser, body: ProseBody, scroller: ProseScroll
    ) -> None:
        """Follow what is clicked in `text`."""
        super().__init__(text)
        self._text = text
        self._body = body
        self._scroller = scroller
        text.anchorClicked.connect(self._follow_clicked)

    @QtCore.Slot(QtCore.QUrl)
    def _follow_clicked(self, url: QtCore.QUrl) -> None:
        self._follow(url.toString())

    def _follow(self, name: str) -> None:
        """Tell of a link; go to a footnote."""
        kind, _, number = name.partition(":")
        if kind == "link":
            self.followed.emit(self._body.places.links[int(number)].address)
        elif kind == "note":
            self._body.finish()
            if int(number) in self._body.places.notes:
                self._scroller.show_position(self._body.places.notes[int(number)])

    def address_at(self, position: QtCore.QPoint) -> str:
        """Return the address of the link at a place of the viewport; empty if there is none."""
        kind, _, number = self._text.anchorAt(position).partition(":")
        return self._body.places.links[int(number)].address if kind == "link" else ""

    def follow_at(self, position: int) -> bool:
        """Follow the link at a document position; return whether there is one."""
        name = self._name_after(position)
        if name:
            self._follow(name)
        return bool(name)

    def _name_after(self, position: int) -> str:
        """Our own name of the link on the letter after a position; empty if there is none."""
        cursor = QtGui.QTextCursor(self._body.document)
        cursor.setPosition(position)
        cursor.movePosition(QtGui.QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().anchorHref()

    # read out

    def announce_selected(self) -> None:
        """Say where the link that Tab has selected leads."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            start = cursor.selectionStart()
            on = self._words_on(self._name_after(start))
            words = self._body.places.source_text(start, cursor.selectionEnd())
            announce(self._text, f"{words}. {on}" if on else "")

    def _words_on(self, name: str) -> str:
        """What is said of a link or footnote sign, by our own name of it."""
        kind, _, number = name.partition(":")
        if kind == "link":
            address = self._body.places.links[int(number)].address
            return self.tr("Link to {address}").format(address=address)
        return self.tr("Note {number}").format(number=number) if kind == "note" else ""

    def stops(self) -> list[tuple[tuple[int, int], str]]:
        """Return where each link of the text stands, and what is read of it."""
        places = self._body.places
        return [
            (
                (link.start, link.end),
                f"{places.source_text(link.start, link.end)}. {self._words_on(f'link:{number}')}",
            )
            for number, link in enumerate(places.links)
        ]

    def go_to(self, number: int) -> None:
        """Put the keyboard on a link, as Tab does: Enter follows it."""
        link = self._body.places.links[number]
        self._scroller.show_span(link.start, link.end)
        cursor = self._text.textCursor()
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        announce(self._text, self.stops()[number][1])
