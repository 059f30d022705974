"""Opening briefings: another one, the same again, the manual, and what to say when it fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

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
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.navigation import Place
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.work.background import Background
    from briefing_app.model.problem import Problem
    from briefing_app.open_briefing import OpenBriefing


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


class Opening(QtCore.QObject):
    """Opens briefings in one window; what is shown stays until the new one is there."""

    opened = QtCore.Signal()

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
        background: Background,
        ask_for_folder: Callable[[QtWidgets.QWidget, str], str] = ask_for_folder,
        ask_for_file: Callable[[QtWidgets.QWidget, str], str] = ask_for_file,
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
        self._background = background
        self._ask_for_folder = ask_for_folder
        self._ask_for_file = ask_for_file
        self._open_job = 0
        self._before_manual: tuple[OpenBriefing, Place | None] | None = None
        failures.retry_requested.connect(self.retry)
        failures.open_requested.connect(self.open_folder)

    def open_folder(self) -> None:
        """Ask for a folder and open the briefing in it."""
        name = self._ask_for_folder(self._window, self._start())
        if name:
            self._state.last_folder = str(Path(name).parent)
            self.open_path(Path(name))

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
        self.open_path(path.parent if path.name == "briefing.yaml" else path)

    @QtCore.Slot()
    def open_manual(self) -> None:
        """Open the user manual; a bar leads back to what was read before."""
        opened = self._reading.opened
        if not _is_manual(opened.path):
            self._before_manual = (opened, self._jumps.here())
        self.open_path(paths.manual())

    def _offer_way_back(self) -> None:
        """Say that this is the manual, with a button that leads back to the briefing."""
        if self._before_manual is None:
            return
        back = self.tr("Back to “{title}”").format(title=self._before_manual[0].briefing.title)
        words = self.tr("This is the user manual.")
        self._task_bar.say(words, buttons=[(back, self._leave_manual)])

    @QtCore.Slot()
    def _leave_manual(self) -> None:
        if self._before_manual is not None:
            opened, place = self._before_manual
            self._show_opened(opened, place)

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
        same = opened.path.resolve() == self._reading.opened.path.resolve()
        self._show_opened(opened, self._jumps.here() if same else None)

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
        if _is_manual(opened.path):
            self._offer_way_back()
            return
        self._state.remember_briefing(opened.path.resolve())
        self._before_manual = None

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
