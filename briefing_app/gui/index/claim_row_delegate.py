"""Paints the rows of the claim index: whole statements, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.claim_list_model import ROW_ROLE, ClaimListModel, GroupHead
from briefing_app.gui.kit.pen import Pen, badge_height
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.gui.words import model_words as words
from briefing_app.search.results import ClaimHit, EntityHit, ParagraphHit

if TYPE_CHECKING:
    from briefing_app.gui.index.claim_list_model import ModelIndex, Row, RowShape
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

_LEADING_PX = 16
_ID_COLUMN_PX = 54  # from the panel's edge to the statement
_WIDEST_ID_COLUMN_PX = 130
_TRAILING_PX = 26
_PADDING_PX = 10
_BADGE_GAP_PX = 4
_BADGE_PX = 20  # a badge's own padding, and the gap after it
_HEAD_PADDING_PX = 6
_GROUND_LEFT_PX, _GROUND_RIGHT_PX, _GROUND_RADIUS_PX = 7, 14, 6
_KEPT_BLOCKS = 1500


class ClaimRowDelegate(QtWidgets.QStyledItemDelegate):
    """Draws and measures rows; what is hovered and flashed is told to it by the list."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        model: ClaimListModel,
        parent: QtCore.QObject,
    ) -> None:
        """Prepare for one briefing."""
        super().__init__(parent)
        self._references = references
        self._model = model
        self._blocks: dict[tuple[str, int], TextBlock] = {}
        self._mirrored = False
        self.row_px = 0  # how wide rows are set, whether or not there is a scroll bar beside them
        self.current_row = -1
        self.hovered_row = -1
        self.flashed_row = -1
        self.flash_strength = 0.0  # 1 = full, 0 = none
        self.shows_focus = False
        self.set_theme(theme)

    def paint_ring_around(self, painter: QtGui.QPainter, size: QtCore.QSize) -> None:
        """Draw the ring around the whole list, where no row has it."""
        width, height = size.width(), size.height()
        Pen(painter, self._theme, width).focus_ring(2, 2, width - 4, height - 4, 4)

    def set_theme(self, theme: Theme) -> None:
        """Restyle; every height has to be asked for again."""
        self._theme = theme
        self._blocks.clear()
        self._badge_metrics = QtGui.QFontMetricsF(theme.font("badge"))
        self._meta_metrics = QtGui.QFontMetricsF(theme.font("meta"))
        longest = max(self._references.claims, key=len, default="")  # ids are set in mono
        widest = QtGui.QFontMetricsF(theme.font("id_row")).horizontalAdvance(longest)
        column = max(_ID_COLUMN_PX, _LEADING_PX + round(widest) + 10)
        self._id_column = min(column, _WIDEST_ID_COLUMN_PX)

    def set_mirrored(self, *, mirrored: bool) -> None:
        """Turn leading and trailing round."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._blocks.clear()

    def row_height(self, shape: RowShape) -> int:
        """Return a row's height in pixels."""
        theme = self._theme
        if shape.is_head:
            return theme.line_px("list_head") + 2 * _HEAD_PADDING_PX
        lower = theme.line_px("meta")
        if shape.claim:
            lower = self._badge_row_px() + (lower if self._context_below(shape.claim) else 0)
        if shape.says_similar:
            lower += theme.line_px("meta") + _BADGE_GAP_PX
        block = self._block(shape.statement)
        return 2 * _PADDING_PX + block.height + _BADGE_GAP_PX + lower

    def estimated_height(self, characters: float) -> int:
        """Return about how high a row is whose statement has so many characters."""
        metrics = QtGui.QFontMetricsF(self._theme.font("row"))
        line = max(1.0, self._statement_width() / metrics.averageCharWidth())
        lines = int(characters / line) + 1
        rest = 2 * _PADDING_PX + _BADGE_GAP_PX + self._badge_row_px()
        return lines * self._theme.line_px("row") + rest

    def _badge_row_px(self) -> int:
        return badge_height(self._theme)

    def _context_below(self, claim_id: str) -> bool:
        """Whether date and section stand below the badge: beside it they would be cut."""
        kind = words.type_word(self._references.claims[claim_id].type)
        beside = self._badge_metrics.horizontalAdvance(kind) + _BADGE_PX
        context = self._meta_metrics.horizontalAdvance(self._model.claim_context(claim_id))
        return beside + context > self._statement_width()

    def _statement_width(self) -> int:
        return max(60, self.row_px - self._id_column - _TRAILING_PX)

    def _block(self, text: str) -> TextBlock:
        inner = self._statement_width()
        block = self._blocks.get((text, inner))
        if block is None:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            theme = self._theme
            block = TextBlock(
                text, theme.font("row"), theme.line_px("row"), inner, mirrored=self._mirrored
            )
            self._blocks[text, inner] = block
        return block

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: ModelIndex) -> QtCore.QSize:
        """Return the height of the whole statement."""
        width: int = option.rect.width()
        return QtCore.QSize(width, self.row_height(self._model.shape(index.row())))

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: ModelIndex,
    ) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        area: QtCore.QRect = option.rect
        painter.save()
        painter.translate(area.topLeft())
        pen = Pen(painter, self._theme, area.width(), mirrored=self._mirrored)
        if isinstance(row, GroupHead):
            self._paint_head(pen, row, area.height())
        else:
            self._paint_ground(pen, index.row(), area.height())
            self._paint_hit(pen, row, is_current=index.row() == self.current_row)
        painter.restore()

    def _paint_head(self, pen: Pen, head: GroupHead, height: int) -> None:
        theme = self._theme
        pen.rule(0, 0, pen.width, theme.colour("win"), height)
        pen.rule(0, height - 1, pen.width, theme.colour("hair"))
        y = _HEAD_PADDING_PX
        width = pen.text(head.title, "list_head", _LEADING_PX, y, theme.colour("ink"))
        x = _LEADING_PX + width + 8
        if head.count:
            pen.text(f"{head.count:,}", "list_head", x, y, theme.colour("ink3"))

    def _paint_ground(self, pen: Pen, number: int, height: int) -> None:
        theme = self._theme
        is_current = number == self.current_row
        width = pen.width - _GROUND_LEFT_PX - _GROUND_RIGHT_PX
        box = (_GROUND_LEFT_PX, 1, width, height - 3)
        frame = theme.colour("accent") if theme.framed else None
        if is_current:
            ground = theme.colour("accent_bg")
            pen.fill(*box, ground, radius=_GROUND_RADIUS_PX, frame=frame, frame_px=2)
        elif number == self.hovered_row:
            pen.fill(*box, theme.colour("hover"), radius=_GROUND_RADIUS_PX)
        if number == self.flashed_row and self.flash_strength > 0:
            flash = QtGui.QColor(theme.colour("flash"))
            flash.setAlphaF(self.flash_strength)
            pen.fill(*box, flash, radius=_GROUND_RADIUS_PX, frame=frame, frame_px=2)
        if not is_current:
            x = self._id_column
            pen.rule(x, height - 1, pen.width - x - _TRAILING_PX, theme.colour("hair"))
            return
        pen.fill(_GROUND_LEFT_PX, 2, 3, height - 5, theme.colour("accent"), radius=1.5)
        if self.shows_focus:
            inset = 4 if frame else 1  # within the frame, not on it
            x, y, wide, high = box
            radius = max(_GROUND_RADIUS_PX - inset, 2)
            pen.focus_ring(x + inset, y + inset, wide - 2 * inset, high - 2 * inset, radius)

    def _paint_hit(self, pen: Pen, row: Row, *, is_current: bool) -> None:
        theme = self._theme
        said = self._model.row_text(row)
        is_dim = self._model.is_later(row) and not is_current
        ink = theme.colour("dimmed" if is_dim else "ink")
        y = float(_PADDING_PX)
        x = float(self._id_column)
        quiet = theme.colour("dimmed" if is_dim else "ink2")
        if isinstance(row, ClaimHit):
            id_ink = theme.colour("accent") if is_current else quiet
            pen.text(row.id, "id_row", _LEADING_PX, y, id_ink, max_width=x - _LEADING_PX - 6)
        else:
            pen.icon(_icon_of(row), _LEADING_PX + 5, y + 2, quiet, theme.px(16))
        room = float(self._statement_width())
        block = self._block(said.statement)
        y += pen.draw_block(block, x, y, room, ink, hits=said.matched) + _BADGE_GAP_PX
        line = theme.line_px("meta")
        if said.similar:
            pen.text(said.similar, "meta_strong", x, y, theme.colour("warning"), max_width=room)
            y += line + _BADGE_GAP_PX
        if isinstance(row, ClaimHit):
            claim = self._references.claims[row.id]
            badge = pen.badge(words.type_word(claim.type), claim.family, x, y) + 8
            if self._context_below(row.id):
                y += self._badge_row_px()
            else:
                x, room, y = x + badge, room - badge, y + (self._badge_row_px() - line) / 2
        pen.text(said.context, "meta", x, y, quiet, max_width=max(room, 1))


def _icon_of(row: Row) -> str:
    match row:
        case ParagraphHit():
            return "paragraph"
        case EntityHit():
            return "people"
        case _:
            return "book"
