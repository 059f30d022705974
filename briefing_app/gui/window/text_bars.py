"""The bars under the text: the find bar, and the selected claim while the index is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.window.navigation import Place
from briefing_app.gui.window.other_texts import OtherTexts

if TYPE_CHECKING:
    from briefing_app.gui.claims.claim_strip import ClaimStrip
    from briefing_app.gui.prose.find_bar import FindBar
    from briefing_app.gui.prose.text_matcher import TextMatcher
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.copying import Copying
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.window.text_side import TextSide


class TextBars(QtCore.QObject):
    """Makes each bar when it is first wanted, and keeps it with what is read."""

    def __init__(
        self,
        *,
        reading: Reading,
        jumps: Jumps,
        copying: Copying,
        stack: TabStack,
        layout: ReadingLayout,
        text_side: TextSide,
        keeper: ThemeKeeper,
    ) -> None:
        """Nothing is shown yet."""
        super().__init__(reading)
        self._reading = reading
        self._jumps = jumps
        self._copying = copying
        self._stack = stack
        self._layout = layout
        self._text_side = text_side
        self._keeper = keeper
        self._other_texts = OtherTexts(reading, stack)
        self._find_bar: FindBar | None = None
        self._strip: ClaimStrip | None = None

    @QtCore.Slot()
    def find(self) -> None:
        """Open the find bar under the text; on a tab without one it looks through the others."""
        self._stack.show_text()
        if self._find_bar is None:
            from briefing_app.gui.prose.find_bar import FindBar

            self._find_bar = FindBar(self._keeper.theme, counts_elsewhere=self._count_elsewhere)
            self._find_bar.elsewhere_requested.connect(self._find_elsewhere)
            self._text_side.add_under_text(self._find_bar)
        self._find_bar.set_target(self._stack.prose())
        self._find_bar.open()

    def _count_elsewhere(self, matcher: TextMatcher) -> int:
        """How often the other texts have what the find bar looks for."""
        return self._other_texts.count(matcher, self._searched_section())

    def _searched_section(self) -> str | None:
        """The section whose text the find bar searches; None where it has none."""
        target = self._find_bar.target if self._find_bar is not None else None
        return target.section_id if target is not None else None

    @QtCore.Slot(int)
    def _find_elsewhere(self, step: int) -> None:
        """Go on to the nearest other text that has it, forward or back."""
        bar = self._find_bar
        assert bar is not None
        found = self._other_texts.next_with(bar.matcher, self._searched_section(), step)
        if found is None:
            return
        tab, section_id = found
        if tab != self._stack.current_key:
            self._jumps.go_to(Place(tab))
        self._stack.show_text()
        for view in self._stack.texts():
            if view.section_id == section_id:
                bar.arrive(view, step)

    @QtCore.Slot()
    def find_next(self) -> None:
        """Go to the next place that the find bar found; opens it if need be."""
        self._find_again(forward=True)

    @QtCore.Slot()
    def find_previous(self) -> None:
        """Go to the previous place that the find bar found; opens it if need be."""
        self._find_again(forward=False)

    def _find_again(self, *, forward: bool) -> None:
        if self._find_bar is None or not self._find_bar.isVisible():
            self.find()
        elif forward:
            self._find_bar.find_next()
        else:
            self._find_bar.find_previous()

    @QtCore.Slot()
    def show_or_hide_strip(self) -> None:
        """Show the selected claim under the text while the index is folded away."""
        layout = self._layout
        wanted = bool(self._reading.selected) and not (layout.is_index_shown or layout.is_bare)
        if self._strip is None:
            if not wanted:
                return
            from briefing_app.gui.claims.claim_strip import ClaimStrip

            self._strip = ClaimStrip(self._reading.references, self._keeper.theme)
            self._text_side.add_under_text(self._strip)
            self._strip.previous_requested.connect(self._show_previous)
            self._strip.next_requested.connect(self._show_next)
            self._strip.details_requested.connect(self._layout.open_index)
            self._strip.citation_requested.connect(self._copying.copy_citation)
            self._strip.close_requested.connect(self._strip.hide)
        if wanted and self._reading.selected:
            self._strip.show_claim(self._reading.selected)
            self._strip.set_neighbours(
                previous=bool(self._reading.neighbour(-1)),
                following=bool(self._reading.neighbour(1)),
            )
        self._strip.setVisible(wanted)

    @property
    def strip_claim(self) -> str:
        """The claim that stands under the text; empty if none does."""
        shown = self._strip is not None and self._strip.isVisible()
        return self._strip.claim_id() if shown and self._strip else ""

    @QtCore.Slot()
    def _show_previous(self) -> None:
        self._jumps.step_in_order(-1)

    @QtCore.Slot()
    def _show_next(self) -> None:
        self._jumps.step_in_order(1)

    @QtCore.Slot()
    def follow_page(self) -> None:
        """Look for the find bar's words in the text that is shown now."""
        if self._find_bar is not None and self._find_bar.isVisible():
            self._find_bar.set_target(self._stack.prose())

    def forget_claims(self) -> None:
        """Let go of the strip: it knows the claims of the briefing before."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None

    @property
    def find_bar(self) -> FindBar | None:
        """The find bar, once it was opened."""
        return self._find_bar

    def set_theme(self, theme: Theme) -> None:
        """Pass new colours and sizes on."""
        for bar in (self._find_bar, self._strip):
            if bar is not None:
                bar.set_theme(theme)
