"""The list of found claims: whole statements, rows as high as their text needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.claim_list_model import (
    ROW_ROLE,
    ClaimListModel,
    GroupHead,
)
from briefing_app.gui.index.claim_row_delegate import ClaimRowDelegate
from briefing_app.gui.kit.follow_selection import FollowSelection
from briefing_app.gui.kit.measured_rows import MeasuredRows
from briefing_app.search.results import ClaimHit

if TYPE_CHECKING:
    from briefing_app.gui.index.claim_list_model import ModelIndex
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Results

_SAMPLE = 60
_FLASH_MS, _FADE_MS, _STILL_MS = 900, 300, 1200


class ClaimList(MeasuredRows):
    """One column of claims and of what else was found."""

    row_selected = QtCore.Signal(object)  # a hit; by the reader, not by the program
    row_activated = QtCore.Signal(object)
    left_at_top = QtCore.Signal()  # Up on the first row

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows = ClaimListModel(references, self)
        self._delegate = ClaimRowDelegate(references, theme, self._rows, self)
        self._flash = QtCore.QVariantAnimation(self)
        self._flash.valueChanged.connect(self._on_flash)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Claims"))
        self.clicked.connect(self._on_clicked)
        FollowSelection(self)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle; the current row keeps its place."""
        palette = self.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Base, theme.colour("panel"))
        # the delegate draws the selected ground; the style's own would show at its sides
        palette.setColor(QtGui.QPalette.ColorRole.Highlight, QtCore.Qt.GlobalColor.transparent)
        self.setPalette(palette)
        # the viewport would not follow while the list is hidden
        self.viewport().setPalette(palette)
        self._delegate.set_theme(theme)
        self.measure_in_place()

    def set_results(self, results: Results, *, current: str = "") -> None:
        """List an answer. The `current` claim, or the one so far, is current if it is listed."""
        current = current or self.current_claim()
        hints = QtWidgets.QAbstractItemView.ScrollHint
        self._by_program = True
        try:
            if self._rows.set_results(results):
                self._end_flash()
                self._delegate.hovered_row = -1
                self.measure()
                self.put_current(self._rows.row_of_claim(current))
                row = self._rows.row_of_claim(current)
                if row < 0 or results.answered.strip():
                    self.scrollToTop()
                else:
                    self.reveal(row, hints.PositionAtCenter)
        finally:
            self._by_program = False

    def mark_later(self, later: dict[str, str]) -> None:
        """Grey the claims that came after the day that is read as of, each with words for it."""
        self._rows.set_later(later)
        self.measure_in_place()  # more words under a statement may need a line of their own

    def current_claim(self) -> str:
        """Return the id of the current claim; empty if there is none or it is another kind."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, ClaimHit) else ""

    def claim_under(self, place: QtCore.QPoint | None) -> tuple[str, QtCore.QRect]:
        """Return the claim at a place, or without one the current claim, and its row's box."""
        index = self.currentIndex() if place is None else self.indexAt(place)
        row = index.data(ROW_ROLE)
        return row.id if isinstance(row, ClaimHit) else "", self.visualRect(index)

    def lists(self, claim_id: str) -> bool:
        """Return whether a claim is listed."""
        return self._rows.row_of_claim(claim_id) >= 0

    def select_claim(self, claim_id: str, *, flash: bool = False) -> bool:
        """Make a claim current and reveal it, without a signal; return whether it is listed."""
        row = self._rows.row_of_claim(claim_id)
        self._by_program = True
        try:
            self.put_current(row)
        finally:
            self._by_program = False
        if row < 0:
            return False
        self.reveal(row)
        if flash:
            self._start_flash(row)
        return True

    def enter_from_above(self) -> None:
        """Take the keyboard; without a current row the first one becomes it."""
        self.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid():
            self._go_to(self._rows.first_hit_row())

    def activate_first(self) -> None:
        """Activate the first hit, which is the best one where something was searched for."""
        self._go_to(self._rows.first_hit_row())
        self._activate(self.currentIndex())

    def put_current(self, row: int) -> None:
        """Make a row the current one without scrolling to it; -1 for none."""
        self._delegate.current_row = row
        super().put_current(row)

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row, 0))

    def _activate(self, index: ModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None and not isinstance(row, GroupHead):
            self.row_activated.emit(row)

    @QtCore.Slot(QtCore.QModelIndex)
    def _on_clicked(self, index: QtCore.QModelIndex) -> None:
        self._activate(index)

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        """Tell who listens, if it was the reader's doing."""
        super().currentChanged(current, previous)
        self._delegate.current_row = current.row()
        if self.isVisible():
            self.viewport().update()
        row = current.data(ROW_ROLE)
        if row is not None and not self._by_program:
            self.row_selected.emit(row)

    # --- heights ---

    def row_px(self, row: int) -> int:
        """Return the height of a row in px."""
        return self._delegate.row_height(self._rows.shape(row))

    def estimated_px(self) -> int:
        """Return the height of a row with a statement of mean length, in px."""
        rows, count = self._rows, self._rows.rowCount()
        sample = range(0, count, count // _SAMPLE)
        lengths = [len(rows.shape(n).statement) for n in sample]
        return self._delegate.estimated_height(sum(lengths) / len(lengths))

    def wanted_measure(self) -> int:
        """Return how wide rows are in px: less the scroll bar, so that it may come and go."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def prepare_to_measure(self) -> None:
        """Take over the width and the direction that rows are laid out in."""
        self._delegate.row_px = self.wanted_measure()
        self._delegate.set_mirrored(mirrored=self.isRightToLeft())

    def anchor_row(self) -> int:
        """Return the current row where it is in sight, else the first that is."""
        current = self.currentIndex().row()
        height = self.viewport().height()
        if current >= 0 and -1 < self.rowViewportPosition(current) < height:
            return current
        return super().anchor_row()

    def end_row(self, *, last: bool) -> int:
        """Return the first hit's row, or the last row."""
        return super().end_row(last=True) if last else self._rows.first_hit_row()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the current row in sight where the card below has grown."""
        super().resizeEvent(event)
        current, before = self.currentIndex(), event.oldSize().height()
        if not self.isVisible() or not current.isValid():
            return
        if 0 <= self.rowViewportPosition(current.row()) < before:
            self.scrollTo(current)

    # --- keys, pointer, focus ---

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Activate on Enter; Up on the first row leaves."""
        key = event.key()
        if key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif key == QtCore.Qt.Key.Key_Up and self.currentIndex().row() in (
            -1,
            self._rows.first_hit_row(),
        ):
            self.scrollToTop()
            self.left_at_top.emit()
        else:
            super().keyPressEvent(event)
            if self.currentIndex().isValid() and self._rows.rowCount() > self.whole_up_to:
                self.keep_in_view(self.currentIndex())

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Keep track of the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Forget the row under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        super().focusInEvent(event)
        self._delegate.shows_focus = event.reason() != QtCore.Qt.FocusReason.MouseFocusReason
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the ring around all rows where it is: Qt moves what is painted."""
        super().scrollContentsBy(dx, dy)
        if self._delegate.shows_focus:
            self.viewport().update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ring around all rows as long as none is the current one."""
        super().paintEvent(event)
        if self._delegate.shows_focus and self.hasFocus() and not self.currentIndex().isValid():
            painter = QtGui.QPainter(self.viewport())
            self._delegate.paint_ring_around(painter, self.viewport().size())
            painter.end()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._delegate.shows_focus = False
        self.viewport().update()

    # --- flash ---

    def _start_flash(self, row: int) -> None:
        self._end_flash()
        self._delegate.flashed_row = row
        flash = self._flash
        moves = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
        if self.style().styleHint(moves, None, self) > 0:
            total = _FLASH_MS + _FADE_MS
            flash.setKeyValues([(0.0, 1.0), (_FLASH_MS / total, 1.0), (1.0, 0.0)])
            flash.setDuration(total)
        else:
            flash.setKeyValues([(0.0, 1.0), (0.999, 1.0), (1.0, 0.0)])
            flash.setDuration(_STILL_MS)
        flash.start()

    def _end_flash(self) -> None:
        self._flash.stop()
        self._delegate.flashed_row = -1
        self._delegate.flash_strength = 0.0

    @QtCore.Slot(object)
    def _on_flash(self, strength: float) -> None:
        self._delegate.flash_strength = float(strength)
        self.viewport().update()
