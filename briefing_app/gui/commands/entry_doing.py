"""What choosing an entry of the command palette does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.commands.command_entries import menu_actions

if TYPE_CHECKING:
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.tab_bar import TabBar


class EntryDoing(QtCore.QObject):
    """Goes where an entry leads, or does the action that it stands for."""

    def __init__(
        self, *, jumps: Jumps, tab_bar: TabBar, index: IndexSide, actions: Actions
    ) -> None:
        """Do nothing yet."""
        super().__init__(actions)
        self._jumps = jumps
        self._tab_bar = tab_bar
        self._index = index
        self._actions = actions

    def do(self, key: str) -> None:
        """Do what the key of an entry says: `claim:R17`, `place:history#3`, `action:find`."""
        kind, _, name = key.partition(":")
        match kind:
            case "tab":
                self._tab_bar.setCurrentIndex(self._tab_bar.index_of(name))
                self._jumps.focus_text()
            case "place":
                section, _, number = name.rpartition("#")
                self._jumps.go_to_place(section, int(number))
                self._jumps.focus_text()
            case "claim":
                self._jumps.go_to_claim(name)
            case "entity":
                self._jumps.go_to_entity(name)
            case "source":
                self._jumps.go_to_source(name)
            case _:
                self._trigger(key)

    def search(self, query: str) -> None:
        """Search for a query in the claim index."""
        self._index.search()
        self._index.set_query(query)

    def _trigger(self, key: str) -> None:
        found = [action for other, _, _, action in menu_actions(self._actions) if other == key]
        if found:
            found[0].trigger()
