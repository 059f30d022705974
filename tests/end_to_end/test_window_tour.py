"""The whole tour of the real window, in a process of its own: no stop makes it deaf for long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("window_tour.py")
MANUAL = ROOT / "content" / "manual"

# Steps (calls and returns) that the window's thread may take in one piece. What each stop takes in
# time is measured by `make bench`.
MOST_STEPS, MOST_AT_START = 400_000, 600_000

pytestmark = pytest.mark.slow


def test_no_stop_makes_the_window_deaf(shipped_briefing_path, tmp_path) -> None:
    command = [sys.executable, TOUR, "--full", "--handout", tmp_path / "handout.pdf"]
    done = subprocess.run(
        [*command, shipped_briefing_path, MANUAL],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    stops = [line for line in map(json.loads, done.stdout.splitlines()) if "stop" in line]
    assert {"start", "tab 7", "search key", "dark", "reload", "manual"} <= {
        s["stop"] for s in stops
    }
    limits = {"start": MOST_AT_START}  # before it is shown there is no window to be deaf
    deaf = [s for s in stops if s["in_one_piece"] >= limits.get(s["stop"], MOST_STEPS)]
    assert deaf == []
    assert not [s for s in stops if s["late"]]
