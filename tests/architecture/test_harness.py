"""The rules in conftest.py hold: each bad test below fails, for its own reason, and only those."""

import os
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.patience import HANG_S

BAD_TESTS = {
    "warning": ("import warnings; warnings.warn('old')", "UserWarning: old"),
    "log_record": ("import logging; logging.getLogger('x').warning('odd')", "x: odd"),
    "connection": (
        "import socket\n    with socket.socket() as s: s.connect(('127.0.0.1', 9))",
        "a connection to ('127.0.0.1', 9) was asked for",
    ),
    "name_lookup": (
        "import socket; socket.create_connection(('localhost', 9))",
        "something outside was asked for",
    ),
    "browser": (
        "from PySide6 import QtGui; QtGui.QDesktopServices.openUrl('http://localhost')",
        "something outside was asked for",
    ),
    "python_thread": (
        "import threading; global go; go = threading.Event()\n"
        "    threading.Thread(target=go.wait, name='T').start()",
        "threads left running: ['T']",
    ),
    "application": (
        "go.set(); from PySide6 import QtWidgets; global app; app = QtWidgets.QApplication([])",
        "without asking for `qapp`",
    ),
}
BAD_QT_TESTS = {
    "message": ("from PySide6 import QtCore; QtCore.qWarning('hm')", "QtWarningMsg: hm"),
    "slot": ("from PySide6 import QtCore; QtCore.QTimer.singleShot(0, lambda: 1 / 0)", "Division"),
    "timer": (
        "from PySide6 import QtCore; t = QtCore.QTimer(qapp, objectName='T'); t.start(9)",
        "timer 'T'",
    ),
    "thread": (
        "from PySide6 import QtCore; t = QtCore.QThread(qapp, objectName='T'); t.start()",
        "thread 'T' (QThread) is running",
    ),
    "job": (
        "import threading; from PySide6 import QtCore; global go; go = threading.Event()\n"
        "    QtCore.QThreadPool.globalInstance().start(lambda: go.wait())",
        "a pool's job is running",
    ),
    "window": (
        "go.set(); from PySide6 import QtWidgets\n"
        "    global w; w = QtWidgets.QLabel('left'); w.show()",
        "(QLabel) is open",
    ),
}
FAULTS = ("failure", "error")
GOOD = """
def test_good_log(caplog):
    import logging
    logging.getLogger('x').warning('expected')
    assert caplog.messages == ['expected']
    caplog.clear()

def test_good_folders(user_folders):
    import os, pathlib
    from briefing_app import paths
    assert paths.home() == user_folders
    assert user_folders in paths.settings_folder().parents
    assert user_folders in paths.cache_folder().parents
    assert pathlib.Path(os.environ['XDG_RUNTIME_DIR']).stat().st_mode & 0o777 == 0o700

def test_good_local_socket():
    import socket
    left, right = socket.socketpair(socket.AF_UNIX)
    left.close(), right.close()

def test_good_qt(qtbot):
    from PySide6 import QtCore, QtWidgets
    label = QtWidgets.QLabel('closed by qtbot')
    qtbot.addWidget(label)
    label.show()
    timer = QtCore.QTimer(label)
    timer.start(5)
    with qtbot.waitSignal(timer.timeout):
        pass
    thread = QtCore.QThread(label)
    thread.start()
    thread.quit()
    assert thread.wait(2000)
"""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory, repository):
    """What pytest says about each of the tests above, run under a copy of conftest.py."""
    # The plain tests come first: an application left by the others would hide what they do.
    tests = [f"def test_{name}():\n    {body}\n" for name, (body, _) in BAD_TESTS.items()]
    tests += [f"def test_{name}(qapp):\n    {body}\n" for name, (body, _) in BAD_QT_TESTS.items()]
    folder = tmp_path_factory.mktemp("harness")
    rules = (repository / "tests" / "conftest.py").read_text()
    grace, little = "GRACE_SECONDS = 30.0", "GRACE_SECONDS = 1.0"
    assert grace in rules  # what is left here on purpose is not waited for
    (folder / "conftest.py").write_text(rules.replace(grace, little))
    (folder / "test_bad.py").write_text("\n".join(tests))
    (folder / "test_good.py").write_text(GOOD)
    options = ["-c", str(repository / "pyproject.toml"), "--tb=short", "--junit-xml=report.xml"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "test_bad.py", "test_good.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(repository)},
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    found: dict[str, str] = {}
    for case in ElementTree.parse(folder / "report.xml").iter("testcase"):
        texts = [f"{part.get('message')} {part.text}" for part in case if part.tag in FAULTS]
        found[case.get("name")] = found.get(case.get("name"), "") + "\n".join(texts)
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "reason"),
    [(name, reason) for name, (_, reason) in {**BAD_TESTS, **BAD_QT_TESTS}.items()],
)
def test_bad_test_fails_for_its_reason(complaints, name, reason):
    assert reason in complaints[f"test_{name}"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "told"),
    [("os.abort()", ["Aborted", "in test_dies"]), ("time.sleep(60)", ["Timeout", "in test_dies"])],
    ids=["crash", "hang"],
)
def test_a_process_of_the_run_that_dies_ends_it_and_is_told_of(tmp_path, repository, body, told):
    (tmp_path / "test_bad.py").write_text(f"import os, time\ndef test_dies():\n    {body}\n")
    (tmp_path / "test_good.py").write_text("def test_lives():\n    pass\n")
    script = (repository / ".ci" / "tests.sh").read_text().replace("\\\n", " ")
    (call,) = [line for line in script.splitlines() if line.startswith("exec ")]
    options = [word for word in call.split()[2:] if word != '"$@"']
    settings = ["-c", str(repository / "pyproject.toml"), "--rootdir=."]
    settings += ["-o", "faulthandler_timeout=2"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *options, "test_bad.py", "test_good.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repository)},
        check=False,
        capture_output=True,
        text=True,
        timeout=HANG_S,
    )
    assert run.returncode not in (0, 5), run.stdout + run.stderr
    assert "crashed while running 'test_bad.py::test_dies'" in run.stdout
    assert [part for part in told if part not in run.stdout + run.stderr] == []


@pytest.mark.slow
def test_good_tests_pass(complaints):
    good = {name: text for name, text in complaints.items() if name.startswith("test_good_")}
    assert good == dict.fromkeys(
        ["test_good_log", "test_good_folders", "test_good_local_socket", "test_good_qt"], ""
    )
