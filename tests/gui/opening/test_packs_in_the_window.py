"""A pack or a handout that is dropped on the window opens as the briefing in it."""

from __future__ import annotations

import pikepdf
import pytest
from PySide6 import QtWidgets

from briefing_app.open_briefing import open_briefing, packed


@pytest.fixture
def pack(repository):
    folder = repository / "tests" / "fixtures" / "valid" / "minimal"
    return packed(open_briefing(folder, cache=False))


def as_pack(data, folder):
    file = folder / "handed-on.briefing"
    file.write_bytes(data)
    return file


def as_handout(data, folder):
    file = folder / "handout.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["handed-on.briefing"] = pikepdf.AttachedFileSpec(pdf, data)
    pdf.save(file)
    return file


@pytest.mark.parametrize(
    ("wrap", "words"), [(as_pack, "(from a .briefing file)"), (as_handout, "(from a handout)")]
)
def test_what_is_dropped_opens_and_the_title_says_where_it_came_from(
    desk, pack, tmp_path, wrap, words
) -> None:
    assert "from a" not in desk.window.windowTitle()
    file = wrap(pack, tmp_path)
    with desk.qtbot.waitSignal(desk.window.index.built):
        desk.window.folder_dropped.emit(str(file))
    assert words in desk.window.windowTitle()
    assert desk.window.reading.opened.path == file


def test_a_pdf_without_a_briefing_has_its_sentence(desk, tmp_path) -> None:
    file = tmp_path / "plain.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(file)
    desk.window.folder_dropped.emit(str(file))
    desk.qtbot.waitUntil(desk.window.stack.isHidden)
    shown = [label.text() for label in desk.window.findChildren(QtWidgets.QLabel)]
    assert any("carries no briefing" in text for text in shown)
