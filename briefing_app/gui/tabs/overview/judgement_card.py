"""A key judgement: id, statement, type, how sure it is and why, its origins, where it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.claims.likelihood_band import band_width, draw_band
from briefing_app.gui.kit.painted_item import BLEED_PX, ClaimItem
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.pen import badge_height
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_word
from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.evidence import evidence

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_PADDING_PX = 11
_ID_PX = 38
_ID_GAP_PX = 8
_BADGE_GAP_PX = 4  # between statement and badge
_META_GAP_PX = 8  # between badge and meta
_ROW_GAP_PX = 2  # between two lines of it
_BAND_GAP_PX = 3  # above the likelihood's band
_DOT = "  ·  "


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("judgement_card", text)


def weight_words(claim: Claim) -> str:
    """Return how sure the claim is of itself: its confidence, or what else it is put forward as."""
    if claim.family is Family.JUDGED:
        return words.confidence_words(claim.confidence or Confidence.NOT_STATED)
    if claim.type is ClaimType.RECOMMENDATION:
        return _tr("what the source asks for")
    if claim.type is ClaimType.OPTION:
        return _tr("a course to choose")
    return ""


def place_of(claim: Claim, references: CrossReferences) -> tuple[str, int]:
    """Return where the claim is said first: (section, paragraph); its own section comes first."""
    places = [m for m in references.mentions(claim.id) if m.section != SUMMARY]
    own = [m for m in places if m.section == claim.section]
    found = own or places
    return (found[0].section, found[0].paragraph) if found else (claim.section, 0)


class JudgementCard(ClaimItem):
    """One key judgement; its place is a way into the text by itself."""

    place_requested = QtCore.Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        claim: Claim,
        references: CrossReferences,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Gather the words."""
        self._family = claim.family
        self._type = words.type_word(claim.type)
        self._likelihood = claim.likelihood
        self._band = claim_record.band_words(claim)
        self._basis = _tr("Basis: {basis}").format(basis=claim.basis) if claim.basis else ""
        self._target = place_of(claim, references)
        place = claim_record.paragraph_words(*self._target, references)
        status = standing_word(claim, references)
        against = "" if evidence(claim, references).against else _tr("nothing here against it")
        weight, support = weight_words(claim), claim_record.support_words(claim, references)
        self._pieces = [
            (text, text is place) for text in (status, weight, support, place, against) if text
        ]
        said = [self._type, *(text for text, _ in self._pieces), self._band]
        name = f"{claim.id}. {claim.text} {', '.join(part for part in said if part)}."
        name = f"{name} {self._basis}".strip()
        super().__init__(theme, claim.id, claim.text, name, parent)
        self.setMouseTracking(True)
        self._statement: TextBlock | None = None
        self._basis_block: TextBlock | None = None
        self._id_px = 0
        self._meta_lines: list[tuple[float, float, str, bool]] = []  # x, y, words, is the place
        self._place_area = QtCore.QRectF()  # from the leading edge
        self._on_place = False
        self._band_block: TextBlock | None = None
        self._basis_y = self._band_y = 0.0

    def lay_out(self, width: int) -> int:
        """Wrap statement and meta; return the height in px."""
        theme = self.theme
        advance = QtGui.QFontMetricsF(theme.font("id")).horizontalAdvance(self.claim_id)
        self._id_px = max(scaled(theme, _ID_PX), round(advance) + _ID_GAP_PX)
        inner = width - self._id_px
        self._statement = self.block(self.statement, "judgement", inner)
        y = self._lay_out_meta(inner, _PADDING_PX + self._statement.height + _BADGE_GAP_PX)
        self._basis_block = self._band_block = None
        if self._basis:
            self._basis_y = y
            self._basis_block = self.block(self._basis, "meta", inner)
            y += self._basis_block.height
        if self._likelihood:
            self._band_y = y + _BAND_GAP_PX
            room = max(inner - band_width(theme) - _ID_GAP_PX, 1)
            self._band_block = self.block(self._band, "meta_strong", room)
            y = self._band_y + self._band_block.height
        return round(y + _PADDING_PX - 2)

    def _lay_out_meta(self, inner: float, y: float) -> float:
        """Put the pieces beside the badge and below it; return where they end."""
        metrics = QtGui.QFontMetricsF(self.theme.font("meta"))
        line = self.theme.line_px("meta")
        dot = metrics.horizontalAdvance(_DOT)
        x = QtGui.QFontMetricsF(self.theme.font("badge")).horizontalAdvance(self._type)
        x += 12 + _META_GAP_PX
        badge_px = badge_height(self.theme)
        y += (badge_px - line) / 2
        self._meta_lines.clear()
        is_first = True  # of its line: no dot before it
        for text, is_place in self._pieces:
            wide = metrics.horizontalAdvance(text)
            if x + (0 if is_first else dot) + wide > inner and x > 0:
                x, y, is_first = 0.0, y + line + (_ROW_GAP_PX if len(self._meta_lines) else 0), True
            if not is_first:  # each drawn by itself, so that mirroring holds
                self._meta_lines.append((x, y, _DOT, False))
                x += dot
            self._meta_lines.append((x, y, text, is_place))
            if is_place:
                self._place_area = QtCore.QRectF(x, y, min(wide, inner - x), line)
            x, is_first = x + wide, False
        return y + (line + badge_px) / 2

    def paint_content(self, pen: Pen) -> None:
        """Draw id, statement, badge and meta."""
        theme = self.theme
        left = BLEED_PX + self._id_px
        inner = self.width() - left - BLEED_PX
        lower = (theme.line_px("judgement") - theme.line_px("id")) / 2
        pen.text(self.claim_id, "id", BLEED_PX, _PADDING_PX + lower, theme.colour("accent"))
        if self._statement is None:
            return
        ink = theme.colour("ink")
        height = pen.draw_block(self._statement, left, _PADDING_PX, inner, ink, hits=self.hits)
        pen.badge(self._type, self._family, left, _PADDING_PX + height + _BADGE_GAP_PX)
        quiet = theme.colour("ink2" if self.is_selected else "ink3")
        for x, y, words_, is_place in self._meta_lines:
            lit = is_place and self._on_place
            ink = theme.colour("accent") if lit else quiet
            width = pen.text(words_, "meta", left + x, y, ink, max_width=inner - x)
            if lit:
                pen.rule(left + x, y + theme.line_px("meta") - 2, width, ink)
        self._paint_sureness(pen, left, inner)

    def _paint_sureness(self, pen: Pen, left: float, inner: float) -> None:
        """Draw what the confidence rests on, and the likelihood's band."""
        theme = self.theme
        line = theme.line_px("meta")
        if self._basis_block is not None:
            pen.draw_block(self._basis_block, left, self._basis_y, inner, theme.colour("ink2"))
        if self._likelihood and self._band_block is not None:
            draw_band(pen, self._likelihood, left, self._band_y + line / 2)
            x = left + band_width(theme) + _ID_GAP_PX
            room = max(self.width() - x - BLEED_PX, 1.0)
            pen.draw_block(self._band_block, x, self._band_y, room, theme.colour("ink2"))

    def _over_place(self, position: QtCore.QPointF) -> bool:
        x = self.width() - position.x() if self.isRightToLeft() else position.x()
        inner = QtCore.QPointF(x - BLEED_PX - self._id_px, position.y())
        return self._place_area.adjusted(-2, -3, 2, 3).contains(inner)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Light the place under the pointer."""
        over = self._over_place(event.position())
        if over != self._on_place:
            self._on_place = over
            self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Let the place go out."""
        self._on_place = False
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Go to the place, or select the claim."""
        if self.isDown() and self._over_place(event.position()):
            self.setDown(False)
            self.place_requested.emit(*self._target)
            return
        super().mouseReleaseEvent(event)
