"""The rows of the command palette and of the shortcut list: entries under heads, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_matching import Entry
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme

DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE = 0, 11  # Qt.ItemDataRole, as numbers: the enum is slow to load
_PADDING_PX = 7
_SIDE_PX = 8  # from the list's edge to a row's ground
_LEADING_PX = 20
_CODE_PX = 48
_ICON_PX = 16
_GAP_PX = 16
_RADIUS_PX = 6
_KEY_SIDE_PX = 6
_MOST_LINES = 2
_LEAST_ROOM_PX = 60
_KEPT_BLOCKS = 400
_MOST_TRAILING = 0.42  # of the width, for what stands at the end of a row
_ICONS = {
    "action": "arrow_right",
    "section": "document",
    "claim": "list",
    "entity": "people",
    "source": "book",
    "search": "search",
}

ModelIndex = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NO_INDEX = QtCore.QModelIndex()


class Head(NamedTuple):
    """The head of a group."""

    title: str


Row = Head | Entry


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it."""
    if isinstance(row, Head):
        return row.title
    parts = [f"{row.code}. {row.title}" if row.code else row.title, row.detail, row.keys]
    if not row.is_on:
        parts.append(QtCore.QCoreApplication.translate("command_rows", "not possible now"))
    return ", ".join(part.removesuffix(".") for part in parts if part)


class CommandRowModel(QtCore.QAbstractListModel):
    """Heads and entries; only entries that are possible now can be chosen."""

    def __init__(self, parent: QtCore.QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return how many rows there are, heads included."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        """Return what a row says."""
        if index.isValid() and role in (DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE):
            return spoken(self.rows[index.row()])
        return None

    def can_choose(self, number: int) -> bool:
        """Return whether a row leads anywhere."""
        row = self.rows[number]
        return isinstance(row, Entry) and row.is_on

    def flags(self, index: ModelIndex) -> QtCore.Qt.ItemFlag:
        """Return that heads, and what is not possible now, cannot be chosen."""
        flag = QtCore.Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if not self.can_choose(index.row()):
            return flag.ItemNeverHasChildren
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren


class CommandRowDelegate(QtWidgets.QStyledItemDelegate):
    """Draws a row: icon or claim id, words with the letters that were typed, keys or details."""

    def __init__(self, model: CommandRowModel, theme: Theme, view: QtWidgets.QListView) -> None:
        """Draw the rows of one list."""
        super().__init__(view)
        self._model, self._theme, self._view = model, theme, view
        self.with_icons = True
        self.hovered_row = -1
        self._blocks: dict[tuple[str, int, bool], tuple[TextBlock, float]] = {}

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._blocks.clear()

    def _text_left(self, entry: Entry) -> int:
        if entry.code:
            metrics = QtGui.QFontMetricsF(self._theme.font("id_row"))
            return max(
                _LEADING_PX + _CODE_PX,
                _LEADING_PX + round(metrics.horizontalAdvance(entry.code)) + 10,
            )
        return _LEADING_PX + (self._theme.px(_ICON_PX) + 12 if self.with_icons else 0)

    def _trailing_px(self, entry: Entry, width: int) -> float:
        theme = self._theme
        if entry.keys:
            wide = QtGui.QFontMetricsF(theme.font("meta")).horizontalAdvance(entry.keys)
            keys = len(entry.keys.split(", "))
            return min(wide + keys * (2 * _KEY_SIDE_PX + 4), width * _MOST_TRAILING)
        if entry.detail and not entry.code:
            wide = QtGui.QFontMetricsF(theme.font("meta")).horizontalAdvance(entry.detail)
            return min(wide, width * _MOST_TRAILING)
        return 0.0

    def _block(self, entry: Entry, width: int) -> tuple[TextBlock, float]:
        """The words of an entry in a list so wide, and the room that they have."""
        mirrored = self._view.isRightToLeft()
        found = self._blocks.get((entry.title, width, mirrored))
        if found is None:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            theme = self._theme
            trailing = self._trailing_px(entry, width)
            beside = self._text_left(entry) + _LEADING_PX + (trailing + _GAP_PX if trailing else 0)
            room = max(width - beside, _LEAST_ROOM_PX)
            block = TextBlock(
                entry.title,
                theme.font("row"),
                theme.line_px("row"),
                room,
                mirrored=mirrored,
                max_lines=_MOST_LINES,
            )
            found = self._blocks[entry.title, width, mirrored] = (block, room)
        return found

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: ModelIndex) -> QtCore.QSize:
        """Return the height of a row in the list's width."""
        width = self._view.viewport().width()
        row = self._model.rows[index.row()]
        theme = self._theme
        if isinstance(row, Head):
            return QtCore.QSize(width, theme.line_px("kicker") + 18)
        block, _ = self._block(row, width)
        lower = theme.line_px("meta") + 2 if row.code else 0
        return QtCore.QSize(width, block.height + lower + 2 * _PADDING_PX)

    def paint(
        self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        """Draw a row."""
        area: QtCore.QRect = option.rect
        row = self._model.rows[index.row()]
        painter.save()
        painter.translate(area.topLeft())
        pen = Pen(painter, self._theme, area.width(), mirrored=self._view.isRightToLeft())
        if isinstance(row, Head):
            ink = self._theme.colour("ink2")
            pen.text(row.title.upper(), "kicker", _LEADING_PX, 12, ink)
        else:
            self._paint_ground(pen, index.row(), area.height())
            self._paint_entry(pen, row, area)
        painter.restore()

    def _paint_ground(self, pen: Pen, number: int, height: int) -> None:
        theme = self._theme
        box = (_SIDE_PX, 1, pen.width - 2 * _SIDE_PX, height - 2)
        if number == self._view.currentIndex().row():
            frame = theme.colour("accent") if theme.framed else None
            pen.fill(*box, theme.colour("accent_bg"), radius=_RADIUS_PX, frame=frame, frame_px=2)
            pen.fill(_SIDE_PX, 2, 3, height - 4, theme.colour("accent"), radius=1.5)
        elif number == self.hovered_row:
            pen.fill(*box, theme.colour("hover"), radius=_RADIUS_PX)

    def _paint_entry(self, pen: Pen, entry: Entry, area: QtCore.QRect) -> None:
        theme = self._theme
        ink = theme.colour("ink" if entry.is_on else "ink3")
        quiet = theme.colour("ink2" if entry.is_on else "ink3")
        left = self._text_left(entry)
        y = float(_PADDING_PX)
        if entry.code:
            id_ink = theme.family_colour(entry.family) if entry.family else quiet
            pen.text(entry.code, "id_row", _LEADING_PX, y, id_ink)
        elif self.with_icons:
            icon = theme.px(_ICON_PX)
            top = y + (theme.line_px("row") - icon) / 2
            pen.icon(_ICONS[entry.group], _LEADING_PX, top, quiet, icon)
        block, room = self._block(entry, area.width())
        hits = entry.matched if block.text == entry.title else ()
        y += pen.draw_block(block, left, _PADDING_PX, room, ink, hits=hits)
        if entry.code:
            pen.text(entry.detail, "meta", left, y + 2, quiet, max_width=room)
        elif entry.keys:
            self._paint_keys(pen, entry.keys.split(", "), quiet)
        elif entry.detail:
            self._paint_detail(pen, entry, quiet)

    def _paint_detail(self, pen: Pen, entry: Entry, ink: QtGui.QColor) -> None:
        wide = self._trailing_px(entry, round(pen.width))
        y = _PADDING_PX + (self._theme.line_px("row") - self._theme.line_px("meta")) / 2
        pen.text(entry.detail, "meta", pen.width - _LEADING_PX - wide, y, ink, max_width=wide + 1)

    def _paint_keys(self, pen: Pen, keys: list[str], ink: QtGui.QColor) -> None:
        """Draw each key sequence in a frame, the first at the leading side."""
        theme = self._theme
        line = theme.line_px("meta")
        y = _PADDING_PX + (theme.line_px("row") - line) / 2
        x = pen.width - _LEADING_PX
        least = pen.width * (1 - _MOST_TRAILING)
        for sequence in reversed(keys):
            wide = pen.text_width(sequence, "meta") + 2 * _KEY_SIDE_PX
            if x - wide < least and x < pen.width - _LEADING_PX:
                break
            x -= wide
            pen.fill(
                x, y - 1, wide, line + 2, theme.colour("panel"), radius=4,
                frame=theme.colour("edge" if theme.framed else "rule"),
            )  # fmt: skip
            pen.text(sequence, "meta", x + _KEY_SIDE_PX, y, ink)
            x -= 4
