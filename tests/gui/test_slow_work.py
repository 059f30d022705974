"""What takes as long as the briefing is large is done beside the window's thread, never in it."""

from __future__ import annotations

from briefing_app.gui.work.background import Background
from tests.gui.opening.live_folder import read_anew


def test_it_is_noticed_in_the_thread_of_the_window(desk, slow_work, monkeypatch) -> None:
    def run_here(self, work, on_done, on_failed) -> int:
        on_done(work())
        return 0

    monkeypatch.setattr(Background, "run", run_here)
    desk.window.index._building.start(desk.window.reading.opened)
    assert slow_work.done_here == ["build_index"]
    slow_work.done_here.clear()  # or this test would fail


def test_a_changed_briefing_is_read_and_indexed_elsewhere(live, folder, slow_work) -> None:
    slow_work.done_elsewhere.clear()
    read_anew(live, folder, 0)
    done = {"open_briefing", "build_index"}
    assert done <= set(slow_work.done_elsewhere)


def test_an_export_is_made_elsewhere(desk, slow_work) -> None:
    desk.act("export")
    dialog = desk.session.commands.exporting.dialog
    desk.qtbot.waitSignal(dialog.previewed).wait()
    dialog.reject()
    assert "exported" in slow_work.done_elsewhere


def test_a_handout_is_made_elsewhere(desk, slow_work) -> None:
    desk.act("handout")
    dialog = desk.session.commands.handout.dialog
    desk.qtbot.waitSignal(dialog.shown_anew).wait()
    dialog.close()
    done = {"HandoutCompilation.start", "handout_data", "HandoutCompilation.wait"}
    assert done <= set(slow_work.done_elsewhere)
