"""What a reader has typed and chosen in the claim index, to be taken up again by another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Filters, Order


class SearchState(NamedTuple):
    """A query, the filters and the order."""

    query: str
    filters: Filters
    order: Order

    def known_to(self, references: CrossReferences) -> SearchState:
        """Return it without the filter values that a briefing does not have."""
        entities = references.entities.keys()
        filters = msgspec.structs.replace(
            self.filters,
            sections=frozenset(self.filters.sections & references.sections.keys()),
            actors=frozenset(self.filters.actors & entities),
            places=frozenset(self.filters.places & entities),
        )
        return self._replace(filters=filters)
