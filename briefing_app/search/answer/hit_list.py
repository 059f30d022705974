"""The hits of a large answer, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from briefing_app.search.results import ClaimHit

if TYPE_CHECKING:
    from briefing_app.search.results import Span


class HitList(Sequence[ClaimHit]):
    """Claims by number, from the best on; a million of them cost what is looked at."""

    def __init__(
        self,
        claims: Sequence[int],
        scores: Sequence[float],
        claim_id: Callable[[int], str],
        spans: Callable[[int], tuple[Span, ...]],
        number: Callable[[str], int],
        guessed: Callable[[int], bool],
        similar: Callable[[int], tuple[str, ...]],
        query: str,
    ) -> None:
        """List claims; `scores` are those of the first, the others have the last of them.

        `number` is the way back from an id; -1 for one that is unknown. `similar` are the words of
        a guessed claim that were found in place of what was typed.
        """
        self._query = query
        self._claims = claims
        self._scores = scores
        self._claim_id = claim_id
        self._spans = spans
        self._number = number
        self._guessed = guessed
        self._similar = similar

    def __len__(self) -> int:
        return len(self._claims)

    @overload
    def __getitem__(self, row: int) -> ClaimHit: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[ClaimHit, ...]: ...
    def __getitem__(self, row: int | slice) -> ClaimHit | tuple[ClaimHit, ...]:
        if isinstance(row, slice):
            return tuple(self[n] for n in range(*row.indices(len(self._claims))))
        claim = self._claims[row]
        place = row if row >= 0 else row + len(self._claims)
        score = self._scores[min(place, len(self._scores) - 1)] if self._scores else 0.0
        guessed = self._guessed(claim)
        similar = self._similar(claim) if guessed else ()
        return ClaimHit(self._claim_id(claim), score, self._spans(claim), guessed, similar)

    def outline(self, row: int) -> tuple[str, bool]:
        """Return the id of a row's claim and whether it is guessed; no more of the hit is made."""
        claim = self._claims[row]
        return self._claim_id(claim), self._guessed(claim)

    def __eq__(self, other: object) -> bool:
        """Two lists are equal if they have the same hits."""
        if isinstance(other, HitList):
            return (
                self._query == other._query
                and len(self) == len(other)
                and list(self._scores) == list(other._scores)
                and (self._claims == other._claims or list(self._claims) == list(other._claims))
            )
        if not isinstance(other, tuple) or len(other) != len(self):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def ids(self) -> frozenset[str]:
        """Return the ids of the claims; no hit is made for it."""
        return frozenset(map(self._claim_id, self._claims))

    def ids_in_order(self) -> tuple[str, ...]:
        """Return the ids of the claims from the best on; no hit is made for it."""
        return tuple(map(self._claim_id, self._claims))

    def row_of(self, claim_id: str) -> int:
        """Return the row of a claim; -1 if it is not listed."""
        claim = self._number(claim_id)
        try:
            return self._claims.index(claim)
        except ValueError:
            return -1


def ids_of(hits: Sequence[ClaimHit]) -> frozenset[str]:
    """Return the ids of the claims that are listed."""
    return hits.ids() if isinstance(hits, HitList) else frozenset(hit.id for hit in hits)


def ids_in_order(hits: Sequence[ClaimHit]) -> tuple[str, ...]:
    """Return the ids of the claims that are listed, from the best on."""
    return hits.ids_in_order() if isinstance(hits, HitList) else tuple(hit.id for hit in hits)
