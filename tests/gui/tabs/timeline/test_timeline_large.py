"""A timeline of many claims: piles that say how many there are, and answers without a wait."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtCore

from briefing_app.gui.tabs.timeline.timeline_marks import DatedMark, PileMark
from briefing_app.gui.tabs.timeline.timeline_view import TimelineView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from tests.work_counter import steps_of

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

Key = QtCore.Qt.Key
MOST_STEPS = 1_500_000  # a scan of all claims for each mark would be more


@pytest.fixture
def show(qtbot):
    def shown(briefing: Briefing) -> TimelineView:
        view = TimelineView(CrossReferences(briefing), Theme(LIGHT))
        qtbot.addWidget(view)
        view.resize(1390, 740)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return shown


def marks(view: TimelineView) -> list[DatedMark]:
    return [mark for mark in view.findChildren(DatedMark) if not mark.isHidden()]


def large(briefing: Briefing, count: int) -> Briefing:
    chance = random.Random(7)
    claims = []
    for number in range(count):
        year = int(2022 - 75 * chance.random() ** 3)
        date = chance.choice(
            [f"{year}", f"{year}-{chance.randint(1, 12):02}", f"{year}/{year + 1}", f"{year}/.."]
        )
        claim = chance.choice(briefing.claims)
        claims.append(
            msgspec.structs.replace(claim, id=f"X{number}", date=EdtfDate(date), relations=())
        )
    return msgspec.structs.replace(briefing, claims=tuple(claims))


@pytest.mark.slow
def test_twenty_thousand_claims_stay_usable(qtbot, show, briefing):
    view = show(large(briefing, 20_000))
    piles = [pile for pile in view.findChildren(PileMark) if pile.isVisible()]
    assert piles
    alone = len(marks(view))
    counted = sum(int(p.accessibleName().split()[0].replace(",", "")) for p in piles)
    assert counted + alone == 20_000
    for act in (
        lambda: view.zoom(1), lambda: view.zoom(-1), lambda: view.pan(-1), view.show_all_years,
        lambda: view.select_claim("X77"), lambda: view.set_shown_claims(frozenset({"X1", "X2"})),
        lambda: view.set_shown_claims(None),
    ):  # fmt: skip
        assert steps_of(act) < MOST_STEPS
    assert view.show_claim("X77", flash=False)


def test_a_pile_opens_to_its_days_and_at_last_into_the_index(qtbot, show, briefing):
    view = show(large(briefing, 4_000))
    chosen: list[str] = []
    view.date_range_chosen.connect(chosen.append)
    for _ in range(30):
        start = view.frame_days
        pile = max(
            (p for p in view.findChildren(PileMark) if p.isVisible()),
            key=lambda p: int(p.accessibleName().split()[0].replace(",", "")),
        )
        pile.setFocus()
        qtbot.keyClick(pile, Key.Key_Return)
        if chosen:
            break
        assert view.frame_days.days < start.days
    assert len(chosen) == 1
