"""Why a briefing could not be opened, on a page that stands where the text was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.errors import ContentError
    from briefing_app.gui.opening.failure_page import FailurePage
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.text_side import TextSide


class Failures(QtCore.QObject):
    """Holds the page, made when it is first needed; the last good briefing stays behind it."""

    shown = QtCore.Signal()
    retry_requested = QtCore.Signal()
    open_requested = QtCore.Signal()

    def __init__(
        self, *, stack: TabStack, text_side: TextSide, jumps: Jumps, keeper: ThemeKeeper
    ) -> None:
        """Show nothing yet."""
        super().__init__(jumps)
        self._stack = stack
        self._text_side = text_side
        self._jumps = jumps
        self._keeper = keeper
        self.page: FailurePage | None = None
        self.path: Path | None = None  # what could not be opened

    def show(self, path: Path, error: ContentError, *, can_go_back: bool) -> None:
        """Show why a briefing cannot be opened."""
        self.path = path
        if self.page is None:
            from briefing_app.gui.opening.failure_page import FailurePage

            self.page = page = FailurePage(self._keeper.theme)
            page.back_requested.connect(self.leave)
            page.retry_requested.connect(self.retry_requested)
            page.open_requested.connect(self.open_requested)
            self._keeper.theme_changed.connect(page.set_theme)
            self._text_side.add_under_text(page)
        self.page.show_failure(path, error, can_go_back=can_go_back)
        self._stack.hide()
        self.page.show()
        self.shown.emit()

    @QtCore.Slot()
    def leave(self) -> None:
        """Show the text again, if the page is shown."""
        if self.page is not None and self.page.isVisible():
            focused = QtWidgets.QApplication.focusWidget()
            had_focus = focused is not None and self.page.isAncestorOf(focused)
            self.page.hide()
            self._stack.show()
            if had_focus:
                self._jumps.focus_text()
