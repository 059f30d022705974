"""Where the reader has been: back and forward through jumps, as in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection


class Place(msgspec.Struct, frozen=True):
    """A place in the briefing: a tab, and a claim or a paragraph or how far it was scrolled.

    `section` says whose paragraph it is where a tab holds more than one text; empty: the summary.
    `item` is the name or the source that is open on a tab that has such.
    """

    tab: str
    section: str = ""
    claim: str = ""
    paragraph: int = 0
    scroll: int = 0
    item: str = ""


class Navigation:
    """The visited places; going somewhere new drops what lay ahead."""

    LIMIT = 200

    def __init__(self) -> None:
        """Start with no place."""
        self._places: list[Place] = []
        self._position = -1

    @property
    def current(self) -> Place | None:
        """The place the reader is at; None before the first."""
        return self._places[self._position] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return self._position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return self._position + 1 < len(self._places)

    def leave(self, place: Place) -> None:
        """Remember how the current place looked when it was left: how far it was scrolled."""
        if self._places and self._places[self._position].tab == place.tab:
            self._places[self._position] = place

    def keep(self, tabs: Collection[str]) -> None:
        """Forget the places on tabs that there are no more."""
        before = self._places[: self._position + 1]
        self._position = sum(place.tab in tabs for place in before) - 1
        self._places = [place for place in self._places if place.tab in tabs]
        if self._places:
            self._position = max(self._position, 0)

    def visit(self, place: Place) -> None:
        """Go to a new place; the same place again is not counted twice."""
        if self.current == place:
            return
        del self._places[self._position + 1 :]
        self._places.append(place)
        del self._places[: -self.LIMIT]
        self._position = len(self._places) - 1

    def back(self) -> Place | None:
        """Go back; return the place, or None at the beginning."""
        if not self.can_go_back:
            return None
        self._position -= 1
        return self.current

    def forward(self) -> Place | None:
        """Go forward; return the place, or None at the end."""
        if not self.can_go_forward:
            return None
        self._position += 1
        return self.current
