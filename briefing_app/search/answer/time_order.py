"""The order of claims in time."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.claim import Claim


def in_time_order(claims: Sequence[Claim]) -> list[int]:
    """Return the claims' numbers in time order; undated ones last, else the order of the text."""
    never = (datetime.date.max, datetime.date.max)
    keys = [(claim.date.sort_key if claim.date else never) for claim in claims]
    undated = [claim.date is None for claim in claims]
    return sorted(range(len(keys)), key=lambda n: (undated[n], keys[n], n))
