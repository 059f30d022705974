"""The parts of the overview: each owns its items on the sheet and lays them out as a block."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.painted_label import SectionHead, TitledText, scaled
from briefing_app.gui.tabs.overview import overview_words
from briefing_app.gui.tabs.overview.figure_card import FigureCard
from briefing_app.gui.tabs.overview.overview_columns import COLUMN_GAP_PX, columns
from briefing_app.gui.tabs.overview.section_line import SectionLine
from briefing_app.model.key_figures import key_figures

if TYPE_CHECKING:
    from briefing_app.gui.kit.sheet import Sheet
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge

_FIGURE_GAP_PX = 24
_FIGURE_MIN_PX = 84
_SHARE_PX = 6
_HEAD_GAP_PX = 4
_GAPS_SHOWN = 8  # the rest is in the claim index


class FigureStrip:
    """The key figures beside each other, in fewer columns where it is narrow."""

    def __init__(self, sheet: Sheet, references: CrossReferences) -> None:
        """Make a card for every figure."""
        self._sheet = sheet
        theme = sheet.theme
        found = key_figures(references)
        note = overview_words.figures_note(found, references)
        self._head = SectionHead(theme, sheet.tr("Key figures"), note, sheet)
        self.cards = [
            FigureCard(theme, claim, figure, references, sheet) for claim, figure in found
        ]

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Lay out at a place; return the height in px."""
        sheet = self._sheet
        height = self._head.lay_out(width)
        sheet.place(self._head, x, y, width, height)
        below = y + height + _HEAD_GAP_PX
        per_row, widths = self._widths(width)
        for first in range(0, len(self.cards), per_row):
            row = self.cards[first : first + per_row]
            if first:
                sheet.rule(x, below + 4, width)
                below += 8
            pairs = list(zip(row, widths, strict=False))
            tallest = max(card.lay_out(column) for card, column in pairs)
            left = x
            for number, (card, column) in enumerate(pairs):
                if number:
                    sheet.rule(left - _FIGURE_GAP_PX / 2, below + 6, 1, tallest - 12)
                sheet.place(card, left, below, column, tallest)
                left += column + _FIGURE_GAP_PX
            below += tallest
        return below - y

    def _widths(self, width: int) -> tuple[int, list[int]]:
        wanted = [
            max(card.natural_width(), scaled(self._sheet.theme, _FIGURE_MIN_PX))
            for card in self.cards
        ]
        per_row = len(wanted)
        while per_row > 1:
            gaps = (per_row - 1) * _FIGURE_GAP_PX
            if per_row == len(wanted) and sum(wanted) + gaps <= width:
                self._share(wanted, width - gaps - sum(wanted))
                return per_row, wanted
            if per_row < len(wanted) and max(wanted) * per_row + gaps <= width:
                return per_row, [(width - gaps) // per_row] * per_row
            per_row = math.ceil(per_row / 2)
        return 1, [width]

    def _share(self, widths: list[int], spare: int) -> None:
        """Give what is left over to the cards whose words wrap most."""
        counted = [card.counted_width() for card in self.cards]
        numbers = range(len(widths))
        while spare >= _SHARE_PX:
            neediest = max(numbers, key=lambda n: counted[n] / widths[n])
            if counted[neediest] <= widths[neediest]:
                break
            widths[neediest] += _SHARE_PX
            spare -= _SHARE_PX
        for number in numbers:
            widths[number] += spare // len(widths)


class LimitList:
    """What the briefing does not know, and the claims that name gaps."""

    def __init__(
        self, sheet: Sheet, limits: LimitsOfKnowledge, references: CrossReferences
    ) -> None:
        """Make a text for every limit and a line for every gap."""
        self._sheet = sheet
        theme = sheet.theme
        self._head = SectionHead(theme, sheet.tr("What this briefing does not know"), "", sheet)
        self.more: LinkButton | None = None
        if len(limits.gaps) > _GAPS_SHOWN:
            number = f"{len(limits.gaps) - _GAPS_SHOWN:,}"
            self.more = LinkButton(sheet.tr("{n} more").format(n=number), theme, parent=sheet)
            spoken = sheet.tr("{n} more claims that name gaps").format(n=number)
            self.more.setAccessibleName(spoken)
        lines = overview_words.limit_lines(limits)
        self._texts = [TitledText(theme, title, detail, sheet) for title, detail in lines]
        self.gaps = [
            ClaimLine(theme, references.claims[name], references, parent=sheet)
            for name in limits.gaps[:_GAPS_SHOWN]
            if name in references.claims
        ]

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Lay out at a place; return the height in px."""
        sheet = self._sheet
        height = self._head.lay_out(width)
        sheet.place(self._head, x, y, width, height)
        below = y + height + _HEAD_GAP_PX
        count, column = columns(sheet, width, len(self._texts))
        for first in range(0, len(self._texts), count):
            row = self._texts[first : first + count]
            tallest = max(text.lay_out(column) for text in row)
            for number, text in enumerate(row):
                left = x + number * (column + COLUMN_GAP_PX)
                sheet.place(text, left, below, column, tallest)
            below += tallest + 10
        for line in self.gaps:
            tall = line.lay_out(width)
            sheet.place(line, x, below, width, tall)
            below += tall
        if self.more is not None:
            size = self.more.sizeHint()
            sheet.place(self.more, x, below + 4, size.width(), size.height())
            below += 4 + size.height()
        return below - y


class SectionList:
    """One line for every section of the briefing."""

    def __init__(self, sheet: Sheet, references: CrossReferences, overview: str) -> None:
        """Make a line for every section but the overview itself."""
        self._sheet = sheet
        theme = sheet.theme
        note = overview_words.reading_words(references.briefing)
        self._head = SectionHead(theme, sheet.tr("In this briefing"), note, sheet)
        self.lines = [
            SectionLine(theme, section, len(references.claims_of_section(section.id)), sheet)
            for section in references.briefing.sections
            if section.id != overview
        ]

    def height(self, width: int) -> int:
        """Return the height in px that the list takes in a width."""
        head = self._head.lay_out(width) + _HEAD_GAP_PX
        arrows = all(line.natural_width() <= width for line in self.lines)
        for line in self.lines:
            line.has_arrow = arrows  # all or none
        return head + sum(line.lay_out(width) + 2 for line in self.lines)

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Lay out at a place; return the height in px."""
        sheet = self._sheet
        self.height(width)
        height = self._head.lay_out(width)
        sheet.place(self._head, x, y, width, height)
        below = y + height + _HEAD_GAP_PX
        for number, line in enumerate(self.lines):
            if number:
                sheet.rule(x, below, width)
            tall = line.lay_out(width)
            sheet.place(line, x, below + 1, width, tall)
            below += tall + 2
        return below - y
