"""The order of claims in time."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.model.claim import Claim

_FEW = 100  # times fewer claims than all, which are put in order by themselves


def in_time_order(claims: Sequence[Claim]) -> list[int]:
    """Return the claims' numbers in time order; undated ones last, else the order of the text."""
    never = (datetime.date.max, datetime.date.max)
    keys = [(claim.date.sort_key if claim.date else never) for claim in claims]
    undated = [claim.date is None for claim in claims]
    return sorted(range(len(keys)), key=lambda n: (undated[n], keys[n], n))


class TimeOrder:
    """Puts some of a briefing's claims in the order of time."""

    def __init__(self, claims: Sequence[Claim], whole: Callable[[], Sequence[int]]) -> None:
        """Take the claims, and what says the order of all of them; it is asked once, if at all."""
        self._claims = claims
        self._read_whole = whole
        self._whole: Sequence[int] | None = None

    def whole(self) -> Sequence[int]:
        """Return every claim."""
        if self._whole is None:
            self._whole = self._read_whole()
        return self._whole

    def of(self, numbers: Sequence[int]) -> list[int]:
        """Return these claims, which are in the order of the text."""
        if len(numbers) < len(self._claims) // _FEW:
            return [numbers[n] for n in in_time_order([self._claims[n] for n in numbers])]
        chosen = set(numbers)
        return [number for number in self.whole() if number in chosen]
