"""Jobs for CUPS: where their file lies, and what CUPS says of them."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from briefing_app.gui.handout.cups_spool import Spool, refusal


@pytest.mark.parametrize("before", [None, "/var/tmp"])
def test_a_job_lies_in_a_folder_of_its_own_which_goes_with_it(monkeypatch, before) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    if before:
        monkeypatch.setenv("TMPDIR", before)
    spool = Spool()
    seen = []

    def begin() -> bool:
        folder = Path(os.environ["TMPDIR"])
        (folder / "job").write_bytes(b"%PDF")
        seen.append(folder)
        return True

    assert spool.begin(begin)
    assert os.environ.get("TMPDIR") == before
    assert [path.name for path in seen[0].iterdir()] == ["job"]
    spool.remove()
    assert not seen[0].exists()


class Cups:
    """As much of the library as is asked."""

    def __init__(self, status: int, words: bytes | None) -> None:
        self.cupsLastError = lambda: status
        self.cupsLastErrorString = type("Function", (), {"__call__": lambda _: words})()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CUPS is asked on Linux only")
@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        (0x0000, b"successful-ok", ""),
        (0x0001, b"successful-ok-ignored-or-substituted-attributes", ""),
        (0x0507, b"Not accepting jobs.", "Not accepting jobs."),
        (0x0400, None, "no reason"),
    ],
)
def test_why_a_job_was_not_taken(monkeypatch, status, words, expected) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: Cups(status, words))
    assert refusal() == expected


def test_without_cups_nothing_was_refused(monkeypatch) -> None:
    def missing(_: str) -> None:
        raise OSError("no such library")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert refusal() == ""
