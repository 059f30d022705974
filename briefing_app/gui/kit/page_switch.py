"""A switch between two or more pages that show the same thing in different ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_PADDING_PX = 12
_RADIUS_PX = 6


class _Segment(QtWidgets.QAbstractButton):
    """One choice; arrow keys move between the choices of a switch."""

    def __init__(self, theme: Theme, text: str, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        # a click leaves the keyboard with the page that it shows
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self._ring_shown = False

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        self._ring_shown = event.reason() != QtCore.Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def sizeHint(self) -> QtCore.QSize:
        metrics = QtGui.QFontMetricsF(self.theme.font("list_head"))
        width = metrics.horizontalAdvance(self.text()) + 2 * _PADDING_PX
        return QtCore.QSize(round(width), self.theme.line_px("list_head") + 8)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        theme = self.theme
        width, height = self.width(), self.height()
        pen = Pen(painter, theme, width, mirrored=self.isRightToLeft())
        ink, role = theme.colour("ink2"), "chip"
        if self.isChecked():
            ground, frame = theme.colour("accent_bg"), theme.colour("accent")
            pen.fill(0, 0, width, height, ground, radius=_RADIUS_PX, frame=frame)
            ink, role = theme.colour("accent"), "list_head"
        elif self.underMouse():
            pen.fill(1, 1, width - 2, height - 2, theme.colour("hover"), radius=_RADIUS_PX)
            ink = theme.colour("ink")
        line = theme.line_px(role)
        x = (width - pen.text_width(self.text(), role)) / 2
        pen.text(self.text(), role, x, (height - line) / 2, ink)
        if self.hasFocus() and self._ring_shown:
            pen.focus_ring(3, 3, width - 6, height - 6, _RADIUS_PX - 3)
        painter.end()


class PageSwitch(QtWidgets.QWidget):
    """Segments beside each other, one of them chosen."""

    page_chosen = QtCore.Signal(int)

    def __init__(
        self, theme: Theme, titles: list[str], parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Offer pages by their titles; the first is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._segments = [_Segment(theme, title, self) for title in titles]
        self._group = QtWidgets.QButtonGroup(self)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(self._segments):
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self._segments[0].setChecked(True)
        self._group.idClicked.connect(self.page_chosen)
        fixed = QtWidgets.QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)
        self.setAccessibleName(self.tr("How the options are shown"))

    def setAccessibleName(self, name: str) -> None:
        """Say what the choice is about; each segment says it too."""
        super().setAccessibleName(name)
        for segment in self._segments:
            segment.setAccessibleDescription(name)

    def choose(self, number: int) -> None:
        """Show a page as chosen, without a signal."""
        self._segments[number].setChecked(True)

    def chosen(self) -> int:
        """Return the number of the chosen page."""
        return self._group.checkedId()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        for segment in self._segments:
            segment.theme = theme
            segment.updateGeometry()
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the frame around all segments."""
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self._theme, self.width(), mirrored=self.isRightToLeft())
        frame = self._theme.colour("edge")
        ground = self._theme.colour("raised")
        pen.fill(0, 0, self.width(), self.height(), ground, radius=_RADIUS_PX, frame=frame)
        painter.end()
