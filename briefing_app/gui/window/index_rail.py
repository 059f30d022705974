"""The claim index folded to a rail: three buttons and how many claims there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.theme import icons

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_ICON_PX, _CAPTION_PX = 16, 120  # at 100 %
_AROUND_ICON_PX, _AROUND_BUTTON_PX = 16, 12


def _button_px(theme: Theme) -> int:
    return theme.px(_ICON_PX) + _AROUND_ICON_PX


def _width_px(theme: Theme) -> int:
    return _button_px(theme) + _AROUND_BUTTON_PX


class RailButton(QtWidgets.QToolButton):
    """A button with a line icon that follows the theme."""

    def __init__(self, icon: str, name: str, description: str, theme: Theme) -> None:
        """Show an icon; the name is what a screen reader says."""
        super().__init__()
        self._icon = icon
        self.setAccessibleName(name)
        self.setAccessibleDescription(description.removeprefix(name).strip(" ()"))
        self.setToolTip(description)
        self.setAutoRaise(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self.setFixedSize(_button_px(theme), _button_px(theme))
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw ground, icon and focus ring."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        area = QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        size = self._theme.px(_ICON_PX)
        box = QtCore.QRectF(0, 0, size, size)
        box.moveCenter(QtCore.QPointF(area.center()))
        role = "ink2" if self.isEnabled() else "ink3"
        ink = self._theme.colour(role)
        icons.draw(painter, self._icon, box, ink, mirrored=self.isRightToLeft())
        if self.hasFocus():
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.setPen(QtGui.QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(area, 6, 6)
        painter.end()


class _Caption(QtWidgets.QWidget):
    """The word "Claims" and the count, written downwards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._count = 0
        self.set_theme(theme)

    def show_count(self, count: int) -> None:
        self._count = count
        words = self.tr("1 claim") if count == 1 else self.tr("{count} claims")
        self.setAccessibleName(words.format(count=count))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedWidth(_width_px(theme))
        self.setMinimumHeight(theme.px(_CAPTION_PX))
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if not self._count:
            return
        painter = QtGui.QPainter(self)
        painter.translate(self.width() / 2, 0)
        painter.rotate(90)
        strong, quiet = self._theme.font("detail_strong"), self._theme.font("detail")
        metrics = QtGui.QFontMetricsF(strong)
        baseline = (metrics.ascent() - metrics.descent()) / 2
        word = self.tr("Claims")
        painter.setFont(strong)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QtCore.QPointF(4, baseline), word)
        painter.setFont(quiet)
        painter.setPen(self._theme.colour("ink2"))
        x = 12 + metrics.horizontalAdvance(word)
        painter.drawText(QtCore.QPointF(x, baseline), str(self._count))
        painter.end()


class IndexRail(QtWidgets.QWidget):
    """Stands where the claim index was folded away."""

    open_requested = QtCore.Signal()
    search_requested = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Build the rail."""
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(_width_px(theme))
        self.open_button = RailButton(
            "panel", self.tr("Open the claim index"), self.tr("Open the claim index (F9)"), theme
        )
        self.search_button = RailButton(
            "search", self.tr("Search claims"), self.tr("Search claims (Ctrl+Shift+F)"), theme
        )
        self._caption = _Caption(theme)
        self.open_button.clicked.connect(self.open_requested)
        self.search_button.clicked.connect(self.search_requested)
        layout = QtWidgets.QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        centre = QtCore.Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self.open_button, 0, centre)
        layout.addWidget(self.search_button, 0, centre)
        layout.addWidget(self._caption, 0, centre)
        layout.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many claims the briefing has."""
        self._caption.show_count(count)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self.setFixedWidth(_width_px(theme))
        for part in (self.open_button, self.search_button, self._caption):
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ground and the rule that parts the rail from the text."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        x = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(x, 0, 1, self.height(), self._theme.colour("hair"))
        painter.end()
