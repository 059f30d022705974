"""How much slower this machine is, just now, than the one on which the limits in ms were set."""

from __future__ import annotations

import statistics
import time

_REFERENCE_MS = 1.9  # what the work below takes there
_ROUNDS = 15


def _work() -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for number in range(12_000):
        word = str(number * 7919 % 1000)
        counts[word] = counts.get(word, 0) + len(word)
    return sorted(counts.items(), key=lambda found: (found[1], found[0]))


def slowness() -> float:
    """Return 1 for a machine as fast as the reference or faster, 2 for one of half its speed."""
    spent = []
    for _ in range(_ROUNDS):
        began = time.thread_time()
        _work()
        spent.append((time.thread_time() - began) * 1000)
    return max(1.0, statistics.median(spent) / _REFERENCE_MS)
