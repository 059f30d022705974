"""How the window was left: place on screen, splitter, tab and recent briefings. Never a setting."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from briefing_app import paths
from briefing_app.atomic_write import write_atomically
from briefing_app.errors import WriteError
from briefing_app.gui.state.export_choices import ExportChoices
from briefing_app.gui.state.reading_place import ReadingPlace

RECENT_LIMIT = 10
PLACES_LIMIT = 200


class WindowState(msgspec.Struct, omit_defaults=True):
    """What is kept between two starts; every field may be missing."""

    x: int | None = None
    y: int | None = None
    width: int = 1440
    height: int = 900
    maximized: bool = False
    index_width: int = 484
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


def read_window_state() -> WindowState:
    """Return the kept state; the first-start state where there is none or it is damaged."""
    file = _file()
    if file is None:
        return WindowState()
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=WindowState)
    except (OSError, msgspec.DecodeError):
        return WindowState()


def write_window_state(state: WindowState) -> None:
    """Keep the state; where there is no place to keep it, nothing happens."""
    file = _file()
    if file is None:
        return
    with contextlib.suppress(OSError, WriteError):  # losing a window position is no loss
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, msgspec.msgpack.encode(state))
