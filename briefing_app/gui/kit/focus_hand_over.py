"""A page that hands the keyboard on to one of its parts, and lets Tab reach the others."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets


class FocusHandOver(QtCore.QObject):
    """Gives a part the focus that its page is given.

    A focus proxy would do that too, but makes the page itself a stop: Tab then goes from what is
    before the page right to the proxy, past every part that stands before it.
    """

    def __init__(self, page: QtWidgets.QWidget, part: QtWidgets.QWidget) -> None:
        """Hand on from `page`, which owns this and is no stop itself, to `part` of it."""
        super().__init__(page)
        self._part = part
        page.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Hand the focus on."""
        if isinstance(event, QtGui.QFocusEvent) and event.gotFocus():
            self._part.setFocus(event.reason())
            return True
        return super().eventFilter(watched, event)
