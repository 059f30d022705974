"""The buttons of the painted views: with words, with an icon alone, and as a link in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_ICON_PX = 16
_PADDING_PX = 12
_GAP_PX = 8
_RADIUS_PX = 6


class PaintedButton(QtWidgets.QAbstractButton):
    """What they share: hover, focus, theme, a fixed size and Enter as well as Space."""

    def __init__(self, text: str, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Make a button whose text is also what a screen reader says."""
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        policy = QtWidgets.QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)

    def setText(self, text: str) -> None:
        """Take words as they stand: an & in a name is painted, and makes no key of what follows."""
        super().setText(text)
        self.setShortcut(QtGui.QKeySequence())

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def pen(self, painter: QtGui.QPainter) -> Pen:
        """Return a pen over the whole button."""
        return Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the size it always has."""
        return self.sizeHint()

    def shows_focus(self) -> bool:
        """Return whether the ring is to be drawn."""
        return self.hasFocus()

    def draw_focus(self, pen: Pen, radius: float) -> None:
        """Draw the ring just inside the button's own edge, where nothing covers it."""
        if self.shows_focus():
            pen.focus_ring(2, 2, self.width() - 4, self.height() - 4, radius)


class ActionButton(PaintedButton):
    """A button with words: filled if it is the first choice, else framed."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        icon: str = "",
        primary: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Make a button; `icon` is a name from the icon set."""
        super().__init__(text, theme, parent)
        self._icon = icon
        self._primary = primary
        self._with_words = True

    def show_words(self, *, shown: bool) -> None:
        """Show words and icon, or the icon alone where there is little room."""
        self._with_words = shown or not self._icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Return words, icon and padding."""
        padding = _PADDING_PX if self._with_words else _GAP_PX
        metrics = QtGui.QFontMetricsF(self.theme.font("button"))
        words = metrics.horizontalAdvance(self.text()) if self._with_words else 0
        width = words + 2 * padding
        if self._icon:
            width += self.theme.px(_ICON_PX) + (_GAP_PX if self._with_words else 0)
        return QtCore.QSize(round(width), self.theme.line_px("button") + 12)

    def words_x(self, _words: float) -> float:
        """Return where icon and words, so many pixels wide, begin."""
        return float(_PADDING_PX)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen = self.pen(painter)
        theme = self.theme
        height = self.height()
        hovered = self.underMouse() and self.isEnabled()
        if self._primary:
            ground, frame, ink = theme.colour("accent"), None, theme.colour("accent_ink")
        else:
            ground = theme.colour("hover" if hovered or self.isDown() else "raised")
            frame, ink = theme.colour("edge"), theme.colour("ink")
        if not self.isEnabled():
            ground, frame, ink = theme.colour("panel"), theme.colour("hair"), theme.colour("ink3")
        pen.fill(0, 0, self.width(), height, ground, radius=_RADIUS_PX, frame=frame)
        if self._primary and (hovered or self.isDown()) and self.isEnabled():
            pen.rule(_PADDING_PX, height - 6, self.width() - 2 * _PADDING_PX, ink)
        icon = theme.px(_ICON_PX)
        words = pen.text_width(self.text(), "button")
        x = self.words_x(words + (icon + _GAP_PX if self._icon else 0))
        if self._icon:
            x = x if self._with_words else (self.width() - icon) / 2
            pen.icon(self._icon, x, (height - icon) / 2, ink, icon)
            x += icon + _GAP_PX
        if self._with_words:
            pen.text(self.text(), "button", x, (height - theme.line_px("button")) / 2, ink)
        if self.shows_focus():
            ring = theme.colour("accent_ink" if self._primary else "focus")
            area = QtCore.QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.setPen(QtGui.QPen(ring, 2 if not self._primary else 1.5))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, _RADIUS_PX - 2, _RADIUS_PX - 2)
        painter.end()


class IconButton(PaintedButton):
    """An icon alone, with its name as tool tip."""

    def __init__(
        self,
        name: str,
        icon: str,
        theme: Theme,
        *,
        side_px: int = 28,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Make a button; `name` is what it does."""
        super().__init__("", theme, parent)
        self._icon = icon
        self._side_px = side_px
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Return a square that is easy to hit."""
        side = self._side_px - _ICON_PX + self.theme.px(_ICON_PX)
        return QtCore.QSize(side, side)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen = self.pen(painter)
        theme = self.theme
        side = self.height()
        ink = theme.colour("ink2" if self.isEnabled() else "ink3")
        if self.underMouse() and self.isEnabled():
            pen.fill(0, 0, self.width(), side, theme.colour("hover"), radius=_RADIUS_PX)
            ink = theme.colour("ink")
        icon = theme.px(_ICON_PX)
        pen.icon(self._icon, (self.width() - icon) / 2, (side - icon) / 2, ink, icon)
        self.draw_focus(pen, _RADIUS_PX - 2)
        painter.end()


class LinkButton(PaintedButton):
    """Words that lead somewhere, in accent; underlined under the pointer."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        role: str = "detail",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Make a link in a role of the type scale."""
        super().__init__(text, theme, parent)
        self._role = role
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QtCore.QSize:
        """Return exactly the words' own box."""
        metrics = QtGui.QFontMetricsF(self.theme.font(self._role))
        width = metrics.horizontalAdvance(self.text())
        return QtCore.QSize(round(width + 1), self.theme.line_px(self._role))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw it."""
        painter = QtGui.QPainter(self)
        pen = self.pen(painter)
        accent = self.theme.colour("accent")
        width = pen.text(self.text(), self._role, 0, 0, accent, max_width=self.width())
        if self.underMouse():
            pen.rule(0, self.height() - 2, width, accent)
        if self.shows_focus():
            painter.setPen(QtGui.QPen(self.theme.colour("focus"), 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            area = QtCore.QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, 3, 3)
        painter.end()
