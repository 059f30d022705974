"""What Tab leads to is brought into view, also from outside the page that it scrolls on."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

_ROOM_PX = 24  # kept in view above and below


class ScrollToFocus(QtCore.QObject):
    """Scrolls where the keyboard has gone out of sight; Qt does so only within one page."""

    def __init__(self, window: QtWidgets.QWidget) -> None:
        """Watch the keyboard in `window`, which owns this."""
        super().__init__(window)
        self._window = window
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        application.focusChanged.connect(self._follow)

    @QtCore.Slot(QtWidgets.QWidget, QtWidgets.QWidget)
    def _follow(self, _old: QtWidgets.QWidget | None, new: QtWidgets.QWidget | None) -> None:
        if new is None or not new.visibleRegion().isEmpty() or not self._window.isAncestorOf(new):
            return
        area = new.parentWidget()
        while area is not None and area is not self._window:
            if isinstance(area, QtWidgets.QScrollArea):
                area.ensureWidgetVisible(new, 0, _ROOM_PX)
                return
            area = area.parentWidget()
