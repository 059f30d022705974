"""The window with 20,000 claims: pages are laid out once, and every action answers."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.kit.page_rows import Look
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.tabs.overview.overview_parts import LimitList
from briefing_app.gui.tabs.timeline.timeline_parts import TimelineParts
from tests.benchmarks.window_actions import (
    OPTIONS,
    PER_OPTION,
    Stopwatch,
    go_through,
    large_briefing,
    shown_window,
)
from tests.work_counter import WorkCounter

MOST_STEPS = 3_000_000  # of one action and what it sets off


@pytest.fixture(scope="module")
def briefing():
    return large_briefing()


@pytest.fixture
def window(qtbot, briefing):
    with shown_window(briefing) as window:
        yield window
    window.deleteLater()
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


def counted(monkeypatch, owner, name: str) -> list[object]:
    calls = []
    method = getattr(owner, name)

    def counting(self, *arguments, **options):
        calls.append(self)
        return method(self, *arguments, **options)

    monkeypatch.setattr(owner, name, counting)
    return calls


@pytest.mark.slow
def test_every_action_answers(window):
    with WorkCounter() as work:
        watch = Stopwatch(lambda: work.steps)
        go_through(window, watch)
    assert len(watch.longest) > 20
    assert {name: steps for name, steps in watch.longest.items() if steps > MOST_STEPS} == {}


def test_a_page_is_laid_out_once_when_it_is_opened(qtbot, window, monkeypatch):
    window.index.add()  # it goes from docked to folded for wide pages
    timeline = counted(monkeypatch, TimelineParts, "lay_out")
    wrapped = counted(monkeypatch, ClaimLine, "block")
    sampled = counted(monkeypatch, Look, "restyle")  # once for each time that rows are measured
    for key in ("timeline", "s7", "sources", "people"):
        window.jumps.open_tab_at(window.tab_bar.index_of(key))
        QtWidgets.QApplication.processEvents()
    assert len(timeline) <= 2  # once more where the scroll bar comes
    assert len(wrapped) == len(set(wrapped)) == 2 * OPTIONS * PER_OPTION
    times = Counter(map(id, sampled)).values()
    assert len(times) == 4  # sources; names, page and aside of people
    assert max(times) <= 3  # made, shown, and once more where the scroll bar comes


def test_a_hidden_page_learns_what_was_found_when_it_is_shown(qtbot, window, monkeypatch):
    stack = window.stack
    window.jumps.open_tab_at(window.tab_bar.index_of("timeline"))
    timeline = stack.currentWidget()
    window.jumps.open_tab_at(window.tab_bar.index_of("sources"))
    told = counted(monkeypatch, type(timeline), "set_shown_claims")
    found = frozenset({"C1", "C2", "C3"})
    stack.set_shown_claims(found)
    assert not told
    window.jumps.open_tab_at(window.tab_bar.index_of("timeline"))
    assert told == [timeline]
    assert {item.claim.id for item in timeline._shown} <= found


def test_gaps_beyond_the_first_become_a_search(qtbot, window):
    overview = window.stack.currentWidget()
    overview.prose_views()
    (limits,) = [part for part in overview._parts if isinstance(part, LimitList)]
    assert len(limits.gaps) == 8
    assert isinstance(limits.more, LinkButton)
    assert limits.more.accessibleName().endswith("more claims that name gaps")
    window.index.add()
    qtbot.mouseClick(limits.more, QtCore.Qt.MouseButton.LeftButton)
    assert window.index.panel.query() == "type:gap"
