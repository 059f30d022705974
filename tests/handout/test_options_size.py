"""The type size of the option sheet."""

from __future__ import annotations

import pytest

from briefing_app.handout.handout_plan import Paper
from briefing_app.handout.options_size import SIZES_PT, options_layout


@pytest.mark.parametrize("paper", Paper)
def test_options_take_the_largest_type_that_needs_no_more_sheets(paper):
    def option(claims, letters=80):
        lines = [{"id": f"C{n}", "text": "x" * letters} for n in range(claims)]
        return {"title": "An option", "summary": "", "for": lines, "against": lines, "open": []}

    few = options_layout([option(2)] * 3, paper)
    assert few["size"] == SIZES_PT[0]
    assert few["breaks"] == [False] * 3
    some = options_layout([option(6)] * 3, paper)
    assert some["size"] < few["size"]
    tall = options_layout([option(60), option(1)], paper)
    assert tall["breaks"] == [True, False]
    assert options_layout([], paper)["breaks"] == []
