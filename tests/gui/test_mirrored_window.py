"""The window runs as the language of its briefing does, and turns round with the next one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.export.citation import Reference, ReferenceRun
from briefing_app.gui.application import Session
from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.kit.pen import in_window_order
from briefing_app.gui.tabs.sources.source_rows import ReferenceRow
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.gui.window.tab_bar import PADDING_PX
from briefing_app.gui.words.english_words import settle_dialog
from briefing_app.open_briefing import open_briefing

VALID = Path(__file__).parents[1] / "fixtures" / "valid"
LRM, RLM, FSI, PDI = "\u200e", "\u200f", "\u2068", "\u2069"


@pytest.fixture
def opened(qtbot, qapp):
    """The window on a briefing, with its index; afterwards the program runs as before."""
    windows = []

    def open_window(path: Path):
        session = Session(path)
        session.start()
        windows.append(session.window)
        qtbot.addWidget(session.window)
        session.window.resize(1440, 900)
        with qtbot.waitSignal(session.window.index.built):
            pass
        return session.window

    yield open_window
    for window in windows:
        window.close()
    qapp.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)


def turned(window: QtWidgets.QWidget) -> set[bool]:
    """Whether parts of the window are mirrored: all alike, or there are two answers."""
    return {part.isRightToLeft() for part in window.findChildren(QtWidgets.QWidget)}


@pytest.mark.parametrize("name", ["urdu", "right-to-left"])
def test_a_window_is_mirrored_from_its_start(opened, name) -> None:
    window = opened(VALID / name)
    assert window.isRightToLeft()
    assert turned(window) == {True}
    text, index = window.text_side, window.index.panel
    assert index.mapTo(window, QtCore.QPoint()).x() < text.mapTo(window, QtCore.QPoint()).x()


def test_another_briefing_turns_the_window_round_and_back(
    opened, qtbot, shipped_briefing_path
) -> None:
    window = opened(shipped_briefing_path)
    for path, mirrored in ((VALID / "urdu", True), (shipped_briefing_path, False)):
        with qtbot.waitSignal(window.index.built):
            window.take(open_briefing(path))
        assert turned(window) == {mirrored}
        dialog = QtWidgets.QDialog(window)
        assert dialog.isRightToLeft() == mirrored
        dialog.deleteLater()


@pytest.mark.parametrize("size", [QtCore.QSize(1440, 900), QtCore.QSize(1024, 700)])
@pytest.mark.parametrize("name", ["urdu", "everything"])
def test_the_first_tab_stands_under_the_title(opened, qtbot, name, size) -> None:
    window = opened(VALID / name)
    window.resize(size)
    header, tabs = window.header, window.tab_bar

    def indent() -> int:
        first, top = tabs.tabRect(0), header.mapTo(window, QtCore.QPoint())
        if window.isRightToLeft():
            right = tabs.mapTo(window, first.topRight()).x() + 1
            return top.x() + header.width() - right + PADDING_PX
        return tabs.mapTo(window, first.topLeft()).x() + PADDING_PX - top.x()

    qtbot.waitUntil(lambda: indent() == header.padding_px)


def test_a_title_and_the_line_under_it_stand_on_one_side(opened) -> None:
    window = opened(VALID / "urdu")
    window.tab_bar.setCurrentIndex(window.tab_bar.index_of("sarhad"))
    (view, *_) = window.stack.texts()
    block = view.document().begin()
    ends = []
    for _ in range(2):
        line = block.layout().lineAt(0)
        corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
        ends.append(corner.x() + line.naturalTextRect().right())
        block = block.next()
    assert ends[0] == pytest.approx(ends[1], abs=2)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("7 claims  ·  5 paragraphs", "7 claims  ·  5 paragraphs"),
        ("Nov 2021 · سرحد", f"{RLM}{FSI}Nov 2021{PDI} · {FSI}سرحد{PDI}"),
        ("سرحد ¶2  ·  R17 selected", f"{RLM}{FSI}سرحد ¶2{PDI}  ·  {FSI}R17 selected{PDI}"),
        ("سرحد", "سرحد"),
    ],
)
def test_items_of_a_line_stand_in_the_windows_order(line, shown) -> None:
    assert in_window_order(line) == shown


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_an_english_hint_begins_where_the_field_does(qtbot, direction) -> None:
    field = SearchField(Theme(LIGHT))
    qtbot.addWidget(field)
    field.setLayoutDirection(QtCore.Qt.LayoutDirection[direction])
    field.resize(500, field.sizeHint().height())
    field.show()
    line = field.findChild(QtWidgets.QLineEdit)
    picture, area = field.grab().toImage(), line.geometry()
    inked = [
        x
        for x in range(area.left(), area.right())
        if any(picture.pixelColor(x, y).lightness() < 128 for y in range(6, area.bottom() - 4))
    ]
    before, after = inked[0] - area.left(), area.right() - inked[-1]
    assert min(before, after) < 12 < max(before, after)
    assert (before < after) == (direction == "LeftToRight")


def test_words_in_english_end_as_they_are_written(opened, qtbot, shipped_briefing_path) -> None:
    window = opened(VALID / "urdu")
    action = window.actions_table.by_name["export"]
    assert action.text().endswith(f"…{LRM}")
    with qtbot.waitSignal(window.index.built):
        window.take(open_briefing(shipped_briefing_path))
    assert action.text().endswith("…")


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_a_dialogs_words_begin_at_its_side(qtbot, direction) -> None:
    dialog = QtWidgets.QDialog()
    qtbot.addWidget(dialog)
    label, button = QtWidgets.QLabel("Form", dialog), QtWidgets.QPushButton("Save…", dialog)
    dialog.setLayoutDirection(QtCore.Qt.LayoutDirection[direction])
    settle_dialog(dialog)
    mirrored = direction == "RightToLeft"
    sides = QtCore.Qt.AlignmentFlag
    assert bool(label.alignment() & sides.AlignRight) == mirrored
    assert not button.isRightToLeft()
    assert button.text() == ("Save…" + LRM if mirrored else "Save…")


def test_bars_begin_at_the_window_s_side_and_turn_back(opened) -> None:
    window = opened(VALID / "urdu")
    window.problem_bar.say("The folder is gone.")
    sides = QtCore.Qt.AlignmentFlag
    assert window.problem_bar.text.alignment() & sides.AlignRight
    QtWidgets.QApplication.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)
    window.problem_bar.say("The folder is gone.")
    assert window.problem_bar.text.alignment() & sides.AlignLeft
    assert not window.problem_bar.text.alignment() & sides.AlignAbsolute


def test_a_reference_in_english_keeps_its_full_stops_beside_a_title_in_urdu(opened) -> None:
    window = opened(VALID / "urdu")
    window.tab_bar.setCurrentIndex(window.tab_bar.index_of("sources"))
    rows = [row for row in window.stack.currentWidget()._page.rows if isinstance(row, ReferenceRow)]
    row = rows[-1]
    runs = (ReferenceRun("سلامتی کونسل", italic=True), ReferenceRun(". 2020."))
    row.set_reference(Reference(runs, "Cited by Ahmed 2022."))
    assert row.sentence == "سلامتی کونسل. 2020. Cited by Ahmed 2022."
    assert row._shown.replace(LRM, "") == (
        "\u2066\u2067سلامتی کونسل\u2069\u2069. 2020. Cited by Ahmed 2022."
    )
    start, end = row._italics[0]
    assert "سلامتی کونسل" in row._shown[start:end]
    assert "2020" not in row._shown[start:end]
