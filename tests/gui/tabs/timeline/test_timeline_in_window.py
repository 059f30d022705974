"""The timeline as a tab of the real window: search, jumps, the strip, and when it is loaded."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from PySide6 import QtCore

from briefing_app.gui.tabs.timeline.timeline_marks import DatedMark
from briefing_app.gui.tabs.timeline.timeline_view import TimelineView
from tests.patience import HANG_S

Key = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier

START = """
import sys
from pathlib import Path
from PySide6 import QtCore
from briefing_app.gui.application import Session, make_application
application = make_application(["test"])
session = Session(Path(sys.argv[1]))
session.start()

def look():
    loaded = [name for name in sys.modules if "timeline" in name]
    assert not loaded, loaded
    session.window.jumps.go_to_section("timeline")
    assert "briefing_app.gui.tabs.timeline.timeline_view" in sys.modules
    session.window.close()
    application.quit()

session.window.index.built.connect(look)
application.exec()
"""


@pytest.fixture
def page(desk) -> TimelineView:
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("timeline"))
    page = desk.window.stack.currentWidget()
    assert isinstance(page, TimelineView)
    return page


def shown(page: TimelineView) -> set[str]:
    return {mark.claim_id for mark in page.findChildren(DatedMark) if not mark.isHidden()}


def test_the_tab_folds_the_index_to_its_rail(desk, page) -> None:
    assert desk.tab == "timeline"
    assert not desk.window.layout_widget.is_index_shown
    desk.act("index")
    assert desk.window.layout_widget.is_index_shown


def test_dates_searched_for_stand_in_the_search_box_and_narrow_the_timeline(desk, page) -> None:
    everything = shown(page)
    desk.panel.set_query("TTP date:1992")
    page.setFocus()
    desk.press(Key.Key_Plus)
    page.search_frame()
    query = desk.panel.query()
    assert query.startswith("TTP date:20")
    assert query.count("date:") == 1
    assert shown(page) < everything
    page.all_claims_requested.emit()
    assert desk.panel.query() == ""
    assert shown(page) == everything


def test_what_was_searched_for_before_narrows_a_timeline_made_later(desk) -> None:
    desk.panel.set_query("date:2021-08..2022-03")
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("timeline"))
    page = desk.window.stack.currentWidget()
    assert "R12" in shown(page)
    assert "H1" not in shown(page)


def test_a_claim_is_selected_shown_in_the_text_and_found_again(desk, page) -> None:
    mark = next(one for one in page.findChildren(DatedMark) if one.claim_id == "R12")
    mark.setFocus()
    desk.press(Key.Key_Return)
    assert desk.window.reading.selected == "R12"
    assert desk.window.bars.strip_claim == "R12"
    mark.activated.emit()
    assert desk.tab == "terrorism"
    assert desk.has_in_view("R12")
    desk.act("back")
    assert desk.tab == "timeline"
    assert mark.is_selected


def test_a_briefing_without_dates_has_no_timeline(open_desk, repository, tmp_path) -> None:
    folder = tmp_path / "undated"
    shutil.copytree(repository / "tests" / "fixtures" / "valid" / "minimal", folder)
    claims = folder / "claims.yaml"
    lines = claims.read_text("utf-8").splitlines(keepends=True)
    claims.write_text("".join(n for n in lines if not n.startswith("  date:")), "utf-8")
    assert "timeline" not in open_desk(folder).window.stack.keys


def test_every_kind_of_date_can_be_shown(open_desk, repository) -> None:
    desk = open_desk(repository / "tests" / "fixtures" / "valid" / "everything")
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("timeline"))
    page = desk.window.stack.currentWidget()
    dated = {claim.id for claim in desk.session.window.reading.opened.briefing.claims if claim.date}
    assert shown(page) == dated
    assert not page.grab().isNull()


@pytest.mark.slow
def test_nothing_of_it_is_loaded_before_the_tab_is_shown(shipped_briefing_path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", START, str(shipped_briefing_path)],
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(("size", "below"), [((640, 480), True), ((1024, 700), False)])
def test_in_a_low_window_the_claims_come_before_the_legend(desk, size, below: bool) -> None:
    desk.window.resize(*size)
    desk.window.tab_bar.setCurrentIndex(desk.window.tab_bar.index_of("timeline"))
    parts = desk.window.stack.currentWidget()._parts
    last = max(mark.geometry().bottom() for mark in parts.bands.order)
    assert (parts._legend.y() > last) == below
    assert parts._legend.geometry().bottom() < parts.sheet.height()
