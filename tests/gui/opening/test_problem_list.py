"""The list of problems: who is greeted by it, and what a row leads to."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.opening import editor
from briefing_app.open_briefing import open_briefing, packed

LEFT = QtCore.Qt.MouseButton.LeftButton
Key = QtCore.Qt.Key


def write(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def flawed(folder):
    """Warnings and nothing worse, each about something else."""
    write(folder / "claims.yaml", "  confidence: not-stated\n", "")
    history = folder / "sections" / "history.md"
    history.write_text(history.read_text("utf-8") + "\n<b>bold</b> words\n", "utf-8")
    return folder


def button(bar, words: str) -> QtWidgets.QPushButton:
    found = bar.findChildren(QtWidgets.QPushButton)
    return next(one for one in found if one.text() == words and one.isVisible())


def unfold(desk):
    bar = desk.window.problem_bar
    desk.qtbot.mouseClick(button(bar, "Show problems"), LEFT)
    return bar


def row_with(bar, words: str) -> int:
    rows = bar.details
    return next(n for n in range(rows.count()) if words in rows.item(n).text())


def click(desk, bar, row: int) -> None:
    rows = bar.details
    rows.scrollToItem(rows.item(row))
    middle = rows.visualItemRect(rows.item(row)).center()
    desk.qtbot.mouseClick(rows.viewport(), LEFT, pos=middle)
    desk.settle()


def test_an_author_is_greeted_by_warnings_a_reader_is_not(open_desk, flawed, tmp_path) -> None:
    assert open_desk(flawed).window.problem_bar.isVisible()
    pack = tmp_path / "handed-on.briefing"
    pack.write_bytes(packed(open_briefing(flawed, cache=False)))
    desk = open_desk(pack)
    bar = desk.window.problem_bar
    assert not bar.isVisible()
    desk.act("problems")
    assert "warning" in bar.text.text()
    unfold(desk)
    assert not bar.open_file.isVisible()


@pytest.mark.parametrize("how", ["click", "Enter"])
def test_a_row_leads_to_the_claim_or_the_section(open_desk, flawed, how) -> None:
    desk = open_desk(flawed)
    bar = unfold(desk)
    claim_row = row_with(bar, "claims.yaml:")
    section_row = row_with(bar, "history.md:")
    if how == "click":
        click(desk, bar, claim_row)
    else:
        bar.details.setFocus()
        bar.details.setCurrentRow(claim_row)
        desk.press(Key.Key_Return)
    selected = desk.window.reading.selected
    assert selected
    said = desk.window.reading.references.claims[selected]
    assert said.confidence is None or said.family.value == "judged"
    click(desk, bar, section_row)
    assert desk.tab == "history"


def test_the_file_is_opened_at_the_line(open_desk, flawed, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(editor, "open_at_line", lambda *place: opened.append(place) or True)
    desk = open_desk(flawed)
    bar = unfold(desk)
    row = row_with(bar, "history.md:")
    bar.details.setCurrentRow(row)
    desk.qtbot.mouseClick(button(bar, "Open the file at this line"), LEFT)
    problem = desk.window.reading.opened.problems[row]
    history = flawed / "sections" / "history.md"
    assert opened == [(history, problem.line, problem.column, "default")]
    assert problem.line == len(history.read_text("utf-8").splitlines())
