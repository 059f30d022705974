"""The claim index: search, filters, the found claims, and the card of the selected one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.index.claim_search import ClaimSearch, everything
from briefing_app.gui.index.filter_chips import FilterChips
from briefing_app.gui.index.list_bar import ListBar
from briefing_app.gui.index.result_pages import ResultPages
from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.index.search_remarks import SearchRemarks
from briefing_app.gui.index.search_state import SearchState, filters_naming
from briefing_app.gui.kit.kept_scroll import KeptScroll
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.words.found_words import found_words
from briefing_app.search.answer.hit_list import ids_in_order, ids_of
from briefing_app.search.results import (
    ClaimHit,
    EntityHit,
    Filters,
    ParagraphHit,
    Results,
    SourceHit,
)

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.work.background import Background
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.claim_index import ClaimIndex
    from briefing_app.search.query.completion import ValueCounts

_TIGHT_PX = 620  # a panel less high than this has no room for a list and another claim's card
_PADDING_PX = 16
_HELP = "?"  # alone in the field


class ClaimIndexPanel(QtWidgets.QWidget):
    """Everything at the trailing side of the window; the window wires it to the text."""

    claim_selected = QtCore.Signal(str)  # by the reader's keys or pointer
    claim_activated = QtCore.Signal(str)  # to be shown in the text
    place_activated = QtCore.Signal(str, int)  # section id, paragraph
    entity_activated = QtCore.Signal(str)
    source_activated = QtCore.Signal(str)
    citation_requested = QtCore.Signal(str)
    query_changed = QtCore.Signal(object)  # callable: text -> spans, or None
    status_changed = QtCore.Signal(str)  # what was found; empty while nothing is looked for
    claims_found = QtCore.Signal(object)  # frozenset of ids; None while nothing is narrowed
    card_folded_changed = QtCore.Signal(bool)
    search_left = QtCore.Signal()  # Esc in the empty field

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
        *,
        background: Background | None = None,
    ) -> None:
        """List every claim in the order of the text until there is an index."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._claim_search = ClaimSearch(background, self)
        self._results = Results(query="", claims=(), total=0)
        self._marked: object = None
        self._held = self._narrowed = False
        self._field = SearchField(theme, self)
        self._remarks = SearchRemarks(theme, self)
        self._chips = FilterChips(references, theme, self)
        self._bar = ListBar(theme, self)
        self._pages = ResultPages(references, theme, self)
        self._list, self._nothing = self._pages.list, self._pages.nothing
        self._card = ClaimCard(references, theme, self)
        self._scroll = KeptScroll(self._list, self._card.scroll_area)
        self._parts = (self._field, self._remarks, self._chips, self._bar, self._pages, self._card)
        for part in (self._chips, self._bar):
            part.setVisible(bool(references.claims))  # there is nothing to filter or to order
        self.setAccessibleName(self.tr("Claim index"))
        self.setAutoFillBackground(True)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._show(everything(self._references))

    def _lay_out(self) -> None:
        top = QtWidgets.QVBoxLayout()
        top.setContentsMargins(_PADDING_PX, _PADDING_PX - 1, _PADDING_PX, 4)
        top.setSpacing(8)
        for part in self._parts[:3]:
            top.addWidget(part)
        self._column = column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for below, stretch in zip(self._parts[3:], (0, 1, 0), strict=True):
            column.addWidget(below, stretch)

    def _connect(self) -> None:
        self._field.focused.connect(self._claim_search.get_ready)
        self._field.query_edited.connect(self._search)
        self._field.entered.connect(self._on_entered)
        self._field.left_downwards.connect(self._enter_from_above)
        self._field.left.connect(self.search_left)
        self._field.help_requested.connect(self._toggle_help)
        self._remarks.exactly_requested.connect(self.set_query)
        self._chips.filters_changed.connect(self._search)
        self._bar.order_changed.connect(self._search)
        self._list.row_selected.connect(self._on_selected)
        self._list.row_activated.connect(self._on_activated)
        self._list.left_at_top.connect(self._field.setFocus)
        self._claim_search.answered.connect(self._show)
        self._claim_search.failed.connect(self.status_changed)
        self._nothing.clear_requested.connect(self._chips.clear)
        self._nothing.query_requested.connect(self._take_offer)
        self._nothing.filter_left_out.connect(self._chips.leave_out)
        self._nothing.left_at_top.connect(self._field.setFocus)
        self._nothing.left_at_bottom.connect(self._list.enter_from_above)
        self._pages.query_requested.connect(self._take_offer)
        self._pages.help_left.connect(self._leave_help)
        self._card.show_requested.connect(self.claim_activated)
        self._card.citation_requested.connect(self.citation_requested)
        self._card.claim_link_activated.connect(self._on_claim_link)
        self._card.place_link_activated.connect(self.place_activated)
        self._card.entity_link_activated.connect(self.entity_activated)
        self._card.source_link_activated.connect(self.source_activated)
        self._card.query_requested.connect(self._ask_for_all)
        self._card.show_all_requested.connect(self.show_all)
        self._card.height_changed.connect(self._fit_card)
        self._card.folded_changed.connect(self.card_folded_changed)

    # --- what the window calls ---

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Window, theme.colour("panel"))
        self.setPalette(palette)
        for part in self._parts:
            part.set_theme(theme)

    def set_index(self, index: ClaimIndex | None) -> None:
        """Search in an index from now on; None while it is being built."""
        self._claim_search.take_index(index)
        self._field.set_suggest(None)
        self._pages.set_index(index)
        self._claim_search.count_values(self._take_counts)
        shows_help = self._pages.shows_help()
        self._search()
        self._pages.show_help(shown=shows_help)
        if index is not None and index.notice:
            self.status_changed.emit(index.notice)

    def mark_later(self, later: dict[str, str]) -> None:
        """Grey claims in the list, each with words for why."""
        self._list.mark_later(later)

    def stop_search(self) -> None:
        """Give up a search that is under way."""
        self._claim_search.stop()

    def select_claim(self, claim_id: str, *, flash: bool = False) -> None:
        """Show a claim in list and card, without a signal; unknown ids are ignored."""
        if claim_id in self._references.claims:
            self._show_card(claim_id)  # first: it takes room from the list
            self._list.select_claim(claim_id, flash=flash)

    def current_claim(self) -> str:
        """Return the id of the claim on the card; empty if none."""
        return self._card.claim_id()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._field.take_focus()

    def query(self) -> str:
        """Return what is searched for."""
        return self._field.text()

    @QtCore.Slot(str)
    def set_query(self, text: str) -> None:
        """Search for something, as if it had been typed."""
        self._field.set_text(text)

    def found_claims(self) -> tuple[str, ...] | None:
        """Return the ids of the claims found, in their order; None while nothing is narrowed."""
        if self._results.read_as is not None:
            return ()  # what is listed is not what is asked for
        return ids_in_order(self._results.claims) if self._narrowed else None

    def filters(self) -> Filters:
        """Return what is filtered."""
        return self._chips.filters()

    def set_filters(self, filters: Filters) -> None:
        """Filter, as if by the chips."""
        self._chips.set_filters(filters)

    def search_state(self) -> SearchState:
        """Return what is searched for, to be taken up again by another panel."""
        scrolled, shows_help = self._scroll.values(), self._pages.shows_help()
        return SearchState(self.query(), self.filters(), self._bar.order(), scrolled, shows_help)

    def take_up_search(self, state: SearchState) -> None:
        """Search as before, as far as this briefing has what was chosen."""
        known = state.known_to(self._references)
        self._bar.set_order(known.order)
        self._scroll.ask_for(known.scrolled)
        self._replace(known.query, known.filters)
        self._pages.show_help(shown=known.shows_help)

    def set_card_folded(self, folded: bool) -> None:
        """Fold the card to its statement, or open it."""
        self._card.set_folded(folded)

    # --- searching ---

    def _take_counts(self, counts: ValueCounts) -> None:
        from briefing_app.search.query.completion import QueryCompletion

        self._field.set_suggest(QueryCompletion(self._references.briefing, counts).suggest)

    @QtCore.Slot()
    def _search(self, *_changed: object) -> None:
        if self._held:
            return
        query = self._field.text()
        asks_for_help = query.strip() == _HELP
        self._pages.show_help(shown=asks_for_help)
        if self._claim_search.index is None:
            self._show(everything(self._references))
            return
        query = "" if asks_for_help else query
        filters, order, typing = self._chips.filters(), self._bar.order(), self._field.is_typed()
        self._claim_search.ask(query, filters, order, typing=typing)

    def _mark(self, query: str) -> None:
        """Tell who marks hits elsewhere, once a query."""
        index = self._claim_search.index
        words = query.strip() if index is not None else ""
        marked = (id(index), words) if words else None
        if marked != self._marked:
            self._marked = marked
            self.query_changed.emit(self._claim_search.marks if words else None)

    @QtCore.Slot(object)
    def _show(self, results: Results) -> None:
        others = results.has_others
        if not (results.claims or others) and not results.whole:
            self.status_changed.emit(self.tr("Searching…"))
            return
        self._results = results
        shown = self._card.claim_id()
        self._narrowed = bool(results.answered.strip()) or bool(self._chips.filters())
        self._chips.set_facets(results.facets)
        self._remarks.show_remarks(results)
        if results.query == self._field.text():
            self._field.mark_odd(results.notices)
        self._bar.show_count(results, len(self._references.claims), narrowed=self._narrowed)
        missing = not results.claims and results.whole
        self._pages.show_found(claims=not missing, others=others)
        self._list.set_results(results, current=shown)
        if missing:
            self._explain_nothing(results)
        if shown:
            self._show_card(shown)
            if self.height() < scaled(self._theme, _TIGHT_PX) and not self._list.lists(shown):
                self._card.hide()  # what is being looked for needs the room
        self._scroll.restore(last=self._claim_search.index is not None)
        self._mark(results.answered)
        self.claims_found.emit(ids_of(results.claims) if self._narrowed else None)
        self.status_changed.emit(found_words(results) if self._narrowed else "")

    def _explain_nothing(self, results: Results) -> None:
        filters, page = self._chips.filters(), self._pages
        names_of = self._chips.names_of
        explain = functools.partial(page.explain_nothing, results, filters, names_of=names_of)
        if filters and not any(offer.filter for offer in results.relaxations):
            self._claim_search.find_what_hides(explain)
        else:
            explain(Filters())

    # --- what the reader does ---

    @QtCore.Slot()
    def _enter_from_above(self) -> None:
        self._claim_search.keep()
        self._pages.enter_from_above()

    @QtCore.Slot()
    def _toggle_help(self) -> None:
        if self._pages.shows_help():
            self._leave_help()
        else:
            self._pages.show_help(shown=True)
            self._pages.enter_from_above()

    @QtCore.Slot()
    def _leave_help(self) -> None:
        """Go back to what was listed before."""
        self._pages.show_help(shown=False)
        self._field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        if self._field.text().strip() == _HELP:
            self._field.set_text("")

    @QtCore.Slot(str)
    def _take_offer(self, query: str) -> None:
        self._field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.set_query(query)

    @QtCore.Slot()
    def _on_entered(self) -> None:
        if self._pages.shows_help():
            self._pages.enter_from_above()
        elif self._results.read_as is not None and self._claim_search.typing:
            self._claim_search.settle()
        elif self._pages.lists_anything():
            self._list.activate_first()

    @QtCore.Slot(object)
    def _on_selected(self, hit: object) -> None:
        if isinstance(hit, ClaimHit):
            self._show_card(hit.id)
            self.claim_selected.emit(hit.id)

    @QtCore.Slot(object)
    def _on_activated(self, hit: object) -> None:
        match hit:
            case ClaimHit(id=claim_id):
                self._show_card(claim_id)
                self.claim_activated.emit(claim_id)
            case ParagraphHit(section=section, paragraph=paragraph):
                self.place_activated.emit(section, paragraph)
            case EntityHit(id=entity_id):
                if filters := filters_naming(entity_id, self._references):
                    self._replace("", filters)
                self.entity_activated.emit(entity_id)
            case SourceHit(id=source_id):
                self.set_query(f"source:{source_id}")
                self.source_activated.emit(source_id)

    @QtCore.Slot(str)
    def _on_claim_link(self, claim_id: str) -> None:
        self.select_claim(claim_id, flash=True)
        self.claim_activated.emit(claim_id)

    @QtCore.Slot(str)
    def _ask_for_all(self, query: str) -> None:
        """List what shares something with the claim on the card, whatever was filtered."""
        self._replace(query, Filters())

    @QtCore.Slot()
    def show_all(self) -> None:
        """List every claim again, with the one on the card in view."""
        current = self._card.claim_id()
        self._replace("", Filters())
        self.select_claim(current, flash=True)

    def _replace(self, query: str, filters: Filters) -> None:
        """Set both with one search."""
        self._held = True
        try:
            self._field.set_text(query)
            self._chips.set_filters(filters)
        finally:
            self._held = False
        self._search()

    # --- the card ---

    def _show_card(self, claim_id: str) -> None:
        text = self._references.claims[claim_id].text
        marks = self._claim_search.marks if self._results.answered.strip() else None
        self._card.set_listed(listed=self._list.lists(claim_id))
        self._card.show_claim(claim_id, marks(text) if marks is not None else ())

    @QtCore.Slot()
    def _fit_card(self) -> None:
        """Give the card what it needs, up to its share."""
        tight = self.height() < scaled(self._theme, _TIGHT_PX)
        if self._card.fit_into(self.size(), tight=tight):
            self._column.activate()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Restyle where another parent takes it: the style sheet brings old palettes back then."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.ParentChange:
            self.set_theme(self._theme)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fit the card again."""
        super().resizeEvent(event)
        self._fit_card()
