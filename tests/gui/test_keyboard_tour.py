"""By keyboard alone: every part of the window is reached, left again, and shows where one is."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

Key = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
ALT = QtCore.Qt.KeyboardModifier.AltModifier
TABS = ("overview", "history", "takeover", "terrorism", "policy-options", "timeline", "people",
        "sources")  # fmt: skip
COLOURS = ("light", "dark", "high-contrast")
MOST_STOPS = 150
LEAST_RING_PX = 60  # of at least 3:1 against what stood there before
OF_A_KIND = 2  # as many of one kind of widget are looked at on a page


@pytest.fixture
def still(qapp):
    """No caret that comes and goes: it would count as a ring."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def focused() -> QtWidgets.QWidget:
    widget = QtWidgets.QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


def spoken_name(widget: QtWidgets.QWidget) -> str:
    """What a screen reader says: the name given, else a button's own words."""
    interface = QtGui.QAccessible.queryAccessibleInterface(widget)
    return interface.text(QtGui.QAccessible.Text.Name)


def is_other_choice(widget: QtWidgets.QWidget) -> bool:
    """Whether it is reached by arrow keys from the chosen one of its group."""
    exclusive = isinstance(widget, QtWidgets.QAbstractButton) and widget.group() is not None
    return exclusive and not widget.isChecked()


def named(widget: QtWidgets.QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:40]!r}"


def round_trip(desk, key: Key, look=lambda stop: None) -> list[QtWidgets.QWidget]:
    """Press Tab or Shift+Tab until the first stop comes again, and look at each; return them."""
    modifiers = SHIFT if key == Key.Key_Backtab else QtCore.Qt.KeyboardModifier.NoModifier
    desk.press(key, modifiers)
    stops = [focused()]
    while len(stops) < MOST_STOPS:
        look(stops[-1])
        desk.press(key, modifiers)
        if focused() is stops[0]:
            return stops
        assert focused() not in stops, f"{named(focused())} comes twice: the rest is out of reach"
        stops.append(focused())
    pytest.fail(f"no end after {MOST_STOPS} stops: {Counter(type(s).__name__ for s in stops)}")


def open_tab(desk, tab: str) -> None:
    """Ctrl+1 and so on, as a reader does."""
    desk.press(Key(Key.Key_1 + TABS.index(tab)), CONTROL)
    assert desk.tab == tab


@pytest.mark.parametrize("tab", TABS)
def test_tab_goes_round_and_past_every_part(desk, tab) -> None:
    open_tab(desk, tab)
    stops = round_trip(desk, Key.Key_Tab)
    wanted = [
        widget
        for widget in desk.window.findChildren(QtWidgets.QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_other_choice(widget)
    ]
    assert [named(widget) for widget in wanted if widget not in stops] == []
    assert [stop for stop in stops if not spoken_name(stop)] == []
    backwards = round_trip(desk, Key.Key_Backtab)
    assert set(backwards) == set(stops)


class _Ring(NamedTuple):
    stop: str
    pixels: int


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("tab", TABS)
def test_the_ring_is_plain_at_every_stop(desk, still, tab, colours) -> None:
    desk.window.keeper.choose(colours)
    open_tab(desk, tab)
    seen: Counter[str] = Counter()
    rings = []

    def look(stop: QtWidgets.QWidget) -> None:
        seen[type(stop).__name__] += 1
        if seen[type(stop).__name__] <= OF_A_KIND:
            rings.append(_Ring(named(stop), ring_pixels(desk.window, stop)))

    round_trip(desk, Key.Key_Tab, look)
    assert [ring for ring in rings if ring.pixels < LEAST_RING_PX] == []


def ring_pixels(window: QtWidgets.QWidget, stop: QtWidgets.QWidget) -> int:
    """How many pixels stand out at 3:1 because the keyboard is here; counts no further than 200."""
    area = QtCore.QRect(stop.mapTo(window, QtCore.QPoint()), stop.size())
    area = area.adjusted(-4, -4, 4, 4).intersected(window.rect())
    having = window.grab(area).toImage().convertToFormat(QtGui.QImage.Format.Format_RGB32)
    stop.clearFocus()
    without = window.grab(area).toImage().convertToFormat(QtGui.QImage.Format.Format_RGB32)
    stop.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    found = 0
    for y in range(having.height()):
        for x in range(having.width()):
            ring = having.pixel(x, y)
            if ring != without.pixel(x, y):
                found += contrast(ring, without.pixel(x, y)) >= 3
        if found >= 200:
            break
    return found


def contrast(first: int, second: int) -> float:
    """Return the ratio of WCAG 2.2 of two colours (0xRRGGBB)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(rgb: int) -> float:
    parts = [((rgb >> shift) & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_whole_visit_without_a_mouse(desk, qtbot) -> None:
    """Tabs, search, filter, card, jump, back, find: each begins where the one before has left."""
    reading = desk.window.reading
    desk.press(Key.Key_Tab, CONTROL)
    assert desk.tab == "history"
    desk.press(Key.Key_F6)
    assert reading.selected == "H1"
    desk.press(Key.Key_F, CONTROL | SHIFT)  # to the search field
    for letter in "ceasefire":
        desk.press(Key[f"Key_{letter.upper()}"])
    desk.press(Key.Key_Down)  # into the list
    first = reading.selected
    assert desk.panel.current_claim() == first
    desk.press(Key.Key_Down)
    assert reading.selected != first
    chosen = reading.selected
    while not isinstance(focused(), QtWidgets.QAbstractButton):
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return, CONTROL)  # from the card to the text
    assert desk.has_in_view(chosen)
    desk.press(Key.Key_Left, ALT)
    assert desk.tab == "history"
    desk.window.jumps.focus_text()
    desk.press(Key.Key_F, CONTROL)
    qtbot.keyClicks(focused(), "Durand")
    desk.press(Key.Key_F3)
    desk.press(Key.Key_Escape)  # gives the place and the keyboard back
    assert desk.window.stack.isAncestorOf(focused())
    desk.press(Key.Key_F9)
    desk.press(Key.Key_F9)
    desk.press(Key.Key_Slash)
    assert focused().accessibleName() == "Search"


def test_a_filter_is_set_and_taken_off_by_keys(desk) -> None:
    desk.act("search")
    while "Said" not in focused().accessibleName():
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    assert focused().isChecked()
    assert desk.panel.findChild(QtWidgets.QTableView).model().rowCount() == 9
    desk.press(Key.Key_Space)
    assert not focused().isChecked()


def test_the_menus_hold_every_action_and_open_by_a_key(desk) -> None:
    bar = desk.window.menuBar()
    held = {
        action.text() for menu in bar.findChildren(QtWidgets.QMenu) for action in menu.actions()
    }
    assert {action.text() for action in desk.window.actions_table.by_name.values()} <= held
    letters = [QtGui.QKeySequence.mnemonic(action.text()) for action in bar.actions()]
    assert all(not letter.isEmpty() for letter in letters)
    assert len(set(letters)) == len(letters)
