"""The search field as a reader uses it, and the notes below it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.index.search_remarks import SearchRemarks
from briefing_app.gui.theme.theme import Theme
from briefing_app.search.results import Notice, Results

Key = QtCore.Qt.Key


@pytest.fixture
def field(qtbot):
    """The field below another one, in a shown window."""
    window = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(window)
    other = QtWidgets.QLineEdit(window)
    field = SearchField(Theme("light"), window)
    column.addWidget(other)
    column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    field.other = other
    yield field
    window.close()


def type_in(qtbot, field: SearchField, text: str) -> None:
    qtbot.keyClicks(field.focusProxy(), text)


def test_each_key_press_is_a_query(qtbot, field):
    heard = []
    field.query_edited.connect(heard.append)
    field.take_focus()
    type_in(qtbot, field, "ttp")
    assert heard == ["t", "tt", "ttp"]


def test_escape_clears_then_gives_the_keyboard_back(qtbot, field):
    field.take_focus()
    type_in(qtbot, field, "ttp")
    qtbot.keyClick(field.focusProxy(), Key.Key_Escape)
    assert (field.text(), field.focusProxy().hasFocus()) == ("", True)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.focusProxy(), Key.Key_Escape)
    assert field.other.hasFocus()


def test_escape_survives_that_the_other_part_is_gone(qtbot, field):
    field.take_focus()
    field.other.deleteLater()
    qtbot.waitSignal(field.other.destroyed).wait()
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.focusProxy(), Key.Key_Escape)


def test_taking_the_focus_again_selects_the_query(qtbot, field):
    field.set_text("old")
    field.take_focus()
    type_in(qtbot, field, "new")
    assert field.text() == "new"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Down, "left_downwards"),
        (Key.Key_Return, "entered"),
        (Key.Key_Enter, "entered"),
    ],
)
def test_keys_that_lead_out(qtbot, field, key, signal):
    field.take_focus()
    with qtbot.waitSignal(getattr(field, signal)):
        qtbot.keyClick(field.focusProxy(), key)


def test_the_cross_clears(qtbot, field):
    cross = field.findChild(QtWidgets.QAbstractButton)
    assert not cross.isVisible()
    field.set_text("ttp")
    assert cross.isVisible()
    qtbot.mouseClick(cross, QtCore.Qt.MouseButton.LeftButton)
    assert field.text() == ""


@pytest.fixture
def notes(qtbot):
    notes = SearchRemarks(Theme("light"))
    qtbot.addWidget(notes)
    notes.resize(450, 40)
    return notes


def test_notes_are_hidden_where_there_is_nothing_to_say(notes):
    notes.show_remarks(Results("kabul", (), 0))
    assert not notes.isVisible()


def test_notes_say_what_was_added_and_lead_back(qtbot, notes):
    also = ("Daud", "Dawood", "Da’ud", "Daoud Khan", "X")
    notes.show_remarks(Results("daoud", (), 0, also=also, only_typed="=daoud"))
    assert notes.isVisible()
    assert notes.accessibleName() == "also: Daud, Dawood, Da’ud and 2 more"
    link = notes.findChild(QtWidgets.QAbstractButton)
    assert link.text() == "only exactly “daoud”"
    with qtbot.waitSignal(notes.exactly_requested) as heard:
        qtbot.mouseClick(link, QtCore.Qt.MouseButton.LeftButton)
    assert heard.args == ["=daoud"]


def test_without_a_way_back_none_is_offered(notes):
    notes.show_remarks(Results("actor:ttp", (), 0, also=("Pakistani Taliban",)))
    assert notes.isVisible()
    assert not notes.findChild(QtWidgets.QAbstractButton).isVisible()


def test_notices_are_told(notes):
    notice = Notice(0, 4, "There is no field “actr”; did you mean “actor”?")
    notes.show_remarks(Results("actr:x", (), 0, notices=(notice,)))
    assert notes.accessibleName() == notice.message
    assert not notes.findChild(QtWidgets.QAbstractButton).isVisible()


def test_long_notes_wrap(notes):
    notes.show_remarks(Results("a", (), 0, notices=(Notice(0, 1, "word " * 60),)))
    assert notes.heightForWidth(200) > notes.heightForWidth(900) > 0
