"""The caret in the text (F7): arrows move it, Shift selects, Enter and zoom know where it is."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui

Key = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


def text_with_caret(desk, section: str = "terrorism"):
    desk.window.jumps.go_to_section(section)
    desk.act("caret")
    return desk.window.stack.prose()


def line_of(text) -> str:
    cursor = text.textCursor()
    cursor.select(QtGui.QTextCursor.SelectionType.LineUnderCursor)
    return cursor.selectedText()


def test_without_it_the_arrow_keys_scroll(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    desk.window.jumps.focus_text()
    text = desk.window.stack.prose()
    desk.press(Key.Key_Down)
    assert text.textCursor().position() == 0
    assert text.scroll_value() > 0


def test_it_goes_by_lines_and_words_and_selects(desk) -> None:
    text = text_with_caret(desk)
    assert text.hasFocus()
    desk.press(Key.Key_Down)
    second = text.textCursor().position()
    assert second > 0
    desk.press(Key.Key_Down, SHIFT)
    assert text.textCursor().selectedText()
    desk.press(Key.Key_Home, CONTROL)
    assert text.textCursor().position() == 0
    assert not text.textCursor().hasSelection()


def test_it_begins_where_the_reader_is(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    text = desk.window.stack.prose()
    text.set_scroll_value(300)
    desk.act("caret")
    assert text.viewport().rect().contains(text.cursorRect())
    assert text.scroll_value() == pytest.approx(300, abs=30)


def test_a_claim_gone_to_has_the_caret_and_enter_selects_the_one_it_is_on(desk) -> None:
    text = text_with_caret(desk)
    desk.window.jumps.go_to_claim("R12")
    start, _ = text.places.span_of(text.marks.of("R12")[0])
    assert text.textCursor().position() == start
    text.caret.put(text.places.span_of(text.marks.of("R17")[0])[0] + 3)
    desk.press(Key.Key_Return)
    assert desk.window.reading.selected == "R17"


def test_a_step_to_a_claim_takes_it_along_and_it_leaves_the_claim_again(desk) -> None:
    text = text_with_caret(desk)
    desk.press(Key.Key_F6)
    mark = text.marks.of_keyboard()[0]
    assert text.textCursor().position() == text.places.span_of(mark)[0]
    for _ in range(30):
        desk.press(Key.Key_Down)
    assert text.marks.of_keyboard()[0] != mark


def test_another_text_size_leaves_it_in_its_place(desk) -> None:
    text = text_with_caret(desk)
    text.caret.put(500)
    desk.act("zoom_in")
    assert text.textCursor().position() == 500
    assert line_of(text)


def test_in_text_on_a_page_the_page_scrolls_after_it(desk) -> None:
    desk.window.resize(1024, 640)
    desk.act("caret")
    text = desk.window.stack.texts()[-1]
    text.setFocus()
    desk.press(Key.Key_End, CONTROL)
    assert text.viewport().visibleRegion().contains(text.cursorRect().center())


def test_it_is_kept_for_the_next_start_and_for_other_tabs(open_desk, shipped_briefing_path) -> None:
    first = open_desk(shipped_briefing_path)
    text_with_caret(first)
    first.window.jumps.go_to_section("history")
    first.window.jumps.focus_text()
    first.press(Key.Key_Down)
    assert first.window.stack.prose().textCursor().position() > 0
    first.window.close()
    again = open_desk(shipped_briefing_path)
    assert again.window.actions_table.by_name["caret"].isChecked()
    again.act("caret")
    again.window.jumps.go_to_section("history")
    again.window.jumps.focus_text()
    again.press(Key.Key_Down)
    assert again.window.stack.prose().textCursor().position() == 0


def test_what_is_found_has_the_caret_and_its_line_can_be_read(desk) -> None:
    text = text_with_caret(desk, "history")
    desk.act("find")
    desk.qtbot.keyClicks(desk.window.focusWidget(), "Durand")
    desk.qtbot.waitUntil(lambda: text._state.found_current == 0)
    at = text.textCursor().position()
    assert text.document().toPlainText()[at:].startswith("Durand")
    assert "Durand Line" in text.body.words_of_line(at)


def test_in_the_projector_view_it_goes_along_with_the_paragraphs(desk) -> None:
    text = text_with_caret(desk, "history")
    desk.press(Key.Key_F11)
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_PageDown)
    assert text.places.paragraph_at(text.cursorRect().center()) == 2
    desk.press(Key.Key_Escape)
