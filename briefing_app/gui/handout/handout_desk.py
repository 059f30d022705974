"""The way to the handout: its dialog, made when it is asked for, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.display_text import left_to_right
from briefing_app.gui.window.save_places import first_folder, open_outside
from briefing_app.gui.work.background import Background
from briefing_app.gui.work.memory import give_memory_back, share_one_heap

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.gui.handout.handout_choices import HandoutChoices
    from briefing_app.gui.handout.handout_dialog import HandoutDialog
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.window.main_window import MainWindow
    from briefing_app.gui.window.notice_bar import Tone

_SHARE = 0.94  # of the main window
_AFTERWARDS_MS = 500  # when the dialog has gone


class HandoutDesk(QtCore.QObject):
    """Holds one dialog at a time; nothing of it is loaded before it is first opened."""

    saved = QtCore.Signal(object)  # the file

    def __init__(self, window: MainWindow) -> None:
        """Hand out what a window shows."""
        super().__init__(window)
        self._window = window
        self._background: Background | None = None
        self._saved: Path | None = None
        self._briefing_id = ""
        self.dialog: HandoutDialog | None = None
        window.keeper.theme_changed.connect(self._take_theme)
        window.closed.connect(self._leave)

    @QtCore.Slot()
    def open(self) -> None:
        """Show the dialog on the open briefing, as it was chosen for it last."""
        if self.dialog is None:
            self._make_dialog()
        assert self.dialog is not None
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @QtCore.Slot()
    def print(self) -> None:
        """Show the dialog and print from it: what is printed can be seen."""
        self.open()
        assert self.dialog is not None
        self.dialog.print()

    @QtCore.Slot()
    def follow(self) -> None:
        """Show the handout of what is open now, if a handout is shown."""
        if self.dialog is None:
            return
        opened = self._window.reading.opened
        if opened.briefing.id == self._briefing_id:
            self.dialog.take(opened)
            self._follow_search()
        else:
            self.dialog.close()
            self.open()

    def _make_dialog(self) -> None:
        from briefing_app.gui.handout.handout_choices import remembered_choices
        from briefing_app.gui.handout.handout_dialog import HandoutDialog

        window = self._window
        opened = window.reading.opened
        if self._background is None:
            share_one_heap()
            self._background = Background(self)
        self.dialog = dialog = HandoutDialog(
            opened,
            remembered_choices(window.state, opened.briefing),
            window.keeper.theme,
            self._background,
            window.settings.current.citation_style,
            first_folder(self._window.state.last_handout_folder),
            window.index.panel.found_claims() if window.index.panel is not None else None,
            window,
        )
        dialog.resize(window.size() * _SHARE)
        dialog.choices_changed.connect(self._remember)
        dialog.saved.connect(self._take_saved)
        dialog.command_requested.connect(self._do)
        dialog.handing_out.told.connect(self._tell)
        window.closed.connect(dialog.handing_out.stop)
        dialog.gone.connect(self._forget)
        self._briefing_id = opened.briefing.id
        self._follow_search()

    def _follow_search(self) -> None:
        panel = self._window.index.panel
        if panel is not None and self.dialog is not None:
            picker = self.dialog.choices.picker
            picker.set_found(panel.found_claims())
            panel.claims_found.connect(picker.set_found)

    @QtCore.Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    @QtCore.Slot(object)
    def _remember(self, choices: HandoutChoices) -> None:
        from briefing_app.gui.handout.handout_choices import remember_choices

        remember_choices(self._window.state, self._window.reading.opened.briefing, choices)

    @QtCore.Slot(str)
    def _do(self, command: str) -> None:
        """Leave the dialog, which would cover what comes, for a command of the window."""
        if self.dialog is not None:
            self.dialog.close()
        self._window.activateWindow()
        self._window.actions_table.by_name[command].trigger()

    @QtCore.Slot(object)
    def _take_saved(self, file: Path) -> None:
        self._saved = file
        self._window.state.last_handout_folder = str(file.parent)
        self._window.task_bar.say(
            self.tr("Saved the handout: {file}").format(file=left_to_right(str(file))),
            buttons=[
                (self.tr("Open"), self._open_saved),
                (self.tr("Show in folder"), self._show_in_folder),
            ],
        )
        self.saved.emit(file)

    @QtCore.Slot(str, object)
    def _tell(self, words: str, tone: Tone) -> None:
        """Say here what the dialog, which has closed, cannot say any more."""
        self._window.task_bar.say(words, tone=tone)

    @QtCore.Slot()
    def _open_saved(self) -> None:
        if self._saved is not None:
            open_outside(self._saved)

    @QtCore.Slot()
    def _show_in_folder(self) -> None:
        if self._saved is not None:
            open_outside(self._saved.parent)

    @QtCore.Slot()
    def _forget(self) -> None:
        self.dialog = None
        QtCore.QTimer.singleShot(_AFTERWARDS_MS, self, self._tidy)

    @QtCore.Slot()
    def _tidy(self) -> None:
        if self.dialog is None and self._background is not None:
            self._background.run(give_memory_back, _ignore, _ignore)

    @QtCore.Slot()
    def _leave(self) -> None:
        """Close with the window, and wait until nothing runs."""
        if self.dialog is not None:
            self.dialog.close()
        if self._background is not None:
            self._background.wait()


def _ignore(_: object) -> None:
    """Memory that is not given back is used again by the next handout."""
