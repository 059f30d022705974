"""The chips that narrow the claim index: painted buttons with a round end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import PaintedButton

if TYPE_CHECKING:
    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family

_HEIGHT_PX = 26
_SIDE_PX = 9
_ICON_PX = 12
_LONGEST_PX = 240


class FilterChip(PaintedButton):
    """One chip: words, then a count, a chevron or, while it is on, a cross."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        family: Family | None = None,
        menu: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Make a chip; `family` gives it a line under its words, `menu` a chevron."""
        super().__init__(text, theme, parent)
        self._family = family
        self._has_menu = menu
        self._count: int | None = None
        self._at_least = False
        self.setCheckable(not menu)
        if family is not None:
            self.set_count(0)

    @property
    def is_off(self) -> bool:
        """Whether pressing it would leave nothing."""
        return self._count == 0 and not (self._at_least or self.isChecked())

    @property
    def _count_words(self) -> str:
        return f"{self._count:,}{'+' if self._at_least else ''}"

    def set_count(self, count: int, *, at_least: bool = False) -> None:
        """Show how many claims it leaves, where they were not all counted: at least."""
        if (count, at_least) == (self._count, self._at_least):
            return
        self._count, self._at_least = count, at_least
        one = self.tr("{0}, {1} claim")
        name = self.tr("{0}, at least {1} claims") if at_least else self.tr("{0}, {1} claims")
        name = one if count == 1 and not at_least else name
        self.setAccessibleName(name.format(self.text(), f"{count:,}"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Return words, what follows them, and the round ends."""
        width = min(self._words_width(), _LONGEST_PX) + 2 * _SIDE_PX
        if self._count is not None:
            metrics = QtGui.QFontMetricsF(self.theme.font("chip"))
            width += 6 + metrics.horizontalAdvance(self._count_words)
        if self._has_menu or self.isChecked():
            width += self.theme.px(_ICON_PX) + 1
        return QtCore.QSize(round(width), max(_HEIGHT_PX, self.theme.line_px("chip") + 10))

    def _words_width(self) -> float:
        return QtGui.QFontMetricsF(self.theme.font("chip")).horizontalAdvance(self.text())

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen = self.pen(painter)
        self._paint_ground(pen)
        theme, is_on = self.theme, self.isChecked()
        ink = theme.colour("accent_ink" if is_on else "ink3" if self.is_off else "ink")
        y = (self.height() - theme.line_px("chip")) / 2
        x = _SIDE_PX + pen.text(self.text(), "chip", _SIDE_PX, y, ink, max_width=_LONGEST_PX)
        if self._family is not None:
            self._paint_line(pen, x - _SIDE_PX, ink)
        if self._count is not None:
            quiet = ink if is_on or self.is_off else theme.colour("ink2")
            x += 6 + pen.text(self._count_words, "chip", x + 6, y, quiet)
        icon = theme.px(_ICON_PX)
        middle = (self.height() - icon) / 2
        if is_on:
            pen.icon("close", x + 2, middle, ink, icon)
        elif self._has_menu:
            pen.icon("chevron_down", x + 2, middle, ink, icon)
        painter.end()

    def _paint_ground(self, pen: Pen) -> None:
        theme = self.theme
        height = self.height()
        box = (0, 0, self.width(), height)
        radius = height / 2
        if self.isChecked():
            pen.fill(*box, theme.colour("accent"), radius=radius)
        elif self.is_off:
            clear = QtGui.QColor(0, 0, 0, 0)
            pen.fill(*box, clear, radius=radius, frame=theme.colour("hair"))
        else:
            hovered = self.underMouse() or self.isDown()
            ground = theme.colour("hover" if hovered else "raised")
            pen.fill(*box, ground, radius=radius, frame=theme.colour("rule"))
        if self.shows_focus():
            ring = theme.colour("accent_ink" if self.isChecked() else "focus")
            area = QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.isChecked():
                area.adjust(1.5, 1.5, -1.5, -1.5)
            pen.painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            pen.painter.setPen(QtGui.QPen(ring, 2))
            pen.painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _paint_line(self, pen: Pen, width: float, ink: QtGui.QColor) -> None:
        assert self._family is not None
        from briefing_app.gui.theme.family_lines import family_pen

        line = family_pen(self.theme, self._family, strong=True)
        if self.isChecked() or self.is_off:
            line.setColor(ink)
        y = (self.height() + self.theme.line_px("chip")) / 2 + 0.5
        area = pen.box(_SIDE_PX, y, width, 0)
        pen.painter.setPen(line)
        pen.painter.drawLine(QtCore.QLineF(area.left(), y, area.right(), y))
