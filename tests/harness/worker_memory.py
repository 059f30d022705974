"""How much memory each process of the run holds: little, and told in one line at its end.

A window that has been closed leaves some 17,000 objects that refer to each other, 8 MB. Python
would find them in time, but the program freezes what it has once its first page is painted, which
in one process after another window is that window's rest as well: of a thousand windows nothing
was ever given back. So the rests are unfrozen and collected here, whenever they have become many.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.work.memory import give_memory_back

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUS = Path("/proc/self/status")
RESTS_MB = 100  # to look for them takes a quarter of a second, more than most tests
PEAKS: dict[str, int] = {}  # worker -> MB
HELD = pytest.StashKey[int]()  # after the last collection, in MB


def memory_mb(kind: str) -> int:
    """Return the memory that this process holds (VmRSS) or held at most (VmHWM), in MB.

    0 where the system does not say. getrusage would count what held it before its exec.
    """
    for line in STATUS.read_text().splitlines() if STATUS.exists() else ():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) // 1024
    return 0


def pytest_collection_finish(session: pytest.Session) -> None:
    session.config.stash[HELD] = _given_back()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    done = yield
    if memory_mb("VmRSS") > item.config.stash[HELD] + RESTS_MB:
        item.config.stash[HELD] = _given_back()
    return done


def _given_back() -> int:
    gc.unfreeze()
    gc.collect()
    give_memory_back()
    return memory_mb("VmRSS")


@pytest.hookimpl(trylast=True)  # fixtures of the session have been torn down
def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["peak_mb"] = memory_mb("VmHWM")
    elif not PEAKS:
        PEAKS["one process"] = memory_mb("VmHWM")


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_testnodedown(node: Any) -> None:
    if peak := getattr(node, "workeroutput", {}).get("peak_mb"):
        PEAKS[node.gateway.id] = peak


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    told = ", ".join(f"{name} {peak} MB" for name, peak in sorted(PEAKS.items()) if peak)
    if told:
        terminalreporter.write_line(f"largest memory: {told}")
