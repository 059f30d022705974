"""What the card of a key figure says."""

from __future__ import annotations

import pytest

from briefing_app.gui.tabs.overview.figure_card import counted_words
from briefing_app.model.claim import Figure


@pytest.mark.parametrize(
    ("name", "unit", "counted"),
    [
        ("terrorist incidents in Pakistan", "incidents", "terrorist incidents in Pakistan"),
        ("ships", "ships a year", "ships a year"),
        ("rise", "metres", "metres, rise"),
        ("damage", "USD", "damage"),
        ("share", "%", "share"),
    ],
)
def test_a_figure_says_its_unit(name, unit, counted):
    assert counted_words(Figure(name=name, unit=unit, value=3.2)) == counted
