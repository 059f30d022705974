"""Widths of columns beside each other, chosen so that the tallest group is least high."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEPS_PX = (96, 48, 24, 12, 6)
_ROUNDS = 40  # moves at most at each step; a bound, hardly ever met

Rows = tuple[int, ...]  # heights of one column's rows in px


def balanced_widths(
    columns: Sequence[Callable[[int], Rows]],
    groups: Sequence[int],
    total: int,
    minimum: int,
) -> list[int]:
    """Return a width in px for every column; together they make `total`.

    `columns` give the heights of a column's rows at a width; `groups` says how many columns stand
    in each group, whose rows are aligned. No column gets less than `minimum` where `total` allows.
    """
    count = len(columns)
    if not count:
        return []
    widths = [total // count] * count
    widths[-1] += total - sum(widths)
    known: list[dict[int, Rows]] = [{} for _ in columns]

    def rows(number: int, width: int) -> Rows:
        found = known[number].get(width)
        if found is None:
            found = known[number][width] = columns[number](width)
        return found

    def cost(tried: Sequence[int]) -> tuple[int, int, int]:
        return _cost([rows(n, width) for n, width in enumerate(tried)], groups)

    best = cost(widths)
    for step in _STEPS_PX:
        for _ in range(_ROUNDS):
            moved = _best_move(widths, step, minimum, cost)
            if moved is None or moved[0] >= best:
                break
            best, widths = moved
    return widths


def _best_move(
    widths: list[int],
    step: int,
    minimum: int,
    cost: Callable[[Sequence[int]], tuple[int, int, int]],
) -> tuple[tuple[int, int, int], list[int]] | None:
    found = None
    for giver, width in enumerate(widths):
        if width - step < minimum:
            continue
        for taker in range(len(widths)):
            if taker == giver:
                continue
            tried = widths.copy()
            tried[giver] -= step
            tried[taker] += step
            price = cost(tried)
            if found is None or price < found[0]:
                found = (price, tried)
    return found


def _cost(columns: Sequence[Rows], groups: Sequence[int]) -> tuple[int, int, int]:
    """The tallest group with its rows aligned, then all groups, then all columns."""
    heights = []
    first = 0
    for count in groups:
        members = columns[first : first + count]
        heights.append(sum(max(row) for row in zip(*members, strict=True)))
        first += count
    return max(heights), sum(heights), sum(sum(rows) for rows in columns)
