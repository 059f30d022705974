"""How the claim index tells what a search did: guesses, what it could not read, ways out."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.claim_list_model import ROW_ROLE
from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.index.query_line import QueryLine
from briefing_app.gui.index.search_remarks import SearchRemarks
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.theme.theme import Theme
from briefing_app.search.results import ClaimHit, EntityHit, Filters, ParagraphHit

Key = QtCore.Qt.Key
SAID = 11  # what a screen reader is told


@pytest.fixture
def panel(panel):
    panel.focus_search()
    return panel


def types(qtbot, text: str) -> None:
    qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), text)


def rows(panel) -> list:
    model = panel.findChild(ClaimList).model()
    return [model.row(n) for n in range(model.rowCount())]


def sentences(panel) -> list[str]:
    model = panel.findChild(ClaimList).model()
    return [model.data(model.index(n, 0), SAID) for n in range(model.rowCount())]


def offers(panel) -> list[LinkButton]:
    nothing = panel.findChild(NoResults)
    return [link for link in nothing.findChildren(LinkButton) if link.isVisible()]


@pytest.mark.parametrize(
    ("query", "found"), [("ceesfire", "ceasefire"), ("peshwar mosqe", "Peshawar, mosque")]
)
def test_guessed_claims_say_the_words_that_were_taken_for_those_typed(qtbot, panel, query, found):
    types(qtbot, query + " ")
    hits = [row for row in rows(panel) if type(row) is ClaimHit]
    assert hits
    assert all(hit.guessed for hit in hits)
    first = next(said for said in sentences(panel) if said.startswith(hits[0].id))
    words = {w.casefold() for w in first.rpartition("similar spelling: ")[2].strip(".").split(", ")}
    assert words <= {w.casefold() for w in found.split(", ")}
    assert words


def test_passages_and_names_say_so_too(qtbot, panel):
    types(qtbot, "ceesfire ")
    passages = [row for row in rows(panel) if isinstance(row, ParagraphHit)]
    assert passages
    assert all(row.similar == ("ceasefire",) for row in passages)
    panel.set_query("peshatar ")
    names = [row for row in rows(panel) if isinstance(row, EntityHit)]
    assert names
    assert all(row.similar for row in names)


def test_what_was_found_as_it_was_typed_is_no_guess(qtbot, panel):
    types(qtbot, "ceasefire ")
    assert not any("similar spelling" in said for said in sentences(panel))


def test_a_guessed_row_has_room_for_saying_so(qtbot, panel):
    claims = panel.findChild(ClaimList)
    heights = {}
    for query in ("ceasefire", "ceesfire"):
        panel.set_query(query)
        heights[query] = claims.rowHeight(claims.model().row_of_claim("R17"))
    assert heights["ceesfire"] - heights["ceasefire"] == Theme("light").line_px("meta") + 4


@pytest.mark.parametrize(
    ("query", "odd", "nearest"),
    [
        ("actr:ttp", ("actr:",), "actor:"),
        ("ceasefire plase:kabul", ("plase:",), "place:"),
        ("date:yesterday", ("yesterday",), "yesterday"),
        ("place:nowhere at all", ("nowhere",), "nowhere"),
        ("type: event", ("type:",), "type:"),
        ("ceasefire", (), ""),
        ("𝔸 actr:ttp", ("actr:",), "actor:"),
    ],
)
def test_what_could_not_be_read_is_underlined_and_told(panel, query, odd, nearest):
    line = panel.findChild(QueryLine)
    before = line.grab().toImage()
    panel.set_query(query)
    assert line.odd_words() == odd
    assert nearest in panel.findChild(SearchRemarks).accessibleName()
    assert line.grab().toImage() != before


def test_a_wave_is_drawn_below_the_word_alone(panel):
    line = panel.findChild(QueryLine)
    panel.set_query("kabul actr:ttp")
    line.clearFocus()
    with_wave = line.grab().toImage()
    line.mark_odd(())
    without = line.grab().toImage()
    changed = {
        x
        for x in range(with_wave.width())
        for y in range(with_wave.height())
        if with_wave.pixel(x, y) != without.pixel(x, y)
    }
    metrics = line.fontMetrics()
    start = metrics.horizontalAdvance("kabul ")
    width = metrics.horizontalAdvance("actr:")
    assert abs(min(changed) - start) <= 6
    assert abs(max(changed) - (start + width)) <= 6


def test_the_way_back_to_just_what_was_typed_is_reached_by_tab(qtbot, panel):
    types(qtbot, "dawood ")
    notes = panel.findChild(SearchRemarks)
    assert notes.accessibleName().startswith("also: Daoud")
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Tab)
    way_back = QtWidgets.QApplication.focusWidget()
    assert isinstance(way_back, LinkButton)
    assert way_back.parentWidget() is notes
    qtbot.keyClick(way_back, Key.Key_Return)
    assert panel.query().strip() == "=dawood"


def test_the_filter_that_hides_everything_is_offered_with_its_count(qtbot, panel):
    panel.set_filters(Filters(sections=frozenset({"history"})))
    types(qtbot, "ceasefire")
    (offer,) = offers(panel)
    assert offer.accessibleName() == "Search without the filter History: 5 claims"
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Return)
    assert panel.filters() == Filters()
    assert panel.query() == "ceasefire"
    assert isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)


def test_what_is_found_elsewhere_stands_below_the_ways_out(qtbot, panel):
    types(qtbot, "along ")
    nothing, claims = panel.findChild(NoResults), panel.findChild(ClaimList)
    assert nothing.isVisible()
    assert claims.isVisible()
    assert nothing.text().startswith("No claim found for “along”.")
    assert "Found elsewhere: 1 passage." in nothing.text()
    qtbot.waitUntil(lambda: nothing.geometry().bottom() < claims.geometry().top())
    assert not any(isinstance(row, ClaimHit) for row in rows(panel))
    for _ in range(1 + len(offers(panel))):
        qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Down)
    assert claims.hasFocus()
    assert isinstance(claims.currentIndex().data(ROW_ROLE), ParagraphHit)


def test_without_any_way_out_down_goes_to_what_is_found_elsewhere(qtbot, panel):
    types(qtbot, "colonial ")
    assert offers(panel) == []
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), Key.Key_Down)
    assert panel.findChild(ClaimList).hasFocus()
