"""The timeline as a reader uses it: by keys, pointer, wheel and buttons."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.page_switch import _Segment
from briefing_app.gui.kit.painted_buttons import ActionButton, IconButton, LinkButton
from briefing_app.gui.kit.painted_item import PaintedItem
from briefing_app.gui.kit.painted_label import PaintedLabel, PaintedText, TitledText
from briefing_app.gui.tabs.timeline.timeline_axis import TimelineAxis
from briefing_app.gui.tabs.timeline.timeline_legend import TimelineLegend
from briefing_app.gui.tabs.timeline.timeline_marks import (
    DatedMark,
    UndatedMark,
)
from briefing_app.gui.tabs.timeline.timeline_scale import range_words
from briefing_app.gui.tabs.timeline.timeline_sheet import TimelineSheet
from briefing_app.gui.tabs.timeline.timeline_strip import TimelineStrip
from briefing_app.gui.tabs.timeline.timeline_view import TimelineView
from briefing_app.gui.theme.theme import DARK, LIGHT, Theme
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.timeline import LEAST_DAYS

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
CONTROL, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def show(qtbot):
    def shown(briefing: Briefing, width: int = 1390, height: int = 740) -> TimelineView:
        view = TimelineView(CrossReferences(briefing), Theme(LIGHT))
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return shown


@pytest.fixture
def view(show, briefing) -> TimelineView:
    return show(briefing)


def marks(view: TimelineView) -> list[DatedMark]:
    return [mark for mark in view.findChildren(DatedMark) if not mark.isHidden()]


def mark_of(view: TimelineView, claim_id: str) -> DatedMark:
    return next(mark for mark in marks(view) if mark.claim_id == claim_id)


def strip_of(view: TimelineView) -> TimelineStrip:
    return view.findChild(TimelineStrip)


def button(view: TimelineView, name: str):
    found = [*view.findChildren(ActionButton), *view.findChildren(IconButton)]
    found += view.findChildren(LinkButton)
    return next(one for one in found if one.accessibleName().startswith(name))


def said(view: TimelineView) -> str:
    return " / ".join(label.text() for label in view.findChildren(PaintedText) if label.text())


def turn_wheel(widget, at: QtCore.QPoint, steps: int, modifiers=CONTROL) -> None:
    event = QtGui.QWheelEvent(
        QtCore.QPointF(at), QtCore.QPointF(widget.mapToGlobal(at)), QtCore.QPoint(),
        QtCore.QPoint(0, 120 * steps), QtCore.Qt.MouseButton.NoButton, modifiers,
        QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QtCore.QCoreApplication.sendEvent(widget, event)


def drag(qtbot, widget, start: QtCore.QPoint, end: QtCore.QPoint) -> None:
    """Press, move and let go, as the window system would send it."""
    qtbot.mousePress(widget, LEFT, pos=start)
    for share in (0.5, 1.0):
        at = start + (end - start) * share
        event = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove, QtCore.QPointF(at),
            QtCore.QPointF(widget.mapToGlobal(at)), LEFT, LEFT,
            QtCore.Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QtCore.QCoreApplication.sendEvent(widget, event)
    qtbot.mouseRelease(widget, LEFT, pos=end)


def test_every_dated_claim_has_a_mark_and_the_others_are_listed(view, briefing):
    dated = {claim.id for claim in briefing.claims if claim.date}
    assert {mark.claim_id for mark in marks(view)} == dated
    undated = {mark.claim_id for mark in view.findChildren(UndatedMark)}
    assert undated == {claim.id for claim in briefing.claims} - dated
    assert "22 dated claims" in said(view)
    assert "No date given" in said(view)


def test_a_mark_is_read_out_with_date_type_and_sentence(view, briefing):
    texts = {claim.id: claim.text for claim in briefing.claims}
    mark = mark_of(view, "R12")
    assert mark.accessibleName() == (
        f"R12, August 2021 – March 2022, Statistic, Reported. {texts['R12']}"
    )
    interface = QtGui.QAccessible.queryAccessibleInterface(mark)
    assert interface.role() == QtGui.QAccessible.Role.Button
    undated = next(one for one in view.findChildren(UndatedMark) if one.claim_id == "R13")
    assert undated.accessibleName().startswith("R13, no date given, Statement, Said. ")
    assert texts["R13"] in undated.accessibleName()
    assert "R13" in undated.toolTip()


def test_the_legend_names_what_occurs(view):
    words = view.findChild(TimelineLegend).text()
    for word in ("year only", "still going on", "start not known", "Reported", "Judged"):
        assert word in words
    assert "exact day" not in words


def test_the_scale_says_that_it_changes(view):
    words = view.findChild(TimelineAxis).accessibleName()
    assert words.startswith("Scale: 1947 – 2019 narrow: 1 year = ")
    assert "; 2020 – May 2022 wide: 1 month = " in words


@pytest.mark.parametrize("width", [1390, 980, 640, 420])
@pytest.mark.parametrize("actors", [False, True])
def test_marks_never_overlap_and_lie_within_the_page(show, briefing, width, actors, qtbot):
    view = show(briefing, width)
    if actors:
        qtbot.mouseClick(view.findChildren(_Segment)[1], LEFT)
    shown = [part for part in view.findChildren(PaintedItem) if part.isVisible()]
    boxes = [part.geometry() for part in shown]
    for number, box in enumerate(boxes):
        assert view.findChild(TimelineSheet).rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


def test_bands_by_actor(qtbot, view):
    qtbot.mouseClick(view.findChildren(_Segment)[1], LEFT)
    titles = [title.text() for title in view.findChildren(TitledText) if title.isVisible()]
    assert titles[0] == "Pakistan 8 claims"
    assert len([mark for mark in marks(view) if mark.claim_id == "K4"]) > 1
    qtbot.mouseClick(view.findChildren(_Segment)[0], LEFT)
    assert len([mark for mark in marks(view) if mark.claim_id == "K4"]) == 1


def test_click_enter_and_double_click(qtbot, view):
    mark = mark_of(view, "R17")
    with qtbot.waitSignal(view.claim_selected) as caught:
        qtbot.mouseClick(mark, LEFT)
    assert caught.args == ["R17"]
    with qtbot.waitSignal(view.claim_selected):
        qtbot.keyClick(mark, Key.Key_Return)
    with qtbot.waitSignal(view.claim_activated) as caught:
        qtbot.keyClick(mark, Key.Key_Return, CONTROL)
    assert caught.args == ["R17"]
    with qtbot.waitSignal(view.claim_activated):
        qtbot.mouseDClick(mark, LEFT)
    undated = view.findChildren(UndatedMark)[0]
    with qtbot.waitSignal(view.claim_selected):
        qtbot.mouseClick(undated, LEFT)


def test_the_selected_claim_is_lit_and_scrolled_to(show, briefing):
    view = show(briefing, 1390, 300)
    assert view.show_claim("O7", flash=False)
    mark = mark_of(view, "O7")
    assert mark.is_selected
    top = mark.mapTo(view, QtCore.QPoint()).y()
    assert view.findChild(TimelineAxis).height() <= top <= view.height() - mark.height()
    view.select_claim("R13")
    assert not mark.is_selected
    assert [m.claim_id for m in view.findChildren(UndatedMark) if m.is_selected] == ["R13"]
    view.select_claim(None)
    assert not any(m.is_selected for m in view.findChildren(PaintedItem))
    assert not view.show_claim("nothing", flash=False)


def test_the_axis_stays_in_sight(show, briefing):
    view = show(briefing, 1390, 300)
    view.area.verticalScrollBar().setValue(400)
    assert view.findChild(TimelineAxis).mapTo(view, QtCore.QPoint()).y() == 0


def test_keys_zoom_pan_and_show_all_years(qtbot, view):
    start = view.frame_days
    mark = mark_of(view, "R12")
    mark.setFocus()
    qtbot.keyClick(mark, Key.Key_Plus)
    assert view.frame_days.days < start.days
    assert view.focusWidget() is mark
    qtbot.keyClick(mark, Key.Key_Left, CONTROL)
    assert view.frame_days.first < start.end - view.frame_days.days
    qtbot.keyClick(mark, Key.Key_0)
    assert range_words(view.frame_days) == "1947 – May 2022"
    qtbot.keyClick(mark, Key.Key_0)
    assert view.frame_days == start
    for _ in range(30):
        qtbot.keyClick(mark, Key.Key_Plus)
    assert view.frame_days.days == LEAST_DAYS
    for _ in range(60):
        qtbot.keyClick(mark, Key.Key_Minus)
    assert range_words(view.frame_days) == "1947 – May 2022"


def test_arrow_keys_go_from_claim_to_claim(qtbot, view):
    mark_of(view, "H3").setFocus()
    qtbot.keyClick(view.focusWidget(), Key.Key_Down)
    assert view.focusWidget().claim_id == "H8"
    qtbot.keyClick(view.focusWidget(), Key.Key_Up)
    assert view.focusWidget().claim_id in ("H1", "H3")


def test_buttons_zoom_and_search(qtbot, view):
    start = view.frame_days
    qtbot.mouseClick(button(view, "Show fewer days"), LEFT)
    assert view.frame_days.days < start.days
    qtbot.mouseClick(button(view, "Show more days"), LEFT)
    qtbot.mouseClick(button(view, "All years"), LEFT)
    assert view.frame_days.days > 27_000
    with qtbot.waitSignal(view.date_range_chosen) as caught:
        qtbot.mouseClick(button(view, "Search these dates"), LEFT)
    assert caught.args == ["1947..2022"]


def test_the_frame_is_moved_and_sized_by_keys(qtbot, view):
    strip, start = strip_of(view), view.frame_days
    strip.setFocus()
    qtbot.keyClick(strip, Key.Key_Left)
    moved = view.frame_days
    assert (moved.days, moved.first < start.first) == (start.days, True)
    qtbot.keyClick(strip, Key.Key_Left, SHIFT)
    assert view.frame_days.first == moved.first
    assert view.frame_days.end < moved.end
    assert strip.accessibleName().startswith("Shown wide: ")
    assert range_words(view.frame_days) in strip.accessibleName()


def test_the_frame_is_dragged(qtbot, view):
    strip, start = strip_of(view), view.frame_days
    y = strip.height() // 2
    inside = QtCore.QPoint(strip.width() - 20, y)
    drag(qtbot, strip, inside, inside - QtCore.QPoint(600, 0))
    assert (view.frame_days.days, view.frame_days.end < start.end) == (start.days, True)
    qtbot.mouseClick(strip, LEFT, pos=QtCore.QPoint(100, y))
    middle = (view.frame_days.first + view.frame_days.end) / 2
    assert datetime.date.fromordinal(round(middle)).year in (1952, 1953)


def test_an_end_of_the_frame_is_dragged(qtbot, view):
    strip, start = strip_of(view), view.frame_days
    y = strip.height() // 2
    whole_days = 27_545
    left = round(strip.width() * (1 - start.days / whole_days))
    drag(qtbot, strip, QtCore.QPoint(left, y), QtCore.QPoint(left - 300, y))
    assert view.frame_days.end == start.end
    assert view.frame_days.days > 5 * start.days


@pytest.mark.parametrize("on_mark", [False, True])
def test_days_dragged_over_go_into_the_search(qtbot, view, on_mark):
    sheet = view.findChild(TimelineSheet)
    mark = mark_of(view, "R12")
    with qtbot.waitSignal(view.date_range_chosen) as caught:
        if on_mark:
            at = QtCore.QPoint(mark.width() - 200, mark.height() // 2)
            drag(qtbot, mark, at, at + QtCore.QPoint(150, 0))
        else:
            y = mark.y()
            end = mark.geometry().right()
            drag(qtbot, sheet, QtCore.QPoint(end + 20, y), QtCore.QPoint(end - 190, y))
    first, _, last = caught.args[0].partition("..")
    assert (len(first), len(last)) == (7, 7)
    assert "2021-07" <= first < last <= "2022-05"


def test_a_drag_on_a_mark_does_not_select_it(qtbot, view):
    mark = mark_of(view, "R12")
    at = QtCore.QPoint(40, mark.height() // 2)
    with qtbot.assertNotEmitted(view.claim_selected):
        drag(qtbot, mark, at, at + QtCore.QPoint(100, 0))


def test_the_wheel_zooms_with_ctrl_and_on_the_axis(view):
    start = view.frame_days
    sheet, axis = view.findChild(TimelineSheet), view.findChild(TimelineAxis)
    turn_wheel(sheet, QtCore.QPoint(1200, 400), 1)
    assert view.frame_days.days < start.days
    turn_wheel(sheet, QtCore.QPoint(1200, 400), -1)
    turn_wheel(axis, QtCore.QPoint(1200, 10), 1, QtCore.Qt.KeyboardModifier.NoModifier)
    assert view.frame_days.days < start.days
    before = view.frame_days
    turn_wheel(sheet, QtCore.QPoint(1200, 400), 1, SHIFT)
    assert (view.frame_days.days, view.frame_days.first < before.first) == (before.days, True)
    turn_wheel(strip_of(view), QtCore.QPoint(10, 10), -3, QtCore.Qt.KeyboardModifier.NoModifier)
    assert view.frame_days.days > before.days


def test_the_filter_of_the_index_narrows_what_is_shown(qtbot, view):
    view.set_shown_claims(frozenset({"R12", "H1", "R13"}))
    assert {mark.claim_id for mark in marks(view)} == {"R12", "H1"}
    assert [m.claim_id for m in view.findChildren(UndatedMark) if m.isVisible()] == ["R13"]
    assert "2 of 22 dated claims" in said(view)
    with qtbot.waitSignal(view.all_claims_requested):
        qtbot.mouseClick(button(view, "Show all"), LEFT)
    view.set_shown_claims(frozenset())
    assert marks(view) == []
    shown = [label.text() for label in view.findChildren(PaintedLabel) if label.isVisible()]
    assert "None of the claims found has a date." in shown
    view.set_shown_claims(None)
    assert len(marks(view)) == 22
    assert not button(view, "Show all").isVisible()


def test_mirrored_time_runs_from_the_right(view):
    before = mark_of(view, "H1").geometry(), mark_of(view, "R12").geometry()
    assert before[0].x() < before[1].x()
    view.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert mark_of(view, "H1").x() > mark_of(view, "R12").x()
    start = view.frame_days
    strip_of(view).setFocus()
    QtCore.QCoreApplication.sendEvent(
        strip_of(view),
        QtGui.QKeyEvent(
            QtCore.QEvent.Type.KeyPress, Key.Key_Right, QtCore.Qt.KeyboardModifier.NoModifier
        ),
    )
    assert view.frame_days.first < start.first


def test_another_theme_reaches_every_part(view):
    theme = Theme(DARK)
    view.set_theme(theme)
    assert all(part.theme is theme for part in view.findChildren(PaintedItem))
    assert strip_of(view).theme is theme


def test_hits_are_marked_in_the_label_or_else_on_the_id(view):
    view.set_hits(lambda text: [(0, 3)] if "terrorist incidents" in text else [])
    assert mark_of(view, "R12").hits == ((0, 3),)
    assert mark_of(view, "H1").hits == ()
    view.set_hits(None)
    assert mark_of(view, "R12").hits == ()


def test_it_has_no_text_and_wants_the_width(view):
    assert view.prose_views() == []
    assert view.wants_width()
