"""Parts of years as one says them: `summer 2021`, `late 2021`, `mid-2020`, `the end of 1996`."""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING, Final

from briefing_app.search.query.date_range import DateRange
from briefing_app.search.query.tree import Dates, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.query.tree import Node

# first and last month; the seasons are those of the northern half of the earth
_MONTHS: Final = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
    "early": (1, 4), "beginning": (1, 3), "start": (1, 3), "mid": (5, 8), "middle": (5, 8),
    "late": (9, 12), "end": (10, 12),
}  # fmt: skip
_BETWEEN: Final = frozenset({"of", "in", "the"})
_MOST_NODES, _YEAR_FIGURES, _MONTHS_A_YEAR = 4, 4, 12


def part_of_year(nodes: Sequence[Node]) -> tuple[Dates, int] | None:
    """Return the dates that the first words stand for, and how many nodes those are."""
    words: list[tuple[str, int]] = []  # a term, and the nodes that end with it
    for number, node in enumerate(nodes[:_MOST_NODES], 1):
        if not isinstance(node, Words) or node.quoted or node.exact or node.prefix:
            break
        words.extend((term, number) for term in node.terms)
    if not words or words[0][0] not in _MONTHS:
        return None
    for term, count in words[1:]:
        if len(term) == _YEAR_FIGURES and term.isdecimal() and int(term):
            last = nodes[count - 1]
            assert isinstance(last, Words)
            if last.terms[-1] != term:
                return None
            first = nodes[0]
            assert isinstance(first, Words)
            span = _span(int(term), *_MONTHS[words[0][0]])
            return Dates((span,), first.start, last.end), count
        if term not in _BETWEEN:
            return None
    return None


def _span(year: int, first: int, last: int) -> DateRange:
    over, month = divmod(last - 1, _MONTHS_A_YEAR)
    year_after, month = year + over, month + 1
    day = calendar.monthrange(year_after, month)[1]
    return DateRange(datetime.date(year, first, 1), datetime.date(year_after, month, day))
