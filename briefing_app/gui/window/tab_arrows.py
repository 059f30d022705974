"""The two arrows of a tab bar that has no room for all its tabs, drawn in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.theme import icons

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_ICON_PX = 14  # at 100 %


class TabArrows(QtCore.QObject):
    """Paints QTabBar's own arrow buttons; what they do stays Qt's."""

    def __init__(self, bar: QtWidgets.QTabBar, theme: Theme) -> None:
        """Take over the painting for one bar."""
        super().__init__(bar)
        self._theme = theme
        self._buttons = bar.findChildren(QtWidgets.QToolButton)
        for button in self._buttons:
            button.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours."""
        self._theme = theme

    def free_of(self, width: int) -> tuple[int, int]:
        """Return from where to where, in px, a bar of this width is free of arrows."""
        left, right = 0, width
        for button in self._buttons:
            if button.isVisible():
                area = button.geometry()
                if area.center().x() < width / 2:
                    left = max(left, area.right() + 1)
                else:
                    right = min(right, area.left())
        return left, right

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Paint a button."""
        if event.type() == QtCore.QEvent.Type.Paint and isinstance(watched, QtWidgets.QToolButton):
            self._paint(watched)
            return True
        return super().eventFilter(watched, event)

    def _paint(self, button: QtWidgets.QToolButton) -> None:
        theme = self._theme
        painter = QtGui.QPainter(button)
        pointed = button.isEnabled() and (button.underMouse() or button.isDown())
        painter.fillRect(button.rect(), theme.colour("hover" if pointed else "win"))
        ink = theme.colour("ink" if button.isEnabled() else "rule")
        size = min(theme.px(_ICON_PX), button.width())
        box = QtCore.QRectF(0, 0, size, size)
        box.moveCenter(QtCore.QRectF(button.rect()).center())
        leftwards = button.arrowType() == QtCore.Qt.ArrowType.LeftArrow
        icons.draw(painter, "chevron_left" if leftwards else "chevron_right", box, ink)
        painter.end()
