"""Where things stand in a document of prose: what the plain text of the document cannot say.

Positions are Qt's document positions (UTF-16 units, end exclusive); offsets are code points of the
briefing's own text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST_OF_BMP = "\uffff"


class TextRun(msgspec.Struct, frozen=True):
    """One run of the briefing's text and where it stands."""

    start: int
    end: int
    text: str
    breaks: tuple[int, ...] = ()  # offsets before which a break for display only stands
    lead: str = "\n\n"  # what stands before it in copied text

    def spans(self, offsets: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the document positions of spans of the text."""
        if self.end - self.start == len(self.text):
            return [(self.start + a, self.start + b) for a, b in offsets]
        table = self._table()
        return [
            (
                self.start + table[a] + bisect_right(self.breaks, a),
                self.start + table[b] + bisect_left(self.breaks, b),
            )
            for a, b in offsets
        ]

    def offset(self, position: int) -> int:
        """Return the offset of the letter at a document position, within the text's bounds."""
        if self.end - self.start == len(self.text):
            return min(max(position - self.start, 0), len(self.text))
        table = self._table()
        standing = [table[at] + n for n, at in enumerate(self.breaks)]
        units = position - self.start
        units -= bisect_left(standing, units)
        return min(bisect_left(table, max(units, 0)), len(self.text))

    def _table(self) -> list[int]:
        """UTF-16 units before each letter, and before the end."""
        return list(accumulate((2 if c > _LAST_OF_BMP else 1 for c in self.text), initial=0))


class MarkPlace(msgspec.Struct, frozen=True):
    """The words that say one or more claims."""

    start: int
    end: int
    claims: tuple[str, ...]
    drop_px: float  # how far below the baseline the line under the words stands


class LinkPlace(msgspec.Struct, frozen=True):
    """Words that lead to an address."""

    start: int
    end: int
    address: str


class UnitPlace(msgspec.Struct, frozen=True):
    """One block of the section: a paragraph, heading, list, table; `number` is its ¶, or 0."""

    start: int
    end: int
    number: int


class GroundPlace(msgspec.Struct, frozen=True):
    """Blocks with something behind or beside them: `code`, `quotation`, `rule`."""

    start: int
    end: int
    kind: str


class ProsePlaces:
    """Every place of one document, each list sorted by start; grows while the document is built."""

    def __init__(self) -> None:
        """Begin with nothing placed."""
        self.runs: list[TextRun] = []
        self.marks: list[MarkPlace] = []
        self.links: list[LinkPlace] = []
        self.units: list[UnitPlace] = []
        self.grounds: list[GroundPlace] = []
        self.notes: dict[int, int] = {}  # footnote number -> position
        self._marks_of: dict[str, list[int]] = {}

    def add_mark(self, mark: MarkPlace) -> None:
        """Place a mark after all others."""
        for claim_id in mark.claims:
            self._marks_of.setdefault(claim_id, []).append(len(self.marks))
        self.marks.append(mark)

    def marks_of(self, claim_id: str) -> list[int]:
        """Return the indexes of the marks that say a claim."""
        return self._marks_of.get(claim_id, [])

    def marks_between(self, start: int, end: int) -> range:
        """Return the indexes of the marks that touch a stretch of the document."""
        first = bisect_right(self.marks, start, key=lambda mark: mark.end)
        last = bisect_left(self.marks, end, key=lambda mark: mark.start)
        return range(first, max(first, last))

    def runs_between(self, start: int, end: int) -> range:
        """Return the indexes of the runs that touch a stretch of the document."""
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        last = bisect_left(self.runs, end, key=lambda run: run.start)
        return range(first, max(first, last))

    def grounds_between(self, start: int, end: int) -> list[GroundPlace]:
        """Return what stands behind or beside the blocks of a stretch of the document."""
        return [ground for ground in self.grounds if ground.start < end and ground.end > start]

    def unit_at(self, position: int) -> int:
        """Return the index of the unit that a position stands in or after; 0 before the first."""
        return max(bisect_right(self.units, position, key=lambda unit: unit.start) - 1, 0)

    def unit_numbered(self, number: int) -> UnitPlace | None:
        """Return the unit that is cited as ¶`number`."""
        return next((unit for unit in self.units if number and unit.number == number), None)

    def source_text(self, start: int, end: int) -> str:
        """Return what the briefing says between two positions, free of what is for display only."""
        pieces: list[str] = []
        for index in self.runs_between(start, end):
            run = self.runs[index]
            if pieces:
                pieces.append(run.lead)
            first = run.offset(start) if start > run.start else 0
            last = run.offset(end) if end < run.end else len(run.text)
            pieces.append(run.text[first:last])
        return "".join(pieces)
