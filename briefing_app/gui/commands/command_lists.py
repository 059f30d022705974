"""The two lists of commands, the palette and the shortcut list, made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.gui.commands.command_finding import CommandFinding
    from briefing_app.gui.window.main_window import MainWindow


class CommandLists(QtCore.QObject):
    """Opens them over one window."""

    def __init__(self, window: MainWindow) -> None:
        """Make nothing yet."""
        super().__init__(window)
        self._window = window
        self.finding: CommandFinding | None = None

    @QtCore.Slot()
    def open_palette(self) -> None:
        """Open the command palette, or close it."""
        if self.finding is None:
            from briefing_app.gui.commands.command_finding import CommandFinding

            self.finding = CommandFinding(self._window)
        self.finding.open_palette()

    @QtCore.Slot()
    def show_shortcuts(self) -> None:
        """Show every action with its keys; Enter does what is chosen."""
        from briefing_app.gui.commands.shortcut_list import ShortcutList

        table = self._window.actions_table
        ShortcutList(table, self._window.keeper.theme, self._window).exec()
