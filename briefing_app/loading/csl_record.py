"""CSL-JSON items, as reference managers write them, in the keys and forms that a source has."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from briefing_app.model.dates import EdtfDate

KEY: Final = "other variables of CSL"
_DATES: Final = ("issued", "accessed")
# what CSL 1.0.2 and the tools that write CSL-JSON name, and a source has no field for
OTHERS: Final = {
    "ISSN", "PMCID", "PMID", "annote", "archive", "archive-collection", "archive-location",
    "archive-place", "archive_collection", "archive_location", "authority", "available-date",
    "call-number", "categories", "chair", "chapter-number", "citation-key", "citation-number",
    "collection-editor", "collection-number", "compiler", "composer", "container-author",
    "container-title-short", "contributor", "curator", "custom", "dimensions", "director",
    "division", "editor-translator", "editorial-director", "event", "event-date", "event-place",
    "event-title", "executive-producer", "first-reference-note-number", "guest", "host",
    "illustrator", "interviewer", "journalAbbreviation", "jurisdiction", "keyword", "locator",
    "narrator", "number-of-pages", "number-of-volumes", "organizer", "original-author",
    "original-date", "original-publisher", "original-publisher-place", "original-title",
    "page-first", "part-number", "part-title", "performer", "printing-number", "producer",
    "recipient", "references", "reviewed-author", "reviewed-genre", "reviewed-title", "scale",
    "script-writer", "section", "series-creator", "shortTitle", "source", "status", "submitted",
    "supplement-number", "system_id", "translator", "version", "volume-title",
    "volume-title-short", "year-suffix",
}  # fmt: skip
_NO: Final = (None, False, 0, "", "0", "false")
_POINTS: Final = ((3, "{:04}-{:02}-{:02}"), (2, "{:04}-{:02}"), (1, "{:04}"))


def csl_record(raw: Any) -> Any:
    """Return an item with its dates as EDTF; variables that a source has no field for are one text.

    What is no CSL-JSON comes back as it was, for the messages to tell.
    """
    if not isinstance(raw, dict) or KEY in raw:
        return raw
    others = {key: value for key, value in raw.items() if key in OTHERS and value is not None}
    dates = {key: raw[key] for key in _DATES if isinstance(raw.get(key), dict)}
    if not others and not dates:
        return raw
    record: dict[str, Any] = {}
    for key, value in raw.items():
        if key in dates:
            written = _edtf(value)
            if written is None and not _words(value):
                record[key] = value  # for the message
                continue
            others[key] = value | {"date-parts": _numbers(value)} if _numbers(value) else value
            if written is not None:
                record[key] = written
        elif key not in others:
            record[key] = value
    if others:
        record[KEY] = msgspec.json.encode(others).decode()
    return record


def _words(date: dict[str, Any]) -> str:
    for key in ("literal", "raw"):
        if isinstance(date.get(key), str):
            return str(date[key])
    # years that EDTF as we read it has no form for: before the first, after 9999
    return "date" if _numbers(date) else ""


def _edtf(date: dict[str, Any]) -> str | None:
    """The date as EDTF, where it has a form there."""
    points = [_point(parts) for parts in _numbers(date)]
    text = "/".join(points[:2]) if points and points[0] else date.get("raw")
    if not isinstance(text, str):
        return None
    if points and date.get("circa") not in _NO and "/" not in text:
        text += "~"
    try:
        return EdtfDate(text).text
    except ValueError:
        return None


def _numbers(date: dict[str, Any]) -> list[list[int]]:
    found = []
    parts = date.get("date-parts")
    for point in parts if isinstance(parts, list) else ():
        numbers: list[int] = []
        for part in point if isinstance(point, list) else [point]:
            try:
                number = int(part)
            except (TypeError, ValueError):
                break
            if not number:
                break
            numbers.append(number)
        found.append(numbers)
    return found if found and found[0] else []


def _point(numbers: list[int]) -> str:
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:  # a season
        numbers = numbers[:1]
    for count, form in _POINTS:
        if len(numbers) >= count:
            return form.format(*numbers)
    return ""
