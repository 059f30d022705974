"""What `make setup` leaves: a start that compiles nothing, and a second run that does nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not (Path(sys.prefix) / ".set-up").exists(), reason="not an environment made by make setup"
)


def cpu_s_of_children():
    spent = os.times()
    return spent.children_user + spent.children_system


def test_start_uses_unpacked_and_compiled_support_files():
    code = (
        "import PySide6.QtCore, shibokensupport as support\n"
        "print(support.__file__)\n"
        "print(support.__spec__.cached)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    source, cached = map(Path, run.stdout.splitlines())
    assert source.parent.parent.name == "files.dir"
    assert cached.exists()


def test_nothing_runs_before_the_program():
    pth_files = Path(sys.prefix).glob("lib/python3*/site-packages/*.pth")
    assert [path.name for path in pth_files if "import" in path.read_text()] == []


def test_second_set_up_is_instant():
    spent_before = cpu_s_of_children()
    run = subprocess.run(
        [ROOT / ".ci" / "set_up.sh"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout + run.stderr == ""
    assert cpu_s_of_children() - spent_before < 2
