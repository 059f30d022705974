"""From a tab that does not have what is looked for to those that do."""

from __future__ import annotations

from textwrap import dedent

import pytest
from PySide6 import QtCore, QtWidgets

Key = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier

BRIEFING = """
    format: 1
    id: parts
    title: Parts
    language: en
    version: 1.0.0
    issued: 2024
    as_of: 2024
    summary: "The bottom line names plums."
    sections:
      - {id: overview, title: Overview, file: overview.md}
      - {id: first, title: First, file: first.md}
      - {id: second, title: Second, file: second.md}
      - {id: third, title: Third, file: third.md}
    claims:
      - {id: A1, section: first, type: assumption, text: Something holds., date: 2023}
    sources: []
"""
TEXTS = {
    "overview": "Under the bottom line: a cherry, another cherry.",
    "first": "[Something holds.]{claim=A1} An apple.",
    "second": "A pear, then a pear, a pear.",
    "third": "An apple and a pear.",
}


@pytest.fixture
def parts(open_desk, tmp_path):
    (tmp_path / "briefing.yaml").write_text(dedent(BRIEFING))
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.md").write_text(f"{text}\n")
    return open_desk(tmp_path)


def look_for(desk, tab: str, words: str) -> None:
    desk.window.jumps.go_to_section(tab)
    desk.act("find")
    desk.type_text(words)


def state(desk) -> tuple[str, str]:
    return desk.tab, desk.window.bars.find_bar.state_text()


@pytest.mark.parametrize(
    ("tab", "words", "before", "keys", "after"),
    [
        ("first", "pear", "Not in this tab; 4 in other tabs", "⏎", ("second", "1 of 3")),
        ("first", "pear", "Not in this tab; 4 in other tabs", "⇧", ("third", "1 of 1")),
        ("first", "plums", "Not in this tab; once in other tabs", "⏎", ("overview", "1 of 1")),
        ("first", "plums", "Not in this tab; once in other tabs", "⇧", ("overview", "1 of 1")),
        ("overview", "cherry", "Not in this tab; 2 in other tabs", "⏎", ("overview", "1 of 2")),
        ("overview", "pear", "Not in this tab; 4 in other tabs", "⇧", ("third", "1 of 1")),
        ("third", "cherry", "Not in this tab; 2 in other tabs", "⇧", ("overview", "2 of 2")),
        ("third", "quince", "Nothing found", "⏎", ("third", "Nothing found")),
    ],
)
def test_enter_leads_where_it_is(parts, tab, words, before, keys, after) -> None:
    look_for(parts, tab, words)
    assert state(parts)[1] == before
    parts.press(Key.Key_Return, SHIFT if keys == "⇧" else QtCore.Qt.KeyboardModifier.NoModifier)
    parts.settle()
    assert state(parts) == after
    assert isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)


def test_after_the_last_place_the_words_lead_on(parts) -> None:
    look_for(parts, "second", "pear")
    for _ in range(3):
        parts.press(Key.Key_Return)
    assert state(parts) == ("second", "1 of 3 · from the top · once in other tabs")
    link = next(
        button
        for button in parts.window.bars.find_bar.findChildren(QtWidgets.QAbstractButton)
        if button.accessibleName() == "once in other tabs"
    )
    parts.qtbot.mouseClick(link, QtCore.Qt.MouseButton.LeftButton)
    parts.settle()
    assert state(parts) == ("third", "1 of 1")
    parts.act("back")
    assert parts.tab == "second"


def test_a_tab_without_a_text_looks_through_the_others(parts) -> None:
    parts.window.tab_bar.setCurrentIndex(parts.window.stack.keys.index("timeline"))
    parts.act("find")
    parts.type_text("apple")
    assert state(parts) == ("timeline", "Not in this tab; 2 in other tabs")
    parts.press(Key.Key_Return, SHIFT)
    parts.settle()
    assert state(parts) == ("third", "1 of 1")
