"""What speaks against a claim: the claims that contradict it, undercut it or narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import RelationType, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

AGAINST = (RelationType.CONTRADICTS, RelationType.UNDERCUTS)
GONE = (Status.WITHDRAWN, Status.SUPERSEDED)
_KINDS = (RelationType.CONTRADICTS, RelationType.UNDERCUTS, RelationType.QUALIFIES)


def counter_claims(
    claim: Claim, references: CrossReferences
) -> tuple[tuple[RelationType, Claim], ...]:
    """Return what contradicts, undercuts or qualifies a claim, in this order, each claim once.

    A contradiction counts whichever of the two names it; the others only where they point here.
    What was withdrawn or superseded stands no longer, and so not against anything.
    """
    found: dict[str, RelationType] = {}
    incoming = [(one.type, one.source) for one in references.incoming(claim.id)]
    own = [(r.type, r.to) for r in claim.relations if r.type is RelationType.CONTRADICTS]
    for kind in _KINDS:
        for relation, other in (*own, *incoming):
            if relation is kind and other != claim.id and stands(other, references):
                found.setdefault(other, kind)
    return tuple((kind, references.claims[other]) for other, kind in found.items())


def stands(claim_id: str, references: CrossReferences) -> bool:
    """Return whether there is such a claim and it was neither withdrawn nor superseded."""
    claim = references.claims.get(claim_id)
    return claim is not None and claim.status not in GONE


def standing_status(claim: Claim, references: CrossReferences) -> Status:
    """Return its status; disputed too where it is current and another claim stands against it."""
    if claim.status is not Status.CURRENT:
        return claim.status
    if not claim.relations and not references.incoming(claim.id):
        return Status.CURRENT
    against = any(kind in AGAINST for kind, _ in counter_claims(claim, references))
    return Status.DISPUTED if against else Status.CURRENT


def contested(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the current claims that others contradict or undercut, in one pass."""
    standing = {claim.id: claim for claim in claims if claim.status not in GONE}
    found: set[str] = set()
    for claim in standing.values():
        for relation in claim.relations:
            if relation.type in AGAINST and relation.to != claim.id:
                found.add(relation.to)
                if relation.type is RelationType.CONTRADICTS and relation.to in standing:
                    found.add(claim.id)
    return frozenset(
        name for name in found if name in standing and standing[name].status is Status.CURRENT
    )
