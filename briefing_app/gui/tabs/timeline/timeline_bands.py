"""The bands of the timeline with their marks, laid out anew for every scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.painted_label import TitledText, scaled
from briefing_app.gui.tabs.timeline.timeline_marks import (
    DatedMark,
    PileMark,
    label_width,
    pile_width,
)
from briefing_app.gui.tabs.timeline.timeline_placement import placed_marks, wanted_marks
from briefing_app.gui.tabs.timeline.timeline_scale import range_words
from briefing_app.model.timeline import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.kit.painted_item import PaintedItem
    from briefing_app.gui.tabs.timeline.timeline_claims import Band
    from briefing_app.gui.tabs.timeline.timeline_placement import Placed
    from briefing_app.gui.tabs.timeline.timeline_scale import TimeScale
    from briefing_app.gui.tabs.timeline.timeline_sheet import TimelineSheet
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences


_PADDING_PX = 8
_TRACK_PX = 20
_MOST_KEPT = 1500  # marks that are out of sight and may come back


class TimelineBands(QtCore.QObject):
    """Makes marks when they are first needed and keeps them; a pile stands for those too close."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)
    pile_opened = QtCore.Signal(int, int)

    def __init__(self, sheet: TimelineSheet, theme: Theme, references: CrossReferences) -> None:
        """Put everything on the sheet."""
        super().__init__(sheet)
        self._sheet = sheet
        self._theme = theme
        self._references = references
        self._bands: Sequence[Band] = ()
        self._titles: list[TitledText] = []
        self._marks: dict[tuple[str, str], DatedMark] = {}
        self._piles: list[PileMark] = []
        self._members: list[tuple[str, range]] = []  # of each pile: band and numbers in it
        self._widths: dict[str, float] = {}
        self._selected: str | None = None
        self._selected_numbers: dict[str, int] = {}
        self._find: HitFinder | None = None
        self.title_boxes: list[tuple[int, int, int, int]] = []  # x, y, width, height on the sheet
        self.order: list[PaintedItem] = []  # what is shown, in the order of bands and time

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Show these bands from the next layout on."""
        self._bands = bands
        self._selected_numbers = self._numbers_of(self._selected)
        for title in self._titles:
            title.hide()
            title.deleteLater()
        self._titles = []
        for band in bands:
            count = len(band.claims)
            words = self.tr("1 claim") if count == 1 else self.tr("{n} claims")
            title = TitledText(self._theme, band.title, words.format(n=f"{count:,}"), self._sheet)
            self._titles.append(title)

    def set_theme(self, theme: Theme) -> None:
        """Measure anew; the sheet restyles the marks."""
        self._theme = theme
        self._widths.clear()

    def lay_out(self, scale: TimeScale, x: int, y: int, title_px: int) -> int:
        """Place titles and marks from y on; return where they end.

        Titles stand `title_px` wide beside the plot, above their band where that is 0.
        """
        before = self.order
        self.order, self._members, self.title_boxes = [], [], []
        for band, title in zip(self._bands, self._titles, strict=True):
            width = x + title_px + round(scale.width)
            self._sheet.rule(x, y, width - x, 1, "rule")
            room = (title_px or round(scale.width)) - 12
            tall = title.lay_out(room)
            box = (x, y + _PADDING_PX, room, tall)
            self._sheet.place(title, *box)
            self.title_boxes.append(box)
            top = y + _PADDING_PX + (0 if title_px else tall + 4)
            bottom = self._lay_out_band(band, scale, x + title_px, top)
            y = max(bottom, y + _PADDING_PX + tall) + _PADDING_PX
        self._sheet.rule(x, y, title_px + scale.width, 1, "rule")
        shown = set(self.order)
        for mark in before:  # what stays is not hidden in between: it would lose the focus
            if mark not in shown:
                mark.hide()
        self._forget_some()
        return y

    def _lay_out_band(self, band: Band, scale: TimeScale, x: int, y: int) -> int:
        track_px = scaled(self._theme, _TRACK_PX)

        def label_px(numbers: range) -> float:
            if len(numbers) > 1:
                return pile_width(self._theme, len(numbers))
            claim = band.claims[numbers[0]].claim
            found = self._widths.get(claim.id)
            if found is None:
                found = self._widths[claim.id] = label_width(self._theme, claim, self._references)
            return found

        unit = scaled(self._theme, 100) / 100
        placed = placed_marks(wanted_marks(band.claims, scale, label_px, unit), scale.width)
        for one in placed:
            mark = self._mark_of(band, one)
            mark.set_placed(one, scale.breaks)
            left, right = round(one.left), round(one.right)
            self._sheet.place(mark, x + left, y + one.track * track_px, right - left, track_px)
            self.order.append(mark)
        return y + track_px * (max((one.track for one in placed), default=-1) + 1)

    def _mark_of(self, band: Band, placed: Placed) -> DatedMark | PileMark:
        numbers = placed.wanted.claims
        if len(numbers) > 1:
            return self._pile_of(band, numbers)
        item = band.claims[numbers[0]]
        key = (band.key, item.claim.id)
        mark = self._marks.get(key)
        if mark is None:
            mark = self._marks[key] = DatedMark(self._theme, item, self._references, self._sheet)
            mark.claim_selected.connect(self.claim_selected)
            mark.claim_activated.connect(self.claim_activated)
            mark.set_hits(self._find)
        mark.set_selected(item.claim.id == self._selected)
        return mark

    def _pile_of(self, band: Band, numbers: range) -> PileMark:
        at = len(self._members)
        if at == len(self._piles):
            pile = PileMark(self._theme, self._sheet)
            pile.pile_opened.connect(self.pile_opened)
            self._piles.append(pile)
        pile = self._piles[at]
        self._members.append((band.key, numbers))
        days = Span(band.claims[numbers[0]].first, band.claims[numbers[-1]].first + 1)
        pile.set_pile(len(numbers), days, f"{range_words(days)}, {band.title}")
        pile.set_selected(self._selected_numbers.get(band.key, -1) in numbers)
        return pile

    def _numbers_of(self, claim_id: str | None) -> dict[str, int]:
        """Where a claim stands, as its number in each band that has it."""
        found: dict[str, int] = {}
        if claim_id is None:
            return found
        for band in self._bands:
            for number, item in enumerate(band.claims):
                if item.claim.id == claim_id:
                    found[band.key] = number
        return found

    def _forget_some(self) -> None:
        """Let go of marks out of sight where a large briefing has left many."""
        if len(self._marks) <= _MOST_KEPT:
            return
        shown = set(self.order)
        for key, mark in list(self._marks.items()):
            if mark not in shown:
                del self._marks[key]
                mark.deleteLater()

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim, or the pile it is in."""
        self._selected = claim_id
        self._selected_numbers = self._numbers_of(claim_id)
        for mark in self._marks.values():
            mark.set_selected(mark.claim_id == claim_id)
        for pile, (band, numbers) in zip(self._piles, self._members, strict=False):
            pile.set_selected(self._selected_numbers.get(band, -1) in numbers)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds; None marks nothing."""
        self._find = find
        for mark in self._marks.values():
            mark.set_hits(find)

    def mark_of(self, claim_id: str) -> PaintedItem | None:
        """Return the first mark that stands for a claim, alone or in a pile; None if none does."""
        shown = set(self.order)
        for mark in self._marks.values():
            if mark.claim_id == claim_id and mark in shown:
                return mark
        places = self._numbers_of(claim_id)
        for pile, (band, numbers) in zip(self._piles, self._members, strict=False):
            if places.get(band, -1) in numbers:
                return pile
        return None

    def put_in_tab_order(self, before: QtWidgets.QWidget) -> QtWidgets.QWidget:
        """Let Tab go through what is shown after a widget; return the last one."""
        for mark in self.order:
            QtWidgets.QWidget.setTabOrder(before, mark)
            before = mark
        return before
