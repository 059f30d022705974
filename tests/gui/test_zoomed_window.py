"""Larger text enlarges everything, at once and just as a start with it would."""

from __future__ import annotations

import pytest
from PySide6 import QtGui, QtWidgets

TABS = ("overview", "history", "policy-options", "timeline", "people", "sources")
DOUBLE_PX = 34


def look(desk, tab: str) -> QtGui.QImage:
    bar = desk.window.tab_bar
    bar.setCurrentIndex(bar.index_of(tab))
    desk.window.resize(1280, 800)
    desk.window.setFocus()
    desk.settle()
    desk.qtbot.waitUntil(lambda: not desk.window.background.is_busy())
    for area in desk.window.stack.findChildren(QtWidgets.QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    desk.settle()
    return desk.window.grab().toImage()


@pytest.fixture
def zoomed(desk):
    """A window that has shown every tab, and is then zoomed to 200 %."""
    desk.window.reading.select_claim("R12")
    for tab in TABS:
        look(desk, tab)
    for _ in range(12):
        desk.act("zoom_in")
    assert desk.window.keeper.theme.reading_px == DOUBLE_PX
    return desk


def test_every_part_grows(desk) -> None:
    def heights() -> dict[str, int]:
        window = desk.window
        desk.settle()
        return {
            "menu bar": window.menuBar().sizeHint().height(),
            "menu": window.actions_table.menus()[0].sizeHint().height(),
            "header": window.header.height(),
            "tab": window.tab_bar.tabRect(0).height(),
            "search": window.findChild(QtWidgets.QLineEdit).height(),
            "footer": window.footer.height(),
            "message box": QtWidgets.QMessageBox(window).fontMetrics().height(),
        }

    before = heights()
    for _ in range(12):
        desk.act("zoom_in")
    after = heights()
    grown = {part: after[part] / before[part] for part in before}
    assert {part for part, factor in grown.items() if factor < 1.4} == set()


def test_what_is_zoomed_looks_as_if_it_had_started_so(
    zoomed, open_desk, shipped_briefing_path
) -> None:
    fresh = open_desk(shipped_briefing_path)
    assert fresh.window.keeper.theme.reading_px == DOUBLE_PX
    fresh.window.reading.select_claim("R12")
    different = []
    for tab in TABS:
        one, other = look(zoomed, tab), look(fresh, tab)
        if one != other:
            different.append(tab)
    assert different == []
