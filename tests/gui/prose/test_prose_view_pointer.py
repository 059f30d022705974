"""The reading pane worked by pointer: claims, ids, numbers, links, the menu."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.prose.prose_view import ProseStyle
from briefing_app.model.prose import ClaimMark, Paragraph, RichText

Mouse = QtCore.Qt.MouseButton
Key = QtCore.Qt.Key


def click(qtbot, view, place: QtCore.QPoint, button=Mouse.LeftButton) -> None:
    qtbot.mouseClick(view.viewport(), button, pos=place)


def test_a_click_on_words_selects_their_claim(qtbot, view, words_box):
    with qtbot.waitSignal(view.claim_selected) as heard:
        click(qtbot, view, words_box(view, "C1").center())
    assert heard.args == ["C1"]
    assert view.current_claim() == "C1"


def test_a_click_on_an_id_in_the_margin_selects_its_claim(qtbot, view, label_box):
    with qtbot.waitSignal(view.claim_selected) as heard:
        click(qtbot, view, label_box(view, "C3").center())
    assert heard.args == ["C3"]


def test_words_with_several_claims_give_one_after_the_other(qtbot, view, words_box):
    heard = []
    view.claim_selected.connect(heard.append)
    for _ in range(3):
        click(qtbot, view, words_box(view, "C2").center())
    assert heard == ["C2", "SHARED", "C2"]


def test_plain_words_select_nothing(qtbot, view, words_box):
    heard = []
    view.claim_selected.connect(heard.append)
    box = words_box(view, "C1")
    click(qtbot, view, QtCore.QPoint(box.center().x(), box.bottom() + 2 * 27))
    assert heard == []


def test_dragging_over_a_claim_selects_text_not_the_claim(qtbot, view, words_box):
    heard = []
    view.claim_selected.connect(heard.append)
    box = words_box(view, "C1")
    start, end = box.center(), QtCore.QPoint(box.right() - 4, box.center().y())
    qtbot.mousePress(view.viewport(), Mouse.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    event = QtGui.QMouseEvent(
        QtCore.QEvent.Type.MouseMove,
        QtCore.QPointF(end),
        view.viewport().mapToGlobal(QtCore.QPointF(end)),
        Mouse.NoButton,
        Mouse.LeftButton,
        QtCore.Qt.KeyboardModifier.NoModifier,
    )
    QtWidgets.QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Mouse.LeftButton, pos=end)
    assert heard == []
    assert view.selected_plain_text() in "Something happened that is worth a claim."
    assert view.selected_plain_text()
    assert view.marks.selected_claims() == ("C1",)


def test_a_click_on_a_paragraph_number_asks_for_its_place(qtbot, view):
    unit = view.body.geometry.unit(1)
    box = view.body.geometry.number_box(1, unit)
    with qtbot.waitSignal(view.place_copied_requested) as heard:
        click(qtbot, view, box.center().toPoint())
    assert heard.args == [1]


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "narrow"), [(900, False), (640, False), (560, True)])
def test_numbers_lead_and_ids_trail_and_nothing_overlaps(make, width, narrow, mirrored):
    view = make(size=(width, 600), mirrored=mirrored)
    column = view.body.geometry.column
    assert column.narrow is narrow
    boxes = []
    for index, unit in view.body.geometry.units_between(0, 2000):
        number = view.body.geometry.number_box(index, unit)
        labels = [label.box for label in unit.labels]
        boxes += [*labels, *([number] if number else [])]
        leading = (
            (lambda b: b.left() >= column.right)
            if mirrored
            else (lambda b: b.right() <= column.left)
        )
        trailing = (
            (lambda b: b.right() <= column.left)
            if mirrored
            else (lambda b: b.left() >= column.right)
        )
        if number:
            assert leading(number)
        assert all((leading if narrow else trailing)(box) for box in labels)
    assert all(box.left() >= 0 and box.right() <= view.viewport().width() for box in boxes)
    for n, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[n + 1 :])


def test_many_claims_on_one_line_fold_into_a_number(make):
    ids = tuple(f"C{n}" for n in range(1, 41))
    view = make((Paragraph(RichText("A few words.", marks=(ClaimMark(0, 5, ids),)), 1),))
    labels = view.body.geometry.unit(0).labels
    assert [claim for label in labels for claim in label.claims] == list(ids)
    assert labels[-1].text.startswith("+")


def test_a_link_is_told_of_and_never_followed(qtbot, view):
    view.show_paragraph(31)
    place = view.body.places.links[0]
    with qtbot.waitSignal(view.link_requested) as heard:
        (segment, *_) = view.body.geometry.segments([(place.start, place.end)])
        click(qtbot, view, view.places.visible_box(segment.box).center())
    assert heard.args == ["https://a.example/?q=ü"]
    assert view.source().isEmpty()


def test_a_link_can_be_reached_and_followed_by_keys(qtbot, view):
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Tab)
    with qtbot.waitSignal(view.link_requested):
        qtbot.keyClick(view, Key.Key_Return)


@pytest.mark.parametrize("name", ["a.png", "/etc/passwd", "file:///etc/passwd", "data:,x", ""])
def test_nothing_is_loaded_by_name(view, name):
    kind = QtGui.QTextDocument.ResourceType.ImageResource
    answer = view.document().resource(kind, QtCore.QUrl(name))
    assert isinstance(answer, QtGui.QImage)
    assert (answer.width(), answer.height()) == (1, 1)


def menu_actions(qtbot, view, place: QtCore.QPoint) -> dict[str, QtGui.QAction]:
    event = QtGui.QContextMenuEvent(
        QtGui.QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QtWidgets.QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QtWidgets.QMenu)
    qtbot.waitUntil(menu.isVisible)
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def close_menu(view) -> None:
    view.findChild(QtWidgets.QMenu).close()


def test_the_menu_cites_the_claim_under_the_pointer(qtbot, view, words_box):
    actions = menu_actions(qtbot, view, words_box(view, "C3").center())
    assert not actions["Copy"].isEnabled()
    with qtbot.waitSignal(view.citation_requested) as heard:
        actions["Copy with citation"].trigger()
    assert heard.args == ["C3"]
    with qtbot.waitSignal(view.place_copied_requested) as place:
        actions["Copy place “History ¶2”"].trigger()
    assert place.args == [2]
    close_menu(view)


def test_the_menu_cannot_cite_where_nothing_is_claimed(qtbot, view):
    actions = menu_actions(qtbot, view, QtCore.QPoint(5, 5))
    assert not actions["Copy with citation"].isEnabled()
    close_menu(view)


@pytest.mark.parametrize(("embedded", "heard"), [(True, ["C1"]), (False, [])])
def test_two_clicks_on_the_bottom_line_ask_for_the_section(
    qtbot, make, words_box, blocks, embedded, heard
):
    view = make(blocks[:3], style=ProseStyle(margins=False, embedded=embedded))
    asked = []
    view.claim_activated.connect(asked.append)
    place = words_box(view, "C1").center()
    qtbot.mouseDClick(view.viewport(), Mouse.LeftButton, pos=place)
    assert asked == heard
