"""The find bar under the pages: marks every hit, "3 of 17", and goes from one to the next."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.handout.page_source import Hit, PageSource
    from briefing_app.gui.handout.page_view import PageView
    from briefing_app.gui.theme.theme import Theme

_TYPING_MS = 120


class FindInPages(QtWidgets.QWidget):
    """Asks the page source for hits and shows them in the view."""

    def __init__(
        self,
        source: PageSource,
        view: PageView,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Be hidden."""
        super().__init__(parent)
        self._source = source
        self._view = view
        self._theme = theme
        self._hits: dict[int, Sequence[Hit]] = {}
        self._places: list[tuple[int, int]] = []  # page, number on it
        self._current = (-1, -1)
        self._searching = False
        self._typing = QtCore.QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.search)
        self._build()
        source.hits_found.connect(self._take_hits)
        source.search_ended.connect(self._end)
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        theme = self._theme
        self.setAccessibleName(self.tr("Find in the pages"))
        self.field = QtWidgets.QLineEdit()
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("Find in the pages"))
        self.field.setAccessibleName(self.tr("Find in the pages"))
        self.field.setAccessibleDescription(
            self.tr("Enter goes to the next place, Shift+Enter to the one before, Esc closes.")
        )
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.count = QtWidgets.QLabel()
        self._previous = IconButton(self.tr("Previous place (Shift+F3)"), "chevron_up", theme)
        self._next = IconButton(self.tr("Next place (F3)"), "chevron_down", theme)
        self._close = IconButton(self.tr("Close the find bar (Esc)"), "close", theme)
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        for part in (self.field, self._previous, self._next, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        values = theme.values
        self.field.setFont(theme.font("search"))
        self.field.setMinimumWidth(120)
        self.field.setMaximumWidth(280)
        self.field.setFixedHeight(max(32, theme.line_px("search") + 12))
        self.field.setStyleSheet(
            f"QLineEdit {{ background: {values['raised']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; border-radius: 6px; padding: 1px 9px; }}"
            f"QLineEdit:focus {{ border: 2px solid {values['focus']}; padding: 0 8px; }}"
        )
        self.count.setFont(theme.font("meta"))
        self.count.setStyleSheet(f"color: {values['ink2']};")
        for button in (self._previous, self._next, self._close):
            button.set_theme(theme)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the ground and the rule above it."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("win"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
        painter.end()

    @QtCore.Slot()
    def open_bar(self) -> None:
        """Show the bar with the keyboard in its field."""
        self.show()
        self.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text() and not self._places:
            self.search()

    @QtCore.Slot()
    def close_bar(self) -> None:
        """Hide the bar and its marks; the place stays."""
        self._typing.stop()
        self._source.find("", 0)
        self._forget()
        self.hide()
        self._view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @QtCore.Slot(str)
    def _on_text(self, _text: str) -> None:
        self._typing.start()

    @QtCore.Slot()
    def search(self) -> None:
        """Search anew from the page that is looked at; also in another PDF."""
        self._typing.stop()
        self._forget()
        text = self.field.text().strip()
        if self.isHidden():
            return
        self._searching = bool(text)
        self._source.find(text, max(self._view.page, 0))
        self._say()

    def _forget(self) -> None:
        self._hits, self._places, self._current = {}, [], (-1, -1)
        self._searching = False
        self._view.mark_hits({}, self._current)
        self._say()

    @QtCore.Slot(int, object)
    def _take_hits(self, page: int, hits: Sequence[Hit]) -> None:
        if hits:
            self._hits[page] = hits
            for number in range(len(hits)):
                insort(self._places, (page, number))
            if self._current == (-1, -1):
                self._current = (page, 0)
            self._view.mark_hits(self._hits, self._current)
        self._say()

    @QtCore.Slot()
    def _end(self) -> None:
        self._searching = False
        self._say()

    @QtCore.Slot()
    def find_next(self) -> None:
        """Go to the next place, after the last to the first."""
        self._step(1)

    @QtCore.Slot()
    def find_previous(self) -> None:
        """Go to the place before, before the first to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.isHidden():
            self.open_bar()
            return
        if self._typing.isActive():
            self.search()
        if self._places:
            here = bisect_left(self._places, self._current)
            self._current = self._places[(here + step) % len(self._places)]
            self._view.mark_hits(self._hits, self._current)
            self._say()

    def _say(self) -> None:
        text = self.field.text().strip()
        if not text:
            words = ""
        elif self._places:
            here = bisect_left(self._places, self._current) + 1
            words = self.tr("{n} of {all}").format(n=f"{here:,}", all=f"{len(self._places):,}")
            words += "…" if self._searching else ""
        else:
            words = self.tr("Searching…") if self._searching else self.tr("Not in these pages")
        if words != self.count.text():
            self.count.setText(words)
            self.field.setAccessibleDescription(words)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take the field's own keys."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            keys = QtCore.Qt.Key
            if event.key() in (keys.Key_Return, keys.Key_Enter):
                back = event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if back else 1)
                return True
            if event.key() == keys.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
