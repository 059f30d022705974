"""The places that links were followed from: back to them and forward again, as in a browser."""

from __future__ import annotations

Place = tuple[int, float]  # page, points from its top


class PageTrail:
    """Two stacks of places; following a link drops those ahead."""

    _MOST = 200

    def __init__(self) -> None:
        """Start with no place."""
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return bool(self._behind)

    def leave(self, place: Place) -> None:
        """Remember a place before a link is followed from it."""
        self._behind = [*self._behind, place][-self._MOST :]
        self._ahead = []

    def back(self, here: Place) -> Place | None:
        """Return the place behind; None if there is none."""
        return self._turn(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place ahead; None if there is none."""
        return self._turn(self._ahead, self._behind, here)

    @staticmethod
    def _turn(taken: list[Place], kept: list[Place], here: Place) -> Place | None:
        if not taken:
            return None
        kept.append(here)
        return taken.pop()
