"""The page that shows what can be typed, as a reader comes to it and leaves it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.grammar_page import ExampleRow, GrammarPage
from briefing_app.gui.kit.painted_buttons import IconButton

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


def page_of(desk) -> GrammarPage | None:
    page = desk.panel.findChild(GrammarPage)
    return page if page is not None and page.isVisible() else None


def help_button(desk) -> IconButton:
    buttons = desk.panel.findChildren(IconButton)
    return next(b for b in buttons if b.accessibleName() == "What you can type here (?)")


def examples(page: GrammarPage) -> list[ExampleRow]:
    return [row for row in page.rows if isinstance(row, ExampleRow)]


def test_a_question_mark_shows_it_and_escape_goes_back(desk):
    desk.type_query("?")
    assert page_of(desk) is not None
    desk.press(Key.Key_Escape)
    assert page_of(desk) is None
    assert desk.panel.query() == ""
    assert desk.panel.findChild(ClaimList).isVisible()


def test_an_example_is_run_by_the_keyboard(desk):
    desk.type_query("?")
    desk.press(Key.Key_Down)
    page = page_of(desk)
    assert page.hasFocus()
    desk.press(Key.Key_Down)
    wanted = page.current_target().removeprefix("query:")
    desk.press(Key.Key_Return)
    assert page_of(desk) is None
    assert desk.panel.query() == wanted
    assert isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)


def test_the_button_shows_it_and_escape_leaves_the_query_as_it_was(qtbot, desk):
    desk.type_query("ceasefire")
    qtbot.mouseClick(help_button(desk), LEFT)
    assert page_of(desk).hasFocus()
    desk.press(Key.Key_Escape)
    assert page_of(desk) is None
    assert desk.panel.query() == "ceasefire"
    qtbot.mouseClick(help_button(desk), LEFT)
    qtbot.mouseClick(help_button(desk), LEFT)
    assert page_of(desk) is None


def test_typing_on_leaves_it(desk):
    desk.type_query("?")
    desk.type_query("ceasefire")
    assert page_of(desk) is None


def test_up_on_the_first_example_leads_back_to_the_field(desk):
    desk.type_query("?")
    desk.press(Key.Key_Return)
    assert page_of(desk).hasFocus()
    desk.press(Key.Key_Up)
    assert isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)
    assert page_of(desk) is None


def test_a_click_runs_an_example_and_it_finds_as_many_as_it_says(qtbot, desk):
    desk.type_query("?")
    page = page_of(desk)
    for row in examples(page)[:6]:
        desk.panel.set_query("?")
        number = page.row_of(row.target)
        page.scrollTo(page.model().index(number, 0))
        place = page.visualRect(page.model().index(number, 0)).center()
        with qtbot.waitSignal(desk.panel.status_changed) as heard:
            qtbot.mouseClick(page.viewport(), LEFT, pos=place)
        found = row.sentence.rpartition(", ")[2]
        assert heard.args[0].startswith(found), row.sentence


def test_it_speaks_of_everything_that_can_be_typed(desk):
    desk.type_query("?")
    typed = " ".join(row.query for row in examples(page_of(desk)))
    for part in ('"', "=", "*", " -", " OR ", "(", "..", ">="):
        assert part in typed
    for field in ("actor", "place", "tag", "section", "type", "confidence", "source", "id", "date"):
        assert f"{field}:" in typed


@pytest.mark.parametrize("width", [320, 520])
def test_no_row_is_wider_than_the_page(qtbot, desk, width):
    desk.type_query("?")
    page = page_of(desk)
    page.setFixedWidth(width)
    for row in page.rows:
        assert row.height(page._look, page.words_px()) > 0
    assert not page.grab().isNull()
