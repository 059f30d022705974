"""The search field of the claim index, and what is said below it about how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.painted_buttons import IconButton, LinkButton
from briefing_app.gui.views.pen import Pen
from briefing_app.gui.views.text_block import TextBlock

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.results import Results

_HEIGHT_PX = 38
_RADIUS_PX = 8
_ICON_PX = 16
_EDGE_PX = 12
_KEY_PX = 20
_NAMES_SHOWN = 3


class SearchField(QtWidgets.QWidget):
    """One line with an icon before it and, after it, the hint key or the cross that clears it."""

    query_edited = QtCore.Signal(str)
    entered = QtCore.Signal()  # Enter: open what was found first
    left_downwards = QtCore.Signal()  # Down: into the list
    left = QtCore.Signal()  # Esc in an empty field

    def __init__(
        self,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
        *,
        placeholder: str = "",
        name: str = "",
    ) -> None:
        """Start empty; a field with another placeholder and name has no hint key."""
        super().__init__(parent)
        self._theme = theme
        self._has_key = not placeholder
        self._came_from: QtWidgets.QWidget | None = None
        self._line = QtWidgets.QLineEdit(self)
        self._line.setFrame(False)
        # not by palette: a ground set there is lost when the window's colours change
        self._line.setStyleSheet("QLineEdit { background: transparent; border: none; }")
        self._line.setMaxLength(4096)
        self._line.setPlaceholderText(
            placeholder or self.tr("Search claims, text, people and places")
        )
        self._line.setAccessibleName(name or self.tr("Search"))
        self._line.setAccessibleDescription(
            self.tr("Results are listed as you type. Down goes into the list, Esc clears.")
        )
        self._line.textChanged.connect(self._on_text)
        self._line.installEventFilter(self)
        self._clear = IconButton(self.tr("Clear search"), "close", theme, side_px=24, parent=self)
        self._clear.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._line.clear)
        self._clear.hide()
        self.setFocusProxy(self._line)
        self.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._line.setFont(theme.font("search"))
        palette = self._line.palette()
        roles = QtGui.QPalette.ColorRole
        palette.setColor(roles.Text, theme.colour("ink"))
        palette.setColor(roles.PlaceholderText, theme.colour("ink2"))
        self._line.setPalette(palette)
        self._clear.set_theme(theme)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Type a query; the same signal comes as from the keyboard."""
        self._line.setText(text)

    def take_focus(self) -> None:
        """Take the keyboard, remember who had it, and select what is typed."""
        before = QtWidgets.QApplication.focusWidget()
        if before is not None and before is not self._line:
            self._came_from = before
            before.destroyed.connect(self._forget)
        self._line.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def sizeHint(self) -> QtCore.QSize:
        """Return 38 px of height at 100 %."""
        return QtCore.QSize(240, max(_HEIGHT_PX, self._theme.line_px("search") + 18))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the least that is of use."""
        return QtCore.QSize(120, self.sizeHint().height())

    @QtCore.Slot()
    def _forget(self) -> None:
        self._came_from = None

    @QtCore.Slot(str)
    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.update()
        self.query_edited.emit(text)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Catch the keys that lead out of the field, and draw its ring."""
        kind = event.type()
        if kind in (QtCore.QEvent.Type.FocusIn, QtCore.QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QtGui.QKeyEvent) and kind == QtCore.QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        keys = QtCore.Qt.Key
        if key == keys.Key_Down:
            self.left_downwards.emit()
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.entered.emit()
        elif key == keys.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        if self._line.text():
            self._line.clear()
            return
        before, self._came_from = self._came_from, None
        if before is not None and before.isVisible():
            before.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def mousePressEvent(self, _event: QtGui.QMouseEvent) -> None:
        """Take the keyboard: the whole box is the field."""
        self._line.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Place the line and the cross."""
        before, after = _EDGE_PX + _ICON_PX + 6, _EDGE_PX + _KEY_PX + 4
        mirrored = self.isRightToLeft()
        left = after if mirrored else before
        width, height = self.width() - before - after, self.height()
        self._line.setGeometry(left, 2, width, height - 4)
        side = self._clear.sizeHint().width()
        x = 9 if mirrored else self.width() - 9 - side
        self._clear.setGeometry(x, (height - side) // 2, side, side)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self.resizeEvent(QtGui.QResizeEvent(self.size(), self.size()))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the box, the icon and the hint key."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        focused = self._line.hasFocus()
        frame = theme.colour("focus" if focused else "edge")
        box = (0, 0, self.width(), self.height())
        ground = theme.colour("raised")
        pen.fill(*box, ground, radius=_RADIUS_PX, frame=frame, frame_px=2 if focused else 1)
        middle = self.height() / 2
        pen.icon("search", _EDGE_PX, middle - _ICON_PX / 2, theme.colour("ink2"))
        if self._has_key and not self._line.text() and not focused:
            x = self.width() - _EDGE_PX - _KEY_PX + 2
            edge, ink = theme.colour("edge"), theme.colour("ink2")
            pen.fill(x, middle - 10, _KEY_PX, 20, ground, radius=4, frame=edge)
            shift = (_KEY_PX - pen.text_width("/", "meta")) / 2
            pen.text("/", "meta", x + shift, middle - theme.line_px("meta") / 2, ink)
        painter.end()


class SearchNotes(QtWidgets.QWidget):
    """What was added to the query ("also: …") and what is odd about it; mostly nothing."""

    exactly_requested = QtCore.Signal(str)  # the query that finds only the words as typed

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._query = ""
        self._block: TextBlock | None = None
        self._exactly = LinkButton("", theme, role="meta", parent=self)
        self._exactly.clicked.connect(self._on_exactly)
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._exactly.set_theme(theme)
        self._arrange()

    def show_notes(self, results: Results) -> None:
        """Say how a query was read."""
        lines = [notice.message for notice in results.notices]
        if results.also:
            lines.append(self._also(results.also))
        exact = results.only_typed
        text = "\n".join(lines)
        if text == self._text and exact == self._query:
            return
        self._text, self._query = text, exact
        self._exactly.setVisible(bool(exact))
        shown = results.query.strip()
        shown = shown if len(shown) <= 24 else f"{shown[:23]}…"
        self._exactly.setText(self.tr("only exactly “{0}”").format(shown))
        self._exactly.setAccessibleName(self._exactly.text())
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._arrange()

    def _also(self, added: tuple[str, ...]) -> str:
        names, left_out = ", ".join(added[:_NAMES_SHOWN]), len(added) - _NAMES_SHOWN
        if left_out > 0:
            return self.tr("also: {0} and {1} more").format(names, left_out)
        return self.tr("also: {0}").format(names)

    def hasHeightForWidth(self) -> bool:
        """Return true: the notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QtCore.QSize:
        """Return one line."""
        width = self.width()
        return QtCore.QSize(width, self.heightForWidth(width))

    def _laid_out(self, width: int) -> tuple[TextBlock, int]:
        theme = self._theme
        line = theme.line_px("meta")
        block = TextBlock(
            self._text.replace("\n", "\u2028"),
            theme.font("meta"),
            line,
            width,
            mirrored=self.isRightToLeft(),
        )
        beside = block.height == line and self._fits_beside(block, width)
        return block, block.height + (line if self._query and not beside else 0)

    def _fits_beside(self, block: TextBlock, width: int) -> bool:
        return block.natural_width + 12 + self._exactly.sizeHint().width() <= width

    def _arrange(self) -> None:
        self._block, height = self._laid_out(self.width())
        link = self._exactly.sizeHint()
        beside = height == self._block.height
        x = round(self._block.natural_width) + 12 if beside else 0
        y = height - link.height()
        width = min(link.width(), self.width())
        left = self.width() - x - width if self.isRightToLeft() else x
        self._exactly.setGeometry(left, y, width, link.height())
        self.updateGeometry()
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Wrap again."""
        self._arrange()

    @QtCore.Slot()
    def _on_exactly(self) -> None:
        self.exactly_requested.emit(self._query)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the notes."""
        if self._block is None:
            return
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self._theme, self.width(), mirrored=self.isRightToLeft())
        pen.draw_block(self._block, 0, 0, self.width(), self._theme.colour("ink2"))
        painter.end()
