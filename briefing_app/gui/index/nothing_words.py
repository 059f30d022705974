"""What is said where no claim was found, and why none was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.results import Results


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("nothing_words", text)


def _others(results: Results) -> list[tuple[int, str, str]]:
    return [
        (len(results.paragraphs), _tr("1 passage"), _tr("{0} passages")),
        (len(results.entities), _tr("1 name"), _tr("{0} names")),
        (len(results.sources), _tr("1 source"), _tr("{0} sources")),
    ]


def nothing_words(results: Results, blamed: Sequence[str], *, filtered: bool) -> tuple[str, str]:
    """Return title and reason where no claim was found; `blamed` are filters, by name."""
    words = results.query.strip()
    if not words and not filtered:
        return _tr("This briefing has no claims."), _tr("You can search its text.")
    others = [one if n == 1 else many.format(f"{n:,}") for n, one, many in _others(results) if n]
    title = _tr("No claim passes the filters.")
    if words:
        title = _tr("No claim found for “{0}”.") if others else _tr("Nothing found for “{0}”.")
        if results.nothing_near:
            title = _tr("The briefing says nothing on “{0}”.")
        elif results.nearest:
            title = _tr("No claim has all of “{0}”.")
        title = title.format(words)
    reasons = []
    if others:
        reasons.append(_tr("Found elsewhere: {0}.").format(", ".join(others)))
    if blamed:
        names = ", ".join(blamed)
        reasons.append(_tr("There are results without the filter: {0}.").format(names))
    elif results.relaxations:
        reasons.append(_tr("A wider search finds:"))
    elif not (others or results.nearest):
        reasons.append(_tr("Try fewer words, another spelling, or the start of a word."))
    return title, " ".join(reasons)
