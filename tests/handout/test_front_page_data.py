"""Key judgements with their evidence, key figures, and what the briefing rests on."""

from __future__ import annotations

import pytest

from briefing_app.handout.front_page_data import figure_cards, grading, rests_on
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Qualifier,
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
    ("fields", "expected"),
    [
        ({"kind": ClaimType.ASSESSMENT}, "Assessment; confidence not stated, no source named"),
        (
            {"kind": ClaimType.ASSESSMENT, "confidence": Confidence.LOW},
            "Assessment; confidence low, no source named",
        ),
        (
            {"kind": ClaimType.RECOMMENDATION, "sources": (Citation("s"),)},
            "Recommendation; 1 origin",
        ),
        (
            {"sources": (Citation("s"), Citation("s", attributed_to="t"), Citation("u"))},
            "Fact; 2 origins",
        ),
    ],
)
def test_grading(fields, expected):
    assert grading(claim(**fields), known()) == expected


def test_key_figures_are_worded_by_their_data():
    claims = (
        claim(
            "C1",
            figures=(Figure("damage", "USD", 1e11, Qualifier.MORE_THAN), Figure("x", "y", 1.0)),
            date=EdtfDate("2001/2021"),
            sources=(Citation("s"),),
        ),
        claim("C2", ClaimType.STATEMENT, figures=(Figure("prisoners", "people", 102.0),)),
        claim("C3", figures=(Figure("spread", "percent", low=3.0, high=5.0),)),
        claim("C4", figures=(Figure("nothing", "people"),)),
    )
    cards = figure_cards(known(*claims))
    assert [(c["id"], c["qualifier"], c["amount"], c["label"], c["date"]) for c in cards] == [
        ("C1", "more than", "US$100\u00a0bn", "damage", "2001–2021"),
        ("C2", "as stated", "102", "people, prisoners", ""),
        ("C3", "", "3–5%", "spread", ""),
    ]


@pytest.mark.parametrize(
    ("sources", "cited", "expected"),
    [
        ((), (), "no named source"),
        ((Source("s", "report"),), ("s",), "1 report"),
        ((Source("s", "report"), Source("t", "report")), ("s", "t"), "2 reports"),
        (
            (Source("s", "post", genre="Opinion article"), Source("t", "book", cited_by="s")),
            ("s",),
            "1 opinion article; 1 source behind it is named",
        ),
        (
            tuple(Source(t, t) for t in ("book", "report", "thesis", "webpage")),
            ("book", "report", "thesis", "webpage"),
            "4 sources",
        ),
    ],
)
def test_rests_on(sources, cited, expected):
    one = claim(sources=tuple(Citation(i) for i in cited))
    assert rests_on(known(one, sources=sources)) == expected
