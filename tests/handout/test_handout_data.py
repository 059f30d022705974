"""What a plan leaves out and brings along."""

from __future__ import annotations

import json

import pytest

from briefing_app.export.citation import references
from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import Depth, HandoutPlan
from briefing_app.model.briefing import Section
from briefing_app.model.claim import (
    Claim,
    ClaimType,
)
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Source
from tests.handout.conftest import no_pictures, paragraph, small_briefing


def data(briefing, plan=None):
    return json.loads(handout_data(briefing, plan or HandoutPlan(), {}, no_pictures).document)


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


def test_a_chosen_section_brings_the_claims_it_speaks_of():
    sections = (
        Section("vote", "V", (paragraph("lost", C1="lost"),)),
        Section("other", "O", (paragraph("and so", C2="so"),)),
    )
    claims = (claim(), Claim("C2", "third", ClaimType.FACT, "So."), claim("C9"))
    briefing = small_briefing(sections=sections, claims=claims, summary=())
    document = data(briefing, HandoutPlan(sections=("other",)))
    assert [section["title"] for section in document["sections"]] == ["O"]
    assert document["listed"] == ["C2"]
    assert "chosen by whoever printed it" in str(document["about"])


def test_the_one_page_form_has_no_text():
    document = data(small_briefing(), HandoutPlan(depth=Depth.ONE_PAGE))
    assert "sections" not in document
    assert document["front"]["summary"]["blocks"]


@pytest.mark.parametrize("wanted", [True, False])
def test_the_one_page_form_has_a_timeline_if_it_is_wanted(wanted):
    claims = tuple(
        Claim(f"C{year}", "vote", ClaimType.EVENT, "So.", date=EdtfDate(str(year)))
        for year in (1950, 1960)
    )
    plan = HandoutPlan(depth=Depth.ONE_PAGE, timeline=wanted)
    assert bool(data(small_briefing(claims=claims), plan)["strip"]) is wanted


@pytest.mark.parametrize(
    ("title", "turned"), [("گزارش شورای امنیت", True), ("Report on طالبان", False)]
)
def test_a_reference_runs_as_it_begins(title, turned):
    """Else its full stops and its year stand on the wrong side of its words."""
    source = Source("s", "report", title=title, issued=EdtfDate("2020"))
    briefing = small_briefing(sources=(source,))
    listed = references(briefing.sources)
    document = handout_data(briefing, HandoutPlan(), listed, no_pictures).document
    (entry,) = json.loads(document)["sources"]
    assert ("p" in entry["runs"][0]) is turned
    records = entry["runs"][0]["runs"] if turned else entry["runs"]
    words = "".join(record["t"] for record in records)
    assert title in words
    assert "2020" in words
