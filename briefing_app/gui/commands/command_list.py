"""A list of commands under heads that a search field above it moves through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_matching import Entry
from briefing_app.gui.commands.command_rows import CommandRowDelegate, CommandRowModel, Head, spoken
from briefing_app.gui.kit.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.commands.command_rows import Row
    from briefing_app.gui.index.search_field import SearchField
    from briefing_app.gui.theme.theme import Theme

_TYPING_MS = 500  # between two letters; what is found is said after them


class CommandList(QtWidgets.QListView):
    """Shows rows; the keyboard stays in the field, whose arrow keys move through the list."""

    chosen = QtCore.Signal(object)  # Entry
    left = QtCore.Signal()  # Esc

    def __init__(self, theme: Theme, field: SearchField, parent: QtWidgets.QWidget) -> None:
        """Be moved through from `field`."""
        super().__init__(parent)
        self._field = field
        self._rows = CommandRowModel(self)
        self._delegate = CommandRowDelegate(self._rows, theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QtWidgets.QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        self.setAccessibleName(self.tr("What was found"))
        line = field.focusProxy()
        assert line is not None
        self._line = line
        line.installEventFilter(self)
        self._telling = QtCore.QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TYPING_MS)
        self._telling.timeout.connect(self._tell)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._delegate.set_theme(theme)
        palette = self.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Base, theme.colour("raised"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()

    def leave_icons_out(self) -> None:
        """Show words and keys alone."""
        self._delegate.with_icons = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show rows, with the first that can be chosen as the current one."""
        self._rows.set_rows(rows)
        self._delegate.hovered_row = -1
        self.doItemsLayout()
        first = next((n for n in range(len(rows)) if self._rows.can_choose(n)), -1)
        self._go_to(first)
        self._show_start()
        if self._field.text():
            self._telling.start()

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows.rows

    def current(self) -> Entry | None:
        """Return the entry that Enter would take."""
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def content_height(self) -> int:
        """Return how high all rows are together, in px."""
        option = QtWidgets.QStyleOptionViewItem()
        return sum(
            self._delegate.sizeHint(option, self._rows.index(n)).height()
            for n in range(len(self._rows.rows))
        )

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Move through the list with the field's arrow keys; choose with Enter."""
        if watched is self._line and event.type() == QtCore.QEvent.Type.KeyPress:
            assert isinstance(event, QtGui.QKeyEvent)
            return self._key(event)
        return False

    def _key(self, event: QtGui.QKeyEvent) -> bool:
        keys = QtCore.Qt.Key
        control = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case keys.Key_Down:
                self._step(1)
            case keys.Key_Up:
                self._step(-1)
            case keys.Key_PageDown if not control:
                self._page(1)
            case keys.Key_PageUp if not control:
                self._page(-1)
            case keys.Key_Home if control:
                self._to_end(first=True)
            case keys.Key_End if control:
                self._to_end(first=False)
            case keys.Key_Return | keys.Key_Enter:
                self._choose(self.currentIndex())
            case keys.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def _stops(self) -> list[int]:
        return [n for n in range(len(self._rows.rows)) if self._rows.can_choose(n)]

    def _step(self, by: int) -> None:
        """Go on, and round at the ends."""
        stops = self._stops()
        here = self.currentIndex().row()
        if stops:
            at = stops.index(here) + by if here in stops else 0
            self._go_to(stops[at % len(stops)], tell=True)

    def _page(self, direction: int) -> None:
        stops, here = self._stops(), self.currentIndex().row()
        if not stops or here not in stops:
            return
        goal = self.visualRect(self.currentIndex()).top() + direction * self.viewport().height()
        rects = {n: self.visualRect(self._rows.index(n)).top() for n in stops}
        self._go_to(min(stops, key=lambda n: abs(rects[n] - goal)), tell=True)

    def _to_end(self, *, first: bool) -> None:
        stops = self._stops()
        if stops:
            self._go_to(stops[0 if first else -1], tell=True)

    def _go_to(self, number: int, *, tell: bool = False) -> None:
        index = self._rows.index(number) if number >= 0 else QtCore.QModelIndex()
        self.setCurrentIndex(index)
        if number > 0 and isinstance(self._rows.rows[number - 1], Head):
            self.scrollTo(self._rows.index(number - 1))  # a head is read with its first row
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()
        self._telling.stop()
        if tell:
            self._tell()

    @QtCore.Slot()
    def _tell(self) -> None:
        """Have a screen reader say what Enter would take, or that nothing was found."""
        rows, here = self._rows.rows, self.currentIndex().row()
        if rows:
            announce(self._line, spoken(rows[max(here, 0)]))

    @QtCore.Slot(QtCore.QModelIndex)
    def _choose(self, index: QtCore.QModelIndex) -> None:
        if index.isValid() and self._rows.can_choose(index.row()):
            self.chosen.emit(self._rows.rows[index.row()])

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show what a click would take."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.row() if index.isValid() and self._rows.can_choose(index.row()) else -1
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Forget what was hovered."""
        super().leaveEvent(event)
        self._delegate.hovered_row = -1
        self.viewport().update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._show_start()

    def _show_start(self) -> None:
        """Show the first head as well while the first row is the current one."""
        if self.currentIndex().row() <= min(self._stops(), default=0):
            self.scrollToTop()
