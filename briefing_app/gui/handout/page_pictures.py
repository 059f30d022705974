"""The pictures of the handout's pages: those near the view, old ones until new ones come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6 import QtGui


class PagePictures:
    """Pictures by page."""

    def __init__(self) -> None:
        """Have none."""
        self._pictures: dict[int, QtGui.QImage] = {}
        self._old: set[int] = set()  # pages whose picture is of the PDF before this one

    @property
    def pages(self) -> set[int]:
        """The pages that there is a picture of."""
        return set(self._pictures)

    def of(self, page: int) -> QtGui.QImage | None:
        """Return the picture of a page; None if there is none."""
        return self._pictures.get(page)

    def is_current(self, page: int) -> bool:
        """Return whether a page is shown as it is in the PDF that is open."""
        return page in self._pictures and page not in self._old

    def is_drawn(self, page: int, width_px: int) -> bool:
        """Return whether a page is shown as it is, in a width."""
        return self.is_current(page) and self._pictures[page].width() == width_px

    def take(self, page: int, picture: QtGui.QImage) -> None:
        """Show a page by a picture of it."""
        self._pictures[page] = picture
        self._old.discard(page)

    def grow_old(self, page_count: int) -> None:
        """Keep what there is until the pages of another PDF, so many, are drawn."""
        self._pictures = {n: p for n, p in self._pictures.items() if n < page_count}
        self._old = set(self._pictures)

    def keep(self, pages: range) -> None:
        """Give the memory of all others back."""
        self._pictures = {n: picture for n, picture in self._pictures.items() if n in pages}

    def forget(self) -> None:
        """Give the memory back; nothing is shown any more."""
        self._pictures = {}
