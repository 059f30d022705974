"""The process that sets the pages: cancelled, killed, refused; and nothing is left behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from briefing_app.errors import HandoutCancelled, HandoutError
from briefing_app.handout import compile_handout
from briefing_app.handout.compile_handout import HandoutCompilation, make_handout
from briefing_app.handout.handout_data import HandoutData, handout_data
from briefing_app.handout.handout_plan import HandoutPlan
from briefing_app.model.briefing import Section
from briefing_app.model.claim import Claim, ClaimType
from tests.handout.conftest import no_pictures, paragraph, png, printed, small_briefing
from tests.patience import HANG_S

ENDED = (-9, 1)  # what a killed process leaves, here and on Windows


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path, monkeypatch):
    """A temporary folder of its own; each test must leave it empty."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def small_data():
    return handout_data(small_briefing(), HandoutPlan(), {}, no_pictures)


@pytest.fixture
def slow_data():
    return slow_handout_data()


def slow_handout_data():
    """Enough text for some seconds of work."""
    claims = tuple(
        Claim(f"C{n}", "s", ClaimType.FACT, "One more statement that stands alone. " * 4)
        for n in range(6000)
    )
    section = Section("s", "S", tuple(paragraph("words " * 150, n) for n in range(1, 900)))
    briefing = small_briefing(claims=claims, sections=(section,))
    return handout_data(briefing, HandoutPlan(), {}, no_pictures)


def test_cancel_while_it_works(slow_data):
    compilation = HandoutCompilation()
    compilation.start(slow_data)
    process, outcome = compilation._process, []
    handed_over = threading.Event()
    communicate = process.communicate

    def wait():
        try:
            outcome.append(compilation.wait())
        except HandoutError as error:
            outcome.append(error)

    def communicate_from_here_on():
        handed_over.set()
        return communicate()

    process.communicate = communicate_from_here_on
    waiting = threading.Thread(target=wait)
    waiting.start()
    handed_over.wait()
    assert process.returncode is None, "it was over before it could be cancelled"
    compilation.cancel()
    assert process.returncode in ENDED, "it was left to finish"
    waiting.join()
    assert isinstance(outcome[0], HandoutCancelled)


def test_cancel_before_it_begins(small_data):
    compilation = HandoutCompilation()
    compilation.cancel()
    with pytest.raises(HandoutCancelled):
        compilation.start(small_data)


def test_cancel_between_start_and_wait(small_data):
    compilation = HandoutCompilation()
    compilation.start(small_data)
    compilation.cancel()
    compilation.cancel()
    with pytest.raises(HandoutCancelled):
        compilation.wait()


def test_cancel_after_it_is_done(small_data):
    compilation = HandoutCompilation()
    compilation.start(small_data)
    assert compilation.wait().startswith(b"%PDF-")
    compilation.cancel()


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_killed_from_outside(slow_data, caplog):
    compilation = HandoutCompilation()
    compilation.start(slow_data)
    os.kill(compilation._process.pid, signal.SIGKILL)
    with pytest.raises(HandoutError, match="ended from outside") as caught:
        compilation.wait()
    assert not isinstance(caught.value, HandoutCancelled)
    caplog.clear()


def test_what_cannot_be_set_is_said_in_our_words(caplog):
    data = HandoutData(document=b'{"paper": "a4"}', pictures={}, timestamp=0)
    compilation = HandoutCompilation()
    compilation.start(data)
    with pytest.raises(HandoutError, match="could not be set") as caught:
        compilation.wait()
    assert "dictionary" not in str(caught.value)
    assert "dictionary does not contain key" in caplog.text
    caplog.clear()


def test_a_child_that_cannot_run(small_data, monkeypatch, caplog, tmp_path):
    broken = tmp_path / "child.py"
    broken.write_text("import no_such_module")
    monkeypatch.setattr(compile_handout.compile_child, "__file__", str(broken))
    compilation = HandoutCompilation()
    compilation.start(small_data)
    with pytest.raises(HandoutError, match="Install the program anew"):
        compilation.wait()
    assert "no_such_module" in caplog.text
    caplog.clear()


def test_no_interpreter(small_data, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    with pytest.raises(HandoutError, match="cannot be made"):
        HandoutCompilation().start(small_data)


def test_no_temporary_folder(small_data, monkeypatch):
    monkeypatch.setattr(tempfile, "mkdtemp", _full)
    with pytest.raises(HandoutError, match="temporary folder"):
        HandoutCompilation().start(small_data)


def _full(**_options):
    raise OSError(28, "No space left on device")


def test_data_that_cannot_be_made_ends_the_process():
    compilation = HandoutCompilation()
    with pytest.raises(ZeroDivisionError):
        compilation.start(lambda: 1 // 0)
    assert compilation._process.poll() is not None


def test_wait_without_start():
    with pytest.raises(HandoutError, match="not started"):
        HandoutCompilation().wait()


def test_pictures_are_taken_away_again():
    from briefing_app.model.prose import Picture

    section = Section("s", "S", (Picture("a.png", "A", number=1), Picture("b.png", "B", number=2)))
    assert printed(small_briefing(sections=(section,)), read_picture=lambda _: png())


def test_the_child_runs_nothing_of_the_program(tmp_path):
    """A caller without a main guard, as the window is, is not run a second time."""
    script = tmp_path / "caller.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "print('run', flush=True)\n"
        "from tests.handout.conftest import no_pictures, small_briefing\n"
        "from briefing_app.handout.compile_handout import make_handout\n"
        "from briefing_app.handout.handout_plan import HandoutPlan\n"
        "print(make_handout(small_briefing(), HandoutPlan(), {}, no_pictures)[:5])\n"
    )
    run = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert run.stdout.split() == ["run", "b'%PDF-'"]


def test_no_network_in_the_child(small_data, tmp_path):
    """Importing the socket module would be the first step; the child does not."""
    import json

    request = json.loads(compile_handout._request(small_data, tmp_path))
    child = Path(compile_handout.compile_child.__file__)
    probe = (
        "import os, sys, runpy\n"
        "os._exit = sys.exit\n"
        f"sys.argv = {[str(child), *sys.path]!r}\n"
        "try:\n"
        f"    runpy.run_path({str(child)!r}, run_name='__main__')\n"
        "finally:\n"
        "    print(sorted({'socket', '_socket', 'asyncio', 'PySide6'} & set(sys.modules)),\n"
        "          file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", probe],
        input=json.dumps(request).encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert run.stdout.startswith(b"%PDF-")
    assert run.stderr.split() == [b"[]"]


def test_issued_day_is_the_only_clock(small_data):
    assert small_data.timestamp == 1795348800  # 22 November 2026, noon UTC
    first = make_handout(small_briefing(), HandoutPlan(), {}, no_pictures)
    assert make_handout(small_briefing(), HandoutPlan(), {}, no_pictures) == first


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_the_process_ends_with_its_parent_and_the_next_run_sweeps(
    tmp_path, small_data, temporary_folder
):
    """The parent is killed while the pages are set; the child would take some seconds more."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.handout.test_compile_handout import HandoutCompilation, slow_handout_data\n"
        "compilation = HandoutCompilation()\n"
        "compilation.start(slow_handout_data())\n"
        "print(compilation._process.pid, flush=True)\n"
        "compilation.wait()\n"
    )
    environment = {**os.environ, "TMPDIR": str(temporary_folder)}
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment
    )
    child = int(parent.stdout.readline())
    watched = os.pidfd_open(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    ended, _, _ = select.select([watched], [], [], HANG_S)
    os.close(watched)
    assert ended
    (left,) = temporary_folder.iterdir()
    assert (left / "pack").exists()
    compilation = HandoutCompilation()
    compilation.start(small_data)
    assert not left.exists()
    compilation.wait()
