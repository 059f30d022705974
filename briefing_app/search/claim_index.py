"""The port: what the window and the command line ask of a claim index, whatever is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing_app.search.results import Filters, Order, Results, Span


class ClaimIndex(Protocol):
    """An index over one briefing."""

    def search(
        self,
        query: str,
        filters: Filters,
        order: Order,
        *,
        limit: int | None = None,
    ) -> Results:
        """Return what the query finds; any string is valid, an empty one finds all claims."""
        ...

    def matched_spans(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where the query's words match any `text`: sorted, not overlapping."""
        ...
