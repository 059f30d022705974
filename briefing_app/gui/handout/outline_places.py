"""Places in a PDF told by its outline: under which heading, and where that is in another PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.handout.page_process import Book, Bookmark


def section_at(outline: Sequence[Bookmark], page: int, top: float) -> Bookmark | None:
    """Return the last bookmark at or above a place (points from the top of a page)."""
    above = [mark for mark in outline if (mark.page, mark.top) <= (page, top + 1)]
    return above[-1] if above else None


def heading_at(outline: Sequence[Bookmark], page: int, top: float) -> Bookmark | None:
    """Return the bookmark that leads to a place itself."""
    return next((mark for mark in outline if mark.page == page and abs(mark.top - top) < 1), None)


def same_place(old: Book, new: Book, page: int, top: float) -> tuple[int, float]:
    """Return where what stands at a place of one PDF stands in another.

    The place is kept by its heading: pages before it may have come or gone.
    """
    mark = section_at(old.outline, page, top)
    if mark is None:
        return page, top
    same = [n for n in new.outline if n.title == mark.title and n.level == mark.level]
    if not same:
        return min(page, len(new.sizes) - 1), top
    found = min(same, key=lambda n: abs(n.page - page))
    pages_on = page - mark.page
    if pages_on:
        return min(found.page + pages_on, len(new.sizes) - 1), top
    return found.page, max(0.0, top - mark.top + found.top)
