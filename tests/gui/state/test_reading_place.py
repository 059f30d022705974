"""Where one was reading is found again, to the paragraph."""

from __future__ import annotations

import shutil

import pytest

from briefing_app import paths
from briefing_app.gui.state.reading_place import ReadingPlace, paragraph_now
from briefing_app.gui.state.window_state import (
    PLACES_LIMIT,
    WindowState,
    read_window_state,
    write_window_state,
)

ID = "pakistan-afghanistan-2022"


def read_on(desk, section: str, paragraph: int, share: float) -> None:
    desk.window.jumps.go_to_section(section)
    desk.window.stack.prose().scroller.show_paragraph_at(paragraph, share)


def seen(desk) -> tuple[int, float]:
    return desk.window.stack.prose().scroller.paragraph_at_top()


@pytest.mark.parametrize("change", ["none", "size", "narrow", "both"])
def test_the_next_start_is_at_the_paragraph(open_desk, shipped_briefing_path, change: str) -> None:
    first = open_desk(shipped_briefing_path)
    read_on(first, "terrorism", 6, 0.4)
    before = seen(first)
    first.window.close()
    assert before[0] == 6
    state = read_window_state()
    if change in ("narrow", "both"):
        state.width, state.height = 900, 700
        write_window_state(state)
    if change in ("size", "both"):
        first.session.settings.change(reading_px=22)
    second = open_desk(shipped_briefing_path)
    assert second.tab == "terrorism"
    number, share = seen(second)
    assert number == 6
    assert share == pytest.approx(before[1], abs=0.2)


def test_the_text_beside_options_is_found_again(open_desk, shipped_briefing_path) -> None:
    first = open_desk(shipped_briefing_path)
    first.window.jumps.go_to_section("policy-options")
    first.window.stack.show_text()
    first.window.stack.prose().scroller.show_paragraph_at(4, 0.2)
    before = seen(first)
    first.window.close()
    second = open_desk(shipped_briefing_path)
    assert second.tab == "policy-options"
    assert seen(second)[0] == before[0]


def test_a_place_is_kept_for_each_briefing(open_desk, shipped_briefing_path, repository) -> None:
    desk = open_desk(shipped_briefing_path)
    read_on(desk, "history", 3, 0.3)
    before = seen(desk)
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_path(paths.manual())
    assert desk.window.stack.prose() is None or desk.window.stack.scroll_value() == 0
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_path(shipped_briefing_path)
    assert desk.tab == "history"
    assert seen(desk) == (before[0], pytest.approx(before[1], abs=0.05))


def test_another_version_is_opened_at_the_same_words(
    open_desk, shipped_briefing_path, tmp_path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(shipped_briefing_path, folder)
    first = open_desk(folder)
    read_on(first, "terrorism", 6, 0.0)
    first.window.close()
    prose = folder / "sections" / "terrorism.md"
    text = prose.read_text("utf-8")
    prose.write_text("A new paragraph at the head.\n\nAnd another.\n\n" + text, "utf-8")
    second = open_desk(folder)
    assert seen(second)[0] == 8


def test_a_section_that_is_gone_leads_to_the_overview(open_desk, shipped_briefing_path) -> None:
    state = WindowState()
    state.remember_place(ID, "gone", ReadingPlace("gone", 3))
    write_window_state(state)
    assert open_desk(shipped_briefing_path).tab == "overview"


@pytest.mark.parametrize(
    ("number", "opening", "now"), [(2, "", 2), (99, "", 10), (99, "no such words", 10), (1, "x", 1)]
)
def test_a_paragraph_that_is_gone_leads_to_the_nearest(
    desk, number: int, opening: str, now: int
) -> None:
    place = ReadingPlace("terrorism", number, 0.0, opening)
    assert paragraph_now(place, desk.window.reading.references) == now


def test_the_top_of_a_text_is_no_place(desk) -> None:
    desk.window.jumps.go_to_section("history")
    desk.window.close()
    assert read_window_state().places == {}


def test_places_are_not_kept_without_end() -> None:
    state = WindowState()
    for number in range(PLACES_LIMIT + 5):
        state.remember_place(f"b{number}", "history", ReadingPlace("history", 1))
    assert len(state.tabs) == len(state.places) == PLACES_LIMIT
    assert "b0" not in state.tabs
