"""The caret of a text: arrow keys move it, Shift selects, and a screen reader reads where it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.prose.places_in_view import PlacesInView

_WIDTH_PX = 2


class ProseCaret(QtCore.QObject):
    """Switches the caret of one text on and keeps it where the reader is."""

    moved = QtCore.Signal(int)  # the document position

    def __init__(self, text: QtWidgets.QTextEdit, places: PlacesInView) -> None:
        """Be off: the arrow keys scroll."""
        super().__init__(text)
        self._text = text
        self._places = places
        self._is_wanted = False
        self.is_on = False
        text.cursorPositionChanged.connect(self._tell)

    def want(self, *, on: bool) -> None:
        """Let the arrow keys move a caret through the text, or, without a screen reader, scroll."""
        self._is_wanted = on
        self.suit_reader()

    def suit_reader(self) -> None:
        """Be on where it is wanted or a screen reader is there."""
        # elsewhere programs that read nothing out count as screen readers; there F7 helps
        is_read_out = sys.platform == "linux" and QtGui.QAccessible.isActive()
        on = self._is_wanted or is_read_out
        if on == self.is_on:
            return
        self.is_on = on
        by_keys = QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = self._text.textInteractionFlags()
        self._text.setTextInteractionFlags(flags | by_keys if on else flags & ~by_keys)
        self._text.setCursorWidth(_WIDTH_PX)
        if on:
            self.come_into_view()

    def put(self, position: int) -> None:
        """Move the caret to a document position, where it is on."""
        if self.is_on and position != self.position():
            cursor = self._text.textCursor()
            cursor.setPosition(position)
            self._text.setTextCursor(cursor)

    def position(self) -> int:
        """Return the document position of the caret."""
        return self._text.textCursor().position()

    def come_into_view(self) -> None:
        """Move the caret, where it is on, to the topmost line in view if it is not in view."""
        if not self.is_on or self._text.textCursor().hasSelection():
            return
        seen = self._text.viewport().visibleRegion().boundingRect()
        if not seen.contains(self._text.cursorRect().center()):
            self.put(self._places.position_at_height(seen.top()))

    @QtCore.Slot()
    def _tell(self) -> None:
        if self.is_on:
            self.moved.emit(self.position())
