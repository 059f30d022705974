"""The dated claims of a briefing in bands, and what of their days is shown wide at first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.tabs.timeline.timeline_scale import fitted_frame
from briefing_app.model.timeline import dense_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.timeline import DatedClaim, Span

_MOST_ACTORS = 10  # bands; the rest share one
OTHERS = ""  # the band of claims that name no actor, or none of those who have a band


class Band(NamedTuple):
    """One row of the timeline: a section or an actor, with its claims in time order."""

    key: str
    title: str
    claims: tuple[DatedClaim, ...]


def dense_frame(claims: Sequence[DatedClaim], whole: Span) -> Span:
    """Return what to show wide at first: the end with most of the claims, if it is short."""
    first = dense_start(claims, whole)
    return whole if first is None else fitted_frame(first, whole.end, whole)


def bands_by_section(claims: Sequence[DatedClaim], references: CrossReferences) -> tuple[Band, ...]:
    """Return a band for each section that has dated claims, in the order of the briefing."""
    members: dict[str, list[DatedClaim]] = {name: [] for name in references.sections}
    for item in claims:
        members.setdefault(item.claim.section, []).append(item)
    titles = {name: section.title for name, section in references.sections.items()}
    return tuple(Band(k, titles.get(k, k), tuple(v)) for k, v in members.items() if v)


def bands_by_actor(
    claims: Sequence[DatedClaim], references: CrossReferences, others: str
) -> tuple[Band, ...]:
    """Return a band for each of those who act most; a claim lies in the band of each it names.

    `others` is the title of the last band: claims that name nobody, or nobody who has a band.
    """
    counts = Counter(actor for item in claims for actor in item.claim.actors)
    leading = [actor for actor, _ in counts.most_common(_MOST_ACTORS)]
    members: dict[str, list[DatedClaim]] = {actor: [] for actor in leading}
    members[OTHERS] = []
    for item in claims:
        for actor in [a for a in item.claim.actors if a in members] or [OTHERS]:
            members[actor].append(item)
    titles = {actor: references.name_of(actor) for actor in leading}
    titles[OTHERS] = others
    return tuple(Band(k, titles[k], tuple(v)) for k, v in members.items() if v)
