"""The pages behind the tabs: each is made when it is first shown, and all answer alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit import accessible_class
from briefing_app.gui.tabs.page.page_state import PageState, choose_again, scroll_again, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen

    HitFinder = Callable[[str], Sequence[tuple[int, int]]]


class TabPage(Protocol):
    """What every page answers to; its signals are the stack's, where it has them."""

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Scroll to where the claim is said; False if it is not on this page."""

    def select_claim(self, claim_id: str | None) -> None:
        """Show one claim as selected, or none."""

    def set_hits(self, finder: HitFinder | None) -> None:
        """Mark what the search found."""

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""

    def prose_views(self) -> list[ProseView]:
        """Return the texts of the page, top to bottom."""


class TabStack(accessible_class.QWidget):
    """Holds the pages by key and passes on what they report."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)
    place_changed = QtCore.Signal(int)
    place_requested = QtCore.Signal(str, int)
    section_requested = QtCore.Signal(str)
    link_requested = QtCore.Signal(str)
    zoom_requested = QtCore.Signal(int)
    citation_requested = QtCore.Signal(str)
    place_copied_requested = QtCore.Signal(int)
    width_wish_changed = QtCore.Signal()
    date_range_chosen = QtCore.Signal(str)
    all_claims_requested = QtCore.Signal()
    query_requested = QtCore.Signal(str)
    item_changed = QtCore.Signal(str)

    _PASSED_ON = (
        "claim_selected",
        "claim_activated",
        "place_changed",
        "place_requested",
        "section_requested",
        "link_requested",
        "zoom_requested",
        "citation_requested",
        "place_copied_requested",
        "width_wish_changed",
        "date_range_chosen",
        "all_claims_requested",
        "query_requested",
        "item_changed",
    )

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._pages: dict[str, Any] = {}
        # of pages before the briefing was read anew: until they are made, and then shown, again
        self._kept: dict[str, PageState] = {}
        self._scrolls: dict[str, PageState] = {}
        self._told: dict[str, tuple[HitFinder | None, frozenset[str] | None, Seen | None]] = {}
        self._makers: dict[str, Callable[[], QtWidgets.QWidget]] = {}
        self._selected: str | None = None
        self._finder: HitFinder | None = None
        self._found: frozenset[str] | None = None
        self._mark_strength = "quiet"
        self._blank: QtWidgets.QWidget | None = None
        self._lens: Seen | None = None
        self._shown: frozenset[str] | None = None  # found, and seen through the lens

    def set_makers(
        self, makers: dict[str, Callable[[], QtWidgets.QWidget]], *, again: bool = False
    ) -> None:
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
        state = state_of(self._pages[key])
        waiting = self._scrolls.get(key)
        return state if waiting is None else state._replace(scrolled=waiting.scrolled)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages, in the order of the tabs."""
        return tuple(self._makers)

    @property
    def current_key(self) -> str:
        """The key of the page that is shown; empty before the first."""
        shown = self.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def page(self, key: str) -> TabPage:
        """Return a page, made now if need be.

        Raises:
            KeyError: there is no such page.
        """
        found: Any = self._pages.get(key)
        if found is None:
            found = self._makers[key]()
            self._pages[key] = found
            for name in self._PASSED_ON:
                if hasattr(found, name):
                    getattr(found, name).connect(getattr(self, name))
            self.addWidget(found)
            if key in self._kept:
                self._scrolls[key] = self._kept.pop(key)
                choose_again(found, self._scrolls[key])
            found.select_claim(self._selected)
            self._told[key] = (None, None, None)
            if self._mark_strength != "quiet":
                for text in self._styled(found):
                    text.set_mark_strength(self._mark_strength)
        page: TabPage = found
        return page

    def show_page(self, key: str) -> None:
        """Bring a page to the front.

        Raises:
            KeyError: there is no such page.
        """
        self.page(key)
        self._tell(key)
        self.setCurrentWidget(self._pages[key])
        if key in self._scrolls:
            scroll_again(self._pages[key], self._scrolls.pop(key))

    def leave_page(self) -> None:
        """Show nothing until the next page: the last one is not laid out to that one's width."""
        if self._blank is None:
            self._blank = QtWidgets.QWidget()
            self.addWidget(self._blank)
        self.setCurrentWidget(self._blank)

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
        page: Any = self._pages.get(key)
        if page is None:
            return
        finder, shown, lens = self._told[key]
        self._told[key] = (self._finder, self._shown, self._lens)
        if finder is not self._finder:
            page.set_hits(self._finder)
        narrowed = shown != self._shown or lens is not self._lens
        if narrowed and hasattr(page, "set_shown_claims"):
            found, greyed = self._found is not None, self._lens is not None
            page.set_shown_claims(self._shown, found=found, greyed=greyed)
        if lens is not self._lens and hasattr(page, "set_lens"):
            page.set_lens(self._lens)

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under claims `quiet`, `strong` or `off`, on pages made later as well."""
        self._mark_strength = strength
        for page in self._pages.values():
            for text in self._styled(page):
                text.set_mark_strength(strength)

    def set_theme(self, theme: Theme) -> None:
        """Pass new colours and sizes on."""
        for page in self._pages.values():
            page.set_theme(theme)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the sections' texts in lines of another width, which end on one edge or not."""
        for page in self._pages.values():
            for text in self._styled(page):
                text.set_lines(measure_px, justified=justified)

    def show_place(self, key: str, section_id: str, paragraph: int) -> None:
        """Scroll a page to a paragraph.

        Raises:
            KeyError: there is no such page.
        """
        page: Any = self.page(key)
        if hasattr(page, "show_place"):
            page.show_place(section_id, paragraph)
        else:
            page.show_paragraph(paragraph)

    def show_item(self, key: str, item: str) -> None:
        """Open a name or a source on a page that has such; empty leaves the page as it is.

        Raises:
            KeyError: there is no such page.
        """
        page: Any = self.page(key)
        if item and hasattr(page, "show_item"):
            page.show_item(item)

    def item(self) -> str:
        """Return which name or source is open on the page that is shown; empty if none is."""
        page: Any = self.currentWidget()
        return page.item() if hasattr(page, "item") else ""

    def follow_style(self) -> None:
        """Let the page that is shown follow the citation style; others do when they are shown."""
        page: Any = self.currentWidget()
        if hasattr(page, "follow_style"):
            page.follow_style()

    def show_text(self) -> None:
        """Bring the text of a page to the front that also has something else."""
        page: Any = self.currentWidget()
        if hasattr(page, "set_text"):
            page.set_text()

    def wants_width(self, key: str = "") -> bool:
        """Whether a page, or else the one that is shown, is better with the index folded away."""
        page: Any = self.page(key) if key else self.currentWidget()
        return bool(hasattr(page, "wants_width") and page.wants_width())

    def scroll_value(self) -> int:
        """How far the page that is shown is scrolled, in px."""
        page: Any = self.currentWidget()
        if isinstance(page, QtWidgets.QAbstractScrollArea):
            return page.verticalScrollBar().value()
        return page.scroll_value() if hasattr(page, "scroll_value") else 0

    def set_scroll_value(self, value: int) -> None:
        """Scroll the page that is shown to where it was."""
        page: Any = self.currentWidget()
        if hasattr(page, "set_scroll_value"):
            page.set_scroll_value(value)
        elif isinstance(page, QtWidgets.QAbstractScrollArea):
            page.verticalScrollBar().setValue(value)

    def prose(self) -> ProseView | None:
        """Return the first text on the page that is shown; None if it has none."""
        return next(iter(self.texts()), None)

    def texts(self) -> list[ProseView]:
        """Return the texts of the page that is shown, top to bottom."""
        page = self.currentWidget()
        return self._texts(page) if page is not None else []

    @staticmethod
    def _texts(page: Any) -> list[ProseView]:
        """The texts of a page; a section without anything else is one text."""
        return page.prose_views() if hasattr(page, "prose_views") else [page]

    @classmethod
    def _styled(cls, page: Any) -> list[Any]:
        """What takes the look of text: the page, where it keeps a text that may be hidden."""
        return [page] if hasattr(page, "set_lines") else cls._texts(page)

    def made_pages(self) -> tuple[Any, ...]:
        """Return the pages made so far."""
        return tuple(self._pages.values())
