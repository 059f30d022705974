"""The window works and says the same whatever case rules and number formats the locale has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("locale_tour.py")
LOCALES = ("tr_TR", "az_AZ", "ar_EG", "de_DE")  # dotless i twice, other digits, a decimal comma

pytestmark = pytest.mark.slow


def made_locale(name: str, folder: Path) -> None:
    """Make a locale for the C library where this machine can; else Qt alone has it."""
    localedef = shutil.which("localedef")
    if localedef is not None:
        folder.mkdir(exist_ok=True)
        command = [localedef, "-c", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"]
        subprocess.run(command, capture_output=True, check=False, timeout=HANG_S)


def seen_under(name: str, briefing: Path, folder: Path) -> dict[str, object]:
    """Make the tour in a process of its own; return what was seen."""
    home = folder / "home"
    home.mkdir()
    xdg = {f"XDG_{kind}_HOME": str(home) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    handout = folder / "handout.pdf"
    done = subprocess.run(
        [sys.executable, TOUR, briefing, handout],
        env={
            **os.environ,
            **xdg,
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "LOCPATH": str(folder / "locales"),
            "LC_ALL": name,
            "LANGUAGE": "",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG_S,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert handout.read_bytes().startswith(b"%PDF-")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def plain(shipped_briefing_path, tmp_path_factory) -> dict[str, object]:
    """What is seen where nothing is special."""
    return seen_under("C.UTF-8", shipped_briefing_path, tmp_path_factory.mktemp("plain"))


def test_the_tour_sees_what_there_is(plain) -> None:
    assert "R12" in plain["272"]
    assert plain["interim"] == plain["INTERIM"] != []
    assert plain["told"] == ""


@pytest.mark.parametrize("name", LOCALES)
def test_another_locale_changes_nothing(plain, shipped_briefing_path, tmp_path, name) -> None:
    made_locale(name, tmp_path / "locales")
    seen = seen_under(f"{name}.UTF-8", shipped_briefing_path, tmp_path)
    assert seen.pop("of the locale")["name"] == name
    assert seen == {key: value for key, value in plain.items() if key != "of the locale"}
