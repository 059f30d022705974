"""Who is named in the same claims, as a fan of lines that is a list as well: each end is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.page_rows import (
    HeadRow,
    LinkRow,
    Look,
    PageRow,
    TextRow,
    counted_claims,
    tr,
)
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.theme.family_lines import family_pen
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.entity_words import KIND_ICONS, entity_target
from briefing_app.model.entity_claims import Tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.model.entity_claims import Companion

_CONTEXT = "people_view"
_DRAWN, _LISTED = 16, 40  # companions with a line, companions in all
_FAN_PX, _NODE_PX, _ICON_PX, _GAP_PX = 52, 24, 14, 8
_ROOT_PX = 5
_THIN_PX, _THICK_PX = 1.2, 5.0
_ARROW_PX = 5
_TIE_WORDS: dict[Tie, Any] = {
    Tie.BOTH_ACT: QtCore.QT_TRANSLATE_NOOP("people_view", "both act"),
    Tie.ACTS_THERE: QtCore.QT_TRANSLATE_NOOP("people_view", "where it acts"),
    Tie.ACTS_HERE: QtCore.QT_TRANSLATE_NOOP("people_view", "acts there"),
    Tie.BOTH_PLACES: QtCore.QT_TRANSLATE_NOOP("people_view", "both are places"),
}


class Fan:
    """The rows of one fan, and where the middle of each lies."""

    def __init__(self) -> None:
        """Start without rows."""
        self.rows: list[CompanionRow] = []
        self._key: tuple[int, float] | None = None
        self._middles: list[float] = []
        self._tops: list[float] = []

    def measure(self, look: Look, width: float) -> tuple[list[float], list[float], float]:
        """Return the rows' tops, their middles and the whole height, in px."""
        if self._key != (look.age, width):
            self._key = (look.age, width)
            heights = [row.height(look, round(width)) for row in self.rows]
            self._tops = [float(sum(heights[:n])) for n in range(len(heights) + 1)]
            pairs = zip(self._tops, heights, strict=False)
            self._middles = [top + height / 2 for top, height in pairs]
        return self._tops, self._middles, self._tops[-1]


class CompanionRow(PageRow):
    """One of those named in the same claims, at the end of its line."""

    __slots__ = ("_companion", "_fan", "_number", "_share")

    def __init__(self, companion: Companion, share: float, fan: Fan) -> None:
        """`share` from 0 to 1 is how thick its line is."""
        super().__init__(entity_target(companion.entity.id))
        self._companion, self._share, self._fan = companion, share, fan
        self._number = len(fan.rows)
        fan.rows.append(self)

    @property
    def sentence(self) -> str:
        """Name, number of shared claims, and how they are named in them."""
        one = self._companion
        return tr(_CONTEXT, "{name}, {claims} in common, mostly {family}, {tie}").format(
            name=one.entity.name,
            claims=counted_claims(one.claims),
            family=words.family_word(one.family).lower(),
            tie=tr(_CONTEXT, _TIE_WORDS[one.tie]),
        )

    def _columns(self, look: Look, width: float) -> tuple[float, float, float]:
        """Return the px of the fan, before the name, and of the name."""
        fan = float(scaled(look.theme, _FAN_PX))
        before = fan + look.theme.px(_NODE_PX) + _GAP_PX
        count = look.block(f"{self._companion.claims:,}", "meta", 1e6).natural_width
        return fan, before, max(width - before - count - _GAP_PX, 40.0)

    def height(self, look: Look, width: int) -> int:
        """The name, wrapped where it must be; no less than the circle with its room."""
        _, _, room = self._columns(look, width)
        return max(
            look.block(self._companion.entity.name, "tab", room).height + 8,
            look.theme.px(_NODE_PX) + 6,
        )

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw what of all lines crosses this row, then its own end."""
        theme, one = look.theme, self._companion
        fan, before, room = self._columns(look, pen.width)
        tops, middles, whole = self._fan.measure(look, pen.width)
        painter = pen.painter
        painter.save()
        painter.setClipRect(pen.box(0, 0, before, height))
        painter.translate(0, -tops[self._number])
        for row, middle in zip(self._fan.rows, middles, strict=True):
            row.draw_line(pen, fan, whole / 2, middle)
        accent = theme.colour("accent")
        pen.fill(0, whole / 2 - _ROOT_PX, 2 * _ROOT_PX, 2 * _ROOT_PX, accent, radius=_ROOT_PX)
        painter.restore()
        node, size = theme.px(_NODE_PX), theme.px(_ICON_PX)
        y, edge = (height - node) / 2, theme.family_colour(one.family, "mark_strong")
        ground = theme.colour("raised")
        pen.fill(fan, y, node, node, ground, radius=node / 2, frame=edge, frame_px=1.5)
        inset = (node - size) / 2
        icon = KIND_ICONS[one.entity.kind]
        pen.icon(icon, fan + inset, y + inset, theme.colour("ink2"), size)
        block = look.block(one.entity.name, "tab", room)
        pen.draw_block(block, before, (height - block.height) / 2, room, accent)
        count = f"{one.claims:,}"
        x = pen.width - pen.text_width(count, "meta")
        pen.text(count, "meta", x, (height - theme.line_px("meta")) / 2, theme.colour("ink2"))

    def draw_line(self, pen: Pen, fan: float, root: float, middle: float) -> None:
        """Draw the line from the root to this row's circle, with an arrow where one only acts."""
        theme, one = pen.theme, self._companion
        line = family_pen(theme, one.family, strong=True)
        line.setWidthF(_THIN_PX + (_THICK_PX - _THIN_PX) * self._share)

        def at(x: float, y: float) -> QtCore.QPointF:
            return QtCore.QPointF(pen.width - x if pen.mirrored else x, y)

        path = QtGui.QPainterPath(at(_ROOT_PX, root))
        path.cubicTo(at(fan * 0.6, root), at(fan * 0.3, middle), at(fan, middle))
        pen.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        pen.painter.setPen(line)
        pen.painter.drawPath(path)
        if one.tie in (Tie.ACTS_THERE, Tie.ACTS_HERE):
            size = _ARROW_PX + line.widthF() / 2
            tip, end = (fan, fan - 1.6 * size)
            if one.tie is Tie.ACTS_HERE:
                tip, end = end, tip
            pen.painter.setPen(QtCore.Qt.PenStyle.NoPen)
            pen.painter.setBrush(line.color())
            corners = [at(tip, middle), at(end, middle - size), at(end, middle + size)]
            pen.painter.drawPolygon(QtGui.QPolygonF(corners))


def companion_rows(companions: Sequence[Companion]) -> list[PageRow]:
    """Return the fan with its head and its key, then those who have no line in it."""
    if not companions:
        return []
    left_out = len(companions) - _LISTED
    note = tr(_CONTEXT, "{n} more").format(n=f"{left_out:,}") if left_out > 0 else ""
    rows: list[PageRow] = [HeadRow(tr(_CONTEXT, "Mentioned with"), note)]
    most, fan = companions[0].claims, Fan()
    rows.extend(CompanionRow(one, one.claims / most, fan) for one in companions[:_DRAWN])
    for one in companions[_DRAWN:_LISTED]:
        spoken = tr(_CONTEXT, "{claims} in common").format(claims=counted_claims(one.claims))
        target, count = entity_target(one.entity.id), f"{one.claims:,}"
        rows.append(LinkRow(one.entity.name, target, count, spoken=spoken))
    key = tr(_CONTEXT, "Thick lines: many claims in common. Their colour and dashes: of what kind"
        " most of these are.")  # fmt: skip
    if any(one.tie in (Tie.ACTS_THERE, Tie.ACTS_HERE) for one in companions[:_DRAWN]):
        arrows = tr(_CONTEXT, "An arrow leads from who acts to where; without one both act, or"
            " both are places.")  # fmt: skip
        key = f"{key} {arrows}"
    rows.append(TextRow(key, "meta", "ink3", above=8))
    return rows
