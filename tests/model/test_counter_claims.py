"""What speaks against a claim, whichever claim names the relation."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.briefing import Briefing
from briefing_app.model.claim import Claim, ClaimType, Relation, RelationType, Status
from briefing_app.model.claim_lens import Lens, Only, see
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.evidence import evidence
from briefing_app.model.standing import contested

EVERYTHING = Path(__file__).parents[1] / "fixtures" / "valid" / "everything"


def test_contradictions_count_both_ways_and_the_rest_where_it_points():
    briefing = load_briefing(EVERYTHING).briefing
    references = CrossReferences(briefing)
    found = {
        name: [(kind.value, other.id) for kind, other in counter_claims(claim, references)]
        for name, claim in references.claims.items()
    }
    assert {name: pairs for name, pairs in found.items() if pairs} == {
        "E2": [("qualifies", "E6")],
        "E3": [("undercuts", "E6")],
        "E5": [("contradicts", "E8")],
        "E8": [("contradicts", "E5")],
    }


@pytest.mark.parametrize(
    ("status", "counted"),
    [("current", True), ("disputed", True), ("updated", True), ("superseded", False),
     ("withdrawn", False)],
)  # fmt: skip
def test_what_was_taken_back_stands_against_nothing_and_bears_nothing_out(status, counted):
    names = ("OWN", "AGAINST", "FOR")
    kinds = (None, RelationType.CONTRADICTS, RelationType.SUPPORTS)
    claims = tuple(
        Claim(
            name, "s", ClaimType.ASSESSMENT, "A sentence.",
            status=Status(status if kind else "current"),
            relations=(Relation(kind, "OWN"),) if kind else (),
        )
        for name, kind in zip(names, kinds, strict=True)
    )  # fmt: skip
    references = CrossReferences(
        Briefing("b", "B", "en", "1", EdtfDate("2026"), EdtfDate("2026"), (), (), claims)
    )
    found = evidence(claims[0], references)
    assert found.against == (("AGAINST",) if counted else ())
    assert found.in_favour == (("FOR",) if counted else ())


def test_what_is_contested_is_what_the_lens_calls_disputed():
    everything = load_briefing(EVERYTHING).briefing
    relation = Relation(RelationType.UNDERCUTS, "E1")
    against = Claim("X", "facts", ClaimType.FACT, "No.", relations=(relation,))
    gone = Claim(
        "Y", "facts", ClaimType.FACT, "No.", status=Status.WITHDRAWN,
        relations=(Relation(RelationType.CONTRADICTS, "E2"),),
    )  # fmt: skip
    briefing = msgspec.structs.replace(everything, claims=(*everything.claims, against, gone))
    references = CrossReferences(briefing)
    seen = see(references, Lens(Only.DISPUTED)).lit
    by_status = {claim.id for claim in briefing.claims if claim.status is Status.DISPUTED}
    assert contested(briefing.claims) == seen - by_status == {"E1", "E3", "E5"}
