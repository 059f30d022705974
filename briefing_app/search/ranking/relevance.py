"""How well a document answers: BM25 with the rarity of the group, not of the single spelling.

A query word with all its spellings is one group; its inverse document frequency is that of the
group. Scoring each spelling by itself would put the rare ones first (nDCG .53 -> .44).
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_K1 = 1.2
_PROXIMITY = 0.3


def rarity(documents: int, size: int) -> float:
    """Return the inverse document frequency of a group (Robertson and Spärck Jones, never < 0)."""
    return math.log(1 + (size - documents + 0.5) / (documents + 0.5))


def saturation(occurrences: int) -> float:
    """Return how much repeated words add: 1 for one, at most 2.2."""
    return (_K1 + 1) * occurrences / (occurrences + _K1)


def brevity(length: int, mean_length: float, b: float) -> float:
    """Return the divisor for long texts; `b` from 0 (length does not count) to 1."""
    return 1 - b + b * length / mean_length if mean_length else 1.0


def nearness(positions: Sequence[Sequence[int]]) -> float:
    """Return the factor for words that stand close together; `positions` are one list a word."""
    gaps = [
        max(0, min(abs(a - b) for a in one for b in other) - 1)
        for one, other in itertools.pairwise(positions)
    ]
    if not gaps:
        return 1.0
    return 1 + _PROXIMITY / (1 + sum(gaps) / len(gaps) / 3)
