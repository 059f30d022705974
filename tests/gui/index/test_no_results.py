"""What the claim index offers where nothing was found, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.theme.theme import Theme
from briefing_app.search.results import Relaxation, RelaxationKind

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
OFFERS = (Relaxation("ceasefire", "zebra", 5), Relaxation("zebra crossing", "ceasefire", 1))


@pytest.fixture
def nothing(qtbot):
    page = NoResults(Theme("light"))
    qtbot.addWidget(page)
    page.resize(484, 300)
    page.explain("Nothing found.", "A part of it finds:", filtered=False, offers=OFFERS)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def links(page: NoResults) -> list[LinkButton]:
    return [link for link in page.findChildren(LinkButton) if link.isVisible()]


def test_each_offer_says_what_it_finds_and_what_it_leaves_out(nothing) -> None:
    assert [link.accessibleName() for link in links(nothing)] == [
        "Search for “ceasefire”: 5 claims, without “zebra”",
        "Search for “zebra crossing”: 1 claim, without “ceasefire”",
    ]


def test_a_click_asks_for_the_shorter_query(qtbot, nothing) -> None:
    with qtbot.waitSignal(nothing.query_requested) as heard:
        qtbot.mouseClick(links(nothing)[1], LEFT)
    assert heard.args == ["zebra crossing"]


def test_arrow_keys_walk_the_offers_and_leave_at_the_top(qtbot, nothing) -> None:
    first, second = links(nothing)
    nothing.take_focus()
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Key.Key_Up)
    with qtbot.waitSignal(nothing.left_at_top):
        qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Up)


def test_offers_go_with_the_next_explanation(nothing) -> None:
    nothing.explain("Nothing found.", "", filtered=True)
    assert links(nothing) == []


@pytest.mark.parametrize("direction", QtCore.Qt.LayoutDirection)
def test_a_long_offer_stays_inside(nothing, direction) -> None:
    nothing.setLayoutDirection(direction)
    long = Relaxation("ceasefire " * 40, "x", 2)
    nothing.explain("Nothing found.", "", filtered=False, offers=(long,))
    assert nothing.rect().contains(links(nothing)[0].geometry())


KINDS = (
    Relaxation("ceasefire", "ceesfire", 5, RelaxationKind.SPELLING),
    Relaxation("ceesfire", "", 2, RelaxationKind.FILTER, "sections"),
    Relaxation("fire", "cees", 1, RelaxationKind.WORDS),
)


def test_each_kind_of_offer_says_what_it_changes(qtbot, nothing) -> None:
    nothing.explain("", "", filtered=False, offers=KINDS, filter_names={"sections": "History"})
    assert [link.accessibleName() for link in links(nothing)] == [
        "Search for “ceasefire”: 5 claims, spelt otherwise than “ceesfire”",
        "Search without the filter History: 2 claims",
        "Search for “fire”: 1 claim, without “cees”",
    ]
    with qtbot.waitSignal(nothing.filter_left_out) as heard:
        qtbot.mouseClick(links(nothing)[1], LEFT)
    assert heard.args == ["sections"]


def test_beside_other_things_it_takes_only_the_room_of_its_words(qtbot, nothing) -> None:
    nothing.explain("Nothing.", "", filtered=True, offers=OFFERS)
    nothing.set_alone(alone=False)
    buttons = nothing.findChildren(QtWidgets.QAbstractButton)
    lowest = max(b.geometry().bottom() for b in buttons if b.isVisible())
    assert lowest < nothing.minimumHeight() == nothing.maximumHeight() < 300
    last = max((b for b in buttons if b.isVisible()), key=lambda b: b.y())
    last.setFocus()
    with qtbot.waitSignal(nothing.left_at_bottom):
        qtbot.keyClick(last, Key.Key_Down)
