"""Jumps to tabs, claims, paragraphs, names and sources, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.tabs.briefing_pages import OVERVIEW, PEOPLE, SOURCES, key_beside_sections
from briefing_app.gui.window.navigation import Navigation, Place

if TYPE_CHECKING:
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.window.tab_bar import TabBar


class Jumps(QtCore.QObject):
    """Brings what is wished to the front, in the briefing that is read at that moment."""

    navigation_changed = QtCore.Signal()
    arrived = QtCore.Signal(int)  # at a paragraph, or 0: a page is shown, scrolled to its place

    def __init__(
        self, *, reading: Reading, stack: TabStack, tab_bar: TabBar, layout: ReadingLayout
    ) -> None:
        """Show nothing yet."""
        super().__init__(reading)
        self._reading = reading
        self._stack = stack
        self._tab_bar = tab_bar
        self._layout = layout
        self.navigation = Navigation()

    def begin(self, place: Place) -> None:
        """Show a place of a briefing that was not read before."""
        self.navigation = Navigation()
        self._go(place)

    def go_on(self, place: Place) -> None:
        """Show a place of a new state of what is read; the way back stays as far as there is one.

        Raises:
            KeyError: its tab is not there any more.
        """
        self.navigation.keep(self._stack.keys)
        self._go(place)

    def take_up(self, navigation: Navigation) -> None:
        """Go on with the ways back and forward of a briefing that was read before."""
        self.navigation = navigation
        self.navigation_changed.emit()

    def stay(self, tab: str) -> None:
        """Show a tab of a new state of what is read as it was left."""
        self.navigation.keep(self._stack.keys)
        self._show(Place(tab), flash=False)  # the stack knows how it was left

    # to a place

    @QtCore.Slot(int)
    def open_tab_at(self, index: int) -> None:
        """Open the page of a tab that the reader chose."""
        key = self._tab_bar.key(index)
        if key and key != self._stack.current_key:
            self._leave()
            self._go(Place(key))

    @QtCore.Slot()
    def next_tab(self) -> None:
        """Open the tab after this one, after the last the first."""
        self._step_tab(1)

    @QtCore.Slot()
    def previous_tab(self) -> None:
        """Open the tab before this one, before the first the last."""
        self._step_tab(-1)

    def _step_tab(self, step: int) -> None:
        bar = self._tab_bar
        bar.setCurrentIndex((bar.currentIndex() + step) % bar.count())

    @QtCore.Slot(str)
    def go_to_section(self, section_id: str) -> None:
        """Open a section from its start."""
        self.go_to(Place(self._tab_of(section_id)))

    @QtCore.Slot(str, int)
    def go_to_place(self, section_id: str, paragraph: int) -> None:
        """Open a section at a paragraph."""
        self.go_to(Place(self._tab_of(section_id), section=section_id, paragraph=paragraph))

    @QtCore.Slot(str)
    def go_to_claim(self, claim_id: str) -> None:
        """Open the sentence that says a claim and flash it in text and index."""
        if claim_id not in self._reading.references.claims:
            return
        self.go_to(Place(self._tab_of_claim(claim_id), claim=claim_id), flash=True)

    @QtCore.Slot()
    def go_to_selected(self) -> None:
        """Open the sentence that says the selected claim."""
        self.go_to_claim(self._reading.selected or "")

    def step_in_order(self, step: int) -> None:
        """Go to the claim before or after the selected one, in the order of the text."""
        self.go_to_claim(self._reading.neighbour(step))

    @QtCore.Slot(str)
    def go_to_entity(self, entity_id: str) -> None:
        """Open the page of a person, group or place."""
        if entity_id in self._reading.references.entities:
            self._go_to_item(PEOPLE, entity_id)

    @QtCore.Slot(str)
    def go_to_source(self, source_id: str) -> None:
        """Open what is known of a source."""
        if source_id in self._reading.references.sources:
            self._go_to_item(SOURCES, source_id)

    def _go_to_item(self, tab: str, item: str) -> None:
        key = key_beside_sections(tab, self._reading.references.sections)
        self.go_to(Place(key, item=item))

    def go_to(self, place: Place, *, flash: bool = False) -> None:
        """Leave where the reader is for another place."""
        self._leave()
        self._layout.close_drawer()
        self._go(place, flash=flash)

    @QtCore.Slot()
    def back(self) -> None:
        """Go back to where the reader was."""
        self._leave()
        place = self.navigation.back()
        if place:
            self._show(place, flash=False)

    @QtCore.Slot()
    def forward(self) -> None:
        """Go forward again."""
        self._leave()
        place = self.navigation.forward()
        if place:
            self._show(place, flash=False)

    def here(self) -> Place | None:
        """Return where the reader is, scrolled as it is now."""
        self._leave()
        return self.navigation.current

    def _leave(self) -> None:
        """Keep how far the current page was scrolled, for the way back."""
        current = self.navigation.current
        if current and current.tab == self._stack.current_key:
            scroll = self._stack.scroll_value()
            item = self._stack.item()
            self.navigation.leave(msgspec.structs.replace(current, scroll=scroll, item=item))

    def _go(self, place: Place, *, flash: bool = False) -> None:
        self.navigation.visit(place)
        self._show(place, flash=flash)

    def _show(self, place: Place, *, flash: bool) -> None:
        stack = self._stack
        focused = QtWidgets.QApplication.focusWidget()
        in_text = focused is None or stack.isAncestorOf(focused)
        turned = stack.current_key != place.tab
        if turned:
            stack.leave_page()
        self.give_width(place.tab)  # first: or the page is laid out twice
        stack.show_page(place.tab)
        if turned and in_text:
            self.focus_text()
        self._show_tab(place.tab)
        stack.show_item(place.tab, place.item)
        if place.claim:
            self._reading.select_claim(place.claim, flash=flash)
            stack.page(place.tab).show_claim(place.claim, flash=flash)
        if place.paragraph:
            stack.show_place(place.tab, place.section, place.paragraph)
        if place.scroll and not flash:
            stack.set_scroll_value(place.scroll)
        self.arrived.emit(place.paragraph)
        self.give_width()
        self.navigation_changed.emit()

    def _show_tab(self, key: str) -> None:
        """Mark a tab as the open one, without opening it."""
        tab = self._tab_bar.index_of(key)
        if tab != self._tab_bar.currentIndex():
            blocker = QtCore.QSignalBlocker(self._tab_bar)
            self._tab_bar.setCurrentIndex(tab)
            del blocker
            self._tab_bar.update()

    @QtCore.Slot()
    def give_width(self, key: str = "") -> None:
        """Give a page, or else the one that is shown, the whole width, if it wants it."""
        self._layout.set_page_wants_width(self._stack.wants_width(key))

    @QtCore.Slot()
    def focus_text(self) -> None:
        """Hand the keyboard to the page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None
        page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _tab_of(self, section_id: str) -> str:
        return section_id if section_id in self._stack.keys else OVERVIEW

    def _tab_of_claim(self, claim_id: str) -> str:
        """The tab of the first place that says the claim, its own section first."""
        references = self._reading.references
        own = references.claims[claim_id].section
        said = [mention.section for mention in references.mentions(claim_id)]
        if own in said or not said:
            return self._tab_of(own)
        return self._tab_of(said[0])

    # within the page that is shown

    @QtCore.Slot(str)
    def select_claim_in_text(self, claim_id: str) -> None:
        """Select a claim that was chosen in the text; its row is flashed in the index."""
        self._reading.select_claim(claim_id, flash=True)
        announce(self._stack, self.tr("{claim} selected").format(claim=claim_id))
        self.navigation.visit(Place(self._stack.current_key, claim=claim_id))
        self.navigation_changed.emit()

    @QtCore.Slot()
    def next_claim(self) -> None:
        """Move to the next claim mark of the text that is shown."""
        self._step_in_text(forward=True)

    @QtCore.Slot()
    def previous_claim(self) -> None:
        """Move to the previous claim mark of the text that is shown."""
        self._step_in_text(forward=False)

    def _step_in_text(self, *, forward: bool) -> None:
        self._stack.show_text()
        prose = self._stack.prose()
        if prose is None:
            return
        claim_id = prose.next_claim() if forward else prose.previous_claim()
        prose.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        if claim_id:
            self._reading.select_claim(claim_id)

    @QtCore.Slot(str)
    def note_item(self, item: str) -> None:
        """Remember that the reader went to another name or source on the page that is shown."""
        self.navigation.visit(Place(self._stack.current_key, item=item))
        self.navigation_changed.emit()
