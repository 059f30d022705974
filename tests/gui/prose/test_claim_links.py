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
    desk.window.reading.go_to_section("terrorism")
    text = desk.window.stack.prose()
    qtbot.waitUntil(lambda: text._claim_links is not None and text._claim_links.isVisible())
    return text._claim_links, text


def test_it_holds_every_claim_in_the_order_of_the_text(listed) -> None:
    links, text = listed
    rows = [links.model().index(n, 0).data() for n in range(links.model().rowCount())]
    assert rows == [text.claim_sentence(claim) for _, claim in text.claim_stops()]
    assert len(rows) >= 23


def test_a_row_stands_where_its_words_stand(listed) -> None:
    links, text = listed
    index = links.model().index(0, 0)
    assert links.visualRect(index) == text.words_box(0)
    assert links.indexAt(text.words_box(0).center()) == index


def test_what_is_selected_there_is_selected_everywhere(listed, desk, qtbot) -> None:
    links, _ = listed
    index = links.model().index(5, 0)
    select = links.selectionModel().SelectionFlag.Select
    links.selectionModel().select(index, select)
    claim = index.data().partition(".")[0]
    qtbot.waitUntil(lambda: desk.window.reading.selected == claim)


def test_without_a_screen_reader_there_is_no_list(desk) -> None:
    desk.window.reading.go_to_section("terrorism")
    assert desk.window.stack.prose()._claim_links is None


def test_a_text_that_goes_at_once_leaves_nothing_to_do(desk, screen_reader, caplog) -> None:
    reading = desk.window.reading
    reading.go_to_section("terrorism")
    with desk.qtbot.waitSignal(reading.index_built, timeout=5000):
        desk.window.take(reading.opened)  # before events had their turn
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    assert "unexpected fault" not in caplog.text
