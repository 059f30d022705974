"""The lens: what stands out in text, index and timeline, chosen in a menu or in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.model.claim_lens import (
    Lens,
    Only,
    Seen,
    counts,
    counts_by_source,
    see,
    turning_day,
)

if TYPE_CHECKING:
    import datetime

    from briefing_app.gui.lens.lens_bar import LensBar
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.text_side import TextSide

_FEWEST_DAYS = 2  # with fewer, a day would tell nothing apart


class LensCommands(QtCore.QObject):
    """Holds the lens of one window; the bar is made when it is first wanted."""

    def __init__(
        self,
        *,
        reading: Reading,
        jumps: Jumps,
        stack: TabStack,
        index: IndexSide,
        text_side: TextSide,
        actions: Actions,
        keeper: ThemeKeeper,
    ) -> None:
        """Grey nothing."""
        super().__init__(reading)
        self._reading = reading
        self._jumps = jumps
        self._stack = stack
        self._index = index
        self._text_side = text_side
        self._actions = actions
        self._keeper = keeper
        self.lens = Lens()
        self.bar: LensBar | None = None
        self._seen: Seen | None = None
        self._is_bare = False  # in the projector view
        self._was_open = False  # before that
        stack.all_claims_requested.connect(self.put_away)
        index.added.connect(self._mark_index)

    def fill_choices(self) -> None:
        """Fill the submenu of what stands out."""
        from briefing_app.gui.lens.lens_bar import only_words

        choices = [(only.value, only_words(only)) for only in Only]
        self._actions.offer_choices("only", choices, self.lens.only.value, self._choose_only)

    def _choose_only(self, value: str) -> None:
        self.lens = Lens(Only(value), self.lens.day)
        if not self._open_bar():
            self._apply()
        self.fill_choices()

    @QtCore.Slot()
    def ask_for_day(self) -> None:
        """Open the bar with the keyboard in the box for the day."""
        self._open_bar()
        assert self.bar is not None
        self.bar.set_slim(slim=False)
        self.bar.show()
        self.bar.focus_day()

    @QtCore.Slot()
    def put_away(self) -> None:
        """Show everything again."""
        if self.bar is not None and self.bar.isVisible():
            self.bar.close_bar()

    def _open_bar(self) -> bool:
        """Show the bar with what stands out; return whether it was not to be seen before."""
        if self.bar is None:
            from briefing_app.gui.lens.lens_bar import LensBar

            self.bar = LensBar(self._keeper.theme)
            self.bar.lens_changed.connect(self._change)
            self.bar.closed.connect(self._jumps.focus_text)
            self.bar.settled.connect(self._settle)
            self._keeper.theme_changed.connect(self._take_theme)
            self._text_side.add_above_text(self.bar)
        if self.bar.isVisible():
            return False
        self._offer()
        self.bar.set_slim(slim=self._is_bare)
        self.bar.show()
        self._apply()
        return True

    @QtCore.Slot(bool)
    def set_bare(self, bare: bool) -> None:
        """In the projector view show one line while anything is greyed, and else nothing."""
        shown = self.bar is not None and self.bar.isVisible()
        if bare:
            self._was_open = shown
        self._is_bare = bare
        self._fit_bar()

    def _fit_bar(self) -> None:
        if self.bar is not None:
            self.bar.set_slim(slim=self._is_bare)
            self.bar.setVisible(bool(self.lens) or (self._was_open and not self._is_bare))

    @QtCore.Slot()
    def _settle(self) -> None:
        """Go back to the text with the day as it is typed."""
        if self._is_bare:
            self._fit_bar()
        self._jumps.focus_text()

    @QtCore.Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        if self.bar is not None:
            self.bar.set_theme(theme)

    def _offer(self) -> None:
        """Tell the bar what there is to choose in this briefing."""
        references = self._reading.references
        found = {turning_day(claim, references) for claim in references.claims.values()}
        days: list[datetime.date] = sorted(day for day in found if day is not None)
        if self.bar is not None:
            self.bar.set_choices(counts(references), days if len(days) >= _FEWEST_DAYS else [])

    @QtCore.Slot(object)
    def _change(self, lens: Lens) -> None:
        self.lens = lens
        self._apply()
        self.fill_choices()

    @QtCore.Slot()
    def follow(self) -> None:
        """Look at another briefing, or another state of it, through the same lens."""
        if self.bar is not None and not self._reading.references.claims:
            self.bar.hide()  # there is nothing to choose, in the manual for one
        elif self.bar is not None and (self.bar.isVisible() or self.lens):
            self._offer()
            self.bar.show()
        if self.lens:
            self._apply()

    def _apply(self) -> None:
        references = self._reading.references
        seen = self._seen = see(references, self.lens)
        self._stack.set_lens(seen if self.lens else None)
        self._mark_index()
        if self.bar is not None:
            self.bar.set_lens(self.lens)
            self.bar.say(seen, len(references.claims))

    @QtCore.Slot()
    def _mark_index(self) -> None:
        if self._index.panel is None:
            return
        day = self.lens.day
        later: dict[str, str] = {}
        if day is not None:
            from briefing_app.gui.words.day_text import day_words

            said = day_words(day)
            own = self.tr("after {day}").format(day=said)
            of_source = self.tr("source after {day}").format(day=said)
            claims = self._reading.references.claims
            seen = self._seen.later if self._seen else frozenset()
            for name in seen & claims.keys():  # they may be those of the briefing before
                later[name] = of_source if counts_by_source(claims[name]) else own
        self._index.mark_later(later)
