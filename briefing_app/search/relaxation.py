"""Shorter queries to offer when nothing was found; offered, never searched for unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.query import And, Dates, Field, Not, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.search.query import Query

_MOST_PARTS = 8  # a longer query is a pasted text: nobody wants it back less one word


def shorter_queries(query: Query) -> Iterator[tuple[str, str]]:
    """Yield (query without one of its parts, that part as it was typed), in the order of the query.

    What must not be there stays: to leave out a `-word` would be no help.
    """
    root = query.root
    if not isinstance(root, And) or len(root.nodes) > _MOST_PARTS:
        return
    wanted = [node for node in root.nodes if not isinstance(node, Not)]
    for node in wanted:
        if isinstance(node, Words | Field | Dates) and len(wanted) > 1:
            start, end = _with_signs(query.text, node.start, node.end)
            left = " ".join((query.text[:start] + " " + query.text[end:]).split())
            yield left, query.text[start:end].strip()


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation marks and the sign that belong to the part."""
    while start > 0 and text[start - 1] in '="“„«':
        start -= 1
    while end < len(text) and text[end] in '"”«»':
        end += 1
    return start, end
