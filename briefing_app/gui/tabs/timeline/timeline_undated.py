"""The claims without a date, by id, under the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.painted_label import PaintedText
from briefing_app.gui.tabs.timeline.timeline_marks import UndatedMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.tabs.timeline.timeline_sheet import TimelineSheet
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_GAP_PX = 18  # the ground of each reaches 8 px further
_MOST_LISTED = 60


class UndatedClaims(QtCore.QObject):
    """A wrapping row of ids; what a large briefing has more is counted."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)

    def __init__(self, sheet: TimelineSheet, theme: Theme, references: CrossReferences) -> None:
        """List a briefing's claims on the sheet."""
        super().__init__(sheet)
        self._sheet = sheet
        self._theme = theme
        self._references = references
        self._all = tuple(c for c in references.in_text_order() if c.date is None)
        self._shown = self._all
        self._selected: str | None = None
        self._find: Callable[[str], Iterable[tuple[int, int]] | None] | None = None
        self._marks: dict[str, UndatedMark] = {}
        self._title = PaintedText(theme, self.tr("No date given"), "detail_strong", "ink", sheet)
        self._more = PaintedText(theme, "", "meta", "ink2", sheet)

    def set_shown(self, claim_ids: frozenset[str] | None) -> bool:
        """List only these claims, None all; return whether that is another list."""
        before = self._shown
        self._shown = self._all
        if claim_ids is not None:
            self._shown = tuple(claim for claim in self._all if claim.id in claim_ids)
        return self._shown != before

    def lay_out(self, x: int, y: int, width: int, title_px: int) -> int:
        """Place title and ids from y on; return where they end."""
        listed = {claim.id for claim in self._shown[:_MOST_LISTED]}
        for claim_id, mark in self._marks.items():
            mark.setVisible(claim_id in listed)
        self._title.setVisible(bool(listed))
        self._more.setVisible(len(self._shown) > len(listed))
        if not listed:
            return y
        title_width = title_px - 12 if title_px else width
        tall = self._title.lay_out(title_width)
        self._sheet.place(self._title, x, y + 3, title_width, tall)
        left, room = x + title_px, width - title_px
        top = y if title_px else y + tall + 6
        at, line = 0, 0
        for claim in self._shown[:_MOST_LISTED]:
            mark = self._mark_of(claim)
            line = mark.lay_out(0)
            wide = mark.natural_width()
            if at and at + wide > room:
                at, top = 0, top + line
            self._sheet.place(mark, left + at, top, wide, line)
            at += wide + _GAP_PX
        end = max(top + line, y + 3 + tall)
        rest = len(self._shown) - _MOST_LISTED
        if rest > 0:
            self._more.setText(
                self.tr("and {n} more, listed in the claim index").format(n=f"{rest:,}")
            )
            tall = self._more.lay_out(room)
            self._sheet.place(self._more, left, end + 2, room, tall)
            end += 2 + tall
        return end

    def _mark_of(self, claim: Claim) -> UndatedMark:
        mark = self._marks.get(claim.id)
        if mark is None:
            mark = self._marks[claim.id] = UndatedMark(
                self._theme, claim, self._references, self._sheet
            )
            mark.claim_selected.connect(self.claim_selected)
            mark.claim_activated.connect(self.claim_activated)
            mark.set_selected(claim.id == self._selected)
            mark.set_hits(self._find)
        return mark

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim; None lights none."""
        self._selected = claim_id
        for mark in self._marks.values():
            mark.set_selected(mark.claim_id == claim_id)

    def set_hits(self, find: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark the ids of claims in which a search finds something."""
        self._find = find
        for mark in self._marks.values():
            mark.set_hits(find)

    def mark_of(self, claim_id: str) -> UndatedMark | None:
        """Return the mark of a claim that is listed; None if it is not."""
        mark = self._marks.get(claim_id)
        return mark if mark is not None and not mark.isHidden() else None

    def listed(self) -> list[UndatedMark]:
        """Return the marks that are shown, in their order."""
        return [self._marks[claim.id] for claim in self._shown[:_MOST_LISTED]]

    def put_in_tab_order(self, before: QtWidgets.QWidget) -> None:
        """Let Tab go through the ids after a widget."""
        for mark in self.listed():
            QtWidgets.QWidget.setTabOrder(before, mark)
            before = mark
