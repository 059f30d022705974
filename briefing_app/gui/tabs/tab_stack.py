"""The pages behind the tabs: each is made when it is first shown, and all are told alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit import accessible_class
from briefing_app.gui.tabs.tab_page import TabPage, TabSignals

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.tabs.tab_page import PageState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen


class TabStack(TabSignals, accessible_class.QWidget):
    """Holds the pages by key and sends what they send."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._pages: dict[str, TabPage] = {}
        # of pages before the briefing was read anew: until they are made, and then shown, again
        self._kept: dict[str, PageState] = {}
        self._scrolls: dict[str, PageState] = {}
        self._told: dict[str, tuple[HitFinder | None, frozenset[str] | None, Seen | None]] = {}
        self._makers: dict[str, Callable[[], TabPage]] = {}
        self._selected: str | None = None
        self._finder: HitFinder | None = None
        self._found: frozenset[str] | None = None
        self._mark_strength = "quiet"
        self._blank: QtWidgets.QWidget | None = None
        self._lens: Seen | None = None
        self._shown: frozenset[str] | None = None  # found, and seen through the lens

    def set_makers(self, makers: dict[str, Callable[[], TabPage]], *, again: bool = False) -> None:
        """Take the pages of another briefing; each is made when it is first shown.

        `again` says that it is the same one, read anew: what the reader did with a page stays.
        """
        kept = {key: self.page_state(key) for key in (*self._kept, *self._pages)}
        self._kept = kept if again else {}
        self._scrolls = {}
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages, self._told = {}, {}
        self._makers = makers
        self._selected = self._finder = self._found = self._lens = self._shown = None

    def page_state(self, key: str) -> PageState:
        """Return what was done with a page, or is to be done once it is made and shown."""
        if key in self._kept:
            return self._kept[key]
        state = self._pages[key].state()
        waiting = self._scrolls.get(key)
        return state if waiting is None else state._replace(scrolled=waiting.scrolled)

    # which page is shown

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages, in the order of the tabs."""
        return tuple(self._makers)

    @property
    def current_key(self) -> str:
        """The key of the page that is shown; empty before the first."""
        shown = self.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def current_page(self) -> TabPage | None:
        """Return the page that is shown; None before the first."""
        return self._pages.get(self.current_key)

    def page(self, key: str) -> TabPage:
        """Return a page, made now if need be.

        Raises:
            KeyError: there is no such page.
        """
        if key not in self._pages:
            self._pages[key] = page = self._makers[key]()
            self.pass_on(page)
            self.addWidget(page)
            if key in self._kept:
                self._scrolls[key] = self._kept.pop(key)
                page.choose_again(self._scrolls[key].choices)
            page.select_claim(self._selected)
            self._told[key] = (None, None, None)
            if self._mark_strength != "quiet":
                page.set_mark_strength(self._mark_strength)
        return self._pages[key]

    def made_pages(self) -> tuple[TabPage, ...]:
        """Return the pages made so far."""
        return tuple(self._pages.values())

    def show_page(self, key: str) -> None:
        """Bring a page to the front.

        Raises:
            KeyError: there is no such page.
        """
        page = self.page(key)
        self._tell(key)
        self.setCurrentWidget(page)
        if key in self._scrolls:
            page.scroll_again(self._scrolls.pop(key).scrolled)

    def leave_page(self) -> None:
        """Show nothing until the next page: the last one is not laid out to that one's width."""
        if self._blank is None:
            self._blank = QtWidgets.QWidget()
            self.addWidget(self._blank)
        self.setCurrentWidget(self._blank)

    # what all pages are told

    def select_claim(self, claim_id: str | None) -> None:
        """Show a claim as selected wherever it stands."""
        self._selected = claim_id
        for page in self._pages.values():
            page.select_claim(claim_id)

    def set_hits(self, finder: HitFinder | None) -> None:
        """Mark what the search found; None marks nothing. Hidden pages do it when shown."""
        self._finder = finder
        self._tell(self.current_key)

    @QtCore.Slot(object)
    def set_shown_claims(self, claim_ids: frozenset[str] | None) -> None:
        """Narrow pages that show claims only to those found; None shows all. Hidden ones later."""
        self._found = claim_ids
        self._tell_shown()

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out; the timeline leaves the same claims out.

        None greys nothing. Hidden pages follow when they are shown.
        """
        self._lens = lens
        self._tell_shown()

    def _tell_shown(self) -> None:
        """Narrow the pages of claims to what is found and seen through the lens."""
        self._shown = self._found
        if self._lens is not None:
            lit = self._lens.lit
            self._shown = lit if self._found is None else self._found & lit
        self._tell(self.current_key)

    def _tell(self, key: str) -> None:
        """Tell a page what the search has found and what is greyed, unless it knows."""
        page = self._pages.get(key)
        if page is None:
            return
        finder, shown, lens = self._told[key]
        self._told[key] = (self._finder, self._shown, self._lens)
        if finder is not self._finder:
            page.set_hits(self._finder)
        if shown != self._shown or lens is not self._lens:
            found, greyed = self._found is not None, self._lens is not None
            page.set_shown_claims(self._shown, found=found, greyed=greyed)
        if lens is not self._lens:
            page.set_lens(self._lens)

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under claims `quiet`, `strong` or `off`, on pages made later as well."""
        self._mark_strength = strength
        for page in self._pages.values():
            page.set_mark_strength(strength)

    def set_theme(self, theme: Theme) -> None:
        """Pass new colours and sizes on."""
        for page in self._pages.values():
            page.set_theme(theme)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the sections' texts in lines of another width, which end on one edge or not."""
        for page in self._pages.values():
            page.set_lines(measure_px, justified=justified)

    # what one page is asked

    def show_place(self, key: str, section_id: str, paragraph: int) -> None:
        """Scroll a page to a paragraph.

        Raises:
            KeyError: there is no such page.
        """
        self.page(key).show_place(section_id, paragraph)

    def show_item(self, key: str, item: str) -> None:
        """Open a name or a source on a page that has such; empty leaves the page as it is.

        Raises:
            KeyError: there is no such page.
        """
        if item:
            self.page(key).show_item(item)

    def item(self) -> str:
        """Return which name or source is open on the page that is shown; empty if none is."""
        page = self.current_page()
        return page.item() if page else ""

    def follow_style(self) -> None:
        """Let the page that is shown follow the citation style; others do when they are shown."""
        page = self.current_page()
        if page:
            page.follow_style()

    def show_text(self) -> None:
        """Bring the text of a page to the front that also has something else."""
        page = self.current_page()
        if page:
            page.show_text()

    def wants_width(self, key: str = "") -> bool:
        """Whether a page, or else the one that is shown, is better with the index folded away."""
        page = self.page(key) if key else self.current_page()
        return page is not None and page.wants_width()

    def scroll_value(self) -> int:
        """How far the page that is shown is scrolled, in px."""
        page = self.current_page()
        return page.scroll_value() if page else 0

    def set_scroll_value(self, value: int) -> None:
        """Scroll the page that is shown to where it was."""
        page = self.current_page()
        if page:
            page.set_scroll_value(value)

    def prose(self) -> ProseView | None:
        """Return the first text on the page that is shown; None if it has none."""
        return next(iter(self.texts()), None)

    def texts(self) -> list[ProseView]:
        """Return the texts of the page that is shown, top to bottom."""
        page = self.current_page()
        return page.prose_views() if page else []
