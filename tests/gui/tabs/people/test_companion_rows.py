"""The fan of those who are named in the same claims: a picture that is a list of links."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.page_list import PageList
from briefing_app.gui.tabs.people.companion_rows import CompanionRow, companion_rows
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.entity_claims import EntityClaims

Key = QtCore.Qt.Key
Direction = QtCore.Qt.LayoutDirection


@pytest.fixture
def make(qtbot, shipped_briefing_path):
    claims = EntityClaims(CrossReferences(load_briefing(shipped_briefing_path).briefing))

    def made(entity: str, theme: str = LIGHT, direction=Direction.LeftToRight) -> PageList:
        page = PageList(Theme(theme))
        page.setLayoutDirection(direction)
        qtbot.addWidget(page)
        page.resize(300, 700)
        page.set_rows(companion_rows(claims.companions(entity)))
        with qtbot.waitExposed(page):
            page.show()
        return page

    return made


def fan(page: PageList) -> list[tuple[int, CompanionRow]]:
    return [(n, row) for n, row in enumerate(page.rows) if isinstance(row, CompanionRow)]


def test_every_line_ends_at_its_own_row(make):
    page = make("ttp")
    rows = fan(page)
    tops, middles, whole = rows[0][1]._fan.measure(page._look, page.words_px())
    first = page.rowViewportPosition(rows[0][0])
    for (number, _), top, middle in zip(rows, tops, middles, strict=False):
        assert page.rowViewportPosition(number) == first + top
        assert middle == top + page.rowHeight(number) / 2
    last = rows[-1][0]
    assert whole == page.rowViewportPosition(last) + page.rowHeight(last) - first


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("direction", [Direction.LeftToRight, Direction.RightToLeft])
def test_lines_lie_before_the_names(make, theme, direction):
    page = make("ttp", theme, direction)
    rows = fan(page)
    picture = page.viewport().grab().toImage()
    number, _ = rows[len(rows) // 2]
    top, tall = page.rowViewportPosition(number), page.rowHeight(number)
    paper = Theme(theme).colour("paper").rgb()
    side, width = page.side_px, page.words_px()
    mirrored = direction is Direction.RightToLeft
    xs = range(side + 2, side + 48)
    if mirrored:
        xs = range(page.viewport().width() - side - 48, page.viewport().width() - side - 2)
    drawn = [x for x in xs for y in range(top, top + tall) if picture.pixel(x, y) != paper]
    assert len(drawn) > tall  # lines cross the row
    assert width > 200


def test_a_reader_hears_how_two_are_named_and_keys_open_the_page(qtbot, make):
    page = make("ttp")
    table = QtGui.QAccessible.queryAccessibleInterface(page)
    said = [table.child(n).text(QtGui.QAccessible.Text.Name) for n in range(table.childCount())]
    assert "Pakistan, 13 claims in common, mostly reported, both act" in said
    assert "Swat, 1 claim in common, mostly said, where it acts" in said
    page.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page, Key.Key_Home)
    with qtbot.waitSignal(page.target_pressed) as pressed:
        qtbot.keyClick(page, Key.Key_Return)
    assert pressed.args == ["entity:pakistan"]


def test_without_arrows_the_key_says_nothing_of_them(make):
    said = [row.sentence for row in make("pashtunwali").rows]
    assert said[-1].startswith("Thick lines")
    assert "arrow" not in said[-1]
    assert "An arrow leads from who acts to where" in make("ttp").rows[-1].sentence


def test_nobody_else_named_draws_nothing():
    assert companion_rows(()) == []
