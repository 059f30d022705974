"""The window where the user's folders, fonts or environment are not what one hopes for."""

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
FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
NO_FONTS = '<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/nowhere</dir></fontconfig>'

pytestmark = pytest.mark.slow


def tour(environment: dict[str, str], *flags: str) -> list[dict]:
    kept = {name: value for name, value in os.environ.items() if name not in FOLDERS}
    done = subprocess.run(
        [sys.executable, *flags, TOUR, ROOT / "tests" / "fixtures" / "valid" / "everything"],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        timeout=HANG_S,
        check=False,
    )
    said = [line for line in done.stderr.decode().splitlines() if "This plugin" not in line]
    assert (done.returncode, said) == (0, [])
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.mark.parametrize("home", [None, "", "/", "{file}/below", "/proc/nowhere"])
def test_without_a_home_that_can_be_written(tmp_path, home) -> None:
    file = tmp_path / "file"
    file.touch()
    # without HOME the system's own list of users says where home is: the folders lead elsewhere
    elsewhere = {name: str(tmp_path / name) for name in FOLDERS[1:]}
    told = tour(elsewhere if home is None else {"HOME": home.format(file=file)})
    assert told[-1]["end"] == 0
    assert not Path("/.local/share/briefing-viewer").exists()


def test_with_settings_state_and_cache_that_cannot_be_written() -> None:
    told = tour(dict.fromkeys(FOLDERS, "/proc/nowhere"))
    assert told[-1]["end"] == 0


def test_without_any_font_but_the_bundled_ones(tmp_path) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text(NO_FONTS)
    assert tour({"HOME": str(tmp_path), "FONTCONFIG_FILE": str(settings)})[-1]["end"] == 0


def test_in_an_isolated_interpreter(tmp_path) -> None:
    assert tour({"HOME": str(tmp_path)}, "-I")[-1]["end"] == 0
