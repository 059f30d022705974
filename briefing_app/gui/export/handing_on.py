"""Handing a briefing on as one file, and beginning a new one in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.errors import BriefingError
from briefing_app.gui.window.notice_bar import Tone
from briefing_app.gui.window.save_places import first_folder, open_outside
from briefing_app.gui.window.saving import chosen_target, save
from briefing_app.handout.file_name import suggested_file_name
from briefing_app.new_briefing import write_new_briefing
from briefing_app.open_briefing import own_files, packed
from briefing_app.save_file import PACK

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.work.background import Background

_PACK_SUFFIX = ".briefing"


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("handing_on", text)


def ask_for_pack(parent: QtWidgets.QWidget, suggestion: Path) -> Path | None:
    """Let the reader choose the file; None if they would rather not."""
    kinds = _tr("Briefings in one file (*.briefing)")
    return chosen_target(parent, _tr("Hand on as one file"), suggestion, kinds)


def ask_for_new_folder(parent: QtWidgets.QWidget, start: Path) -> Path | None:
    """Let the reader name a folder that is not there yet; None if they would rather not."""
    caption = _tr("Name a folder for the new briefing")
    name, _ = QtWidgets.QFileDialog.getSaveFileName(
        parent, caption, str(start / _tr("new-briefing")), _tr("Folders (*)")
    )
    return Path(name) if name else None


class HandingOn(QtCore.QObject):
    """Writes the file or the folder, and says what came of it."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        open_path: Callable[[Path], None],
        *,
        reading: Reading,
        task_bar: NoticeBar,
        state: WindowState,
        background: Background,
        ask_for_pack: Callable[[QtWidgets.QWidget, Path], Path | None] = ask_for_pack,
        ask_for_new_folder: Callable[[QtWidgets.QWidget, Path], Path | None] = ask_for_new_folder,
    ) -> None:
        """Hand on what is read; a new briefing is opened by `open_path`."""
        super().__init__(window)
        self._window = window
        self._open_path = open_path
        self._reading = reading
        self._task_bar = task_bar
        self._state = state
        self._background = background
        self._ask_for_pack = ask_for_pack
        self._ask_for_new_folder = ask_for_new_folder
        self._target: Path | None = None

    @QtCore.Slot()
    def pack(self) -> None:
        """Ask where to, and write what is read as one `.briefing` file."""
        opened = self._reading.opened
        name = suggested_file_name(opened.briefing, suffix=_PACK_SUFFIX)
        folder = first_folder(self._state.last_export_folder)
        target = self._ask_for_pack(self._window, folder / name)
        if target is None:
            return
        self._target = target
        self._state.last_export_folder = str(target.parent)
        save(
            self._background,
            target,
            lambda: packed(opened),
            PACK,
            own_files(opened),
            done=self._packed,
            failed=self._failed,
        )

    def _packed(self, target: Path) -> None:
        self._task_bar.say(
            self.tr("Ready to be handed on: {file}").format(file=target),
            buttons=[(self.tr("Show in folder"), self._show_in_folder)],
        )

    @QtCore.Slot()
    def _show_in_folder(self) -> None:
        if self._target is not None:
            open_outside(self._target.parent)

    @QtCore.Slot()
    def new(self) -> None:
        """Ask for a folder, write a small briefing into it, and open it."""
        folder = self._ask_for_new_folder(self._window, first_folder(self._state.last_folder))
        if folder is None:
            return

        def work() -> Path:
            write_new_briefing(folder)
            return folder

        self._background.run(work, self._open_path, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._task_bar.say(str(error), tone=Tone.ERROR)
