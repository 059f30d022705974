"""The two scales: captions that say how wide a year is, the days marked, and the cut-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.tabs.timeline.timeline_scale import (
    placed_ticks,
    range_words,
)
from briefing_app.model.timeline import DAYS_OF_MONTH, DAYS_OF_YEAR, Span

if TYPE_CHECKING:
    from briefing_app.gui.tabs.timeline.timeline_scale import ScaleSegment, TimeScale
    from briefing_app.gui.theme.theme import Theme

TICK_LEAST_PX = 50
_PILL_PADDING_PX = 6


class TimelineAxis(QtWidgets.QWidget):
    """Stays in sight above the bands; drags on it choose days, which the sheet sees to."""

    wheel_turned = QtCore.Signal(float, float)  # place in px from the leading edge, steps

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a scale."""
        super().__init__(parent)
        self.theme = theme
        self._scale: TimeScale | None = None
        self._inset = 0.0
        self._cut_off: int | None = None
        self.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self.setToolTip(self.tr("Drag to search for claims of these days"))

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self.theme = theme
        self.update()

    def height_px(self) -> int:
        """Return the height in px that captions and days need."""
        return self.theme.line_px("meta") * 2 + 18

    def set_scale(self, scale: TimeScale, inset: float, cut_off: int) -> None:
        """Show a scale that begins `inset` px from the leading edge; `cut_off` is a day."""
        self._scale, self._inset, self._cut_off = scale, inset, cut_off
        spoken = (" ".join(self._caption(segment)) for segment in scale.segments)
        self.setAccessibleName(self.tr("Scale: {parts}").format(parts="; ".join(spoken)))
        self.update()

    def _caption(self, segment: ScaleSegment) -> tuple[str, str]:
        """The days of a segment, and how wide they are drawn."""
        per_month, per_year = (
            segment.px_per_day * DAYS_OF_MONTH,
            segment.px_per_day * DAYS_OF_YEAR,
        )
        if segment.px_per_day >= 8:
            measure = self.tr("1 day = {px} px").format(px=round(segment.px_per_day))
        elif per_month >= 8:
            measure = self.tr("1 month = {px} px").format(px=round(per_month))
        elif per_year >= 1:
            measure = self.tr("1 year = {px} px").format(px=round(per_year))
        else:
            measure = self.tr("10 years = {px} px").format(px=f"{per_year * 10:.1f}")
        words = self.tr("wide: {measure}") if segment.is_wide else self.tr("narrow: {measure}")
        assert self._scale is not None
        if len(self._scale.segments) == 1:
            words = self.tr("true to scale: {measure}")
        days = range_words(Span(segment.first, segment.end))
        return days, words.format(measure=measure)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw captions, days and the cut-off."""
        painter = QtGui.QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        pen = Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())
        scale = self._scale
        if scale is not None:
            for segment in scale.segments:
                self._draw_segment(pen, segment)
            for left, right in scale.breaks:
                self._draw_break(pen, (left + right) / 2)
            if self._cut_off is not None:
                self._draw_cut_off(pen, scale.x(self._cut_off))
        pen.rule(0, self.height() - 1, self.width(), self.theme.colour("rule"))
        painter.end()

    def _draw_segment(self, pen: Pen, segment: ScaleSegment) -> None:
        theme, line = self.theme, self.theme.line_px("meta")
        left, room = self._inset + segment.left, segment.right - segment.left
        days, measure = self._caption(segment)
        pill = scaled(theme, 60) if segment.end == self._last_day() else 0
        used = 0.0
        if room > scaled(theme, 40):
            used = pen.text(days, "list_head", left, 0, theme.colour("ink"), max_width=room - pill)
        if used + 10 + pen.text_width(measure, "meta") <= room - pill:
            pen.text(measure, "meta", left + used + 10, 1, theme.colour("ink2"))
        middle = line + 8
        pen.rule(left, middle, room, theme.colour("rule"))
        end = left - 10.0
        for tick in placed_ticks(segment, scaled(theme, TICK_LEAST_PX)):
            role = "meta_strong" if tick.is_strong else "meta"
            ink = theme.colour("ink" if tick.is_strong else "ink2")
            x, wide = self._inset + tick.x, pen.text_width(tick.words, role)
            height = self.height() - middle if tick.is_strong else 5
            pen.rule(x, middle, 1, theme.colour("rule"), height)
            at = x + 5 if segment.is_wide else x - wide / 2
            if at >= end + 6 and left <= at and at + wide <= left + room + 2:
                pen.text(tick.words, role, at, middle + 5, ink)
                end = at + wide

    def _last_day(self) -> int:
        assert self._scale is not None
        return self._scale.segments[-1].end

    def _draw_break(self, pen: Pen, middle: float) -> None:
        """Two strokes say that the scale changes."""
        y = self.theme.line_px("meta") + 8
        painter = pen.painter
        painter.setPen(QtGui.QPen(self.theme.colour("ink2"), 1.3))
        for shift in (-5, 1):
            area = pen.box(self._inset + middle + shift, y - 6, 4, 12)
            painter.drawLine(area.bottomLeft(), area.topRight())

    def _draw_cut_off(self, pen: Pen, place: float) -> None:
        theme, words = self.theme, self.tr("cut-off")
        x = self._inset + place
        wide = pen.text_width(words, "badge") + 2 * _PILL_PADDING_PX
        left = min(max(x - wide / 2, 0), self.width() - wide)
        line = theme.line_px("badge")
        accent = theme.colour("accent")
        pen.rule(x - 0.75, line, 1.5, accent, self.height() - line)
        pen.fill(left, 0, wide, line + 4, accent, radius=4)
        pen.text(words, "badge", left + _PILL_PADDING_PX, 2, theme.colour("accent_ink"))

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Ask for a wider or narrower view of the days under the pointer."""
        x = event.position().x()
        leading = self.width() - x if self.isRightToLeft() else x
        if event.angleDelta().y():
            self.wheel_turned.emit(leading, event.angleDelta().y() / 120)
        event.accept()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Leave drags to the sheet."""
        event.ignore()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Leave drags to the sheet."""
        event.ignore()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Leave drags to the sheet."""
        event.ignore()
