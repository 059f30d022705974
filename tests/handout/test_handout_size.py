"""Large handouts are asked about before their pages are set."""

from __future__ import annotations

import pytest

from briefing_app.command_line import handout as handout_command
from briefing_app.handout.handout_plan import Depth, HandoutPlan
from briefing_app.handout.handout_size import memory_of, too_much
from briefing_app.model.briefing import Section
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.prose import Heading, RichText
from tests.handout.conftest import paragraph, small_briefing

WORDS = "Nobody had expected the vote to be lost by so many of those who had lost it. " * 5


def large(claims=0, paragraphs=0, headings=0, marks=0):
    blocks = (
        *(paragraph(WORDS, n + 1) for n in range(paragraphs)),
        *(Heading(RichText("The vote"), 2) for _ in range(headings)),
        *(paragraph("It is so.", n + 1, **{f"C{n}": "so"}) for n in range(marks)),
    )
    listed = tuple(Claim(f"C{n}", "vote", ClaimType.FACT, WORDS[:90]) for n in range(claims))
    return small_briefing(claims=listed, sections=(Section("vote", "The vote", blocks),))


# measured: claims, paragraphs, headings, marks, and the megabytes of the process
@pytest.mark.parametrize(
    ("claims", "paragraphs", "headings", "marks", "megabytes"),
    [
        (1, 0, 0, 0, 70), (0, 1000, 0, 0, 408), (0, 0, 1000, 0, 300), (2001, 0, 0, 0, 715),
        (5200, 0, 0, 0, 1338),
    ],
)  # fmt: skip
def test_the_estimate_is_near_what_was_measured(claims, paragraphs, headings, marks, megabytes):
    estimate = memory_of(large(claims, paragraphs, headings, marks), HandoutPlan())
    assert 0.75 * megabytes <= estimate <= 1.35 * megabytes


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        (HandoutPlan(), True),
        (HandoutPlan(depth=Depth.ONE_PAGE), False),
        (HandoutPlan(claim_table=False), False),
        (HandoutPlan(claims=("C1", "C2")), False),
        (HandoutPlan(sections=()), False),
        (HandoutPlan(large_print=True), True),
    ],
)
def test_what_is_asked_about(plan, asked):
    assert bool(too_much(large(20_000), plan)) == asked


def test_words_say_how_much():
    assert "about 5.1 GB of memory" in too_much(large(20_000), HandoutPlan())


def test_the_command_asks_for_force(repository, tmp_path, capsys, monkeypatch):
    def run(*, force):
        path = repository / "tests/fixtures/valid/minimal"
        return handout_command.handout(
            path, tmp_path / "out.pdf", HandoutPlan(), sections=None, claims=None, force=force
        )

    monkeypatch.setattr("briefing_app.handout.handout_size.ASKED_FROM", 1)
    assert run(force=False) == 2
    assert "GB of memory" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()
    assert run(force=True) == 0
    assert (tmp_path / "out.pdf").exists()
