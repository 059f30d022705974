"""What `make setup` leaves: a start that compiles nothing, and a second run that does nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAMP = Path(sys.prefix) / ".set-up"
# one that was made elsewhere would be made anew here, where others use it
pytestmark = pytest.mark.skipif(
    not STAMP.exists() or not STAMP.read_text().endswith(f" in {ROOT}\n"),
    reason="not an environment made by make setup here",
)


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


def test_second_set_up_only_compares_the_stamp():
    run = subprocess.run(
        ["bash", "-x", ROOT / ".ci" / "set_up.sh"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout == ""
    traced = run.stderr.splitlines()
    assert traced[-1] == "+ exit 0"
    # bash writes some words in quotes: '['
    commands = {line.lstrip("+ ").split()[0].strip("'") for line in traced}
    assert {word for word in commands if "=" not in word} <= {
        "set", "cd", "dirname", "cat", "cksum", "[", "exit",
    }  # fmt: skip
