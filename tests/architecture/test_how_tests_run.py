"""What tests/harness does: the same examples in every run, files in any order, words at the end."""

import os
import re
import subprocess
import sys

import pytest

from tests.patience import HANG_S

pytestmark = pytest.mark.slow

PLUGINS = ("chance", "file_order", "missing_programs", "worker_memory")
TRIED = """
from hypothesis import given, strategies as st
{before}
@given(st.integers(), st.text())
def test_tried(number, text):
    with open("tried", "a") as file: print(ascii((number, text)), file=file)
"""
BROKEN = """
from hypothesis import given, strategies as st
@given(st.integers(0, 10**6))
def test_broken(number):
    assert number % 10 != 9
"""
SKIPPED = """
import pytest
from tests.harness import missing_programs
missing_programs.PROGRAMS["abacus"] = missing_programs.Program("an abacus", "abacus", lambda: None)
@pytest.mark.needs("abacus")
def test_counts(): raise AssertionError
@pytest.fixture(scope="module")
def abacus(): missing_programs.need("abacus")
def test_adds(abacus): raise AssertionError
"""
RESTS = """
import gc, pytest
@pytest.mark.parametrize("number", range(20))
def test_leaves(number):
    rest = [bytearray(b"x" * (40 << 20))]
    rest.append(rest)
    gc.freeze()  # as the window does
"""


@pytest.fixture
def run(tmp_path, repository):
    """Run pytest with the harness alone over files of the given text; return what it said."""

    def run(files, *options):
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        command = [sys.executable, "-m", "pytest", "-c/dev/null", "--rootdir=."]
        command += [f"-ptests.harness.{name}" for name in PLUGINS]
        done = subprocess.run(
            [*command, *options, *files],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(repository)},
            check=False,
            capture_output=True,
            text=True,
            timeout=HANG_S,  # only ends what hangs
        )
        return done.stdout + done.stderr

    return run


def taken(file):
    text = file.read_text()
    file.unlink()
    return text


def test_the_same_examples_whatever_was_imported_before(run, tmp_path):
    tried = []
    imports = "import briefing_app.search.query.parser, briefing_app.handout.compile_handout"
    for before in ("", imports):
        assert "1 passed" in run({"test_a.py": TRIED.format(before=before)})
        tried.append(taken(tmp_path / "tried"))
    assert tried[0] == tried[1]
    assert tried[0].count("\n") >= 100


def test_a_seed_makes_the_same_examples_again_and_tells_how_to_have_them(run, tmp_path):
    files = {"test_a.py": TRIED.format(before=""), "test_b.py": BROKEN}
    tried = []
    for seed in (1, 2, 1):
        said = run(files, "--fuzz=150", f"--hypothesis-seed={seed}")
        assert "1 failed, 1 passed" in said
        assert re.search(r"number=\d*9,", said)
        assert f"make fuzz SEED={seed} EXAMPLES=150 TESTS=test_b.py::test_broken" in said
        assert re.search(r"above the test: @reproduce_failure\('[\d.]+', b'.*'\)", said)
        tried.append(taken(tmp_path / "tried"))
    assert tried[0] == tried[2] != tried[1]
    assert all(one.count("\n") >= 150 for one in tried)


def test_looking_for_new_examples_needs_a_seed(run):
    assert "--fuzz needs --hypothesis-seed" in run({"test_a.py": BROKEN}, "--fuzz=5")


def test_files_are_turned_round_and_their_tests_are_not(run, tmp_path):
    test = "def test_{0}():\n    with open('order', 'a') as file: file.write('{0} ')\n"
    files = {f"test_{file}.py": test.format(f"{file}1") + test.format(f"{file}2") for file in "ab"}
    assert "4 passed" in run(files, "--reverse-files")
    assert (tmp_path / "order").read_text() == "b1 b2 a1 a2 "


def test_the_end_tells_what_was_missing_and_how_much_memory_was_held(run):
    said = run({"test_a.py": SKIPPED}, "-n2")
    assert "2 skipped" in said
    assert "\n2 tests need an abacus (abacus): apt install abacus\n" in said
    assert re.search(r"\nlargest memory: gw0 \d+ MB, gw1 \d+ MB\n", said)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is told on Linux only")
def test_what_tests_leave_behind_does_not_pile_up(run):
    said = run({"test_a.py": RESTS})
    assert "20 passed" in said
    assert int(re.search(r"largest memory: one process (\d+) MB", said)[1]) < 400
