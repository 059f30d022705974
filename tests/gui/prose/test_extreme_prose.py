"""Prose as no author writes it is read without a pause, or refused with its line."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6 import QtCore, QtWidgets

from tests.gui.machine_speed import slowness
from tests.gui.watchdog import LIMIT_MS

Key = QtCore.Qt.Key

# the text, and what its author is told; nothing where it is shown as it is
EXTREMES = {
    "one paragraph of 2 MB": (
        "word and " * 230_000,
        "this paragraph is longer than 10,000 characters",
    ),
    "one word of 1 MB": ("x" * 1_000_000, "this paragraph is longer"),
    "20,000 list items": ("- an item of a list\n" * 20_000, "more than 3,000 list items"),
    "20,000 numbered items": ("1. an item of a list\n" * 20_000, "more than 3,000 list items"),
    "5,000 headings": ("".join(f"## Heading {n}\n\nWords.\n\n" for n in range(5_000)), ""),
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
    "5,000 notes": ("".join(f"A word[^{n}].\n\n[^{n}]: A note.\n\n" for n in range(5_000)), ""),
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
def test_the_window_is_never_deaf(opened, request) -> None:
    desk = opened
    with desk.watchdog.timing("tab"):
        desk.window.jumps.go_to_section("choices")
    page = desk.window.stack.currentWidget()
    with desk.watchdog.timing("text"):
        page.show_text()
    desk.qtbot.wait(30)
    text = desk.window.stack.prose()
    desk.press(Key.Key_End, QtCore.Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.wait(30)
    for _ in range(3):
        desk.press(Key.Key_PageUp)
    with desk.watchdog.timing("resize"):
        desk.window.resize(1000, 700)
    desk.qtbot.wait(30)
    desk.act("find")
    desk.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "word")
    desk.qtbot.wait(30)
    with desk.watchdog.timing("lens"):
        desk.session.commands.lens._choose_only("judged")
    with desk.watchdog.timing("zoom"):
        desk.act("zoom_in")
    desk.qtbot.wait(30)
    assert text is not None
    longest = desk.watchdog.longest
    # Qt lays out 50 rows of a table in one piece: as many cells as are let in take 170 ms
    limit = (
        2 * LIMIT_MS if "table" in request.node.name or "cells" in request.node.name else LIMIT_MS
    )
    said = f"the window was deaf for {longest.cpu_ms:.0f} ms of CPU time ({longest.what})"
    assert longest.cpu_ms < limit or longest.cpu_ms < limit * slowness(), said
