"""The claim index beside the text: made after the first paint, and anew for each briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
    from briefing_app.gui.index.index_building import IndexBuilding
    from briefing_app.gui.index.search_state import SearchState
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.work.background import Background
    from briefing_app.search.claim_index import ClaimIndex


class IndexSide(QtCore.QObject):
    """Holds the panel of what is read and builds its search; answers also while there is none."""

    added = QtCore.Signal()  # a panel, which cannot search yet
    built = QtCore.Signal()  # now it can
    said = QtCore.Signal(str)  # how far the search is built
    # what the panel reports, whichever it is
    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)
    place_activated = QtCore.Signal(str, int)
    entity_activated = QtCore.Signal(str)
    source_activated = QtCore.Signal(str)
    citation_requested = QtCore.Signal(str)
    query_changed = QtCore.Signal(object)
    status_changed = QtCore.Signal(str)
    claims_found = QtCore.Signal(object)
    search_left = QtCore.Signal()

    def __init__(
        self,
        *,
        reading: Reading,
        layout: ReadingLayout,
        keeper: ThemeKeeper,
        background: Background,
        state: WindowState,
    ) -> None:
        """Have no panel yet; `background` builds the search and carries it out."""
        super().__init__(reading)
        self._reading = reading
        self._layout = layout
        self._keeper = keeper
        self._background = background
        self._state = state
        self._building: IndexBuilding | None = None
        self.panel: ClaimIndexPanel | None = None
        self.claim_index: ClaimIndex | None = None  # until it is built

    @QtCore.Slot()
    def add(self, search: SearchState | None = None) -> None:
        """Put the claim index of what is read in its place and begin to build its search.

        `search` is what is searched for at once.
        """
        from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel

        if self.panel is not None:
            self.panel.stop_search()
        self.claim_index = None
        self.panel = panel = ClaimIndexPanel(
            self._reading.references, self._keeper.theme, background=self._background
        )
        panel.set_card_folded(self._state.card_folded)
        self._hear(panel)
        self._layout.replace_index(panel)
        if self._reading.selected:
            panel.select_claim(self._reading.selected)
        self._build()
        self.added.emit()
        if search is not None:
            panel.take_up_search(search)

    def _hear(self, panel: ClaimIndexPanel) -> None:
        panel.claim_selected.connect(self.claim_selected)
        panel.claim_activated.connect(self.claim_activated)
        panel.place_activated.connect(self.place_activated)
        panel.entity_activated.connect(self.entity_activated)
        panel.source_activated.connect(self.source_activated)
        panel.query_changed.connect(self.query_changed)
        panel.claims_found.connect(self.claims_found)
        panel.citation_requested.connect(self.citation_requested)
        panel.status_changed.connect(self.status_changed)
        panel.search_left.connect(self.search_left)
        panel.card_folded_changed.connect(self._keep_card_folded)

    def _build(self) -> None:
        """Build the search off the GUI thread; until then the panel lists all claims."""
        if self._building is None:
            from briefing_app.gui.index.index_building import IndexBuilding

            self._building = IndexBuilding(self._background, self)
            self._building.built.connect(self._take_index)
            self._building.said.connect(self.said)
        self._building.start(self._reading.opened)

    @QtCore.Slot(object)
    def _take_index(self, index: ClaimIndex) -> None:
        self.claim_index = index
        if self.panel is not None:
            self.panel.set_index(index)
            self.built.emit()

    def stop(self) -> None:
        """Give up work under way, before the window closes."""
        if self._building is not None:
            self._building.stop()
        if self.panel is not None:
            self.panel.stop_search()

    @QtCore.Slot(bool)
    def _keep_card_folded(self, folded: bool) -> None:
        self._state.card_folded = folded

    @QtCore.Slot(str, bool)
    def select_claim(self, claim_id: str, flash: bool) -> None:
        """Show a claim as selected."""
        if self.panel is not None:
            self.panel.select_claim(claim_id, flash=flash)

    def mark_later(self, later: dict[str, str]) -> None:
        """Say at claims what is later than the day that is looked at."""
        if self.panel is not None:
            self.panel.mark_later(later)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        if self.panel is not None:
            self.panel.set_theme(theme)

    # searching

    @QtCore.Slot()
    def search(self) -> None:
        """Bring the index to the front with the search field ready."""
        self._layout.open_index()
        if self.panel is not None:
            self.panel.focus_search()

    @QtCore.Slot(str)
    def ask(self, query: str) -> None:
        """Show what a query finds."""
        self._layout.open_index()
        self.set_query(query)

    @QtCore.Slot(str)
    def search_dates(self, dates: str) -> None:
        """Search for claims of these days (`2021-08..2022-03`), with what is searched for."""
        words = self.query().split()
        kept = [word for word in words if not word.lower().startswith("date:")]
        self.set_query(" ".join([*kept, f"date:{dates}"]))

    def set_query(self, query: str) -> None:
        """Search for something else."""
        if self.panel is not None:
            self.panel.set_query(query)

    @QtCore.Slot()
    def show_all(self) -> None:
        """Search for nothing any more."""
        if self.panel is not None:
            self.panel.show_all()

    def query(self) -> str:
        """Return what is searched for."""
        return self.panel.query() if self.panel is not None else ""

    def found_claims(self) -> tuple[str, ...] | None:
        """Return the claims that are found, in the list's order; None while nothing is narrowed."""
        return self.panel.found_claims() if self.panel is not None else None

    def search_state(self) -> SearchState | None:
        """Return the search under way, for `add` to take up; None without a panel."""
        return self.panel.search_state() if self.panel is not None else None
