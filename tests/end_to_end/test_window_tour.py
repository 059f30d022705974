"""The whole tour of the real window, in a process of its own: no stop makes it deaf for long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.machine_speed import slowness
from tests.gui.watchdog import LIMIT_MS, LONGEST, START_LIMIT_MS, Block

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("window_tour.py")
MANUAL = ROOT / "content" / "manual"

pytestmark = pytest.mark.slow


def test_no_stop_makes_the_window_deaf(shipped_briefing_path, tmp_path) -> None:
    command = [sys.executable, TOUR, "--full", "--handout", tmp_path / "handout.pdf"]
    done = subprocess.run(
        [*command, shipped_briefing_path, MANUAL],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    stops = [line for line in map(json.loads, done.stdout.splitlines()) if "stop" in line]
    assert {"start", "tab 7", "search key", "dark", "reload", "manual"} <= {
        s["stop"] for s in stops
    }
    longest = max((s for s in stops if s["stop"] != "start"), key=lambda s: s["cpu_ms"])
    LONGEST.append(Block(longest["cpu_ms"], longest["stop"], "the tour"))
    limits = {"start": START_LIMIT_MS}  # before it is shown there is no window to be deaf
    slower = slowness()
    deaf = [s for s in stops if s["cpu_ms"] >= limits.get(s["stop"], LIMIT_MS) * slower]
    assert deaf == []
    assert not [s for s in stops if s["late"]]
