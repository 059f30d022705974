"""Tests that need a program of the system: skipped without it, counted at the end of the run."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's pyatspi is built for this one
REASON = re.compile(r"Skipped: needs (.+ \(.+\): apt install .+)")


class Program(NamedTuple):
    """What a test may need, how it is found, and how it is had on Debian and Ubuntu."""

    name: str
    packages: str
    path: Callable[[], str | None]


def _which(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def _pyatspi() -> str | None:
    if not shutil.which(SYSTEM_PYTHON):
        return None
    command = [SYSTEM_PYTHON, "-c", "import pyatspi; print(pyatspi.__file__)"]
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout or None


PROGRAMS = {
    "soffice": Program(
        "LibreOffice",
        "libreoffice-writer-nogui libreoffice-calc-nogui",
        _which("soffice", "libreoffice"),
    ),
    "Xvfb": Program("a display without a screen", "xvfb", _which("Xvfb")),
    "openbox": Program("a window manager", "openbox", _which("openbox")),
    "strace": Program("the record of system calls", "strace", _which("strace")),
    "dbus-run-session": Program("a message bus", "dbus", _which("dbus-run-session")),
    "at-spi-bus-launcher": Program(
        "the bus of screen readers", "at-spi2-core", _which("/usr/libexec/at-spi-bus-launcher")
    ),
    "pyatspi": Program("a screen reader's Python", "python3-pyatspi", _pyatspi),
}


@functools.cache
def program(name: str) -> str | None:
    """Return where a program of the table is, or None."""
    return PROGRAMS[name].path()


def need(*names: str) -> None:
    """Skip the test, or all that share the fixture, unless each of these programs is here."""
    for name in names:
        if program(name) is None:
            title, packages, _ = PROGRAMS[name]
            pytest.skip(f"needs {title} ({name}): apt install {packages}")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*programs): skipped without these programs")


@pytest.hookimpl(tryfirst=True)  # before a fixture asks for the program
def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        need(*mark.args)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = Counter(
        found[1]
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple) and (found := REASON.match(report.longrepr[2]))
    )
    for reason, count in sorted(skipped.items()):
        tests = "1 test needs" if count == 1 else f"{count} tests need"
        terminalreporter.write_line(f"{tests} {reason}")
