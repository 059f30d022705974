"""The list while a word is being typed that nothing has so far, and once it is typed."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.index.search_remarks import SearchRemarks

Key = QtCore.Qt.Key


@pytest.fixture
def panel(panel):
    panel.focus_search()
    return panel


def press(qtbot, *keys) -> None:
    for key in keys:
        field = QtWidgets.QApplication.focusWidget()
        if isinstance(key, str):
            qtbot.keyClicks(field, key)
        else:
            qtbot.keyClick(field, key)


def rows(panel) -> int:
    return panel.findChild(ClaimList).model().rowCount()


def told(panel) -> str:
    return panel.findChild(SearchRemarks).accessibleName()


def nothing(panel) -> NoResults:
    return panel.findChild(NoResults)


@pytest.mark.parametrize("query", ["ceasefire quetta", "bicycles", "zzzz", "actor:nobody", "=cea"])
def test_the_list_is_never_emptied_while_typing(qtbot, panel, query):
    for letter in query:
        press(qtbot, letter)
        assert rows(panel) > 0
        assert not nothing(panel).isVisible()
    assert "so far" in told(panel)


def test_what_is_listed_instead_is_marked_as_that(qtbot, panel):
    press(qtbot, "ceasefire quetta")
    assert told(panel) == "Nothing has “quetta” as well so far: what “ceasefire” finds is listed."
    first = panel.findChild(ClaimList).model().row(1)
    claim_text = panel._references.claims[first.id].text
    assert [claim_text[a:b].lower() for a, b in first.matched] == ["ceasefire"]
    assert panel.found_claims() == ()  # none of them is what was asked for


@pytest.mark.parametrize("end", ["rest", "space", "enter"])
def test_once_it_is_typed_it_says_that_there_is_nothing(qtbot, panel, end):
    press(qtbot, "ceasefire quetta")
    if end == "space":
        press(qtbot, " ")
    elif end == "enter":
        press(qtbot, Key.Key_Return)
    qtbot.waitUntil(nothing(panel).isVisible)
    assert nothing(panel).text().startswith("No claim has all of “ceasefire quetta”.")
    assert told(panel) == ""


def test_who_goes_into_the_list_keeps_it(qtbot, panel):
    press(qtbot, "ceasefire quetta", Key.Key_Down)
    before = rows(panel)
    assert not panel._claim_search.is_busy()  # no other answer is to come
    assert rows(panel) == before > 0
    assert not nothing(panel).isVisible()


def test_a_query_that_was_not_typed_is_whole(panel):
    panel.set_query("ceasefire quetta")
    assert nothing(panel).isVisible()
