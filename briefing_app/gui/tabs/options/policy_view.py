"""A section with options: its options side by side, or its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit import accessible_class
from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.gui.tabs.options.options_view import OptionsView
from briefing_app.gui.tabs.page.page_state import PageState, choose_again, scroll_again, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Section
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences

_SIDE_BY_SIDE, _TEXT = 0, 1
_SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 28, 20, 700
_BAR_PADDING_PX = 8
_GAP_PX = 16


class PolicyView(QtWidgets.QWidget):
    """Two pages under one switch; the text is made when it is first shown."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)
    place_changed = QtCore.Signal(int)
    link_requested = QtCore.Signal(str)
    zoom_requested = QtCore.Signal(int)
    citation_requested = QtCore.Signal(str)
    place_copied_requested = QtCore.Signal(int)
    width_wish_changed = QtCore.Signal()  # see `wants_width`

    _PASSED_ON = (
        "claim_selected",
        "place_changed",
        "link_requested",
        "zoom_requested",
        "citation_requested",
        "place_copied_requested",
    )

    def __init__(
        self,
        section: Section,
        references: CrossReferences,
        theme: Theme,
        make_prose: Callable[[], ProseView],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show the options; `make_prose` makes the section's text when it is asked for."""
        super().__init__(parent)
        self._section = section
        self._references = references
        self._theme = theme
        self._make_prose = make_prose
        self._prose: ProseView | None = None
        self._selected: str | None = None
        self._find: Callable[[str], Iterable[tuple[int, int]] | None] | None = None
        self._lens: Seen | None = None
        self._mark_strength = "quiet"
        self._switch = PageSwitch(theme, [self.tr("Side by side"), self.tr("Text")], self)
        self._options = OptionsView(references, theme)
        self._controls = self._options.controls
        self._controls.setParent(self)
        self._controls.show()
        self._controls.words_changed.connect(self._lay_out)
        QtWidgets.QWidget.setTabOrder(self._controls, self._switch)
        self._pages = accessible_class.QWidget(self)
        self._pages.addWidget(self._options)
        self.setFocusProxy(self._options)
        self._switch.page_chosen.connect(self._show_page)
        self._options.claim_selected.connect(self.claim_selected)
        self._options.claim_activated.connect(self._activate)
        self._options.zoom_requested.connect(self.zoom_requested)

    # pages

    def set_side_by_side(self) -> None:
        """Show the options side by side, with the selected claim in view."""
        self._show_page(_SIDE_BY_SIDE)

    def set_text(self) -> None:
        """Show the section's text."""
        self._show_page(_TEXT)

    def is_side_by_side(self) -> bool:
        """Whether the options are shown, not the text."""
        return self._pages.currentWidget() is self._options

    def view_state(self) -> tuple[bool, PageState]:
        """Return whether the options are shown, not the text, and what was chosen among them."""
        return self.is_side_by_side(), state_of(self._options)

    def take_view_state(self, state: tuple[bool, PageState]) -> None:
        """Show what `view_state` told of."""
        side_by_side, options = state
        choose_again(self._options, options)
        if not side_by_side:
            self.set_text()

    def scroll_state(self) -> tuple[PageState, PageState | None]:
        """Return how the options and the text are scrolled; None for a text not made yet."""
        return state_of(self._options), state_of(self._prose) if self._prose else None

    def take_scroll_state(self, state: tuple[PageState, PageState | None]) -> None:
        """Scroll both to where `scroll_state` told."""
        options, text = state
        scroll_again(self._options, options)
        if text is not None:
            scroll_again(self._text(), text)

    def wants_width(self) -> bool:
        """Whether the page is better with the claim index folded away."""
        return self.is_side_by_side()

    @QtCore.Slot(int)
    def _show_page(self, number: int) -> None:
        page = self._options if number == _SIDE_BY_SIDE else self._text()
        focused = QtWidgets.QApplication.focusWidget()
        had_focus = focused is not None and self._pages.isAncestorOf(focused)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        if had_focus:
            page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self._switch.choose(number)
        options = self._references.briefing.options
        self._controls.offer_order(offered=number == _SIDE_BY_SIDE and len(options) > 1)
        self.width_wish_changed.emit()
        if number == _SIDE_BY_SIDE and self._selected:
            self._options.show_line(self._selected)

    def _text(self) -> ProseView:
        if self._prose is None:
            self._prose = prose = self._make_prose()
            for name in self._PASSED_ON:
                getattr(prose, name).connect(getattr(self, name))
            self._pages.addWidget(prose)
            prose.select_claim(self._selected)
            prose.set_hits(self._find)
            prose.set_lens(self._lens)
            prose.set_mark_strength(self._mark_strength)
        return self._prose

    @QtCore.Slot(str)
    def _activate(self, claim_id: str) -> None:
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
        if not self._text().show_claim(claim_id, flash=flash):
            return False
        self.set_text()
        return True

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Show a paragraph of the section's text; False if it is another section's or not there."""
        if section_id != self._section.id or not self._text().show_paragraph(paragraph):
            return False
        self.set_text()
        return True

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim in both pages; None lights none."""
        self._selected = claim_id
        self._options.select_claim(claim_id)
        if self._prose:
            self._prose.select_claim(claim_id)

    def set_hits(self, find: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark what a search finds in both pages; None marks nothing."""
        self._find = find
        self._options.set_hits(find)
        if self._prose:
            self._prose.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out in both pages; None greys nothing."""
        self._lens = lens
        self._options.set_lens(lens)
        if self._prose:
            self._prose.set_lens(lens)

    def set_mark_strength(self, strength: str) -> None:
        """Draw the lines under the text's claims `quiet`, `strong` or `off`."""
        self._mark_strength = strength
        if self._prose:
            self._prose.set_mark_strength(strength)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the text in lines of another width, which end on one edge or not."""
        if self._prose:
            self._prose.set_lines(measure_px, justified=justified)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._switch.set_theme(theme)
        self._options.set_theme(theme)
        if self._prose:
            self._prose.set_theme(theme)
        self._lay_out()
        self.update()

    def prose_views(self) -> list[ProseView]:
        """Return the section's text where it is shown; nothing while the options are."""
        return [] if self.is_side_by_side() or not self._prose else [self._prose]
