"""Text at the leading side, claim index at the trailing one: docked, rail or drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.window.drawer_edge import EDGE_PX, DrawerEdge

if TYPE_CHECKING:
    from briefing_app.gui.window.index_rail import IndexRail

_ALWAYS_RAIL_BELOW_PX = 1100
_SLIM_BELOW_PX = 1280
_WIDTHS_PX = (360, 440, 520, 640)  # from one to the next by keys
_SLIM_PX, _MINIMUM_PX, _MAXIMUM_PX = 360, 360, 640


class ReadingLayout(QtWidgets.QWidget):
    """Gives the index its place; the width of the window and the reader decide which."""

    index_shown_changed = QtCore.Signal(bool)
    bare_changed = QtCore.Signal(bool)
    keyboard_left_over = QtCore.Signal()  # the index was folded away while it had the keyboard

    def __init__(
        self,
        text: QtWidgets.QWidget,
        index: QtWidgets.QWidget,
        rail: IndexRail,
        *,
        index_width: int,
        folded: bool,
        folded_on_wide_pages: bool,
    ) -> None:
        """Lay out the three parts; `index_width` in px is what a wide window gives the index.

        Whether the index is folded is remembered apart for pages that want the whole width.
        """
        super().__init__()
        self._index = index
        self._rail = rail
        self._wide_width = min(max(index_width, _MINIMUM_PX), _MAXIMUM_PX)
        self._folded_by_wish = {False: folded, True: folded_on_wide_pages}
        self._page_wants_width = False
        self._drawer = self._bare = False
        self._splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(text)
        self._splitter.addWidget(index)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.handle(1).setAccessibleName(self.tr("Edge between text and claim index"))
        index.setMinimumWidth(_MINIMUM_PX)
        index.setMaximumWidth(_MAXIMUM_PX)
        self._splitter.splitterMoved.connect(self._keep_width)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._splitter, 1)
        row.addWidget(rail)
        rail.hide()
        self._edge = DrawerEdge(self)

    @property
    def index_width(self) -> int:
        """The width in px that the reader gave the index."""
        return self._wide_width

    @property
    def folded(self) -> bool:
        """Whether the index is folded on pages that leave it room."""
        return self._folded_by_wish[False]

    @property
    def folded_on_wide_pages(self) -> bool:
        """Whether the index is folded on pages that want the whole width."""
        return self._folded_by_wish[True]

    @property
    def is_index_shown(self) -> bool:
        """Whether the index can be seen, docked or as a drawer."""
        return not self._bare and (self._drawer or not self._is_rail)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the text is shown."""
        return self._bare

    def set_bare(self, bare: bool) -> None:
        """Show nothing but the text, or the index or its rail again."""
        self._bare = bare
        self._drawer = False
        self._place()
        self.bare_changed.emit(bare)

    @property
    def is_drawer(self) -> bool:
        """Whether the index lies over the text."""
        return self._drawer

    @property
    def _is_rail(self) -> bool:
        return self._folded_by_wish[self._page_wants_width] or self.width() < _ALWAYS_RAIL_BELOW_PX

    def replace_index(self, index: QtWidgets.QWidget) -> None:
        """Put another index in the place of the old one, which goes."""
        old, self._index = self._index, index
        index.setMinimumWidth(_MINIMUM_PX)
        index.setMaximumWidth(_MAXIMUM_PX)
        place = self._splitter.indexOf(old)
        if place < 0:  # it was a drawer
            self._splitter.addWidget(index)
        else:  # so the text keeps its width: it would be laid out three times more
            self._splitter.replaceWidget(place, index)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._drawer = False
        self._splitter.setStretchFactor(1, 0)
        self._place()

    def set_folded(self, folded: bool) -> None:
        """Fold the index to the rail, or dock it where there is room."""
        self._folded_by_wish[self._page_wants_width] = folded
        self._drawer = False
        self._place()

    def set_page_wants_width(self, wanted: bool) -> None:
        """Give the page that is shown the whole width, unless the reader wants the index there."""
        if wanted != self._page_wants_width:
            self._page_wants_width = wanted
            self._place()

    def toggle(self) -> None:
        """Fold or open the index; without room beside the text it opens as a drawer."""
        if self.is_index_shown:
            self.set_folded(folded=True)
        else:
            self.open_index()

    def open_index(self) -> None:
        """Make the index seen: docked where there is room, else as a drawer over the text."""
        self._folded_by_wish[self._page_wants_width] = False
        self._drawer = self.width() < _ALWAYS_RAIL_BELOW_PX
        self._place()

    def widen_index(self) -> int:
        """Give the index the next of four widths, the least after the largest; return it in px."""
        if not self.is_index_shown:
            self.open_index()
        now = self._index.width()
        width = next((px for px in _WIDTHS_PX if px > now), _WIDTHS_PX[0])
        if self._drawer:
            self._wide_width = width
            self._set_drawer_geometry()
        else:
            self._splitter.setSizes([max(self.width() - width, 1), width])
            self._keep_width(0, 1)
        return self._index.width()

    @QtCore.Slot()
    def close_drawer(self) -> None:
        """Give the text back what the drawer covers."""
        if self._drawer:
            self._drawer = False
            self._place()

    def _place(self) -> None:
        shown_before = self._index.isVisibleTo(self)
        focused = QtWidgets.QApplication.focusWidget()
        had_focus = focused is not None and self._index.isAncestorOf(focused)
        docked = not self._is_rail and not self._bare
        self._rail.setVisible(not docked and not self._bare)
        if docked or not self._drawer:
            if self._index.parentWidget() is not self._splitter:
                self._splitter.addWidget(self._index)
                self._splitter.setStretchFactor(0, 1)
                self._splitter.setStretchFactor(1, 0)
            self._index.setVisible(docked)
            if docked:
                self._share_width()
        else:
            self._index.setParent(self)
            self._set_drawer_geometry()
            self._index.show()
            self._index.raise_()
            self._edge.raise_()
        self._edge.setVisible(not docked and self._drawer)
        self._settle()
        if shown_before != self.is_index_shown:
            self.index_shown_changed.emit(self.is_index_shown)
        if had_focus and not self.is_index_shown:
            self.keyboard_left_over.emit()

    def _settle(self) -> None:
        """Give the text its new width now: a page shown after this is laid out once."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            due = QtCore.QEvent.Type.LayoutRequest
            QtCore.QCoreApplication.sendPostedEvents(self._splitter, due)

    def _set_drawer_geometry(self) -> None:
        width = min(self._wide_width, self.width() - 80)
        left = 0 if self.isRightToLeft() else self.width() - width
        self._index.setGeometry(left, 0, width, self.height())
        beside = width if self.isRightToLeft() else left - EDGE_PX
        self._edge.setGeometry(beside, 0, EDGE_PX, self.height())

    def _share_width(self) -> None:
        slim = self.width() < _SLIM_BELOW_PX
        width = _SLIM_PX if slim else self._wide_width
        self._splitter.setSizes([max(self.width() - width, 1), width])

    @QtCore.Slot(int, int)
    def _keep_width(self, position: int, number: int) -> None:
        if self.width() >= _SLIM_BELOW_PX:
            self._wide_width = self._splitter.sizes()[1]

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Choose docked, rail or drawer anew."""
        super().resizeEvent(event)
        if self.width() >= _ALWAYS_RAIL_BELOW_PX:
            self._drawer = False
        self._place()
