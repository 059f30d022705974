"""What a tab is: what its page may send, and what it is asked, each with an answer for a start."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen

    _Sender = QtCore.QObject
else:
    _Sender = object  # the widget class beside it is the QObject, and there can be but one


class TabSignals(_Sender):
    """All that a page may send; a stack of pages sends what they do. Beside a widget class."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)  # to be shown where its section says it
    place_changed = QtCore.Signal(int)  # ¶ of the topmost paragraph in view
    place_requested = QtCore.Signal(str, int)  # section, ¶
    section_requested = QtCore.Signal(str)
    link_requested = QtCore.Signal(str)
    zoom_requested = QtCore.Signal(int)  # steps; positive is larger
    citation_requested = QtCore.Signal(str)  # of a claim
    place_copied_requested = QtCore.Signal(int)  # ¶
    width_wish_changed = QtCore.Signal()  # see `TabPage.wants_width`
    date_range_chosen = QtCore.Signal(str)  # `2021-08..2022-03`, to be searched for
    all_claims_requested = QtCore.Signal()
    query_requested = QtCore.Signal(str)  # to be asked in the claim index
    item_changed = QtCore.Signal(str)  # the reader opened another name or source

    def pass_on(self, page: TabSignals) -> None:
        """Send from now on whatever `page` sends."""
        page.claim_selected.connect(self.claim_selected)
        page.claim_activated.connect(self.claim_activated)
        page.place_changed.connect(self.place_changed)
        page.place_requested.connect(self.place_requested)
        page.section_requested.connect(self.section_requested)
        page.link_requested.connect(self.link_requested)
        page.zoom_requested.connect(self.zoom_requested)
        page.citation_requested.connect(self.citation_requested)
        page.place_copied_requested.connect(self.place_copied_requested)
        page.width_wish_changed.connect(self.width_wish_changed)
        page.date_range_chosen.connect(self.date_range_chosen)
        page.all_claims_requested.connect(self.all_claims_requested)
        page.query_requested.connect(self.query_requested)
        page.item_changed.connect(self.item_changed)


class PageState(NamedTuple):
    """What a reader has done with a page: what its `choices` and its `scroll_state` tell.

    Only the page reads them. It may be given those of a page of another kind, where a briefing
    was read anew, and leaves what it does not know.
    """

    choices: object
    scrolled: object


class TabPage(TabSignals, QtWidgets.QWidget):
    """The page behind a tab. One that has no use for a question leaves its answer as it is here."""

    # jumps

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Bring a claim into view; False if it is not on this page."""
        return False

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Scroll to a paragraph of a section; False if it is not read on this page."""
        return False

    def show_item(self, item: str) -> bool:
        """Open a name or a source; False if this page has none of that id."""
        return False

    def item(self) -> str:
        """Return which name or source is open; empty if none is."""
        return ""

    def show_text(self) -> None:
        """Bring the text to the front, where the page also has something else."""

    # what stands out

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim wherever it stands; None lights none."""

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds (code point spans of a text); None marks nothing."""

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out; None greys nothing."""

    def set_shown_claims(
        self, claim_ids: frozenset[str] | None, *, found: bool, greyed: bool
    ) -> None:
        """Show only these claims; None shows all. A search `found` them, a lens `greyed` others."""

    # the look

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under the texts' claims `quiet`, `strong` or `off`."""
        for text in self.prose_views():
            text.set_mark_strength(strength)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the texts in lines of another width, which end on one edge or not."""
        for text in self.prose_views():
            text.set_lines(measure_px, justified=justified)

    def follow_style(self) -> None:
        """Follow the citation style that is chosen now."""

    # what there is

    def prose_views(self) -> list[ProseView]:
        """Return the texts that are read here, top to bottom."""
        return []

    def wants_width(self) -> bool:
        """Whether the page is better with the claim index folded away."""
        return False

    def scroll_value(self) -> int:
        """Return how far the page is scrolled, in px."""
        return 0

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where `scroll_value` was."""

    # what a reader has done with it, for the page that takes its place when the briefing is
    # read anew

    def state(self) -> PageState:
        """Return what a reader has done with the page."""
        return PageState(self.choices(), self.scroll_state())

    def choices(self) -> object:
        """Return what was chosen on the page; None where nothing can be chosen."""
        return None

    def choose_again(self, choices: object) -> None:
        """Take up what `choices` told of, before the page is shown."""

    def scroll_state(self) -> object:
        """Return how the page is scrolled."""
        return self.scroll_value()

    def scroll_again(self, scrolled: object) -> None:
        """Scroll to where `scroll_state` told, once the page is shown and so has its size."""
        if isinstance(scrolled, int):
            self.set_scroll_value(scrolled)
