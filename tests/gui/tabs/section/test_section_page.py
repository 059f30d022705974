"""A section's tab: nothing but its text, which it passes everything on to."""

from __future__ import annotations

import pytest
from PySide6 import QtCore

from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.state.reading_place import ReadingPlace
from briefing_app.gui.tabs.section.section_page import SectionPage
from briefing_app.gui.theme.theme import LIGHT, Theme


@pytest.fixture
def page(qtbot, references) -> SectionPage:
    made = SectionPage(
        references.sections["history"],
        references,
        Theme(LIGHT),
        style=ProseStyle(),
        read_picture=pytest.fail,
        subtitle="what there is",
    )
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_text_fills_the_page_and_has_its_keyboard(qtbot, page) -> None:
    assert page.text.geometry() == page.rect()
    page.resize(700, 400)
    assert page.text.size() == QtCore.QSize(700, 400)
    page.setFocus()
    qtbot.waitUntil(page.text.hasFocus)
    assert page.prose_views() == [page.text]


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("claim_selected", ["H1"]),
        ("claim_activated", ["H1"]),
        ("place_changed", [2]),
        ("link_requested", ["https://example.org"]),
        ("zoom_requested", [-1]),
        ("citation_requested", ["H1"]),
        ("place_copied_requested", [2]),
    ],
)
def test_what_the_text_sends_the_page_sends(qtbot, page, name, sent) -> None:
    with qtbot.waitSignal(getattr(page, name)) as caught:
        getattr(page.text, name).emit(*sent)
    assert caught.args == sent


def test_only_places_of_its_own_section_are_shown(page) -> None:
    assert page.show_place("history", 3)
    shown = page.scroll_value()
    assert shown > 0
    assert not page.show_place("takeover", 1)
    assert not page.show_place("history", 999)
    assert page.scroll_value() == shown


def test_it_is_scrolled_to_the_paragraph_that_was_read(page) -> None:
    assert page.scroll_state() is None
    page.text.scroller.show_paragraph_at(3, 0.4)
    kept = page.scroll_state()
    assert isinstance(kept, ReadingPlace)
    page.set_scroll_value(0)
    page.scroll_again("what another page told")
    assert page.scroll_value() == 0
    page.scroll_again(kept)
    assert page.text.scroller.paragraph_at_top()[0] == 3
