"""The claims of a text, as a screen reader is told of them."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui


@pytest.fixture
def screen_reader():
    QtGui.QAccessible.setActive(True)
    yield
    QtGui.QAccessible.setActive(False)


@pytest.fixture
def listed(desk, screen_reader, qtbot):
    """The list of a section's claims, and the section's text."""
    desk.window.jumps.go_to_section("terrorism")
    text = desk.window.stack.prose()
    qtbot.waitUntil(lambda: text._stops is not None and text._stops.of_claims.isVisible())
    return text._stops.of_claims, text


def test_it_holds_every_claim_in_the_order_of_the_text(listed) -> None:
    links, text = listed
    rows = [links.model().index(n, 0).data() for n in range(links.model().rowCount())]
    assert rows == [text.marks.sentence(claim) for _, claim in text.marks.stops()]
    assert len(rows) >= 23


def test_a_row_stands_where_its_words_stand(listed) -> None:
    links, text = listed
    index = links.model().index(0, 0)
    assert links.visualRect(index) == text.places.words_box(0)
    assert links.indexAt(text.places.words_box(0).center()) == index


def test_what_is_selected_there_is_selected_everywhere(listed, desk, qtbot) -> None:
    links, _ = listed
    index = links.model().index(5, 0)
    select = links.selectionModel().SelectionFlag.Select
    links.selectionModel().select(index, select)
    claim = index.data().partition(".")[0]
    qtbot.waitUntil(lambda: desk.window.reading.selected == claim)


def test_without_a_screen_reader_there_is_no_list(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    assert desk.window.stack.prose()._stops is None


def test_a_text_that_goes_at_once_leaves_nothing_to_do(desk, screen_reader, caplog) -> None:
    reading = desk.window.reading
    desk.window.jumps.go_to_section("terrorism")
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.window.take(reading.opened)  # before events had their turn
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    assert "unexpected fault" not in caplog.text


@pytest.fixture
def links(view, screen_reader, qtbot):
    """The list of a text's links, once the text is whole."""
    view.body.finish()
    view._meet_screen_reader()
    qtbot.waitUntil(lambda: view._stops is not None)
    return view._stops.of_links


def test_links_say_where_they_lead(links) -> None:
    rows = [links.model().index(n, 0).data() for n in range(links.model().rowCount())]
    assert rows == ["link. Link to https://a.example/?q=ü"]
    assert links.accessibleName() == "Links in this text"


def test_a_link_chosen_there_has_the_keyboard_and_enter_follows_it(links, view, qtbot) -> None:
    links.setCurrentIndex(links.model().index(0, 0))
    assert view.textCursor().selectedText() == "link"
    assert view.viewport().rect().contains(view.cursorRect().center())
    with qtbot.waitSignal(view.link_requested) as heard:
        qtbot.keyClick(view, QtCore.Qt.Key.Key_Return)
    assert heard.args == ["https://a.example/?q=ü"]


def test_the_caret_follows_a_link_and_goes_to_a_note(links, view, qtbot) -> None:
    view.setFocus()
    place = view.body.places.links[0]
    view.caret.put(place.start)
    with qtbot.waitSignal(view.link_requested):
        qtbot.keyClick(view, QtCore.Qt.Key.Key_Return)
    view.set_scroll_value(0)
    sign = view.document().toPlainText().index("note1") + len("note")
    view.caret.put(sign)
    view.set_scroll_value(0)
    qtbot.keyClick(view, QtCore.Qt.Key.Key_Return)
    assert view.scroll_value() > 0


def test_a_text_without_links_has_no_list_of_them(listed) -> None:
    _, text = listed
    assert not text._stops.of_links.isVisible()
