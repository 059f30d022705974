"""Named colours and faces: code asks for a role, never for a value."""

from __future__ import annotations

import copy
import tomllib
from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app import paths
from briefing_app.gui.theme import type_scale

if TYPE_CHECKING:
    from briefing_app.model.claim import Family

_ROW_LINE_PX = 19  # at 100 %
_DIMMED_INKS = ("ink", "ink2", "ink3", "accent")

LIGHT, DARK, HIGH_CONTRAST = "light", "dark", "high-contrast"


class Theme:
    """One set of colours, and the fonts of the type scale at one reading size."""

    def __init__(self, name: str, *, reading_px: int = 17) -> None:
        """Read `resources/themes/<name>.toml`; `reading_px` is the size of body text."""
        values = tomllib.loads(paths.resource("themes", f"{name}.toml").read_text("utf-8"))
        self.name = name
        self.is_dark = values.pop("scheme") == DARK
        self.framed: bool = values.pop("framed")
        self.values: dict[str, str] = values
        self.reading_px = reading_px
        self._colours: dict[str, QtGui.QColor] = {}
        self._fonts: dict[str, QtGui.QFont] = {}
        self._dimmed: Theme | None = None

    def colour(self, role: str) -> QtGui.QColor:
        """Return the colour of a role, such as `ink`, `accent_bg` or `judged_mark`.

        Raises:
            KeyError: there is no such role.
        """
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QtGui.QColor(self.values[role])
        return found

    def dimmed(self) -> Theme:
        """Return the same theme with the inks of words that a lens greys."""
        if self._dimmed is None:
            inks = dict.fromkeys(_DIMMED_INKS, self.values["dimmed"])
            self._dimmed = copy.copy(self)
            vars(self._dimmed).update(values=self.values | inks, _colours={})
        return self._dimmed

    def family_colour(self, family: Family, part: str = "") -> QtGui.QColor:
        """Return a claim family's colour: of its text, or of its `bg`, `mark`, `mark_strong`."""
        return self.colour(f"{family.value}_{part}" if part else family.value)

    def font(self, role: str) -> QtGui.QFont:
        """Return the font of a role of the type scale.

        Raises:
            KeyError: there is no such role.
        """
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = type_scale.make_font(role, self.reading_px)
        return found

    def px(self, px: float) -> int:
        """Return a size given in px at 100 % in px at the text size in use."""
        return round(px * self.line_px("row") / _ROW_LINE_PX)

    def line_px(self, role: str) -> int:
        """Return the line height of a role in pixels."""
        return type_scale.line_px(role, self.reading_px)
