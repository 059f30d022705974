"""The menu of recent briefings."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.commands.recent_menu import RecentMenu, shown_path
from briefing_app.gui.state.window_state import WindowState


def words(menu: QtWidgets.QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def menu(qtbot) -> QtWidgets.QMenu:
    made = QtWidgets.QMenu()
    qtbot.addWidget(made)
    return made


def test_without_a_recent_briefing_there_is_nothing_to_clear(menu) -> None:
    RecentMenu(menu, WindowState())
    assert words(menu) == ["No briefing was open yet"]
    assert not menu.actions()[0].isEnabled()


def test_a_choice_opens_and_clear_list_clears(qtbot, menu, tmp_path) -> None:
    state = WindowState(recent=[str(tmp_path), "/no/such & folder"])
    recent = RecentMenu(menu, state)
    assert words(menu)[1:] == ["/no/such && folder", "Clear list"]
    assert [a.isEnabled() for a in menu.actions()[:2]] == [True, False]
    with qtbot.waitSignal(recent.path_chosen) as heard:
        menu.actions()[0].trigger()
    assert heard.args == [str(tmp_path)]
    menu.actions()[-1].trigger()
    assert state.recent == []
    assert words(menu) == ["No briefing was open yet"]


def test_paths_are_short_and_begin_at_home() -> None:
    home = QtCore.QDir.homePath()
    assert shown_path(f"{home}/briefings/one") == "~/briefings/one"
    shown = shown_path("/a" * 100 + "/the-briefing")
    assert len(shown) <= 70
    assert shown.startswith("/a/a")
    assert shown.endswith("…" + shown.rpartition("…")[2])
    assert shown.endswith("/the-briefing")
