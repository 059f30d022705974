"""How the window was left is found again, and a damaged file costs nothing but that."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from briefing_app import paths
from briefing_app.gui.state.window_state import (
    RECENT_LIMIT,
    KeptState,
    WindowState,
    copy_of,
    read_kept_state,
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


def kept(values: object) -> None:
    folder = paths.state_folder()
    assert folder is not None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "window.msgpack").write_bytes(msgspec.msgpack.encode(values))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x", 10**18),
        ("x", -(10**18)),
        ("y", float("nan")),
        ("width", "wide"),
        ("height", 1e300),
        ("width", None),
        ("index_width", [1]),
        ("maximized", 1),
        ("recent", "a"),
        ("recent", [1]),
        ("last_folder", None),
        ("export_choices", 7),
        ("tabs", [1]),
        ("handouts", {"b": 1}),
        ("places", {"b": {"section": "s", "paragraph": 1, "share": float("nan")}}),
        ("places", {"b": {"section": "s", "paragraph": -1}}),
        ("recent_commands", {"a": 1}),
    ],
)
def test_a_field_that_cannot_be_used_costs_that_field_and_is_named(
    name: str, value: object
) -> None:
    kept({"card_folded": True, name: value})
    found = read_kept_state()
    assert found.state == WindowState(card_folded=True)
    (note,) = found.notes
    assert note.endswith(f": {name}.")


def test_one_entry_that_cannot_be_used_costs_that_entry() -> None:
    kept({"tabs": {"a": "overview", "b": 5}})
    assert read_kept_state().state.tabs == {"a": "overview"}


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_told_and_set_aside(kind: str) -> None:
    folder = paths.state_folder()
    assert folder is not None
    folder.mkdir(parents=True)
    file = folder / "window.msgpack"
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
    found = read_kept_state()
    assert found.state == WindowState()
    assert "cannot be read" in found.notes[0]
    write_window_state(WindowState(x=5))
    assert read_kept_state() == KeptState(WindowState(x=5))
    assert len(list(folder.glob("window.msgpack.damaged-*"))) == 1


def test_two_windows_do_not_undo_each_other() -> None:
    start = WindowState(x=1, tabs={"old": "overview", "gone": "a"})
    for name in "ba":
        start.remember_briefing(Path(name))
    write_window_state(start)
    first, second = read_window_state(), read_window_state()
    first.remember_briefing(Path("one"))
    first.tabs["one"] = "people"
    first.x = 7
    second.remember_briefing(Path("b"))
    second.remember_briefing(Path("two"))
    second.tabs["old"] = "sources"
    del second.tabs["gone"]
    second.card_folded = True
    write_window_state(first, start)
    write_window_state(second, start)
    end = read_window_state()
    assert end.recent == ["two", "b", "one", "a"]
    assert end.tabs == {"one": "people", "old": "sources"}
    assert (end.x, end.card_folded) == (7, True)


def test_a_list_that_was_cleared_stays_so_but_for_what_another_window_opened() -> None:
    start = WindowState(recent=["a", "b"])
    write_window_state(start)
    other = copy_of(start)
    other.remember_briefing(Path("c"))
    write_window_state(other, start)
    cleared = copy_of(start)
    cleared.recent = []
    write_window_state(cleared, start)
    assert read_window_state().recent == ["c"]
