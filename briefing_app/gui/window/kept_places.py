"""Where each briefing was left: its tab and the paragraph that was read, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.state.reading_place import paragraph_now, place_in
from briefing_app.gui.tabs.briefing_pages import OVERVIEW

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_view import ProseView
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading


class KeptPlaces:
    """Writes the place of what is read into the state, and finds it again."""

    def __init__(self, *, reading: Reading, stack: TabStack, state: WindowState) -> None:
        """Touch nothing yet."""
        self._reading = reading
        self._stack = stack
        self._state = state

    def tab(self) -> str:
        """Return the tab that was open last in this briefing; the overview if it has none such."""
        kept = self._state.tabs.get(self._reading.opened.briefing.id, OVERVIEW)
        return kept if kept in self._stack.keys else OVERVIEW

    def find_again(self) -> None:
        """Scroll to the paragraph that was read last in this briefing."""
        kept = self._state.places.get(self._reading.opened.briefing.id)
        if kept is None or kept.section != self._stack.current_key:
            return  # whoever asks for a text makes it: the first paint does without
        self._stack.show_text()  # a place is kept only of a text
        text = self._section_text()
        if text is not None:
            number = paragraph_now(kept, self._reading.references)
            if number:
                text.scroller.show_paragraph_at(number, kept.share)

    def remember(self) -> None:
        """Write into the state which tab is open, and which paragraph is read."""
        text = self._section_text()
        seen = text.scroller.paragraph_at_top() if text is not None else None
        place = None
        if text is not None and seen is not None:
            place = place_in(self._reading.references, text.section_id, *seen)
        key = self._stack.current_key
        self._state.remember_place(self._reading.opened.briefing.id, key, place)

    def _section_text(self) -> ProseView | None:
        """The text that is shown, if it is that of the section that the tab is for."""
        text = self._stack.prose()
        if text is None or text.section_id not in self._reading.references.sections:
            return None
        return text if text.section_id == self._stack.current_key else None
