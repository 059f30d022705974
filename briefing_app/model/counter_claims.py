"""What speaks against a claim: the claims that contradict it, undercut it or narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import RelationType
from briefing_app.model.standing import standing_ids

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_KINDS = (RelationType.CONTRADICTS, RelationType.UNDERCUTS, RelationType.QUALIFIES)


def counter_claims(
    claim: Claim, references: CrossReferences
) -> tuple[tuple[RelationType, Claim], ...]:
    """Return what contradicts, undercuts or qualifies a claim, in this order, each claim once.

    A contradiction counts whichever of the two names it; the others only where they point here.
    """
    found: dict[str, RelationType] = {}
    incoming = [(one.type, one.source) for one in references.incoming(claim.id)]
    own = [(r.type, r.to) for r in claim.relations if r.type is RelationType.CONTRADICTS]
    for kind in _KINDS:
        for relation, other in (*own, *incoming):
            if relation is kind and other != claim.id:
                found.setdefault(other, kind)
    return tuple((found[i], references.claims[i]) for i in standing_ids(found, references))
