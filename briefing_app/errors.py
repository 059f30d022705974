"""Every exception that this program raises on purpose.

    BriefingError
    ├── ContentError        a briefing cannot be opened at all; carries its problems
    ├── UnsafePathError     a name inside a briefing that points outside its folder
    ├── SearchIndexError    the claim index cannot be built or read
    │   └── SearchIndexCancelled
    ├── HandoutError        the PDF could not be made
    │   └── HandoutCancelled
    ├── ExportError         a form of export is asked for that there is not
    ├── PackError           the briefing cannot be made into a `.briefing` file
    ├── WriteError          a file could not be written; the old one is untouched
    │   └── OtherKindError  a file is there that is not of the kind that was to be written
    └── SettingsError       the settings file cannot be read or written

Each message is for a reader: what is wrong, where, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.problem import Problem


class BriefingError(Exception):
    """The root: a failure that the reader can be told about in plain words."""


class ContentError(BriefingError):
    """A briefing that cannot be opened; `problems` says where and why."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class UnsafePathError(BriefingError):
    """A file name in a briefing that is not allowed; the message names the rule."""


class SearchIndexError(BriefingError):
    """The claim index cannot be built or read."""


class SearchIndexCancelled(SearchIndexError):
    """The building or the search is not wanted any more."""


class HandoutError(BriefingError):
    """The handout could not be made."""


class HandoutCancelled(HandoutError):
    """The reader cancelled the handout; nothing was written."""


class ExportError(BriefingError):
    """A form of export is asked for that there is not; the message says which there are."""


class PackError(BriefingError):
    """The briefing cannot be made into a `.briefing` file."""


class WriteError(BriefingError):
    """A file could not be written; what was there before is untouched."""


class OtherKindError(WriteError):
    """A file is there that is not of the kind that was to be written; it was left as it is."""


class SettingsError(BriefingError):
    """The settings file cannot be read or written."""
