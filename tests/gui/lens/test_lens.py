"""Only some claims, and as of a day: greyed in the text, marked in the index, told in words."""

from __future__ import annotations

import datetime
import itertools
import re

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app import paths
from briefing_app.gui.index.claim_list_model import ROW_ROLE
from briefing_app.gui.kit.painted_item import ClaimItem
from briefing_app.model.claim_lens import Lens, Only

Key = QtCore.Qt.Key
SHIFT_CONTROL = (
    QtCore.Qt.KeyboardModifier.ShiftModifier | QtCore.Qt.KeyboardModifier.ControlModifier
)


def greyed(desk) -> str:
    """The words of the text that are grey."""
    prose = desk.window.stack.prose()
    return "".join(part.cursor.selectedText() for part in prose.extraSelections())


def choose(desk, value: str) -> None:
    menu = desk.window.actions_table.submenus["only"]
    next(action for action in menu.actions() if action.data() == value).trigger()


def ask_for_day(desk, text: str):
    desk.window.jumps.focus_text()
    desk.press(Key.Key_D, SHIFT_CONTROL)
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), text)
    return desk.session.commands.lens.bar


def row_words(desk, claim_id: str) -> str:
    model = desk.panel._list.model()
    for number in range(model.rowCount()):
        row = model.index(number, 0).data(ROW_ROLE)
        if getattr(row, "id", "") == claim_id:
            return model.sentence(row)
    raise AssertionError(claim_id)


def test_only_judged_greys_all_other_words_and_says_how_many_stand_out(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    choose(desk, "judged")
    words = greyed(desk)
    assert "Two decades of losses" in words
    assert "lost more than 80,000" in words
    assert "the move of al-Qaeda fighters" not in words
    bar = desk.session.commands.lens.bar
    assert "17 of 71 claims stand out" in bar.said.text()
    choose(desk, "all")
    assert greyed(desk) == ""
    assert not desk.session.commands.lens.lens


def test_as_of_a_day_greys_what_came_later_in_text_and_index(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    bar = ask_for_day(desk, "15 Aug 2021")
    words = greyed(desk)
    assert "272 terrorist incidents" in words
    assert "Two decades of losses" not in words
    assert "lost more than 80,000" not in words
    assert "came after 15 Aug 2021" in bar.said.text()
    assert "does not say when each thing became known" in bar.said.text()
    assert "after 15 Aug 2021" in row_words(desk, "R12")
    assert "source after 15 Aug 2021" not in row_words(desk, "R12")
    assert "source after 15 Aug 2021" in row_words(desk, "I1")
    assert "after 15 Aug 2021" not in row_words(desk, "H1")


def test_the_search_goes_on_under_the_lens(desk) -> None:
    ask_for_day(desk, "2021-08-15")
    desk.type_query("ceasefire")
    assert "after 15 Aug 2021" in row_words(desk, "R17")
    assert desk.session.commands.lens.lens.day == datetime.date(2021, 8, 15)


def test_a_text_opened_later_is_seen_through_the_same_lens(desk) -> None:
    choose(desk, "said")
    desk.window.jumps.go_to_section("takeover")
    assert greyed(desk)


def test_pages_of_claims_leave_out_what_does_not_stand_out(desk) -> None:
    desk.window.jumps.go_to_section("history")
    ask_for_day(desk, "2000")
    bar = desk.window.tab_bar
    bar.setCurrentIndex(bar.index_of("timeline"))
    timeline = desk.window.stack.page("timeline")
    shown = {dated.claim.id for dated in timeline._shown}
    assert shown
    assert shown < desk.window.stack._lens.lit


@pytest.mark.parametrize("way", ["esc in the box", "esc in the text", "cross", "empty box"])
def test_one_step_shows_everything_again(desk, way: str) -> None:
    desk.window.jumps.go_to_section("terrorism")
    bar = ask_for_day(desk, "2021-08-15")
    assert greyed(desk)
    if way == "esc in the box":
        desk.press(Key.Key_Escape)
    elif way == "esc in the text":
        desk.window.jumps.focus_text()
        desk.press(Key.Key_Escape)
    elif way == "cross":
        desk.qtbot.mouseClick(bar.close_button, QtCore.Qt.MouseButton.LeftButton)
    else:
        bar.day_field.selectAll()
        desk.press(Key.Key_Backspace)
    assert greyed(desk) == ""
    assert "after 15" not in row_words(desk, "R12")
    assert bar.isVisible() is (way == "empty box")


def test_what_is_no_day_yet_is_marked_and_changes_nothing(desk) -> None:
    bar = ask_for_day(desk, "15 Au")
    assert not desk.session.commands.lens.lens
    assert "Not a day yet" in bar.day_field.toolTip()
    desk.qtbot.keyClicks(bar.day_field, "g 2021")
    assert bar.day_field.toolTip() == ""
    assert bar.lens() == Lens(Only.ALL, datetime.date(2021, 8, 15))


def test_the_slider_goes_from_one_change_to_the_next(desk) -> None:
    bar = ask_for_day(desk, "")
    bar.slider.setFocus()
    counts = []
    while bar.slider.value() > bar.slider.minimum():
        desk.press(Key.Key_Left)
        counts.append(len(desk.window.stack._lens.later))
        assert bar.day_field.text()
    assert counts[0] == 0
    assert all(a < b for a, b in itertools.pairwise(counts))
    desk.press(Key.Key_End)
    assert not bar.lens()


def test_chips_and_day_work_together(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    bar = ask_for_day(desk, "2021-08-15")
    desk.qtbot.mouseClick(bar._chips[Only.REPORTED], QtCore.Qt.MouseButton.LeftButton)
    lens = desk.session.commands.lens.lens
    assert lens == Lens(Only.REPORTED, datetime.date(2021, 8, 15))
    checked = [
        a.data() for a in desk.window.actions_table.submenus["only"].actions() if a.isChecked()
    ]
    assert checked == ["reported"]
    desk.qtbot.mouseClick(bar._chips[Only.REPORTED], QtCore.Qt.MouseButton.LeftButton)
    assert desk.session.commands.lens.lens.only is Only.ALL


def test_another_briefing_is_seen_through_the_same_lens(desk, repository) -> None:
    choose(desk, "judged")
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_path(
            repository / "tests" / "fixtures" / "valid" / "minimal"
        )
    bar = desk.session.commands.lens.bar
    assert f"of {len(desk.window.reading.references.claims)} claims" in bar.said.text()


def test_greyed_words_stay_grey_in_other_colours(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    choose(desk, "judged")
    desk.window.keeper.choose("dark")
    grey = desk.window.keeper.theme.colour("dimmed")
    parts = desk.window.stack.prose().extraSelections()
    assert parts
    assert {part.format.foreground().color().name() for part in parts} == {grey.name()}


@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_nothing_of_the_bar_is_cut(desk, width: int) -> None:
    desk.window.resize(width, 700)
    bar = ask_for_day(desk, "2021-08-15")
    said = bar.said
    desk.qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    for chip in bar._chips.values():
        assert bar._row.rect().contains(chip.geometry())
    for part in (bar.day_field, bar.slider):
        assert bar._day_row.rect().contains(part.geometry())


def greyed_items(desk) -> dict[str, bool]:
    items = desk.window.stack.currentWidget().findChildren(ClaimItem)
    return {item.claim_id: item.is_greyed for item in items}


def grey_in_picture(desk, widget: QtWidgets.QWidget) -> bool:
    """Whether the widget's words are drawn in the ink of what is greyed, and none in full ink."""
    theme = desk.window.keeper.theme
    picture = widget.grab().toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for y in range(picture.height())
        for x in range(picture.width() // 2)
    }
    assert theme.colour("dimmed").name() != theme.colour("ink").name()
    return theme.colour("dimmed").name() in inks and theme.colour("ink").name() not in inks


def test_cards_of_the_overview_are_greyed_as_the_text_is(desk) -> None:
    assert not any(greyed_items(desk).values())
    choose(desk, "advised")
    found = greyed_items(desk)
    assert found["K13"]
    assert not found["O12"]
    card = next(
        item
        for item in desk.window.stack.currentWidget().findChildren(ClaimItem)
        if item.claim_id == "K13"
    )
    assert "Greyed" in card.accessibleDescription()
    assert grey_in_picture(desk, card)
    card.set_selected(True)
    assert not grey_in_picture(desk, card)
    choose(desk, "all")
    assert not any(greyed_items(desk).values())


def test_claims_of_options_are_greyed_and_their_text_as_well_once_it_is_opened(desk) -> None:
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("policy-options"))
    choose(desk, "advised")
    found = greyed_items(desk)
    assert found["O1"]
    assert not found["O12"]
    desk.window.stack.show_text()
    assert "Islamabad" in greyed(desk)
    page = desk.window.stack.currentWidget()
    page.set_side_by_side()
    choose(desk, "all")
    page.show_text()
    assert greyed(desk) == ""


@pytest.mark.parametrize("key", ["people", "sources"])
def test_claims_on_pages_of_records_are_greyed(desk, key) -> None:
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of(key))
    choose(desk, "judged")
    page = desk.window.stack.currentWidget()
    assert page.greys("H14")
    assert not page.greys("I1")
    choose(desk, "all")
    assert not page.greys("H14")


@pytest.mark.parametrize(
    ("only", "query", "said"),
    [
        ("judged", "", "greyed ones left out"),
        ("all", "ceasefire", "as filtered in the claim index"),
        ("judged", "TTP", "greyed ones left out"),
    ],
)
def test_the_timeline_says_what_leaves_claims_out(desk, only, query, said) -> None:
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("timeline"))
    if query:
        desk.type_query(query)
        desk.qtbot.waitUntil(lambda: "filtered" in timeline_words(desk))
    if only != "all":
        choose(desk, only)
    assert said in timeline_words(desk)
    assert ("claim index" in timeline_words(desk)) == bool(query)


def timeline_words(desk) -> str:
    labels = desk.window.stack.currentWidget().findChildren(QtWidgets.QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize(("height", "whole"), [(900, True), (480, False)])
def test_a_low_window_keeps_its_room_for_the_text(desk, height, whole) -> None:
    desk.window.resize(1440, height)
    bar = ask_for_day(desk, "15 Aug 2021")
    assert "came after 15 Aug 2021" in bar.said.text()
    assert ("does not say when" in bar.said.text()) is whole
    assert ("does not say when" in bar.said.toolTip()) is not whole
    assert "does not say when" in bar.said.accessibleName()


def read_as_of(desk, day: str) -> None:
    desk.act("as_of")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), day)


def test_the_manual_has_no_claims_to_grey_and_the_lens_is_there_again_after_it(desk) -> None:
    read_as_of(desk, "15 Aug 2021")
    bar = desk.session.commands.lens.bar
    before = bar.said.text()
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_path(paths.manual())
    assert not bar.isVisible()
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.back()
    assert bar.isVisible()
    assert bar.said.text() == before


def test_a_claim_that_came_later_may_be_gone_with_the_next_save(live, folder) -> None:
    read_as_of(live, "15 Aug 2021")
    assert "R23" in live.session.commands.lens._seen.later
    with live.qtbot.waitSignal(live.window.index.built):
        for path in folder.rglob("*.*"):
            if path.suffix in (".yaml", ".md"):
                path.write_text(re.sub(r"\bR23\b", "R99", path.read_text("utf-8")), "utf-8")
    assert "R99" in live.session.commands.lens._seen.later
