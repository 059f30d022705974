"""Whatever leaves the program says how sure it is, how it stands, and what stands against it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from briefing_app.export.citation import CitationStyle, citation_text, references
from briefing_app.export.exports import exported
from briefing_app.export.formats import CSV, JSON_LD, MARKDOWN
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Likelihood,
    Locator,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.source import Name, Source
from tests.handout.conftest import small_briefing

FORECAST = Claim(
    "F1", "vote", ClaimType.FORECAST, "The dam will fail.",
    likelihood=Likelihood.VERY_UNLIKELY, horizon=EdtfDate("2027-02"),
    confidence=Confidence.HIGH, basis="An inspection.",
    sources=(Citation("s", Locator(page="31"), attributed_to="minister", further_source=True),),
)  # fmt: skip
CLAIMS = (
    FORECAST,
    Claim("X1", "vote", ClaimType.FACT, "It leaks.",
          relations=(Relation(RelationType.UNDERCUTS, "F1", "A letter."),)),
    Claim("X2", "vote", ClaimType.FACT, "It broke.", status=Status.WITHDRAWN,
          relations=(Relation(RelationType.CONTRADICTS, "F1"),)),
)  # fmt: skip
BRIEFING = small_briefing(
    claims=CLAIMS, entities=(Entity("minister", EntityKind.PERSON, "Anna Kellis"),)
)


@pytest.mark.parametrize(
    ("claim_id", "kind"),
    [
        ("F1", "forecast, very unlikely by Feb 2027, high confidence; against it X1"),
        ("X1", "fact"),
        ("X2", "fact, withdrawn; against it F1"),
    ],
)
def test_a_copied_claim(claim_id: str, kind: str) -> None:
    claim = next(claim for claim in CLAIMS if claim.id == claim_id)
    plain, rich = citation_text(claim, BRIEFING)
    assert f"Claim {claim_id} ({kind}) in “A small briefing”" in plain
    assert f"Claim {claim_id} ({kind}) in" in rich


def test_markdown() -> None:
    text = exported(BRIEFING, MARKDOWN).decode()
    assert (
        "*(forecast, very unlikely by Feb 2027, high confidence)* — A report, p. 31, attributed to "
        "Anna Kellis, further source behind it. Basis: An inspection. Against it: undercut by X1."
    ) in text
    assert "It broke. *(fact, withdrawn)*" in text


def test_csv() -> None:
    document = exported(BRIEFING, CSV).decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(document))}
    assert rows["F1"]["against"] == "X1 undercuts"
    assert rows["F1"]["attributed_to"] == "Anna Kellis"
    assert rows["F1"]["origins"] == "A report"
    assert rows["X2"]["against"] == "F1 contradicts"
    assert rows["X1"]["against"] == rows["X1"]["attributed_to"] == ""


def test_json_ld() -> None:
    graph = json.loads(exported(BRIEFING, JSON_LD))["@graph"]
    records = {record["@id"].partition("#")[2]: record for record in graph}
    (relation,) = records["claim-X1"]["additionalProperty"]
    assert relation["name"] == "undercuts"
    assert relation["description"] == "A letter."
    assert relation["valueReference"]["@id"].endswith("#claim-F1")
    (citation,) = records["claim-F1"]["citation"]
    assert citation["description"] == "points to a further page that cannot be named"


PAPER = Source(
    "courier", "article-newspaper", title="Orsel waits", container_title="The Courier", page="1-4",
    author=(Name("Marant", "Ilse"),), issued=EdtfDate("2026-11-14"),
)  # fmt: skip
STUDY = Source(
    "study", "article-journal", title="Floods", container_title="Rivers", page="1-18",
    author=(Name("Vrana", "Lidia"),), issued=EdtfDate("2021"),
)  # fmt: skip
RADIO = Source(
    "radio", "broadcast", title="Morning programme", publisher="Radio Velna",
    issued=EdtfDate("2026-11-13/2026-11-15"),
)  # fmt: skip
DAYS = {  # 13 to 15 November, as the style orders the parts
    "chicago-author-date": "2026. Aired November 13–15, on",
    "apa": "(2026, November 13–15)",
    "ieee": "Nov. 13–15, 2026",
    "mla": "13–15 Nov. 2026",
}


@pytest.mark.parametrize("style", CitationStyle)
def test_references_say_what_is_there_and_no_more(style: CitationStyle) -> None:
    found = references([PAPER, STUDY, RADIO], style)
    assert "dition" not in found["courier"].text
    assert "1–18" in found["study"].text
    assert "Radio Velna" in found["radio"].text
    assert DAYS[style] in found["radio"].text


def test_an_edition_keeps_its_label() -> None:
    late = Source(
        "late", "article-newspaper", title="Orsel waits", container_title="The Courier",
        issued=EdtfDate("2026-11-14"), edition="Late",
    )  # fmt: skip
    assert "Late Edition" in references([late])["late"].text
