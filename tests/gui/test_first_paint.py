"""What the first paint does without, in a process of its own: no text built, nothing imported.

And what the whole window does without until it is used.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.patience import HANG_S

WAITS = (
    "briefing_app.gui.commands.commands",
    "briefing_app.gui.lens.lens",
    "briefing_app.gui.claims.claim_card",
    "briefing_app.gui.index.claim_index_panel",
    "briefing_app.gui.commands.command_palette",
    "briefing_app.gui.prose.prose_view",
    "briefing_app.gui.tabs.timeline.timeline_view",
    "briefing_app.handout.handout_data",
    "briefing_app.search.engines.memory.memory_index",
    "citeproc",
    "markdown_it",
    "pikepdf",
    "pypdfium2",
    "rapidfuzz",
    "sqlite3",
    "typst",
    "yaml",
)
UNUSED = ("citeproc", "difflib", "markdown_it", "pypdfium2", "rapidfuzz", "typst", "yaml")
PROGRAM = f"""
import os, sys
from briefing_app import paths
from briefing_app.gui.application import Session, make_application
application = make_application(["briefing-app"])
if sys.argv[1] == "cached":
    from briefing_app.open_briefing import open_briefing, remember_opened
    remember_opened(open_briefing(paths.shipped_briefing()))
    os._exit(0)
session = Session(None)
session.start()
def painted():
    print(*(name for name in {WAITS!r} if name in sys.modules), flush=True)
    os._exit(0)
def built():
    print(*(name for name in {UNUSED!r} if name in sys.modules), flush=True)
    session.window.index.panel.focus_search()
    session.window.background.wait()
    print(*(name for name in {UNUSED!r} if name in sys.modules), flush=True)
    os._exit(0)
if sys.argv[1] == "start":
    session.window.first_painted.connect(painted)
else:
    session.window.index.added.connect(lambda: session.window.index.built.connect(built))
application.exec()
"""


def run(step: str, home: str) -> str:
    surroundings = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen",
        "HOME": home, "XDG_CACHE_HOME": f"{home}/cache",
        "XDG_STATE_HOME": f"{home}/state", "XDG_CONFIG_HOME": f"{home}/config",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, step],
        env=surroundings, capture_output=True, text=True, check=True, timeout=HANG_S,
    )  # fmt: skip
    return done.stdout


def test_the_first_paint_does_without_what_can_wait(tmp_path) -> None:
    run("cached", str(tmp_path))
    assert run("start", str(tmp_path)) == "\n"


def test_what_compares_spellings_is_loaded_when_the_search_field_is_entered(tmp_path) -> None:
    run("cached", str(tmp_path))
    assert run("whole", str(tmp_path)).splitlines() == ["", "difflib rapidfuzz"]
