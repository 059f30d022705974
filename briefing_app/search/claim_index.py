"""The port: what the window and the command line ask of a claim index, whatever is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.search.results import Filters, Order, Results, Span


class ClaimIndex(Protocol):
    """An index over one briefing."""

    @property
    def large(self) -> bool:
        """Whether a search may take longer than a frame: not for the GUI thread."""
        ...

    @property
    def notice(self) -> str:
        """What the reader should know about the index; empty if nothing."""
        ...

    def search(
        self,
        query: str,
        filters: Filters,
        order: Order,
        *,
        limit: int | None = None,
        refine: bool = True,
        typing: bool = False,
    ) -> Results:
        """Return what the query finds; any string is valid, an empty one finds all claims.

        Without `refine` a large index may answer sooner with some of the claims (`Results.whole`).
        `typing`: the last word may be unfinished. Where nothing has it so far, guess how it goes
        on, else answer what was typed before (`Results.read_as`), so that the list is not emptied.
        A question whose words no claim has all is answered by what has all but one (`read_as` too).

        Raises:
            SearchIndexCancelled: `interrupt` was called meanwhile.
            SearchIndexError: the index cannot be read and cannot be built again.
        """
        ...

    def learn_meaning(self) -> bool:
        """Load what compares by meaning, for what comes nearest; return whether there is such.

        Takes seconds, the first time more, and may run in a thread beside searches.
        """
        ...

    def interrupt(self) -> None:
        """Stop the searches that run in other threads."""
        ...

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field of the query language how many claims have each value.

        A large index leaves the ids out.

        Raises:
            SearchIndexError: the index cannot be read.
        """
        ...

    def marks(self, query: str) -> Callable[[str], tuple[Span, ...]]:
        """Return what says where the query's words match any text; it asks the index no more.

        The words of the query that was answered last are marked as they were read then.
        """
        ...

    def matched_spans(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where the query's words match any `text`: sorted, not overlapping."""
        ...
