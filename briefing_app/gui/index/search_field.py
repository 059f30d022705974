"""The search field of the claim index, with what a query may go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.query_line import QueryLine
from briefing_app.gui.kit.painted_buttons import IconButton
from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.index.suggestion_popup import SuggestionPopup
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.query.completion import Suggestion
    from briefing_app.search.results import Notice

    Suggest = Callable[[str, int], Sequence[Suggestion]]  # query and cursor, in code points

_HEIGHT_PX = 38
_RADIUS_PX = 8
_ICON_PX, _KEY_PX, _BUTTON_PX = 16, 20, 24  # at 100 %
_EDGE_PX = 12
_GAP_PX = 2
_HINT_AIR_PX = 8  # what a line edit keeps free at its ends
_ENTER = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)


class SearchField(QtWidgets.QWidget):
    """One line with an icon before it and, after it, the hint key or the cross, and the help."""

    focused = QtCore.Signal()
    query_edited = QtCore.Signal(str)
    help_requested = QtCore.Signal()
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
        keys: str = "",
    ) -> None:
        """Start empty; a field with another placeholder and name has no hint key.

        `keys` says to screen readers what the keys do, where they do something else.
        """
        super().__init__(parent)
        self._theme = theme
        self._has_key = not placeholder
        self._came_from: QtWidgets.QWidget | None = None
        self._suggest: Suggest | None = None
        self._popup: SuggestionPopup | None = None
        self._edited = self._typed = False  # by keys, not by the program
        self._taking = False
        self._dismissed_at = -1  # where what was declined begins
        self._line = QueryLine(self)
        self._line.setMaxLength(4096)
        self._placeholder = placeholder or self.tr("Search claims, text, people and places")
        self._line.setPlaceholderText(self._placeholder)
        self._line.setAccessibleName(name or self.tr("Search"))
        self._line.setAccessibleDescription(keys or self._description())
        self._line.textEdited.connect(self._on_edited)
        self._line.textChanged.connect(self._on_text)
        self._line.cursorPositionChanged.connect(self._on_cursor)
        self._line.installEventFilter(self)
        self._clear = IconButton(
            self.tr("Clear search"), "close", theme, side_px=_BUTTON_PX, parent=self
        )
        self._clear.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._line.clear)
        self._clear.hide()
        title = self.tr("What you can type here (?)")
        self._help = IconButton(title, "help", theme, side_px=_BUTTON_PX, parent=self)
        self._help.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._help.clicked.connect(self.help_requested)
        self._help.setVisible(self._has_key)
        self.setFocusProxy(self._line)
        self.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.set_theme(theme)

    def _description(self) -> str:
        said = self.tr("Results are listed as you type. Down goes into the list, Esc clears.")
        if self._has_key:
            said += " " + self.tr("A question mark alone shows what can be typed.")
        return said

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._line.setFont(theme.font("search"))
        palette = self._line.palette()
        roles = QtGui.QPalette.ColorRole
        palette.setColor(roles.Text, theme.colour("ink"))
        palette.setColor(roles.PlaceholderText, theme.colour("ink2"))
        self._line.setPalette(palette)
        self._line.set_wave(theme.colour("error"))
        for part in (self._clear, self._help):
            part.set_theme(theme)
        if self._popup is not None:
            self._popup.set_theme(theme)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def is_typed(self) -> bool:
        """Return whether the text is as the keyboard left it, so that its last word may go on."""
        return self._typed

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

    # --- suggestions ---

    def set_suggest(self, suggest: Suggest | None) -> None:
        """Take what says how a query may go on; None offers nothing."""
        self._suggest = suggest
        self._close_popup()
        if suggest is not None:
            self._ready_popup()  # now, rather than with a key press

    def mark_odd(self, notices: Sequence[Notice]) -> None:
        """Underline the words that notices speak of."""
        self._line.mark_odd([(notice.start, notice.end) for notice in notices])

    @QtCore.Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._edited = True
        if not self._taking:
            self._offer()

    @QtCore.Slot()
    def _on_cursor(self) -> None:
        if self._popup_is_open() and not self._taking:
            self._offer()

    def _offer(self) -> None:
        found = self._suggest(self.text(), self._line.cursor_place()) if self._suggest else ()
        if not found or found[0].start != self._dismissed_at:
            self._dismissed_at = -1
        if not found or self._dismissed_at >= 0:
            self._close_popup()
            return
        place = self.mapTo(self.window(), QtCore.QPoint())
        self._ready_popup().offer(found, QtCore.QRect(place, self.size()))

    def _ready_popup(self) -> SuggestionPopup:
        from briefing_app.gui.index.suggestion_popup import SuggestionPopup

        if self._popup is None:
            self._popup = SuggestionPopup(self._theme, self.window())
            self._popup.taken.connect(self._take)
            self.destroyed.connect(self._popup.deleteLater)
        elif self._popup.parentWidget() is not self.window():
            self._popup.setParent(self.window())
        return self._popup

    def _popup_is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def _close_popup(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @QtCore.Slot(object)
    def _take(self, suggestion: Suggestion) -> None:
        """Put a suggestion in; a field's name is followed by its values."""
        self._taking = True
        self._line.replace(suggestion.start, suggestion.end, suggestion.text)
        self._taking = False
        if suggestion.value:
            self._dismissed_at = suggestion.start
            self._close_popup()
        else:
            self._offer()

    def _popup_key(self, key: int) -> bool:
        """Let the popup have a key; return whether it was one for it."""
        popup, keys = self._popup, QtCore.Qt.Key
        assert popup is not None
        if key == keys.Key_Escape:
            self._dismissed_at = popup.suggestions()[0].start
            popup.hide()
        elif key == keys.Key_Tab or (key in _ENTER and popup.chosen() is not None):
            popup.take()
        elif key == keys.Key_Up:
            popup.step(-1)
        elif key == keys.Key_Down and popup.step(1):
            pass
        else:
            if key in (*_ENTER, keys.Key_Down):
                popup.hide()  # they are for the claims below
            return False
        return True

    @QtCore.Slot(str)
    def _on_text(self, text: str) -> None:
        if not self._edited:
            self._close_popup()
        self._typed, self._edited = self._edited, False
        self._line.mark_odd(())
        self._clear.setVisible(bool(text))
        self.update()
        self.query_edited.emit(text)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Catch the keys that lead out of the field, and draw its ring."""
        kind = event.type()
        if kind in (QtCore.QEvent.Type.FocusIn, QtCore.QEvent.Type.FocusOut):
            self.update()
        if kind == QtCore.QEvent.Type.FocusIn:
            self.focused.emit()
        elif kind == QtCore.QEvent.Type.FocusOut:
            self._close_popup()
        if isinstance(event, QtGui.QKeyEvent) and kind == QtCore.QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        keys = QtCore.Qt.Key
        if self._popup_is_open() and self._popup_key(key):
            return True
        if key == keys.Key_Down:
            self.left_downwards.emit()
        elif key in _ENTER:
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
        """Place the line and the buttons."""
        self._close_popup()
        button = self._theme.px(_BUTTON_PX)
        before = _EDGE_PX + self._theme.px(_ICON_PX) + 6
        after = self._button_x(1) + button + 4
        left = after if self.isRightToLeft() else before
        width, height = self.width() - before - after, self.height()
        self._line.setGeometry(left, 2, width, height - 4)
        self._line.setPlaceholderText(self._fitting_placeholder(width))
        sides = QtCore.Qt.AlignmentFlag
        side = sides.AlignRight if self.isRightToLeft() else sides.AlignLeft
        # an English hint would stand at the far end of a mirrored field
        self._line.setAlignment(side | sides.AlignAbsolute | sides.AlignVCenter)
        for part, place in ((self._help, 0), (self._clear, 1)):
            x = self._button_x(place)
            x = x if self.isRightToLeft() else self.width() - x - button
            part.setGeometry(x, (height - button) // 2, button, button)

    def _fitting_placeholder(self, width: int) -> str:
        """Return the hint, or a shorter one where letters are large."""
        if self._has_key:
            metrics = self._line.fontMetrics()
            for hint in (self._placeholder, self.tr("Search claims")):
                if metrics.horizontalAdvance(hint) + _HINT_AIR_PX <= width:
                    return hint
            return self.tr("Search")
        return self._placeholder

    def _button_x(self, place: int) -> int:
        """Return how far from the trailing edge a button stands; the help is the last one."""
        return 9 + (place if self._has_key else 0) * (self._theme.px(_BUTTON_PX) + _GAP_PX)

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
        icon, key = theme.px(_ICON_PX), theme.px(_KEY_PX)
        pen.icon("search", _EDGE_PX, middle - icon / 2, theme.colour("ink2"), icon)
        if self._has_key and not self._line.text() and not focused:
            x = self.width() - self._button_x(1) - theme.px(_BUTTON_PX) + 2
            edge, ink = theme.colour("edge"), theme.colour("ink2")
            pen.fill(x, middle - key / 2, key, key, ground, radius=4, frame=edge)
            shift = (key - pen.text_width("/", "meta")) / 2
            pen.text("/", "meta", x + shift, middle - theme.line_px("meta") / 2, ink)
        painter.end()
