"""What a tab may leave out: every signal and every answer is there without it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore

from briefing_app.gui.state.settings_store import SettingsStore
from briefing_app.gui.tabs.briefing_pages import BriefingPages
from briefing_app.gui.tabs.tab_page import PageState, TabPage, TabSignals
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.open_briefing import open_briefing

SIGNALS = {
    name: str(it).partition("(")[2].rstrip(")")  # `place_requested(QString,int)`
    for name, it in vars(TabSignals).items()
    if isinstance(it, QtCore.Signal)
}
CARRIED = {"QString": ["R12"], "int": [3], "QString,int": ["history", 3], "": []}


class Sender(TabSignals, QtCore.QObject):
    """As little as can send."""


@pytest.mark.parametrize("name", SIGNALS)
def test_every_signal_is_passed_on_with_what_it_carries(qtbot, name) -> None:
    page, stack = Sender(), Sender()
    stack.pass_on(page)
    sent = CARRIED[SIGNALS[name]]
    with qtbot.waitSignal(getattr(stack, name)) as caught:
        getattr(page, name).emit(*sent)
    assert caught.args == sent


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (lambda page: page.show_claim("R12", flash=True), False),
        (lambda page: page.show_place("history", 3), False),
        (lambda page: page.show_item("ttp"), False),
        (lambda page: page.item(), ""),
        (lambda page: page.show_text(), None),
        (lambda page: page.select_claim("R12"), None),
        (lambda page: page.set_hits(lambda _text: [(0, 3)]), None),
        (lambda page: page.set_lens(None), None),
        (lambda page: page.set_shown_claims(frozenset(), found=True, greyed=False), None),
        (lambda page: page.set_theme(Theme(LIGHT)), None),
        (lambda page: page.set_mark_strength("strong"), None),
        (lambda page: page.set_lines(600, justified=True), None),
        (lambda page: page.follow_style(), None),
        (lambda page: page.prose_views(), []),
        (lambda page: page.wants_width(), False),
        (lambda page: page.scroll_value(), 0),
        (lambda page: page.set_scroll_value(80), None),
        (lambda page: page.state(), PageState(None, 0)),
        (lambda page: page.choose_again("what another page told"), None),
        (lambda page: page.scroll_again("what another page told"), None),
    ],
)
def test_a_page_answers_without_a_word_of_its_own(qtbot, asked, answer) -> None:
    page = TabPage()
    qtbot.addWidget(page)
    assert asked(page) == answer


@pytest.fixture
def tabs(qtbot, shipped_briefing_path):
    opened = open_briefing(shipped_briefing_path)
    theme = Theme(LIGHT)
    return BriefingPages(opened, lambda: theme, SettingsStore()).tabs()


def test_every_tab_of_a_briefing_is_a_page_and_answers_as_one(qtbot, tabs) -> None:
    kinds = set()
    for tab in tabs:
        page = tab.make()
        qtbot.addWidget(page)
        assert isinstance(page, TabPage)
        kinds.add(type(page))
        assert not page.show_place("no such section", 1)
        assert not page.show_item("no such item")
        page.choose_again("what another page told")
        page.scroll_again("what another page told")
        assert page.state() == tab.make().state()
    assert len(kinds) == 6  # overview, section, options, timeline, people, sources
