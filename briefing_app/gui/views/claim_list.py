"""The list of found claims: whole statements, rows as high as their text needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.item_models.claim_list_model import (
    DISPLAY_ROLE,
    ROW_ROLE,
    ClaimListModel,
    GroupHead,
)
from briefing_app.gui.views.claim_row_delegate import ClaimRowDelegate
from briefing_app.gui.views.follow_selection import FollowSelection
from briefing_app.search.results import ClaimHit

if TYPE_CHECKING:
    from briefing_app.gui.item_models.claim_list_model import ModelIndex
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Results

# Beyond this many rows only the visible ones are measured: 50 µs a row, and the thread is the
# window's.
_MEASURED_ROWS = 1000
_ARRIVALS = 4  # a far row moves at most this often while those above it are measured
_SAMPLE = 60
_FLASH_MS, _FADE_MS, _STILL_MS = 900, 300, 1200


class ClaimList(QtWidgets.QTableView):
    """One column; a table because Qt's list view takes seconds to lay out a million rows."""

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
        self._by_program = False
        self._measured_width = 0
        self._flash = QtCore.QVariantAnimation(self)
        self._flash.valueChanged.connect(self._on_flash)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.setAccessibleName(self.tr("Claims"))
        self.clicked.connect(self._on_clicked)
        FollowSelection(self)
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
        columns = self.horizontalHeader()
        columns.setVisible(False)
        columns.setMinimumSectionSize(1)
        columns.setStretchLastSection(True)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(1)

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
        self._measure_in_place()

    def set_results(self, results: Results, *, current: str = "") -> None:
        """List an answer. The `current` claim, or the one so far, is current if it is listed."""
        current = current or self.current_claim()
        self._by_program = True
        try:
            if self._rows.set_results(results):
                self._end_flash()
                self._delegate.hovered_row = -1
                self._measure()
                self._put_current(self._rows.row_of_claim(current))
                row = self._rows.row_of_claim(current)
                if row < 0 or results.query.strip():
                    self.scrollToTop()
                else:
                    self._reveal(row, centred=True)
        finally:
            self._by_program = False

    def mark_later(self, later: dict[str, str]) -> None:
        """Grey the claims that came after the day that is read as of, each with words for it."""
        self._rows.set_later(later)
        self.viewport().update()

    def current_claim(self) -> str:
        """Return the id of the current claim; empty if there is none or it is another kind."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, ClaimHit) else ""

    def lists(self, claim_id: str) -> bool:
        """Return whether a claim is listed."""
        return self._rows.row_of_claim(claim_id) >= 0

    def select_claim(self, claim_id: str, *, flash: bool = False) -> bool:
        """Make a claim current and reveal it, without a signal; return whether it is listed."""
        row = self._rows.row_of_claim(claim_id)
        self._by_program = True
        try:
            self._put_current(row)
        finally:
            self._by_program = False
        if row < 0:
            return False
        self._reveal(row, centred=False)
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

    def _put_current(self, row: int) -> None:
        self._delegate.current_row = row
        self.setAutoScroll(False)  # where it comes into sight is for `_reveal` to say
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QtCore.QModelIndex())
        self.setAutoScroll(True)

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

    def _measure(self) -> None:
        """Give every row its height; beyond a thousand, the visible ones only."""
        if not self.isVisible():  # it is measured when it is shown, at the width it then has
            self._measured_width = 0
            return
        self._delegate.set_mirrored(mirrored=self.isRightToLeft())
        width = self._measured_width = self.viewport().width()
        rows, header = self._rows, self.verticalHeader()
        count = rows.rowCount()
        header.setUpdatesEnabled(False)  # or each call walks the whole list
        header.blockSignals(True)
        if count <= _MEASURED_ROWS:
            for number in range(count):
                header.resizeSection(number, self._delegate.row_height(rows.row(number), width))
        else:
            sample = range(0, count, count // _SAMPLE)
            lengths = [len(rows.data(rows.index(n, 0), DISPLAY_ROLE) or "") for n in sample]
            mean = sum(lengths) / len(lengths)
            header.setDefaultSectionSize(self._delegate.estimated_height(mean, width))
        header.blockSignals(False)
        header.setUpdatesEnabled(True)
        self.updateGeometries()
        self._correct_visible()
        self.viewport().update()

    def _correct_visible(self) -> None:
        """Give the rows in sight, and a screenful below, their own heights."""
        count = self._rows.rowCount()
        if count <= _MEASURED_ROWS:
            return
        header, width = self.verticalHeader(), self._measured_width
        number = max(0, self.rowAt(0))
        bottom = self.viewport().height() - self.rowViewportPosition(number)
        changed = False
        header.blockSignals(True)
        while number < count and bottom > 0:
            height = self._delegate.row_height(self._rows.row(number), width)
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)
                changed = True
            bottom -= height
            number += 1
        header.blockSignals(False)
        if changed:
            self.updateGeometries()
            self.viewport().update()

    def _measure_in_place(self) -> None:
        """Measure again; what the reader looks at stays where it is."""
        anchor = self.currentIndex().row()
        height = self.viewport().height()
        if anchor < 0 or not -1 < self.rowViewportPosition(anchor) < height:
            anchor = self.rowAt(0)
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        self._measure()
        if anchor >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(anchor) - before)

    def _reveal(self, row: int, *, centred: bool) -> None:
        hint = QtWidgets.QAbstractItemView.ScrollHint
        index = self._rows.index(row, 0)
        if centred or not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, hint.PositionAtCenter)
            self._keep_in_view(index)

    def _keep_in_view(self, index: ModelIndex) -> None:
        """Scroll until a row is whole in view: rows get their own heights only on arrival."""
        for _ in range(_ARRIVALS):
            self._correct_visible()
            if self.viewport().rect().contains(self.visualRect(index)):
                return
            self.scrollTo(index, QtWidgets.QAbstractItemView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap again where the width is new."""
        super().resizeEvent(event)
        if not self.isVisible():
            return
        if self.viewport().width() != self._measured_width:
            self._measure_in_place()
        else:
            self._correct_visible()
        current = self.currentIndex()
        before = event.oldSize().height()
        if current.isValid() and 0 <= self.rowViewportPosition(current.row()) < before:
            self.scrollTo(current)  # the card below has grown

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Measure what was listed while it was hidden."""
        super().showEvent(event)
        if self.viewport().width() != self._measured_width:
            self._measure()
            if self.currentIndex().isValid():
                self._reveal(self.currentIndex().row(), centred=True)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight."""
        super().scrollContentsBy(dx, dy)
        self._correct_visible()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._measure_in_place()

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
            if self.currentIndex().isValid() and self._rows.rowCount() > _MEASURED_ROWS:
                self._keep_in_view(self.currentIndex())

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: the search field is what letters are for."""

    def moveCursor(
        self,
        action: QtWidgets.QAbstractItemView.CursorAction,
        modifiers: QtCore.Qt.KeyboardModifier,
    ) -> QtCore.QModelIndex:
        """Return where a key leads; Home and End are the list's ends."""
        actions = QtWidgets.QAbstractItemView.CursorAction
        if action == actions.MoveHome:
            return self._rows.index(self._rows.first_hit_row(), 0)
        if action == actions.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, 0)
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

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
