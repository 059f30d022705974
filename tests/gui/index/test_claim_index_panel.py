"""The claim index as a reader uses it, on the shipped briefing and its real index."""

from __future__ import annotations

import msgspec
import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.filter_chip import FilterChip
from briefing_app.gui.index.filter_chips import FilterChips
from briefing_app.gui.index.list_bar import ListBar
from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.theme.theme import Theme
from briefing_app.model.claim import Family
from briefing_app.model.cross_references import CrossReferences
from briefing_app.open_briefing import build_index
from briefing_app.search.results import Filters, Order, SourceHit

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


def part(panel, kind):
    return panel.findChild(kind)


def button(panel, text: str) -> QtWidgets.QAbstractButton:
    return next(
        b
        for b in panel.findChildren(QtWidgets.QAbstractButton)
        if b.text() == text and b.isVisible()
    )


def type_query(qtbot, panel, text: str) -> None:
    panel.focus_search()
    qtbot.keyClicks(panel.focusWidget(), text)


def count(panel) -> str:
    return part(panel, ListBar).accessibleName()


def listed(panel) -> list[str]:
    claims = part(panel, ClaimList)
    return [i for i in panel._references.claims if claims.lists(i)]


def test_all_claims_are_listed_before_there_is_an_index(qtbot, references):
    panel = ClaimIndexPanel(references, Theme("light"))
    qtbot.addWidget(panel)
    assert count(panel) == "71 claims"
    type_query(qtbot, panel, "ceasefire")
    assert count(panel) == "71 claims"
    with qtbot.waitSignal(panel.query_changed) as heard:
        panel.set_index(build_index(references.briefing))
    assert heard.args[0]("a ceasefire") == ((2, 11),)
    assert "of 71" in count(panel)


def test_typing_narrows_and_says_how_many(qtbot, panel):
    heard = []
    panel.status_changed.connect(heard.append)
    type_query(qtbot, panel, "ceasefire")
    assert 0 < len(listed(panel)) < 71
    assert count(panel).startswith(f"{len(listed(panel))} claims of 71")
    assert heard[-1].startswith(f"{len(listed(panel))} claims")
    qtbot.keyClick(panel.focusWidget(), Key.Key_Escape)
    assert (count(panel), len(listed(panel))) == ("71 claims", 71)


def test_each_query_is_told_once_to_who_marks_hits(qtbot, panel):
    heard = []
    panel.query_changed.connect(heard.append)
    panel.set_query("ceasefire")
    panel.set_filters(Filters(families=frozenset({Family.SAID})))
    assert len(heard) == 1
    panel.set_query("")
    assert heard[1:] == [None]


def test_down_goes_into_the_list_and_up_comes_back(qtbot, panel):
    type_query(qtbot, panel, "ceasefire")
    field = panel.focusWidget()
    with qtbot.waitSignal(panel.claim_selected) as heard:
        qtbot.keyClick(field, Key.Key_Down)
    assert part(panel, ClaimCard).claim_id() == heard.args[0]
    with qtbot.assertNotEmitted(panel.claim_activated):
        qtbot.keyClick(panel.focusWidget(), Key.Key_Up)
    assert panel.focusWidget() is field


def test_enter_in_the_field_shows_the_first_hit(qtbot, panel):
    type_query(qtbot, panel, "ceasefire")
    with qtbot.waitSignal(panel.claim_activated) as heard:
        qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    assert heard.args[0] in listed(panel)


def test_a_query_without_results_says_so(qtbot, panel):
    type_query(qtbot, panel, "zzzzqqqq ")
    nothing = part(panel, NoResults)
    qtbot.waitUntil(nothing.isVisible)  # once nothing more is typed
    assert nothing.text().startswith("The briefing says nothing on “zzzzqqqq”.")
    assert count(panel) == "No claims of 71"
    qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    qtbot.keyClick(panel.focusWidget(), Key.Key_Escape)
    assert not nothing.isVisible()


def test_the_filter_that_keeps_everything_out_is_named(qtbot, panel):
    panel.set_filters(
        Filters(families=frozenset({Family.ADVISED}), sections=frozenset({"policy-options"}))
    )
    panel.set_query("ceasefire")
    nothing = part(panel, NoResults)
    assert nothing.isVisible()
    assert "without the filter: Advised, Policy options." in nothing.text()
    qtbot.mouseClick(button(panel, "Clear filters"), LEFT)
    assert not nothing.isVisible()
    assert "ceasefire" in panel.query()


def test_one_blamed_filter_is_named_alone(panel):
    panel.set_filters(
        Filters(families=frozenset({Family.ADVISED}), sections=frozenset({"terrorism"}))
    )
    assert "without the filter: Advised." in part(panel, NoResults).text()


@pytest.mark.parametrize("flash", [False, True])
def test_a_claim_is_shown_from_outside(qtbot, panel, flash):
    with (
        qtbot.assertNotEmitted(panel.claim_selected),
        qtbot.assertNotEmitted(panel.claim_activated),
    ):
        panel.select_claim("R12", flash=flash)
    claims = part(panel, ClaimList)
    assert claims.viewport().rect().contains(claims.visualRect(claims.currentIndex()))
    assert panel.current_claim() == "R12"


def test_an_unknown_claim_is_ignored(panel):
    panel.select_claim("X99")
    assert panel.current_claim() == ""


def test_a_claim_that_is_filtered_out_is_shown_on_the_card_alone(qtbot, panel):
    panel.set_query("ceasefire")
    before = listed(panel)
    panel.select_claim("H1")
    assert listed(panel) == before
    assert panel.current_claim() == "H1"
    qtbot.mouseClick(button(panel, "Show all"), LEFT)
    assert len(listed(panel)) == 71
    assert part(panel, ClaimList).current_claim() == "H1"
    assert not [
        b
        for b in panel.findChildren(QtWidgets.QAbstractButton)
        if b.text() == "Show all" and b.isVisible()
    ]


def test_a_name_filters_by_itself(qtbot, panel, references):
    panel.set_query("tehrik")
    claims = part(panel, ClaimList)
    claims.setFocus()
    rows = claims.model()
    entity = next(n for n in range(rows.rowCount()) if type(rows.row(n)).__name__ == "EntityHit")
    place = rows.index(entity, 0)
    claims.scrollTo(place)
    with qtbot.waitSignal(panel.entity_activated) as heard:
        qtbot.mouseClick(claims.viewport(), LEFT, pos=claims.visualRect(place).center())
    assert panel.filters() == Filters(actors=frozenset(heard.args))
    assert panel.query() == ""
    assert set(listed(panel)) == {
        c.id for c in references.briefing.claims if heard.args[0] in c.actors
    }


def test_orders(qtbot, panel, references):
    bar = part(panel, ListBar)
    assert button(panel, "Order of the text")
    menu = bar.make_menu()
    assert [a.isEnabled() for a in menu.actions()] == [False, True, True]
    menu.actions()[2].trigger()
    assert bar.order() is Order.DATE
    model = part(panel, ClaimList).model()
    dates = [references.claims[model.row(n).id].date for n in range(model.rowCount())]
    keys = [date.sort_key for date in dates if date]
    assert keys == sorted(keys)
    panel.set_query("ceasefire")
    assert button(panel, "By date")


def test_the_card_leaves_the_list_its_room(qtbot, panel):
    longest = max(panel._references.claims.values(), key=lambda c: len(c.text) + len(c.note))
    panel.resize(360, 500)
    panel.select_claim(longest.id)
    card = part(panel, ClaimCard)
    assert card.height() <= 0.45 * 500 + 1
    panel.set_card_folded(True)
    assert card.height() < 0.45 * 500


def test_theme_and_direction_change_live(panel):
    panel.select_claim("R12")
    pictures = [panel.grab().toImage()]
    for name in ("dark", "high-contrast"):
        panel.set_theme(Theme(name))
        pictures.append(panel.grab().toImage())
    panel.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    pictures.append(panel.grab().toImage())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])


def test_every_control_has_a_name(panel):
    panel.set_query("tehrik")
    panel.select_claim("R12")
    parts = [
        *panel.findChildren(QtWidgets.QAbstractButton),
        *panel.findChildren(QtWidgets.QLineEdit),
        *panel.findChildren(QtWidgets.QTableView),
    ]
    nameless = [p for p in parts if p.isVisible() and not (p.accessibleName() or p.toolTip())]
    assert not [p for p in nameless if not p.objectName().startswith("qt_")]


def test_a_briefing_without_claims(qtbot, references):
    bare = msgspec.structs.replace(references.briefing, claims=(), options=(), key_judgments=())
    panel = ClaimIndexPanel(CrossReferences(bare), Theme("light"))
    qtbot.addWidget(panel)
    assert part(panel, NoResults).text().startswith("This briefing has no claims.")
    panel.set_index(build_index(bare))
    panel.set_query("pakistan")


def test_an_offer_of_a_shorter_query_is_taken_by_keyboard(qtbot, panel):
    type_query(qtbot, panel, "ceasefire zebra")
    qtbot.keyClick(panel.focusWidget(), Key.Key_Return)  # it is typed to its end
    qtbot.keyClick(panel.focusWidget(), Key.Key_Down)
    qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    assert panel.query() == "ceasefire"
    assert listed(panel)


def test_a_source_that_was_found_lists_its_claims(qtbot, panel):
    panel.set_query("south asia terrorism portal")
    claims = part(panel, ClaimList)
    model = claims.model()
    row = next(n for n in range(model.rowCount()) if isinstance(model.row(n), SourceHit))
    found = model.row(row).id
    claims.setCurrentIndex(model.index(row, 0))
    qtbot.keyClick(claims, Key.Key_Return)
    assert panel.query() == f"source:{found}"
    assert listed(panel) == ["R12"]


def test_the_claim_on_the_card_is_current_again_when_the_search_is_over(qtbot, panel):
    panel.select_claim("H3")
    type_query(qtbot, panel, "ceasefire")
    assert part(panel, ClaimList).current_claim() == ""
    qtbot.keyClick(panel.focusWidget(), Key.Key_Escape)
    assert part(panel, ClaimList).current_claim() == "H3"


def test_enter_opens_the_best_hit_whatever_was_selected_before(qtbot, panel):
    panel.select_claim("R21")
    type_query(qtbot, panel, "ceasefire")
    first = part(panel, ClaimList).model().row(1).id
    assert first != "R21"
    with qtbot.waitSignal(panel.claim_activated) as heard:
        qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    assert heard.args == [first]


def test_no_status_while_nothing_is_looked_for(qtbot, panel):
    heard = []
    panel.status_changed.connect(heard.append)
    panel.set_query("ceasefire")
    panel.set_query("")
    assert heard[-1] == ""


@pytest.mark.parametrize("width", [360, 484])
def test_every_chip_is_inside_at_every_width(qtbot, panel, width):
    panel.resize(640, 840)
    panel.resize(width, 840)
    chips = panel.findChild(FilterChips)
    qtbot.waitUntil(lambda: chips.height() >= chips.heightForWidth(chips.width()))
    for chip in chips.findChildren(FilterChip):
        assert chips.rect().contains(chip.geometry())


def test_in_a_low_panel_a_search_has_the_room_of_another_claims_card(qtbot, panel):
    panel.resize(484, 430)
    panel.select_claim("H3")
    card = part(panel, ClaimCard)
    assert card.isVisible()
    panel.set_query("ceasefire")
    assert not card.isVisible()
    panel.set_query("")
    assert card.isVisible()
