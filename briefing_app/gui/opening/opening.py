"""Opening briefings: another one, the same again, the manual, and what to say when it fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

from briefing_app import paths
from briefing_app.errors import ContentError
from briefing_app.gui.window.notice_bar import Tone
from briefing_app.gui.words.problem_words import (
    greeting_problems,
    has_errors,
    problem_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.opening.failures import Failures
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.navigation import Navigation, Place
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.work.background import Background
    from briefing_app.model.problem import Problem
    from briefing_app.open_briefing import OpenBriefing

_MOST_LEFT = 5  # briefings that the way back leads to


def ask_for_folder(parent: QtWidgets.QWidget, start: str) -> str:
    """Let the reader choose a briefing's folder; empty if they would rather not."""
    caption = QtCore.QCoreApplication.translate("commands", "Open a briefing's folder")
    return QtWidgets.QFileDialog.getExistingDirectory(parent, caption, start)


def ask_for_file(parent: QtWidgets.QWidget, start: str) -> str:
    """Let the reader choose a briefing in one file; empty if they would rather not."""
    caption = QtCore.QCoreApplication.translate("commands", "Open a briefing or a handout")
    kinds = QtCore.QCoreApplication.translate(
        "commands", "Briefings and handouts (*.briefing *.pdf briefing.yaml);;All files (*)"
    )
    return QtWidgets.QFileDialog.getOpenFileName(parent, caption, start, kinds)[0]


def _is_manual(path: Path) -> bool:
    return path.resolve() == paths.manual().resolve()


def ask_where(parent: QtWidgets.QWidget, name: str) -> str:
    """Let the reader choose where to open: `this-window`, `new-window`; empty: nowhere."""
    box = QtWidgets.QMessageBox(parent)
    box.setIcon(QtWidgets.QMessageBox.Icon.Question)
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    words = QtCore.QCoreApplication.translate
    box.setWindowTitle(words("commands", "Open a briefing"))
    box.setText(words("commands", "Where is “{name}” to open?").format(name=name))
    hint = words("commands", "In this window, Alt+Left leads back. File > Open in stops asking.")
    box.setInformativeText(hint)
    roles = QtWidgets.QMessageBox.ButtonRole
    here = box.addButton(words("commands", "This window"), roles.AcceptRole)
    beside = box.addButton(words("commands", "New window"), roles.AcceptRole)
    box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
    try:
        box.exec()
        clicked = box.clickedButton()
        return "this-window" if clicked is here else "new-window" if clicked is beside else ""
    finally:
        box.deleteLater()


class _Left(NamedTuple):
    """A briefing that was left for another one, and the ways back and forward in it."""

    opened: OpenBriefing
    navigation: Navigation


class Opening(QtCore.QObject):
    """Opens briefings in one window; what is shown stays until the new one is there."""

    opened = QtCore.Signal()
    returned = QtCore.Signal()  # to a briefing that was left, as it was then
    ways_changed = QtCore.Signal()
    window_requested = QtCore.Signal(object, bool)  # OpenBriefing; whether it is the help

    def __init__(
        self,
        window: QtWidgets.QWidget,
        take: Callable[[OpenBriefing, Place | None], None],
        *,
        reading: Reading,
        jumps: Jumps,
        failures: Failures,
        problem_bar: NoticeBar,
        task_bar: NoticeBar,
        state: WindowState,
        settings: SettingsStore,
        background: Background,
        ask_for_folder: Callable[[QtWidgets.QWidget, str], str] = ask_for_folder,
        ask_for_file: Callable[[QtWidgets.QWidget, str], str] = ask_for_file,
        ask_where: Callable[[QtWidgets.QWidget, str], str] = ask_where,
    ) -> None:
        """Open in a window, which `take` lets show a briefing from a place on."""
        super().__init__(window)
        self._window = window
        self._take = take
        self._reading = reading
        self._jumps = jumps
        self._failures = failures
        self._problem_bar = problem_bar
        self._task_bar = task_bar
        self._state = state
        self._settings = settings
        self._background = background
        self._ask_for_folder = ask_for_folder
        self._ask_for_file = ask_for_file
        self._ask_where = ask_where
        self._open_job = 0
        self._window_job = 0
        self._before: list[_Left] = []
        self._after: list[_Left] = []
        failures.retry_requested.connect(self.retry)
        failures.open_requested.connect(self.open_folder)

    def open_folder(self) -> None:
        """Ask for a folder and open the briefing in it."""
        name = self._ask_for_folder(self._window, self._start())
        if name:
            self._state.last_folder = str(Path(name).parent)
            self.open_chosen(Path(name))

    def open_file(self) -> None:
        """Ask for a .briefing file or a handout and open the briefing in it."""
        name = self._ask_for_file(self._window, self._start())
        if name:
            self._state.last_folder = str(Path(name).parent)
            self.open_dropped(name)

    def _start(self) -> str:
        return self._state.last_folder or str(paths.content_folder())

    @QtCore.Slot(str)
    def open_dropped(self, name: str) -> None:
        """Open a folder that was dropped on the window, or the folder of a file in it."""
        path = Path(name)
        self.open_chosen(path.parent if path.name == "briefing.yaml" else path)

    def open_chosen(self, path: Path) -> None:
        """Open what the reader chose in this window or in one of its own, as the settings say."""
        where = self._settings.current.open_in
        if where == "ask":
            where = self._ask_where(self._window, path.name)
        if where == "this-window":
            self.open_path(path)
        elif where == "new-window":
            self.open_beside(path)

    def open_beside(self, path: Path, *, is_help: bool = False) -> None:
        """Open a briefing in a window of its own; what is shown here stays."""
        from briefing_app.open_briefing import open_briefing

        self._background.drop(self._window_job)
        self._window_job = self._background.run(
            lambda: open_briefing(path),
            lambda opened: self.window_requested.emit(opened, is_help),
            partial(self._not_opened, path),
        )

    @QtCore.Slot()
    def open_window(self) -> None:
        """Open the same briefing in one more window."""
        self.open_beside(self._reading.opened.path)

    @QtCore.Slot()
    def open_manual(self) -> None:
        """Open the user manual in a window beside this one."""
        self.open_beside(paths.manual(), is_help=True)

    # the ways between briefings

    @property
    def can_go_back(self) -> bool:
        """Whether another briefing was read in this window before."""
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader has gone back from another briefing."""
        return bool(self._after)

    @QtCore.Slot()
    def back(self) -> None:
        """Go back to the briefing that was read before, at the place where it was left."""
        self._go(self._before, self._after)

    @QtCore.Slot()
    def forward(self) -> None:
        """Go forward again to the briefing that was left last by going back."""
        self._go(self._after, self._before)

    def _go(self, there: list[_Left], here: list[_Left]) -> None:
        if not there:
            return
        left = there.pop()
        here.append(self._leave())
        self._show_opened(left.opened, left.navigation.current)
        self._jumps.take_up(left.navigation)
        self.returned.emit()

    def _leave(self) -> _Left:
        self._jumps.here()
        return _Left(self._reading.opened, self._jumps.navigation)

    @QtCore.Slot()
    def reload(self) -> None:
        """Read the briefing from disk again and stay where one is."""
        self.open_path(self._reading.opened.path)

    def open_path(self, path: Path) -> None:
        """Open a briefing off the GUI thread; what is shown stays until the new one is there."""
        from briefing_app.open_briefing import open_briefing

        self._background.drop(self._open_job)
        self._open_job = self._background.run(
            lambda: open_briefing(path, cache=False),
            self._opened,
            partial(self._not_opened, path),
        )

    def _opened(self, opened: OpenBriefing) -> None:
        if opened.path.resolve() == self._reading.opened.path.resolve():
            self._show_opened(opened, self._jumps.here())
            return
        self._before = [*self._before, self._leave()][-_MOST_LEFT:]
        self._after = []
        self._show_opened(opened, None)
        self.ways_changed.emit()

    def show_again(self, opened: OpenBriefing) -> None:
        """Show another state of the briefing that is open, where the reader is."""
        self._show_opened(opened, self._jumps.here())

    def _show_opened(self, opened: OpenBriefing, place: Place | None) -> None:
        self._failures.leave()
        if opened.path.resolve() != self._reading.opened.path.resolve():
            self._task_bar.hide()  # what was saved or went wrong was the other briefing's
        self._take(opened, place)
        self.opened.emit()
        self.report_problems(opened)
        if not _is_manual(opened.path):
            self._state.remember_briefing(opened.path.resolve())

    def _not_opened(self, path: Path, error: Exception) -> None:
        if not isinstance(error, ContentError):
            raise error
        self._failures.show(path, error, can_go_back=True)

    @QtCore.Slot()
    def retry(self) -> None:
        """Try again to open what could not be opened."""
        if self._failures.path is not None:
            self.open_path(self._failures.path)

    def report_problems(self, opened: OpenBriefing) -> None:
        """Say what is wrong with a briefing in the bar above the text; nothing if nothing is."""
        told = greeting_problems(opened.problems, opened.folder.origin)
        if told:
            self._list_problems(told)
        else:
            self._problem_bar.hide()

    @QtCore.Slot()
    def show_problems(self) -> None:
        """List all of the briefing's problems in a bar above the text."""
        self._list_problems(self._reading.opened.problems)

    def _list_problems(self, problems: Sequence[Problem]) -> None:
        tone = Tone.ERROR if has_errors(problems) else Tone.WARNING
        self._problem_bar.say(
            problem_sentence(problems),
            tone=tone if problems else Tone.INFO,
            details=problems,
            has_files=self._reading.opened.folder.origin == "folder",
        )
