"""Claims that share a date, an actor or a figure with a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.neighbours import ClaimNeighbours

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def references(shipped_briefing_path: Path) -> CrossReferences:
    return CrossReferences(load_briefing(shipped_briefing_path).briefing)


@pytest.fixture(scope="module")
def neighbours(references) -> ClaimNeighbours:
    return ClaimNeighbours(references)


def test_groups_are_what_the_claims_say(references, neighbours):
    claims = references.briefing.claims
    for claim in claims:
        others = [other for other in claims if other is not claim]
        dated = neighbours.on_date(claim, 100)
        same = {o.id for o in others if claim.date and o.date == claim.date}
        assert set(dated.nearest if dated else ()) == same
        groups = neighbours.by_actor(claim, 100)
        assert {group.shared: set(group.nearest) for group in groups} == {
            actor: found
            for actor in claim.actors
            if (found := {o.id for o in others if actor in o.actors})
        }
        assert [group.count for group in groups] == sorted(group.count for group in groups)


def test_the_nearest_in_the_text_come_first_and_the_rest_is_counted(references, neighbours):
    (ttp, pakistan) = neighbours.by_actor(references.claims["R18"], 4)
    assert (ttp.shared, ttp.nearest, ttp.count) == ("ttp", ("R16", "R17", "R19", "R20"), 15)
    assert pakistan.shared == "pakistan"
    first = neighbours.by_actor(references.claims["I1"], 4)
    assert first[-1].nearest[0] == "I4"  # nothing stands before it


def test_figures_are_compared_by_what_they_count(references, neighbours):
    (prisoners,) = neighbours.by_figure(references.claims["R18"], 4)
    assert (prisoners.shared, prisoners.nearest) == ("prisoners", ("R20",))
    assert neighbours.by_figure(references.claims["R12"], 4) == []
    assert neighbours.by_figure(references.claims["H1"], 4) == []
