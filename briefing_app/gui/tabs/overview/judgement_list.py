"""The key judgements of the overview, each with the claims that speak against it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.painted_label import PaintedText, SectionHead, scaled
from briefing_app.gui.tabs.overview import overview_words
from briefing_app.gui.tabs.overview.judgement_card import JudgementCard
from briefing_app.gui.tabs.overview.overview_columns import COLUMN_GAP_PX, columns
from briefing_app.gui.words import model_words as words
from briefing_app.model.claim import RelationType
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.evidence import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.gui.kit.sheet import Sheet
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_INDENT_PX = 38  # where the statement of a judgement begins
_SHOWN = 3  # claims against a judgement; the rest is on its claim card


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("judgement_list", text)


def _groups(claim: Claim, references: CrossReferences) -> list[tuple[tuple[str, str], Claim]]:
    """What stands against a claim, each with the words and the ink for what it does to it."""
    found: list[tuple[tuple[str, str], Claim]] = []
    for kind, other in counter_claims(claim, references):
        ink = "ink2" if kind is RelationType.QUALIFIES else "against"
        word = words.relation_words(kind, incoming=kind is not RelationType.CONTRADICTS)
        found.append(((word, ink), other))
    standing = evidence(claim, references)
    if standing.by_option:
        against, left_open = (_tr("against its option"), "against"), (_tr("open"), "ink2")
        found += [(against, references.claims[other]) for other in standing.against]
        found += [(left_open, references.claims[other]) for other in standing.unresolved]
    return found


class CounterClaims(QtCore.QObject):
    """The claims against one judgement, under the words for what they do to it."""

    more_requested = QtCore.Signal(str)  # the judgement

    def __init__(self, sheet: Sheet, claim: Claim, references: CrossReferences) -> None:
        """Make a line for each of the first claims; without any, nothing is laid out."""
        super().__init__(sheet)
        self._sheet = sheet
        self._claim_id = claim.id
        groups = _groups(claim, references)
        theme = sheet.theme
        self.lines: list[ClaimLine] = []
        self._items: list[PaintedText | ClaimLine] = []
        for (word, ink), members in itertools.groupby(groups[:_SHOWN], key=lambda pair: pair[0]):
            head = word[:1].upper() + word[1:]
            self._items.append(PaintedText(theme, head, "meta_strong", ink, sheet))
            for _, other in members:
                context = _tr("{judgement} {relation}").format(judgement=claim.id, relation=word)
                line = ClaimLine(theme, other, references, context, sheet)
                self._items.append(line)
                self.lines.append(line)
        self._more: LinkButton | None = None
        if len(groups) > _SHOWN:
            left = _tr("{n} more on the claim card").format(n=len(groups) - _SHOWN)
            self._more = LinkButton(left, theme, role="meta", parent=sheet)
            self._more.clicked.connect(self._request_more)

    @QtCore.Slot()
    def _request_more(self) -> None:
        self.more_requested.emit(self._claim_id)

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Lay out below a judgement; return the height in px."""
        sheet = self._sheet
        indent = scaled(sheet.theme, _INDENT_PX)
        below, inner = y, width - indent
        for item in self._items:
            tall = item.lay_out(inner)
            sheet.place(item, x + indent, below, inner, tall)
            below += tall
        if self._more is not None:
            size = self._more.sizeHint()
            sheet.place(self._more, x + indent, below, size.width(), size.height())
            below += size.height()
        return below - y + (4 if below > y else 0)


class JudgementList:
    """The key judgements in two columns, with a hairline between rows."""

    def __init__(self, sheet: Sheet, claims: list[Claim], references: CrossReferences) -> None:
        """Make a card for every judgement."""
        self._sheet = sheet
        theme = sheet.theme
        note = overview_words.judgements_note(claims)
        self._head = SectionHead(theme, sheet.tr("Key judgements"), note, sheet)
        self.cards = [JudgementCard(theme, claim, references, sheet) for claim in claims]
        self.against = [CounterClaims(sheet, claim, references) for claim in claims]

    def lay_out(self, x: int, y: int, width: int) -> int:
        """Lay out at a place; return the height in px."""
        sheet = self._sheet
        height = self._head.lay_out(width)
        sheet.place(self._head, x, y, width, height)
        below = y + height + 2
        count, column = columns(sheet, width, len(self.cards))
        pairs = list(zip(self.cards, self.against, strict=True))
        for first in range(0, len(pairs), count):
            if first:
                sheet.rule(x, below, width)
            below += self._lay_out_row(pairs[first : first + count], x, below + 1, column) + 2
        return below - y

    def _lay_out_row(
        self, row: Iterable[tuple[JudgementCard, CounterClaims]], x: int, y: int, column: int
    ) -> int:
        placed = [(card, against, card.lay_out(column)) for card, against in row]
        tallest = lowest = max(tall for _, _, tall in placed)
        for card, against, tall in placed:
            height = tall if against.lines else tallest  # its claims follow close below
            self._sheet.place(card, x, y, column, height)
            lowest = max(lowest, height + against.lay_out(x, y + height, column))
            x += column + COLUMN_GAP_PX
        return lowest
