"""Claim ids in the margin: beside the line that says the claim, never on top of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.prose.prose_column import EDGE_PX, GAP_PX, NARROW_GAP_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.prose.prose_column import Column

_BETWEEN_PX = 10
_AIR_PX = 3  # between two rows of ids


class MarginLabel:
    """One id in the margin; `claims` are several where there was no room for each."""

    __slots__ = ("baseline", "box", "claims", "mark", "text")

    def __init__(
        self, text: str, claims: tuple[str, ...], mark: int, box: QtCore.QRectF, baseline: float
    ) -> None:
        self.text = text
        self.claims = claims
        self.mark = mark
        self.box = box
        self.baseline = baseline


class LabelPlacer:
    """Places the labels of one block of prose, from its first line down."""

    def __init__(
        self,
        column: Column,
        *,
        mirrored: bool,
        width_of: Callable[[str], float],
        elide: Callable[[str, float], str],
        bottom: float,
        line_px: float = 15,
    ) -> None:
        """Keep to the margin of `column`; nothing is placed below `bottom`.

        `line_px` is the height of a line of ids.
        """
        self._line_px = line_px
        self._row_px = line_px + _AIR_PX
        self._column = column
        self._gap = NARROW_GAP_PX if column.narrow else GAP_PX
        self._mirrored = mirrored
        self._width_of = width_of
        self._elide = elide
        self._bottom = bottom
        room = column.leading if column.narrow else column.trailing
        self._room = max(room - self._gap - EDGE_PX, 1.0)
        self._row = float("-inf")  # baseline of the row being filled
        self._used = 0.0
        self.labels: list[MarginLabel] = []

    def keep_free(self, baseline: float) -> None:
        """Begin below a row that the ¶ number stands in."""
        self._row = baseline
        self._used = self._room

    def place(self, claims: Iterable[tuple[int, str, float]]) -> list[MarginLabel]:
        """Place (mark, claim id, baseline of its line), sorted by baseline; return the labels."""
        for mark, claim_id, baseline in claims:
            text = self._elide(claim_id, self._room)
            width = self._width_of(text)
            if baseline < self._row + self._row_px:  # the row being filled is this line's, or lower
                full = self._column.narrow or self._used + _BETWEEN_PX + width > self._room
                if self._used and full:
                    self._begin(max(self._row + self._row_px, baseline))
            else:
                self._begin(baseline)
            if self._row > self._bottom and self.labels:
                self._fold(claim_id)
            else:
                self._put(text, width, claim_id, mark)
        return self.labels

    def _begin(self, baseline: float) -> None:
        self._row = baseline
        self._used = 0.0

    def _put(self, text: str, width: float, claim_id: str, mark: int) -> None:
        offset = self._used + _BETWEEN_PX if self._used else 0.0
        from_column = self._gap + offset
        on_right = self._column.narrow == self._mirrored
        column_right = self._column.left + self._column.width
        x = column_right + from_column if on_right else self._column.left - from_column - width
        top = self._row - 0.8 * self._line_px
        box = QtCore.QRectF(x, top, width, self._line_px + 1)
        self._used = offset + width
        self.labels.append(MarginLabel(text, (claim_id,), mark, box, self._row))

    def _fold(self, claim_id: str) -> None:
        """Let the last label stand for one more claim: `+3`."""
        last = self.labels[-1]
        claims = (*last.claims, claim_id)
        text = f"+{len(claims)}"
        width = self._width_of(text)
        on_right = self._column.narrow == self._mirrored
        if on_right:
            last.box.setWidth(width)
        else:
            last.box.setLeft(last.box.right() - width)
        last.text, last.claims = text, claims
