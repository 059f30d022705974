"""From a claim card to the claims that share a date, an actor or a figure, in the real window."""

from __future__ import annotations

import pytest
from PySide6 import QtCore

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.claims.claim_card_body import ClaimCardBody, RecordLink
from briefing_app.gui.claims.claim_neighbour_lines import date_query
from briefing_app.gui.index.list_bar import ListBar
from briefing_app.model.dates import EdtfDate
from briefing_app.search.query.date_range import parse_ranges
from briefing_app.search.results import Filters, Order

Key = QtCore.Qt.Key


@pytest.mark.parametrize(
    ("date", "query"),
    [
        ("2021-08-15", "2021-08-15"),
        ("2021-08~", "2021-08"),
        ("1992", "1992"),
        ("195X", "1950..1959"),
        ("19XX/", "1900.."),
        ("2021-07/2021-08", "2021-07..2021-08"),
        ("2021-08/..", "2021-08.."),
        ("../1993?", "..1993"),
        ("195X/196X", "1950..1969"),
    ],
)
def test_a_date_is_searched_as_it_is_meant(date, query):
    assert date_query(EdtfDate(date)) == query
    assert parse_ranges(query)[0].share_of(EdtfDate(date)) > 0


def links(desk) -> dict[str, RecordLink]:
    found = desk.panel.findChildren(RecordLink)
    return {link.text(): link for link in found if not link.isHidden()}


def test_more_becomes_a_search_that_finds_as_many(qtbot, desk):
    desk.window.jumps.go_to_claim("R18")
    desk.panel.set_filters(Filters(sections=frozenset({"history"})))
    more = links(desk)["11 more"]
    assert more.accessibleDescription() == "Lists all of them in the claim index."
    more.setFocus()
    qtbot.keyClick(more, Key.Key_Return)
    assert desk.panel.query() == "actor:ttp"
    assert not desk.panel.filters()
    assert desk.panel.findChild(ListBar).accessibleName().startswith("16 claims of 71")
    assert desk.panel.current_claim() == "R18"


def test_every_search_of_every_card_finds_the_claim_itself(desk):
    for claim in desk.window.reading.opened.briefing.claims:
        desk.panel.select_claim(claim.id)
        for target in {link._target for link in links(desk).values()}:
            kind, _, query = target.partition(":")
            if kind == "query":
                results = desk.panel._claim_search.index.search(query, Filters(), Order.TEXT)
                assert claim.id in {hit.id for hit in results.claims}, (claim.id, query)


def test_a_link_says_the_claim_and_leads_to_it(qtbot, desk):
    desk.window.jumps.go_to_claim("R18")
    names = [link.accessibleName() for link in links(desk).values()]
    assert {"Same actor, TTP: 11 more", "Same actor, Pakistan: R19"} <= set(names)
    link = links(desk)["R19"]
    assert link.accessibleDescription().startswith("Although Pakistan released prisoners")
    qtbot.mouseClick(link, QtCore.Qt.MouseButton.LeftButton)
    assert desk.panel.current_claim() == "R19"


def test_an_actor_leads_to_its_page(qtbot, desk):
    desk.window.jumps.go_to_claim("R18")
    qtbot.mouseClick(links(desk)["TTP"], QtCore.Qt.MouseButton.LeftButton)
    assert desk.tab == "people"
    assert desk.window.stack.item() == "ttp"


def test_in_a_low_window_the_card_is_short_until_it_is_opened(qtbot, desk):
    desk.window.resize(640, 480)
    desk.window.reading.select_claim("R12")
    desk.window.layout_widget.open_index()
    card = desk.panel.findChild(ClaimCard)
    qtbot.waitUntil(card.is_folded)
    assert not desk.window.state.card_folded
    claims = desk.panel._list
    assert claims.viewport().height() >= 2 * 61  # two rows of one line
    assert claims.viewport().rect().contains(claims.visualRect(claims.currentIndex()))
    qtbot.mouseClick(card._fold, QtCore.Qt.MouseButton.LeftButton)
    assert not card.is_folded()
    assert not desk.window.state.card_folded
    desk.window.resize(1440, 900)
    qtbot.waitUntil(lambda: not card.is_folded() and card._show.isVisible())


def test_keys_scroll_the_card(qtbot, desk):
    desk.window.resize(1440, 740)
    desk.window.jumps.go_to_claim("R18")
    body = desk.panel.findChild(ClaimCardBody)
    bar = desk.panel.findChild(ClaimCard).scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    body.setFocus()
    qtbot.keyClick(body, Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(body, Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(body, Key.Key_Home)
    assert bar.value() == 0
    live = [link for link in desk.panel.findChildren(RecordLink) if not link.isHidden()]
    for _ in live:
        qtbot.keyClick(body.window().focusWidget(), Key.Key_Tab)
    shown = desk.panel.findChild(ClaimCard).scroll_area.viewport()
    last = max(live, key=lambda link: (link.y(), link.x()))
    assert last.hasFocus()
    assert shown.rect().intersects(
        QtCore.QRect(last.mapTo(shown, QtCore.QPoint(0, 0)), last.size())
    )
