"""What an answer needs of an engine, which holds the claims' words: in memory or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.results import Facets, Filters, Order
    from briefing_app.search.words.tokens import Token


class FoundClaims(NamedTuple):
    """The claims that answer a plan and pass the filters, in order and cut at the limit."""

    claims: Sequence[int]
    scores: Sequence[float]  # of the first of them, as `rank` makes them
    total: int
    facets: Facets
    says: Callable[[tuple[str, ...]], bool]  # whether one of them says these words
    # those of them without a score that answer with no word corrected, and perhaps others
    uncorrected: Callable[[], Container[int]]
    whole: bool = True


class Engine(Protocol):
    """Finds the claims of one briefing by number; they count from 0 in the order of the text.

    Plans have no beginnings that stand for a limited number of words (`BegunWords`).

    Raises, everywhere:
        SearchIndexCancelled: `interrupt` was called meanwhile.
        SearchIndexError: the index cannot be read and cannot be built again.
    """

    @property
    def large(self) -> bool:
        """Whether finding may take longer than a frame."""
        ...

    @property
    def notice(self) -> str:
        """What the reader should know about the index; empty if nothing."""
        ...

    @property
    def word_counts(self) -> Mapping[str, int]:
        """How many fields of claims have each word."""
        ...

    def find(
        self, plan: Plan | None, filters: Filters, order: Order, limit: int | None, *, refine: bool
    ) -> FoundClaims:
        """Return what answers a plan; every claim answers None.

        Without `refine` some of it may do (`FoundClaims.whole`); `limit` is not negative.
        """
        ...

    def count(self, plan: Plan, filters: Filters) -> int:
        """Return how many claims answer a plan and pass the filters."""
        ...

    def tokens(self, claim: int) -> Sequence[Token]:
        """Return the tokens of a claim's text."""
        ...

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field of the query language how many claims have each value."""
        ...

    def interrupt(self) -> None:
        """Stop what runs in other threads."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...
