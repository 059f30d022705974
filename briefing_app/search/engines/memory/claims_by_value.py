"""Which claims have which values of the query language's fields, in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.standing import contested
from briefing_app.search.query.field_values import id_begins, values_of
from briefing_app.search.words.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.search.query.date_range import DateRange
    from briefing_app.search.query.tree import Dates

_DATES_REMEMBERED = 16  # ranges: one query asks for them several times, as does its next letter


class ClaimsByValue:
    """Implements `UsedValues`; claims count from 0 in the order given."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._dates = [claim.date for claim in claims]
        self._dated: dict[tuple[DateRange, ...], dict[int, float]] = {}
        self._tables: dict[str, dict[str, set[int]]] = {}
        disputed = contested(claims)
        for number, claim in enumerate(claims):
            for field, values in values_of(claim, disputed).items():
                table = self._tables.setdefault(field, {})
                for value in values:
                    table.setdefault(value, set()).add(number)
        self._folded_ids: dict[str, set[int]] = {}
        for value, numbers in self._tables.get("id", {}).items():
            self._folded_ids.setdefault(fold(value), set()).update(numbers)

    def values(self, field: str) -> Collection[str]:
        """Return the values of a field that some claim has."""
        return self._tables.get(field, {}).keys()

    def is_used(self, field: str, value: str) -> bool:
        """Whether a claim has a value; of `id`: whether one is called so, or begins so."""
        if field == "id":
            return bool(self._called(value))
        return value in self._tables.get(field, {})

    def with_values(self, field: str, values: Iterable[str]) -> set[int]:
        """Return the claims that have one of the values."""
        if field == "id":
            return {claim for value in values for claim in self._called(value)}
        table = self._tables.get(field, {})
        return {claim for value in values for claim in table.get(value, ())}

    def _called(self, value: str) -> set[int]:
        """Return the claim with this id, else those whose ids begin so."""
        called = self._folded_ids.get(fold(value))
        if called is not None:
            return called
        ids = self._tables.get("id", {})
        return {claim for own, claims in ids.items() if id_begins(own, value) for claim in claims}

    def dated(self, dates: Dates) -> dict[int, float]:
        """Return the claims whose date overlaps a range; 1 if it lies within, less if beyond.

        What is returned is kept: it may not be changed.
        """
        known = self._dated.get(dates.ranges)
        if known is None:
            if len(self._dated) >= _DATES_REMEMBERED:
                self._dated.clear()
            dated = ((number, date) for number, date in enumerate(self._dates) if date)
            shares = ((number, dates.share_of(date)) for number, date in dated)
            known = self._dated[dates.ranges] = {n: share for n, share in shares if share > 0}
        return known

    def counts(self) -> dict[str, dict[str, int]]:
        """Return for each field how many claims have each of its values."""
        return {
            field: {str(value): len(claims) for value, claims in table.items()}
            for field, table in self._tables.items()
        }
