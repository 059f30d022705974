"""The overview: what it says of any briefing, and how it is worked by keys and pointer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.kit.painted_item import ClaimItem
from briefing_app.gui.kit.painted_label import SectionHead
from briefing_app.gui.prose.plain_prose import PlainProse
from briefing_app.gui.tabs.overview import overview_words
from briefing_app.gui.tabs.overview.cut_off_box import CutOffBox, cut_off_words
from briefing_app.gui.tabs.overview.figure_card import FigureCard, meant_words
from briefing_app.gui.tabs.overview.judgement_card import JudgementCard
from briefing_app.gui.tabs.overview.overview_view import OverviewView
from briefing_app.gui.tabs.overview.section_line import SectionLine
from briefing_app.gui.theme.theme import DARK, LIGHT, Theme
from briefing_app.model.claim import (
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Qualifier,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.limits_of_knowledge import limits_of_knowledge
from briefing_app.model.prose import ClaimMark, Paragraph, RichText

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

EVERYTHING = Path(__file__).parents[3] / "fixtures" / "valid" / "everything"
Direction = QtCore.Qt.LayoutDirection
LONG = "An unusually long statement that goes on and on, about everything at once. " * 6


def no_picture(_path: str) -> bytes:
    raise AssertionError("no picture is named here")


@pytest.fixture
def make(qtbot):
    def made(briefing: Briefing, width: int = 956, height: int = 740) -> OverviewView:
        view = OverviewView(CrossReferences(briefing), Theme(LIGHT), no_picture)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        view.prose_views()  # builds what would follow the first paint
        return view

    return made


@pytest.fixture
def view(make, briefing):
    return make(briefing)


def claim(claim_id: str, kind: ClaimType = ClaimType.ASSESSMENT, **more: object) -> Claim:
    return msgspec.structs.replace(Claim(claim_id, "history", kind, f"Text of {claim_id}."), **more)


def with_claims(briefing: Briefing, *claims: Claim, keys: tuple[str, ...] = ()) -> CrossReferences:
    changed = msgspec.structs.replace(briefing, claims=claims, key_judgments=keys)
    return CrossReferences(changed)


def test_it_shows_key_judgements_and_figures_in_order(view):
    assert [c.claim_id for c in view.findChildren(JudgementCard)] == ["K13", "R6", "O4", "O12"]
    figures = [card.claim_id for card in view.findChildren(FigureCard)]
    assert figures == ["R2", "R3", "R7", "R12", "R18", "R20"]


def test_every_item_is_named_by_its_whole_sentence(view, briefing):
    references = CrossReferences(briefing)
    for card in (*view.findChildren(JudgementCard), *view.findChildren(FigureCard)):
        interface = QtGui.QAccessible.queryAccessibleInterface(card)
        name = interface.text(QtGui.QAccessible.Text.Name)
        assert name.startswith(f"{card.claim_id}. ")
        assert references.claims[card.claim_id].text in name
        assert interface.role() == QtGui.QAccessible.Role.Button


def test_the_first_paint_shows_the_bottom_line_and_the_rest_moves_nothing(qtbot, briefing):
    view = OverviewView(CrossReferences(briefing), Theme(LIGHT), no_picture)
    qtbot.addWidget(view)
    view.resize(956, 740)
    view._sheet.first_painted.disconnect(view._build_rest)
    with qtbot.waitExposed(view):
        view.show()
    (plain,) = view.findChildren(PlainProse)
    assert plain.text() == "\n\n".join(block.content.text for block in briefing.summary)
    assert not view.findChildren(ClaimItem)
    first = [plain.geometry(), view.findChild(CutOffBox).geometry(), view._kicker.geometry()]

    view._build_rest()

    assert not view.findChildren(PlainProse)
    assert view.area.verticalScrollBar().maximum() > 0
    summary, _text = view.prose_views()
    assert first == [
        summary.geometry(),
        view.findChild(CutOffBox).geometry(),
        view._kicker.geometry(),
    ]
    assert summary.viewport().isVisible()


def test_the_rest_follows_the_first_paint_by_itself(qtbot, briefing):
    view = OverviewView(CrossReferences(briefing), Theme(LIGHT), no_picture)
    qtbot.addWidget(view)
    view.resize(956, 740)
    assert not view._built_prose()
    view.show()
    qtbot.waitUntil(lambda: len(view._built_prose()) == 2)
    assert view.findChildren(JudgementCard)


@pytest.mark.parametrize("key", ["Key_Return", "Key_Enter", "Key_Space"])
def test_keys_select_a_judgement(qtbot, view, key):
    card = view.findChildren(JudgementCard)[1]
    with qtbot.waitSignal(view.claim_selected) as caught:
        qtbot.keyClick(card, QtCore.Qt.Key[key])
    assert caught.args == ["R6"]


def test_control_enter_and_double_click_activate(qtbot, view):
    card = view.findChildren(JudgementCard)[0]
    with qtbot.waitSignal(view.claim_activated) as caught:
        qtbot.keyClick(card, QtCore.Qt.Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["K13"]
    with qtbot.waitSignal(view.claim_activated):
        qtbot.mouseDClick(card, QtCore.Qt.MouseButton.LeftButton)


def test_a_click_selects_and_a_click_on_the_place_goes_there(qtbot, view):
    card = view.findChildren(JudgementCard)[0]
    with qtbot.waitSignal(view.claim_selected):
        qtbot.mouseClick(card, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(60, 20))
    area = card._place_area.translated(8 + card._id_px, 0)
    with (
        qtbot.assertNotEmitted(view.claim_selected),
        qtbot.waitSignal(view.place_requested) as caught,
    ):
        place = area.center().toPoint()
        qtbot.mouseClick(card, QtCore.Qt.MouseButton.LeftButton, pos=place)
    section, paragraph = caught.args
    assert section == "takeover"
    assert paragraph > 0


def test_a_section_line_opens_its_section(qtbot, view):
    line = next(n for n in view.findChildren(SectionLine) if "Policy" in n.accessibleName())
    with qtbot.waitSignal(view.section_requested) as caught:
        qtbot.mouseClick(line, QtCore.Qt.MouseButton.LeftButton)
    assert caught.args == ["policy-options"]
    assert line.accessibleName().startswith("Policy options, 12 claims, 2 minutes to read")


def test_arrow_keys_move_between_items(qtbot, view):
    first, second, third, _ = view.findChildren(JudgementCard)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, QtCore.Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, QtCore.Qt.Key.Key_Left)
    qtbot.keyClick(first, QtCore.Qt.Key.Key_Down)
    assert third.hasFocus()


def test_tab_reaches_every_item_once_in_reading_order(qtbot, view):
    chain, item = [], view._sheet.nextInFocusChain()
    while item is not view._sheet and len(chain) < 400:
        if isinstance(item, JudgementCard | FigureCard):
            chain.append(item.claim_id)
        item = item.nextInFocusChain()
    expected = ["K13", "R6", "O4", "O12", "R2", "R3", "R7", "R12", "R18", "R20"]
    start = chain.index("K13")
    assert chain[start:] + chain[:start] == expected


def test_a_claim_is_shown_where_it_is_said(view):
    assert view.show_claim("K13", flash=False)  # in the bottom line
    assert view.area.verticalScrollBar().value() == 0
    assert view.show_claim("I4", flash=False)  # only in this tab's text, far below
    assert view.area.verticalScrollBar().value() > 300
    assert not view.show_claim("H1", flash=True)


def test_a_place_is_shown(view):
    assert view.show_place("overview", 4)
    assert view.area.verticalScrollBar().value() > 300
    assert not view.show_place("history", 1)


def test_a_selected_claim_is_lit_and_says_so(view):
    view.select_claim("R6")
    card = view.findChildren(JudgementCard)[1]
    assert card.is_selected
    assert card.accessibleDescription().startswith("Selected. ")
    view.select_claim(None)
    assert not card.is_selected
    assert card.accessibleDescription().startswith("Enter selects it")


def test_hits_are_marked_in_statements(view):
    view.set_hits(lambda text: [(0, 4)] if "fragility" in text else None)
    hits = {card.claim_id: card.hits for card in view.findChildren(JudgementCard)}
    assert hits["K13"] == ((0, 4),)
    assert hits["O12"] == ()
    view.set_hits(None)
    assert all(card.hits == () for card in view.findChildren(JudgementCard))


@pytest.mark.parametrize("width", [320, 480, 700, 956, 1600])
def test_nothing_overlaps_or_leaves_the_page(make, briefing, width):
    view = make(briefing, width)
    page = view._sheet.rect()
    items = [w for w in view._sheet.children() if w.isWidgetType() and w.isVisible()]
    for number, item in enumerate(items):
        assert page.contains(item.geometry()), item
        for other in items[number + 1 :]:
            crossing = item.geometry().intersected(other.geometry())
            assert min(crossing.width(), crossing.height()) <= 8, (item, other)  # grounds may touch


def test_narrow_pages_have_one_column(make, briefing):
    wide, narrow = make(briefing, 956), make(briefing, 480)
    assert len({c.x() for c in wide.findChildren(JudgementCard)}) == 2
    assert len({c.x() for c in narrow.findChildren(JudgementCard)}) == 1
    assert len({c.y() for c in wide.findChildren(FigureCard)}) == 1
    assert len({c.y() for c in narrow.findChildren(FigureCard)}) == 3  # by pairs


def test_mirrored_the_aside_stands_at_the_left(make, briefing):
    view = make(briefing)
    box = view.findChild(CutOffBox)
    right = box.x()
    view.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert box.x() < right
    assert view.findChildren(JudgementCard)[0].x() > view.findChildren(JudgementCard)[1].x()


def test_a_larger_reading_size_and_another_theme_lay_it_out_anew(view):
    before = view._sheet.height()
    view.set_theme(Theme(DARK, reading_px=24))
    assert view._sheet.height() > before
    assert view.findChildren(JudgementCard)[0].theme.name == DARK


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": (), "key_judgments": ()},
        {"sections": (), "claims": (), "key_judgments": (), "options": ()},
        {"summary": ()},
        {"summary": (), "sections": (), "claims": (), "key_judgments": (), "options": ()},
        {"as_of": EdtfDate("2026-11-22")},
        {"as_of": EdtfDate("2020/2022-03")},
    ],
)
def test_any_briefing_can_be_shown(make, briefing, changes):
    view = make(msgspec.structs.replace(briefing, **changes))
    assert not view.grab().isNull()
    assert view.findChild(CutOffBox).text().startswith("Information cut-off: ")


def test_long_texts_are_wrapped_not_cut(make, briefing):
    words = RichText(LONG, (ClaimMark(0, 20, ("X1",)),))
    claims = (
        claim("X1", text=LONG, confidence=Confidence.HIGH),
        claim("X2", ClaimType.GAP, text=LONG),
        claim("X3", ClaimType.STATISTIC, figures=(Figure(LONG[:90], "things", 1.5e12),)),
    )
    changed = msgspec.structs.replace(
        briefing, claims=claims, key_judgments=("X1",), summary=(Paragraph(words, 1),)
    )
    view = make(changed, 700)
    assert view.findChildren(JudgementCard)[0].height() > 100
    assert [line.claim_id for line in view.findChildren(ClaimLine)] == ["X2"]


# words


@pytest.mark.parametrize(
    ("confidences", "expected"),
    [
        ((), ""),
        ((None,), "No confidence is stated"),
        ((Confidence.NOT_STATED, None), "No confidence is stated"),
        ((Confidence.LOW, None), "Confidence is stated for 1 of 2"),
        ((Confidence.LOW, Confidence.HIGH), "Confidence as the sources state it"),
    ],
)
def test_note_on_confidence(confidences, expected):
    claims = [claim(f"X{n}", confidence=value) for n, value in enumerate(confidences)]
    assert overview_words.judgements_note(claims) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-05-06", "“Now” and “so far” mean that day."),
        ("2022-05", "“Now” and “so far” mean that month."),
        ("2022", "“Now” and “so far” mean that year."),
        ("202X", "“Now” and “so far” mean that time."),
        ("2020/2022-05", "“Now” and “so far” mean that month."),
    ],
)
def test_cut_off_in_words(date, expected):
    assert cut_off_words(EdtfDate(date)) == expected


def test_the_cut_off_box_counts_claims_and_sources(qtbot, briefing):
    references = CrossReferences(briefing)
    box = CutOffBox(Theme(LIGHT), references, limits_of_knowledge(references))
    qtbot.addWidget(box)
    assert box.text() == (
        "Information cut-off: 6 May 2022. “Now” and “so far” mean that day. Nothing later is in "
        "here. 71 claims from 1 source Ahmed 2022, South Asia @ LSE Edition of 22 Nov 2026"
    )


@pytest.mark.parametrize(
    ("claim_id", "expected"), [("R2", "more than"), ("R12", ""), ("R20", "TTP says")]
)
def test_how_a_figure_is_meant(briefing, claim_id, expected):
    references = CrossReferences(briefing)
    found = references.claims[claim_id]
    assert meant_words(found, found.figures[0], references) == expected


def test_a_figure_that_somebody_only_says_keeps_its_qualifier(briefing):
    said = claim("X1", ClaimType.STATEMENT)
    figure = Figure("lives", "lives", 5, Qualifier.AT_LEAST)
    assert meant_words(said, figure, CrossReferences(briefing)) == "said: at least"


def test_the_sections_head_says_how_long_all_take_to_read(view, briefing):
    heads = [label.text() for label in view.findChildren(SectionHead)]
    (said,) = [text for text in heads if text.startswith("In this briefing")]
    minutes = sum(max(1, round(section.word_count / 230)) for section in briefing.sections)
    assert said == f"In this briefing. {minutes} min to read"
