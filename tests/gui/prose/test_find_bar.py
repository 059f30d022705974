"""The find bar as a reader uses it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.prose import find_bar
from briefing_app.gui.prose.find_bar import FindBar
from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import DARK, LIGHT, Theme
from briefing_app.model.briefing import Briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import Heading, Paragraph, RichText, Table

Key = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
FILL = "Nothing of note stands here. " * 12


def text(number: int) -> Paragraph:
    extra = "The café’s Needle is found. " if number % 5 == 0 else ""
    return Paragraph(RichText(FILL + extra + FILL), number)


BLOCKS = (
    Heading(RichText("A needle in a heading"), 2),
    *(text(number) for number in range(1, 31)),
    Table((RichText("needles"),), ((RichText("one needle"),),), 31),
)
FOUND = 9  # heading, six paragraphs, two cells


@pytest.fixture
def references() -> CrossReferences:
    date = EdtfDate("2022")
    return CrossReferences(Briefing("b", "B", "en", "1", date, date, (), (), ()))


@pytest.fixture
def make_view(qtbot, references):
    def made(blocks=BLOCKS, *, kept: bool = True) -> ProseView:
        view = ProseView(
            blocks,
            references,
            Theme(LIGHT),
            section_id="s",
            style=ProseStyle(),
            read_picture=lambda _path: b"",
        )
        if kept:
            qtbot.addWidget(view)
        return view

    return made


@pytest.fixture
def window(qtbot, make_view):
    window = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    window.view = make_view()
    window.bar = FindBar(Theme(LIGHT))
    column.addWidget(window.view)
    column.addWidget(window.bar)
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.setFocus()
    window.bar.set_target(window.view)
    return window


def field(bar: FindBar) -> QtWidgets.QLineEdit:
    return bar.findChild(QtWidgets.QLineEdit)


def settle(qtbot, bar: FindBar) -> None:
    qtbot.waitUntil(lambda: not bar._slice.isActive())


def find(qtbot, window, words: str) -> str:
    window.bar.open()
    field(window.bar).selectAll()
    qtbot.keyClicks(field(window.bar), words)
    settle(qtbot, window.bar)
    return window.bar.state_text()


def test_it_counts_and_goes_on_with_enter_and_f3(qtbot, window):
    assert find(qtbot, window, "needle") == f"1 of {FOUND}"
    states = []
    for key, modifier in (
        (Key.Key_Return, None),
        (Key.Key_F3, None),
        (Key.Key_F3, SHIFT),
        (Key.Key_Return, SHIFT),
    ):
        qtbot.keyClick(field(window.bar), key, modifier or QtCore.Qt.KeyboardModifier.NoModifier)
        states.append(window.bar.state_text())
    assert states == [f"{n} of {FOUND}" for n in (2, 3, 2, 1)]


def test_it_goes_round_and_says_so(qtbot, window):
    find(qtbot, window, "needle")
    window.bar.find_previous()
    assert window.bar.state_text() == f"{FOUND} of {FOUND} · from the end"
    window.bar.find_next()
    assert window.bar.state_text() == f"1 of {FOUND} · from the top"


def test_the_place_is_scrolled_into_view_and_lit(qtbot, window):
    find(qtbot, window, "needle")
    for _ in range(FOUND - 1):
        window.bar.find_next()
        state = window.view._state
        start, _ = state.found[state.found_current]
        top, bottom = window.view.body.line_at(start)
        scroll, height = window.view.scroll_value(), window.view.viewport().height()
        assert scroll <= top < bottom <= scroll + height
    assert len(window.view._state.found) == FOUND


def test_it_begins_where_the_reader_is(qtbot, window):
    window.view.show_paragraph(12)
    assert find(qtbot, window, "needle") == f"4 of {FOUND}"


def test_it_begins_with_the_selected_words(qtbot, window):
    cursor = window.view.document().find("found")
    window.view.setTextCursor(cursor)
    window.bar.open()
    assert field(window.bar).text() == "found"
    settle(qtbot, window.bar)
    assert window.bar.state_text() == "1 of 6"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("CAFE'S", "1 of 6"),
        ("nothing at all", "Nothing found"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_accents_capitals_and_quotes_do_not_count(qtbot, window, words, state):
    assert find(qtbot, window, words) == state


def toggle(bar: FindBar, name: str) -> QtWidgets.QAbstractButton:
    buttons = bar.findChildren(QtWidgets.QAbstractButton)
    return next(button for button in buttons if button.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "words", "count"), [("Whole words", "needle", 8), ("Match case", "Needle", 6)]
)
def test_whole_words_and_case_are_switched_on_by_click(qtbot, window, name, words, count):
    find(qtbot, window, words)
    qtbot.mouseClick(toggle(window.bar, name), QtCore.Qt.MouseButton.LeftButton)
    settle(qtbot, window.bar)
    assert window.bar.state_text().endswith(f"of {count}")


def test_esc_gives_focus_and_place_back(qtbot, window):
    window.view.set_scroll_value(500)
    find(qtbot, window, "needle")
    window.bar.find_next()
    window.bar.find_next()
    assert window.view.scroll_value() != 500
    with qtbot.waitSignal(window.bar.closed):
        qtbot.keyClick(field(window.bar), Key.Key_Escape)
    assert not window.bar.isVisible()
    assert window.view.scroll_value() == 500
    assert window.view.hasFocus()
    assert window.view._state.found == []


@pytest.mark.parametrize(
    ("elsewhere", "state"),
    [
        (0, "Nothing found"),
        (1, "Not in this tab; once in other tabs"),
        (1234, "Not in this tab; 1,234 in other tabs"),
    ],
)
def test_what_other_tabs_have_is_said(qtbot, window, elsewhere, state):
    asked = []

    def counts(matcher) -> int:
        asked.append(matcher.count("A Missing word"))
        return elsewhere

    window.bar.set_counts_elsewhere(counts)
    assert find(qtbot, window, "missing") == state
    assert asked[-1] == 1


def test_another_tab_is_searched_when_it_comes_up(qtbot, window, make_view):
    find(qtbot, window, "needle")
    other = make_view((Paragraph(RichText("One needle here."), 1),))
    window.layout().insertWidget(0, other)
    window.bar.set_target(other)
    settle(qtbot, window.bar)
    assert window.bar.state_text() == "1 of 1"
    assert window.view._state.found == []
    window.bar.set_target(None)
    assert window.bar.state_text() == ""
    window.bar.find_next()


def test_a_tab_that_goes_away_does_no_harm(qtbot, window, make_view):
    other = make_view(kept=False)
    window.bar.set_target(other)
    find(qtbot, window, "needle")
    with qtbot.waitSignal(other.destroyed):
        other.deleteLater()
    window.bar.find_next()
    assert window.bar.state_text() == ""


def test_a_long_text_is_searched_in_slices(qtbot, window, make_view, monkeypatch):
    monkeypatch.setattr(find_bar, "_SLICE_MS", 0.0)
    states = []
    original = FindBar._show_state

    def noting(bar, *, done):
        original(bar, done=done)
        states.append(bar.state_text())

    monkeypatch.setattr(FindBar, "_show_state", noting)
    long = make_view(tuple(text(n) for n in range(1, 101)))
    window.bar.set_target(long)
    assert find(qtbot, window, "needle") == "1 of 20"
    assert "1 of 1…" in states


def test_it_can_be_worked_by_a_screen_reader(window):
    for widget in window.bar.findChildren(QtWidgets.QWidget):
        if widget.focusPolicy() != QtCore.Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName()
    window.bar.set_theme(Theme(DARK))
    assert not window.bar.grab().isNull()


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Key.Key_Return, QtCore.Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_Return, SHIFT, -1),
        (Key.Key_F3, QtCore.Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_F3, SHIFT, -1),
    ],
)
def test_where_this_tab_has_none_the_keys_ask_for_the_next_tab(qtbot, window, key, modifier, step):
    window.bar.set_counts_elsewhere(lambda _matcher: 3)
    find(qtbot, window, "missing")
    with qtbot.waitSignal(window.bar.elsewhere_requested) as asked:
        qtbot.keyClick(field(window.bar), key, modifier)
    assert asked.args == [step]


@pytest.mark.parametrize(("step", "state"), [(1, f"1 of {FOUND}"), (-1, f"{FOUND} of {FOUND}")])
def test_coming_from_another_tab_it_begins_at_that_end(qtbot, window, make_view, step, state):
    other = make_view((Paragraph(RichText("Nothing here."), 1),))
    window.layout().insertWidget(0, other)
    window.bar.set_target(other)
    find(qtbot, window, "needle")
    window.view.show_paragraph(12)
    window.bar.arrive(window.view, step)
    settle(qtbot, window.bar)
    assert window.bar.state_text() == state
