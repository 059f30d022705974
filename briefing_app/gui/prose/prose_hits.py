"""Words of the text that the search matched: asked for block by block, when they are first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.prose.prose_geometry import ProseGeometry, Segment, UnitGeometry
    from briefing_app.gui.prose.prose_places import ProsePlaces


class ProseHits:
    """Matched words of one document; `spans_of` gives a text's spans in code points."""

    def __init__(self) -> None:
        """Mark nothing."""
        self._spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None = None
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._segments: dict[int, list[Segment]] = {}
        self._places: ProsePlaces | None = None
        self._geometry: ProseGeometry | None = None

    def search_for(
        self, spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None
    ) -> None:
        """Mark what `spans_of` finds; None marks nothing."""
        self._spans_of = spans_of
        self._spans.clear()
        self._segments.clear()

    def look_in(self, places: ProsePlaces, geometry: ProseGeometry) -> None:
        """Take another document, or the same one in another column."""
        if places is not self._places:
            self._spans.clear()
        self._places, self._geometry = places, geometry
        self._segments.clear()

    def segments(self, index: int, _unit: UnitGeometry) -> list[Segment]:
        """Return where a block's matched words stand."""
        if self._spans_of is None or self._geometry is None:
            return []
        found = self._segments.get(index)
        if found is None:
            found = self._segments[index] = list(self._geometry.segments(self._in_unit(index)))
        return found

    def _in_unit(self, index: int) -> list[tuple[int, int]]:
        assert self._places is not None
        assert self._spans_of is not None
        found = self._spans.get(index)
        if found is None:
            found = []
            unit = self._places.units[index]
            for number in self._places.runs_between(unit.start, unit.end):
                run = self._places.runs[number]
                found += run.spans(self._spans_of(run.text) or ())
            self._spans[index] = found
        return found
