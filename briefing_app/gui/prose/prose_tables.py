"""Tables in prose: with row rules where they fit the column, else row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.kit.display_text import is_arabic
from briefing_app.model.prose import RichText

if TYPE_CHECKING:
    from briefing_app.gui.prose.document_writer import DocumentWriter
    from briefing_app.model.prose import Table

MOST_COLUMNS = 8  # more would not leave room for a word each
_CELL_PADDING_PX = 6
_ROWS_LAID_OUT_TOGETHER = 50
_LEAST_LETTERS, _MOST_LETTERS = 4, 60  # that count for a column's width


def fits(table: Table) -> bool:
    """Whether the column has room for a word in each of the table's columns."""
    return len(table.header) <= MOST_COLUMNS


def insert_table(writer: DocumentWriter, table: Table) -> None:
    """Put a table at the end; the writer goes on below it.

    A long one becomes several that stand close together: Qt lays a table out as a whole, which
    takes 0.3 ms a row.
    """
    cursor = writer.cursor
    if not writer.is_fresh:
        cursor.insertBlock(QtGui.QTextBlockFormat())  # Qt gives it no height
    rows = [table.header, *table.rows]
    pieces = [
        rows[n : n + _ROWS_LAID_OUT_TOGETHER] for n in range(0, len(rows), _ROWS_LAID_OUT_TOGETHER)
    ]
    shares = _column_shares(rows) if len(pieces) > 1 else []
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        if not first:
            cursor.movePosition(QtGui.QTextCursor.MoveOperation.End)
        grid = cursor.insertTable(
            len(piece), len(table.header), _layout(writer, shares, first=first, last=last)
        )
        for row, cells in enumerate(piece):
            _insert_row(writer, grid, row, cells, is_head=first and row == 0)
    cursor.movePosition(QtGui.QTextCursor.MoveOperation.End)
    cursor.setBlockFormat(writer.formats.block("meta", below=0))
    writer.is_fresh = True
    writer.set_lead("\n\n")


def _layout(
    writer: DocumentWriter, shares: list[float], *, first: bool, last: bool
) -> QtGui.QTextTableFormat:
    layout = QtGui.QTextTableFormat()
    layout.setBorderCollapse(True)
    layout.setBorder(0)
    layout.setBorderStyle(QtGui.QTextFrameFormat.BorderStyle.BorderStyle_None)
    layout.setCellPadding(writer.formats.px(_CELL_PADDING_PX))
    layout.setCellSpacing(0)
    layout.setTopMargin(writer.formats.px(4) if first else 0)
    layout.setBottomMargin(writer.formats.px(20) if last else 0)
    layout.setHeaderRowCount(1 if first else 0)
    percent = QtGui.QTextLength.Type.PercentageLength
    layout.setWidth(QtGui.QTextLength(percent, 100))
    if shares:
        layout.setColumnWidthConstraints([QtGui.QTextLength(percent, share) for share in shares])
    return layout


def _column_shares(rows: list[tuple[RichText, ...]]) -> list[float]:
    """How wide each column is to be, in percent, by the longest text in it."""
    longest = [
        min(max(_LEAST_LETTERS, *(len(row[n].text) for row in rows)), _MOST_LETTERS)
        for n in range(len(rows[0]))
    ]
    return [100 * letters / sum(longest) for letters in longest]


def _insert_row(
    writer: DocumentWriter,
    grid: QtGui.QTextTable,
    row: int,
    cells: tuple[RichText, ...],
    *,
    is_head: bool,
) -> None:
    role = "detail_strong" if is_head else "row"
    ruled = _ruled(writer, role, "ink3" if is_head else "hair")
    for column, content in enumerate(cells):
        cell = grid.cellAt(row, column)
        writer.set_lead("\t" if column else "\n\n" if is_head else "\n")
        _fill(writer, cell.firstCursorPosition(), content, role)
        cell.setFormat(ruled)


def _ruled(writer: DocumentWriter, role: str, colour: str) -> QtGui.QTextTableCellFormat:
    ruled = QtGui.QTextTableCellFormat()
    ruled.setFont(writer.formats.theme.font(role))  # else an empty cell has another face's height
    ruled.setBottomBorder(1)
    ruled.setBottomBorderStyle(QtGui.QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    ruled.setBottomBorderBrush(writer.formats.theme.colour(colour))
    return ruled


def _fill(writer: DocumentWriter, cursor: QtGui.QTextCursor, content: RichText, role: str) -> None:
    arabic = is_arabic(content.text)
    cursor.setBlockFormat(writer.formats.block(role, below=0, arabic=arabic))
    writer.put_text(content, role, arabic=arabic, at=cursor)


def insert_row_by_row(writer: DocumentWriter, table: Table) -> None:
    """Give each row as lines `head: cell`: nothing is lost, however many columns there are."""
    for cells in table.rows:
        for number, (head, content) in enumerate(zip(table.header, cells, strict=True)):
            below = 13 if number == len(cells) - 1 else 0
            block = writer.formats.block("row", below=below)
            writer.new_block(block, writer.formats.character("row"))
            writer.set_lead("\n" if number else "\n\n")
            writer.put_text(RichText(f"{head.text}: "), "detail_strong")
            writer.set_lead("")
            writer.put_text(content, "row")
