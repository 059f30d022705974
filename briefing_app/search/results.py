"""What a search answers with. Spans are (start, end) in code points of the text they lie on."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import msgspec

from briefing_app.model.claim import ClaimType, Confidence, Family

Span = tuple[int, int]


class Filters(msgspec.Struct, frozen=True):
    """What the reader has narrowed the index to; values of one field are alternatives."""

    families: frozenset[Family] = frozenset()
    types: frozenset[ClaimType] = frozenset()
    sections: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()  # EDTF; a claim matches if its date overlaps one of them
    confidences: frozenset[Confidence] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, name) for name in self.__struct_fields__)


class Order(enum.StrEnum):
    """How claims are listed. BEST is the order of the text while nothing is searched for."""

    BEST = "best"
    TEXT = "text"
    DATE = "date"


class ClaimHit(msgspec.Struct, frozen=True):
    """A claim that was found; `matched` lies on its text."""

    id: str
    score: float
    matched: tuple[Span, ...] = ()
    guessed: bool = False  # found only by correcting a word that may be misspelt
    similar: tuple[str, ...] = ()  # the words of the text that are only similar to what was typed


class NearHit(ClaimHit, frozen=True):
    """A claim that has most of what was asked for; never counted among those found."""

    missing: tuple[str, ...] = ()  # words of the query that it has not, as they were typed
    meant: tuple[tuple[str, str], ...] = ()  # a word as it was typed, and that of the same meaning
    by_meaning: bool = False  # rather than by the words it has


class ParagraphHit(msgspec.Struct, frozen=True):
    """A paragraph of prose that was found; `matched` lies on `text`."""

    section: str  # section id; empty for the summary
    paragraph: int
    text: str
    score: float
    matched: tuple[Span, ...] = ()
    similar: tuple[str, ...] = ()


class EntityHit(msgspec.Struct, frozen=True):
    """A person, group, place … that was found; `matched` lies on `name`."""

    id: str
    name: str
    score: float
    claim_count: int
    spelling: str = ""  # the spelling that matched, where it is not the name
    matched: tuple[Span, ...] = ()
    similar: tuple[str, ...] = ()


class SourceHit(msgspec.Struct, frozen=True):
    """A source that was found; `matched` lies on `title`."""

    id: str
    title: str
    score: float
    claim_count: int
    matched: tuple[Span, ...] = ()
    similar: tuple[str, ...] = ()


class Notice(msgspec.Struct, frozen=True):
    """Something about the query that the reader should know; `start`, `end` lie on the query."""

    start: int
    end: int
    message: str


class RelaxationKind(enum.StrEnum):
    """What a relaxation changes, in the order in which they are offered."""

    SPELLING = "spelling"
    FILTER = "filter"
    WORDS = "words"


class Relaxation(msgspec.Struct, frozen=True):
    """A wider search that finds something where the one asked for found no claim."""

    query: str
    left_out: str  # the part that is missing from it, as it was typed; empty for a filter
    total: int
    kind: RelaxationKind = RelaxationKind.WORDS
    filter: str = ""  # the field of `Filters` that it goes without


class FacetValue(msgspec.Struct, frozen=True):
    """One value of a facet and how many claims it would leave."""

    value: str
    count: int


class Facets(msgspec.Struct, frozen=True):
    """Counts by facet; each is counted without its own filter, zero counts left in for families."""

    families: tuple[FacetValue, ...] = ()
    types: tuple[FacetValue, ...] = ()
    sections: tuple[FacetValue, ...] = ()
    actors: tuple[FacetValue, ...] = ()
    places: tuple[FacetValue, ...] = ()
    dates: tuple[FacetValue, ...] = ()
    confidences: tuple[FacetValue, ...] = ()
    of_first: int = 0  # counted in so many of the claims found; 0 = in all of them


class Results(msgspec.Struct, frozen=True):
    """The answer to one query. `total` counts claims; `claims` may be cut at a limit.

    Where it is not `whole`, a large index has more to say when it is asked to `refine`: `total` is
    then the most that there can be, and `claims` are some of them.
    """

    query: str
    claims: Sequence[ClaimHit]
    total: int
    paragraphs: tuple[ParagraphHit, ...] = ()
    entities: tuple[EntityHit, ...] = ()
    sources: tuple[SourceHit, ...] = ()
    facets: Facets = Facets()
    also: tuple[str, ...] = ()  # words and names that were searched for besides those typed
    only_typed: str = ""  # the query that finds just what was typed; empty if nothing was added
    notices: tuple[Notice, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()  # only where no claim was found
    whole: bool = True
    nearest: tuple[NearHit, ...] = ()  # where few claims, or none, have every word
    nothing_near: bool = False  # none of those says enough to be shown unasked
    read_as: str | None = None  # the query that was answered in place of an unfinished one, or
    # of a question

    @property
    def has_others(self) -> bool:
        """Whether there is anything to list besides the claims that were found."""
        near = not self.nothing_near and self.nearest
        return bool(self.paragraphs or self.entities or self.sources or near)

    @property
    def answered(self) -> str:
        """The query that was answered."""
        return self.query if self.read_as is None else self.read_as
