"""How much memory each process of the run has held at most, in one line at its end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PEAKS: dict[str, int] = {}  # worker -> MB


def peak_mb() -> int | None:
    """Return the most memory that this process has held, in MB; None where nobody says."""
    status = Path("/proc/self/status")  # getrusage would count what held it before its exec
    for line in status.read_text().splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return None


@pytest.hookimpl(trylast=True)  # fixtures of the session have been torn down
def pytest_sessionfinish(session: pytest.Session) -> None:
    if (peak := peak_mb()) is not None:
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["peak_mb"] = peak
        elif not PEAKS:
            PEAKS["one process"] = peak


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_testnodedown(node: Any) -> None:
    if peak := getattr(node, "workeroutput", {}).get("peak_mb"):
        PEAKS[node.gateway.id] = peak


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if PEAKS:
        told = ", ".join(f"{name} {peak} MB" for name, peak in sorted(PEAKS.items()))
        terminalreporter.write_line(f"largest memory: {told}")
