"""The marks on the timeline: a claim with its label, a pile of claims, a claim without a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import plain_tool_tip
from briefing_app.gui.kit.painted_item import BLEED_PX, ClaimItem, PaintedItem
from briefing_app.gui.tabs.timeline.date_shape_painter import draw_shape
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_word
from briefing_app.model.date_shape import DateShape, is_approximate, is_uncertain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.tabs.timeline.timeline_placement import Placed
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.timeline import DatedClaim

_LONGEST_LABEL = 45  # letters of a sentence that has no label of its own
_ID_GAP_PX = 6
_LABEL_ROLE = "option_claim"
_MARK_HEIGHT_PX = 11
_TRACK_LINE_PX = 17


def short_label(claim: Claim, references: CrossReferences) -> str:
    """Return the claim's label, else the start of its sentence; and what is in doubt of it."""
    words = claim.label or claim.text.rstrip(".")
    if len(words) > _LONGEST_LABEL:
        start = words[: _LONGEST_LABEL - 1]
        words = re.sub(r"[\s,;:.–-]*\s\S*$", "", start) + "…"
    if is_approximate(claim.date):
        words = _tr("{claim} (about)").format(claim=words)
    if is_uncertain(claim.date):
        words = _tr("{claim} (uncertain)").format(claim=words)
    if standing := standing_word(claim, references):
        words = f"{words} [{standing}]"
    return words


def claim_words(claim: Claim, references: CrossReferences) -> str:
    """Return a claim as a screen reader says it: id, date, type, family, standing, sentence."""
    date = claim.date.display(long_month=True) if claim.date else _tr("no date given")
    kind = f"{words.type_word(claim.type)}, {words.family_word(claim.family)}"
    if standing := standing_word(claim, references):
        kind = f"{kind}, {standing}"
    return f"{claim.id}, {date}, {kind}. {claim.text}"


def label_width(theme: Theme, claim: Claim, references: CrossReferences) -> float:
    """Return how wide in px id and label are."""
    ids = QtGui.QFontMetricsF(theme.font("id")).horizontalAdvance(claim.id)
    said = short_label(claim, references)
    label = QtGui.QFontMetricsF(theme.font(_LABEL_ROLE)).horizontalAdvance(said)
    return ids + _ID_GAP_PX + label + 2


def pile_words(count: int) -> str:
    """Return the label of a pile: `1,204 claims`."""
    return _tr("{n} claims").format(n=f"{count:,}")


def pile_width(theme: Theme, count: int) -> float:
    """Return how wide in px a pile's label is."""
    metrics = QtGui.QFontMetricsF(theme.font("detail_strong"))
    return metrics.horizontalAdvance(pile_words(count)) + 2


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("timeline_marks", text)


# Qt lets a class have one parent among its own, so that this one only pretends to be a part
if TYPE_CHECKING:
    _Part = PaintedItem
else:
    _Part = object


class _OnTrack(_Part):
    """What claims and piles share: a place on a track, and drags that go to the sheet below."""

    _placed: Placed | None = None
    _pressed_at: QtCore.QPoint | None = None
    _dragged = False
    _breaks: tuple[tuple[float, float], ...] = ()

    def set_placed(self, placed: Placed, breaks: Sequence[tuple[float, float]]) -> None:
        """Take the place on the track; `breaks` are the breaks of the scale, in px."""
        self._placed = placed
        self._breaks = tuple((a - placed.left, b - placed.left) for a, b in breaks)
        self.update()

    def _boxes(self) -> tuple[tuple[float, float, float, float], float, float]:
        """The mark's box, and where the label stands and how wide it is."""
        placed = self._placed
        assert placed is not None
        tall = self.theme.line_px(_LABEL_ROLE) / _TRACK_LINE_PX * _MARK_HEIGHT_PX
        x = BLEED_PX + placed.wanted.left - placed.left
        width = placed.wanted.right - placed.wanted.left
        label = BLEED_PX + placed.label_left - placed.left
        return (x, (self.height() - tall) / 2, width, tall), label, placed.label_px

    def _clear_behind_label(self, pen: Pen, x: float, width: float) -> None:
        """Keep the lines of the grid out of the words."""
        if not (self.is_selected or self.underMouse() or self.isDown()):
            pen.fill(x - 3, 1, width + 6, self.height() - 2, self.theme.colour("paper"))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Remember where, to tell a drag from a click."""
        self._pressed_at, self._dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Leave a drag to the sheet."""
        start = self._pressed_at
        if start is not None and not self._dragged:
            way = (event.position().toPoint() - start).manhattanLength()
            self._dragged = way >= QtGui.QGuiApplication.styleHints().startDragDistance()
        if self._dragged:
            self.setDown(False)
            event.ignore()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Press, unless it was a drag."""
        self._pressed_at = None
        if self._dragged:
            self.setDown(False)
            event.ignore()
        else:
            super().mouseReleaseEvent(event)


class DatedMark(_OnTrack, ClaimItem):
    """One dated claim: the shape of its date, its id over the family's line, its label."""

    def __init__(
        self,
        theme: Theme,
        item: DatedClaim,
        references: CrossReferences,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Name it as a screen reader says it; the place comes later."""
        claim = item.claim
        spoken = claim_words(claim, references)
        super().__init__(theme, claim.id, short_label(claim, references), spoken, parent)
        self.item = item
        self._found = False
        self.setToolTip(plain_tool_tip(spoken))

    def set_hits(self, find: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark hits in the label; the id where only the whole sentence has some."""
        super().set_hits(find)
        found = bool(find and tuple(find(self.item.claim.text) or ()))
        if found != self._found:
            self._found = found
            self.update()

    def paint_content(self, pen: Pen) -> None:
        """Draw mark, id and label."""
        if self._placed is None:
            return
        theme, claim = self.theme, self.item.claim
        box, x, width = self._boxes()
        self._clear_behind_label(pen, x, width)
        family = theme.family_colour(claim.family)
        draw_shape(
            pen,
            self.item.shape,
            box,
            family,
            [(a + BLEED_PX, b + BLEED_PX) for a, b in self._breaks],
        )
        if width <= 0:
            return
        id_px = pen.text_width(claim.id, "id")
        line = theme.line_px("id")
        top = (self.height() - line) / 2
        if self._found and not self.hits:
            pen.fill(x - 2, top + 1, id_px + 4, line - 2, theme.colour("hit"), radius=3)
        ink = theme.colour("accent") if self.is_selected else family
        pen.text(claim.id, "id", x, top, ink, max_width=width)
        if width >= id_px:
            pen.family_line(claim.family, x, top + line - 1.5, id_px)
        start = x + id_px + _ID_GAP_PX
        room = x + width - start
        if room > 8:
            block = pen.block(self.statement, _LABEL_ROLE, room, max_lines=1)
            y = (self.height() - block.height) / 2
            pen.draw_block(block, start, y, room, theme.colour("ink"), hits=self.hits)


class PileMark(_OnTrack, PaintedItem):
    """Claims that begin too close to each other to be drawn one by one: how many there are."""

    pile_opened = QtCore.Signal(int, int)  # the days to be shown wide

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "", parent)
        self._label = ""
        self._days = (0, 0)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.set_hint(self.tr("Enter shows these days wider."))

    def set_pile(self, count: int, days: tuple[int, int], spoken: str) -> None:
        """Stand for so many claims that begin within these days."""
        self._label, self._days = pile_words(count), days
        self.setAccessibleName(f"{self._label}, {spoken}")
        self.setToolTip(plain_tool_tip(spoken))

    @QtCore.Slot()
    def _open(self) -> None:
        self.pile_opened.emit(*self._days)

    def paint_content(self, pen: Pen) -> None:
        """Draw a row of strokes, as many things side by side, and the number."""
        if self._placed is None:
            return
        theme = self.theme
        (left, y, width, tall), x, room = self._boxes()
        self._clear_behind_label(pen, x, room)
        pen.fill(left, y, width, tall, theme.colour("panel"), radius=3, frame=theme.colour("edge"))
        at = left + 4.0
        while at < left + width - 3:
            pen.rule(at, y + 3, 1, theme.colour("ink2"), tall - 6)
            at += 3
        top = (self.height() - theme.line_px("detail_strong")) / 2
        pen.text(self._label, "detail_strong", x, top, theme.colour("ink"), max_width=room)


class UndatedMark(ClaimItem):
    """A claim without a date: its id, with the sentence in its name and tool tip."""

    def __init__(
        self,
        theme: Theme,
        claim: Claim,
        references: CrossReferences,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Stand for one claim."""
        spoken = claim_words(claim, references)
        super().__init__(theme, claim.id, claim.text, spoken, parent)
        self._family = claim.family
        self.setToolTip(plain_tool_tip(spoken))

    def lay_out(self, _width: int) -> int:
        """Return the height in px."""
        return max(self.theme.line_px("id") + 6, 24)

    def natural_width(self) -> int:
        """Return how wide in px the id is."""
        return round(QtGui.QFontMetricsF(self.theme.font("id")).horizontalAdvance(self.claim_id))

    def paint_content(self, pen: Pen) -> None:
        """Draw the id over the family's line."""
        theme = self.theme
        line = theme.line_px("id")
        top = (self.height() - line) / 2
        ink = theme.colour("accent") if self.is_selected else theme.family_colour(self._family)
        if self.hits:
            width = self.natural_width() + 4
            pen.fill(BLEED_PX - 2, top + 1, width, line - 2, theme.colour("hit"), radius=3)
        id_px = pen.text(self.claim_id, "id", BLEED_PX, top, ink)
        pen.family_line(self._family, BLEED_PX, top + line - 1.5, id_px)


def shape_words(shape: DateShape) -> str:
    """Return what a mark's shape means, as the legend says it."""
    return _tr(_SHAPE_WORDS[shape])


_SHAPE_WORDS: dict[DateShape, Any] = {
    DateShape.DAY: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "exact day"),
    DateShape.MONTH: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "month"),
    DateShape.YEAR: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "year only"),
    DateShape.DECADE: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "decade only"),
    DateShape.INTERVAL: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "from – to"),
    DateShape.OPEN_END: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "still going on"),
    DateShape.OPEN_START: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "open start"),
    DateShape.UNKNOWN_END: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "end not known"),
    DateShape.UNKNOWN_START: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "start not known"),
    DateShape.CUT_OFF: QtCore.QT_TRANSLATE_NOOP("timeline_marks", "as of the cut-off"),
}
