"""What a reader has typed and chosen in the claim index, to be taken up again by another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing_app.search.results import Filters

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Order


class SearchState(NamedTuple):
    """A query, the filters and the order; how far list and card are scrolled, in px."""

    query: str
    filters: Filters
    order: Order
    scrolled: tuple[int, ...] = ()
    shows_help: bool = False

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


def filters_naming(entity_id: str, references: CrossReferences) -> Filters:
    """Return what lists the claims that name someone, or else somewhere; no filter if none does."""
    claims = references.claims.values()
    only = frozenset({entity_id})
    if any(entity_id in claim.actors for claim in claims):
        return Filters(actors=only)
    if any(entity_id in claim.places for claim in claims):
        return Filters(places=only)
    return Filters()
