"""What is marked on the pages: places that were found, the link at the keyboard, where one led."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.gui.handout.page_layout import PageLayout
    from briefing_app.gui.handout.page_painter import PagePainter
    from briefing_app.gui.handout.page_source import Box, Hit


class PageMarks:
    """Holds the marks of one PDF; all boxes are in points of their page."""

    def __init__(self) -> None:
        """Mark nothing."""
        self.hits: Mapping[int, Sequence[Hit]] = {}
        self.hit: tuple[int, int] = (-1, -1)  # page and number of the one to show
        self.link: tuple[int, Sequence[Box]] | None = None
        self.reached: tuple[int, float] | None = None  # page, points from its top

    def current_box(self) -> tuple[int, Box] | None:
        """Return page and first box of the place that is to be shown."""
        page, number = self.hit
        boxes = self.hits[page][number] if page in self.hits else ()
        return (page, boxes[0]) if boxes else None

    def paint(self, pages: PagePainter, layout: PageLayout, page: int, *, focused: bool) -> None:
        """Draw the marks of one page."""
        for number, boxes in enumerate(self.hits.get(page, ())):
            areas = [layout.box_of(page, box) for box in boxes]
            pages.hit(areas, current=(page, number) == self.hit)
        if self.reached is not None and self.reached[0] == page:
            pages.band(layout.line_at(*self.reached))
        if focused and self.link is not None and self.link[0] == page:
            pages.frame([layout.box_of(page, box) for box in self.link[1]])
