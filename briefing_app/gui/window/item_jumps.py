"""Jumps to a name or a source: the pages of people and places and of sources, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.tabs.briefing_pages import PEOPLE, SOURCES, key_beside_sections
from briefing_app.gui.window.navigation import Place

if TYPE_CHECKING:
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading


class ItemJumps(QtCore.QObject):
    """Opens names and sources wherever the reader asks for them."""

    def __init__(self, reading: Reading, stack: TabStack) -> None:
        """Jump in the briefing that is read at that moment."""
        super().__init__(reading)
        self._reading = reading
        self._stack = stack

    @QtCore.Slot(str)
    def go_to_entity(self, entity_id: str) -> None:
        """Open the page of a person, group or place."""
        if entity_id in self._reading.references.entities:
            self._go(PEOPLE, entity_id)

    @QtCore.Slot(str)
    def go_to_source(self, source_id: str) -> None:
        """Open what is known of a source."""
        if source_id in self._reading.references.sources:
            self._go(SOURCES, source_id)

    def _go(self, tab: str, item: str) -> None:
        key = key_beside_sections(tab, self._reading.references.sections)
        self._reading.go_to(Place(key, item=item))

    @QtCore.Slot(str)
    def note_item(self, item: str) -> None:
        """Remember that the reader went to another name or source on the page that is shown."""
        self._reading.navigation.visit(Place(self._stack.current_key, item=item))
        self._reading.navigation_changed.emit()
