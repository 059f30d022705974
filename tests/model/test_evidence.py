"""What stands for and against a claim, in the window and on paper alike."""

from __future__ import annotations

from briefing_app.model.claim import Claim, ClaimType, Relation, RelationType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.evidence import Evidence, evidence
from briefing_app.model.option import PolicyOption, Standing
from tests.handout.conftest import small_briefing


def claim(claim_id, **fields):
    return Claim(claim_id, "vote", ClaimType.FACT, f"{claim_id} is so.", **fields)


def known(*claims, **changes):
    return CrossReferences(small_briefing(claims=claims, **changes))


def test_evidence_comes_from_the_relations():
    key = claim("K1", relations=(Relation(RelationType.DERIVES_FROM, "C2"),))
    others = (
        claim("C1", relations=(Relation(RelationType.SUPPORTS, "K1"),)),
        claim("C2"),
        claim("C3", relations=(Relation(RelationType.UNDERCUTS, "K1"),)),
        claim("C4", relations=(Relation(RelationType.SAME_AS, "K1"),)),
    )
    assert evidence(key, known(key, *others)) == Evidence(("C1", "C2"), ("C3",))


def test_a_judgement_without_relations_is_read_with_its_option():
    claims = [claim(name) for name in ("K1", "C1", "C2", "C3")]
    option = PolicyOption("o", "O", Standing.AUTHOR, "", ("K1", "C1"), ("C2",), ("C3", "gone"))
    assert evidence(claims[0], known(*claims, options=(option,))) == Evidence(
        ("C1",), ("C2",), ("C3",), by_option=True
    )
