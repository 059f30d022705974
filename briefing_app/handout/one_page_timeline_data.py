"""The timeline of the one-page form as plain data: the most telling dated events on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.handout.printable_text import shortened
from briefing_app.handout.timeline_data import timeline
from briefing_app.model.claim import ClaimType
from briefing_app.model.standing import standing_claims

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_MOST_EVENTS = 12
_LABEL_LETTERS = 45  # as long as labels are meant to be
_LATE_SHARE = 0.5  # of the events: they are picked from both ends by turns
_EARLY_SHARE = 0.45  # of the line, for what comes before the dense end


def timeline_strip(cross_references: CrossReferences) -> dict[str, Any] | None:
    """Return at most twelve dated events; None if fewer than two have a date.

    Places are shares of the line's width. `rank` says which events to keep where there is no room
    for all: 0 is kept longest.
    """
    events = _events(cross_references)
    ranks = {claim.id: rank for rank, claim in enumerate(events[:_MOST_EVENTS])}
    claims = [_briefly(claim) for claim in events[:_MOST_EVENTS]]
    record = timeline(claims, cross_references, dense_share=_LATE_SHARE)
    if record is None:
        return None
    scales = record["scales"]
    breaks = len(scales) > 1
    parts = [(scales[0], 0.0, _EARLY_SHARE, scales[0]["lens"][0])] if breaks else []
    parts.append((scales[-1], _EARLY_SHARE if breaks else 0.0, 1.0, 1.0))
    strip: dict[str, Any] = {
        "events": len(events),
        "ticks": [],
        "rows": [],
        "break": _EARLY_SHARE if breaks else None,
        "cut_off_words": record["cut_off"],
    }
    for scale, start, end, upto in parts:
        factor = (end - start) / upto
        ticks = [tick for tick in scale["ticks"] if tick["at"] < upto]
        strip["ticks"] += [{**tick, "at": start + tick["at"] * factor} for tick in ticks]
        strip["rows"] += [
            {
                **row,
                "from": start + min(row["from"], upto) * factor,
                "to": start + min(row["to"], upto) * factor,
                "rank": ranks[row["id"]],
            }
            for row in scale["rows"]
        ]
        strip["cut_off"] = None if scale["cut_off"] is None else start + scale["cut_off"] * factor
    return strip


def _briefly(claim: Claim) -> Claim:
    words = shortened(claim.label or claim.text.rstrip("."), _LABEL_LETTERS)
    return msgspec.structs.replace(claim, label=words)


def _events(cross_references: CrossReferences) -> list[Claim]:
    """The dated events that were not taken back, in the order in which they are to be kept.

    A day or year is named once before another event of it is; of events alike the last and the
    first come before those between them.
    """
    briefing = cross_references.briefing
    dated = [
        c
        for c in standing_claims(briefing.claims)
        if c.date is not None and c.type is ClaimType.EVENT
    ]
    dated.sort(key=lambda claim: claim.date.sort_key if claim.date else ())
    ends_first = [claim for pair in zip(reversed(dated), dated, strict=True) for claim in pair]
    ends_first = list(dict.fromkeys(ends_first))
    seen: set[str] = set()
    again = set()
    for claim in sorted(ends_first, key=lambda claim: not claim.label):
        words = claim.date.text if claim.date else ""
        if words in seen:
            again.add(claim.id)
        seen.add(words)
    return sorted(ends_first, key=lambda claim: (claim.id in again, not claim.label))
