"""The real window on a briefing, with the words for what a reader does there."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.application import Session
from briefing_app.gui.index.claim_index_panel import ClaimIndexPanel
from briefing_app.gui.theme.theme import Theme
from briefing_app.gui.theme.type_scale import FIRST_FACES, LATER_FACES, load_faces
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.open_briefing import build_index
from tests.gui.slow_work import SlowWork

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from briefing_app.search.claim_index import ClaimIndex

Key = QtCore.Qt.Key


class Desk:
    """A session with its window, and the words for what a reader does there."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot = qtbot
        self.session = Session(path)
        self.session.start()
        self.window = self.session.window
        assert self.window is not None
        self.window.resize(1440, 900)
        with qtbot.waitSignal(self.window.index.built):
            pass
        self.panel = self.window.index.panel
        assert self.panel is not None

    def press(self, key: Key, modifiers=QtCore.Qt.KeyboardModifier.NoModifier) -> None:
        target = QtWidgets.QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifiers)

    def act(self, name: str) -> None:
        self.window.actions_table.by_name[name].trigger()

    def settle(self) -> None:
        """Let all happen that is due now: what is posted, what that posts, and what it paints."""
        for _ in range(3):
            QtCore.QCoreApplication.sendPostedEvents()
            QtWidgets.QApplication.processEvents()

    def type_query(self, text: str) -> None:
        self.act("search")
        self.type_text(text)

    def type_text(self, text: str) -> None:
        self.qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), text)

    def has_in_view(self, claim_id: str) -> bool:
        """Whether the words that say the claim can be seen in a text of the tab."""
        for view in self.window.stack.texts():
            for mark in view.marks.of(claim_id):
                words = QtCore.QRect(
                    view.viewport().mapTo(self.window, view.places.words_box(mark).topLeft()),
                    view.places.words_box(mark).size(),
                )
                stack = self.window.stack
                shown = QtCore.QRect(stack.mapTo(self.window, QtCore.QPoint()), stack.size())
                if shown.contains(words):
                    return True
        return False

    @property
    def tab(self) -> str:
        return self.window.stack.current_key


@pytest.fixture(scope="session", autouse=True)
def faces(qapp) -> None:
    """The program's own faces, whichever test comes first: widths rest on them."""
    load_faces((*FIRST_FACES, *LATER_FACES))


@pytest.fixture(scope="session")
def briefing(shipped_briefing_path) -> Briefing:
    """The shipped briefing."""
    return load_briefing(shipped_briefing_path).briefing


@pytest.fixture(scope="session")
def references(briefing) -> CrossReferences:
    return CrossReferences(briefing)


@pytest.fixture(scope="session")
def index(briefing) -> ClaimIndex:
    return build_index(briefing)


@pytest.fixture
def slow_work(monkeypatch):
    """Fails the test in which the window's thread itself did what may take long."""
    slow_work = SlowWork(monkeypatch)
    yield slow_work
    assert slow_work.done_here == []


@pytest.fixture
def open_desk(qtbot, monkeypatch, slow_work):
    """Open a briefing; closed again after the test, before anything is checked for leftovers."""
    desks = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the session installs its own

    def open_it(path: Path) -> Desk:
        slow_work.rest()
        desks.append(Desk(qtbot, path))
        slow_work.watch()
        return desks[-1]

    yield open_it
    for desk in desks:
        for beside in list(desk.session.beside):
            beside.window.close()
        desk.window.close()
        desk.window.deleteLater()
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(open_desk, shipped_briefing_path) -> Desk:
    return open_desk(shipped_briefing_path)


@pytest.fixture
def folder(shipped_briefing_path, tmp_path) -> Path:
    """A copy of the shipped briefing, to be written in."""
    copy = tmp_path / "copy"
    shutil.copytree(shipped_briefing_path, copy)
    return copy


@pytest.fixture
def live(open_desk, folder) -> Desk:
    """A window on that copy."""
    return open_desk(folder)


@pytest.fixture
def panel(qtbot, references, index):
    """The claim index alone, with the shipped briefing."""
    panel = ClaimIndexPanel(references, Theme("light"))
    qtbot.addWidget(panel)
    panel.resize(484, 840)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.set_index(index)
    return panel
