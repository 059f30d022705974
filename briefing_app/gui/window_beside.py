"""One more window beside the first: another briefing, the same once more, or the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.commands.commands import Commands
from briefing_app.gui.state.window_state import copy_of, read_window_state, write_window_state
from briefing_app.gui.window.main_window import MainWindow
from briefing_app.gui.window.window_place import place_on_screen

if TYPE_CHECKING:
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.open_briefing import OpenBriefing

_HELP_PX, _LEAST_HELP_PX = 820, 640  # wide
_STEP_PX = 32  # to the side and down, from one window to the next
_FIRST_WINDOWS_OWN = (
    "x", "y", "width", "height", "maximized", "index_width", "index_folded",
    "index_folded_on_wide_pages",
)  # fmt: skip


class WindowBeside(QtCore.QObject):
    """Makes the window, and lets go of it once it is closed."""

    closed = QtCore.Signal(object)  # itself
    window_requested = QtCore.Signal(object, bool)

    def __init__(
        self,
        opened: OpenBriefing,
        asking: MainWindow,
        keeper: ThemeKeeper,
        settings: SettingsStore,
        *,
        is_help: bool,
    ) -> None:
        """Show a briefing beside the window that asks for it, with the same colours and sizes."""
        super().__init__()
        self.is_help = is_help
        self._opened = opened
        self._as_read = read_window_state()
        self._state = copy_of(self._as_read)
        self._place_beside(asking, self._state)
        asking.hold_direction()
        self.window = window = MainWindow(opened, keeper, settings, self._state)
        window.hold_direction()
        self.commands: Commands | None = None
        if settings.current.claim_lines != "quiet":
            window.stack.set_mark_strength(settings.current.claim_lines)
        window.first_painted.connect(self._complete)
        window.closed.connect(self._leave)
        if not is_help:
            self._state.remember_briefing(opened.path.resolve())
        window.show()

    def _place_beside(self, asking: MainWindow, state: WindowState) -> None:
        """Write into the state where the window is to stand: help at the side with most room."""
        screen, there = asking.screen().availableGeometry(), asking.geometry()
        place = there.translated(_STEP_PX, _STEP_PX)
        if self.is_help:
            state.index_folded = state.index_folded_on_wide_pages = True
            right, left = screen.right() - there.right(), there.left() - screen.left()
            width = min(_HELP_PX, max(right, left, _LEAST_HELP_PX))
            place = QtCore.QRect(0, there.top(), width, there.height())
            if right >= left:
                place.moveLeft(min(there.right() + 1, screen.right() - width))
            else:
                place.moveRight(max(there.left() - 1, screen.left() + width))
        place = place_on_screen(place, QtCore.QMargins(), [screen])
        state.x, state.y = place.x(), place.y()
        state.width, state.height = place.width(), place.height()
        state.maximized = False

    def bring_to_front(self) -> None:
        """Let the reader see the window."""
        window = self.window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    @QtCore.Slot()
    def _complete(self) -> None:
        """Add what the first paint did without."""
        if self.commands is not None:
            return
        window = self.window
        self.commands = commands = Commands(window.parts())
        window.escaped.connect(commands.escape)
        window.folder_dropped.connect(commands.opening.open_dropped)
        window.closed.connect(commands.leave)
        commands.opening.window_requested.connect(self.window_requested)
        commands.opening.report_problems(self._opened)
        window.index.add()

    @QtCore.Slot()
    def _leave(self) -> None:
        """Keep what was read; where the first window stands is that window's."""
        for name in _FIRST_WINDOWS_OWN:
            setattr(self._state, name, getattr(self._as_read, name))
        write_window_state(self._state, self._as_read)
        self.closed.emit(self)
        self.window.deleteLater()
        self.deleteLater()
