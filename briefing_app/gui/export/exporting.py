"""Exporting from the window: the dialog, where to, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.errors import BriefingError
from briefing_app.gui.window.notice_bar import Tone
from briefing_app.gui.window.save_places import first_folder, open_outside
from briefing_app.gui.window.saving import chosen_target, save
from briefing_app.gui.work.memory import give_memory_back
from briefing_app.open_briefing import own_files
from briefing_app.save_file import text_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtWidgets

    from briefing_app.gui.export.export_dialog import ExportDialog
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.work.background import Background

_AFTERWARDS_MS = 500  # when the dialog has gone


def ask_for_target(parent: QtWidgets.QWidget, suggestion: Path, kinds: str) -> Path | None:
    """Let the reader choose where to save; None if they would rather not."""
    caption = QtCore.QCoreApplication.translate("exporting", "Export as")
    return chosen_target(parent, caption, suggestion, kinds)


class Exporting(QtCore.QObject):
    """Opens the dialog on what is read, and writes the file that it shows."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        *,
        reading: Reading,
        index: IndexSide,
        task_bar: NoticeBar,
        keeper: ThemeKeeper,
        state: WindowState,
        background: Background,
        ask: Callable[[QtWidgets.QWidget, Path, str], Path | None] = ask_for_target,
    ) -> None:
        """Export what is read; `ask` chooses the file."""
        super().__init__(window)
        self._window = window
        self._reading = reading
        self._index = index
        self._task_bar = task_bar
        self._keeper = keeper
        self._state = state
        self._background = background
        self._ask = ask
        self.dialog: ExportDialog | None = None
        self._target: Path | None = None

    @QtCore.Slot()
    def open_dialog(self) -> None:
        """Ask what to export, with the real file beside it."""
        from briefing_app.gui.export.export_dialog import ExportDialog

        self.dialog = dialog = ExportDialog(
            self._reading.opened.briefing,
            self._keeper.theme,
            self._state.export_choices,
            self._background,
            found=self._index.found_claims(),
            query=self._index.query().strip(),
            parent=self._window,
        )
        self._keeper.theme_changed.connect(dialog.set_theme)
        dialog.save_requested.connect(self._save)
        dialog.finished.connect(self._close)
        dialog.open()

    @QtCore.Slot()
    def _close(self) -> None:
        if self.dialog is not None:
            self._state.export_choices = self.dialog.choices()
            self.dialog.deleteLater()
            self.dialog = None
            QtCore.QTimer.singleShot(_AFTERWARDS_MS, self, self._tidy)

    @QtCore.Slot()
    def _tidy(self) -> None:
        """Give back what a large file took: 120 MB for 20,000 claims as linked data."""
        if self.dialog is None:
            self._background.run(give_memory_back, _ignore, _ignore)

    @QtCore.Slot(object, str, str)
    def _save(self, data: bytes, name: str, kinds: str) -> None:
        assert self.dialog is not None
        target = self._ask(self.dialog, first_folder(self._state.last_export_folder) / name, kinds)
        if target is None:
            return
        self._target = target
        self._state.last_export_folder = str(target.parent)
        save(
            self._background,
            target,
            lambda: data,
            text_kind(Path(name).suffix),
            own_files(self._reading.opened),
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self, _: Path) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._task_bar.say(
            self.tr("Exported: {file}").format(file=self._target),
            buttons=[(self.tr("Show in folder"), self._show_in_folder)],
        )

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        if self.dialog is not None:
            self.dialog.say_problem(str(error))
        else:
            self._task_bar.say(str(error), tone=Tone.ERROR)

    @QtCore.Slot()
    def _show_in_folder(self) -> None:
        if self._target:
            open_outside(self._target.parent)


def _ignore(_: object) -> None:
    """Memory that is not given back is used again by the next file."""
