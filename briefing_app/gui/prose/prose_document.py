"""Blocks of prose -> a QTextDocument and, beside it, the places of all that matters in it.

Built with a cursor and formats, never from HTML: nothing in a briefing can become markup. In
slices, so that a very long section does not hold up the window.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import is_arabic, verbatim
from briefing_app.gui.prose.document_writer import DocumentWriter
from briefing_app.gui.prose.prose_formats import ProseFormats
from briefing_app.gui.prose.prose_places import GroundPlace, TextRun, UnitPlace
from briefing_app.gui.prose.prose_tables import fits, insert_row_by_row, insert_table
from briefing_app.model.prose import (
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    RichText,
    Rule,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.prose.prose_column import ProseStyle
    from briefing_app.gui.prose.prose_pictures import ProsePictures
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.prose import Block

_QUOTATION_LEFT_PX = 20
_CODE_LEFT_PX = 12
_DEEPEST_PX, _DEEPEST_INDENT = 120, 6  # deeper ones stand no further in: room is for words
_LONGEST_LIST = 400  # Qt goes through a whole list for every item added; the next one counts on
_IMAGE_LETTER = "\ufffc"  # what stands for a picture in a QTextDocument


class ProseDocument:
    """One section's document, built block by block."""

    def __init__(
        self,
        blocks: Sequence[Block],
        theme: Theme,
        *,
        style: ProseStyle,
        pictures: ProsePictures,
        parent: QtCore.QObject,
    ) -> None:
        """Prepare an empty document that belongs to `parent`."""
        self.document = QtGui.QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.formats = ProseFormats(theme, style.role, justified=style.justified)
        self.document.setDefaultFont(theme.font(style.role))
        self.document.setIndentWidth(self.formats.px(28))
        option = QtGui.QTextOption()
        option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._writer = DocumentWriter(self.document, self.formats)
        self.places = self._writer.places
        self._pictures = pictures
        self._blocks = blocks
        self._next = 0
        self._left = 0.0
        self._indent = 0
        self._in_notes = False
        self._natural: dict[int, tuple[float, float]] = {}  # sizes of the pictures, by position

    def add_title(self, title: str, subtitle: str) -> None:
        """Set the section's title and the quiet line under it."""
        if title:
            self._text_block(RichText(title), "section_title", below=8 if subtitle else 20)
            self._keep_with_title()
        if subtitle:
            self._text_block(RichText(subtitle), "meta", below=20)
            self._keep_with_title()

    def _keep_with_title(self) -> None:
        """Let a line in another script begin on the side where the window does."""
        made = self._writer.cursor.blockFormat()
        if QtGui.QGuiApplication.isRightToLeft():
            sides = QtCore.Qt.AlignmentFlag
            made.setAlignment(sides.AlignRight | sides.AlignAbsolute)
            self._writer.cursor.setBlockFormat(made)

    @property
    def is_complete(self) -> bool:
        """Whether every block is in."""
        return self._next >= len(self._blocks)

    def build(self, *, budget_ms: float | None = None) -> None:
        """Add blocks until all are in, or the time is used up (at least one is added)."""
        deadline = None if budget_ms is None else time.perf_counter() + budget_ms / 1000
        self._writer.cursor.beginEditBlock()
        while not self.is_complete:
            block = self._blocks[self._next]
            self._next += 1
            self._unit(block)
            if deadline is not None and time.perf_counter() > deadline:
                break
        self._writer.cursor.endEditBlock()

    def _unit(self, block: Block) -> None:
        if isinstance(block, Footnote) and not self._in_notes:
            self._in_notes = True
            self._rule()
        first = len(self.places.runs)
        self._add(block)
        start = self._writer.cursor.position()
        if first < len(self.places.runs):
            start = self.places.runs[first].start
        end = self._writer.next_start
        self.places.units.append(UnitPlace(start, end, getattr(block, "number", 0)))
        if isinstance(block, Footnote):  # its number is no ¶
            self.places.units[-1] = UnitPlace(start, end, 0)

    def _add(self, block: Block) -> None:
        match block:
            case Paragraph(content=content):
                self._text_block(content, "note" if self._in_notes else self.formats.body_role)
            case Heading(content=content, level=level):
                role = self.formats.heading_role(level)
                self._text_block(content, role, above=20, below=6)
            case ListBlock():
                self._list(block)
            case Quotation(blocks=inner):
                self._quotation(inner)
            case CodeBlock(text=text):
                self._code(text)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Rule():
                self._rule()
            case Footnote():
                self._footnote(block)

    def fit_pictures(self, width_px: int) -> None:
        """Make pictures no wider than the column, and no wider than they are."""
        for position, (width, height) in self._natural.items():
            cursor = QtGui.QTextCursor(self.document)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QtGui.QTextCursor.MoveMode.KeepAnchor)
            made = cursor.charFormat().toImageFormat()
            fitting = min(width, width_px)
            if made.width() != fitting:
                made.setWidth(fitting)
                made.setHeight(max(1.0, height * fitting / width))
                cursor.setCharFormat(made)

    # blocks

    def _text_block(
        self, content: RichText, role: str, *, above: float = 0, below: float = 13
    ) -> None:
        arabic = is_arabic(content.text)
        made = self.formats.block(
            role, above=above, below=below, left=self._left, indent=self._indent, arabic=arabic
        )
        self._writer.new_block(made, self.formats.character(role))
        self._writer.put_text(content, role, arabic=arabic)

    def _list(self, block: ListBlock) -> None:
        made = QtGui.QTextListFormat()
        kind = QtGui.QTextListFormat.Style
        # Qt's own bullets are as large as a small letter; ours are painted
        made.setStyle(kind.ListDecimal if block.ordered else kind.ListStyleUndefined)
        made.setIndent(min(self._indent + 1, _DEEPEST_INDENT))
        items: QtGui.QTextList | None = None
        role = "note" if self._in_notes else self.formats.body_role
        for number, item in enumerate(block.items):
            first = item[0] if item and isinstance(item[0], Paragraph) else None
            content = first.content if first else RichText("")
            arabic = is_arabic(content.text)
            below = 13 if item is block.items[-1] and len(item) < 2 else 4
            plain = self.formats.block(role, below=below, left=self._left, arabic=arabic)
            self._writer.new_block(plain, self.formats.character(role))
            if items is None or items.count() == _LONGEST_LIST:
                made.setStart(block.start + number)
                items = self._writer.cursor.createList(made)
            else:
                items.add(self._writer.cursor.block())
            if not block.ordered:
                at = self._writer.cursor.position()
                self.places.grounds.append(GroundPlace(at, at + 1, "bullet"))
            self._writer.set_lead("\n\n" if item is block.items[0] and not self._indent else "\n")
            self._writer.put_text(content, role, arabic=arabic)
            outer = self._indent
            self._indent = min(outer + 1, _DEEPEST_INDENT)
            for inner in item[1:] if first else item:
                self._add(inner)
            self._indent = outer

    def _quotation(self, blocks: Sequence[Block]) -> None:
        outer = self._left
        self._left = min(outer + _QUOTATION_LEFT_PX, _DEEPEST_PX)
        start = self._writer.next_start
        for block in blocks:
            self._add(block)
        end = self._writer.next_start
        self.places.grounds.append(GroundPlace(start, end, "quotation"))
        self._left = outer

    def _code(self, text: str) -> None:
        text = text.removesuffix("\n")
        made = self.formats.block(
            "code", above=22, below=22, left=self._left + _CODE_LEFT_PX, indent=self._indent
        )
        made.setRightMargin(made.leftMargin())
        self._writer.new_block(made, self.formats.character("code"))
        start = self._writer.cursor.position()
        if text:
            self._writer.insert(text, *verbatim(text), "code")
        self.places.grounds.append(GroundPlace(start, self._writer.cursor.position() + 1, "code"))

    def _table(self, block: Table) -> None:
        if not fits(block):
            insert_row_by_row(self._writer, block)
            return
        insert_table(self._writer, block)

    def _picture(self, block: Picture) -> None:
        made = self.formats.block(self.formats.body_role, left=self._left, indent=self._indent)
        shown = self._pictures.add(block.path)
        if isinstance(shown, str):
            words = QtCore.QCoreApplication.translate("prose", "[Picture: {0}. {1}]")
            words = words.format(block.alt.rstrip(".") or block.path, shown)
            self._text_block(RichText(words), "note")
            return
        made.setLineHeight(0, 0)
        self._writer.new_block(made, self.formats.character(self.formats.body_role))
        start = self._writer.cursor.position()
        self._writer.cursor.insertImage(shown)
        self._natural[start] = (shown.width(), shown.height())
        self.places.runs.append(TextRun(start, start + 1, block.alt or _IMAGE_LETTER, (), "\n\n"))

    def _rule(self) -> None:
        made = self.formats.block("meta", above=4, below=13)
        self._writer.new_block(made, self.formats.character("meta"))
        start = self._writer.cursor.position()
        self.places.grounds.append(GroundPlace(start, start + 1, "rule"))

    def _footnote(self, block: Footnote) -> None:
        made = self.formats.block("note", below=6)
        first = block.blocks[0] if block.blocks else None
        content = first.content if isinstance(first, Paragraph) else RichText("")
        self._writer.new_block(made, self.formats.character("note"))
        self.places.notes[block.number] = self._writer.cursor.position()
        sign = f"{block.number}. "
        self._writer.insert(sign, sign, (), "note")
        self._writer.set_lead("")
        self._writer.put_text(content, "note")
        for inner in block.blocks[1:] if content.text else block.blocks:
            self._add(inner)
