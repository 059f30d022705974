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

    from PySide6 import QtWidgets

    from briefing_app.gui.handout.handout_choices import HandoutChoices
    from briefing_app.gui.handout.handout_dialog import HandoutDialog
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.notice_bar import NoticeBar, Tone
    from briefing_app.gui.window.reading import Reading

_SHARE = 0.94  # of the main window
_AFTERWARDS_MS = 500  # when the dialog has gone


class HandoutDesk(QtCore.QObject):
    """Holds one dialog at a time; nothing of it is loaded before it is first opened."""

    saved = QtCore.Signal(object)  # the file
    _left = QtCore.Signal()  # the window closes; dialogs that have gone may still be printing

    def __init__(
        self,
        window: QtWidgets.QWidget,
        *,
        reading: Reading,
        index: IndexSide,
        actions: Actions,
        task_bar: NoticeBar,
        keeper: ThemeKeeper,
        settings: SettingsStore,
        state: WindowState,
    ) -> None:
        """Hand out what is read; the dialog stands over `window`."""
        super().__init__(window)
        self._window = window
        self._reading = reading
        self._index = index
        self._actions = actions
        self._task_bar = task_bar
        self._keeper = keeper
        self._settings = settings
        self._state = state
        self._background: Background | None = None
        self._saved: Path | None = None
        self._briefing_id = ""
        self.dialog: HandoutDialog | None = None
        keeper.theme_changed.connect(self._take_theme)

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
        opened = self._reading.opened
        if opened.briefing.id == self._briefing_id:
            self.dialog.take(opened)
            self._follow_search()
        else:
            self.dialog.close()
            self.open()

    def _make_dialog(self) -> None:
        from briefing_app.gui.handout.handout_choices import remembered_choices
        from briefing_app.gui.handout.handout_dialog import HandoutDialog

        opened = self._reading.opened
        if self._background is None:
            share_one_heap()
            self._background = Background(self)
        self.dialog = dialog = HandoutDialog(
            opened,
            remembered_choices(self._state, opened.briefing),
            self._keeper.theme,
            self._background,
            self._settings.current.citation_style,
            first_folder(self._state.last_handout_folder),
            self._index.found_claims(),
            self._window,
        )
        dialog.resize(self._window.size() * _SHARE)
        dialog.choices_changed.connect(self._remember)
        dialog.saved.connect(self._take_saved)
        dialog.command_requested.connect(self._do)
        dialog.handing_out.told.connect(self._tell)
        self._left.connect(dialog.handing_out.stop)
        dialog.gone.connect(self._forget)
        self._briefing_id = opened.briefing.id
        self._follow_search()

    def _follow_search(self) -> None:
        if self._index.panel is not None and self.dialog is not None:
            picker = self.dialog.choices.picker
            picker.set_found(self._index.found_claims())
            self._index.claims_found.connect(picker.set_found)

    @QtCore.Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    @QtCore.Slot(object)
    def _remember(self, choices: HandoutChoices) -> None:
        from briefing_app.gui.handout.handout_choices import remember_choices

        remember_choices(self._state, self._reading.opened.briefing, choices)

    @QtCore.Slot(str)
    def _do(self, command: str) -> None:
        """Leave the dialog, which would cover what comes, for a command of the window."""
        if self.dialog is not None:
            self.dialog.close()
        self._window.activateWindow()
        self._actions.by_name[command].trigger()

    @QtCore.Slot(object)
    def _take_saved(self, file: Path) -> None:
        self._saved = file
        self._state.last_handout_folder = str(file.parent)
        self._task_bar.say(
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
        self._task_bar.say(words, tone=tone)

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
    def leave(self) -> None:
        """Close with the window, and wait until nothing runs."""
        if self.dialog is not None:
            self.dialog.close()
        if self._background is not None:
            self._background.wait()
        self._left.emit()


def _ignore(_: object) -> None:
    """Memory that is not given back is used again by the next handout."""
