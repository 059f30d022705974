"""Says that something is on the clipboard, where the reader looks, however it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.told_here import ToldHere
from briefing_app.gui.window.looked_at import box_in_focus
from briefing_app.gui.work.single_shot import single_shot

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.status_footer import StatusFooter

_PRIVATE = ("offscreen", "minimal")  # platforms that never say whose the clipboard is


class CopyNotices(QtCore.QObject):
    """Listens to the clipboard: what Qt's own fields and texts copy is told like the rest."""

    def __init__(
        self, window: QtWidgets.QWidget, footer: StatusFooter, keeper: ThemeKeeper
    ) -> None:
        """Tell in a window, and in its footer."""
        super().__init__(window)
        self._window = window
        self._footer = footer
        self._keeper = keeper
        self._words = ""
        self._near = QtCore.QRect()
        self._was_heard = self._was_told = False
        self._soon = single_shot(self, 0)  # by then a dialog that copies has closed
        self._soon.timeout.connect(self._show)
        QtGui.QGuiApplication.clipboard().dataChanged.connect(self._hear)

    def say(self, words: str, near: QtCore.QRect) -> None:
        """Say what was copied beside a box of the screen."""
        self._words, self._near = words, near
        self._was_told = not self._was_heard  # the clipboard reports it later
        self._soon.start()

    @QtCore.Slot()
    def _hear(self) -> None:
        clipboard = QtGui.QGuiApplication.clipboard()
        is_ours = clipboard.ownsClipboard() or QtGui.QGuiApplication.platformName() in _PRIVATE
        window = QtWidgets.QApplication.activeWindow()
        if self._was_told or not is_ours or not self._is_here(window):
            self._was_told = False
            return
        if clipboard.mimeData().formats():
            self._was_heard = True
            self._words, self._near = self.tr("Copied"), box_in_focus()
            self._soon.start()

    def _is_here(self, window: QtWidgets.QWidget | None) -> bool:
        """Whether a window is this one or a dialog of it."""
        while window is not None and window is not self._window:
            parent = window.parentWidget()
            window = parent.window() if parent is not None else None
        return window is not None

    @QtCore.Slot()
    def _show(self) -> None:
        self._was_heard = False
        focused = QtWidgets.QApplication.activeWindow()
        window = focused if focused is not None and self._is_here(focused) else self._window
        near = QtCore.QRect(window.mapFromGlobal(self._near.topLeft()), self._near.size())
        if self._near.isEmpty() or not window.rect().intersects(near):
            near = QtCore.QRect(window.rect().center(), QtCore.QSize(1, 1))
        name = ToldHere.__name__
        chip = window.findChild(ToldHere, name) or ToldHere(self._keeper.theme, window)
        chip.setObjectName(name)
        chip.set_theme(self._keeper.theme)
        self._footer.say(self._words, aloud=False)
        chip.say(self._words, near)
