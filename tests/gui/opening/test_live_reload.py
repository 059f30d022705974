"""The view follows the folder on disk; a broken save keeps the last good version."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.opening.folder_watch import FolderWatch, signature
from tests.gui.opening.live_folder import read_anew, replace

Key = QtCore.Qt.Key


def wait_for_look(desk) -> None:
    with desk.qtbot.waitSignal(desk.session.commands.live_reload.looked):
        pass


def watched(desk) -> list[str]:
    """The files and folders whose changes are told to the window."""
    live_reload = desk.session.commands.live_reload
    watches = (live_reload._watch, live_reload._above, live_reload._failed)
    watchers = [watch._watcher for watch in watches if watch._watcher is not None]
    return [path for one in watchers for path in (*one.files(), *one.directories())]


def version(desk) -> str:
    return desk.window.reading.opened.briefing.version


@pytest.mark.parametrize("way", ["in place", "rename", "anew"])
def test_a_save_is_shown_however_it_is_made_and_twice(live, folder, way: str) -> None:
    for old, new in (("1.0.0", "1.0.1"), ("1.0.1", "1.0.2")):
        with live.qtbot.waitSignal(live.window.index.built):
            replace(folder / "briefing.yaml", f"version: {old}", f"version: {new}", way)
        assert version(live) == new


def test_the_place_the_claim_and_the_way_back_stay(live, folder) -> None:
    reading = live.window.reading
    live.window.jumps.go_to_claim("K7")
    live.window.jumps.go_to_claim("R12")
    live.window.stack.prose().scroller.show_paragraph_at(6, 0.3)
    before = live.window.stack.prose().scroller.paragraph_at_top()
    prose = folder / "sections" / "terrorism.md"
    with live.qtbot.waitSignal(live.window.index.built):
        prose.write_text("A paragraph more.\n\n" + prose.read_text("utf-8"), "utf-8")
    assert (live.tab, reading.selected) == ("terrorism", "R12")
    number, share = live.window.stack.prose().scroller.paragraph_at_top()
    assert (number, share) == (before[0] + 1, pytest.approx(before[1], abs=0.1))
    assert QtWidgets.QApplication.focusWidget() is live.window.stack.prose()
    live.act("back")
    assert live.tab == "takeover"


def test_what_is_being_typed_in_the_search_stays(live, folder) -> None:
    live.type_query("ceasef")
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    live.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "ire")
    assert live.window.index.panel.query() == "ceasefire"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("claims.yaml", "type: event", "type: evant", "claims.yaml:"),
        ("claims.yaml", "- id: ", "- id: [", "claims.yaml:"),
        ("briefing.yaml", "version: 1.0.0", "version: [", "briefing.yaml:"),
        ("sections/terrorism.md", "{claim=R1}", "{claim=NOPE}", "sections/terrorism.md:"),
    ],
)
def test_a_broken_save_keeps_the_last_good_version_and_names_the_line(
    live, folder, file: str, old: str, new: str, said: str
) -> None:
    live.window.jumps.go_to_claim("R12")
    replace(folder / file, old, new)
    bar = live.window.problem_bar
    live.qtbot.waitUntil(bar.isVisible)
    assert f"{said}" in bar.text.text()
    number = bar.text.text().partition(said)[2].partition(":")[0]
    assert int(number) > 0
    before, _, _ = bar.text.text().partition(" You are reading the version before it.")
    assert before[-1] in ".?"
    assert ".." not in bar.text.text()
    assert (live.tab, live.window.reading.selected, version(live)) == ("terrorism", "R12", "1.0.0")
    assert live.window.stack.isVisible()
    assert said in live.window.footer.accessibleName()
    replace(folder / file, new, old)
    live.qtbot.waitUntil(bar.isHidden)
    assert live.window.footer.accessibleName() == "The briefing on disk is in order again."


def test_a_mended_save_with_other_words_takes_the_bar_away(live, folder) -> None:
    replace(folder / "claims.yaml", "type: event", "type: evant")
    live.qtbot.waitUntil(live.window.problem_bar.isVisible)
    replace(folder / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    wait_for_look(live)
    assert version(live) == "1.0.0"
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "claims.yaml", "type: evant", "type: event")
    assert version(live) == "1.0.1"
    assert not live.window.problem_bar.isVisible()


@pytest.mark.parametrize("way", ["deleted", "renamed", "folder above it renamed"])
def test_a_folder_that_goes_away_is_told_at_once_and_taken_up_again(
    live, folder, tmp_path, way: str
) -> None:
    live.window.jumps.go_to_claim("R12")
    aside = tmp_path.with_name(f"{tmp_path.name}-aside")
    if way == "deleted":
        shutil.copytree(folder, aside)
        shutil.rmtree(folder)
    else:
        (folder if way == "renamed" else folder.parent).rename(aside)
    bar = live.window.problem_bar
    live.qtbot.waitUntil(bar.isVisible)
    assert "no longer there" in bar.text.text()
    assert str(folder) in bar.text.text()
    assert "You are reading the version that was there last" in bar.text.text()
    assert (live.tab, live.window.reading.selected, version(live)) == ("terrorism", "R12", "1.0.0")
    aside.rename(folder.parent if way.endswith("above it renamed") else folder)
    wait_for_look(live)
    assert not bar.isVisible()
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    assert version(live) == "1.0.1"


def test_another_folder_in_its_place_is_followed(live, folder, tmp_path) -> None:
    shutil.copytree(folder, tmp_path / "other")
    replace(tmp_path / "other" / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    folder.rename(tmp_path / "aside")
    wait_for_look(live)
    with live.qtbot.waitSignal(live.window.index.built):
        (tmp_path / "other").rename(folder)
    assert version(live) == "1.0.1"
    assert not live.window.problem_bar.isVisible()
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "sections" / "history.md", "Durand", "Durrand")


def test_what_happens_beside_the_folder_is_not_looked_at(live, folder, tmp_path) -> None:
    live_reload = live.session.commands.live_reload
    looks = []
    live_reload.looked.connect(lambda: looks.append(1))
    with live.qtbot.waitSignal(live_reload._above.changed):
        (tmp_path / "beside").mkdir()
    assert not looks
    assert not live_reload.is_looking()


def test_a_pack_that_goes_away_is_told_at_once(open_desk, folder, tmp_path, run_pack) -> None:
    pack = tmp_path / "b.briefing"
    run_pack(folder, pack)
    desk = open_desk(pack)
    pack.rename(tmp_path / "c.briefing")
    bar = desk.window.problem_bar
    desk.qtbot.waitUntil(bar.isVisible)
    assert "The file of this briefing is no longer there" in bar.text.text()
    (tmp_path / "c.briefing").rename(pack)
    desk.qtbot.waitUntil(bar.isHidden)


def test_a_touch_and_an_editor_s_own_files_change_nothing(live, folder) -> None:
    shown = live.window.stack.currentWidget()
    os.utime(folder / "claims.yaml")
    (folder / ".claims.yaml.swp").write_text("x", "utf-8")
    (folder / "claims.yaml~").write_text("x", "utf-8")
    wait_for_look(live)
    assert live.window.stack.currentWidget() is shown


def test_many_saves_are_one_reload(live, folder) -> None:
    taken = []
    live.session.commands.opening.opened.connect(lambda: taken.append(version(live)))
    for number in range(1, 9):
        replace(folder / "briefing.yaml", f"version: 1.0.{number - 1}", f"version: 1.0.{number}")
    wait_for_look(live)
    assert taken == ["1.0.8"]


def test_each_change_begins_the_rest_anew(qtbot, tmp_path, monkeypatch) -> None:
    owner = QtCore.QObject()
    watch = FolderWatch(owner)
    watch.watch([tmp_path])
    started = []
    monkeypatch.setattr(watch._rest, "start", lambda: started.append(1))
    for _ in range(3):
        watch._watcher.directoryChanged.emit(str(tmp_path))
    watch.stop()
    assert len(started) == 3


def test_a_pack_that_is_replaced_is_read_again(open_desk, folder, tmp_path, run_pack) -> None:
    pack = tmp_path / "b.briefing"
    run_pack(folder, pack)
    desk = open_desk(pack)
    replace(folder / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    run_pack(folder, tmp_path / "new.briefing")
    with desk.qtbot.waitSignal(desk.window.index.built):
        (tmp_path / "new.briefing").replace(pack)
    assert version(desk) == "1.0.1"


@pytest.fixture
def run_pack():
    from briefing_app.open_briefing import open_briefing, packed

    return lambda source, target: target.write_bytes(packed(open_briefing(source, cache=False)))


def test_a_briefing_that_could_not_be_opened_is_opened_once_it_is_mended(
    open_desk, folder, repository
) -> None:
    replace(folder / "briefing.yaml", "version: 1.0.0", "version: [")
    desk = open_desk(folder)
    page = desk.session.commands.failures.page
    assert page.isVisible()
    with desk.qtbot.waitSignal(desk.window.index.built):
        replace(folder / "briefing.yaml", "version: [", "version: 1.0.0", "rename")
    assert not page.isVisible()
    assert desk.window.reading.opened.path == folder


def test_it_can_be_switched_off_and_on(live, folder) -> None:
    action = live.window.actions_table.by_name["live_reload"]
    assert action.isChecked()
    action.trigger()
    assert not live.session.settings.current.live_reload
    replace(folder / "briefing.yaml", "version: 1.0.0", "version: 1.0.1")
    assert watched(live) == []
    live.settle()
    assert version(live) == "1.0.0"
    action.trigger()
    assert live.session.settings.current.live_reload
    with live.qtbot.waitSignal(live.window.index.built):
        replace(folder / "briefing.yaml", "version: 1.0.1", "version: 1.0.2")
    assert version(live) == "1.0.2"


def test_a_briefing_left_for_another_one_is_watched_no_more(live, folder, repository) -> None:
    with live.qtbot.waitSignal(live.window.index.built):
        live.session.commands.opening.open_path(
            repository / "tests" / "fixtures" / "valid" / "minimal"
        )
    assert watched(live) != []
    assert [path for path in watched(live) if path.startswith(str(folder))] == []


def test_a_state_is_told_from_another(folder) -> None:
    folders = [folder, folder / "sections"]
    before = signature(folder, folders)
    assert signature(folder, folders) == before
    (folder / "sections" / "new.md").write_text("x", "utf-8")
    assert signature(folder, folders) != before
    assert signature(folder / "gone", [folder / "gone"]) == frozenset()


def test_changes_without_end_are_told_of_all_the_same(qtbot, tmp_path) -> None:
    owner = QtCore.QObject()
    watch = FolderWatch(owner)
    watch.watch([tmp_path])
    writing = QtCore.QTimer(interval=60)

    def write() -> None:
        (tmp_path / os.urandom(4).hex()).touch()

    writing.timeout.connect(write)
    with qtbot.waitSignal(watch.changed):
        writing.start()
    writing.stop()
    watch.stop()


def page(live, key: str):
    live.window.tab_bar.setCurrentIndex(live.window.tab_bar.index_of(key))
    return live.window.stack.currentWidget()


def test_what_was_done_with_a_page_stays(live, folder) -> None:
    timeline = page(live, "timeline")
    timeline.zoom(1)
    timeline._choose_bands(1)
    frame = timeline.frame_days
    sources = page(live, "sources")
    sources._turn("fold:supports:ahmed-2022")
    rows = len(sources._page.rows)
    page(live, "policy-options").show_text()
    for number in range(2):  # pages that were not opened in between as well
        read_anew(live, folder, number)
    assert not live.window.stack.currentWidget().is_side_by_side()
    assert page(live, "timeline").frame_days == frame
    assert not page(live, "timeline").choices().by_section
    assert len(page(live, "sources")._page.rows) == rows


def test_another_briefing_starts_afresh(live, repository) -> None:
    page(live, "policy-options").show_text()
    other = repository / "content" / "pakistan-afghanistan-2022"
    with live.qtbot.waitSignal(live.window.index.built):
        live.session.commands.opening.open_path(other)
    assert page(live, "policy-options").is_side_by_side()


def test_the_palette_goes_on_over_a_page_that_is_gone(live, folder) -> None:
    live.window.jumps.focus_text()
    live.act("palette")
    live.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "terrorism 3")
    read_anew(live, folder, 0)
    live.press(Key.Key_Return)
    assert live.tab == "terrorism"
    assert live.window.stack.currentWidget().hasFocus()
