"""What a reader has done with the window stays when the briefing is read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.gui.tabs.options.option_controls import OptionOrder
from briefing_app.gui.tabs.options.policy_view import PolicyView
from briefing_app.gui.tabs.section.section_page import SectionPage
from briefing_app.model.claim_lens import Only
from briefing_app.search.results import Filters, Order
from tests.gui.opening.live_folder import read_anew, replace

if TYPE_CHECKING:
    from collections.abc import Callable

Key = QtCore.Qt.Key


def page(live, key: str) -> Any:
    live.window.tab_bar.setCurrentIndex(live.window.tab_bar.index_of(key))
    return live.window.stack.currentWidget()


def scroll(area, value: int) -> None:
    area.verticalScrollBar().setValue(value)
    assert area.verticalScrollBar().value() == value, "there is nothing to scroll"


def focused() -> Any:
    return QtWidgets.QApplication.focusWidget()


# options


def order_options(live) -> None:
    controls = page(live, "policy-options")._options.controls
    controls.findChild(PageSwitch)._group.button(OptionOrder.MOST_AGAINST).click()


def compare_options(live) -> None:
    options = page(live, "policy-options")._options
    for number in (1, 4):
        options._columns[number].compare.click()


def shown_options(live) -> Any:
    options = page(live, "policy-options")._options
    switch = options.controls.findChild(PageSwitch)
    numbers = [column.number for group in options._groups for column in group.columns]
    return numbers, switch.chosen(), options.controls._words.text()


def scroll_options(live) -> None:
    live.window.resize(700, 520)
    scroll(page(live, "policy-options")._options.area, 130)


def options_scroll(live) -> int:
    return page(live, "policy-options")._options.scroll_value()


def read_policy(live) -> None:
    page(live, "policy-options").show_text()
    live.window.stack.prose().scroller.show_paragraph_at(5, 0.2)


# texts


def read_history(live) -> None:
    page(live, "history").text.scroller.show_paragraph_at(4, 0.4)


def read_place(key: str) -> Callable:
    def place(live) -> Any:
        page(live, key)
        text = live.window.stack.prose()
        seen = text.scroller.paragraph_at_top() if text else None
        return (seen[0], round(seen[1], 1)) if seen else None

    return place


def scroll_overview(live) -> None:
    scroll(page(live, "overview").area, 150)


def overview_scroll(live) -> int:
    return page(live, "overview").scroll_value()


# timeline


def move_in_time(live) -> None:
    live.window.resize(1000, 560)
    timeline = page(live, "timeline")
    timeline.zoom(2)
    timeline._controls.choose_bands(1)
    timeline._choose_bands(1)
    scroll(timeline.area, 60)


def time_shown(live) -> Any:
    timeline = page(live, "timeline")
    return timeline.frame_days, timeline._by_section, timeline.scroll_value()


# people and sources


def choose_person(live) -> None:
    live.window.resize(1000, 560)
    people = page(live, "people")
    people.show_item("ttp")
    scroll(people._page, 90)
    scroll(people._names, 60)


def filter_names(live) -> None:
    people = page(live, "people")
    people.show_item("ttp")
    people._field.set_text("kabul")


def person_shown(live) -> Any:
    people = page(live, "people")
    rows = [row.target for row in people._names.rows if row.target]
    bars = [part.verticalScrollBar().value() for part in (people._page, people._names)]
    return people.item(), people._field.text(), rows, bars


def unfold_sources(live) -> None:
    sources = page(live, "sources")
    sources._turn("fold:supports:ahmed-2022")
    scroll(sources._page, 400)


def sources_shown(live) -> Any:
    sources = page(live, "sources")
    return len(sources._page.rows), sources._page.verticalScrollBar().value()


def test_a_section_that_loses_its_options_and_gains_them_again_is_shown(live, folder) -> None:
    read_policy(live)
    section = "file: sections/policy-options.md"
    kinds = []
    for old, new in ((", options: options.yaml", ""), ("", ", options: options.yaml")):
        with live.qtbot.waitSignal(live.window.index.built):
            replace(folder / "briefing.yaml", f"{section}{old}}}", f"{section}{new}}}")
        kinds.append(type(live.window.stack.current_page()))
        live.window.stack.show_text()
        live.window.stack.prose().scroller.show_paragraph_at(3, 0.4)
    assert kinds == [SectionPage, PolicyView]


# claim index, lens


def search(live) -> None:
    live.window.index.panel.set_filters(Filters(sections=frozenset({"terrorism"})))
    live.window.index.panel.set_query("pakistan")
    live.window.index.panel._bar.set_order(Order.TEXT)
    live.window.index.panel._search()
    scroll(live.window.index.panel._list, 140)


def scroll_index(live) -> None:
    scroll(live.window.index.panel._list, 900)


def index_shown(live) -> Any:
    panel = live.window.index.panel
    return panel.search_state(), panel.found_claims()


def ask_for_help(live) -> None:
    live.window.index.panel._toggle_help()


def look_through_lens(live) -> None:
    live.session.commands.lens.ask_for_day()
    live.session.commands.lens.bar.day_field.clear()
    live.qtbot.keyClicks(live.session.commands.lens.bar.day_field, "15 Aug 2021")
    live.session.commands.lens._choose_only(Only.JUDGED.value)


def lens_shown(live) -> Any:
    lens = live.session.commands.lens
    page(live, "history")
    greyed = live.window.stack.prose()._state.lens
    return (
        lens.lens,
        bool(lens.bar and lens.bar.isVisible()),
        lens.bar.day_field.text() if lens.bar else "",
        greyed and greyed.lit,
        lens.bar.said.text() if lens.bar else "",
    )


CASES = {
    "order of the options": (order_options, shown_options),
    "compared options": (compare_options, shown_options),
    "scrolled options": (scroll_options, options_scroll),
    "the options' text": (read_policy, read_place("policy-options")),
    "a section's paragraph": (read_history, read_place("history")),
    "scrolled overview": (scroll_overview, overview_scroll),
    "timeline": (move_in_time, time_shown),
    "a name's page": (choose_person, person_shown),
    "filtered names": (filter_names, person_shown),
    "sources": (unfold_sources, sources_shown),
    "search and filters": (search, index_shown),
    "scrolled claim index": (scroll_index, index_shown),
    "what can be typed": (ask_for_help, index_shown),
    "lens": (look_through_lens, lens_shown),
}


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in sight", "behind another tab"])
@pytest.mark.parametrize("case", CASES)
def test_it_stays_when_the_briefing_is_read_anew(live, folder, case: str, elsewhere: bool) -> None:
    act, look = CASES[case]
    untouched = look(live)
    act(live)
    before = look(live)
    assert before != untouched, "the test does nothing"
    for number in range(2):  # also what was kept, and not opened in between
        if elsewhere:
            page(live, "takeover")
        read_anew(live, folder, number)
    assert look(live) == before


def test_the_find_bar_stays_at_its_place(live, folder) -> None:
    page(live, "history")
    live.act("find")
    bar = live.window.bars.find_bar
    live.qtbot.keyClicks(focused(), "taliban")
    for _ in range(3):
        bar.find_next()
    live.qtbot.waitUntil(lambda: "…" not in bar.state_text())
    before, scrolled = bar.state_text(), live.window.stack.scroll_value()
    assert not before.startswith("1 ")
    read_anew(live, folder, 0)
    live.qtbot.waitUntil(lambda: "…" not in bar.state_text())
    assert bar.isVisible()
    assert bar.state_text() == before
    assert live.window.stack.scroll_value() == scrolled
    assert bar.isAncestorOf(focused())


def test_closing_the_find_bar_leads_to_where_it_was_opened(live, folder) -> None:
    text = page(live, "history")
    text.set_scroll_value(120)
    live.act("find")
    live.qtbot.keyClicks(focused(), "durand")
    assert live.window.stack.scroll_value() != 120
    read_anew(live, folder, 0)
    live.press(Key.Key_Escape)
    assert live.window.stack.scroll_value() == 120
    assert focused() is live.window.stack.prose()


@pytest.mark.parametrize(
    ("key", "tabs"),
    [("overview", 4), ("policy-options", 3), ("timeline", 1), ("people", 1), ("sources", 0)],
)
def test_the_keyboard_stays_on_the_part_that_had_it(live, folder, key: str, tabs: int) -> None:
    page(live, key)
    live.window.jumps.focus_text()
    for _ in range(tabs):
        live.press(Key.Key_Tab)
    before = focused()
    assert live.window.stack.isAncestorOf(before)
    said = (type(before), before.accessibleName())
    read_anew(live, folder, 0)
    assert focused() is not before
    assert (type(focused()), focused().accessibleName()) == said
    assert live.window.stack.isAncestorOf(focused())


def test_the_keyboard_stays_in_the_claim_list(live, folder) -> None:
    live.type_query("taliban")
    live.press(Key.Key_Down)
    live.press(Key.Key_Down)
    chosen = live.window.index.panel._list.current_claim()
    read_anew(live, folder, 0)
    assert live.window.index.panel.isAncestorOf(focused())
    assert live.window.index.panel._list.current_claim() == chosen
    live.press(Key.Key_Down)
    assert live.window.index.panel._list.current_claim() not in ("", chosen)


def test_options_chosen_side_by_side_stay_though_a_claim_led_to_the_text(live, folder) -> None:
    live.window.jumps.go_to_claim("O1")
    live.window.stack.currentWidget().set_side_by_side()
    read_anew(live, folder, 0)
    assert live.window.stack.currentWidget().is_side_by_side()
    assert live.window.reading.selected == "O1"


def test_a_reload_by_key_keeps_the_selected_claim(live, folder) -> None:
    live.window.reading.select_claim("R12")
    with live.qtbot.waitSignal(live.window.index.built):
        live.act("reload")
    assert live.window.reading.selected == "R12"
