"""What speaks against a claim, whichever claim names the relation."""

from __future__ import annotations

from pathlib import Path

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.cross_references import CrossReferences

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
        "E5": [("contradicts", "E9")],
        "E9": [("contradicts", "E5")],
    }
