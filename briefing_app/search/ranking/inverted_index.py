"""Which documents hold which words, where: the in-memory index under every group of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.words.vocabulary import beginning_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.search.words.variants import Variant

    Slots = Mapping[int, list[int]]

VALUE_GAP = 100  # positions between two values of a field, so that no phrase crosses them


class InvertedIndex:
    """Token lists of documents with `field_count` fields each; documents count from 0.

    A slot is one field of one document: `document * field_count + field`.
    """

    def __init__(
        self,
        field_count: int,
        postings: dict[str, dict[int, list[int]]] | None = None,
        lengths: list[int] | None = None,
    ) -> None:
        """Begin empty, or with documents that were read: term -> slot -> positions."""
        self.field_count = field_count
        self.lengths = [] if lengths is None else lengths  # tokens in field 0
        self.size = len(self.lengths)
        self._postings = {} if postings is None else postings
        self._in_order: list[str] | None = None

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
                position += VALUE_GAP
            if field == 0:
                self.lengths.append(position - VALUE_GAP if position else 0)
        self._in_order = None

    @property
    def mean_length(self) -> float:
        """The tokens that field 0 has on average."""
        return sum(self.lengths) / self.size if self.size else 0.0

    def counts(self) -> dict[str, int]:
        """Return every term with the number of fields that hold it."""
        return {term: len(slots) for term, slots in self._postings.items()}

    def occurrences(self, variant: Variant) -> list[tuple[Slots, bool]]:
        """Return slot -> positions of the last term, and whether that is the term itself.

        A variant whose completions are limited is spelt out before (`BegunWords`).
        """
        *before, last = variant.terms
        found: list[tuple[Slots, bool]] = []
        if last in self._postings:
            found.append((self._following(before, self._postings[last]), True))
        if variant.prefix:
            if self._in_order is None:
                self._in_order = sorted(self._postings)
            longer = (term for term in beginning_with(self._in_order, last) if term != last)
            found.extend((self._following(before, self._postings[term]), False) for term in longer)
        return found

    def _following(self, before: Sequence[str], slots: Slots) -> Slots:
        """Return those of the slots where the terms `before` come right before the positions."""
        for distance, term in enumerate(reversed(before), 1):
            earlier = self._postings.get(term, {})
            kept = {}
            for slot, positions in slots.items():
                there = earlier.get(slot)
                if there is not None:
                    found = [p for p in positions if p - distance in there]
                    if found:
                        kept[slot] = found
            slots = kept
        return slots
