"""The find bar under the text: jumps from one place to the next; it never narrows the index."""

from __future__ import annotations

import time
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.find_toggle import FindToggle
from briefing_app.gui.kit.painted_buttons import IconButton
from briefing_app.gui.prose.find_count import FindCount
from briefing_app.gui.prose.text_matcher import TextMatcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.prose.prose_places import TextRun
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.theme.theme import Theme

_SLICE_MS = 10.0
_LONGEST_START = 120  # letters of a selection that are worth searching for
_FIELD_PX = 260
_MOST_SHOWN = 20_000  # places; beyond that they are still counted, but not lit


class FindBar(QtWidgets.QWidget):
    """Field, "3 of 17", previous and next, two ways of searching, close."""

    closed = QtCore.Signal()
    elsewhere_requested = QtCore.Signal(int)  # 1 or -1: the next or the previous text that has it

    def __init__(
        self,
        theme: Theme,
        *,
        counts_elsewhere: Callable[[TextMatcher], int] | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Be hidden; `counts_elsewhere` says how often other tabs have what this one has not."""
        super().__init__(parent)
        self._theme = theme
        self._counts_elsewhere = counts_elsewhere
        self._target: ProseView | None = None
        self._return_to: QtWidgets.QWidget | None = None
        self._return_scroll = 0
        self._matcher = TextMatcher("")
        self._runs: list[TextRun] = []
        self._next_run = 0
        self._resume_at = -1  # the place to begin at, where the text was made anew
        self._arriving = 0  # 1 or -1: begin at the first or the last place of all
        self._found: list[tuple[int, int]] = []
        self._current = -1
        self._from = 0  # document position that the search began at
        self._slice = QtCore.QTimer(self)
        self._slice.timeout.connect(self._search_on)
        self._build()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Find in the text"))
        self._field = QtWidgets.QLineEdit()
        self._field.setMaxLength(1000)
        self._field.setPlaceholderText(self.tr("Find in this text"))
        self._field.setAccessibleName(self.tr("Find in this text"))
        self._field.setAccessibleDescription(
            self.tr("Enter goes to the next place, Shift+Enter to the one before, Esc closes.")
        )
        self._field.textChanged.connect(self._search_anew)
        self._field.installEventFilter(self)
        self._count = FindCount(self._theme)
        self._count.followed.connect(self._go_elsewhere)
        make, theme = IconButton, self._theme
        self._previous = make(self.tr("Previous place (Shift+F3)"), "chevron_up", theme)
        self._next = make(self.tr("Next place (F3)"), "chevron_down", theme)
        self._whole_words = FindToggle(self.tr("Whole words"), theme)
        self._match_case = FindToggle(self.tr("Match case"), theme)
        self._close = make(self.tr("Close the find bar (Esc)"), "close", theme)
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)
        for toggle in (self._whole_words, self._match_case):
            toggle.setCheckable(True)
            toggle.toggled.connect(self._search_anew)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(28, 6, 12, 6)
        row.setSpacing(8)
        self._place(row, self._field, self._previous, self._next, self._count)
        row.addStretch(1)
        self._place(row, self._whole_words, self._match_case, self._close)

    @staticmethod
    def _place(row: QtWidgets.QHBoxLayout, *widgets: QtWidgets.QWidget) -> None:
        for widget in widgets:
            row.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        colours = theme.values
        self._field.setFont(theme.font("search"))
        self._field.setMinimumWidth(120)
        self._field.setMaximumWidth(_FIELD_PX)
        self._field.setFixedHeight(max(32, theme.line_px("search") + 12))
        self._field.setStyleSheet(
            f"QLineEdit {{ background: {colours['raised']}; color: {colours['ink']};"
            f" border: 1px solid {colours['edge']}; border-radius: 6px; padding: 1px 9px; }}"
            f"QLineEdit:focus {{ border: 2px solid {colours['focus']}; padding: 0 8px; }}"
        )
        palette = self._field.palette()
        palette.setColor(QtGui.QPalette.ColorRole.PlaceholderText, theme.colour("ink2"))
        self._field.setPalette(palette)
        for button in (
            self._previous,
            self._next,
            self._whole_words,
            self._match_case,
            self._close,
            self._count,
        ):
            button.set_theme(theme)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the ground and the rule above it."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("win"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
        painter.end()

    # what others ask

    def set_counts_elsewhere(self, counts: Callable[[TextMatcher], int] | None) -> None:
        """Say how to count what other tabs have."""
        self._counts_elsewhere = counts

    @property
    def target(self) -> ProseView | None:
        """The text that is searched; None where the tab has none."""
        return self._target

    @property
    def matcher(self) -> TextMatcher:
        """What is looked for."""
        return self._matcher

    def arrive(self, view: ProseView, step: int) -> None:
        """Search in a view that was come to from another: from its first place, or its last."""
        self.set_target(view)
        self._arriving = step
        self._search_anew(step)

    def set_target(self, view: ProseView | None) -> None:
        """Search in a view; None where the tab has no text. The same text made anew stays put."""
        if view is self._target:
            return
        again = view and self._target and view.section_id == self._target.section_id
        self._unlight()
        if self._target is not None:
            self._target.destroyed.disconnect(self._forget_target)
        self._target = view
        if view is not None:
            view.destroyed.connect(self._forget_target)
        if self.isVisible():
            self._return_to = view
            if not again:
                self._return_scroll = view.scroll_value() if view else 0
            self._search_anew(resume_at=self._current if again else -1)

    def open(self) -> None:
        """Show the bar with the selected words in it, and take the keyboard."""
        if not self.isVisible():
            focused = QtWidgets.QApplication.focusWidget()
            self._return_to = focused if focused is not None else self._target
            self._return_scroll = self._target.scroll_value() if self._target else 0
            self.show()
        words = self._target.selected_plain_text() if self._target else ""
        if words and len(words) <= _LONGEST_START and "\n" not in words:
            self._field.setText(words)
        self._field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search_anew()

    @QtCore.Slot()
    def find_next(self) -> None:
        """Go to the next place; after the last one, to the first."""
        self._go(1)

    @QtCore.Slot()
    def find_previous(self) -> None:
        """Go to the place before; before the first one, to the last."""
        self._go(-1)

    @QtCore.Slot()
    def close_bar(self) -> None:
        """Close, and give the keyboard and the place in the text back."""
        self._slice.stop()
        self._unlight()
        self.hide()
        if self._target is not None:
            self._target.set_scroll_value(self._return_scroll)
        if self._return_to is not None and self._return_to.isVisible():
            self._return_to.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self._return_to = None
        self.closed.emit()

    def state_text(self) -> str:
        """Return what the bar says of its search: `3 of 17`."""
        return self._count.text()

    # searching

    @QtCore.Slot()
    def _search_anew(self, *_changed: object, resume_at: int = -1) -> None:
        """Find all places; begin at the one that is numbered so, or else from where one reads."""
        self._slice.stop()
        self._resume_at = resume_at
        self._found, self._current, self._next_run = [], -1, 0
        self._matcher = TextMatcher(
            self._field.text(),
            match_case=self._match_case.isChecked(),
            whole_words=self._whole_words.isChecked(),
        )
        if self._target is None or not self._matcher or not self.isVisible():
            self._unlight()
            self._arriving = 0
            if self._matcher and self.isVisible() and self._counts_elsewhere:
                self._say_nothing_here()
            else:
                self._say("")
            return
        self._runs = self._target.body.runs()
        self._from = self._target.scroller.position_to_search_from()
        self._search_on()
        if self._next_run < len(self._runs):
            self._slice.start(0)

    @QtCore.Slot()
    def _search_on(self) -> None:
        """Search for some milliseconds; the timer goes on with the rest."""
        if self._target is None:
            self._slice.stop()
            return
        deadline = time.perf_counter() + _SLICE_MS / 1000
        while self._next_run < len(self._runs):
            run = self._runs[self._next_run]
            self._found += run.spans(self._matcher.spans(run.text))
            self._next_run += 1
            if time.perf_counter() > deadline:
                break
        done = self._next_run >= len(self._runs)
        if done:
            self._slice.stop()
        if self._current < 0:
            self._start_at_first(done=done)
        self._show_state(done=done)

    def _start_at_first(self, *, done: bool) -> None:
        """Choose the first place from where the reader is; once all is searched, the very first.

        The place to resume at is not scrolled to.
        """
        if self._arriving:
            self._start_at_end(done=done)
            return
        if 0 <= self._resume_at < len(self._found):
            self._current = self._resume_at
            return
        if self._resume_at >= 0 and not done:
            return
        index = bisect_left(self._found, (self._from, 0))
        if index < len(self._found):
            self._current = index
        elif done and self._found:
            self._current = 0
        if self._current >= 0 and self._target is not None:
            self._target.scroller.show_span(*self._found[self._current])

    def _start_at_end(self, *, done: bool) -> None:
        """Choose the first place of all, or the last once all is searched."""
        if self._found and (done or self._arriving > 0):
            self._current = 0 if self._arriving > 0 else len(self._found) - 1
            self._arriving = 0
            assert self._target is not None
            self._target.scroller.show_span(*self._found[self._current])

    def _show_state(self, *, done: bool) -> None:
        assert self._target is not None
        self._target.set_found(self._found[:_MOST_SHOWN], self._current)
        total = f"{len(self._found):,}" + ("" if done else "…")
        if self._found and self._current >= 0:
            words = self.tr("{n} of {total}").format(n=f"{self._current + 1:,}", total=total)
            line = self._target.body.words_of_line(self._found[self._current][0])
            self._say(words, line=line)
        elif done and not self._found:
            self._say_nothing_here()
        else:
            self._say(self.tr("Searching…"))

    def _say_nothing_here(self) -> None:
        elsewhere = self._count_elsewhere()
        if elsewhere:
            self._say(self.tr("Not in this tab;"), link=self._elsewhere_words(elsewhere))
        else:
            self._say(self.tr("Nothing found"), missing=True)

    def _count_elsewhere(self) -> int:
        return self._counts_elsewhere(self._matcher) if self._counts_elsewhere else 0

    def _elsewhere_words(self, count: int) -> str:
        if count == 1:
            return self.tr("once in other tabs")
        return self.tr("{n} in other tabs").format(n=f"{count:,}")

    @QtCore.Slot()
    def _go_elsewhere(self) -> None:
        """Follow the words: the keyboard stays in the field, where Enter goes on."""
        self._field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.elsewhere_requested.emit(1)

    def _go(self, by: int) -> None:
        while self._slice.isActive() and not self._found:
            self._search_on()
        if not self._found or self._target is None:
            if self._count.leads_on:
                self.elsewhere_requested.emit(by)
            return
        if self._slice.isActive():  # the last place is known once all is searched
            while self._slice.isActive() and self._current + by not in range(len(self._found)):
                self._search_on()
        to = (self._current + by) % len(self._found)
        wrapped = (to - self._current) * by < 0 or len(self._found) == 1
        self._current = to
        self._target.scroller.show_span(*self._found[to])
        self._show_state(done=not self._slice.isActive())
        if wrapped:
            around = self.tr("from the top") if by > 0 else self.tr("from the end")
            elsewhere = self._count_elsewhere()
            words = f"{self._count.words()} · {around}"
            if elsewhere:
                self._say(f"{words} ·", link=self._elsewhere_words(elsewhere))
            else:
                self._say(words)

    def _say(self, text: str, *, missing: bool = False, line: str = "", link: str = "") -> None:
        """Say how many there are, and to a screen reader the line that the place stands in.

        `link` are words after it that lead to the next tab.
        """
        self._count.say(text, missing=missing, link=link)
        enabled = bool(self._found) or bool(link)
        self._previous.setEnabled(enabled)
        self._next.setEnabled(enabled)
        said = self._count.text()
        announce(self, f"{said}. {line}" if line else said)

    def _unlight(self) -> None:
        if self._target is not None:
            self._target.set_found([], -1)

    @QtCore.Slot()
    def _forget_target(self) -> None:
        self._slice.stop()
        self._target = None
        self._found, self._runs = [], []
        self._say("")

    # keyboard

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take Enter and Shift+Enter in the field."""
        if event.type() == QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            keys = QtCore.Qt.Key
            if event.key() in (keys.Key_Return, keys.Key_Enter):
                self._go(-1 if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close with Esc; F3 and Shift+F3 go on where the window has no such keys."""
        keys = QtCore.Qt.Key
        if event.key() == keys.Key_Escape:
            self.close_bar()
        elif event.key() == keys.Key_F3:
            self._go(-1 if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Stop searching when the bar is taken away with its window."""
        self._slice.stop()
        super().hideEvent(event)
