"""The caret of a text: arrow keys move it, Shift selects, and a screen reader reads where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_pane import ProsePane

_WIDTH_PX = 2


class ProseCaret(QtCore.QObject):
    """Switches the caret of one text on and keeps it where the reader is."""

    def __init__(self, text: ProsePane) -> None:
        """Be off: the arrow keys scroll."""
        super().__init__(text)
        self._text = text
        self.is_on = False
        text.cursorPositionChanged.connect(self._tell)

    def switch(self, *, on: bool) -> None:
        """Let the arrow keys move a caret, or scroll."""
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
        """Move the caret to a document position."""
        if self.is_on and position != self.position():
            cursor = self._text.textCursor()
            cursor.setPosition(position)
            self._text.setTextCursor(cursor)

    def position(self) -> int:
        """Return the document position of the caret."""
        return self._text.textCursor().position()

    def come_into_view(self) -> None:
        """Move the caret to the topmost line in view, if it is not in view."""
        if not self.is_on or self._text.textCursor().hasSelection():
            return
        seen = self._text.viewport().visibleRegion().boundingRect()
        if not seen.contains(self._text.cursorRect().center()):
            self.put(self._text.position_at_height(seen.top()))

    @QtCore.Slot()
    def _tell(self) -> None:
        if self.is_on:
            self._text.follow_caret(self.position())
