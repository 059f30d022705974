"""Where in its sources a claim stands."""

from __future__ import annotations

import pytest

from briefing_app.handout.back_matter_data import id_range, shortened_ids
from briefing_app.handout.claim_table_data import claim_table
from briefing_app.handout.short_forms import short_form
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Locator,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Name, Source
from tests.handout.conftest import page_texts, printed, small_briefing


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


def known(*claims, **changes):
    return CrossReferences(small_briefing(claims=claims, **changes))


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], ""),
        (["H1"], "Claim H1"),
        (["H1", "H2", "H3"], "Claims H1–H3"),
        (["H9", "H10"], "Claims H9–H10"),
        (["H1", "H3"], "2 claims"),
        (["a.b", "a.c"], "2 claims"),
    ],
)
def test_id_range(ids, expected):
    assert id_range(ids) == expected


def test_shortened_ids():
    assert shortened_ids(["A", "B"]) == "A B"
    assert shortened_ids([f"A{n}" for n in range(14)]).endswith("A11 and 2 more")


def located(claim_id, section, paragraph="1", source="s"):
    return claim(
        claim_id, sources=(Citation(source, Locator(section=section, paragraph=paragraph)),)
    )


@pytest.mark.parametrize(
    ("places", "codes", "where"),
    [
        (["Lead", "Background"], [], ["Lead, ¶1", "Background, ¶1"]),
        (
            ["Lead", "The Taliban’s Takeover"],
            ["L", "T"],
            ["L ¶1", "T ¶1"],
        ),
        (["A long first part", "A long second part"], ["A", "B"], ["A ¶1", "B ¶1"]),
    ],
)
def test_places_in_the_only_source(places, codes, where):
    claims = [located(f"C{n}", place) for n, place in enumerate(places)]
    table = claim_table(claims, known(*claims))
    assert [place["code"] for place in table["places"]] == codes
    assert [row["where"] for group in table["claim_groups"] for row in group["rows"]] == where
    assert table["only_source"] == "A report"


def test_places_in_several_sources_name_them():
    claims = [located("C1", "Lead"), located("C2", "Lead", source="t")]
    sources = (Source("s", "report", title="One"), Source("t", "report", title="Two"))
    table = claim_table(claims, known(*claims, sources=sources))
    rows = [row["where"] for group in table["claim_groups"] for row in group["rows"]]
    assert rows == ["One, Lead, ¶1", "Two, Lead, ¶1"]
    assert table["places"] == []


PANEL = "Intergovernmental Panel on Climate Change"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Ahmed 2022", "Ahmed 2022"),
        (f"{PANEL} 2022", "IPCC 2022"),
        (f"{PANEL}, 2022b", "IPCC 2022b"),
        ("South Asia Terrorism Portal (SATP)", "SATP"),
        ("the government’s yearly account 2021", "the governmen… 2021"),
        ("Rindfleischetikettierungsgesetz 2013", "Rindfleischet… 2013"),
    ],
)
def test_short_forms(name, form):
    assert short_form(name) == form


def test_long_names_of_several_sources_stand_in_full_once():
    """In the table by their short forms, which the list of sources explains."""
    sources = (
        Source("a", "report", title="A", author=(Name(literal=PANEL),), issued=EdtfDate("2022")),
        Source("b", "report", title="B", author=(Name(literal=PANEL),), issued=EdtfDate("2022")),
        Source("c", "report", title="C", citation_label="Ahmed 2022"),
    )
    claims = [located("C1", "", "3", "a"), located("C2", "", "4", "b"), located("C3", "", "5", "c")]
    references = known(*claims, sources=sources)
    table = claim_table(claims, references)
    places = [row["where"] for group in table["claim_groups"] for row in group["rows"]]
    assert places == ["IPCC 2022-a, ¶3", "IPCC 2022-b, ¶4", "Ahmed 2022, ¶5"]
    assert table["short_names"]
    assert table["places"] == []
    alone = claim_table(claims, references, with_sources=False)
    assert [place["code"] for place in alone["places"]] == ["IPCC 2022-a", "IPCC 2022-b"]
    pages = " ".join("".join(page_texts(printed(references.briefing))).split())
    start = pages.index("Claim table All")
    assert pages[start:].count(PANEL) == 2  # each in its reference
