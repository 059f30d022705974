"""Reading for one question: only some claims, or only what had happened by a day.

A briefing says when something happened and when its sources were issued, not when it became known.
So events, figures and statements count by their own date, judgements and advice by the date of the
source that makes them; what has no date is never held to be later.
"""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.claim import Family, Status
from briefing_app.model.standing import standing_status

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import DatePoint, EdtfDate

_MADE_BY_SOURCES = (Family.JUDGED, Family.ADVISED)


class Only(enum.StrEnum):
    """Which claims stand out."""

    ALL = "all"
    REPORTED = "reported"
    SAID = "said"
    JUDGED = "judged"
    ADVISED = "advised"
    FURTHER_SOURCE = "further-source"
    DISPUTED = "disputed"


class Timing(enum.Enum):
    """When a claim was, seen from a day."""

    BEFORE = "before"  # or on the day
    PERHAPS = "perhaps"  # the day lies within what the date leaves open
    LATER = "later"  # or not over by then
    UNDATED = "undated"


class Lens(msgspec.Struct, frozen=True):
    """What the reader looks for."""

    only: Only = Only.ALL
    day: datetime.date | None = None  # what came later is greyed

    def __bool__(self) -> bool:
        """Whether anything is greyed."""
        return self.only is not Only.ALL or self.day is not None


class Seen(msgspec.Struct, frozen=True):
    """What stands out through a lens."""

    lit: frozenset[str]  # claim ids
    later: frozenset[str]  # of all claims, those that came after the day
    perhaps: frozenset[str]
    undated: frozenset[str]
    greys_rest: bool  # whether words that say no claim are greyed as well


def see(references: CrossReferences, lens: Lens) -> Seen:
    """Return what stands out of a briefing through a lens."""
    found: dict[Timing, set[str]] = {when: set() for when in Timing}
    if lens.day is not None:
        for claim in references.claims.values():
            found[timing(claim, references, lens.day)].add(claim.id)
    lit = {
        claim.id
        for claim in references.claims.values()
        if claim.id not in found[Timing.LATER] and matches(claim, references, lens.only)
    }
    return Seen(
        frozenset(lit),
        frozenset(found[Timing.LATER]),
        frozenset(found[Timing.PERHAPS]),
        frozenset(found[Timing.UNDATED]),
        lens.only is not Only.ALL,
    )


def counts(references: CrossReferences) -> dict[Only, int]:
    """Return how many claims each choice lets stand out, in one pass."""
    found = dict.fromkeys(Only, 0)
    families = {family: Only(family.value) for family in Family}
    for claim in references.claims.values():
        found[families[claim.family]] += 1
        found[Only.FURTHER_SOURCE] += claim.further_source
        found[Only.DISPUTED] += matches(claim, references, Only.DISPUTED)
    found[Only.ALL] = len(references.claims)
    return found


def matches(claim: Claim, references: CrossReferences, only: Only) -> bool:
    """Return whether a claim is one of those that are to stand out."""
    if only is Only.ALL:
        return True
    if only is Only.FURTHER_SOURCE:
        return claim.further_source
    if only is Only.DISPUTED:
        return standing_status(claim, references) is Status.DISPUTED
    return claim.family.value == only.value


def timing(claim: Claim, references: CrossReferences, day: datetime.date) -> Timing:
    """Return when a claim was, seen from a day.

    A span that ends after the day is later: what is said of all of it was not yet known.
    """
    date = _date_of(claim, references)
    if date is None:
        return Timing.UNDATED
    if any(end.first > day for end in _known_ends(date)):
        return Timing.LATER
    is_over = date.last_day is not None and date.last_day <= day
    is_going_on = date.open_end and date.start is not None and date.start.last <= day
    return Timing.BEFORE if is_over or is_going_on else Timing.PERHAPS


def turning_day(claim: Claim, references: CrossReferences) -> datetime.date | None:
    """Return the first day on which a claim is no longer later; None if it never is."""
    date = _date_of(claim, references)
    return max((end.first for end in _known_ends(date)), default=None) if date else None


def counts_by_source(claim: Claim) -> bool:
    """Return whether a claim counts by the date of the source that makes it, not by its own."""
    return claim.family in _MADE_BY_SOURCES


def _date_of(claim: Claim, references: CrossReferences) -> EdtfDate | None:
    if not counts_by_source(claim):
        return claim.date
    named = (name for c in claim.sources for name in (c.attributed_to or c.id, c.id))
    issued = [references.sources[name].issued for name in named if name in references.sources]
    return min((date for date in issued if date), key=lambda date: date.sort_key, default=None)


def _known_ends(date: EdtfDate) -> list[DatePoint]:
    """The ends before which it cannot have been; "before X" says only when it was over."""
    if date.start is None and not date.open_start:
        return []
    return [end for end in (date.start, date.end) if end is not None]
