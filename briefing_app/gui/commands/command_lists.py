"""The two lists of commands, the palette and the shortcut list, made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.commands.command_finding import CommandFinding
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.actions import Actions


class CommandLists(QtCore.QObject):
    """Opens them over one window."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        make_finding: Callable[[], CommandFinding],
        *,
        actions: Actions,
        keeper: ThemeKeeper,
    ) -> None:
        """Make nothing yet."""
        super().__init__(window)
        self._window = window
        self._make_finding = make_finding
        self._actions = actions
        self._keeper = keeper
        self.finding: CommandFinding | None = None

    @QtCore.Slot()
    def open_palette(self) -> None:
        """Open the command palette, or close it."""
        if self.finding is None:
            self.finding = self._make_finding()
        self.finding.open_palette()

    @QtCore.Slot()
    def show_shortcuts(self) -> None:
        """Show every action with its keys; Enter does what is chosen."""
        from briefing_app.gui.commands.shortcut_list import ShortcutList

        ShortcutList(self._actions, self._keeper.theme, self._window).exec()
