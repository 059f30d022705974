"""How the window was left is found again, and a damaged file costs nothing but that."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app import paths
from briefing_app.gui.state.window_state import (
    RECENT_LIMIT,
    WindowState,
    read_window_state,
    write_window_state,
)


def test_state_comes_back() -> None:
    state = WindowState(x=12, y=34, width=1000, index_folded=True, tabs={"b": "history"})
    state.remember_briefing(Path("/somewhere/one"))
    write_window_state(state)
    assert read_window_state() == state


def test_the_first_start_has_defaults() -> None:
    assert read_window_state() == WindowState()


@pytest.mark.parametrize("damage", [b"", b"\x82", b"\x90", b"\x81\xa5width\xa4wide", b"\xff\xfe"])
def test_a_damaged_file_gives_defaults(damage: bytes) -> None:
    folder = paths.state_folder()
    assert folder is not None
    folder.mkdir(parents=True)
    (folder / "window.msgpack").write_bytes(damage)
    assert read_window_state() == WindowState()


def test_recent_briefings_are_listed_once_newest_first() -> None:
    state = WindowState()
    for name in ["a", "b", "a", *(str(n) for n in range(RECENT_LIMIT))]:
        state.remember_briefing(Path(name))
    assert state.recent[0] == str(RECENT_LIMIT - 1)
    assert len(state.recent) == RECENT_LIMIT
    assert state.last_briefing == Path(state.recent[0])


def test_without_a_home_nothing_is_kept_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "state_folder", lambda: None)
    write_window_state(WindowState(width=1))
    assert read_window_state() == WindowState()
