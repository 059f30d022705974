"""The projector view: the text alone, large, over the whole screen, by paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.room_card import RoomCard
from briefing_app.gui.kit.announce import announce
from briefing_app.gui.words.claim_record import paragraph_words
from briefing_app.gui.work.single_shot import single_shot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.reading_layout import ReadingLayout
    from briefing_app.gui.window.tab_bar import TabBar

_LINES_ON_SCREEN = 20  # of text, from top to bottom
_LINE_EM = 1.6
_SMALLEST_PX, _LARGEST_PX, _ZOOM_PX = 20, 60, 2
_HINT_MS = 4000
_HINT_PADDING_PX = 14


class Projector(QtCore.QObject):
    """Turns one window into the projector view and back; no setting is touched."""

    turned = QtCore.Signal(bool)  # on or off

    def __init__(
        self,
        window: QtWidgets.QWidget,
        chrome: Sequence[QtWidgets.QWidget],
        *,
        reading: Reading,
        jumps: Jumps,
        stack: TabStack,
        tab_bar: TabBar,
        layout: ReadingLayout,
        keeper: ThemeKeeper,
    ) -> None:
        """Leave the window as it is; `chrome` are the parts of it to be put away."""
        super().__init__(window)
        self._window = window
        self._chrome = chrome
        self._reading = reading
        self._jumps = jumps
        self._stack = stack
        self._tab_bar = tab_bar
        self._layout = layout
        self._keeper = keeper
        self.is_on = False
        self._kept_px = 17
        self._was_maximized = False
        self._gone_to = ("", 0, 0)  # section, paragraph, and how far its text was scrolled then
        self._put_away: list[QtWidgets.QWidget] = []
        self._record = RoomCard(window, reading=reading, stack=stack, keeper=keeper)
        stack.claim_selected.connect(self._answer)
        self._hint: QtWidgets.QLabel | None = None
        self._hint_time = single_shot(self, _HINT_MS)
        self._hint_time.timeout.connect(self.hide_hint)

    @QtCore.Slot()
    def toggle(self) -> None:
        """Begin or end the projector view."""
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def _enter(self) -> None:
        window = self._window
        self.is_on = True
        self._kept_px = self._keeper.theme.reading_px
        self._was_maximized = window.isMaximized()
        self._stack.show_text()
        self._put_away = [part for part in self._chrome if part.isVisible()]
        for part in self._put_away:
            part.hide()
        self._layout.set_bare(True)
        window.showFullScreen()
        height = window.screen().geometry().height()
        self._set_size(round(height / _LINES_ON_SCREEN / _LINE_EM))
        self._jumps.focus_text()
        application = QtWidgets.QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.turned.emit(True)
        self._show_hint()

    @QtCore.Slot()
    def leave(self) -> None:
        """Give the window back what was put away."""
        if not self.is_on:
            return
        window = self._window
        self.is_on = False
        application = QtWidgets.QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide_hint()
        self._record.hide()
        if self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()
        for part in self._put_away:
            part.show()
        self._layout.set_bare(False)
        self._keeper.set_reading_px(self._kept_px)
        self.turned.emit(False)
        self._jumps.focus_text()

    @property
    def record(self) -> str:
        """The claim whose record the room reads; empty if none is shown."""
        return self._record.claim

    @QtCore.Slot(str)
    def _answer(self, claim_id: str) -> None:
        """Say who says a claim that is clicked, to the whole room."""
        if self.is_on:
            self._record.show(claim_id)

    def zoom(self, steps: int) -> None:
        """Make the projected text larger or smaller by steps; 0 fits it to the screen."""
        if steps:
            self._set_size(self._keeper.theme.reading_px + steps * _ZOOM_PX)
        else:
            height = self._window.screen().geometry().height()
            self._set_size(round(height / _LINES_ON_SCREEN / _LINE_EM))

    def _set_size(self, reading_px: int) -> None:
        self._keeper.set_reading_px(min(max(reading_px, _SMALLEST_PX), _LARGEST_PX))

    # keys

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Go on by paragraphs and sections while the keyboard is in the text."""
        if event.type() == QtCore.QEvent.Type.Resize and watched is self._window:
            self._place_hint()
        if event.type() != QtCore.QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QtGui.QKeyEvent)
        focused = QtWidgets.QApplication.focusWidget()
        stack = self._stack
        if watched is not focused or focused is None or not stack.isAncestorOf(focused):
            return False
        return self._key(event)

    def _key(self, event: QtGui.QKeyEvent) -> bool:
        keys, modifiers = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        key, held = event.key(), event.modifiers()
        shift = held == modifiers.ShiftModifier
        if held not in (modifiers.NoModifier, modifiers.KeypadModifier) and not shift:
            return False
        forward, backward = keys.Key_Right, keys.Key_Left
        if self._window.isRightToLeft():
            forward, backward = backward, forward
        if key == keys.Key_PageDown or (key == keys.Key_Space and not shift):
            self.step(1)
        elif key in (keys.Key_PageUp, keys.Key_Backspace) or key == keys.Key_Space:
            self.step(-1)
        elif key in (forward, backward) and not shift:
            self._turn(1 if key == forward else -1)
        else:
            return False
        return True

    def step(self, by: int) -> None:
        """Go to the next or the previous paragraph; at the end of a section, to the next one."""
        text = self._text()
        numbers = text.scroller.paragraph_numbers() if text is not None else []
        if text is None or not numbers:
            self._turn(by)
            return
        here = self._here(text)
        index = numbers.index(here) + by if here in numbers else (0 if by > 0 else -1)
        if by > 0 and text.scroller.is_at_end():
            index = len(numbers)
        if 0 <= index < len(numbers):
            self._show(text, numbers[index])
        elif index < 0 and text.scroll_value():
            text.set_scroll_value(0)
        else:
            self._turn(by)

    def _here(self, text: ProseView) -> int:
        """The paragraph that was gone to, else the one at the top; 0 above the first."""
        section, number, scroll = self._gone_to
        if (section, scroll) == (text.section_id, text.scroll_value()):
            return number
        if not text.scroll_value():
            return 0
        seen = text.scroller.paragraph_at_top()
        return seen[0] if seen is not None else 0

    def _show(self, text: ProseView, number: int) -> None:
        self._record.hide()
        text.show_paragraph_at_top(number)
        self._gone_to = (text.section_id, number, text.scroll_value())
        words = paragraph_words(text.section_id, number, self._reading.references)
        announce(text, words)

    def _turn(self, by: int) -> None:
        """Go to the next or previous tab; there is none before the first or after the last."""
        bar = self._tab_bar
        number = bar.currentIndex() + by
        if 0 <= number < bar.count():
            self._record.hide()
            bar.setCurrentIndex(number)
            self._stack.show_text()
            self._jumps.focus_text()

    def _text(self) -> ProseView | None:
        texts = self._stack.texts()
        return texts[0] if len(texts) == 1 else None

    # the hint

    def _show_hint(self) -> None:
        """Say for a moment which keys there are."""
        window, theme = self._window, self._keeper.theme
        if self._hint is None:
            self._hint = QtWidgets.QLabel(window)
            self._hint.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        words = self.tr(
            "Page Down: next paragraph  ·  →: next section  ·  Click: who says so  ·  Esc: end"
        )
        self._hint.setText(words)
        self._hint.setFont(theme.font("list_head"))
        values = theme.values
        self._hint.setStyleSheet(
            f"background: {values['raised']}; color: {values['ink']};"
            f" border: 1px solid {values['edge']}; border-radius: 8px;"
            f" padding: {_HINT_PADDING_PX // 2}px {_HINT_PADDING_PX}px;"
        )
        self._hint.adjustSize()
        self._place_hint()
        self._hint.show()
        self._hint.raise_()
        announce(self._hint, words)
        self._hint_time.start()

    def _place_hint(self) -> None:
        """Put the hint at the foot of the window: the screen's size comes after the view's."""
        if self._hint is not None:
            area, size = self._window.rect(), self._hint.size()
            left = (area.width() - size.width()) // 2
            self._hint.move(left, area.height() - size.height() - 2 * _HINT_PADDING_PX)

    @QtCore.Slot()
    def hide_hint(self) -> None:
        """Say no more which keys there are."""
        self._hint_time.stop()
        if self._hint is not None:
            self._hint.hide()
