"""Faults of ours are written down, the newest of them kept."""

from __future__ import annotations

from briefing_app import fault_report, paths


def test_only_the_newest_are_kept(monkeypatch) -> None:
    for number in range(fault_report.KEPT + 5):
        monkeypatch.setattr(fault_report.time, "strftime", lambda _, n=number: f"{n:08}")
        assert fault_report.write_fault_report(f"fault {number}") is not None
    folder = paths.state_folder()
    assert folder is not None
    kept = sorted(file.read_text() for file in folder.iterdir())
    assert len(kept) == fault_report.KEPT
    assert "fault 24" in kept
    assert "fault 4" not in kept
