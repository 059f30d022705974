"""How much of a kind a section may hold: more than any author writes, so that nothing pauses.

Measured on a section that is laid out anew while it is scrolled to its end: 7 ms for a text of
1,000 characters full of found words, 22 µs for a list's item or a line of code. A table's rows are
dear: Qt lays out 50 of them in one piece; 1,000 cells took 170 ms.
"""

from __future__ import annotations

from typing import Final

MAX_TEXT: Final = 10_000  # characters of a paragraph, a heading, a table's cell, a line of code
_MOST: Final = {
    "headings": 1_000,
    "paragraphs": 5_000,
    "list items": 3_000,
    "table cells": 1_000,
    "lines of code": 3_000,
}


class ProseLimits:
    """What a section still has room for."""

    def __init__(self) -> None:
        """Begin with an empty section."""
        self._left = dict(_MOST)
        self._told: set[str] = set()

    def room(self, kind: str, wanted: int) -> int:
        """Return how many of a kind are taken in: all that are wanted, or as many as are left."""
        taken = min(wanted, self._left[kind])
        self._left[kind] -= taken
        return taken

    def is_news(self, kind: str) -> bool:
        """Return whether it was not asked before if there are too many of a kind."""
        news = kind not in self._told
        self._told.add(kind)
        return news

    @staticmethod
    def too_many(kind: str) -> str:
        """Return what an author is told."""
        return (
            f"the section has more than {_MOST[kind]:,} {kind}; "
            "part it into several sections (the rest is not shown)"
        )

    @staticmethod
    def too_long(kind: str) -> str:
        """Return what an author is told of one text: a `paragraph`, `heading`, `table cell`."""
        advice = {"paragraph": "part it with an empty line", "heading": "shorten it"}
        return (
            f"this {kind} is longer than {MAX_TEXT:,} characters; "
            f"{advice.get(kind, 'part it')} (the rest is not shown)"
        )
