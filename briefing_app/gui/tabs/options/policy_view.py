"""A section with options: its options side by side, or its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.gui.tabs.options.options_view import OptionsView
from briefing_app.gui.tabs.tab_page import TabPage
from briefing_app.gui.tabs.tab_stack import TabStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.tabs.section.section_page import SectionPage
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences

_OPTIONS, _TEXT = "options", "text"
_KEYS = (_OPTIONS, _TEXT)  # in the order of the switch
_SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 28, 20, 700
_BAR_PADDING_PX = 8
_GAP_PX = 16


class PolicyChoices(NamedTuple):
    """Whether the options were shown, not the text, and what was chosen among them."""

    side_by_side: bool
    options: object


class PolicyScrolled(NamedTuple):
    """How the options and the text were scrolled; None for a text not made yet."""

    options: object
    text: object


class PolicyView(TabPage):
    """Two pages under one switch; the text is made when it is first shown."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        make_text: Callable[[], SectionPage],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show the options; `make_text` makes the section's text when it is asked for."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._switch = PageSwitch(theme, [self.tr("Side by side"), self.tr("Text")], self)
        self._options = OptionsView(references, theme)
        self._controls = self._options.controls
        self._controls.setParent(self)
        self._controls.show()
        self._controls.words_changed.connect(self._lay_out)
        QtWidgets.QWidget.setTabOrder(self._controls, self._switch)
        self._make_text = make_text
        self._text: SectionPage | None = None
        self._selected: str | None = None
        self._pages = TabStack(self)
        self._pages.set_makers({_OPTIONS: lambda: self._options, _TEXT: self._made_text})
        self._pages.show_page(_OPTIONS)
        self.pass_on(self._pages)
        self.setFocusProxy(self._options)
        self._switch.page_chosen.connect(self._show_page)
        self._options.text_requested.connect(self._show_in_text)

    def _made_text(self) -> SectionPage:
        self._text = self._make_text()
        return self._text

    # pages

    def set_side_by_side(self) -> None:
        """Show the options side by side, with the selected claim in view."""
        self._show_page(_KEYS.index(_OPTIONS))

    def show_text(self) -> None:
        """Show the section's text."""
        self._show_page(_KEYS.index(_TEXT))

    def is_side_by_side(self) -> bool:
        """Whether the options are shown, not the text."""
        return self._pages.current_key == _OPTIONS

    def choices(self) -> PolicyChoices:
        """Return whether the options are shown, and what was chosen among them."""
        return PolicyChoices(self.is_side_by_side(), self._options.choices())

    def choose_again(self, choices: object) -> None:
        """Show what `choices` told of."""
        if isinstance(choices, PolicyChoices):
            self._options.choose_again(choices.options)
            if not choices.side_by_side:
                self.show_text()

    def scroll_state(self) -> PolicyScrolled:
        """Return how the options and the text are scrolled."""
        text = self._text.scroll_state() if self._text is not None else None
        return PolicyScrolled(self._options.scroll_state(), text)

    def scroll_again(self, scrolled: object) -> None:
        """Scroll both to where `scroll_state` told."""
        if isinstance(scrolled, PolicyScrolled):
            self._options.scroll_again(scrolled.options)
            if scrolled.text is not None:
                self._pages.page(_TEXT).scroll_again(scrolled.text)

    def wants_width(self) -> bool:
        """Whether the page is better with the claim index folded away."""
        return self.is_side_by_side()

    @QtCore.Slot(int)
    def _show_page(self, number: int) -> None:
        focused = QtWidgets.QApplication.focusWidget()
        had_focus = focused is not None and self._pages.isAncestorOf(focused)
        self._pages.show_page(_KEYS[number])
        page = self._pages.page(_KEYS[number])
        self.setFocusProxy(page)
        if had_focus:
            page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self._switch.choose(number)
        options = self._references.briefing.options
        self._controls.offer_order(offered=self.is_side_by_side() and len(options) > 1)
        self.width_wish_changed.emit()
        if self.is_side_by_side() and self._selected:
            self._options.show_line(self._selected)

    @QtCore.Slot(str)
    def _show_in_text(self, claim_id: str) -> None:
        """Show a claim in the text: here where it is said here, else wherever it is."""
        if not self.show_claim(claim_id, flash=True):
            self.claim_activated.emit(claim_id)

    # laying out

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Put the switch at the trailing end of the bar, the pages below."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Lay out anew where the direction has changed."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    @QtCore.Slot()
    def _lay_out(self) -> None:
        width = self.width()
        side = _NARROW_SIDE_PX if width < _NARROW_BELOW_PX else _SIDE_PX
        switch = self._switch.sizeHint()
        room = max(width - 2 * side - switch.width() - _GAP_PX, 1)
        words = self._controls.lay_out(room)
        bar = max(switch.height(), words) + 2 * _BAR_PADDING_PX
        trailing = width - side - switch.width()
        left, text_left = (side, width - side - room) if self.isRightToLeft() else (trailing, side)
        self._switch.setGeometry(
            QtCore.QRect(QtCore.QPoint(left, (bar - switch.height()) // 2), switch)
        )
        self._controls.setGeometry(text_left, (bar - words) // 2, room, words)
        self._pages.setGeometry(0, bar, width, max(self.height() - bar, 0))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the ground of the bar."""
        painter = QtGui.QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.end()

    # what the window asks

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Show the sentence that says a claim, in the text; False if this section does not."""
        if not self._pages.page(_TEXT).show_claim(claim_id, flash=flash):
            return False
        self.show_text()
        return True

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Show a paragraph of the section's text; False if it is another section's or not there."""
        if not self._pages.page(_TEXT).show_place(section_id, paragraph):
            return False
        self.show_text()
        return True

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim in both pages; None lights none."""
        self._selected = claim_id
        self._pages.select_claim(claim_id)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds in both pages; None marks nothing."""
        self._pages.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out in both pages; None greys nothing."""
        self._pages.set_lens(lens)

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under the text's claims `quiet`, `strong` or `off`."""
        self._pages.set_mark_strength(strength)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the text in lines of another width, which end on one edge or not."""
        self._pages.set_lines(measure_px, justified=justified)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._switch.set_theme(theme)
        self._pages.set_theme(theme)
        self._lay_out()
        self.update()

    def prose_views(self) -> list[ProseView]:
        """Return the section's text where it is shown; nothing while the options are."""
        return self._pages.texts()
