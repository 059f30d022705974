"""The command line as a process of its own: exit codes, streams and what is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
NOTES = (
    "also searched for",
    "in the text",
    "people and places",
    "sources",
)  # after a search's rows
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def process(*arguments, environment=None, **options):
    """Run the program as a process of its own, without a screen."""
    inherited = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "briefing_app", *map(str, arguments)],
        env={**inherited, "PYTHONPATH": str(ROOT), **(environment or {})},
        check=False,
        capture_output=True,
        timeout=HANG_S,
        **options,
    )


@pytest.mark.slow
def test_no_display_is_one_line_and_2_and_qt_is_not_loaded(tmp_path):
    code = (
        "import sys; from briefing_app.__main__ import main; code = main([]);"
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(code)"
    )
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        timeout=HANG_S,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"no display" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("display", [":4999", "unix:4999.0"])
def test_a_display_that_does_not_answer_is_no_display(tmp_path, display):
    done = process(cwd=tmp_path, environment={"DISPLAY": display})
    assert done.returncode == 2
    assert b"no display" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": "nohost.invalid:99"},
        {"DISPLAY": ":malformed"},
        {"DISPLAY": "malformed"},
        {"WAYLAND_DISPLAY": "wayland-gone"},
        {"WAYLAND_DISPLAY": "wayland-gone", "QT_QPA_PLATFORM": "wayland"},
        {"DISPLAY": ":4999", "WAYLAND_DISPLAY": "wayland-gone"},
        {"DISPLAY": "host:0", "QT_QPA_PLATFORM": "no-such-platform"},
    ],
)
def test_a_display_that_cannot_be_used_is_told_in_one_line(tmp_path, environment):
    """Where Qt itself would abort, with a core dump where the system writes such."""
    done = process(cwd=tmp_path, environment=environment)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(b"briefing-app: No window can be opened here: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.slow
def test_a_folder_called_like_a_command_is_a_path_when_written_as_one(tmp_path):
    (tmp_path / "check").mkdir()
    assert b"PATH" in process("check", cwd=tmp_path).stderr
    assert b"no display" in process("./check", cwd=tmp_path).stderr


@pytest.mark.slow
def test_a_closed_pipe_ends_quietly(shipped_briefing_path):
    script = (
        f"{sys.executable} -m briefing_app search pakistan | head -n 1; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    # nothing but the notes that follow the rows, where they were written before `head` had gone
    told = [line.split(": ")[:2] for line in done.stderr.splitlines()]
    assert all(program == "briefing-app" and note in NOTES for program, note in told), told


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["search", "ttp"], ["schema"]])
def test_output_that_cannot_be_written_is_told(arguments):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_app", *arguments],
            cwd=ROOT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=HANG_S,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"The output: No space left" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell that can close a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_no_harm(closed):
    script = f"{sys.executable} -m briefing_app search quetta {closed}"
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, check=False, timeout=HANG_S)
    assert done.returncode == 0


@pytest.mark.slow
def test_any_terminal_can_show_the_answer(shipped_briefing_path):
    done = process("search", "المقاعد OR ttp", environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"R17" in done.stdout


@pytest.mark.slow
def test_nothing_heavy_is_imported_for_a_search():
    code = (
        "import sys; from briefing_app.__main__ import main; main(['search', 'ttp']);"
        "heavy = {'PySide6', 'citeproc', 'typst', 'asyncio', 'http', 'sqlite3'} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert done.returncode == 0, done.stderr
