"""The columns of a table: which are ticked, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_NAME = int(QtCore.Qt.ItemDataRole.UserRole)
_STEPS = {int(QtCore.Qt.Key.Key_Up): -1, int(QtCore.Qt.Key.Key_Down): 1}


class ColumnList(QtWidgets.QListWidget):
    """Space ticks a column; dragging it, or Alt with an arrow key, moves it."""

    changed = QtCore.Signal()

    def __init__(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Show all names; those `chosen` are ticked and come first, in their order."""
        super().__init__()
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setDefaultDropAction(QtCore.Qt.DropAction.MoveAction)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setAccessibleDescription(self.tr("Alt with an arrow key moves a column"))
        self._fill(names, chosen)
        self.itemChanged.connect(self.changed)
        self.model().rowsMoved.connect(self.changed)

    def _fill(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        known = [name for name in chosen if name in names] or list(names)
        for name in dict.fromkeys([*known, *names]):
            item = QtWidgets.QListWidgetItem(name.replace("_", " "), self)
            item.setData(_NAME, name)
            item.setFlags(item.flags() & ~QtCore.Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(_check_state(on=name in known))

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the ticked columns, as they stand."""
        on = QtCore.Qt.CheckState.Checked
        return tuple(item.data(_NAME) for item in self._items() if item.checkState() == on)

    def tick(self, names: Collection[str]) -> None:
        """Tick these columns and no others."""
        for item in self._items():
            item.setCheckState(_check_state(on=item.data(_NAME) in names))

    def tick_all(self, names: Sequence[str]) -> None:
        """Tick all columns and put them in this order."""
        for place, name in enumerate(names):
            row = next(n for n, item in enumerate(self._items()) if item.data(_NAME) == name)
            self._move(row, place)
        self.tick(names)

    def _move(self, row: int, place: int) -> None:
        top = QtCore.QModelIndex()
        if row != place:
            self.model().moveRow(top, row, top, place + (place > row))  # before which row

    def _items(self) -> list[QtWidgets.QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Move the column that has the keyboard."""
        step = _STEPS.get(event.key())
        if step is None or event.modifiers() != QtCore.Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.currentRow()
        target = row + step
        if row >= 0 and 0 <= target < self.count():
            self._move(row, target)
            self.setCurrentRow(target)


def _check_state(*, on: bool) -> QtCore.Qt.CheckState:
    return QtCore.Qt.CheckState.Checked if on else QtCore.Qt.CheckState.Unchecked
