"""Where marks, numbers and ids are painted: worked out for a block when it is first seen.

In document coordinates. What a block looks like changes only with the column or the fonts, so it
is kept until then; scrolling costs nothing but painting.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import has_right_to_left
from briefing_app.gui.kit.text_block import cursor_x
from briefing_app.gui.prose.margin_labels import LabelPlacer, MarginLabel
from briefing_app.gui.prose.paragraph_numbers import ParagraphNumbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.gui.prose.prose_column import Column
    from briefing_app.gui.prose.prose_places import ProsePlaces, UnitPlace
    from briefing_app.gui.theme.theme import Theme


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


_TALL_LINE_PX = 60
_NUMBER_ASCENT_PX = 12
_BULLET_PX = 5
_BULLET_AWAY = 0.45  # from the text, in line heights
_SMALL_LETTERS = 0.2  # half the height of an x


class Segment:
    """The part of a stretch of words that stands on one line."""

    __slots__ = ("baseline", "box", "index")

    def __init__(self, index: int, box: QtCore.QRectF, baseline: float) -> None:
        self.index = index  # of the mark, or of the span asked for
        self.box = box  # as high as the letters
        self.baseline = baseline


class UnitGeometry:
    """One block of the section as it is painted."""

    __slots__ = ("bottom", "grounds", "labels", "number_baseline", "segments", "top")

    def __init__(self) -> None:
        self.top = 0.0
        self.bottom = 0.0
        self.segments: list[Segment] = []
        self.labels: list[MarginLabel] = []
        self.number_baseline = 0.0
        self.grounds: list[tuple[str, QtCore.QRectF]] = []


class ProseGeometry:
    """The geometry of one document in one column."""

    def __init__(
        self,
        document: QtGui.QTextDocument,
        places: ProsePlaces,
        theme: Theme,
        column: Column,
        *,
        mirrored: bool,
        margins: bool,
        sign_of: Callable[[str], str],
    ) -> None:
        """Know nothing yet; every block is looked at when it is asked for.

        `sign_of` gives what stands after a claim's id: how the claim stands.
        """
        self.document = document
        self.column = column
        self.mirrored = mirrored
        self._places = places
        self.margins = margins
        self._sign_of = sign_of
        self.numbers = ParagraphNumbers(theme)
        self._id_metrics = QtGui.QFontMetricsF(theme.font("id_margin"))
        self._id_line_px = theme.line_px("id_margin")
        self._units: dict[int, UnitGeometry] = {}
        self._tops: dict[int, float] = {}

    def unit(self, index: int) -> UnitGeometry:
        """Return the geometry of a block."""
        found = self._units.get(index)
        if found is None:
            found = self._units[index] = self._look_at(self._places.units[index])
        return found

    def _top(self, index: int) -> float:
        """Where a block of the section begins; lays the document out that far."""
        found = self._tops.get(index)
        if found is None:
            block = self.document.findBlock(self._places.units[index].start)
            found = self.document.documentLayout().blockBoundingRect(block).top()
            self._tops[index] = found
        return found

    def _index_at(self, y: float) -> int:
        """The last block of the section that begins at or above a height; the first before it.

        Qt's own hitTest cannot be asked: while a part is still to be laid out, it answers with the
        end of what is. Steps that double keep that part small.
        """
        step, count = 1, len(self._places.units)
        while step < count and self._top(step) <= y:
            step *= 2
        low, high = step // 2, min(step, count)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._top(middle) <= y else (low, middle)
        return low

    def position_at(self, y: float) -> int:
        """Return the document position where the line at a height of the document begins."""
        if not self._places.units:
            return 0
        unit = self._places.units[self._index_at(y)]
        layout = self.document.documentLayout()
        block = self.document.findBlock(unit.start)
        following = block.next()
        while following.isValid() and following.position() < unit.end:
            if layout.blockBoundingRect(following).top() > y:
                break
            block, following = following, following.next()
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        start = 0
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            if top + line.y() > y:
                break
            start = line.textStart()
        return block.position() + start

    def units_between(self, top: float, bottom: float) -> list[tuple[int, UnitGeometry]]:
        """Return the blocks that touch a stretch of the document's height."""
        units = self._places.units
        if not units:
            return []
        index = max(self._index_at(top) - 1, 0)
        found = []
        while index < len(units):
            unit = self.unit(index)
            if unit.top > bottom:
                break
            if unit.bottom >= top:
                found.append((index, unit))
            index += 1
        return found

    def positions_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the document positions that a stretch of the document's height shows."""
        units = self.units_between(top, bottom)
        if not units:
            return 0, 0
        return self._places.units[units[0][0]].start, self._places.units[units[-1][0]].end

    def found_segments(
        self, spans: list[tuple[int, int]], first: int, last: int
    ) -> Iterator[tuple[int, Segment]]:
        """Yield (number of the span, its part of a line) for sorted spans near the positions."""
        begin = bisect_left(spans, (first, 0))
        end = bisect_left(spans, (last, 0))
        for segment in self.segments(spans[begin:end]):
            yield begin + segment.index, segment

    def number_box(self, index: int, unit: UnitGeometry) -> QtCore.QRectF | None:
        """Return the box of a block's ¶ number in the margin; None where it has none."""
        number = self._places.units[index].number
        if not number or not self.margins:
            return None
        return self.numbers.box(number, unit.number_baseline, self.column, mirrored=self.mirrored)

    def segments(self, spans: list[tuple[int, int]]) -> Iterator[Segment]:
        """Yield the lines' parts of spans of the document; `index` counts the spans."""
        for index, (start, end) in enumerate(spans):
            block = self.document.findBlock(start)
            while block.isValid() and block.position() < end:
                yield from self._on_lines(index, start, end, block)
                block = block.next()

    def _on_lines(
        self, index: int, start: int, end: int, block: QtGui.QTextBlock
    ) -> Iterator[Segment]:
        origin = self.document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        text = _ASTRAL.sub("xx", block.text())  # one letter a unit, as Qt counts them
        first, last = max(start - block.position(), 0), min(end - block.position(), len(text))
        mixed = has_right_to_left(text)
        line = layout.lineForTextPosition(first)
        number = line.lineNumber() if line.isValid() else layout.lineCount()
        while number < layout.lineCount():
            line = layout.lineAt(number)
            number += 1
            line_start = line.textStart()
            if line_start >= last:
                break
            a, b = max(first, line_start), min(last, line_start + line.textLength())
            while b > a and b <= len(text) and text[b - 1] in " \u2028\u200b":
                b -= 1
            if a >= b:
                continue
            box = line.rect().translated(origin)
            baseline = box.top() + line.ascent()
            for left, right in _extents(line, a, b, mixed=mixed):
                part = QtCore.QRectF(origin.x() + left, box.top(), right - left, box.height())
                yield Segment(index, part, baseline)

    def _look_at(self, place: UnitPlace) -> UnitGeometry:
        found = UnitGeometry()
        layout = self.document.documentLayout()
        first = self.document.findBlock(place.start)
        last = self.document.findBlock(max(place.end - 1, place.start))
        box = layout.blockBoundingRect(first)
        found.top = box.top()
        line = first.layout().lineAt(0) if first.layout().lineCount() else None
        found.number_baseline = box.top() + (line.y() + line.ascent() if line else 0.0)
        if line and line.ascent() > _TALL_LINE_PX:  # a picture: its number stands at its top
            found.number_baseline = box.top() + line.y() + _NUMBER_ASCENT_PX
        found.bottom = max(layout.blockBoundingRect(last).bottom(), box.bottom())
        table = QtGui.QTextCursor(first).currentTable()
        if table is not None:
            frame = layout.frameBoundingRect(table)
            found.top, found.bottom = frame.top(), frame.bottom()
        marks = self._places.marks_between(place.start, place.end)
        spans = [(self._places.marks[n].start, self._places.marks[n].end) for n in marks]
        for segment in self.segments(spans):
            segment.index += marks.start
            found.segments.append(segment)
        if self.margins:
            found.labels = self._labels(found, place)
        found.grounds = self._grounds(place)
        return found

    def _labels(self, found: UnitGeometry, place: UnitPlace) -> list[MarginLabel]:
        seen: set[int] = set()
        wanted: list[tuple[int, str, float]] = []
        for segment in found.segments:
            if segment.index not in seen:
                seen.add(segment.index)
                claims = self._places.marks[segment.index].claims
                wanted += [(segment.index, claim, segment.baseline) for claim in claims]
        if not wanted:
            return []
        placer = LabelPlacer(
            self.column,
            mirrored=self.mirrored,
            width_of=self._id_metrics.horizontalAdvance,
            elide=self._label_text,
            bottom=found.bottom + 4,
            line_px=self._id_line_px,
        )
        if self.column.narrow and place.number:
            placer.keep_free(found.number_baseline)
        return placer.place(sorted(wanted, key=lambda label: label[2]))

    def _label_text(self, claim_id: str, width: float) -> str:
        """An id with the sign of how its claim stands, cut to a width."""
        text = f"{claim_id}{self._sign_of(claim_id)}"
        if self._id_metrics.horizontalAdvance(text) <= width:
            return text
        return self._id_metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)

    def _bullet(self, position: int) -> QtCore.QRectF:
        """Where an item's dot stands: before its first line, in the middle of small letters."""
        block = self.document.findBlock(position)
        origin = self.document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        line = layout.lineAt(0) if layout.lineCount() else None
        baseline = line.y() + line.ascent() if line else 0.0
        em = line.height() if line else 0.0
        y = origin.y() + baseline - em * _SMALL_LETTERS - _BULLET_PX / 2
        away = em * _BULLET_AWAY
        right_to_left = block.textDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        edge = line.rect().right() if line and right_to_left else line.x() if line else 0.0
        x = origin.x() + edge + (away if right_to_left else -away - _BULLET_PX)
        return QtCore.QRectF(x, y, _BULLET_PX, _BULLET_PX)

    def _grounds(self, place: UnitPlace) -> list[tuple[str, QtCore.QRectF]]:
        found = []
        layout = self.document.documentLayout()
        for ground in self._places.grounds_between(place.start, place.end):
            first = layout.blockBoundingRect(self.document.findBlock(ground.start))
            last = layout.blockBoundingRect(self.document.findBlock(max(ground.end - 1, 0)))
            if ground.kind == "bullet":
                found.append((ground.kind, self._bullet(ground.start)))
                continue
            left = min(first.left(), last.left())
            box = QtCore.QRectF(left, first.top(), self.column.width, last.bottom() - first.top())
            box.setRight(self.column.left + self.column.width)
            found.append((ground.kind, box))
        return found


def _extents(
    line: QtGui.QTextLine, start: int, end: int, *, mixed: bool
) -> list[tuple[float, float]]:
    """Where letters of a line stand: one stretch, several where the direction changes."""
    if not mixed:
        return [(cursor_x(line, start), cursor_x(line, end))]
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    stretches: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if stretches and left <= stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], max(right, stretches[-1][1]))
        else:
            stretches.append((left, right))
    return stretches
