"""Prose as no author writes it is set in small pieces, or refused with its line."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6 import QtCore

from briefing_app.gui.prose.prose_document import ProseDocument
from tests.gui.pulse import Pulse
from tests.work_counter import WorkCounter

Key = QtCore.Qt.Key
MOST_STEPS = 2_500_000  # of the window's thread, between two turns of its event loop
MOST_BLOCKS, MOST_CHARACTERS = 3_000, 60_000  # of one list, table or block of code

# the text, and what its author is told; nothing where it is shown as it is
EXTREMES = {
    "one paragraph of 2 MB": (
        "word and " * 230_000,
        "this paragraph is longer than 10,000 characters",
    ),
    "one word of 1 MB": ("x" * 1_000_000, "this paragraph is longer"),
    "20,000 list items": ("- an item of a list\n" * 20_000, "more than 3,000 list items"),
    "20,000 numbered items": ("1. an item of a list\n" * 20_000, "more than 3,000 list items"),
    "5,000 headings": (
        "".join(f"## Heading {n}\n\nWords.\n\n" for n in range(5_000)),
        "more than 1,000 headings",
    ),
    "a 500-column table": (
        "|" + "a|" * 500 + "\n|" + "-|" * 500 + "\n" + ("|" + "b|" * 500 + "\n") * 20,
        "more than 1,000 table cells",
    ),
    "a table of 10,000 rows": (
        "|a|b|c|\n|-|-|-|\n" + "|d|e|f|\n" * 10_000,
        "more than 1,000 table cells",
    ),
    "a cell of 1 MB": (
        "|a|b|\n|-|-|\n|" + "word " * 200_000 + "|c|\n",
        "this table cell is longer",
    ),
    "a quotation 2,000 deep": ("> " * 2_000 + "deep", "nested too deep"),
    "a list 500 deep": ("".join("  " * n + "- deeper\n" for n in range(500)), "nested too deep"),
    "code of 1 MB": (
        "```\n" + "a line of code\n" * 70_000 + "```\n",
        "more than 3,000 lines of code",
    ),
    "one line of code of 1 MB": (
        "```\n" + "code" * 250_000 + "\n```\n",
        "this line of code is longer",
    ),
    "5,000 notes": (
        "".join(f"A word[^{n}].\n\n[^{n}]: A note.\n\n" for n in range(5_000)),
        "more than 5,000 paragraphs",
    ),
    "100,000 emphases": ("*a* " * 100_000, "this paragraph is longer"),
    "4,000 marks in a paragraph": ("[a]{claim=A1} " * 4_000, "this paragraph is longer"),
    "3,000 list items": ("- an item of a list\n" * 2_990, ""),
    "1,000 cells": ("|a|b|c|d|\n|-|-|-|-|\n" + "|d|e|f|g|\n" * 249, ""),
    "40 tables": (
        ("|a|b|c|d|\n|-|-|-|-|\n" + "|d|e|f|g|\n" * 50 + "\n\n") * 40,
        "more than 1,000 table cells",
    ),
}


@pytest.fixture
def opened(open_desk, repository, tmp_path, request):
    copy = tmp_path / "copy"
    shutil.copytree(repository / "tests" / "fixtures" / "valid" / "minimal", copy)
    text, said = EXTREMES[request.param]
    prose = copy / "sections" / "choices.md"
    prose.write_text(prose.read_text("utf-8") + "\n\nWords.\n\n" + text, "utf-8")
    desk = open_desk(copy)
    problems = [str(problem) for problem in desk.window.reading.opened.problems]
    assert any(said in problem for problem in problems) if said else not problems
    assert all(re.match(r"sections/choices.md:\d+:\d+: ", problem) for problem in problems)
    return desk


@pytest.mark.parametrize("opened", EXTREMES, indirect=True)
def test_the_window_takes_it_in_small_pieces(opened, units) -> None:
    desk, longest = opened, {}
    with WorkCounter() as work:
        pulse = Pulse(lambda: work.steps)
        for name, act in actions(desk):
            pulse.start_anew()
            act()
            desk.settle()
            longest[name] = max(pulse.longest, longest.get(name, 0))
        pulse.end()
    assert {name: steps for name, steps in longest.items() if steps > MOST_STEPS} == {}
    assert len(units) > 2, "the text was not set"
    assert max(blocks for blocks, _ in units) <= MOST_BLOCKS
    assert max(characters for _, characters in units) <= MOST_CHARACTERS


@pytest.fixture
def units(monkeypatch):
    """How many blocks and characters each unit adds to the text; between units it may pause."""
    added = []
    unit = ProseDocument._unit

    def measured(self, block):
        before = self.document.blockCount(), self.document.characterCount()
        unit(self, block)
        after = self.document.blockCount(), self.document.characterCount()
        added.append((after[0] - before[0], after[1] - before[1]))

    monkeypatch.setattr(ProseDocument, "_unit", measured)
    return added


def actions(desk):
    """What a reader does with a text, by name."""
    key, window = desk.press, desk.window
    end = Key.Key_End, QtCore.Qt.KeyboardModifier.ControlModifier
    return [
        ("tab", lambda: window.jumps.go_to_section("choices")),
        ("text", lambda: window.stack.currentWidget().show_text()),
        ("end", lambda: key(*end)),
        *[("page up", lambda: key(Key.Key_PageUp))] * 3,
        ("narrow", lambda: window.resize(1000, 700)),
        ("find", lambda: desk.act("find")),
        *[("find key", lambda letter=letter: desk.type_text(letter)) for letter in "word"],
        ("lens", lambda: desk.session.commands.lens._choose_only("judged")),
        ("zoom", lambda: desk.act("zoom_in")),
    ]
