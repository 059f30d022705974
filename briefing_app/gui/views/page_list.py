"""A page of painted rows, read from top to bottom: only the rows in sight cost anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.claim_rows import claim_target
from briefing_app.gui.views.follow_selection import FollowSelection
from briefing_app.gui.views.page_row_delegate import PageRowDelegate, PageRowModel
from briefing_app.gui.views.page_rows import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.views.page_row_delegate import ModelIndex
    from briefing_app.gui.views.page_rows import HitFinder, PageRow

_MEASURED_ROWS = 300  # of more rows only those in sight are measured
_SAMPLE = 24
_ARRIVALS = 4  # a far row moves at most this often while those above it are measured


class PageList(QtWidgets.QTableView):
    """Rows one below the other; a table because Qt's list view is slow with many rows."""

    target_pressed = QtCore.Signal(str)  # click, Enter, Space
    target_activated = QtCore.Signal(str)  # double click, Ctrl+Enter: a stronger wish
    current_changed = QtCore.Signal(str)  # the reader's keys or pointer moved to another row

    def __init__(
        self, theme: Theme, ground: str = "paper", parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start empty, on a ground given by its colour role."""
        super().__init__(parent)
        self._ground = ground
        self._rows = PageRowModel(self)
        self._look = Look(theme)
        self._delegate = PageRowDelegate(self, self._rows, self._look)
        self._by_program = False
        self._ring_shown = False
        self._measured_for: tuple[int, int, int] | None = None  # what the heights hold for
        self.side_px = 28
        self.widest_px = 0  # words are set no wider than this; 0 = as wide as there is room
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        FollowSelection(self)
        self._set_up()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        application = QtWidgets.QApplication.instance()
        if isinstance(application, QtGui.QGuiApplication):  # faces that follow the first paint
            application.fontDatabaseChanged.connect(self._measure_in_place)
        self.set_theme(theme)

    def _set_up(self) -> None:
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

    # what is shown

    @property
    def rows(self) -> Sequence[PageRow]:
        """The rows, top to bottom."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[PageRow], *, stay: bool = False) -> None:
        """Show other rows: from the top, or with `stay` scrolled and chosen as before."""
        current, scroll = self.current_target(), self.verticalScrollBar().value()
        self._by_program = True
        try:
            self._delegate.hovered_row = -1
            self._rows.set_rows(rows)
            self._measure()
            if stay:
                self._put_current(self.row_of(current))
                self.verticalScrollBar().setValue(scroll)
            else:
                self.scrollToTop()
        finally:
            self._by_program = False

    def row_of(self, target: str) -> int:
        """Return the first row that leads to a target; -1 if there is none."""
        if not target:
            return -1
        return next((n for n, row in enumerate(self.rows) if row.target == target), -1)

    def current_target(self) -> str:
        """Return what the chosen row leads to; empty if none is chosen."""
        number = self.currentIndex().row()
        return self.rows[number].target if 0 <= number < len(self.rows) else ""

    def choose(self, target: str, *, at_top: bool = False) -> bool:
        """Make a row the chosen one and bring it into view, without a signal."""
        row = self.row_of(target)
        self._by_program = True
        try:
            self._put_current(row)
        finally:
            self._by_program = False
        if row >= 0:
            self._reveal(row, at_top=at_top)
        return row >= 0

    def light(self, target: str) -> None:
        """Show the rows that lead to a target as selected; empty: none."""
        self._delegate.lit_target = target
        self.viewport().update()

    def light_claim(self, claim_id: str | None) -> None:
        """Show a claim's rows as selected, or none."""
        self.light(claim_target(claim_id) if claim_id else "")

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds in statements; None marks nothing."""
        self._look.find = find
        self.viewport().update()

    def refresh(self, row: PageRow) -> None:
        """Measure and draw a row anew whose words have changed."""
        number = next((n for n, other in enumerate(self.rows) if other is row), -1)
        if number >= 0 and self._measured_for:
            height = row.height(self._look, self.words_px())
            self.verticalHeader().resizeSection(number, height)
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; what is in sight stays there."""
        palette = self.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Base, theme.colour(self._ground))
        palette.setColor(QtGui.QPalette.ColorRole.Highlight, QtCore.Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self._look.restyle(theme, mirrored=self.isRightToLeft())
        self._measure_in_place()

    def put(self, box: QtCore.QRect, side_px: int, widest_px: int = 0) -> None:
        """Stand in a box of the parent, with so many empty px at the leading edge.

        Words run no wider than `widest_px`; 0 = as far as there is room.
        """
        self.side_px, self.widest_px = side_px, widest_px
        self.setGeometry(box)
        if self.isVisible() and self._measured_for != self._wanted():
            self._measure_in_place()

    def _wanted(self) -> tuple[int, int, int]:
        return self.viewport().width(), self.side_px, self.widest_px

    def words_px(self) -> int:
        """Return how wide words are set, in px."""
        room = max(self.viewport().width() - 2 * self.side_px, 40)
        return min(room, self.widest_px) if self.widest_px else room

    # heights

    def _measure(self) -> None:
        if not self.isVisible():  # it is measured when it is shown, at the width it then has
            self._measured_for = None
            return
        self._look.restyle(self._look.theme, mirrored=self.isRightToLeft())
        self._measured_for = self._wanted()
        rows, header, width = self.rows, self.verticalHeader(), self.words_px()
        header.setUpdatesEnabled(False)  # or each call walks the whole list
        header.blockSignals(True)
        if len(rows) <= _MEASURED_ROWS:
            for number, row in enumerate(rows):
                header.resizeSection(number, row.height(self._look, width))
        else:
            sample = rows[:: max(1, len(rows) // _SAMPLE)]
            total = sum(row.height(self._look, width) for row in sample)
            header.setDefaultSectionSize(round(total / len(sample)))
        header.blockSignals(False)
        header.setUpdatesEnabled(True)
        self.updateGeometries()
        self._correct_visible()
        self.viewport().update()

    def _correct_visible(self) -> None:
        """Give the rows in sight their own heights, where not all are measured."""
        rows = self.rows
        if len(rows) <= _MEASURED_ROWS or not self._measured_for:
            return
        header, width = self.verticalHeader(), self.words_px()
        number = max(0, self.rowAt(0))
        bottom = self.viewport().height() - self.rowViewportPosition(number)
        changed = False
        header.blockSignals(True)
        while number < len(rows) and bottom > 0:
            height = rows[number].height(self._look, width)
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)
                changed = True
            bottom -= height
            number += 1
        header.blockSignals(False)
        if changed:
            self.updateGeometries()
            self.viewport().update()

    @QtCore.Slot()
    def _measure_in_place(self) -> None:
        anchor = self.rowAt(0)
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        self._measure()
        if anchor >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(anchor) - before)

    def _put_current(self, row: int) -> None:
        self.setAutoScroll(False)
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QtCore.QModelIndex())
        self.setAutoScroll(True)

    def _reveal(self, row: int, *, at_top: bool = False) -> None:
        hints = QtWidgets.QAbstractItemView.ScrollHint
        index = self._rows.index(row, 0)
        if not at_top and self.viewport().rect().contains(self.visualRect(index)):
            return
        self.scrollTo(index, hints.PositionAtTop if at_top else hints.PositionAtCenter)
        for _ in range(_ARRIVALS):
            self._correct_visible()
            if self.viewport().rect().contains(self.visualRect(index)):
                return
            self.scrollTo(index, hints.EnsureVisible)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap again where the width is new."""
        super().resizeEvent(event)
        if self.isVisible() and self._measured_for != self._wanted():
            self._measure_in_place()
        else:
            self._correct_visible()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Measure what was set while it was hidden."""
        super().showEvent(event)
        if self._measured_for != self._wanted():
            self._measure()
            if self.currentIndex().isValid():
                self._reveal(self.currentIndex().row())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight."""
        super().scrollContentsBy(dx, dy)
        self._correct_visible()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._measure_in_place()

    # keys, pointer, focus

    @QtCore.Slot(QtCore.QModelIndex)
    def _on_clicked(self, _index: QtCore.QModelIndex) -> None:
        self._press(self.target_pressed)

    @QtCore.Slot(QtCore.QModelIndex)
    def _on_double_clicked(self, _index: QtCore.QModelIndex) -> None:
        self._press(self.target_activated)

    def _press(self, signal: QtCore.SignalInstance) -> None:
        target = self.current_target()
        if target:
            signal.emit(target)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter and Space press, Ctrl+Enter activates; the rest moves between rows."""
        self._ring_shown = True
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            strong = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier)
            self._press(self.target_activated if strong else self.target_pressed)
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        current = self.currentIndex()
        if current.isValid() and current.row() != before:
            self._reveal(current.row())
        elif event.key() in (keys.Key_Up, keys.Key_Down):  # no link further on: show what is there
            step = self.verticalScrollBar().singleStep()
            down = event.key() == keys.Key_Down
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (step if down else -step))

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters are for the filter field."""

    def moveCursor(
        self,
        action: QtWidgets.QAbstractItemView.CursorAction,
        modifiers: QtCore.Qt.KeyboardModifier,
    ) -> QtCore.QModelIndex:
        """Return where a key leads; Home and End are the page's ends."""
        actions = QtWidgets.QAbstractItemView.CursorAction
        if action in (actions.MoveHome, actions.MoveEnd):
            numbers: Sequence[int] = range(len(self.rows))
            if action == actions.MoveEnd:
                numbers = numbers[::-1]
            end = next((n for n in numbers if self.rows[n].target), -1)
            return self._rows.index(end, 0)
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        """Tell who listens, if it was the reader's doing."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._by_program and self.current_target():
            self.current_changed.emit(self.current_target())

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Keep track of the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Forget the row under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._delegate.hovered_row:
            return
        self._delegate.hovered_row = row
        leads = 0 <= row < len(self.rows) and bool(self.rows[row].target)
        shapes = QtCore.Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if leads else shapes.ArrowCursor)
        self.viewport().update()

    def shows_ring(self) -> bool:
        """Return whether the keyboard is here and brought here by keys."""
        return self.hasFocus() and self._ring_shown

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring when keys brought the focus; choose the first link if none is."""
        reasons = QtCore.Qt.FocusReason
        if event.reason() != reasons.ActiveWindowFocusReason:
            self._ring_shown = event.reason() != reasons.MouseFocusReason
        super().focusInEvent(event)
        if self._ring_shown and not self.currentIndex().isValid():
            first = next((n for n, row in enumerate(self.rows) if row.target), -1)
            self._by_program = True
            self._put_current(first)
            self._by_program = False
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose by pointer, without the ring."""
        self._ring_shown = False
        super().mousePressEvent(event)
