"""The command palette: one field over the window that leads to everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_list import CommandList
from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.commands.command_rows import Row
    from briefing_app.gui.theme.theme import Theme

_WIDTH_PX = 640
_TOP_PX = 64
_EDGE_PX = 24  # kept free to the window's edges
_SHADOW_PX = 14
_PADDING_PX = 12
_RADIUS_PX = 10
_MOST_OF_WINDOW = 0.72
_SHADOW_ALPHA = (2, 3, 4, 5, 6, 7, 8)


class CommandPalette(QtWidgets.QWidget):
    """Lies over the window until something is chosen, Esc is pressed or the keyboard leaves."""

    query_edited = QtCore.Signal(str)
    chosen = QtCore.Signal(object)  # Entry
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, window: QtWidgets.QWidget) -> None:
        """Be hidden; `window` is what the palette lies over."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._return_to: QtWidgets.QWidget | None = None
        name = self.tr("Go to or do anything")
        placeholder = self.tr("Section, claim, name, source or command")
        keys = self.tr("Arrow keys move through what is found, Enter takes it, Esc closes.")
        self.field = SearchField(theme, self, placeholder=placeholder, name=name, keys=keys)
        self.list = CommandList(theme, self.field, self)
        self._line = self.field.focusProxy()
        assert self._line is not None
        self._line.installEventFilter(self)
        self.field.query_edited.connect(self.query_edited)
        self.list.chosen.connect(self._take)
        self.list.left.connect(self.close_palette)
        self.setAccessibleName(name)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.field.set_theme(theme)
        self.list.set_theme(theme)
        self._place()

    def open_palette(self) -> None:
        """Lie over the window with an empty field; the keyboard goes back when it closes."""
        self._return_to = before = QtWidgets.QApplication.focusWidget()
        if before is not None:  # a page may go while the palette is open
            before.destroyed.connect(self._forget)
        self.field.set_text("")
        self._window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    @QtCore.Slot()
    def close_palette(self) -> None:
        """Go, and give the keyboard back to who had it."""
        if not self.isVisible():
            return
        back, self._return_to = self._return_to, None
        had_focus = self._line is not None and self._line.hasFocus()
        self._window.removeEventFilter(self)
        self.hide()
        if had_focus and back is not None and back.isVisible():
            back.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @QtCore.Slot()
    def _forget(self) -> None:
        self._return_to = None

    @QtCore.Slot(object)
    def _take(self, entry: object) -> None:
        self.close_palette()
        self.chosen.emit(entry)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List what was found."""
        self.list.set_rows(rows)
        self._place()
        self.update()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Close when the keyboard goes elsewhere; follow the window's size."""
        if watched is self._line and event.type() == QtCore.QEvent.Type.FocusOut:
            assert isinstance(event, QtGui.QFocusEvent)
            reasons = QtCore.Qt.FocusReason
            if event.reason() not in (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason):
                self.close_palette()
        elif watched is self._window and event.type() == QtCore.QEvent.Type.Resize:
            self._place()
        return False

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Keep clicks on the edge from what lies below."""
        event.accept()

    # place and painting

    def _hint(self) -> str:
        return self.tr("↑ ↓ move   ·   Enter opens   ·   Esc closes")

    def _foot_px(self) -> int:
        return self._theme.line_px("meta") + 14

    def _place(self) -> None:
        window = self._window.rect()
        scale = self._theme.line_px("row") / 19
        width = min(round(_WIDTH_PX * scale), window.width() - 2 * _EDGE_PX)
        field = self.field.sizeHint().height()
        air = _SHADOW_PX
        fixed = 2 * _PADDING_PX + field + self._foot_px()
        self.list.resize(width - 2, self.list.height())  # rows are as high as the width asks for
        top = min(_TOP_PX, window.height() // 10)
        most = min(window.height() - top - _EDGE_PX, round(window.height() * _MOST_OF_WINDOW))
        height = min(self.list.content_height() + fixed, most)
        left = (window.width() - width) // 2
        self.setGeometry(left - air, top - air, width + 2 * air, height + 2 * air)
        inner = width - 2 * _PADDING_PX
        self.field.setGeometry(air + _PADDING_PX, air + _PADDING_PX, inner, field)
        list_top = air + 2 * _PADDING_PX + field - 4
        list_height = max(height - fixed + 4, 0)
        self.list.setGeometry(air + 1, list_top, width - 2, list_height)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint shadow, ground and the line that says which keys there are."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        theme, air = self._theme, _SHADOW_PX
        card = QtCore.QRectF(self.rect()).adjusted(air, air, -air, -air)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for step, alpha in enumerate(_SHADOW_ALPHA):
            grown = 2 * (len(_SHADOW_ALPHA) - step)
            painter.setBrush(QtGui.QColor(0, 0, 0, alpha))
            shade = card.adjusted(-grown, -grown + 4, grown, grown)
            painter.drawRoundedRect(shade, _RADIUS_PX + grown, _RADIUS_PX + grown)
        painter.setPen(QtGui.QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
        painter.translate(card.topLeft())
        pen = Pen(painter, theme, card.width(), mirrored=self.isRightToLeft())
        y = card.height() - self._foot_px()
        pen.rule(1, y, card.width() - 2, theme.colour("hair"))
        wide = pen.text_width(self._hint(), "meta")
        x = max(card.width() - 20 - wide, 20)
        pen.text(self._hint(), "meta", x, y + 7, theme.colour("ink2"), max_width=card.width() - 40)
        painter.end()
