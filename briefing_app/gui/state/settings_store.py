"""The settings while the window is open: read once, each change kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.errors import SettingsError
from briefing_app.settings import changed, read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.settings import Settings


class SettingsStore:
    """Holds the reader's settings and writes them when one changes."""

    def __init__(self) -> None:
        """Read the settings; what there is to say about them is in `notes`."""
        self._folder = paths.settings_folder()
        self._stored = read_settings(self._folder)
        self._tell: Callable[[str], None] = _log
        self._take_back: Callable[[str], None] = _log
        self._told = ""

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._stored.settings

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should know about the settings file."""
        return self._stored.notes

    def change(self, **changes: str | int | bool) -> None:
        """Change settings; one that cannot be kept holds until the window closes.

        Raises:
            SettingsError: there is no such setting, or the value is not allowed.
        """
        self._stored = changed(self._stored, **changes)
        try:
            self._stored = write_settings(self._folder, self._stored)
        except SettingsError as error:
            if not self._told:  # once, not with each step of the text's size
                self._told = str(error)
                self._tell(self._told)
        else:
            if self._told:
                self._take_back(self._told)
            self._told = ""

    def tell_by(self, tell: Callable[[str], None], take_back: Callable[[str], None]) -> None:
        """Tell the reader so when a setting cannot be kept; take it back when they can again."""
        self._tell = tell
        self._take_back = take_back


def _log(trouble: str) -> None:
    import logging  # 2 ms of the start, and seldom needed

    logging.getLogger(__name__).info("%s", trouble)
