"""Scrolling for prose that lies on a page with other things: the page scrolls, not the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.prose.prose_scroll import KEPT_FREE_PX, UPPER_THIRD, ProseScroll

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody


class PageScroll(ProseScroll):
    """Moves the page of a scroll area that a text, as high as it is long, lies on."""

    def __init__(
        self, text: QtWidgets.QTextEdit, body: ProseBody, area: QtWidgets.QScrollArea
    ) -> None:
        """Scroll `area`, whose widget must be set by then."""
        super().__init__(text, body)
        self._area = area

    def _top_in_area(self, top: float) -> int:
        page = self._area.widget()
        assert page is not None
        return self._text.mapTo(page, QtCore.QPoint(0, round(top))).y()

    def value(self) -> int:
        """Return how far the page is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    def set_value(self, value: int) -> None:
        """Scroll the page to where `value` was."""
        self._area.verticalScrollBar().setValue(value)

    def show_position(self, position: int) -> None:
        """Scroll the page so that a position's line stands in the upper third."""
        top = self._top_in_area(self._body.line_at(position)[0])
        free = round(self._area.viewport().height() * UPPER_THIRD)
        self._area.verticalScrollBar().setValue(top - free)

    def show_span(self, start: int, end: int) -> None:
        """Scroll the page as little as is needed to show a stretch of the text."""
        top = self._top_in_area(self._body.line_at(start)[0])
        bottom = self._top_in_area(self._body.line_at(end)[1])
        scroll, height = self.value(), self._area.viewport().height()
        if top - KEPT_FREE_PX < scroll or bottom + KEPT_FREE_PX > scroll + height:
            self.show_position(start)

    def follow_caret(self, position: int) -> None:
        """Scroll the page after the caret."""
        if self._text.hasFocus():
            self.show_span(position, position)
