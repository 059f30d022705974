"""The names in a view of prose: which one the pointer is on, and which ones a stretch has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6 import QtCore, QtWidgets

    from briefing_app.gui.prose.name_finder import FoundName, NameFinder
    from briefing_app.gui.prose.places_in_view import PlacesInView
    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.model.cross_references import CrossReferences

_MOST_KEPT = 500  # texts


class NamePlace(NamedTuple):
    """A name and the document positions that it stands between."""

    name: FoundName
    start: int
    end: int


class ProseNames:
    """Looks names up text by text, when they are first pointed at."""

    def __init__(
        self,
        text: QtWidgets.QTextEdit,
        body: ProseBody,
        places: PlacesInView,
        references: CrossReferences,
    ) -> None:
        """Know nothing yet."""
        self._text = text
        self._body = body
        self._places = places
        self._references = references
        self._made: NameFinder | None = None
        self._found: dict[str, list[FoundName]] = {}

    @property
    def finder(self) -> NameFinder:
        """What finds names; made when it is first needed."""
        if self._made is None:
            from briefing_app.gui.prose.name_finder import NameFinder

            self._made = NameFinder(self._references)
        return self._made

    def between(self, start: int, end: int) -> list[NamePlace]:
        """Return the names between two document positions, each once, abbreviations first."""
        found: dict[str, NamePlace] = {}
        runs = self._body.places.runs
        for number in self._body.places.runs_between(start, end):
            run = runs[number]
            names = self._names_in(run.text)
            spans = run.spans((name.start, name.end) for name in names)
            for name, (first, last) in zip(names, spans, strict=True):
                if first < end and last > start:
                    found.setdefault(name.entity, NamePlace(name, first, last))
        other = self.finder.is_other_name
        return sorted(found.values(), key=lambda place: not other(place.name))

    def at(self, point: QtCore.QPoint) -> NamePlace | None:
        """Return the name at a place of the viewport; None if there is none."""
        if not self._references.entities:
            return None
        position = self._text.cursorForPosition(point).position()
        for place in self.between(position - 1, position + 1):
            if self._places.covers(place.start, place.end, point):
                return place
        return None

    def _names_in(self, text: str) -> list[FoundName]:
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            found = self._found[text] = self.finder.find(text)
        return found
