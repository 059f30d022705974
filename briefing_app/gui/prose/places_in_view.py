"""Where the words of a text stand in its viewport, and what stands at a point of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.prose.prose_pointer import Pointed, pointed_at

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody

_LINES_LEFT_FREE = 3  # of the words that a card explains
_BEFORE_POINTER_PX = 60


class PlacesInView:
    """The geometry of a text, as far as it is scrolled."""

    def __init__(self, text: QtWidgets.QAbstractScrollArea, body: ProseBody) -> None:
        """Look at `body`, which `text` shows."""
        self._text = text
        self._body = body

    def _scrolled(self) -> int:
        """How far the document is scrolled in the viewport; embedded it never is."""
        return self._text.verticalScrollBar().value()

    def visible_box(self, box: QtCore.QRectF) -> QtCore.QRect:
        """Return a box of the document, in the viewport."""
        return box.translated(0, -self._scrolled()).toAlignedRect()

    # from words to places

    def span_of(self, mark: int) -> tuple[int, int]:
        """Return the document positions of a mark's words."""
        place = self._body.places.marks[mark]
        return place.start, place.end

    def box_of(self, start: int, end: int) -> QtCore.QRect:
        """Return the first line of a stretch in the viewport, from top to baseline."""
        segment = next(self._body.geometry.segments([(start, end)]), None)
        if segment is None:
            return QtCore.QRect()
        box = QtCore.QRectF(segment.box)
        box.setBottom(segment.baseline)
        return self.visible_box(box)

    def words_box(self, mark: int) -> QtCore.QRect:
        """Return the first line of a mark's words in the viewport, from top to baseline."""
        return self.box_of(*self.span_of(mark))

    def words_around(self, mark: int, position: QtCore.QPoint) -> QtCore.QRect:
        """Return what a card on a mark must not cover: its words, near the pointer's place.

        From the top of the line pointed at to the baseline of the last one; long marks are covered
        in part, so that the card stays near the pointer.
        """
        parts = list(self._body.geometry.segments([self.span_of(mark)]))
        boxes = [self.visible_box(part.box) for part in parts]
        at = next((n for n, box in enumerate(boxes) if box.contains(position)), -1)
        if at < 0:
            return self.words_box(mark)
        last = min(at + _LINES_LEFT_FREE, len(parts) - 1)
        left = boxes[at].left()
        if last > at:  # the next line may begin far from the pointer
            left = max(position.x() - _BEFORE_POINTER_PX, 0)
        bottom = round(parts[last].baseline) - self._scrolled()
        return QtCore.QRect(left, boxes[at].top(), boxes[at].width(), bottom - boxes[at].top())

    def covers(self, start: int, end: int, point: QtCore.QPoint) -> bool:
        """Return whether a stretch of the document stands at a place of the viewport."""
        place = QtCore.QPointF(point) + QtCore.QPointF(0, self._scrolled())
        segments = self._body.geometry.segments([(start, end)])
        return any(part.box.contains(place) for part in segments)

    # from places to words

    def pointed_at(self, position: QtCore.QPoint) -> Pointed | None:
        """Return what can be clicked at a place of the viewport."""
        point = QtCore.QPointF(position) + QtCore.QPointF(0, self._scrolled())
        return pointed_at(self._body.geometry, self._body.places, point)

    def claim_at(self, position: QtCore.QPoint) -> str | None:
        """Return the claim at a place of the viewport: its words, or its id in the margin."""
        pointed = self.pointed_at(position)
        return pointed.claims[0] if pointed and pointed.claims else None

    def paragraph_at(self, position: QtCore.QPoint) -> int:
        """Return the ¶ number of what is at a place of the viewport; 0 where none is numbered."""
        y = position.y() + self._scrolled()
        units = self._body.places.units
        for index, _ in self._body.geometry.units_between(y, y):
            if units[index].number:
                return units[index].number
        return 0

    def is_in_column(self, position: QtCore.QPoint) -> bool:
        """Return whether a place of the viewport is not beside the text."""
        column = self._body.geometry.column
        return column.left <= position.x() <= column.right

    def position_at_height(self, y: int) -> int:
        """Return the document position where the line at a height of the viewport begins."""
        return self._body.geometry.position_at(y + self._scrolled())
