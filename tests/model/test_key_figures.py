"""Which figures come first: the author's judgements, then the text; one a claim, six at most."""

from __future__ import annotations

import pytest

from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim, ClaimType, Figure, Status
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.key_figures import key_figures

ONE, TWO = Figure("first", "votes", 1.0), Figure("second", "votes", low=2.0)
WORDS = Figure("no number", "votes")


def claim(claim_id: str, *figures: Figure, section: str = "a", status: str = "current") -> Claim:
    kind = ClaimType.STATISTIC
    return Claim(claim_id, section, kind, "So.", figures=figures, status=Status(status))


@pytest.mark.parametrize(
    ("claims", "keys", "expected"),
    [
        ((), (), []),
        ((claim("A", ONE, TWO),), (), ["A first"]),
        ((claim("A", WORDS, TWO), claim("B", WORDS)), (), ["A second"]),
        ((claim("A", ONE), claim("B", ONE)), ("B", "none", "B"), ["B first", "A first"]),
        ((claim("B", ONE, section="b"), claim("A", ONE)), (), ["A first", "B first"]),
        (
            (claim("A", ONE, status="withdrawn"), claim("B", ONE, status="superseded"),
             claim("C", ONE, status="disputed")),
            ("A", "B"),
            ["C first"],
        ),
        (
            tuple(claim(f"A{n}", ONE) for n in range(8)),
            ("A7",),
            [f"A{n} first" for n in (7, 0, 1, 2, 3, 4)],
        ),
    ],
    ids=["none", "first", "with a number", "keys first", "by the text", "what stands", "six"],
)  # fmt: skip
def test_key_figures(claims, keys, expected) -> None:
    sections = (Section("a", "A", ()), Section("b", "B", ()))
    day = EdtfDate("2026")
    briefing = Briefing("b", "B", "en", "1", day, day, (), sections, claims, key_judgments=keys)
    found = key_figures(CrossReferences(briefing))
    assert [f"{claim.id} {figure.name}" for claim, figure in found] == expected
