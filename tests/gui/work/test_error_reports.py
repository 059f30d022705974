"""A fault is told once, also where telling it goes wrong."""

from __future__ import annotations

import sys

import pytest

from briefing_app.errors import ContentError
from briefing_app.gui.work.error_reports import ErrorReports


@pytest.fixture
def reports(monkeypatch, tmp_path, qapp):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = ErrorReports()
    made.install()
    return made


def raise_in_hook(error: Exception) -> None:
    try:
        raise error
    except type(error) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("x"), "Something went wrong"),
        (ContentError("no such line"), "no such line"),
    ],
)
def test_a_fault_is_told_in_a_sentence(reports, error, said, caplog) -> None:
    heard: list[str] = []
    reports.reported.connect(heard.append)
    raise_in_hook(error)
    raise_in_hook(error)
    assert len(heard) == 2
    assert all(said in words for words in heard)
    caplog.clear()  # a fault is always written to the log


def test_a_fault_in_the_telling_does_not_go_round(reports, capsys, caplog) -> None:
    calls: list[str] = []

    def tell(words: str) -> None:
        calls.append(words)
        if len(calls) < 20:
            raise RuntimeError("the bar is gone")

    reports.reported.connect(tell)
    raise_in_hook(ValueError("x"))
    assert len(calls) == 1
    assert "the bar is gone" in capsys.readouterr().err
    caplog.clear()
