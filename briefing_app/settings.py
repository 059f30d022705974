"""The reader's settings: what there is, what each may be, and the one file that keeps them.

A value that is not allowed falls back to its default and a note says so. What this version does
not know is kept as it is: it may belong to a newer one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.atomic_write import write_atomically
from briefing_app.errors import SettingsError, WriteError
from briefing_app.own_files import alone, set_aside
from briefing_app.plain_file import read_plain_file

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "settings.json"
_LARGEST_BYTES = 1 << 20


class Settings(msgspec.Struct, frozen=True):
    """All settings, each with its default."""

    colour_scheme: str = "system"
    reading_px: int = 17
    measure: str = "normal"
    justified: bool = False
    claim_lines: str = "quiet"
    caret: bool = False
    citation_style: str = "chicago-author-date"
    open_last_briefing: bool = True
    live_reload: bool = True
    open_in: str = "this-window"
    editor: str = "default"


class Choice(msgspec.Struct, frozen=True):
    """One of these words."""

    meaning: str
    values: tuple[str, ...]

    def allows(self, value: object) -> bool:
        """Return whether the value is one of the words."""
        return isinstance(value, str) and value in self.values

    @property
    def rule(self) -> str:
        """What is allowed, in words."""
        return f"one of {', '.join(self.values)}"


class Range(msgspec.Struct, frozen=True):
    """A whole number between two ends, both included."""

    meaning: str
    low: int
    high: int

    def allows(self, value: object) -> bool:
        """Return whether the value is a number in the range."""
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        return self.low <= value <= self.high

    @property
    def rule(self) -> str:
        """What is allowed, in words."""
        return f"a whole number from {self.low} to {self.high}"


class YesNo(msgspec.Struct, frozen=True):
    """True or false."""

    meaning: str

    def allows(self, value: object) -> bool:
        """Return whether the value is true or false."""
        return isinstance(value, bool)

    @property
    def rule(self) -> str:
        """What is allowed, in words."""
        return "true or false"


class OwnWords(msgspec.Struct, frozen=True):
    """Words of the reader's own."""

    meaning: str
    longest: int

    def allows(self, value: object) -> bool:
        """Return whether the value is a text of one line, and not too long."""
        return isinstance(value, str) and len(value) <= self.longest and value.isprintable()

    @property
    def rule(self) -> str:
        """What is allowed, in words."""
        return f"one line of at most {self.longest} letters"


LIMITS: dict[str, Choice | Range | YesNo | OwnWords] = {
    "colour_scheme": Choice("Colours of the window", ("system", "light", "dark", "high-contrast")),
    "reading_px": Range("Size of the text that is read, in pixels", 15, 51),
    "measure": Choice("Width of the lines that are read", ("narrow", "normal", "wide")),
    "justified": YesNo("Whether the lines that are read end on one edge"),
    "claim_lines": Choice("How clearly claims are marked in the text", ("quiet", "strong", "off")),
    "caret": YesNo("Whether the arrow keys move a caret in the text, and do not scroll it"),
    "citation_style": Choice("Form of references", ("apa", "chicago-author-date", "ieee", "mla")),
    "open_last_briefing": YesNo("Whether a start opens the briefing that was open last"),
    "live_reload": YesNo("Whether the window follows the briefing's files as they change"),
    "open_in": Choice("Where a briefing opens", ("this-window", "new-window", "ask")),
    "editor": OwnWords("The program that opens a briefing's file at a line", 1000),
}


class StoredSettings(msgspec.Struct, frozen=True):
    """Settings as they were read, what there is to say about them, and what was not understood."""

    settings: Settings
    notes: tuple[str, ...] = ()
    unknown: dict[str, Any] = {}
    changes: dict[str, Any] = {}  # made here and not yet kept


def read_settings(folder: Path | None) -> StoredSettings:
    """Return the settings kept in a folder; defaults where there are none. Never raises.

    `folder` is None where the system has no place to keep settings.
    """
    if folder is None:
        note = "Settings last until the window closes: this system has no folder to keep them in."
        return StoredSettings(Settings(), (note,))
    file = folder / FILE_NAME
    try:
        stored = _values_in(file)
    except OSError as error:
        note = f"{file} cannot be read ({error.strerror or error}), so all settings are as new."
        return StoredSettings(Settings(), (f"{note} {_ASIDE}",))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        note = f"{file} is damaged ({error}), so all settings are as new."
        return StoredSettings(Settings(), (f"{note} {_ASIDE}",))
    return _checked(stored, file)


_ASIDE = f"At the next change it is set aside as {FILE_NAME}.damaged- and the date."


def _values_in(file: Path) -> dict[str, Any]:
    """Return what a file holds; nothing where there is none."""
    try:
        data = read_plain_file(file, _LARGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    if len(data) > _LARGEST_BYTES:
        raise ValueError("it is too large")
    return msgspec.json.decode(data, type=dict[str, Any])


def _checked(stored: dict[str, Any], file: Path) -> StoredSettings:
    notes = []
    known: dict[str, Any] = {}
    for name, limit in LIMITS.items():
        if name not in stored:
            continue
        if limit.allows(stored[name]):
            known[name] = stored[name]
        else:
            default = getattr(Settings(), name)
            found = repr(stored[name])[:40]
            notes.append(
                f"{file}: “{name}” is {found} but must be {limit.rule}; {default} is used."
            )
    unknown = {name: value for name, value in stored.items() if name not in LIMITS}
    if unknown:
        names = ", ".join(sorted(unknown))[:200]
        notes.append(f"{file}: not known to this version, and left as it is: {names}.")
    return StoredSettings(Settings(**known), tuple(notes), unknown)


def changed(stored: StoredSettings, **changes: str | int | bool) -> StoredSettings:
    """Return the settings with some of them changed.

    Raises:
        SettingsError: there is no such setting, or the value is not allowed; the message says what
            is.
    """
    for name, value in changes.items():
        limit = LIMITS.get(name)
        if limit is None:
            raise SettingsError(f"There is no setting “{name}”. There are: {', '.join(LIMITS)}.")
        if not limit.allows(value):
            raise SettingsError(f"“{name}” cannot be {value!r}; it must be {limit.rule}.")
    settings = msgspec.structs.replace(stored.settings, **changes)
    return msgspec.structs.replace(stored, settings=settings, changes={**stored.changes, **changes})


def write_settings(folder: Path | None, stored: StoredSettings) -> StoredSettings:
    """Keep what was changed; return what is kept now.

    The file is read anew, so that what another window has changed meanwhile stays, as does what
    was not understood. A file that cannot be read is set aside first. With no folder, nothing is
    written.

    Raises:
        SettingsError: they cannot be written; the old file is untouched.
    """
    if folder is None:
        return stored
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone(folder):
            try:
                kept = _values_in(file)
            except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
                set_aside(file)
                kept = {}
            fit = {
                name: v for name, v in kept.items() if name not in LIMITS or LIMITS[name].allows(v)
            }
            values = {**fit, **stored.changes}
            write_atomically(
                file, msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n"
            )
    except (OSError, WriteError) as error:
        raise SettingsError(f"The settings were not kept. {error}") from error
    return msgspec.structs.replace(stored, changes={})
