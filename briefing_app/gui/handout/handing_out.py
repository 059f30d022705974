"""Saving and printing what the dialog shows: the same bytes, once they are those of the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

from briefing_app.errors import BriefingError
from briefing_app.gui.window.notice_bar import Tone
from briefing_app.gui.window.save_places import open_outside
from briefing_app.gui.window.saving import chosen_target, save
from briefing_app.handout.file_name import form_of, suggested_file_name
from briefing_app.open_briefing import own_files
from briefing_app.save_file import PDF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing_app.gui.handout.printing import Printing
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.work.background import Background
    from briefing_app.handout.handout_plan import HandoutPlan, Paper
    from briefing_app.open_briefing import OpenBriefing


def ask_for_target(parent: QtWidgets.QWidget, suggestion: Path) -> Path | None:
    """Let the reader choose where to save; None if they would rather not."""
    caption = QtCore.QCoreApplication.translate("handing_out", "Save handout as PDF")
    kinds = QtCore.QCoreApplication.translate("handing_out", "PDF files (*.pdf)")
    return chosen_target(parent, caption, suggestion, kinds)


class ShownPages(NamedTuple):
    """A handout whose pages are shown, as it can be saved and printed."""

    pdf: bytes
    page_count: int
    current: int  # from 0
    paper: Paper


class HandingOut(QtCore.QObject):
    """Carries out Save and Print of one dialog and says there what came of it."""

    saved = QtCore.Signal(object)  # the file
    told = QtCore.Signal(str, object)  # words and Tone, for whoever is there when the dialog is not
    idle = QtCore.Signal()

    def __init__(
        self,
        opened: OpenBriefing,
        folder: Path,
        *,
        shown: Callable[[], ShownPages | None],
        make_pages: Callable[[], None],
        notice: NoticeBar,
        background: Background,
        dialog: QtWidgets.QWidget,
    ) -> None:
        """Hand out what a dialog shows; `folder` is where to save first.

        `shown` gives nothing while there are no pages of the present choices; `make_pages` sees
        to it that there will be, and then `go_on` is called, or `forget`.
        """
        super().__init__(dialog)
        self._shown = shown
        self._make_pages = make_pages
        self._notice = notice
        self._dialog = dialog
        self._background = background
        self._folder = folder
        self._then: Callable[[], None] | None = None
        self._printing: Printing | None = None
        self._target: Path | None = None
        self._saving = False
        self.set_briefing(opened)
        self.ask_for_target: Callable[[QtWidgets.QWidget, Path], Path | None] = ask_for_target

    def set_briefing(self, opened: OpenBriefing) -> None:
        """Suggest the file name of a briefing as it is now, and spare its files."""
        self._briefing = opened.briefing
        self.file_name = suggested_file_name(opened.briefing)
        self._own = own_files(opened)

    def set_plan(self, plan: HandoutPlan) -> str:
        """Return the file name that is suggested for a plan: it says which form it is."""
        self.file_name = suggested_file_name(self._briefing, form=form_of(plan))
        return self.file_name

    @property
    def is_busy(self) -> bool:
        """Whether something is being saved or printed."""
        return self._saving or (self._printing is not None and self._printing.is_printing)

    @property
    def printing(self) -> Printing:
        """The printing, made when it is first asked for: it needs a module of Qt's of its own."""
        if self._printing is None:
            from briefing_app.gui.handout.printing import Printing

            self._printing = printing = Printing(self._background, self._dialog, lambda: self._own)
            printing.no_printer.connect(self._say_no_printer)
            printing.save_wished.connect(self.save)
            printing.progressed.connect(self._say_printing)
            printing.printed.connect(self._say_printed)
            printing.written.connect(self._done)
            printing.failed.connect(self._say_failed)
            printing.cancelled.connect(self._say_cancelled)
        return self._printing

    @QtCore.Slot()
    def save(self) -> None:
        """Ask where to and save; while pages are being made, once they are there."""
        pages = self._shown()
        if pages is None:
            self._wait_for_pages(self.save)
            return
        self._saving = True  # from the question on: the dialog may close before it is answered
        target = self.ask_for_target(self._dialog, self._folder / self.file_name)
        if target is None:
            self._saving = False
            self.idle.emit()
            return

        save(
            self._background,
            target,
            lambda: pages.pdf,
            PDF,
            self._own,
            done=self._done,
            failed=self._not_done,
        )

    @QtCore.Slot()
    def print(self) -> None:
        """Ask for a printer and print; while pages are being made, once they are there."""
        pages = self._shown()
        if pages is None:
            self._wait_for_pages(self.print)
            return
        # with its ending: Qt's dialog takes the last one off when it suggests a file to print into
        self.printing.start(pages.pdf, pages.page_count, pages.current, pages.paper, self.file_name)

    def _wait_for_pages(self, then: Callable[[], None]) -> None:
        self._then = then
        self._make_pages()

    def go_on(self) -> None:
        """Do what was asked for while the pages were being made."""
        then, self._then = self._then, None
        if then is not None:
            QtCore.QTimer.singleShot(0, self, then)

    def forget(self) -> None:
        """Forget what was asked for: there will be no pages."""
        self._then = None

    def stop(self) -> None:
        """Stop printing: the program ends."""
        if self._printing is not None:
            self._printing.cancel()

    def _say(
        self,
        words: str,
        tone: Tone = Tone.INFO,
        buttons: Sequence[tuple[str, Callable[[], None]]] = (),
    ) -> None:
        """Say how something ended, in the dialog or, where it has closed, elsewhere."""
        if self._dialog.isVisible():
            self._notice.say(words, tone=tone, buttons=buttons)
        else:
            self.told.emit(words, tone)
        if not self.is_busy:
            self.idle.emit()

    def _done(self, target: Path) -> None:
        self._saving = False
        self._target = target
        self._folder = target.parent
        self.saved.emit(target)
        open_it = (self.tr("Open"), self._open)
        show_it = (self.tr("Show in folder"), self._show_in_folder)
        words = self.tr("Saved the handout: {file}").format(file=target)
        self._say(words, buttons=[open_it, show_it])

    def _not_done(self, error: Exception) -> None:
        self._saving = False
        if not isinstance(error, BriefingError):
            raise error
        self._say_failed(str(error))

    @QtCore.Slot(str)
    def _say_failed(self, words: str) -> None:
        self._say(words, Tone.ERROR, [(self.tr("Save…"), self.save)])

    @QtCore.Slot()
    def _say_no_printer(self) -> None:
        words = self.tr(
            "No printer is set up here. Save the handout as PDF and print it where there is one."
        )
        self._say(words, Tone.WARNING, [(self.tr("Save…"), self.save)])

    @QtCore.Slot(int, int)
    def _say_printing(self, sheet: int, sheets: int) -> None:
        if self._printing is None or not self._printing.is_printing:
            return
        words = self.tr("Printing page {n} of {all}…").format(n=sheet + 1, all=sheets)
        notice = self._notice
        if sheet and notice.isVisible():
            notice.text.setText(words)  # the buttons stay, and with them the keyboard
            return
        buttons = [(self.tr("Cancel"), self._printing.cancel)]
        notice.say(words, busy=True, buttons=buttons)

    @QtCore.Slot(int)
    def _say_printed(self, sheets: int) -> None:
        words = (
            self.tr("1 page was sent to the printer.")
            if sheets == 1
            else self.tr("{n} pages were sent to the printer.")
        )
        self._say(words.format(n=f"{sheets:,}"))

    @QtCore.Slot()
    def _say_cancelled(self) -> None:
        self._say(self.tr("Printing was cancelled."))

    @QtCore.Slot()
    def _open(self) -> None:
        if self._target is not None:
            open_outside(self._target)

    @QtCore.Slot()
    def _show_in_folder(self) -> None:
        if self._target:
            open_outside(self._target.parent)
