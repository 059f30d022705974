"""What was said of a trouble goes when the trouble is mended."""

from __future__ import annotations

from briefing_app import paths


def test_a_setting_that_is_kept_again(desk) -> None:
    folder = paths.settings_folder()
    assert folder is not None
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    desk.act("zoom_in")
    assert desk.window.task_bar.isVisible()
    assert "not kept" in desk.window.task_bar.text.text()
    folder.unlink()
    desk.act("zoom_in")
    assert not desk.window.task_bar.isVisible()


def test_another_notice_stays(desk) -> None:
    desk.window.task_bar.say("Saved the handout: x.pdf")
    desk.window.task_bar.take_back("Settings are not kept.")
    assert desk.window.task_bar.isVisible()


def test_what_was_said_of_another_briefing(desk, folder) -> None:
    desk.window.task_bar.say("Exported: claims.csv")
    with desk.qtbot.waitSignal(desk.session.commands.opening.opened):
        desk.session.commands.opening.open_path(folder)
    assert not desk.window.task_bar.isVisible()
