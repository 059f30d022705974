"""A screen reader's way through the real window: a process on a display, a private bus, AT-SPI."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.virtual_display import virtual_display
from tests.harness.missing_programs import SYSTEM_PYTHON, need, program
from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
CLIENT = Path(__file__).with_name("screen_reader.py")

# the bus of accessibility, the window, the client; the client's code is the answer
SCRIPT = """
"$LAUNCHER" --launch-immediately & launcher=$!
"$PYTHON" -m briefing_app 2>"$ERRORS" & window=$!
"$CLIENT_PYTHON" "$CLIENT" "$HANDOUT"; code=$?
kill $window; wait $window 2>/dev/null
kill $launcher; wait $launcher 2>/dev/null
exit $code
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the client saw, by step; the tabs by name."""
    need("Xvfb", "dbus-run-session", "at-spi-bus-launcher", "pyatspi")
    base = tmp_path_factory.mktemp("reader")
    home = base / "h"
    (home / "run").mkdir(parents=True, mode=0o700)
    kept = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
    with virtual_display() as display:
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", SCRIPT],
            env={
                **kept,
                **{f"XDG_{n}_HOME": str(home / n) for n in ("CONFIG", "STATE", "CACHE", "DATA")},
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home / "run"),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_ACCESSIBILITY": "1",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "NO_AT_BRIDGE": "0",
                "PYTHONPATH": str(ROOT),
                "PYTHON": sys.executable,
                "CLIENT_PYTHON": SYSTEM_PYTHON,
                "CLIENT": str(CLIENT),
                "LAUNCHER": program("at-spi-bus-launcher"),
                "HANDOUT": str(base / "handout.pdf"),
                "ERRORS": str(base / "errors"),
            },
            capture_output=True,
            timeout=HANG_S,
            check=False,
        )
    errors = (base / "errors").read_text()
    assert done.returncode == 0, f"{done.stdout.decode()}\n{done.stderr.decode()}\n{errors}"
    assert "Traceback" not in errors
    lines = [json.loads(line) for line in done.stdout.decode().splitlines() if line[:1] == "{"]
    steps = {line["step"]: line for line in lines}
    steps["tabs"] = {line["name"]: line for line in lines if line["step"] == "tab"}
    steps["pdf"] = base / "handout.pdf"
    return steps


def test_every_stop_of_the_keyboard_has_a_name(told) -> None:
    assert told["start"]["unnamed"] == []
    assert {name: tab["unnamed"] for name, tab in told["tabs"].items() if tab["unnamed"]} == {}
    assert told["search"]["unnamed"] == []
    cells = "table cell < tree Files"  # of Qt's own file dialog
    assert [path for path in told["handout"]["unnamed"] if not path.startswith(cells)] == []


def test_no_name_is_read_with_mark_up(told) -> None:
    assert told["start"]["mark_up"] == []
    assert {name: tab["mark_up"] for name, tab in told["tabs"].items() if tab["mark_up"]} == {}


@pytest.mark.parametrize(
    ("tab", "letters"),
    [
        ("Overview", 2000),
        ("History, 18 claims", 2000),
        ("Takeover, 13 claims", 2000),
        ("Terrorism, 23 claims", 2000),
        ("Policy options, 12 claims", 1500),
        ("Timeline", 1500),
        ("People and places", 1000),
        ("Sources", 1000),
    ],
)
def test_a_tab_is_opened_and_read(tab, letters, told) -> None:
    assert told["tabs"][tab]["letters"] > letters
    assert told["tabs"][tab]["stops"] >= 1


def test_what_takes_the_keyboard_says_what_it_is(told) -> None:
    roles = told["roles"]["roles"]
    wanted = {"page tab", "page tab list", "text", "check box", "push button", "table cell"}
    assert wanted <= set(roles)
    assert not {"unknown", "filler", "panel", "invalid"} & set(roles), roles


def test_a_text_is_read_by_lines_and_words_from_its_caret(told) -> None:
    step = told["caret"]
    assert step["read_only"]
    assert "Between 2001 and 2021" in step["lines"][0]
    assert len({*step["lines"]}) == 3
    assert all(20 < len(line) < 120 for line in step["lines"])
    assert step["word"].strip() == "Between"
    assert step["offset"] > 0
    assert step["box"][3] > 8
    assert step["panes"] == []


def test_a_reader_that_knows_no_announcements_is_sent_notifications(told) -> None:
    assert told["notified"]["heard"].count("R17 copied with citation") == 1


def test_the_claims_of_a_text_are_reached_where_they_stand(told) -> None:
    step = told["claims"]
    assert len(step["items"]) >= 23
    assert all(name.partition(".")[0][1:].isdigit() for name in step["items"])
    assert any("R17. The TTP announced" in words for words in step["heard"])
    assert "R17 selected" in step["heard"]
    x, y, width, height = step["box"]
    assert 0 < x < 1600
    assert 0 < y < 1000
    assert width > 20
    assert height > 8


def test_a_search_says_what_it_found_and_its_card_is_read(told) -> None:
    step = told["search"]
    assert "claims" in step["found"]
    assert step["card"].startswith("R18. Pakistan released 80")
    assert {"Show in text", "Copy with citation"} <= set(step["buttons"])
    assert step["heard"] == ["R18 copied with citation"]


def test_the_palette_says_what_enter_would_take(told) -> None:
    step = told["palette"]
    assert step["heard"][-1].startswith("R12. The South Asia Terrorism Portal")
    assert "Esc closes" in step["keys"]
    assert "Esc clears" not in step["keys"]


def test_a_handout_is_saved_and_said_to_be(told) -> None:
    assert told["pdf"].read_bytes().startswith(b"%PDF-")
    assert any("handout.pdf" in words for words in told["handout"]["heard"])
