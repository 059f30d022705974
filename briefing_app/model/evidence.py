"""What stands for and against a claim: what the briefing relates to it, or else its option's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.claim import RelationType
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.standing import standing_ids

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_SUPPORT = (RelationType.SUPPORTS, RelationType.EXAMPLE_OF)


class Evidence(msgspec.Struct, frozen=True):
    """Ids of claims, each once; `by_option` where they are those of the claim's option."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()  # what its option leaves open: neither for nor against
    by_option: bool = False


def evidence(claim: Claim, references: CrossReferences) -> Evidence:
    """Return the claims for and against one, by the relations that the briefing gives.

    A claim without any that is put forward for an option is read with that option's other claims.
    """
    incoming = references.incoming(claim.id)
    supporting = [r.source for r in incoming if r.type in _SUPPORT]
    supporting += [r.to for r in claim.relations if r.type is RelationType.DERIVES_FROM]
    doubting = [other.id for _, other in counter_claims(claim, references)]
    unresolved: list[str] = []
    by_option = not supporting and not doubting
    if by_option:
        for option in references.options(claim.id):
            if claim.id in option.in_favour:
                supporting += option.in_favour
                doubting += option.against
                unresolved += option.unresolved
    against = standing_ids((i for i in doubting if i != claim.id), references)
    in_favour = standing_ids(
        (i for i in supporting if i != claim.id and i not in against), references
    )
    said = {claim.id, *against, *in_favour}
    left = standing_ids((i for i in unresolved if i not in said), references)
    return Evidence(in_favour, against, left, by_option)
