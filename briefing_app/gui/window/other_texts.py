"""The texts that are not shown now: whether they have what the find bar looks for, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.tabs.briefing_pages import OVERVIEW
from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from briefing_app.gui.prose.text_matcher import TextMatcher
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.reading import Reading
    from briefing_app.model.prose import Block


class _Text(NamedTuple):
    """A text of the briefing, and the tab that it is read on."""

    tab: str
    section_id: str
    blocks: tuple[Block, ...]

    def count(self, matcher: TextMatcher) -> int:
        return sum(matcher.count(rich.text) for _, rich in rich_texts(self.blocks))


class OtherTexts:
    """All texts in the order of the tabs, seen from the one that is searched now."""

    def __init__(self, reading: Reading, stack: TabStack) -> None:
        """Look through whatever briefing is read at that moment."""
        self._reading = reading
        self._stack = stack

    def count(self, matcher: TextMatcher, here: str | None) -> int:
        """Return how often texts have it other than that of the section `here`; None: of all."""
        return sum(text.count(matcher) for text in self._texts() if text.section_id != here)

    def next_with(
        self, matcher: TextMatcher, here: str | None, step: int
    ) -> tuple[str, str] | None:
        """Return tab and section of the nearest text that has it, by a step of 1 or -1.

        Goes round at the ends; None where no other text has it. Without a text `here`, the tab
        that is shown is where it starts from.
        """
        texts = self._texts()
        order = {key: number for number, key in enumerate(self._stack.keys)}
        own = [number for number, text in enumerate(texts) if text.section_id == here]
        tab = order.get(self._stack.current_key, 0)
        before = sum(order[text.tab] < tab for text in texts)
        start = own[0] if own and here is not None else before - (step > 0)
        count = len(texts)
        around = (texts[(start + step * away) % count] for away in range(1, count + 1))
        for text in around:
            if text.section_id != here and text.count(matcher):
                return text.tab, text.section_id
        return None

    def _texts(self) -> list[_Text]:
        briefing = self._reading.opened.briefing
        texts = [_Text(OVERVIEW, SUMMARY, briefing.summary)]
        on_overview = [section for section in briefing.sections if section.id == OVERVIEW]
        others = [section for section in briefing.sections if section.id != OVERVIEW]
        texts += [_Text(section.id, section.id, section.blocks) for section in on_overview + others]
        return texts
