"""Nothing is connected to and no other program is started, whatever a reader does.

The system's own record decides (strace); a second run has no network at all (unshare).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.virtual_display import virtual_display
from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("window_tour.py")
TRACED = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=network,execve,execveat", "-o"]
QUIET = "DBUS_SESSION_BUS_ADDRESS"  # unset: a desktop without a bus, where Qt would start one

EVERYWHERE = {
    "start", "tab 4", "search", "select", "go to claim", "find", "zoom_in", "dark", "index away",
    "handout", "reload", "manual", "about", "link", "full screen off",
}  # fmt: skip

pytestmark = pytest.mark.slow
needs_strace = pytest.mark.needs("strace")
needs_xvfb = pytest.mark.needs("Xvfb")


@pytest.fixture(scope="module")
def display():
    """A display of its own, by number."""
    with virtual_display() as name:
        yield name


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != QUIET}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def run(command, **changes: str) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [str(part) for part in command],
        env=environment(**changes),
        capture_output=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done


def assert_silent(record: Path) -> None:
    """No socket but those of this machine, none of a bus, and no program but Python."""
    lines = record.read_text(errors="replace").splitlines()
    assert any("execve(" in line for line in lines), "nothing was recorded"
    for line in lines:
        assert "AF_INET" not in line, line
        if made := re.search(r"\bsocket\((\w+)", line):
            assert made[1] == "AF_UNIX", line
        if reached := re.search(r"\bconnect\(.*sun_path=@?\"([^\"]*)\"", line):
            assert reached[1].startswith("/tmp/.X11-unix/"), line
        if started := re.search(r"\bexecve(?:at)?\([^\"]*\"([^\"]*)\"", line):
            assert Path(started[1]).name.startswith("python"), line


def stops(output: bytes) -> list[dict]:
    return [json.loads(line) for line in output.decode().splitlines()]


def assert_whole_tour(told: list[dict], platform: str, handout: Path) -> None:
    assert (told[-1]["end"], told[-1]["platform"]) == (0, platform)
    seen = {line["stop"] for line in told if "stop" in line}
    assert seen >= EVERYWHERE
    assert not [line for line in told if line.get("late")]
    assert handout.read_bytes().startswith(b"%PDF-")


@needs_strace
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["search", "ceasefire"],
        ["handout", "-o", "{folder}/handout.pdf"],
        ["new", "{folder}/new"],
        ["schema"],
        ["check", "{folder}/nowhere"],
    ],
    ids=" ".join,
)
def test_commands_are_silent(tmp_path, shipped_briefing_path, command) -> None:
    record = tmp_path / "record"
    words = [word.format(folder=tmp_path) for word in command]
    if words == ["check"]:
        words.append(str(shipped_briefing_path))
    done = subprocess.run(
        [*TRACED, str(record), sys.executable, "-m", "briefing_app", *words],
        env=environment(),
        capture_output=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == (2 if "nowhere" in words[-1] else 0), done.stderr
    assert_silent(record)


@needs_strace
@needs_xvfb
def test_the_window_is_silent_on_a_real_display(tmp_path, display) -> None:
    record, handout = tmp_path / "record", tmp_path / "handout.pdf"
    command = [*TRACED, record, sys.executable, TOUR, "--full", "--handout", handout]
    done = run(command, DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert_whole_tour(stops(done.stdout), "xcb", handout)
    assert done.stderr.decode() == ""
    assert_silent(record)
    children = [line for line in record.read_text().splitlines() if "execve(" in line]
    # the window, the process that sets the handout's pages, and the one that draws them
    assert len(children) == 3


@needs_xvfb
def test_the_window_works_without_any_network(tmp_path, display) -> None:
    alone = ["unshare", "--net", "--"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("a network of one's own may not be made here")
    handout = tmp_path / "handout.pdf"
    command = [*alone, sys.executable, TOUR, "--full", "--handout", handout]
    done = run(command, DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert_whole_tour(stops(done.stdout), "xcb", handout)


def test_nothing_of_ours_imports_what_could_call_out() -> None:
    """socket alone is used, in one place: to ask whether the display of this machine answers.

    Printing is the system's: what may print is loaded when a reader prints, and nowhere else.
    """
    printing = {"printing.py", "print_job.py"}
    outside = r"\b(urllib|http|ssl|requests|webbrowser|ftplib|smtplib|QtNetwork|QtPrintSupport)\b"
    importing = re.compile(
        rf"^\s*(?:import|from)\s+(?:PySide6\.|PySide6 import .*)?{outside}", re.M
    )
    for file in (ROOT / "briefing_app").rglob("*.py"):
        text = file.read_text("utf-8")
        if file.name in printing and file.parent.name == "handout":
            text = text.replace("QtPrintSupport", "")
        assert not importing.search(text), file
        if re.search(r"^\s*import _?socket\b|^\s*from socket\b", text, re.M):
            assert file.name == "__main__.py", file
