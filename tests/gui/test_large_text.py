"""At 200 % text and in small windows: sizes follow the font, and no name or hint is cut."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]

# a process of its own: the size of a dot is settled at its start
_SCRIPT = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets
from briefing_app import paths
from briefing_app.gui.application import Session, make_application
from briefing_app.gui.claims.claim_strip import ClaimStrip
from briefing_app.gui.kit.painted_buttons import IconButton
from briefing_app.gui.state.window_state import WindowState

width, height = int(sys.argv[1]), int(sys.argv[2])
application = make_application(["large"])
session = Session(paths.shipped_briefing())
session.state = WindowState(width=width, height=height)
session.start()
window = session.window
loop = QtCore.QEventLoop()
window.index.built.connect(loop.quit)
QtCore.QTimer.singleShot(20000, loop.quit)
loop.exec()
window.resize(width, height)
window.reading.select_claim("R17")
QtCore.QTimer.singleShot(100, loop.quit)
loop.exec()
theme = window.keeper.theme
line = window.index.panel.findChild(QtWidgets.QLineEdit)
metrics = line.fontMetrics()
header = window.header
title = QtGui.QFontMetricsF(theme.font("window_title")).horizontalAdvance(header._title)
strips = [s for s in window.findChildren(ClaimStrip) if s.isVisible()]
icons = [b for b in window.findChildren(IconButton) if b.isVisible()]
print("icon", theme.px(16))
print("button", min((b.width() for b in icons), default=0))
print("title", int(title + 2 * header.padding_px <= header.width()))
print("rail", window.rail.width())
print("strip", strips[0].height() if strips else 0)
if not window.index.panel.isVisible():  # it is laid out when it is opened
    window.actions_table.by_name["index"].trigger()
    QtCore.QTimer.singleShot(100, loop.quit)
    loop.exec()
print("hint", int(metrics.horizontalAdvance(line.placeholderText()) <= line.width()))
window.close()
"""


def measured(width: int, height: int, scale: int, home: Path) -> dict[str, int]:
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(width), str(height)],
        env={
            **os.environ,
            **folders,
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_FONT_DPI": str(96 * scale),
            "QT_ENABLE_HIGHDPI_SCALING": "0",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=HANG_S,
    )
    return {key: int(value) for key, value in map(str.split, done.stdout.splitlines())}


@pytest.mark.parametrize(
    ("width", "height", "scale", "icon", "rail", "highest_strip"),
    [
        (1440, 900, 1, 16, 44, 0),
        (1024, 700, 1, 16, 44, 60),
        (640, 480, 1, 16, 44, 60),
        (1440, 900, 2, 32, 60, 0),
        (1024, 700, 2, 32, 60, 104),
    ],
)
def test_sizes_follow_the_font(width, height, scale, icon, rail, highest_strip, tmp_path) -> None:
    found = measured(width, height, scale, tmp_path)
    assert found["icon"] == icon
    assert found["button"] >= icon + 8
    assert found["hint"], "the hint of the search field is cut"
    assert found["rail"] == rail
    assert found["strip"] <= highest_strip
    if width > 1000:
        assert found["title"], "the title is cut while there is room"
