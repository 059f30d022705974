"""Many parts that are one stop of the Tab key; arrow keys go on from it (ARIA: roving tabindex)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Sequence


class RovingFocus(QtCore.QObject):
    """Lets Tab stop at the part that had the keyboard last; all of them can still be given it."""

    def __init__(self, parent: QtCore.QObject) -> None:
        """Start without parts."""
        super().__init__(parent)
        self._parts: list[QtWidgets.QWidget] = []
        self._stop: QtWidgets.QWidget | None = None

    def take(self, parts: Sequence[QtWidgets.QWidget]) -> None:
        """Take what is shown, in its order; the stop stays where it was if that is still there."""
        policy = QtCore.Qt.FocusPolicy
        known = set(self._parts)
        self._parts = list(parts)
        for part in self._parts:
            if part not in known:
                part.setFocusPolicy(policy.ClickFocus)
                part.installEventFilter(self)
        stop = self._stop if self._stop in set(self._parts) else None
        self._stop = None
        self.stop_at(stop or next(iter(self._parts), None))

    def stop_at(self, part: QtWidgets.QWidget | None) -> None:
        """Let Tab stop at a part; None changes nothing."""
        if part is None or part is self._stop:
            return
        policy = QtCore.Qt.FocusPolicy
        if self._stop is not None:
            self._stop.setFocusPolicy(policy.ClickFocus)
        part.setFocusPolicy(policy.StrongFocus)
        self._stop = part

    def ends(self) -> tuple[QtWidgets.QWidget, QtWidgets.QWidget] | None:
        """Return the first and the last part; None if there is none."""
        return (self._parts[0], self._parts[-1]) if self._parts else None

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Remember which part has the keyboard."""
        if event.type() == QtCore.QEvent.Type.FocusIn and isinstance(watched, QtWidgets.QWidget):
            self.stop_at(watched)
        return super().eventFilter(watched, event)
