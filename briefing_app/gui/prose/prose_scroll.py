"""Scrolling a text: to a position, to a paragraph, and back to the line that stood at the top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.gui.prose.prose_places import UnitPlace

UPPER_THIRD = 0.26  # of the height, above the words that are shown
KEPT_FREE_PX = 48  # above and below what is shown
_AIR = 0.4  # of a line, above a paragraph that begins at the top


class ProseScroll:
    """Moves a text in its own viewport; what is asked for before it has a width is kept."""

    def __init__(self, text: QtWidgets.QTextEdit, body: ProseBody) -> None:
        """Scroll `text`, which shows `body`."""
        self._text = text
        self._body = body
        self._wanted: Callable[[], None] | None = None

    def value(self) -> int:
        """Return how far the text is scrolled, in pixels."""
        return self._text.verticalScrollBar().value()

    def set_value(self, value: int) -> None:
        """Scroll to where `value` was."""
        if not self._body.has_width:
            self._wanted = partial(self.set_value, value)
            return
        if value > self._text.verticalScrollBar().maximum():
            self._body.finish()
        self._put_at_top(value)

    def show_position(self, position: int) -> None:
        """Scroll so that a position's line stands in the upper third."""
        if not self._body.has_width:
            self._wanted = partial(self.show_position, position)
            return
        height = self._text.viewport().height()
        self._put_at_top(self._body.line_at(position)[0] - height * UPPER_THIRD)

    def show_span(self, start: int, end: int) -> None:
        """Scroll as little as is needed to show a stretch of the document, with room around it."""
        top, bottom = self._body.line_at(start)[0], self._body.line_at(end)[1]
        scroll, height = self.value(), self._text.viewport().height()
        if top - KEPT_FREE_PX < scroll or bottom + KEPT_FREE_PX > scroll + height:
            self.show_position(start)

    def follow_caret(self, _position: int) -> None:
        """Do nothing: Qt keeps the caret in its own viewport."""

    def is_at_end(self) -> bool:
        """Return whether the text is scrolled as far as it goes."""
        bar = self._text.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def do_what_waited(self) -> None:
        """Scroll to what was asked for before there was a width."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _put_at_top(self, top: float) -> None:
        """Scroll so that a height of the document stands at the top."""
        bar = self._text.verticalScrollBar()
        if top > bar.maximum():
            self._body.document.size()  # lays out the rest, so that the bar knows its range
        bar.setValue(round(top))

    # the line at the top

    def top_line(self) -> tuple[int, float] | None:
        """Return what stands at the top: document position, px above it; None at the very top."""
        scroll = self._text.verticalScrollBar().value()
        if scroll == 0 or not self._body.places.units:
            return None
        position = self._body.geometry.position_at(scroll)
        return position, self._body.line_at(position)[0] - scroll

    def restore(self, line: tuple[int, float] | None) -> None:
        """Scroll to where `top_line` was; None scrolls nowhere."""
        if line is not None:
            position, above = line
            if position >= self._body.document.characterCount():
                self._body.finish()
            self._put_at_top(self._body.line_at(position)[0] - above)

    def position_to_search_from(self) -> int:
        """Return the document position where the selection begins, else of the topmost line."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart()
        line = self.top_line()
        return line[0] if line else 0

    # paragraphs

    def first_visible_paragraph(self) -> int:
        """Return the ¶ of the topmost paragraph in view; 0 where none is numbered."""
        scroll = self._text.verticalScrollBar().value()
        height = self._text.viewport().height()
        half_a_line = self._line_px() / 2
        for index, unit in self._body.geometry.units_between(scroll, scroll + height):
            number = self._body.places.units[index].number
            if number and unit.bottom - scroll > half_a_line:
                return number
        return 0

    def span_at_top(self) -> tuple[int, int] | None:
        """Return the document positions of the topmost paragraph in view; None if there is none."""
        unit = self._body.places.unit_numbered(self.first_visible_paragraph())
        return (unit.start, unit.end) if unit is not None else None

    def paragraph_numbers(self) -> list[int]:
        """Return the numbers of all paragraphs, in their order."""
        self._body.finish()
        return [unit.number for unit in self._body.places.units if unit.number]

    def paragraph_at_top(self) -> tuple[int, float] | None:
        """Return the topmost paragraph's ¶ and how much of it, as a share, is above the top.

        None at the very top, and where nothing is numbered.
        """
        number, scroll = self.first_visible_paragraph(), self._text.verticalScrollBar().value()
        unit = self._body.places.unit_numbered(number)
        if unit is None or not scroll or not self._body.has_width:
            return None
        top, height = self._extent_of(unit)
        return number, (scroll - top) / height

    def show_paragraph_at(self, number: int, share: float) -> None:
        """Scroll so that a share of a paragraph is above the top, as `paragraph_at_top` says."""
        if not self._body.has_width:
            self._wanted = partial(self.show_paragraph_at, number, share)
            return
        unit = self.paragraph(number)
        if unit is not None:
            top, height = self._extent_of(unit)
            self._put_at_top(max(top + share * height, 0))

    def begin_at_paragraph(self, number: int) -> None:
        """Scroll so that a paragraph, with the heading over it, begins at the top."""
        self._body.finish()
        units = self._body.places.units
        index = next((n for n, unit in enumerate(units) if unit.number == number), -1)
        if index > 0 and not units[index - 1].number:
            index -= 1
        if index >= 0:
            air = self._line_px() * _AIR
            self._put_at_top(max(self._body.line_at(units[index].start)[0] - air, 0))

    def paragraph(self, number: int) -> UnitPlace | None:
        """Return where the paragraph of a number stands; None if there is none."""
        if self._body.places.unit_numbered(number) is None:
            self._body.finish()
        return self._body.places.unit_numbered(number)

    def _line_px(self) -> float:
        return self._body.theme.line_px(self._body.style.role)

    def _extent_of(self, unit: UnitPlace) -> tuple[float, float]:
        """Where a block of the section begins, and how high it is."""
        top = self._body.line_at(unit.start)[0]
        bottom = self._body.line_at(max(unit.end - 1, unit.start))[1]
        return top, max(bottom - top, 1.0)
