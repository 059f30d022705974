"""A page of painted rows, read from top to bottom: only the rows in sight cost anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.follow_selection import FollowSelection
from briefing_app.gui.kit.measured_rows import MeasuredRows
from briefing_app.gui.kit.page_row_delegate import PageRowDelegate, PageRowModel
from briefing_app.gui.kit.page_rows import Look
from briefing_app.gui.words.claim_record import claim_target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.page_row_delegate import ModelIndex
    from briefing_app.gui.kit.page_rows import HitFinder, PageRow
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen

_SAMPLE = 24


class PageList(MeasuredRows):
    """Rows one below the other, each drawing itself."""

    target_pressed = QtCore.Signal(str)  # click, Enter, Space
    target_activated = QtCore.Signal(str)  # double click, Ctrl+Enter: a stronger wish
    current_changed = QtCore.Signal(str)  # the reader's keys or pointer moved to another row

    whole_up_to = 300  # rows of pages are larger

    def __init__(
        self, theme: Theme, ground: str = "paper", parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start empty, on a ground given by its colour role."""
        super().__init__(parent)
        self._ground = ground
        self._rows = PageRowModel(self)
        self._look = Look(theme)
        self._delegate = PageRowDelegate(self._rows, self._look, page=self, parent=self)
        self._ring_shown = False
        self.side_px = 28
        self.widest_px = 0  # words are set no wider than this; 0 = as wide as there is room
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        FollowSelection(self)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        application = QtWidgets.QApplication.instance()
        if isinstance(application, QtGui.QGuiApplication):  # faces that follow the first paint
            application.fontDatabaseChanged.connect(self.measure_in_place)
        self.set_theme(theme)

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
            self.measure()
            if stay:
                self.put_current(self.row_of(current))
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

    def claim_under(self, place: QtCore.QPoint | None) -> tuple[str, QtCore.QRect]:
        """Return the claim at a place, or without one the chosen claim, and its row's box."""
        index = self.currentIndex() if place is None else self.indexAt(place)
        target = self.rows[index.row()].target if index.isValid() else ""
        kind, _, name = target.partition(":")
        return name if kind == "claim" else "", self.visualRect(index)

    def choose(self, target: str, *, at_top: bool = False) -> bool:
        """Make a row the chosen one and bring it into view, without a signal."""
        row = self.row_of(target)
        hints = QtWidgets.QAbstractItemView.ScrollHint
        self._by_program = True
        try:
            self.put_current(row)
        finally:
            self._by_program = False
        if row >= 0:
            self.reveal(row, hints.PositionAtTop if at_top else None)
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

    def set_lens(self, lens: Seen | None) -> None:
        """Grey the claims that do not stand out; None greys nothing."""
        self._look.lens = lens
        self.viewport().update()

    def greys(self, claim_id: str) -> bool:
        """Return whether a claim is drawn greyed."""
        return self._look.greys(claim_id)

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
        self.measure_in_place()

    def put(self, box: QtCore.QRect, side_px: int, widest_px: int = 0) -> None:
        """Stand in a box of the parent, with so many empty px at the leading edge.

        Words run no wider than `widest_px`; 0 = as far as there is room.
        """
        self.side_px, self.widest_px = side_px, widest_px
        self.setGeometry(box)
        if self.isVisible() and self._measured_for != self.wanted_measure():
            self.measure_in_place()

    def words_px(self) -> int:
        """Return how wide words are set, in px."""
        room = max(self.viewport().width() - 2 * self.side_px, 40)
        return min(room, self.widest_px) if self.widest_px else room

    # heights

    def row_px(self, row: int) -> int:
        """Return the height of a row in px."""
        return self.rows[row].height(self._look, self.words_px())

    def estimated_px(self) -> int:
        """Return the mean height of some rows in px."""
        width = self.words_px()
        sample = self.rows[:: max(1, len(self.rows) // _SAMPLE)]
        return round(sum(row.height(self._look, width) for row in sample) / len(sample))

    def wanted_measure(self) -> tuple[int, int, int]:
        """Return the width of the page and of its words."""
        return self.viewport().width(), self.side_px, self.widest_px

    def prepare_to_measure(self) -> None:
        """Take over the direction that rows are laid out in."""
        self._look.restyle(self._look.theme, mirrored=self.isRightToLeft())

    def end_row(self, *, last: bool) -> int:
        """Return the first or last row that leads somewhere; -1 if none does."""
        numbers = range(len(self.rows))
        ordered = reversed(numbers) if last else iter(numbers)
        return next((n for n in ordered if self.rows[n].target), -1)

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
            self.reveal(current.row())
        elif event.key() in (keys.Key_Up, keys.Key_Down):  # no link further on: show what is there
            step = self.verticalScrollBar().singleStep()
            down = event.key() == keys.Key_Down
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (step if down else -step))

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
            self.put_current(first)
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
