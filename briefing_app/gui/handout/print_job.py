"""Pages of a PDF onto paper: drawn at the printer's size one by one, off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtGui, QtPrintSupport

from briefing_app.errors import HandoutCancelled, HandoutError
from briefing_app.gui.handout.cups_spool import Spool, refusal
from briefing_app.gui.handout.page_process import DIED, Book, PageProcess, read_book

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DOTS_AN_INCH = 300  # fine enough for the smallest type of the handout; 600 takes four times as long
_SAME_SIZE_PT = 4.0
_STRIP_ROWS = 240  # at 300 dots an inch, 20 mm
_MOST_ROWS = 900
_OVERLAP_ROWS = 2
_CLEAR_ROWS = 6  # on either side of a cut
_FAILED = (
    "The printer did not take the handout. Look whether it is switched on and has paper, or save "
    "the handout as PDF."
)


class SheetPlace(msgspec.Struct, frozen=True):
    """Where a page goes on a sheet, in points from its corner, and whether it is turned."""

    x: float
    y: float
    width: float  # as it lies on the sheet
    height: float
    turned: bool


def place_on_sheet(
    page: tuple[float, float], sheet: tuple[float, float], printable: QtCore.QRectF
) -> SheetPlace:
    """Return where a page of a size goes; all sizes are in points.

    A page as large as the sheet keeps its size; a larger one is made smaller until it fits what the
    printer can reach, a smaller one is never made larger. A page that lies across is turned.
    """
    turned = (page[0] > page[1]) != (sheet[0] > sheet[1])
    width, height = (page[1], page[0]) if turned else page
    same = abs(width - sheet[0]) < _SAME_SIZE_PT and abs(height - sheet[1]) < _SAME_SIZE_PT
    area = QtCore.QRectF(0, 0, *sheet) if same else printable
    scale = 1.0 if same else min(1.0, area.width() / width, area.height() / height)
    width, height = width * scale, height * scale
    x = area.x() + (area.width() - width) / 2
    y = area.y() + (area.height() - height) / 2
    return SheetPlace(x, y, width, height, turned)


def chosen_pages(printer: QtPrintSupport.QPrinter, count: int, current: int) -> list[int]:
    """Return the pages (from 0) that the printer was told to print, in their order on paper."""
    ranges = QtPrintSupport.QPrinter.PrintRange
    pages = list(range(count))
    if printer.printRange() == ranges.CurrentPage:
        pages = [current]
    elif printer.printRange() == ranges.PageRange and not printer.pageRanges().isEmpty():
        asked = printer.pageRanges()
        pages = [page for page in pages if asked.contains(page + 1)]
    return pages


def with_copies(printer: QtPrintSupport.QPrinter, pages: Sequence[int]) -> list[int]:
    """Return the pages as they leave the printer, copies as well if it cannot make them itself."""
    ordered = list(pages)
    if printer.pageOrder() == QtPrintSupport.QPrinter.PageOrder.LastPageFirst:
        ordered.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return ordered * copies
    return [page for page in ordered for _ in range(copies)]


def print_pages(
    printer: QtPrintSupport.QPrinter,
    pdf: bytes,
    pages: Sequence[int],
    *,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Print pages of a PDF in this order; `progress` is told the number of sheets before each.

    Raises:
        HandoutCancelled: `cancelled` said so; what the printer has not begun is taken back.
        HandoutError: the printer or the process that draws the pages failed.
    """
    process = PageProcess()
    try:
        process.start()
        process.tell({"ask": "open", "id": 1}, pdf)
        answer = process.hear()
        if answer is None:
            raise HandoutError(DIED)
        _paint(printer, process, read_book(answer[0]), pages, progress, cancelled)
    finally:
        process.clean_up()


def _paint(
    printer: QtPrintSupport.QPrinter,
    process: PageProcess,
    book: Book,
    pages: Sequence[int],
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    printer.setFullPage(True)
    painter = QtGui.QPainter()
    spool = Spool()
    try:
        if not spool.begin(lambda: painter.begin(printer)):
            raise HandoutError(_FAILED)
        try:
            _paint_pages(painter, printer, process, book, pages, progress, cancelled)
        except BaseException:
            printer.abort()
            spool.remove()
            raise
        finally:
            painter.end()
    finally:
        spool.remove()
    if printer.outputFormat() == printer.OutputFormat.NativeFormat and (why := refusal()):
        raise HandoutError(f"{_FAILED} The printer says: {why.rstrip('.')}.")
    if printer.printerState() == QtPrintSupport.QPrinter.PrinterState.Error:
        raise HandoutError(_FAILED)


def _paint_pages(
    painter: QtGui.QPainter,
    printer: QtPrintSupport.QPrinter,
    process: PageProcess,
    book: Book,
    pages: Sequence[int],
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    for sheet, page in enumerate(pages):
        if cancelled():
            raise HandoutCancelled("Printing was cancelled.")
        progress(sheet)
        if sheet and not printer.newPage():
            raise HandoutError(_FAILED)
        _paint_page(painter, printer, process, page, book.sizes[page])


def _paint_page(
    painter: QtGui.QPainter,
    printer: QtPrintSupport.QPrinter,
    process: PageProcess,
    page: int,
    size: tuple[float, float],
) -> None:
    units = QtGui.QPageLayout.Unit
    layout = printer.pageLayout()
    sheet = layout.fullRect(units.Point)
    margins = QtGui.QPageLayout(layout)
    margins.setUnits(units.Point)
    reach = sheet.marginsRemoved(margins.minimumMargins())
    place = place_on_sheet(size, (sheet.width(), sheet.height()), reach)
    picture = _picture(process, page, place)
    scale = printer.resolution() / 72
    painter.save()
    painter.scale(scale, scale)
    painter.translate(place.x, place.y)
    width, height = place.width, place.height
    if place.turned:
        painter.translate(width, 0)
        painter.rotate(90)
        width, height = height, width
    _draw_in_strips(painter, picture, width, height)
    painter.restore()


def _draw_in_strips(
    painter: QtGui.QPainter, picture: QtGui.QImage, width: float, height: float
) -> None:
    """Draw a picture strip by strip: Python's lock is held for each, and the window waits for it.

    Each strip goes a little under the next one, so that no line of paper shows between them.
    """
    factor = height / picture.height()
    for top, count in strips(picture):
        target = QtCore.QRectF(0, top * factor, width, count * factor)
        painter.drawImage(target, picture, QtCore.QRectF(0, top, picture.width(), count))


def strips(picture: QtGui.QImage) -> list[tuple[int, int]]:
    """Return strips (first row, number of rows), cut where some rows are alike.

    There, between lines of text, nobody sees when a printer sets a strip half a dot too high.
    """
    bits, line, rows = picture.constBits(), picture.bytesPerLine(), picture.height()

    def alike(row: int) -> bool:
        first, last = (row - _CLEAR_ROWS) * line, (row + _CLEAR_ROWS) * line
        return bool(bits[first:last] == bits[first + line : last + line])

    found, top = [], 0
    while top < rows:
        ends = range(top + _STRIP_ROWS, min(top + _MOST_ROWS, rows - _CLEAR_ROWS))
        end = next((row for row in ends if alike(row)), min(top + _MOST_ROWS, rows))
        found.append((top, min(end + _OVERLAP_ROWS, rows) - top))
        top = end
    return found


def _picture(process: PageProcess, page: int, place: SheetPlace) -> QtGui.QImage:
    dots = DOTS_AN_INCH / 72
    width, height = round(place.width * dots), round(place.height * dots)
    if place.turned:
        width, height = height, width
    process.tell({"ask": "want", "pages": [[page, width, height]]})
    answer = process.hear()
    if answer is None:
        raise HandoutError(DIED)
    words, payload = answer
    kind = QtGui.QImage.Format.Format_RGB32
    return QtGui.QImage(payload, words["width"], words["height"], words["stride"], kind).copy()
