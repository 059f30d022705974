"""The parts of the timeline, and where each of them stands on its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.painted_label import PaintedText, scaled
from briefing_app.gui.kit.roving_focus import RovingFocus
from briefing_app.gui.tabs.timeline.timeline_axis import TICK_LEAST_PX, TimelineAxis
from briefing_app.gui.tabs.timeline.timeline_bands import TimelineBands
from briefing_app.gui.tabs.timeline.timeline_controls import TimelineControls
from briefing_app.gui.tabs.timeline.timeline_legend import TimelineLegend
from briefing_app.gui.tabs.timeline.timeline_scale import TimeScale, placed_ticks
from briefing_app.gui.tabs.timeline.timeline_sheet import TimelineSheet
from briefing_app.gui.tabs.timeline.timeline_strip import TimelineStrip
from briefing_app.gui.tabs.timeline.timeline_undated import UndatedClaims
from briefing_app.model.claim import Family
from briefing_app.model.date_shape import DateShape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.timeline import DatedClaim, Span

_SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 28, 20, 700
_TITLE_PX = 112
_TOP_PX, _GAP_PX, _BOTTOM_PX = 10, 8, 20
_STRIP_PX = 48
_LOW_PX = 380  # in a lower view the legend stands below the claims


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("timeline_view", text)


class TimelineParts:
    """Buttons, legend, strip, axis, bands and undated claims, from top to bottom."""

    def __init__(
        self,
        theme: Theme,
        references: CrossReferences,
        claims: Sequence[DatedClaim],
        whole: Span,
        cut_off: int,
    ) -> None:
        """Make every part for all dated claims; `cut_off` is the day after the last known one."""
        self._theme = theme
        self._whole = whole
        self._cut_off = cut_off
        self._axis_y = 0
        self.scale = TimeScale(whole, whole, 1)
        self.sheet = sheet = TimelineSheet(theme)
        self.controls = TimelineControls(theme, sheet)
        shapes = {item.shape for item in claims}
        all_claims = references.briefing.claims
        self._legend = TimelineLegend(
            theme,
            [shape for shape in DateShape if shape in shapes],
            [family for family in Family if any(claim.family is family for claim in all_claims)],
            sheet,
        )
        self._all_years = PaintedText(theme, _tr("All years"), "detail_strong", "ink", sheet)
        self._to_scale = PaintedText(theme, _tr("true to scale"), "meta", "ink2", sheet)
        self.strip = TimelineStrip(theme, whole, sheet)
        self.bands = TimelineBands(sheet, theme, references)
        self._nothing = PaintedText(
            theme, _tr("None of the claims found has a date."), "detail", "ink2", sheet
        )
        self.undated = UndatedClaims(sheet, theme, references)
        self.axis = TimelineAxis(theme, sheet)
        self.roving = RovingFocus(sheet)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; the owner lays out again."""
        self._theme = theme
        self.bands.set_theme(theme)
        self.sheet.set_theme(theme)

    def lay_out(self, width: int, least_height: int, frame: Span, *, any_shown: bool) -> None:
        """Lay everything out to a width in px, with the days of the frame drawn wide."""
        theme, sheet = self._theme, self.sheet
        narrow = width < scaled(theme, _NARROW_BELOW_PX)
        side = _NARROW_SIDE_PX if width < _NARROW_BELOW_PX else _SIDE_PX
        title = 0 if narrow else scaled(theme, _TITLE_PX)
        content = max(width - 2 * side, 1)
        plot = max(content - title, 1)
        self.scale = scale = TimeScale(self._whole, frame, plot)
        sheet.begin(width)
        low = least_height < scaled(theme, _LOW_PX)
        y = self._axis_y = self._lay_out_head(side, content, title, with_legend=not low)
        axis = self.axis.height_px()
        self.axis.set_scale(scale, title + side, self._cut_off)
        top = y + axis
        self._nothing.setVisible(not any_shown)
        bottom = top
        if not any_shown:
            tall = self._nothing.lay_out(content)
            sheet.place(self._nothing, side, top + _GAP_PX, content, tall)
            bottom = top + tall + 2 * _GAP_PX
        below = bottom  # the grid would strike the words through
        bottom = self.bands.lay_out(scale, side, bottom, title)
        self._rule_grid(side + title, below, bottom)
        sheet.set_plot(side + title, y, plot, bottom)
        end = self.undated.lay_out(side, bottom + _GAP_PX, content, title)
        if low:  # the claims need the room above
            sheet.place(self._legend, side, end + _GAP_PX, content, self._legend.lay_out(content))
            end += _GAP_PX + self._legend.height()
        sheet.resize(width, max(end + _BOTTOM_PX, least_height))
        sheet.place(self.axis, 0, y, width, axis)
        self.undated.put_in_tab_order(self.bands.put_in_tab_order(self.strip))
        self.roving.take([*self.bands.order, *self.undated.listed()])
        sheet.update()

    def _lay_out_head(self, side: int, content: int, title: int, *, with_legend: bool) -> int:
        """Place buttons, legend and strip; return where they end."""
        sheet, theme = self.sheet, self._theme
        y = _TOP_PX
        tall = self.controls.lay_out(content)
        sheet.place(self.controls, side, y, content, tall)
        y += tall + _GAP_PX
        if with_legend:
            tall = self._legend.lay_out(content)
            sheet.place(self._legend, side, y, content, tall)
            y += tall + _GAP_PX
        strip = scaled(theme, _STRIP_PX)
        for label, offset in ((self._all_years, 0), (self._to_scale, theme.line_px("detail"))):
            label.setVisible(title > 0)
            if title:
                tall = label.lay_out(title - 12)
                top = y + (strip - 2 * theme.line_px("detail")) // 2 + offset
                sheet.place(label, side, top, title - 12, tall)
        sheet.place(self.strip, side + title, y, content - title, strip)
        return y + strip + _GAP_PX + 4

    def _rule_grid(self, x: int, top: int, bottom: int) -> None:
        """Draw the days of the axis down through the bands, and the cut-off."""
        least = scaled(self._theme, TICK_LEAST_PX)
        for segment in self.scale.segments:
            for tick in placed_ticks(segment, least):
                ink = "rule" if tick.is_strong else "hair"
                self.sheet.rule(x + round(tick.x), top, 1, bottom - top, ink)
        cut_off = x + self.scale.x(self._cut_off)
        self.sheet.rule(cut_off - 0.75, top, 1.5, bottom - top, "accent")
        for box in self.bands.title_boxes:  # words are not crossed by the grid
            self.sheet.rule(*box, "paper")

    def keep_axis_in_sight(self, scrolled: int) -> None:
        """Hold the axis at the top of what is seen once the page is scrolled past its place."""
        self.axis.move(self.axis.x(), max(self._axis_y, scrolled))
        self.axis.raise_()

    def axis_room(self) -> int:
        """Return how much at the top of the view the axis covers, in px."""
        return self.axis.height() + _GAP_PX

    def plot_left(self) -> int:
        """Return where the plot begins, in px from the leading edge of the sheet."""
        strip = self.strip.geometry()
        if self.sheet.isRightToLeft():
            return self.sheet.width() - strip.right() - 1
        return strip.left()
