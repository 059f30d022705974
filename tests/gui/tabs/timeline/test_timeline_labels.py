"""What a mark on the timeline says: its label, and how the claim stands, as on paper."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app.gui.tabs.timeline.timeline_marks import claim_words, short_label
from briefing_app.handout.timeline_data import timeline
from briefing_app.model.claim import Relation, RelationType, Status
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate


def test_labels(briefing):
    known = CrossReferences(briefing)
    claim = known.claims["H1"]
    assert short_label(claim, known) == claim.label
    bare = msgspec.structs.replace(claim, label="", text="One two three. " * 9)
    assert short_label(bare, known) == "One two three. One two three. One two…"
    doubtful = msgspec.structs.replace(claim, label="Rain", date=EdtfDate("1992%"))
    assert short_label(doubtful, known) == "Rain (about) (uncertain)"


@pytest.mark.parametrize(
    ("status", "against", "told"),
    [
        ("current", "", ""),
        ("current", "current", "disputed"),
        ("current", "withdrawn", ""),
        ("withdrawn", "current", "withdrawn"),
        ("superseded", "", "superseded"),
    ],
)
def test_window_and_paper_tell_how_a_claim_stands_by_one_rule(briefing, status, against, told):
    claim = next(claim for claim in briefing.claims if claim.id == "H1")
    one = msgspec.structs.replace(claim, label="Rain", status=Status(status))
    no = Relation(RelationType.CONTRADICTS, "H1")
    other = msgspec.structs.replace(
        claim, id="X1", relations=(no,) if against else (), status=Status(against or "current")
    )
    known = CrossReferences(msgspec.structs.replace(briefing, claims=(one, other)))
    label = f"Rain [{told}]" if told else "Rain"
    assert short_label(one, known) == label
    (scale,) = timeline((one, other), known)["scales"]
    assert scale["rows"][0]["label"] == label
    kind = f"event, reported{f', {told}' if told else ''}. "
    assert kind in claim_words(one, known).lower()
