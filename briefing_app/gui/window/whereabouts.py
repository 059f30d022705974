"""Where the reader is, said in the footer: section, paragraph, the selected claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.words.claim_record import paragraph_words

if TYPE_CHECKING:
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.status_footer import StatusFooter
    from briefing_app.gui.window.tab_bar import TabBar


class Whereabouts(QtCore.QObject):
    """Keeps the footer with what is read, unless there is something else to say."""

    def __init__(
        self, *, reading: Reading, stack: TabStack, tab_bar: TabBar, footer: StatusFooter
    ) -> None:
        """Say nothing yet."""
        super().__init__(reading)
        self._reading = reading
        self._stack = stack
        self._tab_bar = tab_bar
        self._footer = footer

    @QtCore.Slot(str)
    def say_found(self, words: str) -> None:
        """Say what a search found; without words, where the reader is."""
        if words:
            self._footer.say(words)
        else:
            self.say_place(0)

    @QtCore.Slot()
    def say_claim(self) -> None:
        """Say where the selected claim stands."""
        self.say_place(0)

    @QtCore.Slot(int)
    def say_place(self, paragraph: int) -> None:
        """Say which section is read, at the selected claim or else at a paragraph; 0: at none."""
        key, references = self._stack.current_key, self._reading.references
        selected = self._reading.selected
        mentions = references.mentions(selected or "")
        said = [mention.paragraph for mention in mentions if mention.section == key]
        number = said[0] if said else paragraph
        if key not in references.sections:
            where = self._tab_bar.title(key)
        else:
            where = paragraph_words(key, number, references)
        parts = [where]
        if selected:
            parts.append(self.tr("{claim} selected").format(claim=selected))
        self._footer.say("  ·  ".join(parts), aloud=False)
