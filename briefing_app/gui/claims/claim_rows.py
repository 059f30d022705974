"""Rows of claims on a page: each whole, with its date, id and type, and what all of them are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.kit.page_rows import Look, PageRow, counted_claims, tr
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.pen import badge_height
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_sign, standing_word
from briefing_app.model.source_support import count_support
from briefing_app.model.standing import standing_claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_DATE_PX, _ID_PX, _BADGE_PX = 116, 44, 96
_GAP_PX = 12
_WIDE_PX = 500  # from here on date, id, statement and badge stand beside each other
_PADDING_PX = 6


class ClaimRow(PageRow):
    """A claim: its date where it is a new one, its id, its whole statement, its type."""

    __slots__ = ("_dated", "_references", "claim")

    def __init__(self, claim: Claim, references: CrossReferences, *, dated: bool | None) -> None:
        """`dated`: whether the date is written; None where a list has no column for dates."""
        super().__init__(claim_record.claim_target(claim.id))
        self.claim = claim
        self._dated = dated
        self._references = references

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        claim = self.claim
        parts = (
            f"{claim.id}. {claim.text} {words.type_word(claim.type)}",
            standing_word(claim, self._references),
            claim_record.date_words(claim),
            claim_record.support_words(claim, self._references),
        )
        return ", ".join(part for part in parts if part) + "."

    @property
    def _shown_id(self) -> str:
        return self.claim.id + standing_sign(self.claim, self._references)

    def _date(self) -> str:
        said = claim_record.date_words(self.claim)
        return said[:1].upper() + said[1:]

    def _columns(self, look: Look, width: float) -> tuple[float, float, float, bool]:
        """Return the px of the date's column, the id's, the statement's; whether it is wide."""
        theme = look.theme
        number = look.block(self._shown_id, "id_row", 1e6).natural_width + _GAP_PX
        id_px = max(float(scaled(theme, _ID_PX)), number)
        if width < scaled(theme, _WIDE_PX):
            return 0.0, id_px, max(width - id_px, 60.0), False
        date = 0.0 if self._dated is None else float(scaled(theme, _DATE_PX))
        rest = width - date - id_px - scaled(theme, _BADGE_PX)
        return date, id_px, max(rest, 60.0), True

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        date, _, room, wide = self._columns(look, width)
        height = look.block(self.claim.text, "row", room).height
        if not wide:
            height += 4 + badge_height(look.theme)
            if self._dated:
                height += look.block(self._date(), "detail_strong", width).height + 2
        elif self._dated:
            date_height = look.block(self._date(), "detail_strong", date - _GAP_PX).height
            height = max(height, date_height)
        return height + 2 * _PADDING_PX

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        claim = self.claim
        is_greyed = not lit and look.greys(claim.id)
        theme = look.theme.dimmed() if is_greyed else look.theme
        date, id_px, room, wide = self._columns(look, pen.width)
        y = float(_PADDING_PX)
        if self._dated is not False:
            pen.rule(0, 0, pen.width, theme.colour("hair"))
        if self._dated:
            role = "detail_strong" if claim.date else "detail"
            column = date - _GAP_PX if wide else pen.width
            block = look.block(self._date(), role, column)
            ink = theme.colour("ink" if claim.date else "ink2")
            pen.draw_block(block, 0, y, column, ink)
            y += 0 if wide else block.height + 2
        own = theme.colour("ink") if is_greyed else theme.family_colour(claim.family)
        ink = theme.colour("accent") if lit else own
        pen.text(self._shown_id, "id_row", date, y, ink)
        block = look.block(claim.text, "row", room)
        hits = tuple((look.find(claim.text) if look.find else None) or ())
        pen.draw_block(block, date + id_px, y, room, theme.colour("ink"), hits=hits)
        kind = words.type_word(claim.type)
        if wide:
            width = pen.text_width(kind, "badge") + 12
            pen.badge(kind, claim.family, pen.width - width, y)
        else:
            pen.badge(kind, claim.family, date + id_px, y + block.height + 4)


def support_note(claims: Sequence[Claim], references: CrossReferences) -> str:
    """Return how many claims stand, what holds them up, and how many no longer stand."""
    counted = len(standing_claims(claims))
    parts = []
    if counted:
        parts.append(counted_claims(counted))
        parts.append(claim_record.count_words(*count_support(claims, references)))
    if gone := len(claims) - counted:
        context = "claim_rows"
        parts.append(tr(context, "{n} withdrawn or superseded").format(n=f"{gone:,}"))
    return "  ·  ".join(parts)


class FamiliesRow(PageRow):
    """How many of some claims each family has: a divided bar and its legend."""

    __slots__ = ("_counts",)
    _BAR_PX = 8

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Count the claims."""
        super().__init__()
        counts: dict[str, tuple[Claim, int]] = {}
        for claim in claims:
            first, count = counts.get(claim.family, (claim, 0))
            counts[claim.family] = (first, count + 1)
        self._counts = sorted(
            ((first.family, count) for first, count in counts.values()), key=lambda row: -row[1]
        )

    def _legend(self) -> str:
        return "   ".join(f"{words.family_word(f)} {count:,}" for f, count in self._counts)

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return ", ".join(f"{words.family_word(family)} {count:,}" for family, count in self._counts)

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        return self._BAR_PX + 8 + look.block(self._legend(), "meta_strong", width).height

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        theme = look.theme
        total = sum(count for _, count in self._counts)
        x = 0.0
        for family, count in self._counts:
            length = (pen.width - 2 * (len(self._counts) - 1)) * count / total
            pen.fill(x, 2, max(length, 3), self._BAR_PX, theme.family_colour(family), radius=1)
            x += length + 2
        block = look.block(self._legend(), "meta_strong", pen.width)
        pen.draw_block(block, 0, self._BAR_PX + 8, pen.width, theme.colour("ink2"))
