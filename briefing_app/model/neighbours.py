"""Claims that share something with a claim: its date, someone who acts in it, what it counts."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

import msgspec

from briefing_app.model import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences


class Neighbours(msgspec.Struct, frozen=True):
    """Other claims that share one thing: the nearest in the text, and how many there are in all."""

    shared: str  # an entity's id, or a figure's unit or name; empty for the date
    nearest: tuple[str, ...]  # ids, in the order of the text
    count: int


class ClaimNeighbours:
    """Look-ups over one briefing, made when first asked for; linear in its size."""

    def __init__(self, references: CrossReferences) -> None:
        """Work on one briefing."""
        self._references = references
        self._order: dict[str, int] = {}
        self._claims: Sequence[Claim] = ()
        self._dated: dict[str, list[int]] = {}
        self._acting: dict[str, list[int]] = {}
        self._counting: dict[str, list[int]] = {}

    def _build(self) -> None:
        if self._order:
            return
        self._claims = self._references.in_text_order()
        for number, claim in enumerate(self._claims):
            self._order[claim.id] = number
            if claim.date is not None:
                self._dated.setdefault(claim.date.text, []).append(number)
            for name in claim.actors:
                self._acting.setdefault(name, []).append(number)
            for counted in {counted_as(figure) for figure in claim.figures}:
                self._counting.setdefault(counted, []).append(number)

    def on_date(self, claim: Claim, most: int) -> Neighbours | None:
        """Return other claims with the same date; None if there are none."""
        if claim.date is None:
            return None
        self._build()
        return self._near(claim, "", self._dated[claim.date.text], most)

    def by_actor(self, claim: Claim, most: int) -> list[Neighbours]:
        """Return other claims of each actor, those of the rarest first."""
        self._build()
        names = dict.fromkeys(claim.actors)
        found = [self._near(claim, name, self._acting[name], most) for name in names]
        return sorted((one for one in found if one), key=lambda one: one.count)

    def by_figure(self, claim: Claim, most: int) -> list[Neighbours]:
        """Return other claims that count the same thing, in the order of the claim's figures."""
        self._build()
        names: Iterable[str] = dict.fromkeys(counted_as(figure) for figure in claim.figures)
        found = [self._near(claim, name, self._counting[name], most) for name in names]
        return [one for one in found if one]

    def _near(self, claim: Claim, shared: str, numbers: list[int], most: int) -> Neighbours | None:
        """The claims of ascending numbers that stand nearest to a claim, itself left out."""
        own = bisect.bisect_left(numbers, self._order[claim.id])
        count = len(numbers) - 1
        if count < 1:
            return None
        first = max(0, min(own - most // 2, len(numbers) - most - 1))
        window = numbers[first : first + most + 1]
        nearest = [self._claims[n].id for n in window if n != numbers[own]][:most]
        return Neighbours(shared, tuple(nearest), count)


def counted_as(figure: Figure) -> str:
    """Return what makes two figures comparable: their unit, or their name where that is money."""
    return figures.unit_words(figure) or figure.name
