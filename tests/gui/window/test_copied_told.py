"""What was copied is said beside what was pressed or chosen, and aloud, each time."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.kit import told_here
from briefing_app.gui.kit.told_here import ToldHere
from briefing_app.gui.window.link_dialog import LinkDialog

LEFT = QtCore.Qt.MouseButton.LeftButton
NEAR_PX = 80


@pytest.fixture
def aloud(monkeypatch):
    said = []
    monkeypatch.setattr(told_here, "announce", lambda _widget, words: said.append(words))
    return said


def chip(window) -> ToldHere:
    return next(c for c in window.findChildren(ToldHere) if c.isVisible())


def distance(window, target: QtWidgets.QWidget | QtCore.QRect) -> int:
    """How far the chip is from a widget, or from a box of the screen, in px."""
    if isinstance(target, QtWidgets.QWidget):
        target = QtCore.QRect(target.mapToGlobal(QtCore.QPoint()), target.size())
    box = chip(window).geometry()
    box = QtCore.QRect(window.mapToGlobal(box.topLeft()), box.size())
    across = max(target.left() - box.right(), box.left() - target.right(), 0)
    return max(across, target.top() - box.bottom(), box.top() - target.bottom(), 0)


def card_of(desk) -> ClaimCard:
    return next(card for card in desk.window.findChildren(ClaimCard) if card.isVisible())


def by_button(desk):
    card = card_of(desk)
    desk.qtbot.mouseClick(card.copy_button, LEFT)
    return card.copy_button


def by_key(desk):
    desk.window.stack.prose().setFocus()
    desk.act("copy_citation")
    return card_of(desk).copy_button


def by_selection(desk):
    text = desk.window.stack.prose()
    text.setFocus()
    text.setTextCursor(text.document().find("independent"))
    desk.act("copy")
    cursor = text.textCursor()
    box = text.places.box_of(cursor.selectionStart(), cursor.selectionEnd())
    return QtCore.QRect(text.viewport().mapToGlobal(box.topLeft()), box.size())


def by_menu(desk):
    card = card_of(desk)
    at = card.mapToGlobal(QtCore.QPoint(40, 60))
    reason = QtGui.QContextMenuEvent.Reason.Mouse
    where = desk.window.mapFromGlobal(at)
    desk.window.contextMenuEvent(QtGui.QContextMenuEvent(reason, where, at))
    menu = QtWidgets.QApplication.activePopupWidget()
    next(a for a in menu.actions() if "statement" in a.text()).trigger()
    menu.close()
    return QtCore.QRect(at, QtCore.QSize(1, 1))


def by_field(desk):
    desk.type_query("Durand")
    field = QtWidgets.QApplication.focusWidget()
    field.selectAll()
    field.copy()
    return field


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        (by_button, "H1 copied with citation"),
        (by_key, "H1 copied with citation"),
        (by_selection, "Copied"),
        (by_menu, "Statement of H1 copied"),
        (by_field, "Copied"),
    ],
)
def test_it_is_said_where_one_looks(desk, aloud, copy, words) -> None:
    desk.window.jumps.go_to_claim("H1")
    desk.settle()
    QtGui.QGuiApplication.clipboard().setText("something else")
    desk.settle()
    aloud.clear()
    target = copy(desk)
    desk.settle()
    assert chip(desk.window).text() == words
    assert distance(desk.window, target) < NEAR_PX
    assert aloud == [words]
    copy(desk)
    desk.settle()
    assert aloud == [words, words]


def test_a_dialog_that_copies_and_closes_is_told_in_the_window(desk, aloud) -> None:
    dialog = LinkDialog("https://a.example/", desk.window)
    dialog.open()
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.qtbot.mouseClick(dialog.copy_button, LEFT)
    desk.settle()
    assert aloud == ["Copied"]
    assert chip(desk.window).isVisible()
