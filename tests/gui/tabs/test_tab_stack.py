"""A new tab is one class: shown, told, asked and remembered by the stack like all others."""

from __future__ import annotations

import pytest
from PySide6 import QtWidgets

from briefing_app.gui.tabs.tab_page import TabPage
from briefing_app.gui.tabs.tab_stack import TabStack
from briefing_app.gui.theme.theme import DARK, Theme
from briefing_app.model.claim_lens import Lens, Only, see


class NotesTab(TabPage):
    """All that a new tab needs: here one that lists what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.note = QtWidgets.QLineEdit(self)
        self.setFocusProxy(self.note)
        self.set_hits = self.set_lens = self.set_theme = self.select_claim = self.told.append

    def choices(self) -> str:
        return self.note.text()

    def choose_again(self, choices: object) -> None:
        self.note.setText(str(choices))


class ShelfTab(TabPage):
    """A tab that has places, items and a width of its own."""

    at, open_item, style, text_shown = 0, "", 0, False

    def show_place(self, section_id: str, paragraph: int) -> bool:
        self.at = paragraph
        return True

    def show_item(self, item: str) -> bool:
        self.open_item = item
        return True

    def item(self) -> str:
        return self.open_item

    def follow_style(self) -> None:
        self.style += 1

    def show_text(self) -> None:
        self.text_shown = True

    def wants_width(self) -> bool:
        return True

    def scroll_value(self) -> int:
        return self.at

    def set_scroll_value(self, value: int) -> None:
        self.at = value


class PlainTab(TabPage):
    """A tab that answers nothing."""


@pytest.fixture
def stack(qtbot) -> TabStack:
    made = TabStack()
    qtbot.addWidget(made)
    made.set_makers({"notes": NotesTab, "shelf": ShelfTab, "plain": PlainTab})
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_page_is_made_when_it_is_first_shown(stack) -> None:
    assert stack.keys == ("notes", "shelf", "plain")
    assert (stack.current_key, stack.current_page(), stack.made_pages()) == ("", None, ())
    stack.show_page("notes")
    assert stack.current_key == "notes"
    assert stack.made_pages() == (stack.current_page(),)
    assert stack.current_page().isVisible()
    with pytest.raises(KeyError):
        stack.show_page("nowhere")


def test_the_page_that_is_shown_is_told_at_once_and_others_when_they_are_shown(
    stack, references
) -> None:
    seen, dark = see(references, Lens(Only.JUDGED)), Theme(DARK)

    def find(_text: str) -> list[tuple[int, int]]:
        return []

    stack.show_page("notes")
    notes = stack.current_page()
    assert notes.told == [None]  # no claim is selected
    stack.set_hits(find)
    stack.select_claim("R12")
    stack.set_theme(dark)
    assert notes.told[1:] == [find, "R12", dark]
    stack.show_page("plain")
    stack.set_lens(seen)
    assert seen not in notes.told
    stack.show_page("notes")
    assert notes.told[4:] == [seen]
    stack.show_page("notes")
    assert len(notes.told) == 5  # it knows


def test_pages_are_asked_by_their_keys_or_where_they_are_shown(stack) -> None:
    stack.show_place("shelf", "history", 3)
    stack.show_page("shelf")
    shelf = stack.current_page()
    stack.show_item("shelf", "satp")
    stack.show_item("shelf", "")  # leaves it as it is
    stack.follow_style()
    stack.show_text()
    assert (stack.item(), shelf.style, shelf.text_shown) == ("satp", 1, True)
    assert (stack.wants_width(), stack.scroll_value()) == (True, 3)
    stack.set_scroll_value(40)
    assert stack.scroll_value() == 40


@pytest.mark.parametrize("shown", ["plain", ""])
def test_a_page_without_answers_and_no_page_at_all_are_no_harm(stack, shown) -> None:
    if shown:
        stack.show_page(shown)
    for tell in (stack.follow_style, stack.show_text, lambda: stack.set_scroll_value(4)):
        tell()
    assert (stack.item(), stack.scroll_value(), stack.wants_width()) == ("", 0, False)
    assert (stack.prose(), stack.texts()) == (None, [])


def test_what_was_done_with_a_page_is_done_again_when_the_briefing_is_read_anew(stack) -> None:
    stack.show_page("notes")
    stack.current_page().note.setText("ask about this")
    stack.show_page("shelf")
    stack.set_scroll_value(60)
    for _ in range(2):  # pages that were not opened in between as well
        stack.set_makers({"notes": NotesTab, "shelf": ShelfTab}, again=True)
    stack.show_page("shelf")
    assert stack.scroll_value() == 60
    stack.show_page("notes")
    assert stack.current_page().note.text() == "ask about this"
    stack.set_makers({"notes": NotesTab})  # of another briefing
    stack.show_page("notes")
    assert stack.current_page().note.text() == ""


def test_another_kind_of_page_under_the_same_key_starts_afresh(stack) -> None:
    stack.show_page("shelf")
    stack.set_scroll_value(60)
    stack.set_makers({"shelf": PlainTab}, again=True)
    stack.show_page("shelf")
    assert stack.scroll_value() == 0


def test_what_a_page_sends_is_sent_by_the_stack(qtbot, stack) -> None:
    stack.show_page("plain")
    with qtbot.waitSignal(stack.place_requested) as caught:
        stack.current_page().place_requested.emit("history", 3)
    assert caught.args == ["history", 3]


def test_the_keyboard_that_a_page_is_given_goes_to_the_part_it_names(qtbot, stack) -> None:
    stack.show_page("notes")
    stack.currentWidget().setFocus()
    qtbot.waitUntil(stack.current_page().note.hasFocus)
    stack.leave_page()
    assert (stack.current_key, stack.current_page()) == ("", None)
