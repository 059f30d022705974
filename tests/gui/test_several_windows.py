"""Opening another briefing never loses the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6 import QtCore

from briefing_app import paths
from briefing_app.open_briefing import open_briefing

if TYPE_CHECKING:
    from briefing_app.gui.window.main_window import MainWindow

Key = QtCore.Qt.Key
ALT = QtCore.Qt.KeyboardModifier.AltModifier
SHIPPED = "pakistan-afghanistan-2022"


@pytest.fixture
def other(repository):
    return repository / "tests" / "fixtures" / "valid" / "minimal"


def open_here(desk, path) -> None:
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_dropped(str(path))


def beside(desk, count: int = 1) -> list[MainWindow]:
    desk.qtbot.waitUntil(lambda: len(desk.session.beside) == count)
    windows = [one.window for one in desk.session.beside]
    desk.qtbot.waitUntil(lambda: all(one.commands is not None for one in desk.session.beside))
    return windows


def name(window: MainWindow) -> str:
    return window.reading.opened.briefing.id


def test_back_leads_to_the_briefing_before_at_its_place_and_forward_again(desk, other) -> None:
    desk.window.jumps.go_to_claim("R12")
    desk.window.jumps.go_to_claim("H1")
    open_here(desk, other)
    assert name(desk.window) != SHIPPED
    second = name(desk.window)
    assert desk.window.actions_table.by_name["back"].isEnabled()
    desk.act("back")
    desk.settle()
    assert name(desk.window) == SHIPPED
    assert (desk.tab, desk.window.jumps.navigation.current.claim) == ("history", "H1")
    assert desk.window.actions_table.by_name["forward"].isEnabled()
    desk.act("forward")
    desk.settle()
    assert name(desk.window) == second
    desk.act("back")
    desk.act("back")
    desk.settle()
    assert (desk.tab, desk.window.reading.selected) == ("terrorism", "R12")


def test_a_briefing_that_changed_meanwhile_is_read_anew_on_the_way_back(live, folder, other):
    open_here(live, other)
    file = folder / "briefing.yaml"
    file.write_text(file.read_text("utf-8").replace("version: 1.0.0", "version: 1.0.1"), "utf-8")
    live.act("back")
    live.qtbot.waitUntil(lambda: live.window.reading.opened.briefing.version == "1.0.1")


def test_help_stands_beside_and_once(desk) -> None:
    desk.window.jumps.go_to_claim("R12")
    desk.act("manual")
    (help_window,) = beside(desk)
    assert name(help_window) == "manual"
    assert (name(desk.window), desk.tab) == (SHIPPED, "terrorism")
    desk.act("manual")
    desk.settle()
    assert beside(desk) == [help_window]
    help_window.close()
    desk.qtbot.waitUntil(lambda: desk.session.beside == [])
    assert desk.window.isVisible()


def test_new_window_has_the_same_briefing(desk) -> None:
    desk.act("new_window")
    (second,) = beside(desk)
    assert name(second) == name(desk.window) == SHIPPED
    second.jumps.go_to_claim("R12")
    assert desk.tab == "overview"


@pytest.mark.parametrize("where", ["this-window", "new-window", "ask: this-window", "ask: "])
def test_where_a_briefing_opens_is_a_setting(desk, other, where) -> None:
    setting, _, answer = where.partition(": ")
    opening = desk.session.commands.opening
    opening._ask_where = lambda _parent, _name: answer
    menu = desk.window.actions_table.submenus["open_in"]
    next(action for action in menu.actions() if action.data() == setting).trigger()
    assert desk.session.settings.current.open_in == setting
    if where.endswith("this-window"):
        open_here(desk, other)
        assert name(desk.window) != SHIPPED
    else:
        opening.open_dropped(str(other))
        if setting == "new-window":
            assert name(beside(desk)[0]) != SHIPPED
        desk.settle()
        assert name(desk.window) == SHIPPED


def test_each_window_runs_its_own_way(desk, repository) -> None:
    desk.session.commands.opening.open_beside(repository / "tests" / "fixtures" / "valid" / "urdu")
    (urdu,) = beside(desk)
    assert urdu.isRightToLeft()
    assert urdu.header.isRightToLeft()
    assert not desk.window.isRightToLeft()
    assert not desk.window.header.isRightToLeft()


def test_colours_and_sizes_change_in_all_windows(desk) -> None:
    desk.act("new_window")
    (second,) = beside(desk)
    desk.act("zoom_in")
    assert second.header.font() is not None
    assert second.footer.sizeHint() == desk.window.footer.sizeHint()
    second.close()


def test_what_one_window_copies_is_told_in_that_window_only(desk) -> None:
    from briefing_app.gui.kit.told_here import ToldHere

    desk.act("new_window")
    (second,) = beside(desk)
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.copying.copy_number("R12")
    desk.settle()
    assert [chip.isVisible() for chip in desk.window.findChildren(ToldHere)] == [True]
    assert second.findChildren(ToldHere) == []


def test_a_briefing_is_handed_on_as_one_file(desk, tmp_path) -> None:
    handing_on = desk.session.commands.handing_on
    names = []

    def choose(_parent, suggestion):
        names.append(suggestion.name)
        return tmp_path / "out.briefing"

    handing_on._ask_for_pack = choose
    desk.act("pack")
    desk.qtbot.waitUntil(desk.window.task_bar.isVisible)
    assert names[0].endswith(".briefing")
    packed = open_briefing(tmp_path / "out.briefing", cache=False)
    assert packed.briefing.id == SHIPPED


def test_a_new_briefing_is_written_and_opened(desk, tmp_path) -> None:
    handing_on = desk.session.commands.handing_on
    handing_on._ask_for_new_folder = lambda _parent, _start: tmp_path / "Dam report"
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.act("new")
    assert desk.window.reading.opened.path == tmp_path / "Dam report"
    assert desk.window.reading.opened.problems == ()
    desk.act("back")
    desk.settle()
    assert name(desk.window) == SHIPPED


def test_a_folder_that_is_full_is_left_alone(desk, folder) -> None:
    desk.session.commands.handing_on._ask_for_new_folder = lambda _parent, _start: folder
    desk.act("new")
    desk.qtbot.waitUntil(desk.window.task_bar.isVisible)
    assert "is not empty" in desk.window.task_bar.text.text()
    assert name(desk.window) == SHIPPED


def test_the_manual_opens_from_the_help_menu_of_a_window_beside(desk) -> None:
    desk.act("new_window")
    (second,) = beside(desk)
    second.actions_table.by_name["manual"].trigger()
    windows = beside(desk, 2)
    assert [name(window) for window in windows] == [SHIPPED, "manual"]
    assert paths.manual().resolve() == windows[1].reading.opened.path.resolve()
