"""A page of painted parts on one sheet, which scrolls as a whole."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit import arrow_focus
from briefing_app.gui.tabs.tab_page import TabPage


class ScrollPage(TabPage):
    """Holds the area that scrolls; who derives from it gives that a sheet and lays it out."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Scroll nothing yet."""
        super().__init__(parent)
        self.area = PageArea(self)
        self._is_due = True  # to be laid out when it is shown

    def lay_out(self) -> None:
        """Lay the parts out in the area's viewport."""

    def fit(self) -> None:
        """Lay out now, or when it is shown: before that a page is sized several times in vain."""
        self._is_due = not self.area.isVisible()
        if not self._is_due:
            self.lay_out()

    def catch_up(self) -> None:
        """Lay out what has changed while it was hidden."""
        if self._is_due:
            self.fit()

    def take_key(self, event: QtGui.QKeyEvent) -> bool:
        """Act on a key before the area scrolls by it; return whether it was of use."""
        return arrow_focus.move_focus(self.area, event.key())

    def take_wheel(self, event: QtGui.QWheelEvent) -> bool:
        """Ask for larger or smaller text with Ctrl; return whether the wheel was of use."""
        if not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            return False
        turn = event.angleDelta().y()
        if turn:
            self.zoom_requested.emit(1 if turn > 0 else -1)
        return True

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fill the page with the area."""
        super().resizeEvent(event)
        self.area.setGeometry(self.rect())

    def scroll_value(self) -> int:
        """Return how far the page is scrolled, in px."""
        return self.area.verticalScrollBar().value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where `scroll_value` was."""
        self.area.verticalScrollBar().setValue(value)


class PageArea(QtWidgets.QScrollArea):
    """Tells its page of what happens to it, and lets it act on keys and wheel first."""

    def __init__(self, page: ScrollPage) -> None:
        """Lie on a page, which fits it into itself."""
        super().__init__(page)
        self._page = page
        # a viewport of ours: to find out what class Qt's own one has takes PySide 16 ms
        self.setViewport(QtWidgets.QWidget())
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Lay out to the new width."""
        super().resizeEvent(event)
        self._page.fit()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Lay out to the width that the page is shown with."""
        super().showEvent(event)
        self._page.catch_up()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Lay out anew where the direction has changed."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._page.fit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Scroll by keys that are of no other use."""
        if not self._page.take_key(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Scroll by a wheel that is of no other use."""
        if self._page.take_wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)
