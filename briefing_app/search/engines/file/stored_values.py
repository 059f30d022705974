"""Which claims of an index file have which values of the query language's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import Status
from briefing_app.model.standing import contested
from briefing_app.search.engines.file.expression import Match, quoted
from briefing_app.search.engines.file.schema import COLUMNS, facet_token, stored
from briefing_app.search.query.field_values import id_begins, values_of
from briefing_app.search.words.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.search.engines.file.tables import Tables
    from briefing_app.search.query.field_values import FieldValues
    from briefing_app.search.query.tree import Field
    from briefing_app.search.results import Facets

_COUNTED_AS_FACETS = {
    "type": "types",
    "family": "families",
    "section": "sections",
    "confidence": "confidences",
    "actor": "actors",
    "place": "places",
}


class StoredValues:
    """Implements `UsedValues` over an index file."""

    def __init__(
        self, claims: Sequence[Claim], ids: Collection[str], tables: Tables, facets: Facets
    ) -> None:
        """Take the claims in the order of the text; `facets` are those of all of them."""
        self._claims = claims
        self._ids = ids
        self._tables = tables
        self._facets = facets
        self._contested = contested(claims)
        self._tags = tables.meta("tags", list[str])

    def values(self, field: str) -> Collection[str]:
        """Return the values of a field, `tag` or `id`, that some claim has."""
        return self._ids if field == "id" else self._tags

    def is_used(self, field: str, value: str) -> bool:
        """Whether a claim has a value; of `id`: whether one is called so, or begins so."""
        if field != "id":
            return self._tables.frequency(facet_token(field, value)) > 0
        match = self.ids_meant(value)
        return match.rows > 0 and bool(self._tables.claims(match.text, 1))

    def ids_meant(self, value: str) -> Match:
        """Return what finds the claim with this id, else those whose ids begin so (`id_begins`)."""
        frequency, token = self._tables.frequency, facet_token("id", value)
        called = frequency(token)
        if called:
            return Match(quoted(token), called, called)
        if not fold(value):
            return Match.nothing()
        rows = frequency(token, prefix=True)
        text = f"{quoted(token)} *"
        words = [stored(word) for word in terms(value)]
        if words:
            parts = " AND ".join(f"{COLUMNS[1]} : {quoted(word)} *" for word in words)
            rows += min(frequency(word, prefix=True) for word in words)
            text = f"({text} OR ({parts}))"
        return Match(text, min(rows, len(self._claims)), rows)

    def has(self, number: int, field: Field, fields: FieldValues) -> bool:
        """Whether a claim has one of the values that a field means."""
        claim = self._claims[number]
        if field.name == "id":
            return any(self._is_meant(claim.id, value.text) for value in field.values)
        own = values_of(claim, self._contested)[field.name]
        return not fields.keys(field).isdisjoint(own)

    def _is_meant(self, claim_id: str, value: str) -> bool:
        if self._tables.frequency(facet_token("id", value)):
            return fold(claim_id) == fold(value)
        return id_begins(claim_id, value)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field but `id` how many claims have each value."""
        counts: dict[str, Mapping[str, int]] = {
            field: {v.value: v.count for v in getattr(self._facets, name)}
            for field, name in _COUNTED_AS_FACETS.items()
        }
        for field, values in (("tag", self._tags), ("status", tuple(Status))):
            counts[field] = {
                value: self._tables.frequency(facet_token(field, value)) for value in values
            }
        return counts | {"source": self._tables.meta("source_counts", dict[str, int])}
