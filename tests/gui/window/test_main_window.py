"""The real window on the shipped briefing, used as a reader would use it."""

from __future__ import annotations

import shutil

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_card_body import ClaimCardBody
from briefing_app.gui.window.drawer_edge import DrawerEdge

Key = QtCore.Qt.Key
CONTROL, ALT, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.AltModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


def test_from_a_half_remembered_word_to_the_sentence_and_who_says_so(desk) -> None:
    desk.type_query("ceasefire")
    desk.press(Key.Key_Return)
    assert desk.tab == "terrorism"
    assert desk.window.reading.selected == "R17"
    assert desk.has_in_view("R17")
    card = desk.panel.findChild(ClaimCardBody).record_text()
    assert "The TTP announced a ceasefire in November 2021" in card
    assert "Ahmed 2022" in card
    assert "1 source, 1 origin" in card


def test_a_claim_chosen_in_the_text_is_selected_in_the_index(desk) -> None:
    desk.window.jumps.go_to_section("history")
    desk.act("next_claim")
    desk.act("next_claim")
    assert desk.panel.current_claim() == "H2"
    desk.act("previous_claim")
    assert desk.panel.current_claim() == "H1"


def test_back_and_forward_follow_the_jumps(desk) -> None:
    desk.window.jumps.go_to_claim("K7")
    desk.window.jumps.go_to_claim("R12")
    desk.act("back")
    assert (desk.tab, desk.window.reading.selected) == ("takeover", "K7")
    desk.act("back")
    assert desk.tab == "overview"
    assert not desk.window.actions_table.by_name["back"].isEnabled()
    desk.act("forward")
    assert (desk.tab, desk.window.reading.selected) == ("takeover", "K7")


@pytest.mark.parametrize(
    ("number", "tab"),
    [(0, "overview"), (1, "history"), (2, "takeover"), (3, "terrorism"), (4, "policy-options")],
)
def test_every_tab_opens_by_its_number(desk, number: int, tab: str) -> None:
    menu = desk.window.actions_table.submenus["sections"]
    assert menu.actions()[number].shortcut().toString() == f"Ctrl+{number + 1}"
    menu.actions()[number].trigger()
    assert desk.tab == tab


def test_next_tab_goes_round(desk) -> None:
    seen = [desk.tab]
    for _ in range(8):
        desk.act("next_tab")
        seen.append(desk.tab)
    assert seen == [
        "overview", "history", "takeover", "terrorism", "policy-options", "timeline",
        "people", "sources", "overview",
    ]  # fmt: skip


def test_every_claim_can_be_reached_and_stands_in_view(desk) -> None:
    reading = desk.window.reading
    for claim in reading.opened.briefing.claims:
        desk.window.jumps.go_to_claim(claim.id)
        assert desk.has_in_view(claim.id), claim.id


def test_the_index_folds_to_a_rail_and_the_claim_stays_under_the_text(desk) -> None:
    desk.window.jumps.go_to_claim("R12")
    desk.act("index")
    assert not desk.panel.isVisible()
    assert desk.window.rail.isVisible()
    assert desk.window.bars.strip_claim == "R12"
    desk.act("index")
    assert desk.panel.isVisible()
    assert desk.window.bars.strip_claim == ""


def test_a_narrow_window_opens_the_index_over_the_text_and_gives_it_back(desk) -> None:
    desk.window.resize(1024, 700)
    assert not desk.panel.isVisible()
    desk.type_query("peshawar")
    assert desk.panel.isVisible()
    assert desk.window.layout_widget.is_drawer
    edge = desk.window.findChild(DrawerEdge)
    assert edge.isVisible()
    assert edge.geometry().right() + 1 == desk.panel.geometry().left()
    desk.press(Key.Key_Return)
    assert not desk.panel.isVisible()
    assert not edge.isVisible()
    assert desk.tab in ("terrorism", "history")


def test_options_have_the_whole_width_until_the_reader_wants_the_index(desk) -> None:
    desk.window.jumps.go_to_section("policy-options")
    assert not desk.panel.isVisible()
    desk.act("index")
    assert desk.panel.isVisible()
    desk.window.jumps.go_to_section("history")
    assert desk.panel.isVisible()
    desk.window.jumps.go_to_section("policy-options")
    assert desk.panel.isVisible()


def test_zoom_stays_within_its_limits_and_is_kept(desk) -> None:
    for _ in range(30):
        desk.act("zoom_in")
    assert desk.window.keeper.theme.reading_px == 51
    assert desk.session.settings.current.reading_px == 51
    for _ in range(30):
        desk.act("zoom_out")
    assert desk.window.keeper.theme.reading_px == 15
    desk.act("zoom_reset")
    assert desk.window.keeper.theme.reading_px == 17


@pytest.mark.parametrize("colours", ["dark", "high-contrast", "light"])
def test_colours_change_while_reading(desk, colours: str) -> None:
    for name in ("history", "policy-options", "overview"):
        desk.window.jumps.go_to_section(name)
    menu = desk.window.actions_table.submenus["colours"]
    next(action for action in menu.actions() if action.data() == colours).trigger()
    assert desk.window.keeper.theme.name == colours
    assert desk.session.settings.current.colour_scheme == colours
    ground = desk.window.grab().toImage().pixelColor(4, 120)
    assert ground == desk.window.keeper.theme.colour("win")


def test_copy_with_citation_puts_words_reference_and_version_together(desk) -> None:
    desk.window.jumps.go_to_claim("R12")
    desk.act("copy_citation")
    data = QtGui.QGuiApplication.clipboard().mimeData()
    for part in ("272 terrorist incidents", "Ahmed", "2022", "R12", "version 1.0.0", "6 May 2022"):
        assert part in data.text()
    assert "<" in data.html()


def test_a_briefing_that_cannot_be_opened_has_a_page_and_the_last_good_one_stays(
    desk, tmp_path
) -> None:
    desk.session.commands.opening.open_path(tmp_path)
    page = lambda: desk.session.commands.failures.page  # noqa: E731
    desk.qtbot.waitUntil(lambda: page() is not None and page().isVisible())
    assert str(tmp_path) in page().place.text()
    desk.qtbot.mouseClick(page().back, QtCore.Qt.MouseButton.LeftButton)
    assert desk.window.stack.isVisible()
    assert desk.window.reading.opened.briefing.id == "pakistan-afghanistan-2022"


def test_a_briefing_with_errors_opens_with_a_bar_that_lists_them(
    open_desk, shipped_briefing_path, tmp_path
) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(shipped_briefing_path, folder)
    claims = folder / "claims.yaml"
    claims.write_text(claims.read_text("utf-8").replace("type: event", "type: evant", 1), "utf-8")
    desk = open_desk(folder)
    bar = desk.window.problem_bar
    assert bar.isVisible()
    assert "1 error" in bar.text.text()
    desk.qtbot.mouseClick(bar._buttons[0], QtCore.Qt.MouseButton.LeftButton)
    assert bar.details.isVisible()
    assert "claims.yaml:" in bar.details.item(0).text()


def test_reloading_shows_the_new_words_and_keeps_the_place(
    open_desk, shipped_briefing_path, tmp_path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(shipped_briefing_path, folder)
    desk = open_desk(folder)
    desk.window.jumps.go_to_claim("R12")
    text = folder / "briefing.yaml"
    text.write_text(text.read_text("utf-8").replace("version: 1.0.0", "version: 1.0.1"), "utf-8")
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.act("reload")
    assert desk.window.reading.opened.briefing.version == "1.0.1"
    assert (desk.tab, desk.window.reading.selected) == ("terrorism", "R12")


def test_the_manual_opens_with_help_and_leaves_the_recent_list_alone(desk) -> None:
    desk.act("manual")
    desk.qtbot.waitUntil(lambda: bool(desk.session.beside))
    (beside,) = desk.session.beside
    assert beside.window.reading.opened.briefing.id == "manual"
    assert desk.window.reading.opened.briefing.id == "pakistan-afghanistan-2022"
    assert all("manual" not in name for name in desk.session.state.recent)


def test_a_window_left_on_a_screen_that_is_gone_comes_back_on_one_that_is_there(
    open_desk, shipped_briefing_path
) -> None:
    from briefing_app.gui.state.window_state import WindowState, write_window_state

    write_window_state(WindowState(x=9000, y=9000, width=800, height=600))
    desk = open_desk(shipped_briefing_path)
    assert desk.window.screen().availableGeometry().intersects(desk.window.geometry())


def test_closing_keeps_the_tab_for_the_next_start(desk) -> None:
    from briefing_app.gui.state.window_state import read_window_state

    desk.window.jumps.go_to_section("takeover")
    desk.window.close()
    assert read_window_state().tabs == {"pakistan-afghanistan-2022": "takeover"}


def test_find_in_the_text_counts_and_gives_the_focus_back(desk) -> None:
    desk.window.jumps.go_to_section("terrorism")
    desk.act("find")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "ceasefire")
    bar = desk.window.bars.find_bar
    desk.qtbot.waitUntil(lambda: " of " in bar.state_text())
    desk.press(Key.Key_Escape)
    assert not bar.isVisible()


def test_the_strip_under_the_text_goes_with_its_briefing(desk, repository) -> None:
    desk.act("index")
    desk.window.jumps.go_to_claim("R12")
    assert desk.window.bars.strip_claim == "R12"
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.session.commands.opening.open_path(
            repository / "tests" / "fixtures" / "valid" / "minimal"
        )
    assert desk.window.bars.strip_claim == ""
    desk.window.jumps.go_to_claim("A1")
    assert desk.window.bars.strip_claim == "A1"


def test_the_pages_of_names_and_sources_are_made_when_they_are_first_shown(desk) -> None:
    keys = desk.window.stack.keys
    assert keys[-2:] == ("people", "sources")
    made = {type(page).__name__ for page in desk.window.stack.made_pages()}
    assert made == {"OverviewView"}


def test_a_name_found_in_the_index_opens_its_page_and_alt_left_leads_back(desk) -> None:
    desk.type_query("tehreek-e-taliban pakistan")
    hit = next(hit for hit in desk.panel._results.entities if hit.id == "ttp")
    desk.panel._list.row_activated.emit(hit)
    page = desk.window.stack.currentWidget()
    assert (desk.tab, page.item()) == ("people", "ttp")
    page._follow("entity:pakistan")
    assert page.item() == "pakistan"
    desk.act("back")
    assert (desk.tab, page.item()) == ("people", "ttp")
    desk.act("back")
    assert desk.tab == "overview"
    desk.act("forward")
    assert (desk.tab, page.item()) == ("people", "ttp")


def test_a_source_found_in_the_index_opens_what_is_known_of_it(desk) -> None:
    desk.window.index.panel.source_activated.emit("satp")
    page = desk.window.stack.currentWidget()
    assert (desk.tab, page.item()) == ("sources", "satp")
    desk.qtbot.waitUntil(lambda: not page._timer.isActive())


def test_a_claim_on_a_name_s_page_is_selected_everywhere(desk) -> None:
    desk.window.jumps.go_to_entity("ttp")
    desk.window.stack.currentWidget()._follow("claim:R12")
    assert desk.window.reading.selected == "R12"
    assert desk.tab == "people"
    desk.window.stack.currentWidget()._follow_far("claim:R12")
    assert desk.tab == "terrorism"
    assert desk.has_in_view("R12")


def test_a_section_called_people_keeps_its_own_tab(
    open_desk, shipped_briefing_path, tmp_path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(shipped_briefing_path, folder)
    for file in ("briefing.yaml", "claims.yaml"):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(
            text.replace("id: takeover,", "id: people,").replace(
                "section: takeover\n", "section: people\n"
            ),
            "utf-8",
        )
    desk = open_desk(folder)
    assert desk.window.stack.keys[2] == "people"
    assert desk.window.stack.keys[-2] == "people:"
    desk.window.jumps.go_to_entity("ttp")
    assert desk.window.stack.currentWidget().item() == "ttp"
