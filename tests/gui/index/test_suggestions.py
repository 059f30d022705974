"""What the search field offers while one types, as a reader uses it in the claim index."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
from briefing_app.gui.index.suggestion_popup import SuggestionPopup
from briefing_app.gui.theme.theme import Theme

Key = QtCore.Qt.Key


class Reader:
    """Types into the search field of a panel in a window."""

    def __init__(self, qtbot, window: QtWidgets.QWidget, panel: ClaimIndexPanel) -> None:
        self.qtbot, self.window, self.panel = qtbot, window, panel

    @property
    def line(self) -> QtWidgets.QLineEdit:
        focused = QtWidgets.QApplication.focusWidget()
        assert isinstance(focused, QtWidgets.QLineEdit)
        return focused

    @property
    def popup(self) -> SuggestionPopup | None:
        popup = self.panel.window().findChild(SuggestionPopup)
        return popup if popup is not None and popup.isVisible() else None

    @property
    def offered(self) -> list[str]:
        return [s.text for s in self.popup.suggestions()] if self.popup else []

    @property
    def chosen(self) -> str:
        chosen = self.popup.chosen() if self.popup else None
        return chosen.text if chosen else ""

    def types(self, text: str) -> None:
        self.qtbot.keyClicks(self.line, text)

    def presses(self, *keys: Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QtWidgets.QApplication.focusWidget(), key)


@pytest.fixture(params=[QtCore.Qt.LayoutDirection.LeftToRight])
def reader(qtbot, references, index, request):
    window = QtWidgets.QMainWindow()
    window.setLayoutDirection(request.param)
    panel = ClaimIndexPanel(references, Theme("light"), window)
    window.setCentralWidget(panel)
    qtbot.addWidget(window)
    window.resize(484, 840)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.set_index(index)
    panel.focus_search()
    return Reader(qtbot, window, panel)


def test_the_start_of_a_field_and_of_a_value_is_completed(reader):
    reader.types("act")
    assert reader.offered == ["actor:"]
    reader.presses(Key.Key_Tab)
    assert reader.panel.query() == "actor:"
    assert reader.offered[:2] == ["pakistan", "afghan-taliban"]
    reader.types("tt")
    assert reader.offered == ["ttp"]
    reader.presses(Key.Key_Tab)
    assert reader.panel.query() == "actor:ttp"
    assert reader.popup is None
    reader.types(" ceasefire")
    assert reader.panel.query() == "actor:ttp ceasefire"


def test_arrow_keys_choose_and_enter_takes(reader):
    reader.types("actor:")
    first, second = reader.offered[:2]
    reader.presses(Key.Key_Down)
    assert reader.chosen == first
    reader.presses(Key.Key_Down, Key.Key_Up, Key.Key_Down)
    assert reader.chosen == second
    with reader.qtbot.assertNotEmitted(reader.panel.claim_activated):
        reader.presses(Key.Key_Return)
    assert reader.panel.query() == f"actor:{second}"
    assert reader.line.hasFocus()


def test_enter_opens_a_claim_while_nothing_is_chosen(reader):
    reader.types("ceasefire so")
    assert reader.offered == ["source:"]
    with reader.qtbot.waitSignal(reader.panel.claim_activated):
        reader.presses(Key.Key_Return)
    assert reader.panel.query() == "ceasefire so"


def test_escape_closes_only_the_popup(reader):
    reader.types("ceasefire actor:t")
    reader.presses(Key.Key_Escape)
    assert reader.popup is None
    assert reader.panel.query() == "ceasefire actor:t"
    reader.types("t")  # declined for this value
    assert reader.popup is None
    reader.types(" pl")
    assert reader.offered == ["place:"]
    reader.presses(Key.Key_Escape, Key.Key_Escape)
    assert reader.panel.query() == ""


def test_down_past_the_last_one_goes_into_the_list(reader):
    reader.types("pakistan so")
    assert reader.offered == ["source:"]
    reader.presses(Key.Key_Down)
    assert reader.chosen == "source:"
    reader.presses(Key.Key_Down)
    assert reader.popup is None
    assert not isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)


def test_a_name_of_several_words_becomes_its_id(reader):
    reader.types("ceasefire actor:pakistani tal")
    reader.presses(Key.Key_Tab)
    assert reader.panel.query() == "ceasefire actor:ttp"
    reader.line.undo()
    assert reader.panel.query() == "ceasefire actor:pakistani tal"


def test_a_list_of_values_goes_on(reader):
    reader.types("type:statistic,ev")
    reader.presses(Key.Key_Tab)
    assert reader.panel.query() == "type:statistic,event"


def test_dates_are_left_alone(reader):
    reader.types("date:2021..2022")
    assert reader.popup is None


def test_the_pointer_takes_one_and_the_keyboard_stays(reader):
    reader.types("type:")
    view = reader.popup.findChild(QtWidgets.QListView)
    row = view.visualRect(view.model().index(1, 0)).center()
    wanted = reader.offered[1]
    reader.qtbot.mouseClick(view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=row)
    assert reader.panel.query() == f"type:{wanted}"
    assert reader.line.hasFocus()


def test_it_goes_with_the_keyboard_and_with_a_query_from_elsewhere(reader):
    reader.types("actor:")
    assert reader.popup is not None
    reader.panel.set_query("actor:t")
    assert reader.popup is None
    reader.types("t")
    assert reader.popup is not None
    reader.panel.findChild(QtWidgets.QTableView).setFocus()
    assert reader.popup is None


@pytest.mark.parametrize("reader", list(QtCore.Qt.LayoutDirection)[:2], indirect=True)
@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_it_never_covers_what_is_typed_and_stays_in_the_window(reader, theme):
    reader.panel.set_theme(Theme(theme))
    for height in (840, 300):
        reader.panel.window().resize(484, height)
        reader.panel.set_query("")
        reader.types("actor:")
        popup, window = reader.popup, reader.panel.window()
        typed = QtCore.QRect(reader.line.mapTo(window, QtCore.QPoint()), reader.line.size())
        card = popup.geometry().adjusted(10, 10, -10, -10)
        assert not card.intersects(typed)
        assert window.rect().contains(card)
        reader.presses(Key.Key_Down)
        assert popup.grab().toImage() != QtGui.QImage()


def test_it_is_told_to_screen_readers(reader):
    reader.types("actor:tt")
    view = reader.popup.findChild(QtWidgets.QListView)
    assert view.accessibleName()
    said = view.model().data(view.model().index(0, 0), 11)
    assert said == "ttp, Tehrik-e-Taliban Pakistan, 16 claims"
    assert reader.popup._opening_words() == f"1 suggestion: {said}. Tab takes it."


def test_undone_and_deleted_letters_are_followed(reader):
    reader.types("actor:ttx")
    assert reader.popup is None
    reader.presses(Key.Key_Backspace)
    assert reader.offered == ["ttp"]
    for _ in range(8):
        reader.presses(Key.Key_Backspace)
    assert reader.popup is None
    assert reader.panel.query() == ""
