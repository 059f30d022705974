"""A key judgement: id, statement, type, how sure the source is, where it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui import claim_record, words
from briefing_app.gui.views.painted_item import BLEED_PX, ClaimItem
from briefing_app.gui.views.painted_label import scaled
from briefing_app.gui.views.pen import BADGE_HEIGHT_PX
from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.model.cross_references import SUMMARY

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.views.pen import Pen
    from briefing_app.gui.views.text_block import TextBlock
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_PADDING_PX = 11
_ID_PX = 38
_ID_GAP_PX = 8
_BADGE_GAP_PX = 4  # between statement and badge
_META_GAP_PX = 8  # between badge and meta


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("judgement_card", text)


def weight_words(claim: Claim) -> str:
    """Return how much the claim claims: its confidence, or what else it is put forward as."""
    if claim.family is Family.JUDGED:
        parts = [words.confidence_words(claim.confidence or Confidence.NOT_STATED)]
        if claim.likelihood:
            parts.append(words.likelihood_words(claim.likelihood))
        return ", ".join(parts)
    if claim.type is ClaimType.RECOMMENDATION:
        return _tr("what the source asks for")
    if claim.type is ClaimType.OPTION:
        return _tr("a course to choose")
    return claim_record.support_words(claim)


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
        self._weight = weight_words(claim)
        self._target = place_of(claim, references)
        self._place = claim_record.paragraph_words(*self._target, references)
        name = f"{claim.id}. {claim.text} {self._type}, {self._weight}, {self._place}."
        super().__init__(theme, claim.id, claim.text, name, parent)
        self.setMouseTracking(True)
        self._statement: TextBlock | None = None
        self._id_px = 0
        self._meta_lines: list[tuple[float, float, str, bool]] = []  # x, y, words, is the place
        self._place_area = QtCore.QRectF()  # from the leading edge
        self._on_place = False

    def lay_out(self, width: int) -> int:
        """Wrap statement and meta; return the height in px."""
        theme = self.theme
        advance = QtGui.QFontMetricsF(theme.font("id")).horizontalAdvance(self.claim_id)
        self._id_px = max(scaled(theme, _ID_PX), round(advance) + _ID_GAP_PX)
        inner = width - self._id_px
        self._statement = self.block(self.statement, "judgement", inner)
        y = _PADDING_PX + self._statement.height + _BADGE_GAP_PX
        height = self._lay_out_meta(inner, y) - y
        return round(y + max(height, BADGE_HEIGHT_PX) + _PADDING_PX - 2)

    def _lay_out_meta(self, inner: float, y: float) -> float:
        metrics = QtGui.QFontMetricsF(self.theme.font("meta"))
        line = self.theme.line_px("meta")
        badge = QtGui.QFontMetricsF(self.theme.font("badge")).horizontalAdvance(self._type)
        x = start = badge + 12 + _META_GAP_PX
        y += (BADGE_HEIGHT_PX - line) / 2
        self._meta_lines.clear()
        space = metrics.horizontalAdvance(" ")
        self._meta_lines.append((x, y, self._weight, False))
        x += metrics.horizontalAdvance(self._weight) + space
        dot, place = metrics.horizontalAdvance("·"), metrics.horizontalAdvance(self._place)
        if x + dot + space + place <= inner:  # each drawn by itself, so that mirroring holds
            self._meta_lines.append((x, y, "·", False))
            x += dot + space
        else:
            x, y = start, y + line
        self._meta_lines.append((x, y, self._place, True))
        self._place_area = QtCore.QRectF(x, y, min(place, inner - x), line)
        return y + line

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
        for x, y, words_, is_place in self._meta_lines:
            lit = is_place and self._on_place
            ink = theme.colour("accent" if lit else "ink2" if self.is_selected else "ink3")
            width = pen.text(words_, "meta", left + x, y, ink, max_width=inner - x)
            if lit:
                pen.rule(left + x, y + theme.line_px("meta") - 2, width, ink)

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
