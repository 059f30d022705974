"""Tables in prose: with row rules where they fit the column, else row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.views.display_text import is_arabic
from briefing_app.model.prose import RichText

if TYPE_CHECKING:
    from briefing_app.gui.views.prose_document import ProseDocument
    from briefing_app.model.prose import Table

MOST_COLUMNS = 8  # more would not leave room for a word each
_CELL_PADDING_PX = 6


def fits(table: Table) -> bool:
    """Whether the column has room for a word in each of the table's columns."""
    return len(table.header) <= MOST_COLUMNS


def insert_table(made: ProseDocument, cursor: QtGui.QTextCursor, table: Table) -> None:
    """Insert a table at the cursor; the document places its cells' texts."""
    layout = QtGui.QTextTableFormat()
    layout.setBorderCollapse(True)
    layout.setBorder(0)
    layout.setBorderStyle(QtGui.QTextFrameFormat.BorderStyle.BorderStyle_None)
    layout.setCellPadding(made.formats.px(_CELL_PADDING_PX))
    layout.setCellSpacing(0)
    layout.setTopMargin(made.formats.px(4))
    layout.setBottomMargin(made.formats.px(20))
    layout.setHeaderRowCount(1)
    layout.setWidth(QtGui.QTextLength(QtGui.QTextLength.Type.PercentageLength, 100))
    grid = cursor.insertTable(len(table.rows) + 1, len(table.header), layout)
    for row, cells in enumerate((table.header, *table.rows)):
        ruled = _ruled(made, "ink3" if row == 0 else "hair")
        for column, content in enumerate(cells):
            cell = grid.cellAt(row, column)
            cell.setFormat(ruled)
            made.set_lead("\t" if column else "\n" if row else "\n\n")
            _fill(made, cell.firstCursorPosition(), content, "detail_strong" if row == 0 else "row")


def _ruled(made: ProseDocument, colour: str) -> QtGui.QTextTableCellFormat:
    ruled = QtGui.QTextTableCellFormat()
    ruled.setBottomBorder(1)
    ruled.setBottomBorderStyle(QtGui.QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    ruled.setBottomBorderBrush(made.formats.theme.colour(colour))
    return ruled


def _fill(made: ProseDocument, cursor: QtGui.QTextCursor, content: RichText, role: str) -> None:
    arabic = is_arabic(content.text)
    cursor.setBlockFormat(made.formats.block(role, below=0, arabic=arabic))
    cursor.setBlockCharFormat(made.formats.character(role))
    made.put_text(cursor, content, role, arabic=arabic)


def insert_row_by_row(made: ProseDocument, cursor: QtGui.QTextCursor, table: Table) -> None:
    """Give each row as lines `head: cell`: nothing is lost, however many columns there are."""
    for cells in table.rows:
        for number, (head, content) in enumerate(zip(table.header, cells, strict=True)):
            below = 13 if number == len(cells) - 1 else 0
            made.new_block(made.formats.block("row", below=below), made.formats.character("row"))
            made.set_lead("\n" if number else "\n\n")
            made.put_text(cursor, RichText(f"{head.text}: "), "detail_strong")
            made.set_lead("")
            made.put_text(cursor, content, "row")
