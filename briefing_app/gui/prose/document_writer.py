"""Puts text into a document of prose, run by run, and notes what stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.kit.display_text import displayed
from briefing_app.gui.prose.prose_places import LinkPlace, MarkPlace, ProsePlaces, TextRun

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_formats import ProseFormats
    from briefing_app.model.prose import RichText


class DocumentWriter:
    """The cursor at the end of a document, and the places of all that has been put in."""

    def __init__(self, document: QtGui.QTextDocument, formats: ProseFormats) -> None:
        """Begin with an empty document."""
        self.document = document
        self.formats = formats
        self.places = ProsePlaces()
        self.cursor = QtGui.QTextCursor(document)
        self.is_fresh = True  # whether the block under the cursor is still to be used
        self._lead = ""

    @property
    def next_start(self) -> int:
        """Where the next block begins, as a document position."""
        return self.cursor.position() + (0 if self.is_fresh else 1)

    def new_block(
        self, block: QtGui.QTextBlockFormat, characters: QtGui.QTextCharFormat
    ) -> QtGui.QTextBlock:
        """Begin a block, or use the empty one under the cursor."""
        if self.is_fresh:
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(characters)
            self.is_fresh = False
        else:
            self.cursor.insertBlock(block, characters)
        return self.cursor.block()

    def set_lead(self, lead: str) -> None:
        """Say what stands before the next run in copied text."""
        self._lead = lead if self.places.runs else ""

    def put_text(
        self,
        content: RichText,
        role: str,
        *,
        arabic: bool = False,
        at: QtGui.QTextCursor | None = None,
    ) -> None:
        """Insert a run of text at the end, or `at` a cursor, and place all that lies on it."""
        if not content.text:
            return
        shown, breaks = displayed(content.text)
        run = self.insert(
            content.text, shown, breaks, self.formats.role_in_script(role, arabic=arabic), at=at
        )
        for style in content.styles:
            self._merge(run, (style.start, style.end), self.formats.style(style.style))
        for link in content.links:
            start, end = run.spans([(link.start, link.end)])[0]
            name = f"link:{len(self.places.links)}"
            self.places.links.append(LinkPlace(start, end, link.address))
            self._merge(run, (link.start, link.end), self.formats.link(name))
        for note in content.notes:
            self._merge(run, (note.start, note.end), self.formats.note_sign(note.number))
        drop = self.formats.drop_px(role, arabic=arabic)
        for mark in content.marks:
            start, end = run.spans([(mark.start, mark.end)])[0]
            self.places.add_mark(MarkPlace(start, end, mark.claims, drop))

    def insert(
        self,
        text: str,
        shown: str,
        breaks: tuple[int, ...],
        role: str,
        *,
        at: QtGui.QTextCursor | None = None,
    ) -> TextRun:
        """Insert what is shown of a text at the end, or `at` a cursor; return where it stands."""
        cursor = self.cursor if at is None else at
        start = cursor.position()
        cursor.insertText(shown, self.formats.character(role))
        run = TextRun(start, cursor.position(), text, breaks, self._lead)
        self._lead = "\n\n"
        self.places.runs.append(run)
        return run

    def _merge(
        self, run: TextRun, span: tuple[int, int], characters: QtGui.QTextCharFormat
    ) -> None:
        start, end = run.spans([span])[0]
        cursor = QtGui.QTextCursor(self.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(characters)
