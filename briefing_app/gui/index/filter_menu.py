"""A menu of a filter's values with counts; it stays open while values are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.gui.theme.theme import Theme

_LONGEST = 60  # values; the most frequent come first, the rest is found by typing


class FilterMenu(QtWidgets.QMenu):
    """One entry a value: tick, name, count."""

    value_toggled = QtCore.Signal(str, bool)

    def __init__(self, title: str, theme: Theme, parent: QtWidgets.QWidget) -> None:
        """Start empty."""
        super().__init__(title, parent)
        self.setAccessibleName(title)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.setFont(theme.font("menu"))

    def fill(
        self,
        values: Iterable[tuple[str, str, int]],
        chosen: frozenset[str],
        *,
        at_least: bool = False,
    ) -> None:
        """Show (value, name, count) entries; the chosen ones are ticked.

        Where not all the claims were counted, a count is the least that there are.
        """
        self.clear()
        more = "+" if at_least else ""
        left_out = 0
        for number, (value, name, count) in enumerate(values):
            if number >= _LONGEST and value not in chosen:
                left_out += 1
                continue
            action = self.addAction(f"{name.replace('&', '&&')}\t{count:,}{more}")
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData(value)
            action.toggled.connect(self._on_toggled)
        if left_out:
            self._add_note(self.tr("{0} more: type the name instead").format(f"{left_out:,}"))
        if self.isEmpty():
            self._add_note(self.tr("Nothing to choose from"))

    def _add_note(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    @QtCore.Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        action = self.sender()
        if isinstance(action, QtGui.QAction):
            self.value_toggled.emit(action.data(), checked)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Tick without closing."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Tick without closing on Space; Enter ticks and closes."""
        if event.key() != QtCore.Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QtGui.QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
