"""Which documents hold which words, where: the in-memory index under every group of results."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.search.expansion import Variant

_VALUE_GAP = 100  # positions between two values of a field, so that no phrase crosses them


class InvertedIndex:
    """Token lists of documents with `field_count` fields each; documents count from 0.

    A slot is one field of one document: `document * field_count + field`.
    """

    def __init__(self, field_count: int) -> None:
        self.field_count = field_count
        self.size = 0
        self.lengths: list[int] = []  # tokens in field 0
        self._postings: dict[str, dict[int, list[int]]] = {}
        self._vocabulary: list[str] | None = None

    def add(self, fields: Sequence[Iterable[Sequence[str]]]) -> None:
        """Add a document: for each field its values, for each value its terms."""
        document = self.size
        self.size += 1
        for field, values in enumerate(fields):
            slot = document * self.field_count + field
            position = 0
            for value in values:
                for term in value:
                    slots = self._postings.setdefault(term, {})
                    slots.setdefault(slot, []).append(position)
                    position += 1
                position += _VALUE_GAP
            if field == 0:
                self.lengths.append(position - _VALUE_GAP if position else 0)
        self._vocabulary = None

    def documents_with(self, term: str) -> int:
        """Return in how many slots a term stands."""
        return len(self._postings.get(term, ()))

    def beginning_with(self, prefix: str) -> Sequence[str]:
        """Return the terms that begin so, in order."""
        if self._vocabulary is None:
            self._vocabulary = sorted(self._postings)
        low = bisect.bisect_left(self._vocabulary, prefix)
        high = bisect.bisect_left(self._vocabulary, prefix + "\U0010ffff", lo=low)
        return self._vocabulary[low:high]

    def occurrences(self, variant: Variant) -> Iterator[tuple[int, list[int], bool]]:
        """Yield (slot, positions of its last term, exact) for every slot with the variant."""
        last = variant.terms[-1]
        slots = self._postings.get(last)
        if slots:
            yield from self._following(variant.terms[:-1], slots, exact=True)
        if variant.prefix:
            for term in self.beginning_with(last):
                if term != last:
                    yield from self._following(
                        variant.terms[:-1], self._postings[term], exact=False
                    )

    def _following(
        self, before: tuple[str, ...], slots: dict[int, list[int]], *, exact: bool
    ) -> Iterator[tuple[int, list[int], bool]]:
        if not before:
            for slot, positions in slots.items():
                yield slot, positions, exact
            return
        earlier = [self._postings.get(term) for term in before]
        if not all(earlier):
            return
        for slot, positions in slots.items():
            found = positions
            for distance, other in enumerate(reversed(earlier), 1):
                there = other.get(slot) if other else None
                if there is None:
                    found = []
                    break
                found = [p for p in found if p - distance in there]
            if found:
                yield slot, found, exact
