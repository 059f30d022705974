"""Prose in a column, painted: grounds, family lines, ¶ numbers and claim ids; what is lit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.views.prose_text import ProseText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.views.prose_places import TextRun

_UPPER_THIRD = 0.26  # of the viewport's height, above the words that are shown
_KEPT_FREE_PX = 48  # above and below what is shown


class ProsePane(ProseText):
    """Paints one section and shows places in it; ProseView adds what the reader does with it."""

    # what others ask

    def set_mark_strength(self, strength: str) -> None:
        """Show the lines under claims `quiet`, `strong` or `off`."""
        self._state.mark_strength = strength
        self.viewport().update()

    def set_hits(self, spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark the words that a search matches: `spans_of` gives a text's spans in code points."""
        self._hits.search_for(spans_of)
        self.viewport().update()

    def set_found(self, spans: list[tuple[int, int]], current: int) -> None:
        """Mark what the find bar found, as sorted document positions; -1 = none is current."""
        self._state.found, self._state.found_current = spans, current
        self.viewport().update()

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

    def _visible_box(self, box: QtCore.QRectF) -> QtCore.QRect:
        """A box of the document, in the viewport."""
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()
