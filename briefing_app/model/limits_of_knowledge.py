"""What a briefing cannot tell its reader, counted from its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.model.claim_lens import Only, matches
from briefing_app.model.origins import origins
from briefing_app.model.standing import standing_claims

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences


class LimitsOfKnowledge(msgspec.Struct, frozen=True):
    """The counts behind "what this briefing does not know", all of claims that still stand."""

    claims: int
    sources_cited: int  # sources that claims rest on directly
    multiple_origins: int  # claims with more than one origin
    judgements: int
    judgements_ungraded: int
    further_sources: int  # claims resting on pages we cannot name
    undated: int
    gaps: tuple[str, ...]  # ids of claims that say what is not known
    unsourced: int = 0  # claims that name no source
    disputed: int = 0  # by their status, or because another claim stands against them
    taken_back: int = 0  # withdrawn or superseded, and so in none of the other counts


def limits_of_knowledge(references: CrossReferences) -> LimitsOfKnowledge:
    """Return the counts; nothing in them is a judgement of ours."""
    claims, sources = standing_claims(references.briefing.claims), references.sources
    judged = [claim for claim in claims if claim.family is Family.JUDGED]
    graded = (Confidence.LOW, Confidence.MODERATE, Confidence.HIGH)
    return LimitsOfKnowledge(
        claims=len(claims),
        sources_cited=len({citation.id for claim in claims for citation in claim.sources}),
        multiple_origins=sum(len(origins(claim, sources)) > 1 for claim in claims),
        judgements=len(judged),
        judgements_ungraded=sum(claim.confidence not in graded for claim in judged),
        further_sources=sum(claim.further_source for claim in claims),
        undated=sum(claim.date is None for claim in claims),
        gaps=tuple(claim.id for claim in claims if claim.type is ClaimType.GAP),
        unsourced=sum(not claim.sources for claim in claims),
        disputed=sum(matches(claim, references, Only.DISPUTED) for claim in claims),
        taken_back=len(references.briefing.claims) - len(claims),
    )
