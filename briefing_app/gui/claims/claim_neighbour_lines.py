"""The lines of a claim card that lead to claims of the same date, actor or figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.words.claim_record import RecordLine, Run
from briefing_app.model.dates import Precision

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import DatePoint, EdtfDate
    from briefing_app.model.neighbours import ClaimNeighbours, Neighbours

_SHOWN = 4  # ids of one group; the rest is a search
_ACTORS = 3  # groups


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("claim_neighbour_lines", text)


def neighbour_lines(
    claim: Claim, neighbours: ClaimNeighbours, references: CrossReferences
) -> list[RecordLine]:
    """Return a line for each group of claims that share something with this one."""
    lines = []
    dated = neighbours.on_date(claim, _SHOWN)
    if dated and claim.date:
        query = f"date:{date_query(claim.date)}"
        lines.append(RecordLine(_tr("Same date"), tuple(_ids(dated, query))))
    label = _tr("Same actor")
    for group in neighbours.by_actor(claim, _SHOWN)[:_ACTORS]:
        name = references.name_of(group.shared)
        link = Run(name, target=f"entity:{group.shared}")
        runs = (link, Run(": "), *_ids(group, f"actor:{group.shared}"))
        lines.append(RecordLine(label, runs, _tr("Same actor, {name}:").format(name=name)))
        label = ""
    label = _tr("Same figure")
    for group in neighbours.by_figure(claim, _SHOWN):
        runs = (Run(f"{group.shared}: "), *_ids(group, f'"{group.shared}"'))
        lines.append(RecordLine(label, runs))
        label = ""
    return lines


def _ids(group: Neighbours, query: str) -> list[Run]:
    """The ids as links, and a search for all of them where there are more."""
    runs: list[Run] = []
    for name in group.nearest:
        if runs:
            runs.append(Run(", "))
        runs.append(Run(name, target=f"claim:{name}"))
    rest = group.count - len(group.nearest)
    if rest:
        words = _tr("{n} more").format(n=f"{rest:,}")
        runs += [Run(", "), Run(words, target=f"query:{query}")]
    return runs


def date_query(date: EdtfDate) -> str:
    """Return a date as the search takes it: `2021-07..2021-08`, `1950..1959`, `2021-08..`."""
    if not date.is_interval and date.start is not None:
        return _point(date.start)
    first = _point(date.start).partition("..")[0] if date.start else ""
    last = _point(date.end).rpartition("..")[2] if date.end else ""
    return f"{first}..{last}"


def _point(point: DatePoint) -> str:
    first, last = point.first, point.last
    match point.precision:
        case Precision.DAY:
            return first.isoformat()
        case Precision.MONTH:
            return first.isoformat()[:7]
        case Precision.YEAR:
            return first.isoformat()[:4]
        case _:
            return f"{first.year:04}..{last.year:04}"
