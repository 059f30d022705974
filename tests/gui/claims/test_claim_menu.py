"""The menu of a claim, wherever a claim is listed or drawn: by pointer and by the menu key."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_menu import ClaimMenu
from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.kit.painted_item import ClaimItem

Reason = QtGui.QContextMenuEvent.Reason
NAMES = ["Show in text", "Copy with citation", "Copy statement", "Copy number R17"]


@pytest.fixture(autouse=True)
def no_menu_stays(desk):
    yield
    for menu in desk.window.findChildren(ClaimMenu):
        menu.close()


def ask(widget: QtWidgets.QWidget, place: QtCore.QPoint, reason=Reason.Mouse) -> None:
    event = QtGui.QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QtWidgets.QApplication.sendEvent(widget, event)


def actions(desk) -> dict[str, QtGui.QAction]:
    menus = [menu for menu in desk.window.findChildren(ClaimMenu) if menu.isVisible()]
    if not menus:
        return {}
    (menu,) = menus
    return {a.text().replace("&", ""): a for a in menu.actions() if not a.isSeparator()}


def list_of(desk) -> ClaimList:
    return desk.panel.findChild(ClaimList)


def open_tab(desk, key: str) -> QtWidgets.QWidget:
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of(key))
    return desk.window.stack.currentWidget()


def on_row(desk) -> None:
    desk.window.reading.select_claim("R17")
    rows = list_of(desk)
    ask(rows.viewport(), rows.visualRect(rows.currentIndex()).center())


def on_card(desk) -> None:
    desk.window.reading.select_claim("R17")
    ask(desk.panel._card, QtCore.QPoint(30, 20))


def on_strip(desk) -> None:
    desk.window.reading.select_claim("R17")
    open_tab(desk, "timeline")
    ask(desk.window.bars._strip, QtCore.QPoint(30, 20))


def on_mark(key: str):
    def act(desk) -> None:
        page = open_tab(desk, key)
        mark = next(item for item in page.findChildren(ClaimItem) if item.claim_id == "R17")
        ask(mark, mark.rect().center())

    return act


def on_record(desk) -> None:
    open_tab(desk, "people").show_item("ttp")
    page = desk.window.stack.currentWidget()._page
    page.choose("claim:R17")
    ask(page.viewport(), page.visualRect(page.currentIndex()).center())


def by_menu_key(desk) -> None:
    desk.window.reading.select_claim("R17")
    rows = list_of(desk)
    rows.setFocus()
    ask(rows, QtCore.QPoint(0, 0), Reason.Keyboard)


def by_menu_key_on_mark(desk) -> None:
    page = open_tab(desk, "timeline")
    mark = next(item for item in page.findChildren(ClaimItem) if item.claim_id == "R17")
    mark.setFocus()
    ask(mark, QtCore.QPoint(0, 0), Reason.Keyboard)


@pytest.mark.parametrize(
    "act",
    [on_row, on_card, on_strip, on_mark("timeline"), on_mark("policy-options"), on_record,
     by_menu_key, by_menu_key_on_mark],
)  # fmt: skip
def test_a_claim_has_its_menu_wherever_it_stands(desk, act) -> None:
    act(desk)
    assert list(actions(desk)) == NAMES


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("Copy statement", "The TTP announced a ceasefire in November 2021"),
        ("Copy number R17", "R17"),
        ("Copy with citation", "Ahmed"),
    ],
)
def test_what_is_chosen_is_copied_and_said(desk, name, copied) -> None:
    on_row(desk)
    actions(desk)[name].trigger()
    text = QtGui.QGuiApplication.clipboard().text()
    assert copied in text
    assert (name == "Copy number R17") == (text == "R17")
    assert "R17" in desk.window.footer.accessibleName()


def test_show_in_text_goes_there(desk) -> None:
    on_mark("timeline")(desk)
    actions(desk)["Show in text"].trigger()
    assert desk.tab == "terrorism"
    assert desk.has_in_view("R17")


@pytest.mark.parametrize("of", ["header", "footer", "tab_bar"])
def test_where_no_claim_is_there_is_no_menu(desk, of) -> None:
    desk.window.reading.select_claim("R17")
    ask(getattr(desk.window, of), QtCore.QPoint(5, 5))
    assert actions(desk) == {}


def test_a_heading_of_the_list_has_no_menu(desk) -> None:
    desk.panel.set_query("ceasefire")
    rows = list_of(desk)
    desk.qtbot.waitUntil(lambda: rows.model().rowCount() < 20)
    ask(rows.viewport(), QtCore.QPoint(10, 5))
    assert actions(desk) == {}
