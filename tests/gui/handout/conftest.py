"""The handout dialog on the shipped briefing, with the words for what a reader does in it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore

from briefing_app.handout import compile_handout

Key = QtCore.Qt.Key
CONTROL, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


class Handout:
    """The open dialog."""

    def __init__(self, desk) -> None:
        self.desk = desk
        self.qtbot = desk.qtbot
        self.desk_handout = desk.session.commands.handout
        self.open()

    def open(self) -> None:
        self.desk.window.activateWindow()
        self.qtbot.waitUntil(self.desk.window.isActiveWindow)
        self.qtbot.keyClick(self.desk.window, Key.Key_P, CONTROL | SHIFT)
        self.dialog = self.desk_handout.dialog
        assert self.dialog is not None
        self.dialog.resize(1300, 860)

    def wait_for_pages(self) -> None:
        """Until the pages of the present choices are shown and drawn."""
        dialog = self.dialog
        self.qtbot.waitUntil(lambda: not dialog.maker.is_working)
        view = dialog.view
        self.qtbot.waitUntil(lambda: view.pictures.is_current(max(view.page, 0)))

    def change(self, act) -> None:
        """Do something that makes the pages anew, and wait for them."""
        with self.qtbot.waitSignal(self.dialog.shown_anew):
            act()
        self.wait_for_pages()

    def press(self, key, modifiers=QtCore.Qt.KeyboardModifier.NoModifier, target=None) -> None:
        self.qtbot.keyClick(target or self.dialog.focusWidget() or self.dialog, key, modifiers)

    @property
    def notice(self) -> str:
        return self.dialog.notice.text.text() if self.dialog.notice.isVisible() else ""

    def notice_button(self, words: str):
        return next(b for b in self.dialog.notice._buttons if b.text() == words)

    @property
    def pdf(self) -> bytes:
        return self.dialog.handout.pdf

    def text(self) -> str:
        """The words of all pages."""
        import pypdfium2

        pdf = pypdfium2.PdfDocument(self.pdf)
        words = []
        for number in range(len(pdf)):
            page = pdf[number]
            text_page = page.get_textpage()
            words.append(text_page.get_text_range())
            text_page.close()
            page.close()
        pdf.close()
        return " ".join(" ".join(words).split())


MADE: dict[tuple, bytes] = {}  # pages by what they were made from


class KeptCompilation(compile_handout.HandoutCompilation):
    """Makes a handout once; whoever wants the very same pages again gets what was made then."""

    def start(self, data) -> None:
        data = data()
        self._asked = (data.document, data.pack, data.timestamp, *data.pictures.items())
        if self._asked not in MADE:
            super().start(data)

    def wait(self) -> bytes:
        if self._asked not in MADE:
            MADE[self._asked] = super().wait()
        if self._cancelled:
            raise compile_handout.HandoutCancelled
        return MADE[self._asked]


@pytest.fixture
def open_handout_of(monkeypatch):
    """Open the dialog in a window and wait for its first pages; later ones are made anew."""

    def open_it(desk) -> Handout:
        with monkeypatch.context() as patch:
            patch.setattr(compile_handout, "HandoutCompilation", KeptCompilation)
            handout = Handout(desk)
            handout.wait_for_pages()
        return handout

    return open_it


@pytest.fixture
def open_handout(desk, open_handout_of):
    return lambda: open_handout_of(desk)


@pytest.fixture
def handout(open_handout):
    return open_handout()
