"""How much work a piece of code is: the calls that its thread makes, Python's and C's.

The same on every machine and under any load, where a clock is not.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class WorkCounter:
    """Counts every call, and every return, of the thread that it is entered in."""

    def __init__(self) -> None:
        self.steps = 0

    def __enter__(self) -> WorkCounter:
        def count(_frame: object, _event: str, _argument: object) -> None:
            self.steps += 1

        sys.setprofile(count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)


def steps_of(act: Callable[[], object]) -> int:
    """Return how many calls and returns an act takes in this thread."""
    with WorkCounter() as counter:
        act()
    return counter.steps
