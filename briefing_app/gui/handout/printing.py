"""Print…: which printer and pages, then the job with its progress, or a PDF that is a true one."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from briefing_app.errors import BriefingError, HandoutCancelled
from briefing_app.gui.handout.print_job import chosen_pages, print_pages, with_copies
from briefing_app.gui.window.saving import save
from briefing_app.handout.handout_plan import Paper
from briefing_app.save_file import PDF

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.work.background import Background

_PDF_MAKERS = ("microsoft print to pdf",)  # printers that would make a PDF of pictures
_PAPER_SIZES = {
    Paper.A4: QtGui.QPageSize.PageSizeId.A4,
    Paper.LETTER: QtGui.QPageSize.PageSizeId.Letter,
}


def ask_for_printer(
    printer: QtPrintSupport.QPrinter, pages: int, parent: QtWidgets.QWidget
) -> bool:
    """Let the reader choose printer, pages and copies in the platform's dialog."""
    dialog = QtPrintSupport.QPrintDialog(printer, parent)
    options = QtPrintSupport.QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(options.PrintPageRange)
    dialog.setOption(options.PrintCollateCopies)
    dialog.setOption(options.PrintToFile)
    dialog.setOption(options.PrintCurrentPage)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setPrintRange(QtPrintSupport.QAbstractPrintDialog.PrintRange.AllPages)
    return dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted


def printer_names() -> list[str]:
    """Return the printers that the system knows."""
    return list(QtPrintSupport.QPrinterInfo.availablePrinterNames())


class Printing(QtCore.QObject):
    """One job at a time; the dialog shows what it says."""

    no_printer = QtCore.Signal()
    save_wished = QtCore.Signal()  # a printer was chosen that only makes a PDF
    progressed = QtCore.Signal(int, int)  # sheets done, sheets in all
    printed = QtCore.Signal(int)  # sheets
    written = QtCore.Signal(object)  # the PDF that was printed into
    failed = QtCore.Signal(str)
    cancelled = QtCore.Signal()

    def __init__(
        self,
        background: Background,
        parent: QtWidgets.QWidget,
        own: Callable[[], tuple[Path, ...]] = tuple,
        ask: Callable[[QtPrintSupport.QPrinter, int, QtWidgets.QWidget], bool] = ask_for_printer,
        names: Callable[[], list[str]] = printer_names,
    ) -> None:
        """Print for a window; `ask` sets a printer up, `names` lists the printers there are.

        `own` gives the files of the open briefing, which no PDF is printed into.
        """
        super().__init__(parent)
        self._background = background
        self._window = parent
        self._own = own
        self._ask = ask
        self._names = names
        self._stop: threading.Event | None = None

    @property
    def is_printing(self) -> bool:
        """Whether a job is under way; this must not be deleted meanwhile."""
        return self._stop is not None

    def start(self, pdf: bytes, pages: int, current: int, paper: Paper, title: str) -> None:
        """Ask for a printer and print; `current` is the page that is looked at, from 0."""
        if self.is_printing:
            return
        if not self._names():
            self.no_printer.emit()
            return
        modes = QtPrintSupport.QPrinter.PrinterMode
        printer = QtPrintSupport.QPrinter(modes.HighResolution)
        printer.setDocName(title)
        printer.setPageSize(QtGui.QPageSize(_PAPER_SIZES[paper]))
        if not self._ask(printer, pages, self._window):
            return
        wanted = chosen_pages(printer, pages, current)
        if printer.outputFormat() == QtPrintSupport.QPrinter.OutputFormat.PdfFormat:
            self._write(pdf, wanted, pages, Path(printer.outputFileName()))
        elif printer.printerName().lower() in _PDF_MAKERS:
            self.save_wished.emit()
        else:
            self._print(printer, pdf, with_copies(printer, wanted))

    @QtCore.Slot()
    def cancel(self) -> None:
        """Stop after the page that is being drawn."""
        if self._stop is not None:
            self._stop.set()

    def _print(self, printer: QtPrintSupport.QPrinter, pdf: bytes, pages: list[int]) -> None:
        self._stop = stop = threading.Event()
        self.progressed.emit(0, len(pages))

        def tell(sheet: int) -> None:
            self.progressed.emit(sheet, len(pages))

        def work() -> int:
            print_pages(printer, pdf, pages, progress=tell, cancelled=stop.is_set)
            return len(pages)

        self._background.run(work, self._done, self._not_done)

    def _done(self, sheets: int) -> None:
        self._stop = None
        self.printed.emit(sheets)

    def _not_done(self, error: Exception) -> None:
        self._stop = None
        if isinstance(error, HandoutCancelled):
            self.cancelled.emit()
        elif isinstance(error, BriefingError):
            self.failed.emit(str(error))
        else:
            raise error

    def _write(self, pdf: bytes, wanted: list[int], pages: int, target: Path) -> None:
        """Hand over the PDF itself: whole, or the chosen pages of it."""
        if not target.name:
            self.save_wished.emit()
            return

        self._stop = threading.Event()
        whole = wanted == list(range(pages))
        save(
            self._background,
            target,
            lambda: pdf if whole else pages_of(pdf, wanted),
            PDF,
            self._own(),
            done=self._written,
            failed=self._not_done,
        )

    def _written(self, target: Path) -> None:
        self._stop = None
        self.written.emit(target)


def pages_of(pdf: bytes, wanted: list[int]) -> bytes:
    """Return a PDF of some pages (from 0) of another, as text and lines, not as pictures."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as part:
        for page in wanted:
            part.pages.append(source.pages[page])
        out = io.BytesIO()
        part.save(out, deterministic_id=True)
    return out.getvalue()
