"""One thing that goes into the handout or not: a tick, its words, and how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import PaintedButton
from briefing_app.gui.kit.painted_label import scaled

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_BOX_PX = 16
_GAP_PX = 9
_ROW_PX = 28


class TickRow(PaintedButton):
    """A check box over the whole width, with a quiet note at its trailing end."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        note: str = "",
        parent: QtWidgets.QWidget | None = None,
        *,
        spoken: str = "",
    ) -> None:
        """Be ticked; `spoken` is the note for ears, where it is a mere number."""
        super().__init__(text, theme, parent)
        self._note = ""
        self.setCheckable(True)
        self.setChecked(True)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.set_note(note)
        if spoken:
            self.setAccessibleDescription(spoken)

    def set_note(self, note: str) -> None:
        """Say how much it is."""
        self._note = note
        self.setAccessibleDescription(note)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Return the words, the note and the room between them."""
        words = QtGui.QFontMetricsF(self.theme.font("menu")).horizontalAdvance(self.text())
        note = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._note)
        width = scaled(self.theme, _BOX_PX + _GAP_PX) + words + (note + 12 if note else 0)
        return QtCore.QSize(round(width) + 6, scaled(self.theme, _ROW_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return a width at which words are shortened; they stand in the tool tip too."""
        return QtCore.QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Say in a tool tip what does not fit."""
        super().resizeEvent(event)
        short = self.width() < self.sizeHint().width()
        self.setToolTip(f"{self.text()}\n{self._note}".strip() if short else "")

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the box, the words and the note."""
        painter = QtGui.QPainter(self)
        pen, theme, height = self.pen(painter), self.theme, self.height()
        if self.underMouse() and self.isEnabled():
            pen.fill(0, 1, self.width(), height - 2, theme.colour("hover"), radius=6)
        side = scaled(theme, _BOX_PX)
        top = (height - side) / 2
        enabled, ticked = self.isEnabled(), self.isChecked()
        ground = theme.colour(("accent" if enabled else "ink3") if ticked else "raised")
        edge = theme.colour("edge" if enabled else "hair")
        pen.fill(2, top, side, side, ground, radius=4, frame=ground if ticked else edge)
        if ticked:
            pen.icon("check", 4, top + 2, theme.colour("accent_ink"), side - 4)
        x = side + scaled(theme, _GAP_PX) + 2
        note = pen.text_width(self._note, "meta") if self._note else 0.0
        room = self.width() - x - 4
        note = note if note <= room * 0.6 else 0.0
        ink = theme.colour("ink" if enabled else "ink3")
        y = (height - theme.line_px("menu")) / 2
        pen.text(self.text(), "menu", x, y, ink, max_width=room - (note + 10 if note else 0))
        if note:
            y = (height - theme.line_px("meta")) / 2
            quiet = theme.colour("ink2" if enabled else "ink3")
            pen.text(self._note, "meta", self.width() - 4 - note, y, quiet)
        self.draw_focus(pen, 5)
        painter.end()
