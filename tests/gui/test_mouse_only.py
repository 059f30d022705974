"""What could be done only with a pointer: by keys as well."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.prose.prose_menu import ProseMenu

Key = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier


def menu_by_key(text) -> list[str]:
    reason = QtGui.QContextMenuEvent.Reason.Keyboard
    QtWidgets.QApplication.sendEvent(
        text.viewport(), QtGui.QContextMenuEvent(reason, QtCore.QPoint(), QtCore.QPoint())
    )
    menu = text.findChildren(ProseMenu)[-1]
    names = [action.text().replace("&", "") for action in menu.actions() if action.isEnabled()]
    menu.close()
    return names


def test_the_menu_of_a_text_is_of_the_paragraph_that_is_read(desk) -> None:
    desk.window.jumps.go_to_section("history")
    text = desk.window.stack.prose()
    text.show_paragraph_at_top(2)
    assert "Copy place “History ¶2”" in menu_by_key(text)


def test_the_menu_of_a_text_is_of_the_claim_that_the_keyboard_is_on(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    text = desk.window.stack.prose()
    mark = text.marks.of("R17")[0]
    text.marks.go_to(mark, "R17")
    names = menu_by_key(text)
    assert "Copy with citation" in names
    assert any(name.startswith("Copy place “Terrorism ¶7") for name in names), names


def test_the_menu_of_a_text_is_of_the_caret(desk) -> None:
    desk.window.jumps.go_to_section("history")
    desk.act("caret")
    text = desk.window.stack.prose()
    text.caret.put(text.places.span_of(text.marks.of("H5")[0])[0])
    names = menu_by_key(text)
    assert "Copy place “History ¶2”" in names
    assert "Copy with citation" in names


@pytest.mark.parametrize("width", [1440, 1180, 1000])
def test_the_claim_index_is_made_wider_and_narrow_again(desk, width: int) -> None:
    desk.window.resize(width, 800)
    seen = []
    for _ in range(5):
        desk.press(Key.Key_F9, SHIFT)
        seen.append(desk.panel.width())
    assert len({*seen}) >= 4
    assert max(seen) - min(seen) > 150
    assert desk.panel.isVisible()


def test_the_width_given_by_keys_is_kept(desk) -> None:
    before = desk.panel.width()
    desk.press(Key.Key_F9, SHIFT)
    chosen = desk.panel.width()
    assert chosen > before
    desk.act("index")
    desk.act("index")
    assert desk.panel.width() == pytest.approx(chosen, abs=2)
    assert desk.window.layout_widget.index_width == chosen
