"""Folders nobody should trust, over every command and the window: nothing hangs, falls or leaks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from briefing_app.__main__ import main
from tests.end_to_end.hostile_briefings import CASES, SECRET, build, make_outside
from tests.harness.missing_programs import need, program
from tests.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("window_tour.py")
TOURS = 2  # side by side; each window opens every second briefing
MOST_STEPS = 10_000_000  # of the window's thread in one piece
PLACED = re.compile(r".+?:\d+:\d+: (error|warning): .+")
UNPLACED = (" is not a briefing: ", " more of these are not listed")
NAMES = [case.name for case in CASES]
LARGE = {"4500 claims"}  # pages for a minute: tests/benchmarks/handout_large.py sets as many
# libpng writes by itself; the platform without a screen says what it cannot do
NOISE = re.compile(r"libpng|This plugin does not support|^$")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Every case's folder by name, with what nobody may read beside them."""
    parent = tmp_path_factory.mktemp("hostile")
    outside = parent / "outside"
    make_outside(outside)
    good = ROOT / "tests" / "fixtures" / "valid" / "minimal"
    return {case.name: build(case, good, parent, outside) for case in CASES}


@pytest.fixture(scope="module")
def toured(folders, tmp_path_factory):
    """What each window said of its briefings, its last words on stderr, and the system's record."""
    briefings = list(folders.values())
    tours = [
        start_tour(tmp_path_factory.mktemp("tour"), briefings[number::TOURS])
        for number in range(TOURS)
    ]
    return [end_of_tour(*tour) for tour in tours]


def start_tour(base, briefings):
    record, home = base / "record", base / "home"
    traced = ["strace", "-f", "-y", "-qq", "--seccomp-bpf"]
    traced += ["-e", "trace=network,execve,open,openat", "-o", str(record)]
    command = traced if program("strace") else []
    command += [sys.executable, str(TOUR), "--forbidden", SECRET, *map(str, briefings)]
    home.mkdir()
    xdg = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    said = base / "said", base / "errors"
    with said[0].open("wb") as output, said[1].open("wb") as errors:
        process = subprocess.Popen(
            command,
            env={**os.environ, **xdg, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
            stdout=output,
            stderr=errors,
        )
    return process, *said, record


def end_of_tour(process, output, errors, record):
    with process:
        try:
            process.wait(timeout=HANG_S)
        finally:
            process.kill()
    told = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    lines = record.read_text(errors="replace").splitlines() if record.exists() else None
    return told, errors.read_text("utf-8"), lines


@pytest.fixture
def run(capsys):
    def run(*words: object) -> tuple[int, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert SECRET not in said.out + said.err
        return code, said.out + said.err

    return run


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_check_says_where(case, folders, run) -> None:
    code, said = run("check", folders[case.name])
    assert code == case.code, said[:2000]
    for line in said.splitlines():
        assert PLACED.fullmatch(line) or any(words in line for words in UNPLACED), line
    assert bool(said) or code == 0


@pytest.mark.parametrize("name", NAMES)
def test_search_answers_or_says_why_not(name, folders, run) -> None:
    code, said = run("search", "-b", folders[name], "the")
    assert code in (0, 1)
    assert said


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LARGE])
def test_the_handout_is_made_or_says_why_not(name, folders, run, tmp_path, caplog) -> None:
    target = tmp_path / "handout.pdf"
    code, said = run("handout", folders[name], "-o", target)
    caplog.clear()
    assert code in (0, 1)
    assert target.exists() == (code == 0), said
    if code == 0:
        document = pypdfium2.PdfDocument(target)
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
        document.close()
        assert SECRET not in "".join(texts)


@pytest.mark.parametrize("name", NAMES)
def test_the_window_opens_it_or_says_why_not(name, folders, toured) -> None:
    lines = [line for told, _, _ in toured for line in told]
    told = [line for line in lines if line.get("briefing") == folders[name].name]
    assert told, "the window had gone before this briefing was reached"
    stops = [line for line in told if "stop" in line]
    assert not [line for line in stops if line["late"]]
    assert max(line["in_one_piece"] for line in stops) < MOST_STEPS
    assert not told[-1]["mark_up"]
    assert not told[-1]["forbidden"]
    assert not told[-1]["canary"]


def test_the_window_ends_well_and_without_a_word(toured) -> None:
    for told, said, _ in toured:
        assert told[-1].get("end") == 0
        assert [line for line in said.splitlines() if not NOISE.search(line)] == []


def test_nothing_outside_is_opened_and_nobody_called(toured, folders) -> None:
    need("strace")
    records = [lines for _, _, lines in toured]
    lines = [line for record in records for line in record]
    outside = str(next(iter(folders.values())).parent / "outside")
    opened = [found[1] for line in lines if (found := re.search(r"= \d+<(.*)>$", line))]
    read = {path for path in opened if path.endswith("briefing.yaml")}
    assert len(read) > len(folders) / 2, "not all was recorded"
    assert not [path for path in opened if path.startswith((outside, "/dev/zero", "/etc/shadow"))]
    assert not [line for line in lines if "AF_INET" in line]
    for record in records:
        assert len([line for line in record if "execve(" in line]) == 1
