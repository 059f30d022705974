"""What the briefing cannot tell, counted and worded."""

from __future__ import annotations

import pytest

from briefing_app.handout.limits_data import limits
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Availability, Source
from tests.handout.conftest import small_briefing


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


def known(*claims, **changes):
    return CrossReferences(small_briefing(claims=claims, **changes))


def limit_lines(*claims, **changes):
    return {line["term"]: line["text"] for line in limits(known(*claims, **changes))}


def test_limits_count_what_the_briefing_has():
    claims = (
        claim("C1", ClaimType.ASSESSMENT, sources=(Citation("s", further_source=True),)),
        claim(
            "C2", date=EdtfDate("2020"), sources=(Citation("s"), Citation("s", attributed_to="t"))
        ),
        claim("C3", ClaimType.GAP, relations=(Relation(RelationType.CONTRADICTS, "C2"),)),
        claim("C4", status=Status.WITHDRAWN),
    )
    sources = (
        Source("s", "report", title="A report"),
        Source("t", "report", title="Hidden", availability=Availability.LINK_NOT_AVAILABLE),
    )
    lines = limits(known(*claims, sources=sources))
    assert {line["term"]: line["text"] for line in lines} == {
        "Support": "Every sourced claim comes from one source, A report. "
        "1 of them has more than one origin.",
        "Grading": "Nobody says how confident the one judgement is.",
        "Pages not known": "1 of 3 claims rests on a page behind the source that is not known to "
        "us; an arrow\u00a0↗ marks them.",
        "Not looked up": "Named, but could not be looked up: Hidden.",
        "Dates": "2 of 3 claims have no date.",
        "Disagreement": "Claims that contradict or undercut one another stand side by side, "
        "undecided:",
        "Standing": "Disputed, superseded or withdrawn:",
        "Open questions": "The briefing itself says what is not known:",
        "The day": "Information as of 6\u00a0May\u00a02022. What came later is not known here, "
        "unless a claim says so.",
    }
    assert {line["term"]: line["ids"] for line in lines if line["ids"]} == {
        "Disagreement": ["C3", "C2"],
        "Standing": ["C4"],
        "Open questions": ["C3"],
    }


@pytest.mark.parametrize(
    ("claims", "term", "text"),
    [
        ((), "Support", None),
        ((claim(),), "Support", "No claim names a source."),
        ((claim(),), "Grading", None),
        ((claim(),), "Pages not known", None),
        ((claim(date=EdtfDate("2020")),), "Dates", None),
        (
            (claim(kind=ClaimType.ASSESSMENT), claim("C2", ClaimType.FORECAST)),
            "Grading",
            "None of the 2 judgements says how confident its author is.",
        ),
        (
            (
                claim(kind=ClaimType.ASSESSMENT, confidence=Confidence.LOW),
                claim("C2", ClaimType.FORECAST),
            ),
            "Grading",
            "1 of 2 judgements does not say how sure the author is.",
        ),
    ],
)
def test_limits_say_only_what_is_so(claims, term, text):
    assert limit_lines(*claims).get(term) == (text and text)
