"""Figures in words."""

from __future__ import annotations

import pytest

from briefing_app.model.claim import Figure, Qualifier
from briefing_app.model.figures import amount, in_words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("a", "incidents", 272), "272 incidents"),
        (Figure("a", "lives", 80_000, Qualifier.MORE_THAN), "more than 80,000 lives"),
        (Figure("a", "USD", 1e11, Qualifier.MORE_THAN), "more than US$100 billion"),
        (Figure("a", "PKR", 2.5e6, Qualifier.ABOUT), "about Rs2.5 million"),
        (Figure("a", "USD", 999, Qualifier.EXACTLY), "exactly US$999"),
        (Figure("a", "%", 12.5, Qualifier.AT_MOST), "at most 12.5%"),
        (Figure("a", "percent", 3, Qualifier.AT_LEAST), "at least 3%"),
        (Figure("a", "km", low=3, high=4.5, qualifier=Qualifier.ABOUT), "about 3–4.5 km"),
        (Figure("a", "degrees", -3, Qualifier.LESS_THAN), "less than -3 degrees"),
    ],
)
def test_in_words(figure: Figure, words: str):
    assert in_words(figure) == words


def test_short_money():
    assert amount(Figure("a", "USD", 1e11), short=True) == "US$100 bn"
