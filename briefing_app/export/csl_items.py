"""Sources as CSL-JSON items (citeproc-js' input format)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.model.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.dates import DatePoint, EdtfDate
    from briefing_app.model.source import Name, Source

# our field -> CSL variable; what is not here is ours alone, or says nothing in a reference
_TEXTS = {
    "title": "title",
    "title_short": "title-short",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "page",
    "genre": "genre",
    "medium": "medium",
    "language": "language",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "abstract": "abstract",
    "citation_label": "citation-label",
}


def csl_json(sources: Iterable[Source]) -> bytes:
    """Return the file: a list of items."""
    items = [csl_item(source) for source in sources]
    return msgspec.json.format(msgspec.json.encode(items)) + b"\n"


def csl_item(source: Source) -> dict[str, Any]:
    """Return the source as a CSL-JSON item."""
    item: dict[str, Any] = {"id": source.id, "type": source.type}
    for field, variable in _TEXTS.items():
        value = getattr(source, field)
        if value:
            item[variable] = value
    for role in ("author", "editor"):
        names = [_name(name) for name in getattr(source, role)]
        if names:
            item[role] = [name for name in names if name]
    for field in ("issued", "accessed"):
        date = getattr(source, field)
        if date is not None:
            item[field] = csl_date(date)
    return item | other_variables(source)


def other_variables(source: Source) -> dict[str, Any]:
    """Return what the item says that a source has no field for, and its dates as they came."""
    return dict(msgspec.json.decode(source.csl)) if source.csl else {}


def _name(name: Name) -> dict[str, Any]:
    return dict(msgspec.to_builtins(name))


def csl_date(date: EdtfDate) -> dict[str, Any]:
    """Return date parts, or the words where CSL has no form: a decade, an open interval."""
    ends = [date.start, date.end] if date.is_interval else [date.start]
    points = [point for point in ends if point is not None]
    if len(points) < len(ends) or any(point.precision < Precision.YEAR for point in points):
        return {"literal": date.display()}
    csl: dict[str, Any] = {"date-parts": [_parts(point) for point in points]}
    if any(point.approximate or point.uncertain for point in points):
        csl["circa"] = 1
    return csl


def _parts(point: DatePoint) -> list[int]:
    day = point.first
    fine = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}[point.precision]
    return [day.year, day.month, day.day][:fine]
