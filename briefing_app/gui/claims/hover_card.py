"""The hover card: who says the claim under the pointer or the keyboard, beside its words.

It can be reached with the pointer, stays until one leaves it, and goes with Esc (WCAG 2.2, 1.4.13).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen, badge_height
from briefing_app.gui.kit.runs_block import RunsBlock
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_record import (
    RecordLine,
    Run,
    date_words,
    support_words,
    who_says_so,
)
from briefing_app.gui.words.claim_standing import standing_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

WIDTH_PX = 360
_PADDING_PX = 16
_SHADOW_PX = 10
_BELOW_PX, _ABOVE_PX = 12, 8  # from the words' baseline, from their top
_EDGE_PX = 8  # kept free to the window's edges
_RADIUS_PX = 8
_MOST_RECORDS = 3
_SCROLL_KEYS = (
    QtCore.Qt.Key.Key_PageUp,
    QtCore.Qt.Key.Key_PageDown,
    QtCore.Qt.Key.Key_Up,
    QtCore.Qt.Key.Key_Down,
    QtCore.Qt.Key.Key_Home,
    QtCore.Qt.Key.Key_End,
)
_ENDING_EVENTS = (
    QtCore.QEvent.Type.Wheel,
    QtCore.QEvent.Type.MouseButtonPress,
    QtCore.QEvent.Type.WindowDeactivate,
)
_SHADOW_ALPHA = (3, 4, 5, 6, 8, 9)


class HoverCard(QtWidgets.QWidget):
    """A small painted card over the window; shows the records of the claims in one mark."""

    left = QtCore.Signal()  # the pointer has gone from the card
    dismissed = QtCore.Signal()

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget,
        *,
        hint: str = "",
    ) -> None:
        """Be hidden; `parent` is the window that the card is kept inside of.

        `hint` stands at the foot; empty: what a click and keys do with the claim.
        """
        super().__init__(parent)
        self._own_hint = hint
        self._window = parent
        self._references = references
        self._theme = theme
        self._claims: list[Claim] = []
        self._places: list[float] = []  # where each record begins
        self._names: list[list[tuple[Run, ...]]] = []  # the lines on each name
        self._names_spoken = ""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Who says it"))
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def claims(self) -> tuple[str, ...]:
        """Return the claims whose records are shown."""
        return tuple(claim.id for claim in self._claims)

    def set_names(self, names: list[list[tuple[Run, ...]]], spoken: str) -> None:
        """Take the lines on each name that is explained below the records, and as one text."""
        self._names, self._names_spoken = names, spoken

    def show_claims(self, claim_ids: Sequence[str], words_box: QtCore.QRect) -> bool:
        """Show the records beside words, given from top to baseline in the window.

        Returns False where there is no record of any of them.
        """
        known = self._references.claims
        self._claims = [known[claim_id] for claim_id in claim_ids if claim_id in known]
        if not self._claims and not self._names:
            self.dismiss()
            return False
        self._place_beside(words_box)
        self.setAccessibleDescription(self._spoken())
        self.raise_()
        if not self.isVisible():
            self.show()
            application = QtWidgets.QApplication.instance()
            assert application is not None
            application.installEventFilter(self)
        self.update()
        return True

    def dismiss(self) -> None:
        """Go at once."""
        if self.isVisible():
            self.hide()
            self.dismissed.emit()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Listen to the keyboard no longer."""
        application = QtWidgets.QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, _watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Go with Esc wherever the keyboard is, and when the window changes under the card."""
        kind = event.type()
        if kind in (QtCore.QEvent.Type.ShortcutOverride, QtCore.QEvent.Type.KeyPress):
            assert isinstance(event, QtGui.QKeyEvent)
            return self._key(event)
        if kind in _ENDING_EVENTS and not self.underMouse():
            self.dismiss()
        return False

    def _key(self, event: QtGui.QKeyEvent) -> bool:
        """Go with Esc, which is then used up, and with the keys that scroll."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QtCore.QEvent.Type.KeyPress:
                self.dismiss()
            return True
        if event.key() in _SCROLL_KEYS and event.type() == QtCore.QEvent.Type.KeyPress:
            self.dismiss()
        return False

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Tell that the pointer has gone."""
        super().leaveEvent(event)
        self.left.emit()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Go with a click; it must not reach the text below."""
        event.accept()
        self.dismiss()

    def _spoken(self) -> str:
        parts = []
        for claim in self._claims:
            kind = words.type_word(claim.type)
            said = "; ".join(f"{line.label} {line.text}" for line in self._said(claim))
            parts.append(
                f"{claim.id}, {kind}, {self._meta(claim)}. {claim.text} {said}. "
                f"{support_words(claim, self._references)}."
            )
        return " ".join([*parts, self._names_spoken]).strip()

    def _meta(self, claim: Claim) -> str:
        """When it was, and before it how the claim stands where it is not as it was."""
        standing = standing_word(claim, self._references)
        return f"{standing} · {date_words(claim)}" if standing else date_words(claim)

    def _said(self, claim: Claim) -> list[RecordLine]:
        """Who says so, and what that goes back to; nothing leads away from a card that goes."""
        return [
            msgspec.structs.replace(
                line, runs=tuple(msgspec.structs.replace(run, target="") for run in line.runs)
            )
            for line in who_says_so(claim, self._references)
        ]

    # place and size

    def _place_beside(self, words_box: QtCore.QRect) -> None:
        window = self._window.rect()
        scale = self._theme.line_px("detail") / 18
        width = min(round(WIDTH_PX * scale), window.width() - 2 * _EDGE_PX)
        height = round(self._paint_or_measure(None, width))
        x = words_box.left()
        if self.isRightToLeft():
            x = words_box.right() - width
        x = min(max(x, _EDGE_PX), window.width() - width - _EDGE_PX)
        y = words_box.bottom() + _BELOW_PX
        if y + height > window.height() - _EDGE_PX:
            above = words_box.top() - _ABOVE_PX - height
            y = above if above >= _EDGE_PX else max(window.height() - height - _EDGE_PX, _EDGE_PX)
        card = QtCore.QRect(x, y, width, height)
        air = _SHADOW_PX
        self.setGeometry(card.adjusted(-air, -air, air, air))

    # painting

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint shadow, card and records."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        air = _SHADOW_PX
        card = QtCore.QRectF(self.rect()).adjusted(air, air, -air, -air)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for step, alpha in enumerate(_SHADOW_ALPHA):
            grown = len(_SHADOW_ALPHA) - step
            painter.setBrush(QtGui.QColor(0, 0, 0, alpha))
            shade = card.adjusted(-grown, -grown + 2, grown, grown + 3)
            painter.drawRoundedRect(shade, _RADIUS_PX + grown, _RADIUS_PX + grown)
        frame = self._theme.colour("edge" if self._theme.framed else "rule")
        painter.setPen(QtGui.QPen(frame, 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
        painter.translate(card.topLeft())
        self._paint_or_measure(painter, card.width())

    def _paint_or_measure(self, painter: QtGui.QPainter | None, width: float) -> float:
        """Paint the records, or only add up their height; the same lines either way."""
        y = 12.0
        shown = self._claims[:_MOST_RECORDS]
        for number, claim in enumerate(shown):
            if number:
                y += 10
                if painter:
                    self._pen(painter, width).rule(0, y, width, self._theme.colour("rule"))
                y += 11
            y = self._record(painter, claim, y, width, last=number == len(shown) - 1)
        for number, lines in enumerate(self._names):
            if number or shown:
                y += 8
                if painter:
                    colour = self._theme.colour("hair" if number else "rule")
                    self._pen(painter, width).rule(0, y, width, colour)
                y += 9
            y = self._name(painter, lines, y, width)
        return y + 12

    def _name(
        self, painter: QtGui.QPainter | None, lines: list[tuple[Run, ...]], y: float, width: float
    ) -> float:
        """The lines on one name from y down; returns where they end."""
        inner, mirrored = width - 2 * _PADDING_PX, self.isRightToLeft()
        for number, runs in enumerate(lines):
            block = RunsBlock(runs, self._theme, inner, mirrored=mirrored)
            if painter is not None:
                ink = self._theme.colour("ink2" if number else "ink")
                block.draw(painter, _PADDING_PX, y, ink)
            y += block.height
        return y

    def _pen(self, painter: QtGui.QPainter, width: float) -> Pen:
        return Pen(painter, self._theme, width, mirrored=self.isRightToLeft())

    def _record(
        self, painter: QtGui.QPainter | None, claim: Claim, y: float, width: float, *, last: bool
    ) -> float:
        """One record from y down; returns where it ends."""
        scratch = None
        if painter is None:  # a pen needs something to write on, even to measure
            scratch = QtGui.QPixmap(1, 1)
            painter = QtGui.QPainter(scratch)
        pen = self._pen(painter, width)
        inner = width - 2 * _PADDING_PX
        y = self._head(pen, claim, y)
        statement = pen.block(claim.text, "hover_statement", inner)
        y += 6 + pen.draw_block(statement, _PADDING_PX, y + 6, inner, self._theme.colour("ink"))
        y += 8
        pen.rule(_PADDING_PX, y, inner, self._theme.colour("hair"))
        y += 8
        for runs in self._lines(claim):
            block = RunsBlock(runs, self._theme, inner, mirrored=pen.mirrored)
            left = pen.box(_PADDING_PX, y, inner, 0).left()
            block.draw(painter, left, y, self._theme.colour("ink2"))
            y += block.height
        y = self._foot(pen, claim, y + 4, inner, hint=last)
        if scratch is not None:
            painter.end()
        return y

    def _head(self, pen: Pen, claim: Claim, y: float) -> float:
        theme = self._theme
        x = float(_PADDING_PX)
        middle = y + badge_height(self._theme) / 2
        x += (
            pen.text(
                claim.id,
                "id_card",
                x,
                middle - theme.line_px("id_card") / 2,
                theme.colour("accent"),
            )
            + 10
        )
        x += pen.badge(words.type_word(claim.type), claim.family, x, y) + 8
        meta_y = middle - theme.line_px("meta") / 2
        room = pen.width - _PADDING_PX - x
        pen.text(self._meta(claim), "meta", x, meta_y, theme.colour("ink2"), max_width=room)
        return y + badge_height(self._theme)

    def _lines(self, claim: Claim) -> list[tuple[Run, ...]]:
        """Who says so in running words; `Going back to` has to be said, `Said by` has not."""
        lines = []
        for number, line in enumerate(self._said(claim)):
            if number and line.label != self._said(claim)[0].label:
                lines.append((Run(f"{line.label} "), *line.runs))
            else:
                lines.append(line.runs)
        return lines

    def _foot(self, pen: Pen, claim: Claim, y: float, inner: float, *, hint: bool) -> float:
        ink = self._theme.colour("ink3")
        line = self._theme.line_px("meta")
        used = pen.text(
            support_words(claim, self._references), "meta", _PADDING_PX, y, ink, max_width=inner
        )
        if hint:
            words_ = self._hint()
            width = pen.text_width(words_, "meta")
            if used + 12 + width > inner:
                y += line
            pen.text(words_, "meta", _PADDING_PX + inner - width, y, ink)
        return y + line

    def _hint(self) -> str:
        if self._own_hint:
            return self._own_hint
        more = len(self._claims) - _MOST_RECORDS
        if more > 0:
            return self.tr("and {n} more").format(n=more)
        return self.tr("Click selects  ·  Ctrl+Shift+C copies")
