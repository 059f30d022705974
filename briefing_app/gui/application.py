"""Starting the window: what the first paint needs comes first, the rest after it."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app import paths
from briefing_app.errors import ContentError
from briefing_app.gui.state.window_state import copy_of, read_kept_state, write_window_state
from briefing_app.gui.theme import type_scale
from briefing_app.gui.theme.arabic_face import needs_arabic_face
from briefing_app.gui.theme.theme_keeper import ThemeKeeper
from briefing_app.gui.work.display_failure import display_failure_told
from briefing_app.gui.work.paint_report import report_paint, report_paint_of
from briefing_app.open_briefing import open_briefing, remember_opened
from briefing_app.own_files import sweep_files, sweep_folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.window.main_window import MainWindow
    from briefing_app.gui.window_beside import WindowBeside
    from briefing_app.open_briefing import OpenBriefing

_LONGEST_PATH = 200  # letters of one that is told
_GC_PAUSE_MS = 1500
_TURN_S = 0.001
_REPAINT_MS = 8  # Qt gathers for 5 ms what is to be painted anew
_PLATFORMS_WITHOUT_CLIPBOARD = (
    "offscreen", "minimal", "minimalegl", "linuxfb", "eglfs", "vkkhrdisplay", "vnc",
)  # fmt: skip


def run(path: Path | None, arguments: Sequence[str]) -> int:
    """Open the window on a briefing (None: the last one, at first the shipped one); return 0."""
    application = make_application(arguments)
    session = Session(path)
    session.start()
    return application.exec()


def make_application(arguments: Sequence[str]) -> QtWidgets.QApplication:
    """Return the application object, set up but without a window."""
    # without a bus address Qt would start one of its own, as another program
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):  # an empty one counts as none
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    # while a thread reads a briefing, the window gets its turn after 1 ms instead of 5
    sys.setswitchinterval(_TURN_S)
    QtCore.QCoreApplication.setApplicationName("Briefing Viewer")
    QtCore.QCoreApplication.setOrganizationName("briefing-viewer")
    # as an argument: setStyle() would first build the classes of all of QStyle's enums
    with display_failure_told():
        application = QtWidgets.QApplication([*arguments[:1], "-style", "fusion", *arguments[1:]])
    type_scale.load_faces(type_scale.FIRST_FACES)
    application.aboutToQuit.connect(_empty_private_clipboard)
    return application


def _empty_private_clipboard() -> None:
    """Let go of what was copied where no other program can have it.

    Those platforms delete it after Python has gone, and PySide's objects do not survive that.
    """
    if QtWidgets.QApplication.platformName() in _PLATFORMS_WITHOUT_CLIPBOARD:
        QtWidgets.QApplication.clipboard().clear()


class Session(QtCore.QObject):
    """One run of the window: from the first paint to the last state that is kept.

    It also holds the windows that are opened beside the first one.
    """

    def __init__(self, path: Path | None) -> None:
        """Read settings and state; nothing is shown yet."""
        super().__init__()
        from briefing_app.gui.state.settings_store import SettingsStore

        self._path = path
        kept = read_kept_state()
        self.state: WindowState = kept.state
        self._state_as_read = copy_of(kept.state)
        self.settings = SettingsStore()
        self._notes = [*self.settings.notes, *kept.notes]
        current = self.settings.current
        self.keeper = ThemeKeeper(current.colour_scheme, current.reading_px)
        self.window: MainWindow | None = None
        self.beside: list[WindowBeside] = []

    def start(self) -> None:
        """Open the briefing and show the window; a briefing that cannot be opened has its page."""
        from briefing_app.gui.tabs.briefing_pages import PEOPLE
        from briefing_app.gui.window.main_window import MainWindow

        path = self._path or self._last_briefing()
        failure: ContentError | None = None
        try:
            opened = open_briefing(path)
        except ContentError as error:
            failure = error
            opened = open_briefing(paths.manual())
        tab = self.state.tabs.get(opened.briefing.id, "")
        if needs_arabic_face(opened.briefing, spellings=tab == PEOPLE):
            type_scale.load_faces(type_scale.ARABIC_FACES)
        self.window = window = MainWindow(opened, self.keeper, self.settings, self.state)
        if self.settings.current.claim_lines != "quiet":
            window.stack.set_mark_strength(self.settings.current.claim_lines)
        window.first_painted.connect(self._after_first_paint)
        window.closed.connect(self._keep_state)
        self._opened, self._failure, self._failed_path = opened, failure, path
        if failure is None and path.resolve() != paths.manual().resolve():
            self.state.remember_briefing(path.resolve())
        if failure is not None:
            self._finish(window)
        window.show()

    def _last_briefing(self) -> Path:
        last = self.state.last_briefing if self.settings.current.open_last_briefing else None
        if last is None:
            return paths.shipped_briefing()
        try:
            last.stat()
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            shown = f"{str(last)[:_LONGEST_PATH]}{'…' * (len(str(last)) > _LONGEST_PATH)}"
            self._notes.append(
                f"The briefing that was open last cannot be opened, so another one is: {shown} "
                f"({why})."
            )
            return paths.shipped_briefing()
        return last

    @QtCore.Slot()
    def _after_first_paint(self) -> None:
        report_paint()
        QtCore.QTimer.singleShot(0, self._let_page_paint)

    @QtCore.Slot()
    def _let_page_paint(self) -> None:
        """Wait until what the page has added meanwhile is painted: it is being read already."""
        QtCore.QTimer.singleShot(_REPAINT_MS, self._complete)

    @QtCore.Slot()
    def _complete(self) -> None:
        window = self.window
        assert window is not None
        if not hasattr(self, "commands"):
            self._finish(window)
        QtCore.QTimer.singleShot(0, self._add_index)  # keys get their turn between the two

    @QtCore.Slot()
    def _add_index(self) -> None:
        window = self.window
        assert window is not None
        type_scale.load_faces(type_scale.LATER_FACES)
        window.index.add()
        if window.index.panel is not None:
            report_paint_of(window.index.panel)
        opened = self._opened
        window.background.run(lambda: remember_opened(opened), _ignore, _ignore)
        window.background.run(_sweep, _ignore, _ignore)
        QtCore.QTimer.singleShot(_GC_PAUSE_MS, _resume_gc)

    def _finish(self, window: MainWindow) -> None:
        """Add what the first paint did without: menus, fault reports, notes on the settings."""
        from briefing_app.gui.commands.commands import Commands
        from briefing_app.gui.window.notice_bar import Tone
        from briefing_app.gui.work.error_reports import ErrorReports

        self.commands = commands = Commands(window.parts())
        window.escaped.connect(commands.escape)
        window.folder_dropped.connect(commands.opening.open_dropped)
        window.closed.connect(commands.leave)
        self._reports = ErrorReports()
        self._reports.reported.connect(self._show_fault)
        self._reports.install()
        if self._notes:
            first, *others = self._notes
            window.task_bar.say(first, tone=Tone.WARNING, details=others)
        self.settings.tell_by(self._warn, self._take_back)
        if self._failure is not None:
            commands.failures.show(self._failed_path, self._failure, can_go_back=False)
        else:
            commands.opening.report_problems(self._opened)
        commands.opening.window_requested.connect(self._open_beside)

    @QtCore.Slot(object, bool)
    def _open_beside(self, opened: OpenBriefing, is_help: bool) -> None:
        """Open one more window, or bring the help to the front that is open already."""
        from briefing_app.gui.window_beside import WindowBeside

        asking = self._window_in_front()
        if asking is None:
            return
        shown = [one for one in self.beside if one.is_help] if is_help else []
        if not shown:
            made = WindowBeside(opened, asking, self.keeper, self.settings, is_help=is_help)
            made.closed.connect(self._forget_beside)
            made.window_requested.connect(self._open_beside)
            self.beside.append(made)
            shown = [made]
        shown[0].bring_to_front()

    @QtCore.Slot(object)
    def _forget_beside(self, closed: WindowBeside) -> None:
        self.beside.remove(closed)

    def _window_in_front(self) -> MainWindow | None:
        """The window that the reader works in, or else one that can be seen."""
        windows = [self.window, *(one.window for one in self.beside)]
        seen = [one for one in windows if one is not None and one.isVisible()]
        return next((one for one in seen if one.isActiveWindow()), seen[0] if seen else None)

    def _warn(self, sentence: str) -> None:
        from briefing_app.gui.window.notice_bar import Tone

        window = self._window_in_front()
        if window is not None:
            window.task_bar.say(sentence, tone=Tone.WARNING)

    def _take_back(self, sentence: str) -> None:
        for one in (self.window, *(other.window for other in self.beside)):
            if one is not None:
                one.task_bar.take_back(sentence)

    @QtCore.Slot(str)
    def _show_fault(self, sentence: str) -> None:
        from briefing_app.gui.window.notice_bar import Tone

        window = self._window_in_front()
        if window is not None:
            window.task_bar.say(sentence, tone=Tone.ERROR)

    @QtCore.Slot()
    def _keep_state(self) -> None:
        write_window_state(self.state, self._state_as_read)
        self._state_as_read = copy_of(self.state)


def _sweep() -> None:
    """Delete what runs that were ended from outside have left."""
    for folder in (paths.settings_folder(), paths.state_folder(), paths.cache_folder()):
        if folder is not None:
            for place in (folder, folder / "briefings", folder / "search"):
                sweep_files(place)
    sweep_folders()


def _ignore(_: object) -> None:
    """A cache that could not be written costs the next start some time, and nothing else."""


def _resume_gc() -> None:
    gc.freeze()
    gc.enable()
