"""Who is named in the same claims, and whether as the one who acts or as the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import Family
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.entity_claims import Companion, EntityClaims, Tie

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def entity_claims(shipped_briefing_path: Path) -> EntityClaims:
    return EntityClaims(CrossReferences(load_briefing(shipped_briefing_path).briefing))


def companion(entity_claims: EntityClaims, one: str, other: str) -> Companion:
    return next(c for c in entity_claims.companions(one) if c.entity.id == other)


@pytest.mark.parametrize(
    ("one", "other", "claims", "family", "tie"),
    [
        ("ttp", "pakistan", 13, Family.REPORTED, Tie.BOTH_ACT),
        ("ttp", "swat", 1, Family.SAID, Tie.ACTS_THERE),  # R21
        ("swat", "ttp", 1, Family.SAID, Tie.ACTS_HERE),
        ("swat", "dir", 1, Family.SAID, Tie.BOTH_PLACES),
        ("iskp", "peshawar", 1, Family.REPORTED, Tie.ACTS_THERE),  # R11
        ("pashtunwali", "al-qaeda", 1, Family.JUDGED, Tie.BOTH_ACT),  # H16
    ],
)
def test_a_tie_is_what_most_shared_claims_say(entity_claims, one, other, claims, family, tie):
    found = companion(entity_claims, one, other)
    assert found[1:] == (claims, family, tie)


def test_companions_come_by_shared_claims_and_the_entity_is_none_of_them(entity_claims):
    found = entity_claims.companions("pakistan")
    counts = [one.claims for one in found]
    assert counts == sorted(counts, reverse=True)
    assert "pakistan" not in {one.entity.id for one in found}
    assert entity_claims.companions("nobody") == ()
