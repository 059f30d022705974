"""Where the keyboard, the search and the pages stand when a reader goes to and fro."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app import paths
from briefing_app.gui.index.claim_list import ClaimList

Key = QtCore.Qt.Key


def test_find_says_what_the_other_tabs_have(desk) -> None:
    desk.window.jumps.go_to_section("history")
    desk.act("find")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "ceasefire")
    bar = desk.window.bars.find_bar
    desk.qtbot.waitUntil(lambda: "in other tabs" in bar.state_text())


def test_the_keyboard_goes_to_each_page_as_it_is_opened(desk) -> None:
    stack = desk.window.stack
    for key in (*stack.keys, *reversed(stack.keys)):
        desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of(key))
        assert (
            stack.currentWidget().isAncestorOf(QtWidgets.QApplication.focusWidget())
            or stack.currentWidget() is QtWidgets.QApplication.focusWidget()
        )
        assert desk.window.jumps.navigation.current.tab == key


def test_the_keyboard_comes_to_the_text_when_the_index_is_folded(desk) -> None:
    desk.type_query("ceasefire")
    desk.press(Key.Key_Down)
    desk.act("index")
    page, focused = desk.window.stack.currentWidget(), QtWidgets.QApplication.focusWidget()
    assert page is focused or page.isAncestorOf(focused)


def test_a_page_is_turned_by_keys_at_once(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    desk.press(Key.Key_PageDown)
    desk.qtbot.waitUntil(lambda: desk.window.stack.scroll_value() > 0)


def test_the_search_stays_when_the_briefing_is_read_again(desk) -> None:
    desk.type_query("ceasefire")
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.act("reload")
    assert desk.window.index.panel is not desk.panel
    assert desk.window.index.panel.query() == "ceasefire"


def test_a_briefing_opened_again_has_the_tab_it_was_left_at(desk, shipped_briefing_path) -> None:
    desk.window.jumps.go_to_section("takeover")
    for path in (paths.manual(), shipped_briefing_path):
        with desk.qtbot.waitSignal(desk.window.index.built):
            desk.session.commands.opening.open_path(path)
    assert desk.tab == "takeover"


def test_the_page_of_a_failure_makes_way_for_what_the_reader_goes_to(desk, tmp_path) -> None:
    desk.session.commands.opening.open_path(tmp_path)
    desk.qtbot.waitUntil(desk.window.stack.isHidden)
    desk.type_query("ceasefire")
    desk.press(Key.Key_Return)
    assert desk.window.stack.isVisible()
    assert desk.has_in_view("R17")


def test_back_from_the_page_of_a_failure_the_keyboard_is_with_the_text(desk, tmp_path) -> None:
    desk.session.commands.opening.open_path(tmp_path)
    desk.qtbot.waitUntil(desk.window.stack.isHidden)
    desk.window.tab_bar.setCurrentIndex(1)
    page = desk.window.stack.currentWidget()
    assert page.isVisible()
    assert page.isAncestorOf(QtWidgets.QApplication.focusWidget())


def test_what_needs_a_claim_is_off_until_one_is_selected(desk) -> None:
    actions = [desk.window.actions_table.by_name[n] for n in ("copy_citation", "show_in_text")]
    assert not any(action.isEnabled() for action in actions)
    desk.window.reading.select_claim("R12")
    assert all(action.isEnabled() for action in actions)


@pytest.mark.parametrize("width", [1440, 900], ids=["docked", "drawer"])
def test_colours_changed_while_the_index_is_folded_are_there_when_it_opens(desk, width) -> None:
    desk.act("index")
    desk.window.resize(width, 700)
    desk.window.keeper.choose("dark")
    desk.act("index")
    assert desk.window.layout_widget.is_drawer == (width < 1100)
    theme = desk.window.keeper.theme
    try:
        list_palette = desk.panel.findChild(ClaimList).viewport().palette()
        assert list_palette.base().color() == theme.colour("panel")
        assert desk.panel.palette().window().color() == theme.colour("panel")
        line_palette = desk.panel.findChild(QtWidgets.QLineEdit).palette()
        assert line_palette.text().color() == theme.colour("ink")
    finally:
        desk.window.keeper.choose("light")


@pytest.mark.parametrize("way", ["search", "list", "text"])
def test_esc_gives_the_text_back_that_the_drawer_covers(desk, way) -> None:
    desk.window.resize(1024, 700)
    desk.session.commands.lens._choose_only("judged")
    desk.act("search")
    if way == "list":
        desk.press(Key.Key_Down)
    elif way == "text":
        desk.window.jumps.focus_text()
    assert desk.window.layout_widget.is_drawer
    desk.press(Key.Key_Escape)
    assert not desk.window.layout_widget.is_drawer
    page = desk.window.stack.currentWidget()
    focused = QtWidgets.QApplication.focusWidget()
    assert page is focused or page.isAncestorOf(focused)
    assert desk.session.commands.lens.lens  # one thing at a time
    desk.press(Key.Key_Escape)
    assert not desk.session.commands.lens.lens


def test_esc_first_empties_the_search_of_the_drawer(desk) -> None:
    desk.window.resize(1024, 700)
    desk.type_query("ceasefire")
    desk.press(Key.Key_Escape)
    assert desk.panel.query() == ""
    assert desk.window.layout_widget.is_drawer
    desk.press(Key.Key_Escape)
    assert not desk.window.layout_widget.is_drawer


def test_the_text_keeps_its_width_while_another_index_takes_its_place(desk) -> None:
    widths: list[int] = []

    class Watch(QtCore.QObject):
        def eventFilter(self, watched, event) -> bool:
            if event.type() == QtCore.QEvent.Type.Resize:
                widths.append(watched.width())
            return False

    watch = Watch()
    width = desk.window.text_side.width()
    desk.window.text_side.installEventFilter(watch)
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.window.index.add()
    assert (widths, desk.window.text_side.width()) == ([], width)
    assert desk.window.index.panel.isVisible()
