"""The pages of the handout: continuous, zoomed, hits marked, never empty while new ones come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.handout.outline_places import heading_at, same_place
from briefing_app.gui.handout.page_layout import LEAST, MARGIN_PX, MOST, Fit, PageLayout, next_step
from briefing_app.gui.handout.page_links import PageLinks
from briefing_app.gui.handout.page_marks import PageMarks
from briefing_app.gui.handout.page_painter import PagePainter
from briefing_app.gui.handout.page_pictures import PagePictures
from briefing_app.gui.work.single_shot import single_shot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.handout.page_process import Book
    from briefing_app.gui.handout.page_source import Box, Hit, PageSource
    from briefing_app.gui.theme.theme import Theme

_GATHER_MS = 15  # for scrolling and resizing, so that a page is not asked for at every step
_NEIGHBOURS = 1  # pages drawn ahead on either side
_KEPT = 3  # pages kept on either side of what can be seen
_WHEEL_BASE = 1.0015  # zoom for an eighth of a degree
_SHOWN_MS = 1600  # a band over the line that a link led to
_LOOKED_AT = 0.3  # of the view's height: where the eye is


class PageView(QtWidgets.QAbstractScrollArea):
    """Shows the book of a page source and asks it for the pictures of the pages in view.

    `links` says which link is to be followed, `pictures` holds what the pages look like.
    """

    page_changed = QtCore.Signal(int)  # from 0
    zoom_changed = QtCore.Signal(float, object)  # scale, Fit

    def __init__(
        self, source: PageSource, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._book: Book | None = None
        self._layout = PageLayout((), 1)
        self._columns = 1
        self._fit = Fit.WIDTH
        self._scale = 1.0
        self._page = -1
        self._ringed = False
        self._aim: tuple[int, float] | None = None  # what was jumped to, until it is scrolled away
        self.pictures = PagePictures()
        self._marks = PageMarks()
        self._gather = self._timer(_GATHER_MS, self._ask_for_pages)
        self._showing = self._timer(_SHOWN_MS, self._stop_showing)
        self.links = PageLinks(self, self, source)
        source.page_drawn.connect(self._take_picture)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the handout"))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(40)
        self.set_theme(theme)

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QtCore.QTimer:
        timer = single_shot(self, after_ms)
        timer.timeout.connect(act)
        return timer

    # what is shown

    @property
    def page(self) -> int:
        """The page that is looked at, from 0; -1 while there is none."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._layout.sizes)

    @property
    def scale(self) -> float:
        """The zoom; 1.0 is the size on paper at 96 dots an inch."""
        return self._scale

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    @property
    def columns(self) -> int:
        """How many pages stand side by side."""
        return self._columns

    def forget_pictures(self) -> None:
        """Give the memory of the pictures back; nothing is shown any more."""
        self._gather.stop()
        self.pictures.forget()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours."""
        self._theme = theme
        palette = self.viewport().palette()
        palette.setColor(QtGui.QPalette.ColorRole.Window, theme.colour("win"))
        self.viewport().setPalette(palette)
        self.viewport().setBackgroundRole(QtGui.QPalette.ColorRole.Window)
        self.viewport().update()

    def show_book(self, book: Book) -> None:
        """Show another PDF at the same place; old pictures stay until new ones come."""
        place = self.place
        if place is not None and self._book is not None:
            place = same_place(self._book, book, *place)
        self._book = book
        self._marks = PageMarks()
        self.pictures.grow_old(len(book.sizes))
        self._layout = PageLayout(book.sizes, self._columns)
        self._lay_out()
        if place is not None:
            self.go_to(*place)
        self._note_page()
        self._ask_for_pages()

    @property
    def place(self) -> tuple[int, float] | None:
        """What is at the top of the view: the page, and points from its top."""
        top = self.verticalScrollBar().value() + MARGIN_PX
        page = self._layout.page_at(top)
        if page < 0:
            return None
        return self._aim or (page, self._layout.to_points(page, top))

    # zoom

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self._fit = fit
        self._zoom_about(self._scale, self._middle())

    def set_columns(self, columns: int) -> None:
        """Show one page, or two side by side."""
        page = self._page
        self._columns = columns
        self._layout = PageLayout(self._layout.sizes, columns)
        self._lay_out()
        self.go_to(max(page, 0), 0)
        self._ask_for_pages()

    def zoom(self, step: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        self._fit = Fit.NONE
        self._zoom_about(next_step(self._scale, step), self._middle())

    def zoom_to(self, scale: float) -> None:
        """Show the pages at a size; 1.0 is that on paper."""
        self._fit = Fit.NONE
        self._zoom_about(scale, self._middle())

    def _middle(self) -> QtCore.QPoint:
        return self.viewport().rect().center()

    def _zoom_about(self, scale: float, point: QtCore.QPoint) -> None:
        """Change the size; what lies under a point of the view stays there."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        old = self._layout
        y = down.value() + point.y()
        page = old.page_at(y)
        if page < 0:
            return
        points = old.to_points(page, y)
        share = (across.value() + point.x()) / max(old.width, 1)
        self._scale = min(max(scale, LEAST), MOST)
        self._lay_out()
        down.setValue(self._layout.to_pixels(page, points) - point.y())
        across.setValue(round(share * self._layout.width) - point.x())
        self._gather.start()

    def _lay_out(self) -> None:
        size = self.viewport().size()
        fitted = self._fit is not Fit.NONE
        if fitted:
            self._scale = self._layout.scale_for(self._fit, size.width(), size.height())
        mirrored = self.isRightToLeft()
        self._layout.lay_out(self._scale, size.width(), fitted=fitted, mirrored=mirrored)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self._layout.width - size.width()))
        across.setPageStep(size.width())
        down.setRange(0, max(0, self._layout.height - size.height()))
        down.setPageStep(max(1, size.height() - 40))
        self.zoom_changed.emit(self._scale, self._fit)
        self.viewport().update()

    # places

    def go_to(self, page: int, top: float = 0.0) -> None:
        """Bring a place (points from the top of a page) to the top of the view."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._layout.to_pixels(page, top) - MARGIN_PX)
            self._aim = (page, top)
            self._page = page
            self.page_changed.emit(page)

    def step_page(self, step: int) -> None:
        """Go to a page before or after."""
        if self._page >= 0:
            self.go_to(self._layout.beside(self._page, step))

    @QtCore.Slot()
    def _note_page(self) -> None:
        eye = self.verticalScrollBar().value() + int(self.viewport().height() * _LOOKED_AT)
        page = self._layout.page_at(eye)
        bar = self.verticalScrollBar()
        if page >= 0 and bar.value() == bar.maximum() and bar.maximum():
            page = max(page, self._layout.page_at(bar.value() + self.viewport().height()))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def describe(self, words: str) -> None:
        """Say to screen readers what is on the page."""
        self.setAccessibleDescription(words)

    # hits

    def mark_hits(self, hits: dict[int, Sequence[Hit]], current: tuple[int, int]) -> None:
        """Mark what was found, by page; `current` is the page and number of the one to show."""
        marks = self._marks
        marks.hits = hits
        if current != marks.hit:
            marks.hit = current
            place = marks.current_box()
            if place is not None and place[0] < self.page_count:
                self._show_box(*place)
        self.viewport().update()

    def _show_box(self, page: int, box: Box) -> None:
        area = self._layout.box_of(page, box).toAlignedRect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        size = self.viewport().size()
        seen = QtCore.QRect(QtCore.QPoint(across.value(), down.value()), size)
        if not seen.adjusted(0, 40, 0, -40).contains(area):
            down.setValue(area.center().y() - size.height() // 3)
            across.setValue(area.center().x() - size.width() // 2)

    # links

    def place_at(self, point: QtCore.QPoint) -> tuple[int, float, float] | None:
        """Return what is at a point of the viewport: the page, points from its left and top."""
        return self._layout.place_at(point + self._shift())

    def mark_link(self, page: int, boxes: Sequence[Box]) -> None:
        """Frame the link that the keyboard is on and bring it into view; none without boxes."""
        self._marks.link = (page, boxes)
        if boxes:
            self._show_box(page, boxes[0])
        self.viewport().update()

    def follow(self, page: int, top: float) -> None:
        """Go to where a link leads and show the line, unless it is a heading, which stands out."""
        self.go_to(page, 0.0 if self._fit is Fit.PAGE else top)
        if self._book is not None and heading_at(self._book.outline, page, top) is None:
            self._marks.reached = (page, top)
            self._showing.start()
        self.viewport().update()

    @QtCore.Slot()
    def _stop_showing(self) -> None:
        self._marks.reached = None
        self.viewport().update()

    # pictures

    @QtCore.Slot()
    def _ask_for_pages(self) -> None:
        seen = self._seen()
        ratio = self.devicePixelRatioF()
        ahead = _NEIGHBOURS * self._columns
        near = range(max(0, seen.start - ahead), min(self.page_count, seen.stop + ahead))
        wanted = []
        for page in (*seen, *range(seen.stop, near.stop), *range(near.start, seen.start)):
            width, height = self._layout.picture_size(page, ratio)
            if not self.pictures.is_drawn(page, width):
                wanted.append((page, width, height))
        self._source.want(wanted)
        self.links.ask_for(near)
        self.pictures.keep(range(seen.start - _KEPT, seen.stop + _KEPT))

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.pages_between(top, top + self.viewport().height())

    def _shift(self) -> QtCore.QPoint:
        return QtCore.QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @QtCore.Slot(int, QtGui.QImage)
    def _take_picture(self, page: int, picture: QtGui.QImage) -> None:
        if page < self.page_count:
            self.pictures.take(page, picture)
            self.viewport().update()

    # Qt's

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the pages in view, and the ring while the keyboard is here."""
        painter = QtGui.QPainter(self.viewport())
        pages = PagePainter(painter, self._theme, self._shift())
        for page in self._seen():
            pages.sheet(self._layout.boxes[page], self.pictures.of(page))
            self._marks.paint(pages, self._layout, page, focused=self.hasFocus())
        if self.hasFocus() and self._ringed:
            pages.ring(self.viewport().rect())
        painter.end()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Follow the scroll bars."""
        self._aim = None
        self._note_page()
        self._gather.start()
        self.viewport().update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the place while the zoom follows the size."""
        super().resizeEvent(event)
        if self._book is not None:
            self._zoom_about(self._scale, QtCore.QPoint(self._middle().x(), MARGIN_PX))

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange and self._book is not None:
            self._lay_out()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Zoom about the pointer with Ctrl, else scroll."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._fit = Fit.NONE
            factor = _WHEEL_BASE ** event.angleDelta().y()
            self._zoom_about(self._scale * factor, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        """Say where the link under the pointer leads."""
        if isinstance(event, QtGui.QHelpEvent):
            self.links.explain(event)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Press a link."""
        super().mousePressEvent(event)
        self.links.press(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Follow the link that was pressed."""
        super().mouseReleaseEvent(event)
        self.links.release(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show a hand over links."""
        super().mouseMoveEvent(event)
        self.links.move(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Scroll and turn pages as readers of PDF are used to; follow a link with Enter."""
        keys, down, across = QtCore.Qt.Key, self.verticalScrollBar(), self.horizontalScrollBar()
        back = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
        if event.key() == keys.Key_Space:
            down.setValue(down.value() + (-down.pageStep() if back else down.pageStep()))
        elif event.key() == keys.Key_Home:
            down.setValue(0)
        elif event.key() == keys.Key_End:
            down.setValue(down.maximum())
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.links.follow_current():
            event.accept()
        elif event.key() in (keys.Key_Left, keys.Key_Right) and not across.maximum():
            forward = (event.key() == keys.Key_Right) != self.isRightToLeft()
            self.step_page(1 if forward else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring, where the keyboard brought the reader here."""
        super().focusInEvent(event)
        reasons = QtCore.Qt.FocusReason
        self._ringed = event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason)
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()
