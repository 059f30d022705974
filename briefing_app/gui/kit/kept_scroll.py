"""How far a panel is scrolled, kept until the one that takes its place is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6 import QtWidgets


class KeptScroll:
    """Scrolls some areas to where others were, each time they are filled, up to the last."""

    def __init__(self, *areas: QtWidgets.QAbstractScrollArea) -> None:
        """Ask for nothing yet."""
        self._areas = areas
        self._wanted: tuple[int, ...] = ()

    def values(self) -> tuple[int, ...]:
        """Return how far each area is scrolled, in px."""
        return tuple(area.verticalScrollBar().value() for area in self._areas)

    def ask_for(self, values: tuple[int, ...]) -> None:
        """Scroll each area so far, in px, whenever it is filled from now on."""
        self._wanted = values

    def restore(self, *, last: bool) -> None:
        """Scroll the areas, which are filled now; `last` leaves them to the reader."""
        for area, value in zip(self._areas, self._wanted, strict=False):
            area.verticalScrollBar().setValue(value)
        if last:
            self._wanted = ()
