"""Where a claim comes from in the end: the distinct origins behind the sources that it cites.

What is told twice does not count twice: not the source that only hands on another one
(`attributed_to`), not the one through which another is known (`cited_by`), and not the second
source that quotes the same person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source


def origins(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the ids of the origins behind a claim; none if it names no source.

    A person whom one source reports is no origin beside it: what they said, we have from it alone.
    A person whom several sources report is one origin in their place.
    """
    speakers: dict[str, set[str]] = {}  # by origin; "" where it speaks for itself
    for citation in claim.sources:
        behind = citation.attributed_to
        if behind in sources:
            speakers.setdefault(behind, set()).add("")
        else:
            speakers.setdefault(citation.id, set()).add(behind)
    if len(speakers) < 2:
        return tuple(speakers)
    relays = {relay for name in speakers for relay in relays_of(name, sources)}
    furthest = [name for name in speakers if name not in relays] or list(speakers)[:1]
    return tuple(_each_speaker_once(furthest, speakers))


def relays_of(source_id: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return through whom a source is known, the one that cites it first; a circle ends it."""
    found: dict[str, None] = {}
    name = sources[source_id].cited_by if source_id in sources else ""
    while name in sources and name not in found and name != source_id:
        found[name] = None
        name = sources[name].cited_by
    return tuple(found)


def _each_speaker_once(names: list[str], speakers: Mapping[str, set[str]]) -> list[str]:
    """Put one speaker in the place of all that do nothing but report him or her."""
    found: dict[str, None] = {}
    for name in names:
        others = [other for other in names if other != name and "" not in speakers[other]]
        shared = {who for other in others for who in speakers[name] & speakers[other]}
        found[min(shared) if shared and "" not in speakers[name] else name] = None
    return list(found)
