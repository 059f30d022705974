"""The model of a page of rows, and the delegate that lets each row draw itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.page_rows import Look, PageRow

DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE = 0, 11  # Qt.ItemDataRole, as numbers: the enum is slow to load
_BLEED_PX = 8
_RADIUS_PX = 6

ModelIndex = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NO_INDEX = QtCore.QModelIndex()


class PageRowModel(QtCore.QAbstractTableModel):
    """One column of rows; those that lead nowhere cannot be chosen."""

    def __init__(self, parent: QtCore.QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: Sequence[PageRow] = ()

    def set_rows(self, rows: Sequence[PageRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        """Return what a row says."""
        if role in (DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE) and index.isValid():
            return self.rows[index.row()].sentence
        return None

    def flags(self, index: ModelIndex) -> QtCore.Qt.ItemFlag:
        """Return that only rows that lead somewhere can be chosen."""
        flag = QtCore.Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if not self.rows[index.row()].target:
            return flag.ItemNeverHasChildren
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren


class RowsPage(Protocol):
    """What a row has to know of the page that it stands on."""

    side_px: int  # empty px at the leading edge

    def words_px(self) -> int:
        """Return how wide words are set, in px."""

    def shows_ring(self) -> bool:
        """Return whether the chosen row has the keyboard, and shows it."""

    def currentIndex(self) -> QtCore.QModelIndex:
        """Return the chosen row."""


class PageRowDelegate(QtWidgets.QStyledItemDelegate):
    """Lets each row draw itself, on the ground that its state asks for."""

    def __init__(
        self, rows: PageRowModel, look: Look, *, page: RowsPage, parent: QtCore.QObject
    ) -> None:
        """Draw the rows of one page."""
        super().__init__(parent)
        self._page, self._rows, self._look = page, rows, look
        self.hovered_row = -1
        self.lit_target = ""

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: ModelIndex) -> QtCore.QSize:
        """Return the height of the whole row."""
        height = self._rows.rows[index.row()].height(self._look, self._page.words_px())
        width: int = option.rect.width()
        return QtCore.QSize(width, height)

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: ModelIndex,
    ) -> None:
        """Draw a row on the ground that its state asks for."""
        number = index.row()
        row = self._rows.rows[number]
        area: QtCore.QRect = option.rect
        page, look = self._page, self._look
        side, width = page.side_px, page.words_px()
        left = area.width() - side - width if look.mirrored else side
        lit = bool(row.target) and row.target == self.lit_target
        painter.save()
        painter.translate(area.x() + left, area.y())
        pen = Pen(painter, look.theme, width, mirrored=look.mirrored)
        if row.target:
            box = (-_BLEED_PX, 0.0, width + 2.0 * _BLEED_PX, area.height() - 1.0)
            self._paint_ground(pen, box, lit=lit, hovered=number == self.hovered_row)
        row.paint(pen, look, area.height(), lit=lit)
        if row.target and page.shows_ring() and number == page.currentIndex().row():
            x, y, wide, high = box
            inset = 5 if lit and look.theme.framed else 2  # within the frame, not on it
            pen.focus_ring(x + inset, y + inset, wide - 2 * inset, high - 2 * inset, _RADIUS_PX - 2)
        painter.restore()

    def _paint_ground(
        self, pen: Pen, box: tuple[float, float, float, float], *, lit: bool, hovered: bool
    ) -> None:
        theme = self._look.theme
        if lit:
            frame = theme.colour("accent") if theme.framed else None
            pen.fill(*box, theme.colour("accent_bg"), radius=_RADIUS_PX, frame=frame, frame_px=2)
            bar = theme.colour("accent")
            pen.fill(box[0], box[1] + 3, 3, box[3] - 6, bar, radius=1.5)
        elif hovered:
            pen.fill(*box, theme.colour("hover"), radius=_RADIUS_PX)
