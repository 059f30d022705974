"""Where the pages of a handout stand: one below the other, or two side by side."""

from __future__ import annotations

import enum
from bisect import bisect_right
from statistics import median_low
from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN_PX = 20
GAP_PX = 20
LEAST, MOST = 0.2, 6.0  # of the size on paper at 96 dots an inch
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
_PX_A_POINT = 96 / 72
_EDGE_PT, _LINE_PT = 24.0, 15.0
_ABOVE_PT = 9.0  # between the place that a link of Typst's leads to and the line that is meant
_MOST_PIXELS = 20_000_000  # of one page; larger ones are drawn smaller and stretched


class Fit(enum.Enum):
    """What the zoom follows when the window changes its size."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class PageLayout:
    """The boxes of all pages in pixels, from the upper left corner of the whole."""

    def __init__(self, sizes: Sequence[tuple[float, float]], columns: int) -> None:
        """Take the sizes in points; `columns` pages stand side by side."""
        self.sizes = sizes
        self.columns = max(1, min(columns, len(sizes)))
        self.rows = _rows(sizes, self.columns)
        self.boxes: list[QtCore.QRect] = []
        self.width = 0
        self.height = 0
        self._tops: list[int] = []
        self._factors: list[float] = []  # pixels a point, by page

    def scale_for(self, fit: Fit, width: int, height: int) -> float:
        """Return the zoom at which usual pages fill a view; 1.0 is their size on paper."""
        if not self.sizes or fit is Fit.NONE:
            return 1.0
        rows = self._usual(self.rows)
        across = median_low(self._row_width(row) for row in rows)
        scale = self._room(width) / (across * _PX_A_POINT)
        if fit is Fit.PAGE:
            tall = median_low(max(self.sizes[n][1] for n in row) for row in rows)
            scale = min(scale, (height - 2 * MARGIN_PX) / (tall * _PX_A_POINT))
        return min(max(scale, LEAST), MOST)

    def _usual(self, rows: list[range]) -> list[range]:
        """The full rows of upright pages; all where there is none."""
        full = [row for row in rows if len(row) == self.columns and _upright(self.sizes, *row)]
        return full or rows

    def _room(self, width: int) -> int:
        return width - 2 * MARGIN_PX - GAP_PX * (self.columns - 1)

    def _row_width(self, row: range) -> float:
        return sum(self.sizes[n][0] for n in row)

    def lay_out(self, scale: float, view_width: int, *, fitted: bool, mirrored: bool) -> None:
        """Place every page at a zoom; narrower rows stand in the middle of the view.

        Where the zoom is fitted to the view, a row that is wider than usual is made smaller.
        """
        room = self._room(view_width)
        self._factors, spans = [], []
        for row in self.rows:
            factor = scale * _PX_A_POINT
            if fitted:
                factor = max(min(factor, room / self._row_width(row)), LEAST * _PX_A_POINT)
            self._factors += [factor] * len(row)
            sizes = (self.sizes[page] for page in row)
            spans.append([QtCore.QSize(round(w * factor), round(h * factor)) for w, h in sizes])
        gap = GAP_PX * (self.columns - 1)
        widest = max((sum(size.width() for size in span) for span in spans), default=0) + gap
        self.width = max(widest + 2 * MARGIN_PX, view_width)
        self.boxes, self._tops, y = [], [], MARGIN_PX
        for span in spans:
            self._tops.append(y)
            self._place(span, y, mirrored=mirrored)
            y += max(size.height() for size in span) + GAP_PX
        self.height = y - GAP_PX + MARGIN_PX if spans else 0

    def _place(self, span: list[QtCore.QSize], y: int, *, mirrored: bool) -> None:
        across = sum(size.width() for size in span) + GAP_PX * (len(span) - 1)
        x = (self.width - across) // 2
        for size in span:
            left = self.width - x - size.width() if mirrored else x
            self.boxes.append(QtCore.QRect(QtCore.QPoint(left, y), size))
            x += size.width() + GAP_PX

    def pages_between(self, top: int, bottom: int) -> range:
        """Return the pages of which something stands between two heights."""
        if not self._tops:
            return range(0)
        first = self._row_at(top)
        last = max(first, bisect_right(self._tops, bottom) - 1)
        if first < last and max(self.boxes[n].bottom() for n in self.rows[first]) < top:
            first += 1
        return range(self.rows[first].start, self.rows[last].stop)

    def _row_at(self, y: int) -> int:
        return max(0, bisect_right(self._tops, y) - 1)

    def page_at(self, y: int) -> int:
        """Return the page that stands at a height, the one above a gap; -1 if there is none."""
        return self.rows[self._row_at(y)].start if self._tops else -1

    def beside(self, page: int, step: int) -> int:
        """Return the first page of the row so many rows on from that of a page."""
        here = next(n for n, row in enumerate(self.rows) if page in row)
        return self.rows[min(max(here + step, 0), len(self.rows) - 1)].start

    def to_points(self, page: int, y: int) -> float:
        """Return how far in points a height is below the top of a page."""
        return (y - self.boxes[page].top()) / self._factors[page]

    def to_pixels(self, page: int, points: float) -> int:
        """Return the height of a place on a page."""
        return self.boxes[page].top() + round(points * self._factors[page])

    def picture_size(self, page: int, ratio: float) -> tuple[int, int]:
        """Return how large a picture of a page is to be, in the screen's own pixels."""
        box = self.boxes[page]
        width, height = box.width() * ratio, box.height() * ratio
        shrink = min(1.0, (_MOST_PIXELS / (width * height)) ** 0.5)
        return max(1, round(width * shrink)), max(1, round(height * shrink))

    def box_of(self, page: int, box: Sequence[float]) -> QtCore.QRectF:
        """Return a box given in points of a page in pixels of the whole."""
        factor = self._factors[page]
        left, top, right, bottom = (number * factor for number in box)
        corner = QtCore.QPointF(self.boxes[page].topLeft())
        return QtCore.QRectF(left, top, right - left, bottom - top).translated(corner)

    def line_at(self, page: int, points: float) -> QtCore.QRectF:
        """Return where the line stands that a link to a place of a page means, in pixels."""
        top = points + _ABOVE_PT
        across = self.sizes[page][0]
        return self.box_of(page, (_EDGE_PT, top, across - _EDGE_PT, top + _LINE_PT))

    def place_at(self, point: QtCore.QPoint) -> tuple[int, float, float] | None:
        """Return what is at a point of the whole: the page, points from its left and top."""
        if not self._tops:
            return None
        for page in self.rows[self._row_at(point.y())]:
            box = self.boxes[page]
            if box.contains(point):
                inside = point - box.topLeft()
                factor = self._factors[page]
                return page, inside.x() / factor, inside.y() / factor
        return None


def _rows(sizes: Sequence[tuple[float, float]], columns: int) -> list[range]:
    """Pages that stand side by side; one that is wider than high has a row of its own."""
    rows: list[range] = []
    start = 0
    while start < len(sizes):
        stop = start + 1
        while stop < len(sizes) and stop - start < columns and _upright(sizes, start, stop):
            stop += 1
        rows.append(range(start, stop))
        start = stop
    return rows


def _upright(sizes: Sequence[tuple[float, float]], *pages: int) -> bool:
    return all(sizes[page][0] <= sizes[page][1] for page in pages)


def next_step(scale: float, step: int) -> float:
    """Return the next zoom of the ladder, larger for 1 and smaller for -1."""
    if step > 0:
        return next((found for found in STEPS if found > scale * 1.01), max(scale, STEPS[-1]))
    return next((found for found in reversed(STEPS) if found < scale * 0.99), min(scale, STEPS[0]))
