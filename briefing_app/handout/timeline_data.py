"""The timeline as plain data: rows with the shape of their date, on one scale or on two.

Places on a scale are shares of its width, from 0 to 1. Where the words go is the template's matter.
"""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_app.handout.marginalia import speakers_of, via
from briefing_app.handout.printable_text import plain_runs, shortened
from briefing_app.model.claim import ClaimType, Family, Status
from briefing_app.model.dates import DatePoint, Precision
from briefing_app.model.standing import standing_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import EdtfDate

MOST_ROWS = 80  # more claims are counted by period instead
_MOST_PERIODS = 40
_LABEL_LETTERS = 90
_DENSE_SHARE = 0.5  # of the rows: what a second scale opens out at least, if it is short enough
_LONGEST_DENSE = 0.4  # of all days
_LEAST_APART = 3  # rows before the dense end; fewer need no scale of their own
_MOST_TICKS = 9
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTH_STEPS = (1, 2, 3, 6)
_LATEST = datetime.date.max.toordinal()


class _Row(NamedTuple):
    """A claim and the days that its date names: `first` up to and without `end`."""

    claim: Claim
    shape: str
    first: int
    end: int


def timeline(claims: Sequence[Claim], cross_references: CrossReferences) -> dict[str, Any] | None:
    """Return the timeline of the claims that have a date; None if fewer than two have one."""
    cut_off = _cut_off(cross_references)
    rows = sorted(
        (_row(claim, claim.date, cut_off) for claim in claims if claim.date),
        key=lambda row: (row.first, row.end),
    )
    if len(rows) < 2:
        return None
    record: dict[str, Any] = {"scales": [], "periods": []}
    if len(rows) > MOST_ROWS:
        record["periods"] = _periods(rows)
    else:
        record["scales"] = _scales(rows, cut_off, cross_references)
        record["shapes"] = list(dict.fromkeys(row.shape for row in rows))
    return {
        **record,
        "cut_off": plain_runs(cross_references.briefing.as_of.display(long_month=True)),
        "undated": [c.id for c in claims if c.date is None and c.type is ClaimType.EVENT],
        "claims": len(rows),
    }


def _cut_off(cross_references: CrossReferences) -> int:
    as_of = cross_references.briefing.as_of
    day = as_of.last_day or as_of.first_day
    assert day is not None  # an interval has a date at one end
    return day.toordinal()


def shape_of(date: EdtfDate) -> str:
    """Return how a date is drawn: how much is known of it.

    `day`, `within` (some time in), `about`, `throughout`, `since` (still open), `until` (from an
    open start), `after` (end not given) or `before` (start not given).
    """
    if date.start is None:
        return "until" if date.open_start else "before"
    if date.end is None:
        return "since" if date.open_end else "after"
    if date.is_interval:
        return "throughout"
    if date.start.approximate or date.start.uncertain:
        return "about"
    return "day" if date.start.precision is Precision.DAY else "within"


def _row(claim: Claim, date: EdtfDate, cut_off: int) -> _Row:
    point = date.start or date.end
    assert point is not None  # an interval has a date at one end
    first, end = point.first.toordinal(), point.last.toordinal() + 1
    if date.end is not None:
        end = date.end.last.toordinal() + 1
    elif date.open_end:
        end = max(end, cut_off + 1)
    return _Row(claim, shape_of(date), first, end)


def _scales(
    rows: list[_Row], cut_off: int, cross_references: CrossReferences
) -> list[dict[str, Any]]:
    """One scale for all rows, and a second one for the end where most of them lie."""
    first = _day(rows[0].first).replace(month=1, day=1).toordinal()
    end = max(cut_off + 1, *(row.end for row in rows))
    end = min(end + max((end - first) // 60, 20), _LATEST)
    # the last year from whose beginning on there are as many
    dense = _day(rows[int(len(rows) * (1 - _DENSE_SHARE))].first).replace(month=1, day=1)
    early = [row for row in rows if row.first < dense.toordinal()]
    if len(early) < _LEAST_APART or end - dense.toordinal() > (end - first) * _LONGEST_DENSE:
        return [_scale(rows, first, end, cut_off, cross_references)]
    late = rows[len(early) :]
    late_end = max(cut_off + 1, *(row.end for row in late))
    late_end = min(late_end + max((late_end - dense.toordinal()) // 40, 20), _LATEST)
    upper = _scale(early, first, end, cut_off, cross_references)
    lower = _scale(late, dense.toordinal(), late_end, cut_off, cross_references)
    span = end - first
    upper["lens"] = [(dense.toordinal() - first) / span, min((late_end - first) / span, 1)]
    upper["lens_from"] = dense.year
    return [upper, lower]


def _scale(
    rows: list[_Row], first: int, end: int, cut_off: int, cross_references: CrossReferences
) -> dict[str, Any]:
    span = max(end - first, 1)
    return {
        "ticks": _ticks(first, end),
        "cut_off": (cut_off + 1 - first) / span if first <= cut_off < end else None,
        "rows": [
            {
                "when": plain_runs(row.claim.date.display() if row.claim.date else ""),
                "label": plain_runs(_label(row.claim, cross_references)),
                "id": row.claim.id,
                "shape": row.shape,
                "from": (max(row.first, first) - first) / span,
                "to": min((row.end - first) / span, 1),
            }
            for row in rows
        ],
    }


def _label(claim: Claim, cross_references: CrossReferences) -> str:
    words = claim.label or shortened(claim.text.rstrip("."), _LABEL_LETTERS)
    status = standing_status(claim, cross_references)
    standing = "" if status is Status.CURRENT else f" [{status.value}]"
    if claim.family is Family.SAID:
        speakers = [n for n in speakers_of(claim, cross_references) if n not in words]
        behind = [n for n in via(claim, cross_references) if n not in words]
        if speakers:
            words = f"{words} (says {', '.join(speakers)})"
        elif behind:
            words = f"{words} (via {', '.join(behind)})"
    return f"{words}{standing}"


def _ticks(first: int, end: int) -> list[dict[str, Any]]:
    """The days that are named on the axis, at most about nine."""
    from_day, to_day = _day(first), _day(end - 1)
    months = (to_day.year - from_day.year) * 12 + to_day.month - from_day.month + 1
    step = next((n for n in _MONTH_STEPS if months / n <= _MOST_TICKS + 1), None)
    if step is None:
        years = to_day.year - from_day.year + 1
        step = 12 * next((n for n in _YEAR_STEPS if years / n <= _MOST_TICKS), _YEAR_STEPS[-1])
    ticks = []
    for month in range(from_day.year * 12, (to_day.year + 1) * 12):
        year, number = divmod(month, 12)
        whole = step >= 12
        if (year % (step // 12) or number) if whole else number % step:
            continue
        day = datetime.date(year, number + 1, 1).toordinal() if year else 0
        if first <= day < end:
            month_words = DatePoint(f"{year:04d}-{number + 1:02d}").display().split()[0]
            words = str(year) if whole or number == 0 else month_words
            place = (day - first) / max(end - first, 1)
            ticks.append({"at": place, "words": words, "strong": whole or number == 0})
    return ticks


def _periods(rows: list[_Row]) -> list[dict[str, Any]]:
    """How many claims begin in each period, and which, where there are too many for a row each."""
    starts = Counter(_day(row.first).year for row in rows)
    years = max(starts) - min(starts) + 1
    step = next((n for n in _YEAR_STEPS if years / n <= _MOST_PERIODS), _YEAR_STEPS[-1])
    counts: Counter[int] = Counter()
    for year, number in starts.items():
        counts[year - year % step] += number
    most = max(counts.values())
    return [
        {
            "when": str(year) if step == 1 else f"{max(year, 1)}–{year + step - 1}",
            "count": number,
            "share": number / most,
        }
        for year, number in sorted(counts.items())
    ]


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(min(max(ordinal, 1), _LATEST))
