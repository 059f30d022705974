"""The hover card: when it comes, what it says, where it stands, and how it goes."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.hover_card import HoverCard
from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Citation, Claim, ClaimType, Locator
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import ClaimMark, Paragraph, RichText
from briefing_app.model.source import Availability, Source

Key, Mouse = QtCore.Qt.Key, QtCore.Qt.MouseButton
TEXT = "In 2020 a UN report warned of them. Nothing is claimed in these words at all. "


def claim(claim_id: str, **more: object) -> Claim:
    where = Locator(section="Background", paragraph="2")
    sources = (Citation("ahmed", where, attributed_to="un"),)
    return Claim(
        claim_id, "s", ClaimType.STATISTIC, f"Statement of {claim_id}.", sources=sources, **more
    )


@pytest.fixture(scope="module")
def references() -> CrossReferences:
    date = EdtfDate("2022-05-06")
    marks = (ClaimMark(0, 34, ("A1",)),)
    both = (ClaimMark(0, 34, ("A1", "A2")),)
    blocks = (
        Paragraph(RichText(TEXT, marks), 1),
        Paragraph(RichText(TEXT, both), 2),
        *(Paragraph(RichText(TEXT * 3), n) for n in range(3, 20)),
        Paragraph(RichText(TEXT, (ClaimMark(0, 34, ("GONE",)),)), 20),
    )
    claims = (claim("A1", date=EdtfDate("2020")), *(claim(f"A{n}") for n in range(2, 8)))
    sources = (
        Source("ahmed", "webpage", citation_label="Ahmed 2022"),
        Source(
            "un",
            "report",
            title="UN report",
            cited_by="ahmed",
            availability=Availability.LINK_NOT_AVAILABLE,
        ),
    )
    section = Section("s", "Section", blocks)
    return CrossReferences(
        Briefing("b", "B", "en", "1", date, date, (), (section,), claims, sources)
    )


@pytest.fixture
def view(qtbot, references):
    window = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    view = ProseView(
        references.briefing.sections[0].blocks,
        references,
        Theme(LIGHT),
        section_id="s",
        style=ProseStyle(),
        read_picture=lambda _path: b"",
    )
    other = QtWidgets.QLineEdit()
    column.addWidget(other)
    column.addWidget(view)
    view.other, view.held = other, window
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return view


def point(view: ProseView, place: QtCore.QPoint) -> None:
    """Move the pointer over the text, as the window system would tell it."""
    position = QtCore.QPointF(place)
    event = QtGui.QMouseEvent(
        QtCore.QEvent.Type.MouseMove,
        position,
        view.viewport().mapToGlobal(position),
        Mouse.NoButton,
        Mouse.NoButton,
        QtCore.Qt.KeyboardModifier.NoModifier,
    )
    QtWidgets.QApplication.sendEvent(view.viewport(), event)


def card(view: ProseView) -> HoverCard | None:
    return view.window().findChild(HoverCard)


def is_shown(view: ProseView) -> bool:
    found = card(view)
    return found is not None and found.isVisible()


def hover(qtbot, view: ProseView, mark: int = 0) -> HoverCard:
    point(view, view.places.words_box(mark).center())
    qtbot.waitUntil(lambda: is_shown(view))
    return card(view)


def test_it_comes_after_a_rest_not_at_once(qtbot, view):
    point(view, view.places.words_box(0).center())
    assert not is_shown(view)
    qtbot.waitUntil(lambda: is_shown(view))
    assert card(view).claims() == ("A1",)


def test_it_does_not_come_where_the_pointer_only_passes(qtbot, view):
    point(view, view.places.words_box(0).center())
    point(view, QtCore.QPoint(5, 400))
    assert not view._hover._rest.isActive()
    assert not is_shown(view)


def test_it_says_who_says_so(qtbot, view):
    spoken = hover(qtbot, view).accessibleDescription()
    for words in (
        "A1",
        "Statistic",
        "2020",
        "Statement of A1.",
        "Ahmed 2022",
        "“Background”, ¶2",
        "UN report",
        "link not available",
        "1 source, 1 origin",
    ):
        assert words in spoken


def test_words_with_several_claims_show_all_their_records(qtbot, view):
    one = hover(qtbot, view, 0).height()
    view._hover.hide_now()
    both = hover(qtbot, view, 1)
    assert both.claims() == ("A1", "A2")
    assert both.height() > 1.7 * one


def test_an_unknown_claim_shows_nothing(qtbot, view):
    view.show_paragraph(20)
    point(view, view.places.words_box(2).center())
    qtbot.waitUntil(lambda: not view._hover._rest.isActive())
    assert not is_shown(view)


def test_it_stands_below_the_words_without_covering_them(qtbot, view):
    shown = hover(qtbot, view)
    words = view.places.words_box(0)
    top = view.viewport().mapTo(view.window(), words.bottomLeft()).y()
    visible = shown.geometry().adjusted(10, 10, -10, -10)  # the shadow
    assert abs(visible.top() - top - 12) <= 1
    assert visible.width() == 360
    assert view.window().rect().contains(visible)


@pytest.mark.parametrize(
    "box",
    [
        QtCore.QRect(20, 560, 200, 18),
        QtCore.QRect(860, 20, 30, 18),
        QtCore.QRect(-40, 300, 60, 18),
        QtCore.QRect(500, 570, 200, 18),
    ],
)
def test_it_is_kept_inside_the_window_and_off_the_words(qtbot, references, box):
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    shown = HoverCard(references, Theme(LIGHT), window)
    assert shown.show_claims(["A1"], box)
    visible = shown.geometry().adjusted(10, 10, -10, -10)
    assert window.rect().contains(visible)
    assert not visible.intersects(box)
    shown.dismiss()


def test_the_pointer_can_go_to_the_card_and_stay(qtbot, view, monkeypatch):
    shown = hover(qtbot, view)
    monkeypatch.setattr(shown, "underMouse", lambda: True)
    point(view, QtCore.QPoint(5, 500))
    qtbot.waitUntil(lambda: not view._hover._grace.isActive())
    assert is_shown(view)
    monkeypatch.setattr(shown, "underMouse", lambda: False)
    QtWidgets.QApplication.sendEvent(shown, QtCore.QEvent(QtCore.QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not is_shown(view))


def test_it_goes_when_the_pointer_leaves_the_words(qtbot, view):
    hover(qtbot, view)
    point(view, QtCore.QPoint(5, 500))
    qtbot.waitUntil(lambda: not is_shown(view))
    assert view._state.hovered_mark == -1


@pytest.mark.parametrize("focus", ["text", "elsewhere"])
def test_esc_takes_it_away_wherever_the_keyboard_is(qtbot, view, focus):
    hover(qtbot, view)
    target = view if focus == "text" else view.other
    target.setFocus()
    qtbot.keyClick(target, Key.Key_Escape)
    assert not is_shown(view)


def test_scrolling_takes_it_away(qtbot, view):
    hover(qtbot, view)
    view.set_scroll_value(100)
    assert not is_shown(view)


def test_a_click_takes_it_away_and_selects(qtbot, view):
    hover(qtbot, view)
    with qtbot.waitSignal(view.claim_selected):
        qtbot.mouseClick(view.viewport(), Mouse.LeftButton, pos=view.places.words_box(0).center())
    assert not is_shown(view)


def test_it_goes_with_the_text(qtbot, view):
    hover(qtbot, view)
    view.hide()
    assert not is_shown(view)
    assert not view._hover._rest.isActive()


def test_ctrl_space_shows_it_at_once_for_the_keyboard(qtbot, view):
    view.setFocus()
    assert view.next_claim() == "A1"
    qtbot.keyClick(view, Key.Key_Space, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert is_shown(view)
    assert card(view).claims() == ("A1",)
    view.next_claim()
    assert not is_shown(view)
    view.next_claim()
    qtbot.keyClick(view, Key.Key_Space, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert card(view).claims() == ("A2", "A1")


def test_more_than_three_records_are_counted(qtbot, references):
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.resize(900, 900)
    shown = HoverCard(references, Theme(LIGHT), window)
    window.show()
    shown.show_claims([f"A{n}" for n in range(1, 8)], QtCore.QRect(20, 20, 100, 18))
    assert shown._hint() == "and 4 more"
    assert shown.height() < 900
    shown.dismiss()


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_it_is_painted_in_the_theme(qtbot, view, theme):
    view.set_theme(Theme(theme))
    shown = hover(qtbot, view)
    image = view.window().grab(shown.geometry()).toImage()
    colours = {image.pixelColor(x, 40).name().upper() for x in range(image.width())}
    assert Theme(theme).values["raised"] in colours
