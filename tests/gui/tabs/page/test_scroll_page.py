"""A page that scrolls as a whole: laid out when it is shown, asked first for keys and wheel."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.tabs.page.scroll_page import ScrollPage

Key = QtCore.Qt.Key


class TallPage(ScrollPage):
    """A page of 2,000 px that counts how often it is laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.laid_out: list[int] = []
        self.keys: list[int] = []
        self.area.setWidget(QtWidgets.QWidget())

    def lay_out(self) -> None:
        self.laid_out.append(self.area.viewport().width())
        self.area.widget().resize(self.area.viewport().width(), 2000)

    def take_key(self, event: QtGui.QKeyEvent) -> bool:
        self.keys.append(event.key())
        return event.key() == Key.Key_Plus


@pytest.fixture
def page(qtbot) -> TallPage:
    made = TallPage()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def show(qtbot, page: TallPage) -> None:
    with qtbot.waitExposed(page):
        page.show()


def test_it_is_laid_out_to_the_width_that_it_is_shown_with_and_not_before(qtbot, page) -> None:
    page.resize(640, 400)
    page.fit()
    assert page.laid_out == []
    show(qtbot, page)
    bar = page.area.verticalScrollBar().width()
    assert page.laid_out[-1] == 640 - bar
    assert len(page.laid_out) <= 2  # once more where the scroll bar comes
    seen = len(page.laid_out)
    page.hide()
    page.show()
    assert len(page.laid_out) == seen  # nothing has changed
    page.hide()
    page.fit()
    page.show()
    assert len(page.laid_out) == seen + 1


def test_another_direction_lays_it_out_anew(qtbot, page) -> None:
    show(qtbot, page)
    seen = len(page.laid_out)
    page.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert len(page.laid_out) > seen


def test_keys_that_are_of_no_use_to_it_scroll(qtbot, page) -> None:
    show(qtbot, page)
    qtbot.keyClick(page.area, Key.Key_Plus)
    assert page.scroll_value() == 0
    qtbot.keyClick(page.area, Key.Key_PageDown)
    assert page.scroll_value() > 0
    assert page.keys == [Key.Key_Plus, Key.Key_PageDown]
    page.set_scroll_value(30)
    assert page.area.verticalScrollBar().value() == 30


def turn(page: TallPage, steps: int, modifiers: QtCore.Qt.KeyboardModifier) -> None:
    viewport = page.area.viewport()
    place = QtCore.QPointF(viewport.rect().center())
    event = QtGui.QWheelEvent(
        place,
        QtCore.QPointF(viewport.mapToGlobal(place)),
        QtCore.QPoint(),
        QtCore.QPoint(0, 120 * steps),
        QtCore.Qt.MouseButton.NoButton,
        modifiers,
        QtCore.Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QtWidgets.QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize("steps", [1, -1])
def test_ctrl_and_the_wheel_ask_for_another_size_of_text(qtbot, page, steps) -> None:
    show(qtbot, page)
    with qtbot.waitSignal(page.zoom_requested) as caught:
        turn(page, steps, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [steps]
    assert page.scroll_value() == 0


def test_the_wheel_alone_scrolls(qtbot, page) -> None:
    show(qtbot, page)
    with qtbot.assertNotEmitted(page.zoom_requested):
        turn(page, -1, QtCore.Qt.KeyboardModifier.NoModifier)
    assert page.scroll_value() > 0
