"""Temporary files: swept when their makers are dead, and only then; locks; what is set aside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefing_app.atomic_write import write_atomically
from briefing_app.own_files import (
    alone,
    hold,
    set_aside,
    sweep_files,
    sweep_folders,
    temporary_folder,
    temporary_name,
)


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def aged(path: Path) -> None:
    os.utime(path, (1, 1))


FILES = {  # name: whether it is swept
    ".settings.json.DEAD-0badcafe.tmp": True,
    ".window.msgpack.DEAD-01234567.tmp": True,
    ".a name with blanks.pdf.DEAD-01234567.tmp": True,
    ".settings.json.OWN-0badcafe.tmp": False,
    ".settings.json.1-0badcafe.tmp": False,  # the first process always runs
    ".settings.json.0badcafe.tmp": False,  # of an older version, and new
    "settings.json": False,
    "settings.json.DEAD-0badcafe.tmp": False,
    ".settings.json.DEAD-0badcafe.tmp.bak": False,
    ".settings.json.DEAD-xyz.tmp": False,
    ".tmp": False,
}


@pytest.mark.parametrize(("name", "swept"), FILES.items())
def test_what_the_dead_left_goes_and_nothing_else(tmp_path, dead, name, swept):
    file = tmp_path / name.replace("DEAD", str(dead)).replace("OWN", str(os.getpid()))
    file.write_bytes(b"half")
    sweep_files(tmp_path)
    assert file.exists() != swept


def test_what_an_older_version_left_goes_after_an_hour(tmp_path):
    file = tmp_path / ".settings.json.0badcafe.tmp"
    file.touch()
    os.utime(file, (0, 0))
    sweep_files(tmp_path)
    assert not file.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="other locks")
def test_what_somebody_still_writes_stays(tmp_path, dead):
    """As on a disk that two computers share: the number says nothing there."""
    file = tmp_path / f".settings.json.{dead}-0badcafe.tmp"
    with file.open("wb") as stream:
        assert hold(stream.fileno())
        sweep_files(tmp_path)
        assert file.exists()
    sweep_files(tmp_path)
    assert not file.exists()


def test_saving_sweeps_what_was_left_of_the_same_file(tmp_path, dead):
    left = tmp_path / f".out.pdf.{dead}-0badcafe.tmp"
    other = tmp_path / f".other.pdf.{dead}-0badcafe.tmp"
    left.touch()
    other.touch()
    write_atomically(tmp_path / "out.pdf", b"new")
    assert sorted(tmp_path.iterdir()) == [other, tmp_path / "out.pdf"]


def test_a_writer_that_is_killed_leaves_what_the_next_start_sweeps(tmp_path):
    script = (
        "import os, sys; from pathlib import Path\n"
        "from briefing_app import atomic_write\n"
        "os.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        "atomic_write.write_atomically(Path(sys.argv[1]), b'new')\n"
    )
    root = Path(__file__).parent.parent
    subprocess.run(
        [sys.executable, "-c", script, tmp_path / "settings.json"], cwd=root, check=False
    )
    assert len(list(tmp_path.iterdir())) == 1
    sweep_files(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_folders_of_the_dead_go_with_all_that_is_in_them(tmp_path, monkeypatch, dead):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = temporary_folder("briefing-handout-")
    others = [tmp_path / name for name in (f"somebody-{dead}-abcdefgh", "briefing-handout-notes")]
    left = [
        tmp_path / f"{prefix}{dead}-a_cdefgh"
        for prefix in ("briefing-handout-", "briefing-viewer-print-")
    ]
    old = tmp_path / "briefing-handout-abcdefgh"
    for folder in (*others, *left, old):
        folder.mkdir()
        (folder / "pack").write_bytes(b"restricted")
    aged(old)
    link = tmp_path / f"briefing-handout-{dead}-linklink"
    link.symlink_to(others[0])
    sweep_folders()
    assert sorted(tmp_path.iterdir()) == sorted([own, *others, link])
    assert (others[0] / "pack").exists()


def test_two_processes_change_a_folder_one_after_the_other(tmp_path):
    """Each adds one to a number that is read and written apart."""
    script = (
        "import sys; from pathlib import Path\n"
        "from briefing_app.own_files import alone\n"
        "file = Path(sys.argv[1]) / 'count'\n"
        "for _ in range(100):\n"
        "    with alone(file.parent):\n"
        "        file.write_text(str(int(file.read_text()) + 1))\n"
    )
    (tmp_path / "count").write_text("0")
    root = Path(__file__).parent.parent
    both = [subprocess.Popen([sys.executable, "-c", script, tmp_path], cwd=root) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert (tmp_path / "count").read_text() == "200"


def test_a_folder_that_is_not_there_keeps_nobody_out(tmp_path):
    with alone(tmp_path / "missing"):
        pass


def test_what_is_set_aside_replaces_nothing(tmp_path):
    file = tmp_path / "settings.json"
    for content in "abc":
        file.write_text(content)
        set_aside(file)
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    day = min(kept).removeprefix("settings.json.damaged-")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", day)
    assert kept == {
        f"settings.json.damaged-{day}": "a",
        f"settings.json.damaged-{day}-2": "b",
        f"settings.json.damaged-{day}-3": "c",
    }


def test_names_bear_their_maker(tmp_path):
    assert temporary_name(tmp_path / "x.pdf").name.startswith(f".x.pdf.{os.getpid()}-")
