"""How well a document answers: BM25 with the weight of the group, not of the single spelling.

A query word with all its spellings is one group; its inverse document frequency is that of the
group. Scoring each spelling by itself would put the rare ones first (nDCG .53 -> .44).
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

K1 = 1.2
B = 0.25  # claims are short: length says little
PROXIMITY = 0.3


def rarity(documents: int, size: int) -> float:
    """Return the inverse document frequency of a group (Robertson and Spärck Jones, never < 0)."""
    return math.log(1 + (size - documents + 0.5) / (documents + 0.5))


def saturation(occurrences: int) -> float:
    """Return how much repeated words add: 1 for one, at most K1 + 1."""
    return (K1 + 1) * occurrences / (occurrences + K1)


def brevity(length: int, mean_length: float) -> float:
    """Return the divisor for long texts."""
    return 1 - B + B * length / mean_length if mean_length else 1.0


def nearness(positions: Sequence[Sequence[int]]) -> float:
    """Return the factor for words that stand close together; `positions` are one list a word."""
    gaps = [
        max(0, min(abs(a - b) for a in one for b in other) - 1)
        for one, other in itertools.pairwise(positions)
    ]
    if not gaps:
        return 1.0
    return 1 + PROXIMITY / (1 + sum(gaps) / len(gaps) / 3)
