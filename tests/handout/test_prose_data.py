"""Prose as runs: marks behind their words, styles and links cut apart."""

from __future__ import annotations

import json

import pytest

from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import HandoutPlan
from briefing_app.model.briefing import Section
from briefing_app.model.claim import (
    Claim,
    ClaimType,
)
from briefing_app.model.prose import (
    Heading,
    Link,
    Paragraph,
    RichText,
    Style,
    StyleSpan,
)
from tests.handout.conftest import no_pictures, paragraph, small_briefing


def data(briefing, plan=None):
    return json.loads(handout_data(briefing, plan or HandoutPlan(), {}, no_pictures).document)


def first_runs(*blocks):
    section = Section("vote", "The vote", blocks)
    return data(small_briefing(sections=(section,)))["sections"][0]["blocks"][0]["runs"]


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("It was lost. And then", "was lost", "It was lost.", " And then"),
        ("It was lost, and then", "was lost", "It was lost,", " and then"),
        ("“It was lost.” And", "was lost", "“It was lost.”", " And"),
        ("It was lost and then", "was lost", "It was lost", " and then"),
        ("It was lost (so it is)", "was lost", "It was lost", " (so it is)"),
    ],
)
def test_a_mark_stands_behind_its_words_and_what_closes_them(text, words, before, after):
    runs = first_runs(paragraph(text, C1=words))
    at = next(n for n, run in enumerate(runs) if "m" in run)
    assert "".join(run["t"] for run in runs[:at]) == before
    assert "".join(run["t"] for run in runs[at + 1 :]) == after


def test_only_the_first_mark_is_the_place_that_the_table_names():
    section = Section("vote", "V", (paragraph("lost", 1, C1="lost"), paragraph("so", 2, C1="so")))
    blocks = data(small_briefing(sections=(section,)))["sections"][0]["blocks"]
    said = [run["said"] for block in blocks for run in block["runs"] if "m" in run]
    assert said == [["C1"], []]


def test_styles_and_links_are_cut_apart():
    text = RichText(
        "one two three",
        styles=(StyleSpan(0, 7, Style.EMPHASIS), StyleSpan(4, 13, Style.STRONG)),
        links=(Link(8, 13, "https://example.org"),),
    )
    assert first_runs(Paragraph(text, 1)) == [
        {"t": "one ", "s": ["emphasis"]},
        {"t": "two", "s": ["emphasis", "strong"]},
        {"t": " ", "s": ["strong"]},
        {"t": "three", "s": ["strong"], "u": "https://example.org"},
    ]


def test_no_heading_level_is_skipped():
    blocks = tuple(Heading(RichText(f"h{level}"), level) for level in (4, 2, 6, 3))
    section = Section("vote", "V", blocks)
    found = data(small_briefing(sections=(section,)))["sections"][0]["blocks"]
    assert [block["level"] for block in found] == [2, 2, 3, 3]


def test_a_note_is_given_once():
    section = Section("vote", "V", (paragraph("lost", 1, C1="lost"), paragraph("so", 2, C1="so")))
    briefing = small_briefing(sections=(section,), claims=(claim(note="mind this"),))
    blocks = data(briefing)["sections"][0]["blocks"]
    assert [block["margin"][0].get("note") for block in blocks] == ["mind this", None]
