"""A section's tab: its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.prose.prose_view import ProseView
from briefing_app.gui.state.reading_place import ReadingPlace
from briefing_app.gui.tabs.tab_page import TabPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtGui, QtWidgets

    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.prose.prose_column import ProseStyle
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Section
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences


class SectionPage(TabPage):
    """Nothing but the text, which has the keyboard where the page is given it."""

    def __init__(
        self,
        section: Section,
        references: CrossReferences,
        theme: Theme,
        *,
        style: ProseStyle,
        read_picture: Callable[[str], bytes],
        subtitle: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show a section; `read_picture` gives a picture's bytes or raises a BriefingError."""
        super().__init__(parent)
        self.text = text = ProseView(
            section.blocks,
            references,
            theme,
            section_id=section.id,
            style=style,
            read_picture=read_picture,
            title=section.title,
            subtitle=subtitle,
            parent=self,
        )
        self.setFocusProxy(text)
        text.claim_selected.connect(self.claim_selected)
        text.claim_activated.connect(self.claim_activated)
        text.place_changed.connect(self.place_changed)
        text.link_requested.connect(self.link_requested)
        text.zoom_requested.connect(self.zoom_requested)
        text.citation_requested.connect(self.citation_requested)
        text.place_copied_requested.connect(self.place_copied_requested)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fill the page with the text."""
        super().resizeEvent(event)
        self.text.setGeometry(self.rect())

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Scroll to where a claim is first said; False if the text does not say it."""
        return self.text.show_claim(claim_id, flash=flash)

    def show_place(self, section_id: str, paragraph: int) -> bool:
        """Scroll to a paragraph; False if it is another section's or not there."""
        return section_id == self.text.section_id and self.text.show_paragraph(paragraph)

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim's words and id; None lights none."""
        self.text.select_claim(claim_id)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds; None marks nothing."""
        self.text.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey what does not stand out; None greys nothing."""
        self.text.set_lens(lens)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self.text.set_theme(theme)

    def prose_views(self) -> list[ProseView]:
        """Return the text."""
        return [self.text]

    def scroll_value(self) -> int:
        """Return how far the text is scrolled, in px."""
        return self.text.scroll_value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where `scroll_value` was."""
        self.text.set_scroll_value(value)

    def scroll_state(self) -> ReadingPlace | None:
        """Return the paragraph at the top; None at the very top of the text."""
        return self.text.scroll_state()

    def scroll_again(self, scrolled: object) -> None:
        """Scroll to the paragraph that `scroll_state` told of, wherever it stands now."""
        if isinstance(scrolled, ReadingPlace):
            self.text.take_scroll_state(scrolled)
