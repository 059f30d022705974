"""The command palette and the shortcut list, as a reader uses them."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_entries import menu_actions
from briefing_app.gui.commands.command_matching import Entry
from briefing_app.gui.commands.command_rows import Head, spoken
from briefing_app.gui.commands.shortcut_list import ShortcutList

Key = QtCore.Qt.Key
CONTROL, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


def open_palette(desk, text: str = ""):
    desk.press(Key.Key_K, CONTROL)
    palette = desk.session.commands.lists.finding.palette
    assert palette.isVisible()
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), text)
    return palette


@pytest.mark.parametrize(
    ("typed", "tab", "claim"),
    [
        ("timeline", "timeline", None),
        ("histroy", "history", None),
        ("r12", "terrorism", "R12"),
        ("ceasefire", "terrorism", "R17"),
        ("terrorism ¶5", "terrorism", None),
        ("terr 5", "terrorism", None),
        ("pakistani taliban", "people", None),
        ("south asia terrorism portal", "sources", None),
    ],
)
def test_enter_opens_what_was_meant(desk, typed: str, tab: str, claim: str | None) -> None:
    palette = open_palette(desk, typed)
    desk.press(Key.Key_Return)
    assert not palette.isVisible()
    assert (desk.tab, desk.window.reading.selected) == (tab, claim)
    desk.window.close()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("terrorism 5", "Terrorism ¶5"),
        ("¶3", "History ¶3"),
        ("3", "History ¶3"),
        ("terrorism 99", None),
        ("2021", None),
    ],
)
def test_a_paragraph_is_found_as_it_is_cited(desk, typed: str, title: str | None) -> None:
    desk.window.jumps.go_to_section("history")
    palette = open_palette(desk, typed)
    titles = [row.title for row in palette.list.rows if getattr(row, "key", "")[:6] == "place:"]
    assert titles == ([title] if title else [])
    if title:
        assert palette.list.current().title == title
    desk.press(Key.Key_Escape)


def test_a_command_is_done_and_offered_first_the_next_time(desk) -> None:
    open_palette(desk, "colours dark")
    desk.press(Key.Key_Return)
    assert desk.window.keeper.theme.name == "dark"
    palette = open_palette(desk)
    assert palette.list.rows[0] == Head("Used last")
    assert palette.list.current().title == "Colours: Dark"
    desk.press(Key.Key_Escape)
    assert desk.session.state.recent_commands == ["choice:colours:Dark"]


def test_esc_gives_the_keyboard_back_and_changes_nothing(desk) -> None:
    desk.window.jumps.go_to_section("history")
    desk.window.jumps.focus_text()
    before = QtWidgets.QApplication.focusWidget()
    palette = open_palette(desk, "takeover")
    desk.press(Key.Key_Escape)
    assert not palette.isVisible()
    assert QtWidgets.QApplication.focusWidget() is before
    assert desk.tab == "history"
    assert desk.session.state.recent_commands == []


def test_ctrl_k_again_and_leaving_with_tab_close_it(desk) -> None:
    palette = open_palette(desk)
    desk.press(Key.Key_K, CONTROL)
    assert not palette.isVisible()
    open_palette(desk)
    desk.press(Key.Key_Tab)
    assert not palette.isVisible()


def test_the_keys_move_over_heads_and_round_the_ends(desk) -> None:
    palette = open_palette(desk)
    stops = [row for row in palette.list.rows if isinstance(row, Entry) and row.is_on]
    assert palette.list.current() == stops[0]
    desk.press(Key.Key_Up)
    assert palette.list.current() == stops[-1]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert palette.list.current() == stops[1]
    desk.press(Key.Key_PageDown)
    further = stops.index(palette.list.current())
    assert further > 3
    desk.press(Key.Key_PageUp)
    assert stops.index(palette.list.current()) < 3
    desk.press(Key.Key_End, CONTROL)
    assert palette.list.current() == stops[-1]
    desk.press(Key.Key_Escape)


def test_what_is_not_possible_now_is_shown_but_cannot_be_chosen(desk) -> None:
    palette = open_palette(desk, "copy with citation")
    row = next(
        row for row in palette.list.rows if getattr(row, "key", "") == "action:copy_citation"
    )
    assert not row.is_on
    assert "not possible now" in spoken(row)
    assert palette.list.current() != row
    desk.press(Key.Key_Escape)


def test_what_is_nowhere_can_be_searched_for_in_the_index(desk) -> None:
    palette = open_palette(desk, "zzqq")
    assert palette.list.current().key == "search:"
    desk.press(Key.Key_Return)
    assert desk.panel.query() == "zzqq"


def test_a_click_takes_a_row(desk) -> None:
    palette = open_palette(desk, "sources")
    number = next(
        n for n, row in enumerate(palette.list.rows) if getattr(row, "key", "") == "tab:sources"
    )
    area = palette.list.visualRect(palette.list.model().index(number, 0))
    desk.qtbot.mouseClick(
        palette.list.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=area.center()
    )
    assert desk.tab == "sources"
    desk.window.close()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (640, 480)])
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_it_lies_inside_the_window(desk, size: tuple[int, int], direction: str) -> None:
    desk.window.setLayoutDirection(getattr(QtCore.Qt.LayoutDirection, direction))
    desk.window.resize(*size)
    palette = open_palette(desk, "taliban")
    shown = palette.geometry().adjusted(14, 14, -14, -14)
    assert desk.window.rect().contains(shown)
    assert palette.list.height() > 100
    desk.press(Key.Key_Escape)


def test_every_action_is_listed_and_can_be_reached_by_keyboard(desk) -> None:
    table = desk.window.actions_table
    listed = {key for key, _, _, _ in menu_actions(table)}
    assert listed >= {f"action:{name}" for name in table.by_name}
    for name, action in table.by_name.items():
        assert action.shortcuts() or "&" in action.text(), name
    for menu in table.menus():
        assert "&" in menu.title()
        letters = [
            a.text()[a.text().index("&") + 1].lower() for a in menu.actions() if "&" in a.text()
        ]
        assert len(letters) == len(set(letters)), f"two of a letter under {menu.title()}: {letters}"


def test_no_key_is_given_to_two_actions(desk) -> None:
    seen: dict[str, str] = {}
    for name, action in desk.window.actions_table.by_name.items():
        for keys in action.shortcuts():
            other = seen.setdefault(keys.toString(), name)
            assert other == name, f"{keys.toString()} is for {other} and for {name}"


@pytest.fixture
def shortcuts(desk, qtbot):
    dialog = ShortcutList(desk.window.actions_table, desk.window.keeper.theme, desk.window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("citation", ["Copy with citation"]),
        ("F3", ["Find next"]),
        ("ctrl k", ["Go to or do anything"]),
        ("zzqq", []),
    ],
)
def test_the_shortcut_list_finds_words_and_keys(shortcuts, qtbot, typed: str, titles: list) -> None:
    qtbot.keyClicks(shortcuts.field.focusProxy(), typed)
    found = [row.title for row in shortcuts.list.rows if isinstance(row, Entry)]
    assert found[: len(titles)] == titles
    assert bool(found) == bool(titles)


def test_the_shortcut_list_does_what_is_chosen(desk, shortcuts, qtbot) -> None:
    qtbot.keyClicks(shortcuts.field.focusProxy(), "next tab")
    qtbot.keyClick(shortcuts.field.focusProxy(), Key.Key_Return)
    assert not shortcuts.isVisible()
    assert desk.tab == "history"


def test_the_shortcut_list_can_be_taken_along(desk, shortcuts, qtbot) -> None:
    shortcuts._copy.click()
    text = QtGui.QGuiApplication.clipboard().text()
    for action in desk.window.actions_table.by_name.values():
        assert action.text().replace("&", "").removesuffix("…") in text
    assert "Ctrl+Shift+C" in text
    assert "On the timeline" in text
