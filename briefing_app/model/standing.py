"""What still counts: decided here, and by every count in the program in the same way.

A claim that was withdrawn or superseded no longer stands. It is still said where the text says it,
and listed where claims are listed, marked as what it is; but it counts for nothing: it bears
nothing out and stands against nothing, its sources and origins hold nothing up, it is no gap and
no judgement of the briefing's. A disputed claim stands, and so does one that was updated: somebody
still says it.

How many rows a list has (results, the filters over them, a table that is exported, what is greyed
in the text) is no such count: a list says how much is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import RelationType, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

AGAINST = (RelationType.CONTRADICTS, RelationType.UNDERCUTS)
_GONE = (Status.WITHDRAWN, Status.SUPERSEDED)


def stands(claim: Claim) -> bool:
    """Return whether a claim counts: it was neither withdrawn nor superseded."""
    return claim.status not in _GONE


def standing_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return those that count, in their order."""
    return tuple(claim for claim in claims if claim.status not in _GONE)


def standing_ids(ids: Iterable[str], references: CrossReferences) -> tuple[str, ...]:
    """Return the ids of those claims that are there and count, in their order, each once."""
    known = references.claims
    return tuple(i for i in dict.fromkeys(ids) if i in known and stands(known[i]))


def standing_status(claim: Claim, references: CrossReferences) -> Status:
    """Return its status; disputed too where it is current and another claim stands against it."""
    if claim.status is not Status.CURRENT:
        return claim.status
    incoming = references.incoming(claim.id)
    if not claim.relations and not incoming:
        return Status.CURRENT
    named = [r.to for r in claim.relations if r.type is RelationType.CONTRADICTS]
    named += [one.source for one in incoming if one.type in AGAINST]
    against = [name for name in named if name != claim.id]
    return Status.DISPUTED if standing_ids(against, references) else Status.CURRENT


def contested(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the current claims that others contradict or undercut, in one pass."""
    standing = {claim.id: claim for claim in standing_claims(claims)}
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
