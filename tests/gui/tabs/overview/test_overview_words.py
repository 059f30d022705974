"""The overview's counts: what rests on sources, how much there is to read."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app import paths
from briefing_app.gui.tabs.overview import overview_words
from briefing_app.gui.tabs.overview.cut_off_box import support_words
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.briefing import Section
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge
from briefing_app.model.prose import Paragraph, RichText


@pytest.fixture(scope="module")
def briefing():
    return load_briefing(paths.shipped_briefing()).briefing


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (LimitsOfKnowledge(71, 12, 0, 0, 0, 0, 0, ()), "71 claims from 12 sources"),
        (
            LimitsOfKnowledge(126, 12, 0, 0, 0, 0, 0, (), 5),
            "126 claims, 121 of them from 12 sources",
        ),
        (
            LimitsOfKnowledge(5000, 12, 0, 0, 0, 0, 0, (), 1000),
            "5,000 claims, 4,000 of them from 12 sources",
        ),
    ],
)
def test_claims_without_a_source_are_not_counted_to_the_sources(briefing, limits, said):
    assert support_words(CrossReferences(briefing), limits)[0] == said


@pytest.mark.parametrize(
    ("words", "said"), [(0, "2 min"), (230 * 40, "80 min"), (230 * 150, "about 5 hours")]
)
def test_long_reading_is_told_in_hours(briefing, words, said):
    text = RichText(" ".join(["word"] * words))
    section = Section("s", "S", (Paragraph(text, 1),))
    other = msgspec.structs.replace(section, id="t")
    long = msgspec.structs.replace(briefing, sections=(section, other))
    assert overview_words.reading_words(long) == f"{said} to read"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (LimitsOfKnowledge(0, 0, 0, 0, 0, 0, 0, ()), []),
        (LimitsOfKnowledge(3, 3, 3, 1, 0, 0, 0, ()), []),
        (
            LimitsOfKnowledge(2, 1, 0, 1, 1, 1, 1, ("G1",)),
            [
                "1 claim rests on a page whose address we do not have.",
                "The one judgement has no stated confidence.",
                "No claim has more than one origin.",
                "1 claim carries no date.",
                "1 claim names a gap:",
            ],
        ),
        (LimitsOfKnowledge(3, 1, 3, 0, 0, 0, 0, (), 1), ["1 claim names no source."]),
        (
            LimitsOfKnowledge(5000, 1, 1, 0, 0, 0, 0, (), 1200, 2, 1),
            [
                "1,200 claims name no source.",
                "4,999 of 5,000 claims have no second origin.",
                "2 claims are disputed; 1 was withdrawn or replaced.",
            ],
        ),
        (
            LimitsOfKnowledge(2, 1, 2, 0, 0, 0, 0, (), 0, 0, 2),
            ["2 claims were withdrawn or replaced."],
        ),
        (LimitsOfKnowledge(2, 1, 2, 0, 0, 0, 0, (), 0, 1), ["1 claim is disputed."]),
        (
            LimitsOfKnowledge(9, 4, 5, 4, 2, 3, 2, ("G1", "G2")),
            [
                "3 claims rest on pages whose address we do not have.",
                "2 of 4 judgements have no stated confidence.",
                "4 of 9 claims have no second origin.",
                "2 claims carry no date.",
                "2 claims name gaps:",
            ],
        ),
    ],
)
def test_limits_are_told_only_where_the_counts_bear_them_out(counts, expected):
    assert [detail for _, detail in overview_words.limit_lines(counts)] == expected
