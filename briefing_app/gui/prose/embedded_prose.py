"""Prose that lies on a page with other things: the page scrolls, not the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.prose.prose_view import ProseView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.prose.prose_column import ProseStyle
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block

_UPPER_THIRD = 0.26  # of the area's height, above the words that are shown
_KEPT_FREE_PX = 48


class EmbeddedProse(ProseView):
    """A text as high as it is long, on the widget of a scroll area."""

    def __init__(
        self,
        area: QtWidgets.QScrollArea,
        blocks: Sequence[Block],
        references: CrossReferences,
        theme: Theme,
        *,
        section_id: str,
        style: ProseStyle,
        read_picture: Callable[[str], bytes],
    ) -> None:
        """Lie on the widget of `area`, which must be set by then."""
        page = area.widget()
        assert page is not None
        super().__init__(
            blocks,
            references,
            theme,
            section_id=section_id,
            style=style,
            read_picture=read_picture,
            parent=page,
        )
        self._area = area
        self._page = page

    def _top_in_area(self, top: float) -> int:
        return self.mapTo(self._page, QtCore.QPoint(0, round(top))).y()

    def scroll_to(self, position: int) -> None:
        """Scroll the page so that a position's line stands in the upper third."""
        top = self._top_in_area(self._line_at(position)[0])
        free = round(self._area.viewport().height() * _UPPER_THIRD)
        self._area.verticalScrollBar().setValue(top - free)

    def show_span(self, start: int, end: int) -> None:
        """Scroll the page as little as is needed to show a stretch of the text."""
        top = self._top_in_area(self._line_at(start)[0])
        bottom = self._top_in_area(self._line_at(end)[1])
        scroll, height = self.scroll_value(), self._area.viewport().height()
        if top - _KEPT_FREE_PX < scroll or bottom + _KEPT_FREE_PX > scroll + height:
            self.scroll_to(start)

    def follow_caret(self, position: int) -> None:
        """Scroll the page after the caret."""
        super().follow_caret(position)
        if self.hasFocus():
            self.show_span(position, position)

    def scroll_value(self) -> int:
        """Return how far the page is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll the page to where `scroll_value` was."""
        self._area.verticalScrollBar().setValue(value)
