"""Names and abbreviations explained where they stand, by pointer and by keyboard."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.claims.hover_card import HoverCard

Key = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


def card(desk) -> HoverCard:
    return next(c for c in desk.window.findChildren(HoverCard) if c.isVisible())


def has_card(desk) -> bool:
    return any(c.isVisible() for c in desk.window.findChildren(HoverCard))


def rest_on(desk, words: str, *, claimed: bool) -> None:
    """Rest the pointer on words of the text that stand in a claim, or in none."""
    prose = desk.window.stack.prose()
    for run in prose.body.runs():
        at = -1
        while (at := run.text.find(words, at + 1)) >= 0:
            ((start, end),) = run.spans([(at, at + len(words))])
            prose.scroller.show_position(start)
            point = prose.places.box_of(start, end).center()
            pointed = prose.places.pointed_at(point)
            if (pointed is not None and bool(pointed.claims)) is claimed:
                desk.qtbot.mouseMove(prose.viewport(), point + QtCore.QPoint(40, 200))
                desk.qtbot.mouseMove(prose.viewport(), point)
                desk.qtbot.waitUntil(lambda: has_card(desk))
                return
    raise AssertionError(words)


def test_an_abbreviation_outside_a_claim_has_a_card_of_its_own(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    rest_on(desk, "TTP", claimed=False)
    assert card(desk).claims() == ()
    assert "TTP: Tehrik-e-Taliban Pakistan, Group." in card(desk).accessibleDescription()
    desk.press(Key.Key_Escape)
    assert not has_card(desk)


def test_in_a_claim_the_name_is_explained_below_its_record(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    rest_on(desk, "SATP", claimed=True)
    assert card(desk).claims() == ("R12",)
    said = card(desk).accessibleDescription()
    assert said.startswith("R12")
    assert "South Asia Terrorism Portal" in said
    desk.press(Key.Key_Escape)


def test_ctrl_space_explains_the_names_of_the_claim(desk) -> None:
    desk.window.jumps.go_to_claim("R17")
    desk.window.jumps.focus_text()
    desk.press(Key.Key_Space, CONTROL)
    assert card(desk).claims() == ("R17",)
    assert "Tehrik-e-Taliban Pakistan" in card(desk).accessibleDescription()
    desk.press(Key.Key_Escape)


def test_ctrl_space_without_a_claim_explains_the_names_of_the_paragraph_at_the_top(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    desk.window.stack.prose().scroller.show_paragraph_at(4, 0.5)
    desk.press(Key.Key_Space, CONTROL)
    assert card(desk).claims() == ()
    assert "Islamic State – Khorasan Province, Group" in card(desk).accessibleDescription()
    inside = card(desk).geometry().adjusted(10, 10, -10, -10)
    assert desk.window.rect().contains(inside)
    desk.press(Key.Key_Escape)


def test_nothing_of_it_is_made_before_it_is_wanted(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    assert desk.window.stack.prose()._hover._names._made is None
    assert QtWidgets.QApplication.focusWidget() is not None
