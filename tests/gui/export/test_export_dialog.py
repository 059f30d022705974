"""Exporting from the window: what is chosen, the file beside it, and what is saved."""

from __future__ import annotations

import csv
import gc
import io
import json
import weakref

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.export.claim_columns import COLUMNS
from briefing_app.export.exports import exported
from briefing_app.export.formats import CSL_JSON, CSV, FORMATS

Key = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_export(desk):
    """Open the dialog; the first file is shown."""

    def open_it():
        desk.act("export")
        dialog = desk.session.commands.exporting.dialog
        desk.qtbot.waitSignal(dialog.previewed).wait()
        return dialog

    yield open_it
    if desk.session.commands.exporting.dialog is not None:
        desk.session.commands.exporting.dialog.reject()


def choose(desk, button):
    dialog = desk.session.commands.exporting.dialog
    with desk.qtbot.waitSignal(dialog.previewed):
        button.click()


def save_to(desk, target):
    """Press Enter: the target is given instead of a file dialog; return what was suggested."""
    asked = []
    exporting = desk.session.commands.exporting
    exporting._ask = lambda _parent, suggestion, kinds: asked.append((suggestion, kinds)) or target
    desk.qtbot.keyClick(exporting.dialog, Key.Key_Return)
    return asked[0]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_bytes_that_are_shown_are_saved(desk, open_export, tmp_path, form) -> None:
    dialog = open_export()
    if form is not CSV:
        choose(desk, dialog.forms[form])
    target = tmp_path / "out"
    suggestion, kinds = save_to(desk, target)
    desk.qtbot.waitUntil(lambda: desk.session.commands.exporting.dialog is None)
    assert target.read_bytes() == exported(desk.window.reading.opened.briefing, form)
    assert suggestion.name.startswith("pakistan-after-the-taliban-takeover-1.0.0-2026-11-22.")
    assert f"*{suggestion.suffix}" in kinds
    assert str(target) in desk.window.task_bar.text.text()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_it_opens_by_key(desk) -> None:
    desk.press(Key.Key_E, CONTROL)
    assert desk.session.commands.exporting.dialog.isVisible()


def test_the_claims_of_the_search_are_offered_first_in_their_order(desk, open_export) -> None:
    desk.type_query("ceasefire")
    dialog = open_export()
    assert dialog.found_claims.isChecked()
    assert "5 claims found by “ceasefire”" in dialog.found_claims.text().replace("&", "")
    shown = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert shown == list(desk.panel.found_claims())
    choose(desk, dialog.all_claims)
    assert "71 claims" in dialog.summary.text()
    assert dialog.table.rowCount() == 50


def test_a_search_that_finds_nothing_cannot_be_exported(desk, open_export) -> None:
    desk.type_query("zzzz")
    dialog = open_export()
    assert dialog.all_claims.isChecked()
    assert not dialog.found_claims.isEnabled()


def test_columns_are_chosen_and_found_again(desk, open_export, tmp_path) -> None:
    dialog = open_export()
    choose(desk, dialog.none)
    choose(desk, dialog.exact)
    header = [
        dialog.table.horizontalHeaderItem(column).text()
        for column in range(dialog.table.columnCount())
    ]
    assert header == ["id", "text"]
    save_to(desk, tmp_path / "two.csv")
    desk.qtbot.waitUntil(lambda: desk.session.commands.exporting.dialog is None)
    rows = list(csv.reader(io.StringIO((tmp_path / "two.csv").read_text("utf-8-sig"))))
    assert rows[0] == ["id", "text"]
    again = open_export()
    assert again.chosen_columns() == ("id", "text")
    assert again.exact.isChecked()
    choose(desk, again.every)
    assert again.chosen_columns() == COLUMNS


def test_columns_are_moved_by_key_and_stay_so(desk, open_export) -> None:
    dialog = open_export()
    choose(desk, dialog.none)
    dialog.columns.setCurrentRow(0)
    alt = QtCore.Qt.KeyboardModifier.AltModifier
    for key, times in ((Key.Key_Up, 1), (Key.Key_Down, len(COLUMNS) + 2), (Key.Key_Up, 1)):
        for _ in range(times):
            desk.qtbot.keyClick(dialog.columns, key, alt)
    desk.qtbot.waitSignal(dialog.previewed).wait()
    assert dialog.columns.currentItem().text() == "id"
    assert dialog.chosen_columns() == ("text", "id")
    assert dialog.table.horizontalHeaderItem(0).text() == "text"
    dialog.reject()
    again = open_export()
    assert again.chosen_columns() == ("text", "id")
    choose(desk, again.every)
    assert again.chosen_columns() == COLUMNS


def test_the_memory_of_a_file_is_given_back_when_the_dialog_has_gone(
    desk, open_export, monkeypatch
) -> None:
    given = []
    monkeypatch.setattr(
        "briefing_app.gui.export.exporting.give_memory_back", lambda: given.append(1)
    )
    dialog = open_export()
    gone = weakref.ref(dialog)
    dialog.reject()
    del dialog
    desk.qtbot.waitUntil(lambda: bool(given))
    gc.collect()
    assert gone() is None


def test_without_a_column_there_is_nothing_to_save(desk, open_export) -> None:
    dialog = open_export()
    choose(desk, dialog.none)
    for name in ("id", "text"):
        item = dialog.columns.findItems(name, QtCore.Qt.MatchFlag.MatchExactly)[0]
        item.setCheckState(QtCore.Qt.CheckState.Unchecked)
    desk.qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.problem.text() == "Tick at least one column."
    assert not dialog.save.isEnabled()


def test_the_sources_of_what_was_found(desk, open_export) -> None:
    desk.type_query("id:R12")
    dialog = open_export()
    choose(desk, dialog.forms[CSL_JSON])
    items = json.loads(dialog.text.toPlainText())
    assert {item["id"] for item in items} == {"ahmed-2022", "satp"}
    assert not dialog.table_choices.isVisible()


def test_what_cannot_be_written_is_said_and_can_be_tried_again(desk, open_export, tmp_path) -> None:
    dialog = open_export()
    save_to(desk, tmp_path)  # a folder
    desk.qtbot.waitUntil(dialog.problem.isVisible)
    assert "belongs to a folder" in dialog.problem.text()
    assert list(tmp_path.iterdir()) == []
    save_to(desk, tmp_path / "good.csv")
    desk.qtbot.waitUntil((tmp_path / "good.csv").exists)


def test_whoever_changes_their_mind_has_saved_nothing(desk, open_export, tmp_path) -> None:
    dialog = open_export()
    save_to(desk, None)
    assert dialog.isVisible()
    desk.qtbot.keyClick(dialog, Key.Key_Escape)
    assert desk.session.commands.exporting.dialog is None
    assert list(tmp_path.iterdir()) == []


def test_every_control_has_its_words(desk, open_export) -> None:
    dialog = open_export()
    for control in dialog.findChildren(QtWidgets.QWidget):
        if control.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus and control.isVisible():
            text = getattr(control, "text", str)
            assert control.accessibleName() or (callable(text) and text()), control


def test_a_file_is_opened_by_the_menu(desk, repository) -> None:
    file = repository / "tests" / "fixtures" / "valid" / "minimal" / "briefing.yaml"
    asked = []
    opening = desk.session.commands.opening
    opening._ask_for_file = lambda _parent, start: asked.append(start) or str(file)
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.act("open_file")
    assert desk.window.reading.opened.path == file.parent
    assert asked


@pytest.mark.parametrize("name", ["claims.yaml", "briefing.yaml", "linked.csv"])
def test_no_file_of_the_briefing_is_written_over(live, folder, tmp_path, name) -> None:
    live.act("export")
    exporting = live.session.commands.exporting
    live.qtbot.waitSignal(exporting.dialog.previewed).wait()
    target, before = folder / name, (folder / "claims.yaml").read_bytes()
    if name == "linked.csv":
        target.symlink_to(folder / "claims.yaml")
    save_to(live, target)
    live.qtbot.waitUntil(
        lambda: "is a file of the briefing itself" in exporting.dialog.problem.text()
    )
    assert (folder / "claims.yaml").read_bytes() == before
    exporting.dialog.reject()


@pytest.mark.parametrize("answer", ["Replace", "Keep the file"])
def test_a_file_of_another_kind_is_replaced_only_when_asked(
    desk, open_export, tmp_path, monkeypatch, answer
) -> None:
    open_export()
    target = tmp_path / "letter.docx"
    target.write_bytes(b"PK\x03\x04 a letter")
    asked = []

    def answered(box) -> None:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == answer).click()

    monkeypatch.setattr(QtWidgets.QMessageBox, "exec", answered)
    save_to(desk, target)
    exporting = desk.session.commands.exporting
    if answer == "Replace":
        desk.qtbot.waitUntil(lambda: exporting.dialog is None)
        assert not target.read_bytes().startswith(b"PK")
    else:
        desk.qtbot.waitUntil(lambda: "left as it is" in exporting.dialog.problem.text())
        assert target.read_bytes() == b"PK\x03\x04 a letter"
    (words,) = asked
    assert "letter.docx is there and is not" in words


def test_the_separator_is_chosen_and_found_again(desk, open_export, tmp_path) -> None:
    dialog = open_export()
    with desk.qtbot.waitSignal(dialog.previewed):
        dialog.separator.setCurrentIndex(dialog.separator.findData("semicolon"))
    assert dialog.table.columnCount() == len(COLUMNS)
    save_to(desk, tmp_path / "out.csv")
    desk.qtbot.waitUntil(lambda: desk.session.commands.exporting.dialog is None)
    assert (tmp_path / "out.csv").read_bytes().startswith(b'\xef\xbb\xbf"id";"section";')
    assert open_export().separator.currentData() == "semicolon"
