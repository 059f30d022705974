"""The face for Arabic letters is there before anything of a briefing that has some is laid out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from briefing_app.gui.theme.arabic_face import is_arabic_script, needs_arabic_face
from briefing_app.loading.load_briefing import load_briefing
from tests.patience import HANG_S

START = """
import sys
from pathlib import Path
from PySide6 import QtCore, QtGui
from briefing_app.gui.application import Session, make_application
application = make_application(sys.argv[:1])
session = Session(Path(sys.argv[1]))
session.start()
families = QtGui.QFontDatabase.families
session.window.first_painted.connect(lambda: print("first", "Noto Naskh Arabic" in families()))
def later():
    print("later", "Noto Naskh Arabic" in families())
    session.window.close()
session.window.index.built.connect(later, QtCore.Qt.ConnectionType.QueuedConnection)
application.exec()
"""
SHIPPED = "content/pakistan-afghanistan-2022"


@pytest.mark.parametrize(
    ("text", "is_arabic"),
    [
        ("تحریک", True),
        ("TTP (تحریک)", True),
        ("Tehrik", False),
        ("Ṭālibān, “…”", False),
        ("", False),
    ],
)
def test_arabic_letters_anywhere_in_a_text(text, is_arabic) -> None:
    assert is_arabic_script(text) is is_arabic


@pytest.mark.parametrize(
    ("briefing", "spellings", "needed"),
    [
        ("tests/fixtures/valid/urdu", False, True),
        ("tests/fixtures/valid/right-to-left", False, True),
        (SHIPPED, False, False),
        (SHIPPED, True, True),
    ],
)
def test_what_needs_it(repository, briefing, spellings, needed) -> None:
    loaded = load_briefing(repository / briefing).briefing
    assert needs_arabic_face(loaded, spellings=spellings) is needed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("briefing", "first"), [("tests/fixtures/valid/urdu", "True"), (SHIPPED, "False")]
)
def test_it_is_there_at_the_first_paint_where_it_is_needed(repository, briefing, first) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(repository / briefing)],
        env={**os.environ, "PYTHONPATH": str(repository), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert done.stdout.split() == ["first", first, "later", "True"]
