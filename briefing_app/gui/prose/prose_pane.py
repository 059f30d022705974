"""Prose in a column, painted: grounds, family lines, ¶ numbers and claim ids; what is lit."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.prose.prose_text import ProseText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.prose.prose_caret import ProseCaret
    from briefing_app.gui.prose.prose_places import TextRun, UnitPlace
    from briefing_app.gui.prose.screen_reader_stops import ClaimLinks, TextLinks
    from briefing_app.model.claim_lens import Seen

_UPPER_THIRD = 0.26  # of the viewport's height, above the words that are shown
_AIR = 0.4  # of a line, above a paragraph that begins at the top
_RING_RADIUS_PX = 4
_KEPT_FREE_PX = 48  # above and below what is shown
_LINES_LEFT_FREE = 3  # of the words that a card explains
_BEFORE_POINTER_PX = 60


class ProsePane(ProseText):
    """Paints one section and shows places in it; ProseView adds what the reader does with it."""

    _ring_shown = False
    _stops: tuple[ClaimLinks, TextLinks] | None = None  # made once a screen reader is there
    _caret: ProseCaret | None = None  # made when it is first wanted
    _is_caret_wanted = False

    # what others ask

    def set_mark_strength(self, strength: str) -> None:
        """Show the lines under claims `quiet`, `strong` or `off`."""
        self._state.mark_strength = strength
        self.viewport().update()

    def set_lens(self, lens: Seen | None) -> None:
        """Let the words of some claims stand out and grey others; None greys nothing."""
        self._state.lens = lens
        self._grey_words()
        self.viewport().update()

    def set_hits(self, spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark the words that a search matches: `spans_of` gives a text's spans in code points."""
        self._hits.search_for(spans_of)
        self.viewport().update()

    def set_found(self, spans: list[tuple[int, int]], current: int) -> None:
        """Mark what the find bar found, as sorted document positions; -1 = none is current."""
        self._state.found, self._state.found_current = spans, current
        if 0 <= current < len(spans):
            self.put_caret(spans[current][0])
        self.viewport().update()

    def claim_stops(self) -> list[tuple[int, str]]:
        """Return the claims in the order of the text, each with the index of its mark."""
        marks = self._made.places.marks
        return [(n, claim) for n, mark in enumerate(marks) for claim in mark.claims]

    def claim_sentence(self, claim_id: str) -> str:
        """Return a claim as a screen reader reads it."""
        claim = self.references.claims.get(claim_id)
        return f"{claim_id}. {claim.text}" if claim else claim_id

    def words_box(self, mark: int) -> QtCore.QRect:
        """Return the first line of a mark's words in the viewport, from top to baseline."""
        return self.box_of(*self.span_of(mark))

    def words_around(self, mark: int, position: QtCore.QPoint) -> QtCore.QRect:
        """Return what a card on a mark must not cover: its words, near the pointer's place.

        From the top of the line pointed at to the baseline of the last one; long marks are covered
        in part, so that the card stays near the pointer.
        """
        place = self._made.places.marks[mark]
        parts = list(self._geometry.segments([(place.start, place.end)]))
        boxes = [self._visible_box(part.box) for part in parts]
        at = next((n for n, box in enumerate(boxes) if box.contains(position)), -1)
        if at < 0:
            return self.words_box(mark)
        last = min(at + _LINES_LEFT_FREE, len(parts) - 1)
        scroll = self._scrolled()
        left = boxes[at].left()
        if last > at:  # the next line may begin far from the pointer
            left = max(position.x() - _BEFORE_POINTER_PX, 0)
        bottom = round(parts[last].baseline) - scroll
        return QtCore.QRect(left, boxes[at].top(), boxes[at].width(), bottom - boxes[at].top())

    def position_to_search_from(self) -> int:
        """Return the document position where the selection begins, else of the topmost line."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart()
        place = self._top_place()
        return place[0] if place else 0

    def text_runs(self) -> list[TextRun]:
        """Return the runs of the whole text, for searching in."""
        self.finish_building()
        return self._made.places.runs

    def runs_between(self, start: int, end: int) -> list[TextRun]:
        """Return the runs of the text that touch a stretch of the document."""
        runs = self._made.places.runs
        return [runs[n] for n in self._made.places.runs_between(start, end)]

    def covers(self, start: int, end: int, point: QtCore.QPoint) -> bool:
        """Return whether a stretch of the document stands at a place of the viewport."""
        place = QtCore.QPointF(point) + QtCore.QPointF(0, self._scrolled())
        return any(part.box.contains(place) for part in self._geometry.segments([(start, end)]))

    def box_of(self, start: int, end: int) -> QtCore.QRect:
        """Return the first line of a stretch in the viewport, from top to baseline."""
        segment = next(self._geometry.segments([(start, end)]), None)
        if segment is None:
            return QtCore.QRect()
        box = QtCore.QRectF(segment.box)
        box.setBottom(segment.baseline)
        return self._visible_box(box)

    def selected_plain_text(self) -> str:
        """Return the selected words as the briefing has them."""
        cursor = self.textCursor()
        return self._made.places.source_text(cursor.selectionStart(), cursor.selectionEnd())

    def createMimeDataFromSelection(self) -> QtCore.QMimeData:
        """Return the selected words as plain text, without what is there for display only."""
        data = QtCore.QMimeData()
        data.setText(self.selected_plain_text())
        return data

    def scroll_to(self, position: int) -> None:
        """Scroll so that a position's line stands in the upper third."""
        if not self._has_width:
            self._wanted = partial(self.scroll_to, position)
            return
        self._scroll_so(self._line_at(position)[0] - self.viewport().height() * _UPPER_THIRD)

    def show_span(self, start: int, end: int) -> None:
        """Scroll as little as is needed to show a stretch of the document, with room around it."""
        top, bottom = self._line_at(start)[0], self._line_at(end)[1]
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        if top - _KEPT_FREE_PX < scroll or bottom + _KEPT_FREE_PX > scroll + height:
            self.scroll_to(start)

    def _scrolled(self) -> int:
        """How far the document is scrolled in the viewport; embedded it never is."""
        return self.verticalScrollBar().value()

    def scroll_value(self) -> int:
        """Return how far the text is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where `scroll_value` was."""
        if not self._has_width:
            self._wanted = partial(self.set_scroll_value, value)
            return
        if value > self.verticalScrollBar().maximum():
            self.finish_building()
        self._scroll_so(value)

    def first_visible_paragraph(self) -> int:
        """Return the ¶ of the topmost paragraph in view; 0 where none is numbered."""
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        half_a_line = self._theme.line_px(self._prose_style.role) / 2
        for index, unit in self._geometry.units_between(scroll, scroll + height):
            number = self._made.places.units[index].number
            if number and unit.bottom - scroll > half_a_line:
                return number
        return 0

    # the caret

    def set_caret(self, *, on: bool) -> None:
        """Let the arrow keys move a caret through the text, or, without a screen reader, scroll."""
        self._is_caret_wanted = on
        self._switch_caret()

    def _switch_caret(self) -> None:
        # elsewhere programs that read nothing out count as screen readers; there F7 helps
        is_read_out = sys.platform == "linux" and QtGui.QAccessible.isActive()
        on = self._is_caret_wanted or is_read_out
        if self._caret is None and on:
            from briefing_app.gui.prose.prose_caret import ProseCaret

            self._caret = ProseCaret(self)
        if self._caret is not None:
            self._caret.switch(on=on)

    def put_caret(self, position: int) -> None:
        """Move the caret, where there is one, to a document position."""
        if self._caret is not None:
            self._caret.put(position)

    def follow_caret(self, position: int) -> None:
        """Leave the claim that the keyboard was on when the caret leaves its words."""
        if self._state.current_mark >= 0:
            start, end = self.span_of(self._state.current_mark)
            if not start <= position <= end:
                self._leave_keyboard_claim()

    def line_at(self, position: int) -> str:
        """Return the words of the line that a document position stands in."""
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.select(QtGui.QTextCursor.SelectionType.LineUnderCursor)
        return cursor.selectedText()

    def position_at_height(self, y: int) -> int:
        """Return the document position where the line at a height of the viewport begins."""
        return self._geometry.position_at(y + self._scrolled())

    def claim_of_keyboard(self) -> tuple[int, str | None]:
        """Return the mark and the claim that the keyboard or the caret is on; -1 for no mark."""
        state = self._state
        if state.current_mark < 0 and self._caret is not None and self._caret.is_on:
            here = self._caret.position()
            for mark in self._made.places.marks_between(here, here + 1):
                claims = self._made.places.marks[mark].claims
                return mark, state.selected if state.selected in claims else claims[0]
        return state.current_mark, state.keyboard_claim or state.selected or None

    def _leave_keyboard_claim(self) -> bool:
        if self._state.current_mark < 0:
            return False
        self._state.current_mark, self._state.keyboard_claim = -1, ""
        self.viewport().update()
        return True

    # screen readers

    def go_to_stop(self, mark: int, claim_id: str) -> None:
        """Put the keyboard on a claim of the text and select it."""
        raise NotImplementedError

    def link_stops(self) -> list[tuple[tuple[int, int], str]]:
        """Return where each link of the text stands, and what is read of it."""
        raise NotImplementedError

    def go_to_link(self, number: int) -> None:
        """Put the keyboard on a link."""
        raise NotImplementedError

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Tell screen readers of the claims, once the text has its size."""
        super().showEvent(event)
        QtCore.QTimer.singleShot(0, self, self._meet_screen_reader)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the list of claims over the words."""
        super().resizeEvent(event)
        if self._stops is not None:
            self._meet_screen_reader()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring when keys brought the focus; a screen reader may have come meanwhile."""
        reasons = QtCore.Qt.FocusReason
        if event.reason() != reasons.ActiveWindowFocusReason:
            by_tab = (reasons.TabFocusReason, reasons.BacktabFocusReason)
            self._ring_shown = event.reason() in by_tab
        super().focusInEvent(event)
        self.viewport().update()
        if self._caret is not None:
            self._caret.come_into_view()
        QtCore.QTimer.singleShot(0, self, self._meet_screen_reader)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    @QtCore.Slot()
    def _build_more(self) -> None:
        super()._build_more()
        if self._made.is_complete:
            self._meet_screen_reader()

    @QtCore.Slot()
    def _meet_screen_reader(self) -> None:
        """Give a screen reader, where one is there, the caret and the text's claims and links."""
        if not (self._made.is_complete and self.isVisible() and QtGui.QAccessible.isActive()):
            return
        self._switch_caret()
        if self._stops is None:
            from briefing_app.gui.prose.screen_reader_stops import ClaimLinks, TextLinks

            self._stops = (ClaimLinks(self), TextLinks(self))
        for stops in self._stops:
            stops.refresh()

    # the place that is read

    def paragraph_at_top(self) -> tuple[int, float] | None:
        """Return the topmost paragraph's ¶ and how much of it, as a share, is above the top.

        None at the very top, and where nothing is numbered.
        """
        number, scroll = self.first_visible_paragraph(), self.verticalScrollBar().value()
        unit = self._made.places.unit_numbered(number)
        if unit is None or not scroll or not self._has_width:
            return None
        top, height = self._extent_of(unit)
        return number, (scroll - top) / height

    def show_paragraph_at(self, number: int, share: float) -> None:
        """Scroll so that a share of a paragraph is above the top, as `paragraph_at_top` says."""
        if not self._has_width:
            self._wanted = partial(self.show_paragraph_at, number, share)
            return
        if self._made.places.unit_numbered(number) is None:
            self.finish_building()
        unit = self._made.places.unit_numbered(number)
        if unit is not None:
            top, height = self._extent_of(unit)
            self._scroll_so(max(top + share * height, 0))

    def span_of(self, mark: int) -> tuple[int, int]:
        """Return the document positions of a mark's words."""
        return self._made.places.marks[mark].start, self._made.places.marks[mark].end

    def span_at_top(self) -> tuple[int, int] | None:
        """Return the document positions of the topmost paragraph in view; None if there is none."""
        unit = self._made.places.unit_numbered(self.first_visible_paragraph())
        return (unit.start, unit.end) if unit is not None else None

    def paragraph_numbers(self) -> list[int]:
        """Return the numbers of all paragraphs, in their order."""
        self.finish_building()
        return [unit.number for unit in self._made.places.units if unit.number]

    def is_at_end(self) -> bool:
        """Return whether the text is scrolled as far as it goes."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def show_paragraph_at_top(self, number: int) -> None:
        """Scroll so that a paragraph, with the heading over it, begins at the top."""
        self.finish_building()
        units = self._made.places.units
        index = next((n for n, unit in enumerate(units) if unit.number == number), -1)
        if index >= 0:
            self.put_caret(units[index].start)
        if index > 0 and not units[index - 1].number:
            index -= 1
        if index >= 0:
            air = self._theme.line_px(self._prose_style.role) * _AIR
            self._scroll_so(max(self._line_at(units[index].start)[0] - air, 0))

    def _extent_of(self, unit: UnitPlace) -> tuple[float, float]:
        """Where a block of the section begins, and how high it is."""
        top = self._line_at(unit.start)[0]
        return top, max(self._line_at(max(unit.end - 1, unit.start))[1] - top, 1.0)

    # painting

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the paper and what lies under and beside the words, then the words."""
        painter = QtGui.QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._theme.colour("paper"))
        scroll = self.verticalScrollBar().value()
        painter.translate(0, -scroll)
        top, bottom = area.top() + scroll, area.bottom() + 1 + scroll
        self._painter.paint(painter, self._geometry, top, bottom)
        painter.end()
        super().paintEvent(event)
        if self._ring_shown and self.hasFocus():
            painter = QtGui.QPainter(self.viewport())
            width, height = self.viewport().width(), self.viewport().height()
            pen = Pen(painter, self._theme, width)
            pen.focus_ring(2, 2, width - 4, height - 4, _RING_RADIUS_PX)
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the ring where it is: Qt moves what is painted."""
        super().scrollContentsBy(dx, dy)
        if self._ring_shown:
            self.viewport().update()

    def _visible_box(self, box: QtCore.QRectF) -> QtCore.QRect:
        """A box of the document, in the viewport."""
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()
