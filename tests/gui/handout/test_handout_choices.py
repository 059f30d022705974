"""What is chosen for a handout: made into a plan, and remembered for its briefing."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app.gui.handout.handout_choices import (
    REMEMBERED,
    Extent,
    HandoutChoices,
    remember_choices,
    remembered_choices,
)
from briefing_app.gui.state.window_state import WindowState
from briefing_app.handout.handout_plan import Colour, Depth, Paper
from briefing_app.model.briefing import Handling
from briefing_app.open_briefing import open_briefing


@pytest.fixture(scope="module")
def briefing(shipped_briefing_path):
    return open_briefing(shipped_briefing_path, cache=False).briefing


@pytest.mark.parametrize(
    ("choices", "plan"),
    [
        ({}, {"depth": Depth.FULL, "sections": None, "claims": None, "options": True}),
        ({"sections": ("history",)}, {"sections": ("history",), "claims": None}),
        (
            {"extent": Extent.CLAIMS, "claims": ("R1",), "sections": ("history",)},
            {"sections": (), "claims": ("R1",), "options": False, "claim_table": True},
        ),
        ({"extent": Extent.CLAIMS, "claim_table": False}, {"claims": None, "claim_table": True}),
        (
            {"extent": Extent.ONE_PAGE, "sections": ("history",), "timeline": False},
            {"depth": Depth.ONE_PAGE, "sections": None, "timeline": True},
        ),
        ({"claims": ("R1",)}, {"claims": None}),  # picked for another time
        ({"watermark": "  Draft "}, {"watermark": "Draft"}),
        ({"colour": Colour.GREY, "large_print": True}, {"colour": Colour.GREY}),
    ],
)
def test_choices_become_a_plan(choices, plan) -> None:
    made = HandoutChoices(**choices).plan()
    assert {name: getattr(made, name) for name in plan} == plan


def test_choices_come_back_as_they_were(briefing) -> None:
    state = WindowState()
    chosen = HandoutChoices(
        extent=Extent.CLAIMS,
        sections=("history", "takeover"),
        claims=("R1", "R2"),
        paper=Paper.LETTER,
        names=False,
        handling=Handling.RED,
        copy_number="3 of 12",
    )
    remember_choices(state, briefing, chosen)
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=WindowState)
    assert remembered_choices(kept, briefing) == chosen


@pytest.mark.parametrize(
    ("kept", "name", "expected"),
    [
        ({"sections": ["gone", "history"]}, "sections", ("history",)),
        ({"sections": ["gone"]}, "sections", None),
        ({"claims": ["gone"]}, "claims", None),
        ({"paper": "papyrus"}, "paper", Paper.A4),
        ({"extent": 7}, "extent", Extent.TEXT),
        ({"from_a_newer_version": True, "paper": "letter"}, "paper", Paper.LETTER),
    ],
)
def test_what_cannot_be_used_any_more_is_left_out(briefing, kept, name, expected) -> None:
    state = WindowState(handouts={briefing.id: kept})
    assert getattr(remembered_choices(state, briefing), name) == expected


def test_a_laxer_mark_than_the_briefing_now_has_is_left_out(briefing) -> None:
    state = WindowState(handouts={briefing.id: {"handling": "TLP:GREEN"}})
    stricter = msgspec.structs.replace(briefing, handling=Handling.AMBER)
    assert remembered_choices(state, briefing).handling is Handling.GREEN
    assert remembered_choices(state, stricter).handling is None


def test_the_oldest_choices_give_way(briefing) -> None:
    state = WindowState()
    for number in range(REMEMBERED + 5):
        remember_choices(
            state, msgspec.structs.replace(briefing, id=f"b{number}"), HandoutChoices()
        )
    assert len(state.handouts) == REMEMBERED
    assert "b0" not in state.handouts
    assert f"b{REMEMBERED + 4}" in state.handouts
