"""A page of records that list claims: what people and sources share for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_list import PageList
    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.model.claim_lens import Seen


class RecordsView(QtWidgets.QWidget):
    """Answers the window by `_page`, the list that the view which derives from it makes."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)
    place_requested = QtCore.Signal(str, int)
    section_requested = QtCore.Signal(str)

    _page: PageList

    @QtCore.Slot(str)
    def _follow_far(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "claim":
            self.claim_activated.emit(name)

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Bring a claim into view; False if none that is shown has it."""
        return self._page.choose(f"claim:{claim_id}")

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Return False: no section is read here."""
        return False

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

    def prose_views(self) -> list[ProseView]:
        """Return nothing: no prose is read here."""
        return []
