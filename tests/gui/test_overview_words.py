"""The overview's counts: what rests on sources, how much there is to read."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app.gui.views import overview_words
from briefing_app.gui.views.cut_off_box import support_words
from briefing_app.model.briefing import Section
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge
from briefing_app.model.prose import Paragraph, RichText


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
