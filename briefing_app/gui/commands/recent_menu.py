"""The menu of the briefings that were open before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.window.save_places import is_there

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.state.window_state import WindowState

_LONGEST = 70  # letters of a path that a menu shows


class RecentMenu(QtCore.QObject):
    """Fills a menu with the recent briefings each time it is opened."""

    path_chosen = QtCore.Signal(str)

    def __init__(self, menu: QtWidgets.QMenu, state: WindowState) -> None:
        """Fill `menu` from `state`."""
        super().__init__(menu)
        self._menu = menu
        self._state = state
        menu.aboutToShow.connect(self._fill)

    @QtCore.Slot()
    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for name in self._state.recent:
            action = menu.addAction(shown_path(name).replace("&", "&&"))
            action.setData(name)
            action.setEnabled(is_there(Path(name)))
            action.triggered.connect(self._choose)
        if not self._state.recent:
            menu.addAction(self.tr("No briefing was open yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(self.tr("Clear list")).triggered.connect(self._clear)

    @QtCore.Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QtGui.QAction):
            self.path_chosen.emit(str(action.data()))

    @QtCore.Slot()
    def _clear(self) -> None:
        self._state.recent = []


def shown_path(name: str) -> str:
    """Return a path as a menu shows it: from the home folder on, the middle left out if long."""
    home = QtCore.QDir.homePath()
    if name.startswith(f"{home}/"):
        name = f"~{name[len(home) :]}"
    if len(name) <= _LONGEST:
        return name
    half = _LONGEST // 2
    return f"{name[: half - 1]}…{name[-half:]}"
