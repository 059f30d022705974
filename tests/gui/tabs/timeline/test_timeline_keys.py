"""The marks of the timeline by keys: one stop of Tab, and arrow keys from each to all others."""

from __future__ import annotations

import pytest
from PySide6 import QtCore

from briefing_app.gui.kit.painted_item import ClaimItem, PaintedItem
from briefing_app.gui.tabs.timeline.timeline_strip import TimelineStrip
from briefing_app.gui.tabs.timeline.timeline_view import TimelineView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.cross_references import CrossReferences

Key = QtCore.Qt.Key


@pytest.fixture
def view(qtbot, briefing) -> TimelineView:
    view = TimelineView(CrossReferences(briefing), Theme(LIGHT))
    qtbot.addWidget(view)
    view.resize(1390, 740)
    with qtbot.waitExposed(view):
        view.show()
    return view


def mark_of(view: TimelineView, claim_id: str) -> ClaimItem:
    marks = view.findChildren(ClaimItem)
    return next(mark for mark in marks if mark.claim_id == claim_id and mark.isVisible())


def strip_of(view: TimelineView) -> TimelineStrip:
    return view.findChild(TimelineStrip)


def test_the_claims_are_one_stop_of_tab(qtbot, view):
    strip_of(view).setFocus()
    qtbot.keyClick(view.focusWidget(), Key.Key_Tab)
    assert view.focusWidget().claim_id == "I2"
    qtbot.keyClick(view.focusWidget(), Key.Key_Tab)
    assert not isinstance(view.focusWidget(), PaintedItem)
    view.select_claim("R12")  # Tab comes back to what is lit
    strip_of(view).setFocus()
    qtbot.keyClick(view.focusWidget(), Key.Key_Tab)
    assert view.focusWidget().claim_id == "R12"


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_arrow_keys_reach_every_claim(qtbot, view, briefing, direction):
    view.setLayoutDirection(QtCore.Qt.LayoutDirection[direction])
    waiting, reached = [mark_of(view, "I2")], set()
    while waiting:
        start = waiting.pop()
        if start.claim_id in reached:
            continue
        reached.add(start.claim_id)
        for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right):
            start.setFocus()
            qtbot.keyClick(start, key)
            waiting.append(view.focusWidget())
    assert reached == {claim.id for claim in briefing.claims}


@pytest.mark.parametrize(("key", "claim_id"), [(Key.Key_Home, "I2"), (Key.Key_End, "")])
def test_home_and_end_go_to_the_first_and_the_last_claim(qtbot, view, briefing, key, claim_id):
    undated = [claim for claim in CrossReferences(briefing).in_text_order() if not claim.date]
    mark_of(view, "R12").setFocus()
    qtbot.keyClick(view.focusWidget(), key)
    assert view.focusWidget().claim_id == (claim_id or undated[-1].id)
