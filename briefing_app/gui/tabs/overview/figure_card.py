"""A key figure: how it is meant, the amount, what it counts, when, and through whom we know it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_item import BLEED_PX, ClaimItem
from briefing_app.gui.words import model_words as words
from briefing_app.model import figures
from briefing_app.model.claim import Family

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences

_PADDING_PX = 6
_ID_GAP_PX = 7
_LINES = 2.4  # what it counts may take three lines, with room at their ends


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("figure_card", text)


def meant_words(claim: Claim, figure: Figure, references: CrossReferences) -> str:
    """Return how the figure is meant: `more than`; whose word it is where somebody only says so."""
    meant = figures.qualifier_words(figure.qualifier)
    if claim.family is not Family.SAID:
        return meant
    speakers = [c.attributed_to for c in claim.sources if c.attributed_to in references.entities]
    who = references.name_of(speakers[0]) if speakers else ""
    says = _tr("{who} says").format(who=who) if who else words.family_word(claim.family).lower()
    return f"{says}: {meant}" if meant else says


def origin_words(claim: Claim, references: CrossReferences) -> str:
    """Return through whom the source knows it: `via SATP`; nothing where it says so itself."""
    named = [
        c.attributed_to if c.attributed_to in references.sources else c.id for c in claim.sources
    ]
    direct = {c.id for c in claim.sources}
    if set(named) <= direct:
        return ""
    names = ", ".join(references.name_of(name) for name in dict.fromkeys(named))
    return _tr("via {names}" if direct.isdisjoint(named) else "from {names}").format(names=names)


def counted_words(figure: Figure) -> str:
    """Return what the figure counts, with its unit where the name does not say it."""
    name, unit = figure.name, figures.unit_words(figure)
    if unit.casefold() in name.casefold():
        return name
    if name.casefold() in unit.casefold():
        return unit
    return _tr("{unit}, {name}").format(unit=unit, name=name)


class FigureCard(ClaimItem):
    """One figure of a claim."""

    def __init__(
        self,
        theme: Theme,
        claim: Claim,
        figure: Figure,
        references: CrossReferences,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Gather the words."""
        self._meant = meant_words(claim, figure, references)
        self._amount = figures.amount(figure, short=True)
        self._counted = counted_words(figure)
        date = figure.as_of or claim.date
        quiet = (date.display() if date else _tr("no date given"), origin_words(claim, references))
        self._quiet = [line for line in quiet if line]
        spoken = f"{self._meant} {figures.amount(figure)}: {self._counted}".strip()
        name = f"{claim.id}. {spoken}. {'. '.join(self._quiet)}. {claim.text}"
        super().__init__(theme, claim.id, self._counted, name, parent)
        self._blocks: list[tuple[TextBlock, str]] = []

    def natural_width(self) -> int:
        """Return the width in px that the card wants; what it counts may take three lines."""
        theme = self.theme
        top = _advance(theme, "id", self.claim_id) + _ID_GAP_PX
        top += _advance(theme, "meta", self._meant)
        words_ = [_advance(theme, "option_claim", word) for word in self._counted.split()]
        lines = [_advance(theme, "meta", line) for line in self._quiet]
        amount = _advance(theme, "figure", self._amount)
        widest = max(top, amount, self.counted_width() / _LINES, *words_, *lines)
        return math.ceil(widest) + 1

    def counted_width(self) -> float:
        """Return how wide in px what it counts would be on one line."""
        return _advance(self.theme, "option_claim", self._counted)

    def lay_out(self, width: int) -> int:
        """Wrap what it counts; return the height in px."""
        self._blocks = [(self.block(self._counted, "option_claim", width), "ink")]
        self._blocks += [(self.block(line, "meta", width), "ink3") for line in self._quiet]
        below = sum(block.height for block, _ in self._blocks)
        return 2 * _PADDING_PX + self._head_px() + below

    def _head_px(self) -> int:
        return self.theme.line_px("meta") + self.theme.line_px("figure")

    def paint_content(self, pen: Pen) -> None:
        """Draw the card from top to bottom."""
        theme = self.theme
        inner = self.width() - 2 * BLEED_PX
        y = float(_PADDING_PX)
        lower = (theme.line_px("meta") - theme.line_px("id")) / 2
        x = (
            BLEED_PX
            + _ID_GAP_PX
            + pen.text(self.claim_id, "id", BLEED_PX, y + lower, theme.colour("accent"))
        )
        room = BLEED_PX + inner - x
        pen.text(self._meant, "meta", x, y, theme.colour("ink2"), max_width=max(room, 1))
        y += theme.line_px("meta")
        pen.text(self._amount, "figure", BLEED_PX, y, theme.colour("ink"), max_width=inner)
        y += theme.line_px("figure")
        for number, (block, role) in enumerate(self._blocks):
            ink = theme.colour("ink2" if self.is_selected and role == "ink3" else role)
            hits = () if number else self.hits
            y += pen.draw_block(block, BLEED_PX, y, inner, ink, hits=hits)


def _advance(theme: Theme, role: str, text: str) -> float:
    return QtGui.QFontMetricsF(theme.font(role)).horizontalAdvance(text)
