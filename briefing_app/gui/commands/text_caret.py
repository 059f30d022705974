"""Moving through the text by a caret (F7), as browsers do: words are selected without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.status_footer import StatusFooter


class TextCaret(QtCore.QObject):
    """Gives the text that has the keyboard a caret, if the reader wants one."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        *,
        stack: TabStack,
        settings: SettingsStore,
        footer: StatusFooter,
    ) -> None:
        """Follow the keyboard in a window."""
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._settings = settings
        self._footer = footer
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, QtWidgets.QApplication.focusWidget())

    @QtCore.Slot()
    def toggle(self) -> None:
        """Let the arrow keys move a caret through the text, or scroll it."""
        settings = self._settings
        wanted = not settings.current.caret
        settings.change(caret=wanted)
        for text in self._stack.texts():
            text.caret.want(on=wanted)
        if wanted:
            shown = self._stack.prose()
            if shown is not None:
                shown.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
            self._footer.say(self.tr("Arrow keys move a caret in the text; with Shift they select"))
        else:
            self._footer.say(self.tr("Arrow keys scroll the text"))

    @QtCore.Slot(QtWidgets.QWidget, QtWidgets.QWidget)
    def _follow(self, _old: QtWidgets.QWidget | None, new: QtWidgets.QWidget | None) -> None:
        from briefing_app.gui.prose.prose_view import ProseView

        if isinstance(new, ProseView) and self._window.isAncestorOf(new):
            new.caret.want(on=self._settings.current.caret)
