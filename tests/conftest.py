"""The rules that every test runs under.

A warning, a log record at WARNING or above, or a message from Qt fails the test (the first and the
last are set in pyproject.toml); so does a thread, a pool's job, a timer or a window that is left
behind. Nothing of the user's is read or written, and no connection is opened.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sys
import tempfile
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import configuration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE_ENVIRONMENT = dict(os.environ)
SESSION_FOLDER = Path(tempfile.mkdtemp(prefix="bv-"))  # short: socket paths end at 107 bytes
GRACE_SECONDS = 30.0  # for a thread that has been told to stop

os.environ.update(
    HOME=str(SESSION_FOLDER),
    LC_ALL="C.UTF-8",
    QT_FONT_DPI="96",
    QT_SCALE_FACTOR="1",
    DBUS_SESSION_BUS_ADDRESS="disabled:",
)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

configuration.set_hypothesis_home_dir(SESSION_FOLDER / "hypothesis")  # not in the checkout

pytest_plugins = [
    "tests.harness.chance",
    "tests.harness.file_order",
    "tests.harness.missing_programs",
    "tests.harness.worker_memory",
]


def pytest_unconfigure() -> None:
    shutil.rmtree(SESSION_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def outside_environment() -> Mapping[str, str]:
    """The environment that the test run was started in, for tools that need the user's settings."""
    return OUTSIDE_ENVIRONMENT


@pytest.fixture(scope="session")
def shipped_briefing_path() -> Path:
    """The folder of the briefing that the program ships."""
    return ROOT / "content" / "pakistan-afghanistan-2022"


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """pytest-qt's bot with more patience: how busy the machine is fails no test."""
    from tests.patient_bot import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def user_folders(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test; settings, state and cache lie below it."""
    home = Path(tempfile.mkdtemp(dir=SESSION_FOLDER))
    monkeypatch.setenv("HOME", str(home))
    for variable in ("CONFIG_HOME", "STATE_HOME", "CACHE_HOME", "DATA_HOME", "RUNTIME_DIR"):
        folder = home / variable.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(f"XDG_{variable}", str(folder))
    return home


@pytest.fixture(autouse=True)
def no_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever asks for the network; sockets between processes of this machine may be used."""
    for name in ("connect", "connect_ex"):
        original = getattr(socket.socket, name)

        def connect(self: socket.socket, address: object, original=original) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                pytest.fail(f"a connection to {address} was asked for")
            return original(self, address)

        monkeypatch.setattr(socket.socket, name, connect)

    def refuse(*arguments: object, **_options: object) -> NoReturn:
        pytest.fail(f"something outside was asked for: {arguments}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    if qt_gui := sys.modules.get("PySide6.QtGui"):
        monkeypatch.setattr(qt_gui.QDesktopServices, "openUrl", refuse)


@pytest.fixture(autouse=True)
def no_stray_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on log records; a test that expects some asserts on them and calls caplog.clear()."""
    yield
    stray = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    if stray:
        pytest.fail("stray log records:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Fail a test that leaves a Python thread running."""
    before = set(threading.enumerate())
    yield
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # a Qt thread that ran Python once
            continue
        thread.join(GRACE_SECONDS)
        if thread.is_alive():
            left.append(thread.name)
    if left:
        pytest.fail(f"threads left running: {left}", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_of_qt_left(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that leaves a Qt thread, pool job, timer or window behind.

    A test that did not ask for `qapp` or `qtbot` must not make a QApplication.
    """
    if "qapp" in request.fixturenames:
        yield from _watch_qt(monkeypatch)
        return
    had_application = _has_application()
    yield
    if _has_application() and not had_application:
        pytest.fail("a QApplication was made without asking for `qapp`", pytrace=False)


def _has_application() -> bool:
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None


def _watch_qt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from PySide6 import QtCore, QtGui, QtWidgets

    started: weakref.WeakSet[QtCore.QObject] = weakref.WeakSet()
    for kind in (QtCore.QTimer, QtCore.QThread, QtCore.QThreadPool):

        def start(self, *arguments, original=kind.start, **options):
            started.add(self)
            return original(self, *arguments, **options)

        monkeypatch.setattr(kind, "start", start)
    before = _visible_windows()
    yield
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    left = [_stop(started_object) for started_object in [*started, _global_pool()]]
    for window in _visible_windows() - before:
        left.append(f"window {window.windowTitle()!r} ({type(window).__name__}) is open")
        window.close()
        window.deleteLater()
    QtWidgets.QApplication.processEvents()
    # the offscreen clipboard outlives Python, and would destroy what Python made after its end
    QtGui.QGuiApplication.clipboard().clear()
    if any(left):
        pytest.fail("left behind: " + "; ".join(filter(None, left)), pytrace=False)


def _global_pool():
    from PySide6 import QtCore

    return QtCore.QThreadPool.globalInstance()


def _visible_windows() -> set:
    from PySide6 import QtCore, QtWidgets

    return {
        window
        for window in QtWidgets.QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() != QtCore.Qt.WindowType.ToolTip
    }


def _stop(started) -> str:
    """Stop what is still at work; return what it was, or nothing if it had stopped by itself."""
    import shiboken6
    from PySide6 import QtCore

    if not shiboken6.isValid(started):
        return ""
    if isinstance(started, QtCore.QTimer):
        if not started.isActive():
            return ""
        started.stop()
        return f"timer {started.objectName()!r} of {started.parent()} is active"
    if isinstance(started, QtCore.QThreadPool):
        return "" if started.waitForDone(int(GRACE_SECONDS * 1000)) else "a pool's job is running"
    if started.isFinished() or not started.isRunning():
        return ""
    started.requestInterruption()
    started.quit()
    started.wait(int(GRACE_SECONDS * 1000))
    return f"thread {started.objectName()!r} ({type(started).__name__}) is running"
