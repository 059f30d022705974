"""What the shapes and the lines of the timeline mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_label import PaintedLabel, scaled
from briefing_app.gui.tabs.timeline.date_shape_painter import draw_shape
from briefing_app.gui.tabs.timeline.timeline_marks import shape_words
from briefing_app.gui.words import model_words as words
from briefing_app.model.date_shape import DateShape

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family

_ROLE = "meta"
_GAP_PX, _WORD_GAP_PX = 18, 7
_SAMPLE_PX = {
    DateShape.DAY: 11,
    DateShape.CUT_OFF: 11,
    DateShape.MONTH: 11,
    DateShape.YEAR: 22,
    DateShape.DECADE: 26,
}
_LONG_SAMPLE_PX = 32


class TimelineLegend(PaintedLabel):
    """A sample of each shape and family that occurs, in as many lines as they need."""

    def __init__(
        self,
        theme: Theme,
        shapes: list[DateShape],
        families: list[Family],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Name the shapes and families that occur."""
        self._parts: list[tuple[DateShape | Family, str]] = [
            *((shape, shape_words(shape)) for shape in shapes),
            *((family, words.family_word(family)) for family in families),
        ]
        spoken = ", ".join(word for _, word in self._parts)
        super().__init__(theme, "", parent)
        self.setText(self.tr("Legend: {parts}").format(parts=spoken))
        self._places: list[tuple[float, int]] = []

    def _sample_px(self, part: DateShape | Family) -> int:
        if isinstance(part, DateShape):
            return scaled(self.theme, _SAMPLE_PX.get(part, _LONG_SAMPLE_PX))
        return 0

    def lay_out(self, width: int) -> int:
        """Put the samples side by side; return the height in px."""
        metrics = QtGui.QFontMetricsF(self.theme.font(_ROLE))
        strong = QtGui.QFontMetricsF(self.theme.font("meta_strong"))
        self._places, x, row = [], 0.0, 0
        for part, word in self._parts:
            sample = self._sample_px(part)
            measure = metrics if sample else strong
            wide = measure.horizontalAdvance(word) + (sample + _WORD_GAP_PX if sample else 0)
            if x and x + wide > width:
                x, row = 0.0, row + 1
            self._places.append((x, row))
            x += wide + _GAP_PX
        return (row + 1) * self._line()

    def _line(self) -> int:
        return self.theme.line_px(_ROLE) + 6

    def paint_content(self, pen: Pen) -> None:
        """Draw each sample with its word."""
        theme, line = self.theme, self._line()
        tall = scaled(theme, 11)
        for (part, word), (start, row) in zip(self._parts, self._places, strict=False):
            y, x = row * line, start
            if isinstance(part, DateShape):
                sample = self._sample_px(part)
                box = (x, y + (line - tall) / 2, sample, tall)
                draw_shape(pen, part, box, theme.colour("ink2"))
                pen.text(word, _ROLE, x + sample + _WORD_GAP_PX, y + 3, theme.colour("ink2"))
            else:
                wide = pen.text(word, "meta_strong", x, y + 3, theme.family_colour(part))
                pen.family_line(part, x, y + line - 2, wide)

    def minimumSizeHint(self) -> QtCore.QSize:
        """It takes what width there is."""
        return QtCore.QSize(0, self._line())
