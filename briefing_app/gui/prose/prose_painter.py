"""Paints what lies under and beside the words: grounds, family lines, ¶ numbers and claim ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.theme.family_lines import draw_family_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.prose.margin_labels import MarginLabel
    from briefing_app.gui.prose.prose_geometry import ProseGeometry, Segment, UnitGeometry
    from briefing_app.gui.prose.prose_places import ProsePlaces
    from briefing_app.gui.prose.prose_state import ProseState
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family

_GROUND_RADIUS_PX = 4.0
_HIT_RADIUS_PX = 3.0
_PILL_PADDING_PX = 4.0


class ProsePainter:
    """Paints the blocks of one document that are to be seen."""

    def __init__(
        self,
        theme: Theme,
        places: ProsePlaces,
        state: ProseState,
        family_of: Callable[[str], Family | None],
        hit_segments: Callable[[int, UnitGeometry], list[Segment]],
    ) -> None:
        """Paint in a theme; `hit_segments` gives a block's words that the search matched."""
        self._theme = theme
        self._places = places
        self._state = state
        self._family_of = family_of
        self._hit_segments = hit_segments
        self._id_font = theme.font("id_margin")

    def paint(
        self, painter: QtGui.QPainter, geometry: ProseGeometry, top: float, bottom: float
    ) -> None:
        """Paint a stretch of the document's height; the painter is in document coordinates."""
        units = geometry.units_between(top, bottom)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        for _, unit in units:
            self._grounds(painter, unit)
        for index, unit in units:
            shown = [s for s in unit.segments if s.box.bottom() >= top and s.box.top() <= bottom]
            self._claim_grounds(painter, shown)
            if not self._state.found:
                self._hits(painter, self._hit_segments(index, unit))
        if self._state.found:
            self._found(painter, geometry, top, bottom)
        for index, unit in units:
            shown = [s for s in unit.segments if s.box.bottom() >= top and s.box.top() <= bottom]
            self._lines(painter, shown)
            if geometry.margins:
                self._number(painter, geometry, index, unit)
                self._labels(painter, unit, top, bottom)

    # grounds

    def _grounds(self, painter: QtGui.QPainter, unit: UnitGeometry) -> None:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for kind, box in unit.grounds:
            if kind == "code":
                painter.setBrush(self._theme.colour("panel"))
                painter.setPen(QtGui.QPen(self._theme.colour("hair"), 1))
                painter.drawRoundedRect(box.adjusted(0.5, -7.5, -0.5, 7.5), 6, 6)
                painter.setPen(QtCore.Qt.PenStyle.NoPen)
            elif kind == "quotation":
                bar = QtCore.QRectF(box.left(), box.top() + 2, 2, box.height() - 2)
                painter.fillRect(bar, self._theme.colour("rule"))
            elif kind == "bullet":
                painter.setBrush(self._theme.colour("ink2"))
                painter.drawEllipse(box)
            else:
                line = QtCore.QRectF(box.left(), round(box.center().y()), box.width(), 1)
                painter.fillRect(line, self._theme.colour("rule"))

    def _letters(self, segment: Segment) -> QtCore.QRectF:
        """The box of a segment's letters, with a little air at both sides."""
        box = segment.box
        return QtCore.QRectF(box.left() - 3, box.top() - 1, box.width() + 6, box.height() + 2)

    def _claim_grounds(self, painter: QtGui.QPainter, shown: list[Segment]) -> None:
        state, theme = self._state, self._theme
        for segment in shown:
            claims = self._places.marks[segment.index].claims
            if state.selected and state.selected in claims:
                colour = _mixed(
                    theme.colour("accent_bg"), theme.colour("flash"), state.flash_strength
                )
            elif segment.index == state.hovered_mark:
                colour = theme.colour("hover")
            else:
                continue
            self._ground(painter, self._letters(segment), colour, framed=theme.framed)

    def _ground(
        self, painter: QtGui.QPainter, box: QtCore.QRectF, colour: QtGui.QColor, *, framed: bool
    ) -> None:
        painter.setBrush(colour)
        if framed:
            painter.setPen(QtGui.QPen(self._theme.colour("accent"), 1.5))
        else:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, _GROUND_RADIUS_PX, _GROUND_RADIUS_PX)

    def _hits(self, painter: QtGui.QPainter, segments: list[Segment]) -> None:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hit"))
        for segment in segments:
            self._hit(painter, segment)

    def _hit(self, painter: QtGui.QPainter, segment: Segment) -> None:
        box = segment.box.adjusted(-1, 0, 1, 0)
        painter.drawRoundedRect(box, _HIT_RADIUS_PX, _HIT_RADIUS_PX)

    def _found(
        self, painter: QtGui.QPainter, geometry: ProseGeometry, top: float, bottom: float
    ) -> None:
        state, theme = self._state, self._theme
        first, last = geometry.positions_between(top, bottom)
        for number, segment in geometry.found_segments(state.found, first, last):
            current = number == state.found_current
            painter.setBrush(theme.colour("hit_current" if current else "hit"))
            if current or theme.framed:
                painter.setPen(QtGui.QPen(theme.colour("ink"), 1.5 if current else 0.75))
            else:
                painter.setPen(QtCore.Qt.PenStyle.NoPen)
            self._hit(painter, segment)

    # lines

    def _lines(self, painter: QtGui.QPainter, shown: list[Segment]) -> None:
        state = self._state
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        for segment in shown:
            mark = self._places.marks[segment.index]
            y = round(segment.baseline + mark.drop_px) + 0.5
            line = QtCore.QLineF(segment.box.left(), y, segment.box.right(), y)
            lit = segment.index in (state.hovered_mark, state.current_mark)
            if lit or (state.selected and state.selected in mark.claims):
                pen = QtGui.QPen(self._theme.colour("accent"), 2)
            elif state.mark_strength == "off" or state.is_greyed(mark.claims):
                continue
            else:
                family = self._family_of(mark.claims[0])
                if family is None:
                    continue
                strong = state.mark_strength == "strong" or state.lens is not None
                draw_family_line(painter, self._theme, family, line, strong=strong)
                continue
            painter.setPen(pen)
            painter.drawLine(line)

    # margins

    def _number(
        self, painter: QtGui.QPainter, geometry: ProseGeometry, index: int, unit: UnitGeometry
    ) -> None:
        box = geometry.number_box(index, unit)
        if box is None:
            return
        number = self._places.units[index].number
        geometry.numbers.draw(painter, number, box.left(), unit.number_baseline)

    def _labels(
        self, painter: QtGui.QPainter, unit: UnitGeometry, top: float, bottom: float
    ) -> None:
        painter.setFont(self._id_font)
        for label in unit.labels:
            if label.box.bottom() >= top and label.box.top() <= bottom:
                self._label(painter, label)

    def _label(self, painter: QtGui.QPainter, label: MarginLabel) -> None:
        state, theme = self._state, self._theme
        box = label.box.adjusted(-_PILL_PADDING_PX, 0, _PILL_PADDING_PX, 0)
        family = self._family_of(label.claims[0])
        ink = theme.family_colour(family) if family else theme.colour("ink3")
        if state.is_greyed(label.claims):
            ink = theme.colour("dimmed")
        if state.selected and state.selected in label.claims:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(box, _GROUND_RADIUS_PX, _GROUND_RADIUS_PX)
            ink = theme.colour("accent_ink")
        elif label.mark == state.hovered_mark:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, _GROUND_RADIUS_PX, _GROUND_RADIUS_PX)
        if label.mark == state.current_mark and state.keyboard_claim in label.claims:
            painter.setPen(QtGui.QPen(theme.colour("focus"), 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            air = 2.5 if state.selected in label.claims else 1  # off the pill, which is as dark
            painter.drawRoundedRect(box.adjusted(-air, -air, air, air), 6, 6)
        painter.setPen(ink)
        painter.drawText(QtCore.QPointF(label.box.left(), label.baseline), label.text)


def _mixed(ground: QtGui.QColor, other: QtGui.QColor, share: float) -> QtGui.QColor:
    """A colour between two; `share` of the other one, 0 to 1."""
    if share <= 0:
        return ground
    rest = 1 - share
    return QtGui.QColor(
        round(ground.red() * rest + other.red() * share),
        round(ground.green() * rest + other.green() * share),
        round(ground.blue() * rest + other.blue() * share),
    )
