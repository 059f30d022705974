"""Reading one briefing: tabs, jumps between text and index, selection, back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.index_building import IndexBuilding
from briefing_app.gui.kit.announce import announce
from briefing_app.gui.state.reading_place import paragraph_now, place_in
from briefing_app.gui.tabs.briefing_pages import OVERVIEW, BriefingPages
from briefing_app.gui.window.copying import Copying
from briefing_app.gui.window.navigation import Navigation, Place
from briefing_app.gui.window.text_bars import TextBars
from briefing_app.gui.words.claim_record import paragraph_words

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.window.main_window import MainWindow
    from briefing_app.open_briefing import OpenBriefing
    from briefing_app.search.claim_index import ClaimIndex


class Reading(QtCore.QObject):
    """Keeps text, index and card at the same claim, and the way back to where one was."""

    navigation_changed = QtCore.Signal()
    selection_changed = QtCore.Signal()
    index_built = QtCore.Signal()

    def __init__(self, window: MainWindow, opened: OpenBriefing) -> None:
        """Show a briefing in a window whose parts are built."""
        super().__init__(window)
        self._window = window
        self.opened = opened
        self.selected: str | None = None
        self.navigation = Navigation()
        self.bars = TextBars(window, self)
        self.copying = Copying(window, self)
        self._index_building = IndexBuilding(window.background, self)
        self._index_building.built.connect(self._take_index)
        self._index_building.said.connect(window.footer.say)
        self.take(opened)

    def take(self, opened: OpenBriefing, *, place: Place | None = None) -> None:
        """Show another briefing, or another state of the same one, from a place on."""
        window = self._window
        again = opened.path == self.opened.path
        if not again:
            self.navigation = Navigation()
        self.opened = opened
        self.index: ClaimIndex | None = None  # until it is built
        self.references = opened.cross_references
        selected, self.selected = self.selected if again else None, None
        self.selection_changed.emit()
        self.claim_order = [claim.id for claim in self.references.in_text_order()]
        self.bars.forget_claims()
        tabs = BriefingPages(opened, self._theme, window.settings).tabs()
        window.header.set_briefing(opened.briefing)
        window.stack.set_makers({tab.key: tab.make for tab in tabs}, again=again)
        window.tab_bar.set_tabs([tab.label for tab in tabs])
        window.rail.show_count(len(opened.briefing.claims))
        cut_off = opened.briefing.as_of.display()
        window.footer.set_standing(
            self.tr("Works offline  ·  Information cut-off {date}").format(date=cut_off)
        )
        self.navigation.keep(window.stack.keys)
        if again and place and place.tab in window.stack.keys:
            self._show(Place(place.tab), flash=False)  # the stack knows how it was left
        else:
            kept = window.state.tabs.get(opened.briefing.id, OVERVIEW)
            key = kept if kept in window.stack.keys else OVERVIEW
            self._go(place if place and place.tab in window.stack.keys else Place(key))
            self._find_place_again()
        self.select_claim(selected or "")

    def _find_place_again(self) -> None:
        """Scroll to the paragraph that was read last in this briefing."""
        kept = self._window.state.places.get(self.opened.briefing.id)
        if kept is None or kept.section != self._window.stack.current_key:
            return  # whoever asks for a text makes it: the first paint does without
        self._window.stack.show_text()  # a place is kept only of a text
        text = self._section_text()
        if text is not None:
            number = paragraph_now(kept, self.references)
            if number:
                text.show_paragraph_at(number, kept.share)

    def _section_text(self) -> ProseView | None:
        """The text that is shown, if it is that of the section that the tab is for."""
        text = self._window.stack.prose()
        if text is None or text.section_id not in self.references.sections:
            return None
        return text if text.section_id == self._window.stack.current_key else None

    def _theme(self) -> Theme:
        return self._window.keeper.theme

    def build_index(self) -> None:
        """Build the search index off the GUI thread; until then the index lists all claims."""
        self._index_building.start(self.opened)

    @QtCore.Slot(object)
    def _take_index(self, index: ClaimIndex) -> None:
        self.index = index
        if self._window.panel is not None:
            self._window.panel.set_index(index)
            self.index_built.emit()

    def stop(self) -> None:
        """Give up work under way, before the window closes."""
        self._index_building.stop()
        if self._window.panel is not None:
            self._window.panel.stop_search()

    # jumps

    @QtCore.Slot(int)
    def open_tab_at(self, index: int) -> None:
        """Open the page of a tab that the reader chose."""
        key = self._window.tab_bar.key(index)
        if key and key != self._window.stack.current_key:
            self._leave()
            self._go(Place(key))

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
        if claim_id not in self.references.claims:
            return
        self.go_to(Place(self._tab_of_claim(claim_id), claim=claim_id), flash=True)

    def go_to(self, place: Place, *, flash: bool = False) -> None:
        """Leave where the reader is for another place."""
        self._leave()
        self._window.layout_widget.close_drawer()
        self._go(place, flash=flash)

    def back(self) -> None:
        """Go back to where the reader was."""
        self._leave()
        place = self.navigation.back()
        if place:
            self._show(place, flash=False)

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
        if current and current.tab == self._window.stack.current_key:
            scroll = self._window.stack.scroll_value()
            item = self._window.stack.item()
            self.navigation.leave(msgspec.structs.replace(current, scroll=scroll, item=item))

    def _go(self, place: Place, *, flash: bool = False) -> None:
        self.navigation.visit(place)
        self._show(place, flash=flash)

    def _show(self, place: Place, *, flash: bool) -> None:
        window = self._window
        focused = QtWidgets.QApplication.focusWidget()
        in_text = focused is None or window.stack.isAncestorOf(focused)
        turned = window.stack.current_key != place.tab
        if turned:
            window.stack.leave_page()
        self.give_width(place.tab)  # first: or the page is laid out twice
        window.stack.show_page(place.tab)
        if turned and in_text:
            self.focus_text()
        tab = window.tab_bar.index_of(place.tab)
        if tab != window.tab_bar.currentIndex():
            blocker = QtCore.QSignalBlocker(window.tab_bar)
            window.tab_bar.setCurrentIndex(tab)
            del blocker
            window.tab_bar.update()
        window.stack.show_item(place.tab, place.item)
        if place.claim:
            self.select_claim(place.claim, flash=flash)
            window.stack.page(place.tab).show_claim(place.claim, flash=flash)
        if place.paragraph:
            window.stack.show_place(place.tab, place.section, place.paragraph)
        if place.scroll and not flash:
            window.stack.set_scroll_value(place.scroll)
        self.bars.follow_page()
        self.give_width()
        self._say_where(place.paragraph)
        self.navigation_changed.emit()

    @QtCore.Slot()
    def give_width(self, key: str = "") -> None:
        """Give a page, or else the one that is shown, the whole width, if it wants it."""
        self._window.layout_widget.set_page_wants_width(self._window.stack.wants_width(key))

    @QtCore.Slot()
    def focus_text(self) -> None:
        """Hand the keyboard to the page that is shown."""
        page = self._window.stack.currentWidget()
        assert page is not None
        page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _tab_of(self, section_id: str) -> str:
        keys = self._window.stack.keys
        return section_id if section_id in keys else OVERVIEW

    def _tab_of_claim(self, claim_id: str) -> str:
        """The tab of the first place that says the claim, its own section first."""
        own = self.references.claims[claim_id].section
        said = [mention.section for mention in self.references.mentions(claim_id)]
        if own in said or not said:
            return self._tab_of(own)
        return self._tab_of(said[0])

    # selection

    @QtCore.Slot(str)
    def select_claim(self, claim_id: str, *, flash: bool = False) -> None:
        """Select a claim everywhere, without moving the text."""
        if claim_id not in self.references.claims:
            return
        self.selected = claim_id
        self._window.stack.select_claim(claim_id)
        if self._window.panel is not None:
            self._window.panel.select_claim(claim_id, flash=flash)
        self.bars.show_or_hide_strip()
        self._say_where()
        self.selection_changed.emit()

    @QtCore.Slot(str)
    def select_claim_in_text(self, claim_id: str) -> None:
        """Select a claim that was chosen in the text; its row is flashed in the index."""
        self.select_claim(claim_id, flash=True)
        announce(self._window.stack, self.tr("{claim} selected").format(claim=claim_id))
        self.navigation.visit(Place(self._window.stack.current_key, claim=claim_id))
        self.navigation_changed.emit()

    def step_in_text(self, *, forward: bool) -> None:
        """Move to the next or previous claim mark of the text that is shown."""
        self._window.stack.show_text()
        prose = self._window.stack.prose()
        if prose is None:
            return
        claim_id = prose.next_claim() if forward else prose.previous_claim()
        prose.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        if claim_id:
            self.select_claim(claim_id)

    def step_in_order(self, step: int) -> None:
        """Go to the claim before or after the selected one, in the order of the text."""
        if self.selected not in self.claim_order:
            return
        number = self.claim_order.index(self.selected) + step
        if 0 <= number < len(self.claim_order):
            self.go_to_claim(self.claim_order[number])

    @QtCore.Slot(str)
    def say_found(self, words: str) -> None:
        """Say in the footer what a search found; without words, where the reader is."""
        if words:
            self._window.footer.say(words)
        else:
            self._say_where()

    @QtCore.Slot(int)
    def note_place(self, paragraph: int) -> None:
        """Say in the footer which paragraph stands at the top."""
        self._say_where(paragraph)

    def _say_where(self, paragraph: int = 0) -> None:
        key = self._window.stack.current_key
        mentions = self.references.mentions(self.selected or "")
        said = [mention.paragraph for mention in mentions if mention.section == key]
        number = said[0] if said else paragraph
        if key not in self.references.sections:
            where = self._window.tab_bar.title(key)
        else:
            where = paragraph_words(key, number, self.references)
        parts = [where]
        if self.selected:
            parts.append(self.tr("{claim} selected").format(claim=self.selected))
        self._window.footer.say("  ·  ".join(parts), aloud=False)

    def search(self) -> None:
        """Bring the index to the front with the search field ready."""
        self._window.layout_widget.open_index()
        if self._window.panel is not None:
            self._window.panel.focus_search()

    @QtCore.Slot(str)
    def ask_about_link(self, address: str) -> None:
        """Ask before anything outside is opened."""
        from briefing_app.gui.window.link_dialog import LinkDialog

        LinkDialog(address, self._window).exec()

    def set_theme(self, theme: Theme) -> None:
        """Pass new colours and sizes on."""
        self.bars.set_theme(theme)

    def remember(self, state: WindowState) -> None:
        """Write into the state which tab was open, and which paragraph was read."""
        text = self._section_text()
        seen = text.paragraph_at_top() if text is not None else None
        place = None
        if text is not None and seen is not None:
            place = place_in(self.references, text.section_id, *seen)
        key = self._window.stack.current_key
        state.remember_place(self.opened.briefing.id, key, place)
