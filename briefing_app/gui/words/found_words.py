"""What a search found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from briefing_app.search.results import Results


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("found_words", text)


def found_words(results: Results) -> str:
    """Return how much of each kind was found: `3 claims, 1 name`."""
    names = len(results.entities)
    passages, sources = len(results.paragraphs), len(results.sources)
    claims = _tr("{0} claims") if results.whole else _tr("up to {0} claims")
    parts = [
        (results.total, _tr("1 claim"), claims),
        (passages, _tr("1 passage"), _tr("{0} passages")),
        (names, _tr("1 name"), _tr("{0} names")),
        (sources, _tr("1 source"), _tr("{0} sources")),
    ]
    if results.nearest and not (results.nothing_near or results.total):
        near = len(results.nearest)
        if near == 1:
            return _tr("Nothing has all of this; 1 claim comes near")
        return _tr("Nothing has all of this; {0} claims come near").format(near)
    said = [one if n == 1 else many.format(f"{n:,}") for n, one, many in parts if n]
    return ", ".join(said) or _tr("Nothing found")
