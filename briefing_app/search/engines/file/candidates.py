"""The best candidates of a large index, as an inverted index of their own for exact scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.engines.file.schema import COLUMNS, FIELD_BREAK, VALUE_BREAK
from briefing_app.search.ranking.certainty import groups_of
from briefing_app.search.ranking.inverted_index import VALUE_GAP, InvertedIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.search.query.expansion import Group, Plan


class Candidates(InvertedIndex):
    """Holds of each candidate only the words of the plan; rarity is that of the whole index."""

    def __init__(
        self,
        plan: Plan,
        rows: Iterable[str],
        count: Callable[[Group], int],
        whole: int,
    ) -> None:
        """Take in candidates: for each its `claim_tokens`."""
        super().__init__(len(COLUMNS))
        self._count = count
        self._whole = whole
        words: set[str] = set()
        beginnings: set[str] = set()
        for group in groups_of(plan):
            for variant in (*group.variants, *group.aliases):
                words.update(variant.terms)
                if variant.prefix:
                    beginnings.add(variant.terms[-1])
        self._words = words
        self._beginnings = tuple(beginnings)
        for row in rows:
            self._add_row(row)

    def _add_row(self, row: str) -> None:
        words, beginnings, postings = self._words, self._beginnings, self._postings
        slot = self.size * self.field_count
        self.size += 1
        for field, text in enumerate(row.split(FIELD_BREAK)):
            position = 0
            for term in text.split(" "):
                if term == VALUE_BREAK:
                    position += VALUE_GAP
                    continue
                if term in words or (beginnings and term.startswith(beginnings)):
                    postings.setdefault(term, {}).setdefault(slot + field, []).append(position)
                position += 1
            if field == 0:
                self.lengths.append(position)

    def spread(self, group: Group, found: int) -> tuple[int, int]:
        """Return how many claims of the whole index hold a group, and how many there are."""
        return max(self._count(group), found), self._whole
