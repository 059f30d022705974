"""The reading pane worked by keys, and jumped to by others; what it looks like then."""

from __future__ import annotations

import sys

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.model.prose import Paragraph, RichText

Key, Mouse = QtCore.Qt.Key, QtCore.Qt.MouseButton


def test_f6_steps_wrap_nothing_and_end(view):
    forward = []
    while (claim_id := view.next_claim()) is not None:
        forward.append(claim_id)
    assert forward[:4] == ["C1", "C2", "SHARED", "C3"]
    assert len(forward) == 90
    backward = [view.previous_claim() for _ in range(3)]
    assert backward == ["C60", "C59", "SHARED"]


def test_stepping_begins_where_the_reader_is(view):
    view.show_paragraph(20)
    assert view.next_claim() not in {"C1", "C2"}


def test_enter_selects_the_claim_that_the_keys_are_on(qtbot, view):
    view.setFocus()
    view.next_claim()
    view.next_claim()
    with qtbot.waitSignal(view.claim_selected) as heard:
        qtbot.keyClick(view, Key.Key_Return)
    assert heard.args == ["C2"]


def test_a_step_scrolls_its_claim_into_view(view, words_box):
    while view.next_claim() != "C41":
        pass
    box = words_box(view, "C41")
    assert 0 <= box.top() < box.bottom() <= view.viewport().height()


def test_alt_and_arrow_are_left_to_the_window(qtbot, view):
    keys = []

    class Window(QtCore.QObject):
        def eventFilter(self, _watched, event):
            if event.type() == QtCore.QEvent.Type.KeyPress:
                keys.append(event.key())
            return False

    catcher = Window()
    view.window().installEventFilter(catcher)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Left, QtCore.Qt.KeyboardModifier.AltModifier)
    assert keys[-1] == Key.Key_Left


@pytest.mark.parametrize("claim_id", ["C21", "C40", "SHARED"])
def test_showing_a_claim_puts_it_into_the_upper_third(view, claim_id, words_box):
    view.set_scroll_value(300)
    assert view.show_claim(claim_id, flash=False)
    top = words_box(view, claim_id).top()
    assert 0 <= top <= view.viewport().height() / 2.5
    assert view.current_claim() == claim_id


def test_a_claim_that_is_not_said_here_moves_nothing(view):
    view.set_scroll_value(200)
    assert view.show_claim("ELSEWHERE", flash=True) is False
    assert view.scroll_value() == 200


def test_a_jump_before_the_first_show_is_made_on_it(make, qtbot, words_box, blocks):
    view = make()
    late = ProseView(
        blocks,
        view.references,
        Theme(LIGHT),
        section_id="history",
        style=ProseStyle(),
        read_picture=lambda _path: b"",
    )
    qtbot.addWidget(late)
    late.show_claim("C40", flash=False)
    late.resize(900, 600)
    with qtbot.waitExposed(late):
        late.show()
    assert 0 <= words_box(late, "C40").top() <= 240


def test_the_flash_goes_by_itself(qtbot, view):
    strengths = []
    view.marks.flash.strength_changed.connect(strengths.append)
    view.show_claim("C5", flash=True)
    assert strengths == [1.0]
    qtbot.waitUntil(lambda: not view.marks.flash.is_active())
    assert strengths[-1] == 0.0
    assert view.current_claim() == "C5"


def test_scrolling_tells_the_paragraph(qtbot, view):
    heard = []
    view.place_changed.connect(heard.append)
    for value in range(0, view.verticalScrollBar().maximum(), 90):
        view.set_scroll_value(value)
    assert heard == sorted(set(heard))
    assert heard[0] in (1, 2)
    assert view.show_paragraph(12)
    assert view.scroller.first_visible_paragraph() in (10, 11, 12)
    assert not view.show_paragraph(99)


def paragraph_at_top(view) -> int:
    """The block that the topmost pixel shows, however little of it."""
    position = view.body.geometry.position_at(view.verticalScrollBar().value())
    return view.document().findBlock(position).blockNumber()


@pytest.mark.parametrize("change", ["width", "theme", "reading size"])
def test_the_line_at_the_top_stays_there(view, qtbot, change):
    view.show_paragraph(15)
    before = paragraph_at_top(view)
    if change == "width":
        view.window().resize(640, 600)
        qtbot.waitUntil(lambda: view.width() == 640)
    elif change == "theme":
        view.set_theme(Theme(DARK))
    else:
        view.set_theme(Theme(LIGHT, reading_px=22))
    assert paragraph_at_top(view) == before


def test_the_column_grows_with_the_reading_size_and_is_centred(make):
    view = make(size=(1200, 600))
    widths = []
    for reading_px in (15, 17, 20):
        view.set_theme(Theme(LIGHT, reading_px=reading_px))
        column = view.body.geometry.column
        widths.append(column.width)
        assert abs(column.leading - column.trailing) <= 1
        assert column.leading >= 64
    assert widths == sorted(set(widths))
    assert widths[1] == 600


def test_copying_gives_plain_text(view, qtbot):
    view.setFocus()
    view.selectAll()
    qtbot.keyClick(view, Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    data = QtGui.QGuiApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert data.text().startswith("History\n\n60 claims\n\nBeginning\n\nSomething happened")
    assert data.text().endswith("1. What the note says.")


def test_the_selection_outlives_a_new_theme(view):
    view.selectAll()
    before = view.selected_plain_text()
    view.set_theme(Theme(HIGH_CONTRAST))
    assert view.selected_plain_text() == before


def wheel(view, delta: int, modifiers=QtCore.Qt.KeyboardModifier.NoModifier) -> bool:
    here = QtCore.QPointF(300, 300)
    event = QtGui.QWheelEvent(
        here,
        view.viewport().mapToGlobal(here),
        QtCore.QPoint(),
        QtCore.QPoint(0, delta),
        Mouse.NoButton,
        modifiers,
        QtCore.Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QtWidgets.QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


@pytest.mark.parametrize(("delta", "steps"), [(120, [1]), (-240, [-2]), (60, [])])
def test_ctrl_and_wheel_ask_for_another_size(view, delta, steps):
    heard = []
    view.zoom_requested.connect(heard.append)
    wheel(view, delta, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert heard == steps


def test_embedded_text_is_as_high_as_it_is_long_and_lets_the_page_scroll(make, blocks):
    blocks = blocks[:4]
    style = ProseStyle(role="bottom_line", margins=False, embedded=True)
    view = make(blocks, style=style, title="", subtitle="")
    heights = [view.heightForWidth(width) for width in (300, 500, 600, 900)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[1]
    assert heights[2] == heights[3]  # no wider than its measure
    view.setFixedSize(500, view.heightForWidth(500))
    assert view.verticalScrollBar().maximum() == 0
    assert view.document().size().height() <= view.viewport().height() + 1
    assert not wheel(view, -120)


def test_it_works_without_claims_and_without_text(make):
    for blocks in ((), (Paragraph(RichText("Only words."), 1),)):
        view = make(blocks)
        assert view.next_claim() is None
        assert view.places.claim_at(QtCore.QPoint(200, 100)) is None
        assert not view.grab().isNull()


def test_it_says_its_name_and_how_to_step(view, make):
    assert view.accessibleName() == "History"
    assert "F6" in view.accessibleDescription()
    assert make((Paragraph(RichText("x"), 1),), title="").accessibleName() == "Bottom line"


def colours_near(view, box: QtCore.QRect) -> set[str]:
    image = view.viewport().grab(box.adjusted(-4, 0, 4, 8)).toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_what_is_lit_has_its_colour(make, theme, words_box, label_box):
    view = make(theme=theme)
    values = Theme(theme).values
    box = words_box(view, "C1")
    assert values["accent_bg"] not in colours_near(view, box)
    view.select_claim("C1")
    assert {values["accent_bg"], values["accent"]} <= colours_near(view, box)
    assert values["accent"] in colours_near(view, label_box(view, "C1"))
    view.select_claim(None)
    view.set_hits(lambda text: [(0, 9)] if text.startswith("Something") else None)
    assert values["hit"] in colours_near(view, box)
    view.set_hits(None)
    start = view.body.places.marks[0].start
    view.set_found([(start, start + 9)], 0)
    assert values["hit_current"] in colours_near(view, box)


@pytest.mark.parametrize(
    ("strength", "role"),
    [("quiet", "reported_mark"), ("strong", "reported_mark_strong"), ("off", "")],
)
def test_lines_under_claims_are_quiet_strong_or_off(view, strength, role, words_box):
    values = Theme(LIGHT).values
    view.set_mark_strength(strength)
    seen = colours_near(view, words_box(view, "C1"))
    known = {values["reported_mark"], values["reported_mark_strong"]}
    assert seen & known == ({values[role]} if role else set())


def test_painting_leaves_the_count_of_references_alone(view):
    before = sys.getrefcount(None)
    for value in range(0, 600, 3):
        view.set_scroll_value(value)
        view.viewport().repaint()
    assert abs(sys.getrefcount(None) - before) < 100
