"""The links of the handout's pages: pointed at, clicked, gone through by key."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.handout.page_process import PageLink
    from briefing_app.gui.handout.page_source import Box, PageSource

_SLACK_PT = 1.5  # around a link that is small on paper
_TIP_LETTERS = 160  # of an address; the question before it is opened shows all


class PagesWithLinks(Protocol):
    """What the view of the pages says of what it shows."""

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    @property
    def place(self) -> tuple[int, float] | None:
        """The page at the top of the view, and points from its top."""

    def place_at(self, point: QtCore.QPoint) -> tuple[int, float, float] | None:
        """Return the page at a point of the viewport, points from its left and top."""

    def step_page(self, step: int) -> None:
        """Go to a page before or after."""

    def mark_link(self, page: int, boxes: Sequence[Box]) -> None:
        """Frame a link and bring it into view."""


class PageLinks(QtCore.QObject):
    """Knows the links of the pages near the view and says which one the reader wishes to follow."""

    place_wished = QtCore.Signal(int, float)  # page, points from its top
    address_wished = QtCore.Signal(str)

    def __init__(
        self, area: QtWidgets.QAbstractScrollArea, pages: PagesWithLinks, source: PageSource
    ) -> None:
        """Know none yet; `area` is the widget that shows the `pages` of `source`."""
        super().__init__(area)
        self._area = area
        self._pages = pages
        self._source = source
        self._links: dict[int, Sequence[PageLink]] = {}
        self._asked: set[int] = set()
        self._pressed: PageLink | None = None
        self._current: tuple[int, int] | None = None  # page and number of the one at the keyboard
        self._pending = 0  # a step that waits for the links of further pages
        source.opened.connect(self._forget_links)
        source.links_read.connect(self._take_links)
        area.viewport().setMouseTracking(True)

    @property
    def current(self) -> PageLink | None:
        """The link that the keyboard is on."""
        if self._current is None:
            return None
        page, number = self._current
        return self._links[page][number] if page in self._links else None

    def at(self, point: QtCore.QPoint) -> PageLink | None:
        """Return the link at a point of the viewport."""
        place = self._pages.place_at(point)
        if place is None:
            return None
        page, across, down = place
        for link in self._links.get(page, ()):
            for left, top, right, bottom in link.boxes:
                inside = left - _SLACK_PT <= across <= right + _SLACK_PT
                if inside and top - _SLACK_PT <= down <= bottom + _SLACK_PT:
                    return link
        return None

    @QtCore.Slot()
    def go_to_next(self) -> None:
        """Move the keyboard to the next link."""
        self._step(1)

    @QtCore.Slot()
    def go_to_previous(self) -> None:
        """Move the keyboard to the link before."""
        self._step(-1)

    def where_to(self, link: PageLink) -> str:
        """Return in words where a link leads."""
        if link.page >= 0:
            return self.tr("Go to page {page}").format(page=link.page + 1)
        address = link.address
        if len(address) > _TIP_LETTERS:
            address = address[:_TIP_LETTERS] + "…"
        return self.tr("{address} (you are asked before it is opened)").format(address=address)

    # what the pages say

    @QtCore.Slot()
    def _forget_links(self) -> None:
        self._links, self._asked = {}, set()
        self._pressed, self._current, self._pending = None, None, 0
        self._area.viewport().unsetCursor()

    def ask_for(self, near: range) -> None:
        """Read the links of the pages in view and of their neighbours; forget the others."""
        self._links = {page: links for page, links in self._links.items() if page in near}
        self._asked &= set(near)
        for page in near:
            if page not in self._asked:
                self._asked.add(page)
                self._source.read_links(page)

    @QtCore.Slot(int, object)
    def _take_links(self, page: int, links: Sequence[PageLink]) -> None:
        if page not in self._asked:
            return  # scrolled away meanwhile
        self._links[page] = links
        if self._pending and self._links.keys() == self._asked:
            self._step(self._pending)

    # by key

    def _step(self, way: int) -> None:
        links = self._links
        self._pending = 0
        self._area.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        known = [(page, n) for page in sorted(links) for n in range(len(links[page]))]
        ahead = self._ahead(known if way > 0 else known[::-1], way)
        if ahead is not None:
            self._current = ahead
            link = links[ahead[0]][ahead[1]]
            self._pages.mark_link(ahead[0], link.boxes)
            announce(self._area, f"{link.words}. {self.where_to(link)}")
        elif self._asked and self._goes_on(way):
            self._pending = way  # no link on these pages: look at the next ones
            self._pages.step_page(way)

    def _goes_on(self, way: int) -> bool:
        """Whether there are pages beyond those whose links are known."""
        return max(self._asked) < self._pages.page_count - 1 if way > 0 else min(self._asked) > 0

    def _ahead(self, known: Sequence[tuple[int, int]], way: int) -> tuple[int, int] | None:
        """Return the first place beyond the current one, at first the first one in view."""
        if self._current is not None and self._current[0] in self._links:
            here = self._current
            return next((p for p in known if (p > here if way > 0 else p < here)), None)
        if way < 0:
            return next((p for p in known if p[0] <= self._pages.page), None)
        top = self._pages.place or (0, 0.0)
        return next((p for p in known if (p[0], self._links[p[0]][p[1]].boxes[0][1]) >= top), None)

    # by the pointer

    def explain(self, event: QtGui.QHelpEvent) -> None:
        """Say where the link under the pointer leads."""
        link = self.at(event.pos())
        words = f"<qt>{html.escape(self.where_to(link))}</qt>" if link is not None else ""
        QtWidgets.QToolTip.showText(event.globalPos(), words, self._area.viewport())

    def press(self, event: QtGui.QMouseEvent) -> None:
        """Remember what was pressed."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._pressed = self.at(event.position().toPoint())

    def release(self, event: QtGui.QMouseEvent) -> None:
        """Follow the link that was pressed."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            pressed, self._pressed = self._pressed, None
            if pressed is not None and pressed is self.at(event.position().toPoint()):
                self._follow(pressed)

    def move(self, event: QtGui.QMouseEvent) -> None:
        """Show a hand over links."""
        if self.at(event.position().toPoint()) is None:
            self._area.viewport().unsetCursor()
        else:
            self._area.viewport().setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    # followed

    def follow_current(self) -> bool:
        """Follow the link that the keyboard is on; return whether there is one."""
        link = self.current
        if link is not None:
            self._follow(link)
        return link is not None

    def _follow(self, link: PageLink) -> None:
        if link.page >= 0:
            self.place_wished.emit(link.page, link.top)
        else:
            self.address_wished.emit(link.address)
