"""A page of records that list claims: what people and sources share for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.tabs.tab_page import TabPage

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_list import PageList
    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.model.claim_lens import Seen


class RecordsView(TabPage):
    """Answers the window by `_page`, the list that the view which derives from it makes."""

    _page: PageList

    @QtCore.Slot(str)
    def _follow_far(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "claim":
            self.claim_activated.emit(name)

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Bring a claim into view; False if none that is shown has it."""
        return self._page.choose(f"claim:{claim_id}")

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim where the open page lists it; None lights none."""
        self._page.light_claim(claim_id)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds in the claims; None marks nothing."""
        self._page.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey the claims that do not stand out; None greys nothing."""
        self._page.set_lens(lens)

    def greys(self, claim_id: str) -> bool:
        """Return whether a claim is greyed here."""
        return self._page.greys(claim_id)

    def scroll_value(self) -> int:
        """Return how far the page is scrolled, in px."""
        return self._page.verticalScrollBar().value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll the page to where `scroll_value` was."""
        self._page.verticalScrollBar().setValue(value)
