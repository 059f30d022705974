"""Saving the handout from the window: where to, off the GUI thread, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.atomic_write import write_atomically
from briefing_app.errors import BriefingError, HandoutCancelled
from briefing_app.gui.views.notice_bar import NoticeBar, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.background import Background
    from briefing_app.handout.compile_handout import HandoutCompilation
    from briefing_app.open_briefing import OpenBriefing


def ask_for_target(parent: QtWidgets.QWidget, suggestion: Path) -> Path | None:
    """Let the reader choose where to save; None if they would rather not."""
    caption = QtCore.QCoreApplication.translate("handout_task", "Save handout as PDF")
    kinds = QtCore.QCoreApplication.translate("handout_task", "PDF files (*.pdf)")
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, caption, str(suggestion), kinds)
    if not name:
        return None
    return Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")


class HandoutTask(QtCore.QObject):
    """Makes one handout at a time; progress, Cancel and the result stand in a notice bar."""

    saved = QtCore.Signal(object)

    def __init__(
        self,
        window: QtWidgets.QWidget,
        background: Background,
        bar: NoticeBar,
        ask: Callable[[QtWidgets.QWidget, Path], Path | None] = ask_for_target,
    ) -> None:
        """Work for a window; `ask` chooses the file."""
        super().__init__(window)
        self._window = window
        self._background = background
        self._bar = bar
        self._ask = ask
        self._compilation: HandoutCompilation | None = None
        self._target: Path | None = None

    @property
    def is_running(self) -> bool:
        """Whether a handout is being made."""
        return self._compilation is not None

    def start(self, opened: OpenBriefing, folder: Path, citation_style: str) -> None:
        """Ask for a file and begin; nothing happens while another handout is being made."""
        if self.is_running:
            return
        from briefing_app.handout.compile_handout import HandoutCompilation
        from briefing_app.handout.file_name import suggested_file_name

        target = self._ask(self._window, folder / suggested_file_name(opened.briefing))
        if target is None:
            return
        self._target = target
        self._compilation = compilation = HandoutCompilation()
        self._bar.say(
            self.tr("Making the handout…"),
            busy=True,
            buttons=[(self.tr("Cancel"), self.cancel)],
        )

        def work() -> Path:
            from briefing_app.export.citation import references
            from briefing_app.handout.handout_data import handout_data
            from briefing_app.handout.handout_plan import HandoutPlan
            from briefing_app.open_briefing import pack_to_attach

            listed = references(opened.briefing.sources, citation_style)
            data = handout_data(
                opened.briefing, HandoutPlan(), listed, opened.folder.read, pack_to_attach(opened)
            )
            compilation.start(data)
            write_atomically(target, compilation.wait())
            return target

        self._background.run(work, self._done, self._failed)

    @QtCore.Slot()
    def cancel(self) -> None:
        """Stop making the handout; nothing is written."""
        if self._compilation:
            self._compilation.cancel()

    def _done(self, target: Path) -> None:
        self._compilation = None
        self._bar.say(
            self.tr("Saved the handout: {file}").format(file=target),
            buttons=[
                (self.tr("Open"), self._open),
                (self.tr("Show in folder"), self._show_in_folder),
            ],
        )
        self.saved.emit(target)

    def _failed(self, error: Exception) -> None:
        self._compilation = None
        if isinstance(error, HandoutCancelled):
            self._bar.say(self.tr("The handout was cancelled; nothing was saved."))
            return
        if not isinstance(error, BriefingError):
            self._bar.dismiss()
            raise error
        self._bar.say(str(error), tone=Tone.ERROR)

    @QtCore.Slot()
    def _open(self) -> None:
        QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(self._target)))

    @QtCore.Slot()
    def _show_in_folder(self) -> None:
        if self._target:
            url = QtCore.QUrl.fromLocalFile(str(self._target.parent))
            QtGui.QDesktopServices.openUrl(url)
