"""The handout dialog as a reader uses it: choices, pages, zoom, find, and what it remembers."""

from __future__ import annotations

import os
import shutil
import signal

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.handout.page_layout import Fit

Key = QtCore.Qt.Key
CONTROL, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


def segment(switch, number):
    return switch._segments[number]


def test_it_opens_by_key_and_shows_the_pages_of_the_file(handout) -> None:
    dialog = handout.dialog
    assert dialog.windowTitle() == "Handout — Pakistan after the Taliban takeover"
    assert handout.pdf.startswith(b"%PDF-")
    assert dialog.page_count == dialog.view.page_count > 9
    assert dialog.bar._of.text() == f"of {dialog.page_count}"
    assert dialog.bar._field.text() == "1"
    assert f"{dialog.page_count} pages" in dialog.side._size.text()
    assert "The briefing is in it" in dialog.side._seal.text()
    picture = dialog.view.pictures.of(0)
    assert picture.pixelColor(3, 3) == QtGui.QColor("white")
    ink = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    )
    assert ink > 100


def test_the_main_window_can_be_used_meanwhile(handout) -> None:
    assert not handout.dialog.isModal()
    handout.desk.window.jumps.go_to_claim("R12")
    assert handout.desk.tab == "terrorism"
    assert handout.dialog.isVisible()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("claim_table", "Claim table"),
        ("options", "options side by side"),
        ("sources", "Sources"),
        ("timeline", "Timeline"),
        ("names", "People, places, abbreviations"),
    ],
)
def test_a_part_that_is_unticked_leaves_the_contents(handout, part, words) -> None:
    titles = [mark.title for mark in handout.dialog._book.outline]
    assert any(words in title for title in titles)
    handout.change(handout.dialog.choices._parts[part].click)
    titles = [mark.title for mark in handout.dialog._book.outline]
    assert not any(words in title for title in titles)


def test_sections_can_be_chosen_and_the_paper(handout) -> None:
    choices = handout.dialog.choices
    for name in ("overview", "history", "takeover"):
        choices._sections[name].click()
    handout.change(segment(choices._paper, 1).click)
    titles = [mark.title for mark in handout.dialog._book.outline if mark.level == 0]
    assert "Terrorism" in titles
    assert "History" not in titles
    assert handout.dialog._book.sizes[0] == pytest.approx((612, 792), abs=0.5)


def test_one_page_is_one_page(handout) -> None:
    handout.change(segment(handout.dialog.choices._extent, 2).click)
    assert handout.dialog.page_count == 1
    assert handout.dialog.side._size.text().startswith("1 page ")
    assert handout.dialog.choices._section_group.isHidden()


def test_the_claims_that_the_search_has_found(handout) -> None:
    handout.desk.panel.set_query("ceasefire")
    found = handout.desk.panel.found_claims()
    assert 0 < len(found) < 30
    picker = handout.dialog.choices.picker
    segment(handout.dialog.choices._extent, 1).click()
    handout.change(picker._now.click)
    assert set(picker.claims()) == set(found)
    text = handout.text()
    assert "The TTP announced a ceasefire in November 2021" in text
    assert "US$100 billion" not in text
    row = picker.claims()[0]
    index = next(
        index
        for n in range(picker._model.rowCount())
        if picker._model.data(index := picker._model.index(n)).startswith(f"{row} ")
    )
    picker.list.setCurrentIndex(index)
    handout.change(lambda: handout.press(Key.Key_Space, target=picker.list))
    assert row not in picker.claims()


def test_a_search_that_is_under_way_is_ticked_at_once(desk, open_handout) -> None:
    desk.panel.set_query("mosque")
    handout = open_handout()
    assert set(handout.dialog.choices.picker.claims()) == set(desk.panel.found_claims())


def test_without_a_section_it_says_what_to_do_and_keeps_the_pages(handout) -> None:
    pages = handout.dialog.page_count
    for row in handout.dialog.choices._sections.values():
        row.click()
    assert "Tick at least one section" in handout.notice
    assert not handout.dialog.maker.is_working
    assert handout.dialog.page_count == pages
    handout.change(handout.dialog.choices._sections["terrorism"].click)
    assert handout.notice == ""


def test_marks_on_every_page(handout) -> None:
    choices = handout.dialog.choices
    handout.qtbot.keyClicks(choices._watermark, "For comment")
    handout.qtbot.keyClicks(choices._copy, "3 of 12")
    handout.change(lambda: choices._handling.setCurrentIndex(choices._handling.findText("TLP:RED")))
    text = handout.text()
    assert "TLP:RED" in text
    assert "3 of 12" in text
    assert choices._handling.findText("TLP:CLEAR") == -1  # it stands there as the briefing's own


def test_only_the_last_of_several_choices_is_made(handout) -> None:
    shown = []
    handout.dialog.shown_anew.connect(lambda: shown.append(1))
    paper = handout.dialog.choices._paper
    with handout.qtbot.waitSignal(handout.dialog.maker.began):
        segment(paper, 1).click()
    with handout.qtbot.waitSignal(handout.dialog.maker.began):
        segment(paper, 0).click()
    handout.change(segment(paper, 1).click)
    assert handout.dialog._book.sizes[0] == pytest.approx((612, 792), abs=0.5)
    handout.qtbot.waitUntil(lambda: not handout.dialog.maker._background.is_busy())
    assert len(shown) == 1


def test_the_place_is_kept_by_its_heading_and_the_old_pages_stay_meanwhile(handout) -> None:
    dialog = handout.dialog
    mark = next(m for m in dialog._book.outline if m.title == "Policy options")
    dialog._go_to_place(mark.page, mark.top)
    handout.wait_for_pages()
    drawn = dialog.view.pictures.of(dialog.view.page).cacheKey()
    row = dialog.choices._sections["history"]
    with handout.qtbot.waitSignal(dialog.shown_anew):
        row.click()
        assert dialog.view.pictures.of(dialog.view.page).cacheKey() == drawn
        assert not dialog.progress.offers_cancel
    after = next(m for m in dialog._book.outline if m.title == "Policy options")
    assert after.page < mark.page
    assert dialog.view.page in (after.page, after.page - 1)
    top = dialog.view.verticalScrollBar().value()
    heading = dialog.view._layout.to_pixels(after.page, after.top)
    assert top <= heading < top + dialog.view.viewport().height()


def test_pages_are_turned_by_key_field_and_outline(handout) -> None:
    dialog, view = handout.dialog, handout.dialog.view
    handout.press(Key.Key_PageDown, CONTROL, dialog)
    assert view.page > 0
    dialog.bar.focus_page()
    handout.qtbot.keyClicks(dialog.bar._field, "7")
    handout.press(Key.Key_Return, target=dialog.bar._field)
    assert view.page in (5, 6)
    assert dialog.isVisible()
    handout.press(Key.Key_End, target=view)
    assert view.page >= dialog.page_count - 2
    handout.press(Key.Key_Home, target=view)
    assert view.page == 0
    actions = dialog.bar._outline.actions()
    assert len(actions) == len(dialog._book.outline) > 10
    wanted = next(a for a in actions if a.text().strip().startswith("Terrorism"))
    wanted.trigger()
    assert view.page in (wanted.data()[0], wanted.data()[0] - 1)


def test_zoom_by_key_wheel_and_menu(handout) -> None:
    dialog, view = handout.dialog, handout.dialog.view
    before = view.scale
    handout.press(Key.Key_Plus, CONTROL, dialog)
    assert view.scale > before
    assert view.fit is Fit.NONE
    middle = view.viewport().rect().center()
    page = view._layout.page_at(view.verticalScrollBar().value() + middle.y())
    points = view._layout.to_points(page, view.verticalScrollBar().value() + middle.y())
    wheel = QtGui.QWheelEvent(
        QtCore.QPointF(middle), view.viewport().mapToGlobal(QtCore.QPointF(middle)),
        QtCore.QPoint(), QtCore.QPoint(0, 240), QtCore.Qt.MouseButton.NoButton, CONTROL,
        QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    larger = view.scale
    view.wheelEvent(wheel)
    assert view.scale > larger
    after = view._layout.to_points(page, view.verticalScrollBar().value() + middle.y())
    assert after == pytest.approx(points, abs=2)
    next(a for a in dialog.bar._zooms.actions() if a.text() == "Fit width").trigger()
    assert view.fit is Fit.WIDTH
    assert dialog.bar._size.text() == "Fit width"
    assert view.horizontalScrollBar().maximum() == 0
    wanted = round(view._layout.boxes[view.page].width() * view.devicePixelRatioF())
    handout.qtbot.waitUntil(lambda: view.pictures.of(view.page).width() == wanted)


def test_pictures_are_kept_for_pages_near_the_view_only(handout) -> None:
    view = handout.dialog.view
    for page in range(handout.dialog.page_count):
        view.go_to(page)
        handout.qtbot.waitUntil(lambda page=page: view.pictures.is_current(page))
    assert len(view.pictures.pages) <= 10
    assert 0 not in view.pictures.pages


def test_find_marks_and_counts_and_goes_round(handout) -> None:
    dialog = handout.dialog
    handout.press(Key.Key_F, CONTROL, dialog)
    assert dialog.find_bar.isVisible()
    handout.qtbot.keyClicks(dialog.find_bar.field, "ceasefire")
    handout.qtbot.waitUntil(lambda: dialog.find_bar.count.text().startswith("1 of"))
    handout.qtbot.waitUntil(lambda: "…" not in dialog.find_bar.count.text())
    total = int(dialog.find_bar.count.text().split()[-1])
    assert total == handout.text().lower().count("ceasefire")
    first = dialog.view._marks.hit
    handout.press(Key.Key_F3, target=dialog)
    assert dialog.find_bar.count.text() == f"2 of {total}"
    handout.press(Key.Key_F3, SHIFT, dialog)
    handout.press(Key.Key_Return, SHIFT, dialog.find_bar.field)
    assert dialog.find_bar.count.text() == f"{total} of {total}"
    handout.press(Key.Key_Return, target=dialog.find_bar.field)
    assert dialog.view._marks.hit == first
    page, number = first
    box = dialog.view._layout.box_of(page, dialog.view._marks.hits[page][number][0])
    assert dialog.view._layout.boxes[page].contains(box.toRect())
    top = dialog.view.verticalScrollBar().value()
    assert top < box.center().y() < top + dialog.view.viewport().height()
    handout.press(Key.Key_Escape, target=dialog.find_bar.field)
    assert dialog.find_bar.isHidden()
    assert dialog.isVisible()


def test_what_is_not_there_is_said(handout) -> None:
    dialog = handout.dialog
    dialog.find_bar.open_bar()
    dialog.find_bar.field.setText("xylophone")
    handout.qtbot.waitUntil(lambda: dialog.find_bar.count.text() == "Not in these pages")


def test_the_page_is_read_to_screen_readers(handout) -> None:
    view = handout.dialog.view
    handout.qtbot.waitUntil(lambda: "Page 1 of" in view.accessibleDescription())
    assert "Friendly ties or not" in view.accessibleDescription()


def test_every_control_has_a_name(handout) -> None:
    from PySide6 import QtWidgets

    kinds = (QtWidgets.QAbstractButton, QtWidgets.QLineEdit, QtWidgets.QComboBox)
    for kind in kinds:
        for control in handout.dialog.findChildren(kind):
            if control.focusPolicy() != QtCore.Qt.FocusPolicy.NoFocus:
                assert control.accessibleName() or control.text(), control


def test_choices_are_remembered_for_the_briefing(handout) -> None:
    handout.change(segment(handout.dialog.choices._paper, 1).click)
    handout.change(handout.dialog.choices._sections["history"].click)
    handout.press(Key.Key_Escape, target=handout.dialog.view)
    assert handout.desk_handout.dialog is None
    handout.open()
    handout.wait_for_pages()
    assert handout.dialog.choices._paper.chosen() == 1
    assert not handout.dialog.choices._sections["history"].isChecked()
    handout.desk.window.close()
    from briefing_app.gui.state.window_state import read_window_state

    kept = read_window_state().handouts["pakistan-afghanistan-2022"]
    assert kept["paper"] == "letter"
    assert "history" not in kept["sections"]


def test_it_closes_with_the_window_and_leaves_nothing(handout) -> None:
    process = handout.dialog.source.process_id
    segment(handout.dialog.choices._paper, 1).click()
    handout.desk.window.close()
    assert handout.desk_handout.dialog is None
    handout.qtbot.waitUntil(lambda: not _is_alive(process))


def test_closing_while_pages_are_made_ends_the_process(handout, monkeypatch) -> None:
    from briefing_app.handout.compile_handout import HandoutCompilation

    with handout.qtbot.waitSignal(handout.dialog.maker.began):
        segment(handout.dialog.choices._paper, 1).click()
    compilation = handout.dialog.maker._compilation
    assert isinstance(compilation, HandoutCompilation)
    handout.dialog.close()
    handout.qtbot.waitUntil(lambda: compilation._cancelled)
    handout.qtbot.waitUntil(
        lambda: compilation._process is None or compilation._process.poll() is not None
    )


def test_cancel_keeps_the_last_good_pages(handout) -> None:
    pages = handout.pdf
    with handout.qtbot.waitSignal(handout.dialog.maker.began):
        segment(handout.dialog.choices._paper, 1).click()
    handout.dialog.progress.cancel_wished.emit()
    assert "those of the choices before" in handout.notice
    assert handout.pdf == pages
    handout.change(handout.notice_button("Set the pages").click)
    assert handout.pdf != pages


def test_a_compile_that_is_killed_is_said_and_can_be_tried_again(handout, caplog) -> None:
    pages = handout.pdf
    with handout.qtbot.waitSignal(handout.dialog.maker.began):
        segment(handout.dialog.choices._paper, 1).click()
    compilation = handout.dialog.maker._compilation
    with handout.qtbot.waitSignal(handout.dialog.maker.failed):
        handout.qtbot.waitUntil(lambda: compilation._process is not None)
        os.kill(compilation._process.pid, signal.SIGKILL)
    assert "ended from outside" in handout.notice
    assert handout.pdf == pages
    caplog.clear()
    handout.change(handout.notice_button("Try again").click)
    assert handout.notice == ""


def test_a_page_process_that_is_killed_is_said_and_comes_back(handout) -> None:
    with handout.qtbot.waitSignal(handout.dialog.source.failed):
        os.kill(handout.dialog.source.process_id, signal.SIGKILL)
    assert "process that draws them was ended" in handout.notice
    assert handout.dialog.view.pictures.pages  # what was drawn is still there to be read
    handout.change(handout.notice_button("Show the pages").click)
    assert handout.notice == ""


def test_another_theme_and_direction(handout) -> None:
    handout.desk.window.keeper.choose("high-contrast")
    handout.dialog.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    handout.wait_for_pages()
    assert handout.dialog._theme.name == "high-contrast"
    dialog = handout.dialog
    handout.qtbot.waitUntil(lambda: dialog.side.x() > dialog.view.x())


def test_the_dialog_follows_another_briefing(handout, repository) -> None:
    opening = handout.desk.session.commands.opening
    with handout.qtbot.waitSignal(opening.opened):
        opening.open_path(repository / "content" / "manual")
    dialog = handout.desk_handout.dialog
    assert "manual" in dialog.windowTitle().lower()


def test_the_dialog_stays_when_the_briefing_is_read_anew(
    open_desk, open_handout_of, repository, tmp_path
) -> None:
    folder = tmp_path / "briefing"
    shutil.copytree(repository / "content" / "pakistan-afghanistan-2022", folder)
    handout = open_handout_of(open_desk(folder))
    handout.change(segment(handout.dialog.choices._paper, 1).click)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("version: 1.0.0", "version: 1.1.0"), "utf-8")
    dialog = handout.dialog
    handout.change(lambda: handout.desk.act("reload"))
    assert handout.desk_handout.dialog is dialog
    assert dialog.choices._paper.chosen() == 1
    assert "1.1.0" in dialog.handing_out.file_name
    assert "Version 1.1.0" in handout.text()


def _is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
