"""How the window was left: place on screen, splitter, tab and recent briefings. Never a setting."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated, Any

import msgspec

from briefing_app import paths
from briefing_app.atomic_write import write_atomically
from briefing_app.errors import WriteError
from briefing_app.gui.state.export_choices import ExportChoices
from briefing_app.gui.state.reading_place import ReadingPlace
from briefing_app.own_files import alone, set_aside
from briefing_app.plain_file import read_plain_file

# farther than any screen, and no number that Qt would refuse
Pixels = Annotated[int, msgspec.Meta(ge=-(1 << 24), le=1 << 24)]
RECENT_LIMIT = 10
_LARGEST_BYTES = 1 << 24
PLACES_LIMIT = 200


class WindowState(msgspec.Struct, omit_defaults=True):
    """What is kept between two starts; every field may be missing."""

    x: Pixels | None = None
    y: Pixels | None = None
    width: Pixels = 1440
    height: Pixels = 900
    maximized: bool = False
    index_width: Pixels = 484
    index_folded: bool = False
    index_folded_on_wide_pages: bool = True
    card_folded: bool = False
    recent: list[str] = []
    last_folder: str = ""
    last_handout_folder: str = ""
    last_export_folder: str = ""
    export_choices: ExportChoices = ExportChoices()
    tabs: dict[str, str] = {}  # briefing id: the tab that was open
    handouts: dict[str, dict[str, Any]] = {}  # briefing id: `HandoutChoices`, read when needed
    places: dict[str, ReadingPlace] = {}  # briefing id: the paragraph that was read
    recent_commands: list[str] = []  # keys of the command palette's entries, the last one first

    def remember_place(self, briefing_id: str, tab: str, place: ReadingPlace | None) -> None:
        """Keep what was read last in a briefing; the oldest is forgotten."""
        self.tabs.pop(briefing_id, None)
        self.places.pop(briefing_id, None)
        self.tabs[briefing_id] = tab
        if place is not None:
            self.places[briefing_id] = place
        for old in list(self.tabs)[:-PLACES_LIMIT]:
            del self.tabs[old]
            self.places.pop(old, None)

    def remember_briefing(self, path: Path) -> None:
        """Put a briefing at the top of the recent list."""
        name = str(path)
        self.recent = [name, *(old for old in self.recent if old != name)][:RECENT_LIMIT]

    @property
    def last_briefing(self) -> Path | None:
        """The briefing that was open last; None at the first start."""
        return Path(self.recent[0]) if self.recent else None


def _file() -> Path | None:
    folder = paths.state_folder()
    return folder / "window.msgpack" if folder else None


class KeptState(msgspec.Struct, frozen=True):
    """The state as it was read, and what there is to say about it."""

    state: WindowState
    notes: tuple[str, ...] = ()


def read_kept_state() -> KeptState:
    """Return the kept state; whatever part of it cannot be used is as at the first start."""
    file = _file()
    if file is None:
        return KeptState(WindowState())
    try:
        values = _values_in(file)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error)
        note = f"{file} cannot be read ({why}), so the window and its lists are as at first."
        return KeptState(WindowState(), (note,))
    fit, unfit = _usable(values)
    if unfit:
        note = f"{file}: damaged, and as at the first start: {', '.join(unfit)}."
        return KeptState(WindowState(**fit), (note,))
    return KeptState(WindowState(**fit))


def read_window_state() -> WindowState:
    """Return the kept state; the first-start state where there is none or it is damaged."""
    return read_kept_state().state


def write_window_state(state: WindowState, as_read: WindowState | None = None) -> None:
    """Keep what has changed since the state was read; nothing where there is no place for it.

    What other windows have kept meanwhile stays: lists and tables are merged entry by entry.
    """
    file = _file()
    if file is None:
        return
    with contextlib.suppress(OSError, WriteError):  # losing a window position is no loss
        file.parent.mkdir(parents=True, exist_ok=True)
        with alone(file.parent):
            try:
                theirs = WindowState(**_usable(_values_in(file))[0])
            except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
                set_aside(file)
                theirs = WindowState()
            merged = _merged(as_read or WindowState(), state, theirs)
            write_atomically(file, msgspec.msgpack.encode(merged))


def copy_of(state: WindowState) -> WindowState:
    """Return a state that shares nothing with another."""
    return msgspec.convert(msgspec.to_builtins(state), WindowState)


def _values_in(file: Path) -> dict[str, Any]:
    try:
        data = read_plain_file(file, _LARGEST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return msgspec.msgpack.decode(data, type=dict[str, Any])


def _usable(values: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields that can be used, and the names of those of which something cannot."""
    fit: dict[str, Any] = {}
    unfit = []
    for field in msgspec.structs.fields(WindowState):
        if field.name not in values:
            continue
        value = values[field.name]
        try:
            fit[field.name] = msgspec.convert(value, field.type)
        except (msgspec.ValidationError, RecursionError):
            unfit.append(field.name)
            if isinstance(value, dict) and field.default_factory is dict:
                fit[field.name] = _usable_entries(value, field.type)
    return fit, unfit


def _usable_entries(table: dict[Any, Any], kind: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        with contextlib.suppress(msgspec.ValidationError, RecursionError):
            found.update(msgspec.convert({key: value}, kind))
    return found


def _merged(before: WindowState, mine: WindowState, theirs: WindowState) -> WindowState:
    """Return the state on disk with what this window has changed since `before`."""
    values = {}
    for name in WindowState.__struct_fields__:
        old, own, other = (getattr(state, name) for state in (before, mine, theirs))
        if own == old:
            values[name] = other
        elif isinstance(own, dict):
            values[name] = _merged_tables(old, own, other)
        elif isinstance(own, list):
            values[name] = _merged_lists(old, own, other)[: max(len(own), RECENT_LIMIT)]
        else:
            values[name] = own
    return WindowState(**values)


def _merged_tables(
    old: dict[str, Any], own: dict[str, Any], other: dict[str, Any]
) -> dict[str, Any]:
    changed = {key: value for key, value in own.items() if key not in old or old[key] != value}
    gone = old.keys() - own.keys()
    kept = {key: v for key, v in other.items() if key not in changed and key not in gone}
    return dict([*kept.items(), *changed.items()][-PLACES_LIMIT:])


def _merged_lists(old: list[str], own: list[str], other: list[str]) -> list[str]:
    """Return a list whose last used entry is the first: first what this window has used."""
    used = next(
        own[:count]
        for count in range(len(own) + 1)
        if own[count:] == [name for name in old if name not in own[:count]][: len(own) - count]
    )
    cleared = set(old) - set(own) if len(own) < len(old) else set()
    return [*used, *(name for name in other if name not in used and name not in cleared)]
