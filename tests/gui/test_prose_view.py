"""The reading pane as a reader works it: by pointer, by keys, and jumped to by others."""

from __future__ import annotations

import sys

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.gui.views.prose_view import ProseStyle, ProseView
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import (
    ClaimMark,
    Footnote,
    Heading,
    Link,
    NoteReference,
    Paragraph,
    RichText,
)

Key, Mouse = QtCore.Qt.Key, QtCore.Qt.MouseButton
KINDS = (ClaimType.EVENT, ClaimType.STATEMENT, ClaimType.ASSESSMENT, ClaimType.OPTION)
SENTENCE = "Something happened that is worth a claim. "
REST = "And some words that say nothing in particular, to fill the paragraph. " * 3


def no_picture(_path: str) -> bytes:
    raise OSError


def paragraph(number: int) -> Paragraph:
    """Two claims: the first sentence says one, the next words say another."""
    text = SENTENCE + REST
    first, second = f"C{2 * number - 1}", f"C{2 * number}"
    marks = (ClaimMark(0, 40, (first,)), ClaimMark(42, 60, (second, "SHARED")))
    return Paragraph(RichText(text, marks=marks), number)


BLOCKS = (
    Heading(RichText("Beginning"), 2),
    *(paragraph(number) for number in range(1, 31)),
    Paragraph(
        RichText(
            "A link and a note1.",
            links=(Link(2, 6, "https://a.example/?q=ü"),),
            notes=(NoteReference(17, 18, 1),),
        ),
        31,
    ),
    Footnote(1, (Paragraph(RichText("What the note says.")),)),
)


def references(blocks=BLOCKS) -> CrossReferences:
    date = EdtfDate("2022-05-06")
    ids = [f"C{n}" for n in range(1, 61)] + ["SHARED"]
    claims = [
        Claim(name, "history", KINDS[n % 4], f"Statement of {name}.") for n, name in enumerate(ids)
    ]
    section = Section("history", "History", blocks)
    return CrossReferences(Briefing("b", "B", "en", "1", date, date, (), (section,), tuple(claims)))


@pytest.fixture
def make(qtbot):
    def made(blocks=BLOCKS, size=(900, 600), theme=LIGHT, style=None, **more) -> ProseView:
        window = QtWidgets.QWidget()
        if more.pop("mirrored", False):
            window.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        column = QtWidgets.QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        view = ProseView(
            blocks,
            references(blocks),
            Theme(theme),
            section_id="history",
            style=style or ProseStyle(),
            read_picture=no_picture,
            title=more.get("title", "History"),
            subtitle=more.get("subtitle", "60 claims"),
        )
        column.addWidget(view)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        view.window_ = window
        return view

    return made


@pytest.fixture
def view(make):
    return make()


def click(qtbot, view, place: QtCore.QPoint, button=Mouse.LeftButton) -> None:
    qtbot.mouseClick(view.viewport(), button, pos=place)


def label_box(view, claim_id: str) -> QtCore.QRect:
    """Where a claim's id stands in the viewport."""
    scroll, height = view.scroll_value(), view.viewport().height()
    for _, unit in view._geometry.units_between(scroll, scroll + height):
        for label in unit.labels:
            if claim_id in label.claims:
                return label.box.translated(0, -scroll).toAlignedRect()
    raise AssertionError(f"{claim_id} is not in view")


def words_box(view, claim_id: str) -> QtCore.QRect:
    return view.words_box(view.marks_of(claim_id)[0])


# claims by pointer


def test_a_click_on_words_selects_their_claim(qtbot, view):
    with qtbot.waitSignal(view.claim_selected) as heard:
        click(qtbot, view, words_box(view, "C1").center())
    assert heard.args == ["C1"]
    assert view.current_claim() == "C1"


def test_a_click_on_an_id_in_the_margin_selects_its_claim(qtbot, view):
    with qtbot.waitSignal(view.claim_selected) as heard:
        click(qtbot, view, label_box(view, "C3").center())
    assert heard.args == ["C3"]


def test_words_with_several_claims_give_one_after_the_other(qtbot, view):
    heard = []
    view.claim_selected.connect(heard.append)
    for _ in range(3):
        click(qtbot, view, words_box(view, "C2").center())
    assert heard == ["C2", "SHARED", "C2"]


def test_plain_words_select_nothing(qtbot, view):
    heard = []
    view.claim_selected.connect(heard.append)
    box = words_box(view, "C1")
    click(qtbot, view, QtCore.QPoint(box.center().x(), box.bottom() + 2 * 27))
    assert heard == []


def test_dragging_over_a_claim_selects_text_not_the_claim(qtbot, view):
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
    assert view.selected_plain_text() in SENTENCE
    assert view.selected_plain_text()
    assert view.claims_in_selection() == ("C1",)


def test_a_click_on_a_paragraph_number_asks_for_its_place(qtbot, view):
    unit = view._geometry.unit(1)
    box = view._geometry.number_box(1, unit, view._painter.number_metrics)
    with qtbot.waitSignal(view.place_copied_requested) as heard:
        click(qtbot, view, box.center().toPoint())
    assert heard.args == [1]


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("width", "narrow"), [(900, False), (640, False), (560, True)])
def test_numbers_lead_and_ids_trail_and_nothing_overlaps(make, width, narrow, mirrored):
    view = make(size=(width, 600), mirrored=mirrored)
    column = view._geometry.column
    assert column.narrow is narrow
    metrics = view._painter.number_metrics
    boxes = []
    for index, unit in view._geometry.units_between(0, 2000):
        number = view._geometry.number_box(index, unit, metrics)
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
    labels = view._geometry.unit(0).labels
    assert [claim for label in labels for claim in label.claims] == list(ids)
    assert labels[-1].text.startswith("+")


# links


def test_a_link_is_told_of_and_never_followed(qtbot, view):
    view.show_paragraph(31)
    place = view._made.places.links[0]
    with qtbot.waitSignal(view.link_requested) as heard:
        (segment, *_) = view._geometry.segments([(place.start, place.end)])
        click(qtbot, view, view._visible_box(segment.box).center())
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


# keys


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


def test_a_step_scrolls_its_claim_into_view(view):
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


# places


@pytest.mark.parametrize("claim_id", ["C21", "C40", "SHARED"])
def test_showing_a_claim_puts_it_into_the_upper_third(view, claim_id):
    view.set_scroll_value(300)
    assert view.show_claim(claim_id, flash=False)
    top = words_box(view, claim_id).top()
    assert 0 <= top <= view.viewport().height() / 2.5
    assert view.current_claim() == claim_id


def test_a_claim_that_is_not_said_here_moves_nothing(view):
    view.set_scroll_value(200)
    assert view.show_claim("ELSEWHERE", flash=True) is False
    assert view.scroll_value() == 200


def test_a_jump_before_the_first_show_is_made_on_it(make, qtbot):
    view = make()
    late = ProseView(
        BLOCKS,
        view.references,
        Theme(LIGHT),
        section_id="history",
        style=ProseStyle(),
        read_picture=no_picture,
    )
    qtbot.addWidget(late)
    late.show_claim("C40", flash=False)
    late.resize(900, 600)
    with qtbot.waitExposed(late):
        late.show()
    assert 0 <= words_box(late, "C40").top() <= 240


def test_the_flash_goes_by_itself(qtbot, view):
    strengths = []
    view._flash.strength_changed.connect(strengths.append)
    view.show_claim("C5", flash=True)
    assert strengths == [1.0]
    qtbot.waitUntil(lambda: not view._flash.is_active(), timeout=3000)
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
    assert view.first_visible_paragraph() in (10, 11, 12)
    assert not view.show_paragraph(99)


@pytest.mark.parametrize("change", ["width", "theme", "reading size"])
def test_the_line_at_the_top_stays_there(view, qtbot, change):
    view.show_paragraph(15)
    before = view.first_visible_paragraph()
    if change == "width":
        view.window().resize(640, 600)
        qtbot.waitUntil(lambda: view.width() == 640)
    elif change == "theme":
        view.set_theme(Theme(DARK))
    else:
        view.set_theme(Theme(LIGHT, reading_px=22))
    assert view.first_visible_paragraph() == before


def test_the_column_grows_with_the_reading_size_and_is_centred(make):
    view = make(size=(1200, 600))
    widths = []
    for reading_px in (15, 17, 20):
        view.set_theme(Theme(LIGHT, reading_px=reading_px))
        column = view._geometry.column
        widths.append(column.width)
        assert abs(column.leading - column.trailing) <= 1
        assert column.leading >= 64
    assert widths == sorted(set(widths))
    assert widths[1] == 600


# copying


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


# the context menu


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


def test_the_menu_cites_the_claim_under_the_pointer(qtbot, view):
    actions = menu_actions(qtbot, view, words_box(view, "C3").center())
    assert not actions["Copy"].isEnabled()
    with qtbot.waitSignal(view.citation_requested) as heard:
        actions["Copy with citation…"].trigger()
    assert heard.args == ["C3"]
    with qtbot.waitSignal(view.place_copied_requested) as place:
        actions["Copy place “History ¶2”"].trigger()
    assert place.args == [2]
    close_menu(view)


def test_the_menu_cannot_cite_where_nothing_is_claimed(qtbot, view):
    actions = menu_actions(qtbot, view, QtCore.QPoint(5, 5))
    assert not actions["Copy with citation…"].isEnabled()
    close_menu(view)


# other ways in


@pytest.mark.parametrize(("delta", "steps"), [(120, [1]), (-240, [-2]), (60, [])])
def test_ctrl_and_wheel_ask_for_another_size(view, delta, steps):
    heard = []
    view.zoom_requested.connect(heard.append)
    wheel(view, delta, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert heard == steps


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


def test_embedded_text_is_as_high_as_it_is_long_and_lets_the_page_scroll(make):
    blocks = BLOCKS[:4]
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
        assert view.claim_at(QtCore.QPoint(200, 100)) is None
        assert not view.grab().isNull()


def test_it_says_its_name_and_how_to_step(view, make):
    assert view.accessibleName() == "History"
    assert "F6" in view.accessibleDescription()
    assert make((Paragraph(RichText("x"), 1),), title="").accessibleName() == "Bottom line"


# what is painted


def colours_near(view, box: QtCore.QRect) -> set[str]:
    image = view.viewport().grab(box.adjusted(-4, 0, 4, 8)).toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_what_is_lit_has_its_colour(make, theme):
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
    start = view._made.places.marks[0].start
    view.set_found([(start, start + 9)], 0)
    assert values["hit_current"] in colours_near(view, box)


@pytest.mark.parametrize(
    ("strength", "role"),
    [("quiet", "reported_mark"), ("strong", "reported_mark_strong"), ("off", "")],
)
def test_lines_under_claims_are_quiet_strong_or_off(view, strength, role):
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
