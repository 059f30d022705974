"""The selected claim as a strip under the text, where the window is too narrow for the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import ActionButton, IconButton
from briefing_app.gui.kit.pen import Pen, badge_height
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_word

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_PADDING_PX = 20
_TOP_PX = 9
_HEAD_PX = 24
_GAP_PX = 8
_STATEMENT_LINES = 2
_LOW_PX = 760  # at 100 %; in windows less high the text needs the room
_LOW_AIR_PX, _LOW_GAP_PX = 7, 4


class ClaimStrip(QtWidgets.QLabel):
    """Head, two lines of the statement, and five buttons; a label, so that it is read out.

    In a low window it has id, type and statement alone, and its buttons no words.
    """

    previous_requested = QtCore.Signal()
    next_requested = QtCore.Signal()
    close_requested = QtCore.Signal()
    details_requested = QtCore.Signal(str)
    citation_requested = QtCore.Signal(str)

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start without a claim."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._claim: Claim | None = None
        self._low = False
        self._lines = 1  # of the statement, in a low window
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._previous = IconButton(self.tr("Previous claim"), "chevron_left", theme, parent=self)
        self._next = IconButton(self.tr("Next claim"), "chevron_right", theme, parent=self)
        self._close = IconButton(self.tr("Close"), "close", theme, parent=self)
        self._details = ActionButton(self.tr("Details"), theme, icon="panel", parent=self)
        self.copy_button = ActionButton(self.tr("Copy"), theme, icon="copy", parent=self)
        self.copy_button.setAccessibleName(self.tr("Copy with citation"))
        self.copy_button.setToolTip(self.tr("Copy with citation"))
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._close.clicked.connect(self.close_requested)
        self._details.clicked.connect(self._on_details)
        self.copy_button.clicked.connect(self._on_copy)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for part in (self._previous, self._next, self._close, self._details, self.copy_button):
            part.set_theme(theme)
        self._fit()
        self._arrange()
        self.updateGeometry()
        self.update()

    def show_claim(self, claim_id: str) -> None:
        """Show a claim."""
        claim = self._claim = self._references.claims[claim_id]
        kind = words.type_word(claim.type)
        self.setText(f"{claim.id}. {claim.text} {kind}, {self._context(claim)}")
        self._fit()
        self.update()

    def claim_under(self, _place: QtCore.QPoint | None) -> tuple[str, QtCore.QRect]:
        """Return the claim and its box."""
        return self.claim_id(), self.rect()

    def claim_id(self) -> str:
        """Return the id of the claim it shows; empty if none."""
        return self._claim.id if self._claim else ""

    def set_neighbours(self, *, previous: bool, following: bool) -> None:
        """Say whether there is a claim before and after this one."""
        self._previous.setEnabled(previous)
        self._next.setEnabled(following)

    def _kind(self, claim: Claim) -> str:
        """Its type; in a low window, where there is no room for more, how it stands as well."""
        kind, standing = words.type_word(claim.type), standing_word(claim, self._references)
        return f"{kind}, {standing}" if standing else kind

    def _context(self, claim: Claim) -> str:
        parts = [standing_word(claim, self._references), claim_record.date_words(claim)]
        if claim.sources:
            parts.append(claim_record.source_words(claim.sources[0], self._references))
        parts.append(claim_record.support_words(claim, self._references))
        return " · ".join(part for part in parts if part)

    def sizeHint(self) -> QtCore.QSize:
        """Return 86 px of height at 100 %."""
        line = self._statement_line_px()
        if self._low:
            buttons = self.copy_button.sizeHint().height() + 2
            return QtCore.QSize(480, max(self._lines * line, buttons) + 2 * _LOW_AIR_PX)
        return QtCore.QSize(480, _TOP_PX + self._head_px() + _STATEMENT_LINES * line + 11)

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the width of the buttons and a few words."""
        return QtCore.QSize(self._buttons_width() + 200, self.sizeHint().height())

    def _head_px(self) -> int:
        return self._theme.px(_HEAD_PX)

    def _fit(self) -> None:
        """Be as high as the window allows and the claim needs."""
        low = self.window().height() < self._theme.px(_LOW_PX)
        for button in (self._details, self.copy_button):
            button.show_words(shown=not low)
        lines = self._lines
        if low and self._claim is not None:
            _, width = self._low_room(self._claim)
            metrics = QtGui.QFontMetricsF(self._theme.font("strip_statement"))
            fits = metrics.horizontalAdvance(self._claim.text) <= width
            lines = 1 if fits else _STATEMENT_LINES
        if (low, lines) != (self._low, self._lines):
            self._low, self._lines = low, lines
            self.updateGeometry()

    def _low_room(self, claim: Claim) -> tuple[float, float]:
        """Return where the statement begins in a low window, and its width."""
        theme = self._theme
        code = QtGui.QFontMetricsF(theme.font("id_card")).horizontalAdvance(claim.id)
        kind = self._kind(claim)
        badge = QtGui.QFontMetricsF(theme.font("badge")).horizontalAdvance(kind) + 12
        x = _PADDING_PX + min(code, 160) + 10 + badge + 10
        return x, max(self.width() - x - self._buttons_width() - _PADDING_PX - 12, 60)

    def _statement_line_px(self) -> int:
        return self._theme.line_px("strip_statement")

    def _buttons_width(self) -> int:
        wide = self._details.sizeHint().width() + _GAP_PX + self.copy_button.sizeHint().width()
        steps = (self._previous, self._next, self._close)
        if self._low:
            wide += sum(step.sizeHint().width() + _LOW_GAP_PX for step in steps)
        return wide

    def _arrange(self) -> None:
        mirrored, width = self.isRightToLeft(), self.width()

        def place(parts: tuple[QtWidgets.QWidget, ...], y: int, gap: int) -> None:
            x = width - _PADDING_PX
            for part in reversed(parts):
                size = part.sizeHint()
                x -= size.width()
                left = width - x - size.width() if mirrored else x
                top = (self.height() - size.height()) // 2 if self._low else y
                part.setGeometry(QtCore.QRect(QtCore.QPoint(left, top), size))
                x -= gap

        if self._low:
            place(
                (self._details, self.copy_button, self._previous, self._next, self._close),
                0,
                _LOW_GAP_PX,
            )
            return
        place((self._previous, self._next, self._close), 4, 0)
        buttons = self.copy_button.sizeHint().height()
        top = min(_TOP_PX + self._head_px() + 7, self.height() - buttons - 8)
        place((self._details, self.copy_button), top, _GAP_PX)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Place the buttons."""
        super().resizeEvent(event)
        self._fit()
        self._arrange()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the ground, the head and the statement."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        pen.rule(0, 0, self.width(), theme.colour("raised"), self.height())
        pen.rule(0, 0, self.width(), theme.colour("rule"))
        claim = self._claim
        if claim is not None:
            self._paint_claim(pen, claim)
        painter.end()

    def _paint_claim(self, pen: Pen, claim: Claim) -> None:
        theme = self._theme
        if self._low:
            self._paint_low(pen, claim)
            return
        middle = _TOP_PX + self._head_px() / 2
        x = float(_PADDING_PX)
        y = middle - theme.line_px("id_card") / 2
        x += pen.text(claim.id, "id_card", x, y, theme.colour("accent"), max_width=160) + 10
        kind = words.type_word(claim.type)
        x += pen.badge(kind, claim.family, x, middle - badge_height(theme) / 2) + 8
        y = middle - theme.line_px("meta") / 2
        room = self.width() - x - 3 * self._close.sizeHint().width() - _PADDING_PX - 8
        pen.text(self._context(claim), "meta", x, y, theme.colour("ink2"), max_width=max(room, 1))
        width = self.width() - 2 * _PADDING_PX - self._buttons_width() - 20
        statement = pen.block(claim.text, "strip_statement", width, max_lines=_STATEMENT_LINES)
        top = _TOP_PX + self._head_px()
        pen.draw_block(statement, _PADDING_PX, top, width, theme.colour("ink"))

    def _paint_low(self, pen: Pen, claim: Claim) -> None:
        theme, middle = self._theme, self.height() / 2
        x, width = self._low_room(claim)
        statement = pen.block(claim.text, "strip_statement", width, max_lines=_STATEMENT_LINES)
        top = middle - statement.height / 2
        pen.draw_block(statement, x, top, width, theme.colour("ink"))
        first = top + self._statement_line_px() / 2  # id and type stand on the first line
        y = first - theme.line_px("id_card") / 2
        start = float(_PADDING_PX)
        start += pen.text(claim.id, "id_card", start, y, theme.colour("accent"), max_width=160)
        kind = self._kind(claim)
        pen.badge(kind, claim.family, start + 10, first - badge_height(theme) / 2)

    @QtCore.Slot()
    def _on_details(self) -> None:
        self.details_requested.emit(self.claim_id())

    @QtCore.Slot()
    def _on_copy(self) -> None:
        self.citation_requested.emit(self.claim_id())
