"""A section's line on the overview: what it is about, in the author's own words."""

from __future__ import annotations

import pytest

from briefing_app.gui.tabs.overview.section_line import SectionLine, about_words
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.model.briefing import Section
from briefing_app.model.prose import Block, Heading, ListBlock, Paragraph, RichText


def heading(text: str, level: int = 2) -> Heading:
    return Heading(RichText(text), level)


def paragraph(text: str) -> Paragraph:
    return Paragraph(RichText(text), 1)


@pytest.mark.parametrize(
    ("blocks", "about"),
    [
        ((heading("One"), paragraph("Text."), heading("Two")), "One · Two"),
        ((heading("One", 3), heading("Deeper", 4), heading("Two", 3)), "One · Two"),
        ((paragraph("It began in 1947. Then more."), paragraph("End.")), "It began in 1947."),
        ((paragraph("No end"),), "No end"),
        ((paragraph("یہ پہلا جملہ ہے۔ دوسرا۔"),), "یہ پہلا جملہ ہے۔"),
        ((ListBlock(((paragraph("First item."),),)),), "First item."),
        ((heading("  "), paragraph("Text.")), "Text."),
        ((), ""),
    ],
)
def test_it_is_about_its_headings_or_how_it_begins(blocks: tuple[Block, ...], about: str) -> None:
    assert about_words(Section("s", "Title", blocks)) == about


def test_a_section_of_a_thousand_headings_is_told_in_a_few(qtbot) -> None:
    section = Section("s", "Title", tuple(heading(f"Heading number {n}") for n in range(1000)))
    assert len(about_words(section)) <= 400
    line = SectionLine(Theme(LIGHT), section, 3)
    qtbot.addWidget(line)
    assert line.lay_out(800) < 80


def test_a_narrow_list_has_titles_alone(qtbot) -> None:
    theme = Theme(LIGHT)
    line = SectionLine(theme, Section("s", "Title", (paragraph("It began in 1947."),)), 3)
    qtbot.addWidget(line)
    assert line.lay_out(800) > line.lay_out(226)
    assert line.accessibleName() == "Title, 3 claims, 1 minute to read. It began in 1947."


def test_what_it_is_about_is_drawn_below_the_title(qtbot) -> None:
    line = SectionLine(Theme(LIGHT), Section("s", "Title", (paragraph("It began."),)), 3)
    qtbot.addWidget(line)
    height = line.lay_out(800)
    line.resize(816, height)
    picture = line.grab().toImage()
    lower = {
        picture.pixelColor(x, y).lightness()
        for x in range(8, 200)
        for y in range(height // 2, height)
    }
    assert min(lower) < 140
