"""The list of claims: whole statements, keys, places that do not jump."""

from __future__ import annotations

import msgspec
import pytest
from PySide6 import QtCore

from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.claim_list_model import ROW_ROLE, RowShape
from briefing_app.gui.theme.theme import Theme
from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.results import ClaimHit, EntityHit, ParagraphHit, Results

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
PARAGRAPH = ParagraphHit("terrorism", 5, "The TTP announced a ceasefire.", 1.0, ((4, 7),))
ENTITY = EntityHit("ttp", "Tehrik-e-Taliban Pakistan", 1.0, 14)


def all_claims(references: CrossReferences) -> Results:
    hits = tuple(ClaimHit(claim.id, 0.0) for claim in references.in_text_order())
    return Results("", hits, len(hits))


def shown(qtbot, references) -> ClaimList:
    claims = ClaimList(references, Theme("light"))
    qtbot.addWidget(claims)
    claims.resize(484, 600)
    claims.show()
    claims.activateWindow()
    qtbot.waitUntil(claims.isActiveWindow)
    return claims


@pytest.fixture
def claims(qtbot, references) -> ClaimList:
    claims = shown(qtbot, references)
    claims.set_results(all_claims(references))
    return claims


@pytest.fixture
def long_list(qtbot, references):
    """20,000 claims."""
    first = references.briefing.claims
    many = tuple(
        msgspec.structs.replace(first[n % len(first)], id=f"N{n}", relations=())
        for n in range(20_000)
    )
    long = CrossReferences(msgspec.structs.replace(references.briefing, claims=many, options=()))
    claims = shown(qtbot, long)
    claims.set_results(Results("", tuple(ClaimHit(c.id, 0.0) for c in many), len(many)))
    return claims


def visible_rows(claims: ClaimList) -> range:
    last = claims.rowAt(claims.viewport().height() - 1)
    return range(claims.rowAt(0), (last if last >= 0 else claims.model().rowCount() - 1) + 1)


def assert_whole(claims: ClaimList) -> None:
    """Every row in sight is as high as its own text needs."""
    delegate = claims.itemDelegate()
    for number in visible_rows(claims):
        assert claims.rowHeight(number) == delegate.row_height(claims.model().shape(number))


def test_heights_follow_the_statement(claims, references):
    delegate = claims.itemDelegate()
    shapes = [RowShape(claim.text, claim=claim.id) for claim in references.claims.values()]
    heights = {delegate.row_height(shape) for shape in shapes}
    assert heights <= {61, 80, 99, 118}
    assert {80, 99} <= heights
    assert_whole(claims)


@pytest.mark.parametrize("width", [360, 640])
def test_a_new_width_wraps_again_and_keeps_the_current_row_in_place(claims, width):
    claims.select_claim("R12")
    before = claims.visualRect(claims.currentIndex()).top()
    claims.resize(width, 600)
    assert claims.visualRect(claims.currentIndex()).top() == before
    assert_whole(claims)


def test_twenty_thousand_rows(qtbot, long_list):
    assert_whole(long_list)
    assert long_list.select_claim("N17000")
    assert_whole(long_list)
    assert long_list.viewport().rect().contains(long_list.visualRect(long_list.currentIndex()))
    qtbot.keyClick(long_list, Key.Key_End)
    assert long_list.current_claim() == "N19999"
    assert long_list.viewport().rect().contains(long_list.visualRect(long_list.currentIndex()))
    qtbot.keyClick(long_list, Key.Key_PageUp)
    assert_whole(long_list)


def test_keys(qtbot, claims, references):
    ids = [claim.id for claim in references.in_text_order()]
    heard = []
    claims.row_selected.connect(lambda hit: heard.append(hit.id))
    claims.enter_from_above()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Home, Key.Key_R):
        qtbot.keyClick(claims, key)
    assert heard == [ids[0], ids[1], ids[2], ids[1], ids[-1], ids[0]]
    qtbot.keyClick(claims, Key.Key_PageDown)
    assert ids.index(claims.current_claim()) > 3


def test_heads_are_passed_over(qtbot, claims):
    hit = ClaimHit("R12", 1.0)
    claims.set_results(Results("ttp", (hit,), 1, (PARAGRAPH,), (ENTITY,)))
    heard = []
    claims.row_selected.connect(heard.append)
    claims.enter_from_above()
    qtbot.keyClick(claims, Key.Key_Down)
    qtbot.keyClick(claims, Key.Key_Down)
    assert heard == [hit, PARAGRAPH, ENTITY]


def test_up_on_the_first_row_leaves(qtbot, claims):
    claims.enter_from_above()
    with qtbot.waitSignal(claims.left_at_top):
        qtbot.keyClick(claims, Key.Key_Up)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_activates(qtbot, claims, key):
    claims.select_claim("R12")
    with qtbot.waitSignal(claims.row_activated) as heard:
        qtbot.keyClick(claims, key)
    assert heard.args[0].id == "R12"


def test_a_click_selects_and_activates_once(qtbot, claims):
    heard = []
    claims.row_selected.connect(lambda hit: heard.append(("selected", hit.id)))
    claims.row_activated.connect(lambda hit: heard.append(("activated", hit.id)))
    row = visible_rows(claims)[1]
    expected = claims.model().index(row, 0).data(ROW_ROLE).id
    place = claims.visualRect(claims.model().index(row, 0)).center()
    qtbot.mouseClick(claims.viewport(), LEFT, pos=place)
    assert heard == [("selected", expected), ("activated", expected)]


def test_a_click_on_a_head_does_nothing(qtbot, claims):
    claims.set_results(Results("ttp", (ClaimHit("R12", 1.0),), 1))
    with qtbot.assertNotEmitted(claims.row_activated):
        head = claims.visualRect(claims.model().index(0, 0)).center()
        qtbot.mouseClick(claims.viewport(), LEFT, pos=head)


def test_the_program_selects_in_silence(qtbot, claims):
    with qtbot.assertNotEmitted(claims.row_selected):
        assert claims.select_claim("R12")
        claims.set_results(Results("ttp", (ClaimHit("R12", 1.0), ClaimHit("R1", 0.5)), 2))
    assert claims.current_claim() == "R12"
    assert not claims.select_claim("H1")
    assert claims.current_claim() == ""


def test_a_flash_fades(qtbot, claims):
    claims.select_claim("R12", flash=True)
    delegate = claims.itemDelegate()
    assert delegate.flash_strength == 1.0
    assert delegate.flashed_row == claims.currentIndex().row()
    qtbot.waitUntil(lambda: delegate.flash_strength == 0.0)


def test_a_new_answer_ends_the_flash(claims):
    claims.select_claim("R12", flash=True)
    claims.set_results(Results("ttp", (ClaimHit("R12", 1.0),), 1))
    assert claims.itemDelegate().flashed_row == -1


def test_mirrored_and_dark(qtbot, claims):
    claims.select_claim("R12")
    before = claims.grab().toImage()
    claims.set_theme(Theme("dark"))
    claims.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert claims.grab().toImage() != before
    assert_whole(claims)


def test_what_was_selected_while_hidden_is_in_sight_when_shown(qtbot, references):
    claims = ClaimList(references, Theme("light"))
    qtbot.addWidget(claims)
    claims.resize(484, 600)
    claims.set_results(all_claims(references))
    claims.select_claim("R12")
    claims.show()
    assert claims.viewport().rect().contains(claims.visualRect(claims.currentIndex()))
    assert_whole(claims)


@pytest.mark.parametrize(("width", "below"), [(484, False), (230, True)])
def test_date_and_section_are_never_cut(qtbot, claims, width, below) -> None:
    claims.resize(width, 600)
    row = claims.model().row_of_claim("R17")
    delegate, theme = claims.itemDelegate(), Theme("light")
    assert delegate._context_below("R17") is below
    assert claims.rowHeight(row) == claims.row_px(row)
    statement = delegate._block(claims.model().shape(row).statement)
    lines = claims.rowHeight(row) - statement.height
    assert (lines > 2 * theme.line_px("meta") + 20) is below


def test_words_that_come_later_get_their_line(qtbot, claims) -> None:
    claims.resize(300, 600)
    before = claims.rowHeight(5)
    words = "after 15 August 2021, which is a long time ago"
    claims.mark_later(dict.fromkeys(claims.itemDelegate()._references.claims, words))
    assert claims.rowHeight(5) == claims.row_px(5)
    assert claims.rowHeight(5) > before
