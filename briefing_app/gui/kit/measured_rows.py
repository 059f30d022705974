"""A column of rows as high as their words need: measured all, or from some number on as seen."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Hashable

    ModelIndex = QtCore.QModelIndex | QtCore.QPersistentModelIndex

_ARRIVALS = 4  # a far row moves at most this often while those above it are measured


class MeasuredRows(QtWidgets.QTableView):
    """Base of the lists; a table because Qt's list view takes seconds to lay out a million rows."""

    whole_up_to = 1000  # more are measured when they come in sight: each takes 50 µs

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a model."""
        super().__init__(parent)
        self._by_program = False
        self._measured_for: Hashable = None  # what the heights hold for
        self.setShowGrid(False)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.verticalScrollBar().setSingleStep(40)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        for header in (columns, rows):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
        columns.setStretchLastSection(True)

    # what a list says of its rows

    @abstractmethod
    def row_px(self, row: int) -> int:
        """Return the height of a row in px."""

    @abstractmethod
    def estimated_px(self) -> int:
        """Return about how high in px a row is."""

    def wanted_measure(self) -> Hashable:
        """Return what heights depend on now: the width, and whatever else."""
        return self.viewport().width()

    def prepare_to_measure(self) -> None:
        """Take over the direction that rows are laid out in."""

    def anchor_row(self) -> int:
        """Return the row that keeps its place while heights change; -1 for none."""
        return self.rowAt(0)

    def end_row(self, *, last: bool) -> int:
        """Return the first or last row that the keyboard reaches; -1 if there is none."""
        return self.model().rowCount() - 1 if last else 0

    # heights

    def measure(self) -> None:
        """Give every row its height, or all the estimated one and those in sight their own."""
        if not self.isVisible():  # it is measured when it is shown, at the width it then has
            self._measured_for = None
            return
        self.prepare_to_measure()
        self._measured_for = self.wanted_measure()
        header, count = self.verticalHeader(), self.model().rowCount()
        header.setUpdatesEnabled(False)  # or each call walks the whole list
        header.blockSignals(True)
        if count <= self.whole_up_to:
            for row in range(count):
                header.resizeSection(row, self.row_px(row))
        else:
            header.setDefaultSectionSize(self.estimated_px())
        header.blockSignals(False)
        header.setUpdatesEnabled(True)
        self.updateGeometries()
        self._correct_visible()
        self.viewport().update()

    def _correct_visible(self) -> None:
        """Give the rows in sight their own heights, where not all are measured."""
        count = self.model().rowCount()
        if count <= self.whole_up_to or self._measured_for is None:
            return
        header = self.verticalHeader()
        row = max(0, self.rowAt(0))
        bottom = self.viewport().height() - self.rowViewportPosition(row)
        changed = False
        header.blockSignals(True)
        while row < count and bottom > 0:
            height = self.row_px(row)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
                changed = True
            bottom -= height
            row += 1
        header.blockSignals(False)
        if changed:
            self.updateGeometries()
            self.viewport().update()

    @QtCore.Slot()
    def measure_in_place(self) -> None:
        """Measure again; what the reader looks at stays where it is."""
        anchor = self.anchor_row()
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        self.measure()
        if anchor >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(anchor) - before)

    # places

    def put_current(self, row: int) -> None:
        """Make a row the current one without scrolling to it; -1 for none."""
        index = self.model().index(row, 0) if row >= 0 else QtCore.QModelIndex()
        self.setAutoScroll(False)  # where it comes into sight is for `reveal` to say
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def reveal(self, row: int, hint: QtWidgets.QAbstractItemView.ScrollHint | None = None) -> None:
        """Scroll to a row: as the hint says, or to the middle where it is not whole in view."""
        index = self.model().index(row, 0)
        if hint is None and self._has_in_view(index):
            return
        middle = QtWidgets.QAbstractItemView.ScrollHint.PositionAtCenter
        self.scrollTo(index, middle if hint is None else hint)
        self.keep_in_view(index)

    def keep_in_view(self, index: ModelIndex) -> None:
        """Scroll until a row is whole in view: rows get their own heights only on arrival."""
        for _ in range(_ARRIVALS):
            self._correct_visible()
            if self._has_in_view(index):
                return
            self.scrollTo(index, QtWidgets.QAbstractItemView.ScrollHint.EnsureVisible)

    def _has_in_view(self, index: ModelIndex) -> bool:
        return self.viewport().rect().contains(self.visualRect(index))

    # events

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap again where the width is new."""
        super().resizeEvent(event)
        if self.isVisible() and self._measured_for != self.wanted_measure():
            self.measure_in_place()
        else:
            self._correct_visible()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Measure what was set while it was hidden."""
        super().showEvent(event)
        if self._measured_for != self.wanted_measure():
            self.measure()
            if self.currentIndex().isValid():
                self.reveal(self.currentIndex().row())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight."""
        super().scrollContentsBy(dx, dy)
        self._correct_visible()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self.measure_in_place()

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters are for the search field."""

    def moveCursor(
        self,
        action: QtWidgets.QAbstractItemView.CursorAction,
        modifiers: QtCore.Qt.KeyboardModifier,
    ) -> QtCore.QModelIndex:
        """Return where a key leads; Home and End are the list's ends."""
        actions = QtWidgets.QAbstractItemView.CursorAction
        if action in (actions.MoveHome, actions.MoveEnd):
            return self.model().index(self.end_row(last=action == actions.MoveEnd), 0)
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)
