"""What the margin says of a claim."""

from __future__ import annotations

import pytest

from briefing_app.handout.marginalia import margin_entry
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Likelihood,
    Status,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Source
from tests.handout.conftest import small_briefing


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


def known(*claims, **changes):
    return CrossReferences(small_briefing(claims=claims, **changes))


@pytest.mark.parametrize(
    ("fields", "kind", "rest"),
    [
        ({}, "fact", None),
        ({"date": EdtfDate("2021-11")}, "fact", "Nov\u00a02021"),
        (
            {"kind": ClaimType.STATEMENT, "sources": (Citation("s", attributed_to="t"),)},
            "statement",
            "via The Times",
        ),
        ({"status": Status.DISPUTED}, "fact, disputed", None),
        ({"sources": (Citation("s", attributed_to="t"),)}, "fact", "via The Times"),
        (
            {"kind": ClaimType.FORECAST, "likelihood": Likelihood.EVEN},
            "forecast, roughly even chance",
            None,
        ),
        (
            {"kind": ClaimType.ASSESSMENT, "confidence": Confidence.HIGH},
            "assessment, high confidence",
            None,
        ),
        ({"kind": ClaimType.ASSESSMENT, "confidence": Confidence.NOT_STATED}, "assessment", None),
    ],
)
def test_margin_note(fields, kind, rest):
    times = Source("t", "article-newspaper", title="The Times", citation_label="The Times")
    one = claim(**fields)
    note = margin_entry(one, known(one, sources=(times,)), with_note=True)
    assert (note["kind"], note.get("rest")) == (kind, rest)
    assert note["ink"] is (one.type is not ClaimType.FACT)
