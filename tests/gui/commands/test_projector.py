"""The projector view, and how the lines of the text are set."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.claims.hover_card import HoverCard
from briefing_app.gui.state.window_state import read_window_state

Key = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
CHROME = ("header", "tab_bar", "footer", "rail")


def project(desk, tab: str = "terrorism"):
    desk.window.jumps.go_to_section(tab)
    desk.window.jumps.focus_text()
    desk.press(Key.Key_F11)
    return desk.session.commands.projector


def shown(desk) -> tuple[str, int]:
    return desk.tab, desk.session.commands.projector._gone_to[1]


def test_only_the_text_is_left_large_and_everything_comes_back(desk) -> None:
    px = desk.window.keeper.theme.reading_px
    projector = project(desk)
    assert projector.is_on
    assert desk.window.isFullScreen()
    assert not desk.panel.isVisible()
    assert not desk.window.menuBar().isVisible()
    assert not any(getattr(desk.window, name).isVisible() for name in CHROME)
    assert desk.window.keeper.theme.reading_px > px
    assert desk.session.settings.current.reading_px == px
    desk.press(Key.Key_Escape)
    assert not projector.is_on
    assert not desk.window.isFullScreen()
    assert desk.panel.isVisible()
    assert desk.window.menuBar().isVisible()
    assert all(getattr(desk.window, name).isVisible() for name in CHROME[:3])
    assert desk.window.keeper.theme.reading_px == px


def test_f11_ends_it_too_and_a_folded_index_stays_folded(desk) -> None:
    desk.act("index")
    desk.window.jumps.go_to_claim("R12")
    projector = project(desk)
    assert desk.window.bars.strip_claim == ""
    desk.press(Key.Key_F11)
    assert not projector.is_on
    assert not desk.panel.isVisible()
    assert desk.window.rail.isVisible()
    assert desk.window.bars.strip_claim == "R12"


@pytest.mark.parametrize("forward", [Key.Key_PageDown, Key.Key_Space])
def test_paragraph_by_paragraph_through_the_sections_and_back(desk, forward: Key) -> None:
    project(desk, "takeover")
    seen = []
    while desk.tab != "terrorism" and len(seen) < 40:
        desk.press(forward)
        seen.append(shown(desk))
    numbers = [number for tab, number in seen if tab == "takeover"]
    assert numbers
    assert numbers == list(range(1, len(numbers) + 1))
    assert desk.tab == "terrorism"
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_PageDown)
    assert shown(desk) == ("terrorism", 2)
    desk.press(Key.Key_PageUp)
    assert shown(desk) == ("terrorism", 1)
    desk.press(Key.Key_Space, SHIFT)
    desk.press(Key.Key_PageUp)
    assert desk.tab == "takeover"
    desk.press(Key.Key_Escape)


@pytest.mark.parametrize(
    ("direction", "to_next"), [("LeftToRight", Key.Key_Right), ("RightToLeft", Key.Key_Left)]
)
def test_section_by_section(desk, direction: str, to_next: Key) -> None:
    desk.window.setLayoutDirection(getattr(QtCore.Qt.LayoutDirection, direction))
    project(desk, "history")
    desk.press(to_next)
    assert desk.tab == "takeover"
    back = Key.Key_Left if to_next == Key.Key_Right else Key.Key_Right
    desk.press(back)
    desk.press(back)
    desk.press(back)
    assert desk.tab == "overview"
    desk.press(Key.Key_Escape)


def test_esc_ends_one_thing_at_a_time(desk) -> None:
    choose(desk, "only", "judged")
    projector = project(desk)
    desk.press(Key.Key_Escape)
    assert not projector.is_on
    assert desk.session.commands.lens.lens
    desk.press(Key.Key_Escape)
    assert not desk.session.commands.lens.lens


def test_the_size_can_be_changed_without_touching_the_setting(desk) -> None:
    project(desk)
    px = desk.window.keeper.theme.reading_px
    desk.act("zoom_in")
    assert desk.window.keeper.theme.reading_px == px + 2
    desk.act("zoom_reset")
    assert desk.window.keeper.theme.reading_px == px
    desk.press(Key.Key_Escape)
    assert desk.window.keeper.theme.reading_px == desk.session.settings.current.reading_px == 17


def test_a_window_closed_in_the_projector_view_starts_as_it_was(open_desk, shipped_briefing_path):
    desk = open_desk(shipped_briefing_path)
    desk.window.resize(1200, 800)
    project(desk)
    desk.window.close()
    state = read_window_state()
    assert (state.width, state.height) == (1200, 800)
    again = open_desk(shipped_briefing_path)
    assert again.window.header.isVisible()
    assert again.window.keeper.theme.reading_px == 17


def test_the_keys_mean_what_they_always_do_outside_the_text(desk) -> None:
    project(desk)
    desk.act("find")
    field = QtWidgets.QApplication.focusWidget()
    desk.qtbot.keyClicks(field, "a b")
    assert field.text() == "a b"
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert not desk.session.commands.projector.is_on


def column_width(desk) -> int:
    return desk.window.stack.prose().body.geometry.column.width


def choose(desk, name: str, value: str) -> None:
    menu = desk.window.actions_table.submenus[name]
    next(action for action in menu.actions() if action.data() == value).trigger()


def test_the_line_width_is_chosen_and_kept(open_desk, shipped_briefing_path) -> None:
    desk = open_desk(shipped_briefing_path)
    desk.window.jumps.go_to_section("terrorism")
    desk.window.stack.prose().scroller.show_paragraph_at(3, 0.2)
    widths = []
    for value in ("narrow", "normal", "wide"):
        choose(desk, "measure", value)
        widths.append(column_width(desk))
        assert desk.window.stack.prose().scroller.first_visible_paragraph() == 3
    assert widths == sorted(set(widths))
    desk.window.close()
    again = open_desk(shipped_briefing_path)
    assert column_width(again) == widths[-1]


def test_justified_lines_are_chosen_and_kept(open_desk, shipped_briefing_path) -> None:
    desk = open_desk(shipped_briefing_path)
    desk.window.jumps.go_to_section("history")

    def alignments(desk) -> set[QtCore.Qt.AlignmentFlag]:
        document, found = desk.window.stack.prose().document(), set()
        block = document.begin()
        while block.isValid():
            if block.length() > 200:
                found.add(block.blockFormat().alignment() & QtCore.Qt.AlignmentFlag.AlignJustify)
            block = block.next()
        return found

    flag = QtCore.Qt.AlignmentFlag
    assert alignments(desk) == {flag(0)}
    desk.act("justified")
    assert alignments(desk) == {flag.AlignJustify}
    desk.window.close()
    again = open_desk(shipped_briefing_path)
    assert alignments(again) == {flag.AlignJustify}
    assert again.window.actions_table.by_name["justified"].isChecked()
    again.act("justified")
    assert alignments(again) == {flag(0)}


def lens_bar(desk):
    return desk.session.commands.lens.bar


def test_what_is_greyed_is_one_line_for_the_room_and_the_bar_comes_back(desk) -> None:
    desk.act("as_of")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "15 Aug 2021")
    desk.press(Key.Key_Return)
    desk.settle()  # until it is laid out
    before = lens_bar(desk).height()
    project(desk)
    bar = lens_bar(desk)
    assert bar.isVisible()
    assert bar.said.text().startswith("As of 15 Aug 2021  ·  ")
    assert "\n" not in bar.said.text()
    assert not bar.day_field.isVisible()
    assert not bar.close_button.isVisible()
    assert bar.said.font().pixelSize() >= 0.5 * desk.window.keeper.theme.reading_px
    desk.press(Key.Key_Escape)
    assert bar.isVisible()
    assert bar.day_field.isVisible()
    desk.qtbot.waitUntil(lambda: bar.height() == before)
    assert desk.session.commands.lens.lens.day is not None


def test_without_a_lens_nothing_is_above_the_text(desk) -> None:
    desk.act("as_of")
    desk.window.jumps.focus_text()
    project(desk)
    assert not lens_bar(desk).isVisible()
    desk.press(Key.Key_Escape)
    assert lens_bar(desk).isVisible()


def test_a_day_can_be_asked_for_before_the_room(desk) -> None:
    projector = project(desk)
    desk.act("as_of")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "15 Aug 2021")
    assert lens_bar(desk).day_field.isVisible()
    desk.press(Key.Key_Return)
    assert projector.is_on
    assert not lens_bar(desk).day_field.isVisible()
    assert lens_bar(desk).said.text().startswith("As of 15 Aug 2021")
    assert QtWidgets.QApplication.focusWidget() is desk.window.stack.prose()


def click_claim(desk, claim_id: str) -> None:
    text = desk.window.stack.prose()
    place = text.places.words_box(text.marks.of(claim_id)[0]).center()
    desk.qtbot.mouseClick(text.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
    desk.settle()


def record_card(desk):
    return next(card for card in desk.window.findChildren(HoverCard) if card.isVisible())


def test_a_click_on_a_claim_tells_the_room_who_says_so(desk) -> None:
    projector = project(desk)
    desk.settle()
    click_claim(desk, "R1")
    assert projector.record == "R1"
    card = record_card(desk)
    body = desk.window.keeper.theme.font("body")
    assert card._theme.font("detail").pointSizeF() >= 0.9 * body.pointSizeF()
    assert "Ahmed 2022" in card.accessibleDescription()
    assert desk.window.rect().contains(card.geometry())
    text = desk.window.stack.prose()
    desk.qtbot.mouseMove(text.viewport(), QtCore.QPoint(5, 5))
    assert projector.record == "R1"
    click_claim(desk, "R2")
    assert projector.record == "R2"
    desk.press(Key.Key_Escape)
    assert projector.record == ""
    assert projector.is_on
    click_claim(desk, "R1")
    desk.press(Key.Key_PageDown)
    assert projector.record == ""


def test_outside_the_projector_view_a_click_shows_no_such_card(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    desk.settle()
    click_claim(desk, "R1")
    assert desk.session.commands.projector.record == ""


def test_the_words_of_the_timeline_grow_too(desk) -> None:
    before = desk.window.keeper.theme.font("row").pointSizeF()
    project(desk, "timeline")
    theme = desk.window.keeper.theme
    assert theme.font("row").pointSizeF() > 1.2 * before
    assert theme.font("meta").pointSizeF() / before > 1
