"""The timeline as plain data: rows with the shape of their date, on one scale or on two.

Places on a scale are shares of its width, from 0 to 1. Where the words go is the template's matter;
days, shapes and ticks are those of the window's timeline.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing_app.handout.marginalia import speakers_of, via
from briefing_app.handout.printable_text import plain_runs, shortened
from briefing_app.model.claim import ClaimType, Family, Status
from briefing_app.model.date_shape import DateShape, date_shape, is_approximate, is_uncertain
from briefing_app.model.standing import standing_status
from briefing_app.model.timeline import (
    DENSE_SHARE,
    LAST_DAY,
    Span,
    cut_off_day,
    dated_claims,
    day_of,
    dense_start,
    ticks,
    whole_span,
    year_step,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import EdtfDate
    from briefing_app.model.timeline import DatedClaim

MOST_ROWS = 80  # more claims are counted by period instead
_MOST_PERIODS = 40
_LABEL_LETTERS = 90
_LEAST_APART = 3  # rows before the dense end; fewer need no scale of their own
_MOST_TICKS = 10
_ROOM = 60  # one part in so many of a scale's days is added at its end, for the last mark
_DRAWN = {
    DateShape.DAY: "day",
    DateShape.MONTH: "within",
    DateShape.YEAR: "within",
    DateShape.DECADE: "within",
    DateShape.INTERVAL: "throughout",
    DateShape.OPEN_END: "since",
    DateShape.OPEN_START: "until",
    DateShape.UNKNOWN_END: "after",
    DateShape.UNKNOWN_START: "before",
}
_SINGLE = ("day", "within")


def timeline(
    claims: Sequence[Claim], cross_references: CrossReferences, *, dense_share: float = DENSE_SHARE
) -> dict[str, Any] | None:
    """Return the timeline of the claims that have a date; None if fewer than two have one.

    A second scale opens out the end with `dense_share` of them, if it is short.
    """
    as_of = cross_references.briefing.as_of
    rows = dated_claims(claims, as_of)
    if len(rows) < 2:
        return None
    record: dict[str, Any] = {"scales": [], "periods": []}
    if len(rows) > MOST_ROWS:
        record["periods"] = _periods(rows)
    else:
        record["scales"] = _scales(rows, dense_share, cross_references)
        record["shapes"] = list(dict.fromkeys(_drawn(row.claim.date) for row in rows))
    return {
        **record,
        "cut_off": plain_runs(as_of.display(long_month=True)),
        "undated": [c.id for c in claims if c.date is None and c.type is ClaimType.EVENT],
        "claims": len(rows),
    }


def drawn_as(date: EdtfDate) -> str:
    """Return how a date is drawn on paper, which tells fewer kinds apart than the window.

    `day`, `within` (some time in), `about`, `throughout`, `since` (still open), `until` (from an
    open start), `after` (end not given) or `before` (start not given).
    """
    shape = _DRAWN[date_shape(date)]
    return "about" if shape in _SINGLE and (is_approximate(date) or is_uncertain(date)) else shape


def _drawn(date: EdtfDate | None) -> str:
    assert date is not None  # of a claim on the timeline
    return drawn_as(date)


def _scales(
    rows: Sequence[DatedClaim], dense_share: float, cross_references: CrossReferences
) -> list[dict[str, Any]]:
    """One scale for all rows, and a second one for the end where most of them lie."""
    whole = whole_span(rows, cross_references.briefing.as_of)
    dense = dense_start(rows, whole, dense_share)
    early = [row for row in rows if dense is not None and row.first < dense]
    upper_days = _with_room(whole)
    if dense is None or len(early) < _LEAST_APART:
        return [_scale(rows, upper_days, cross_references)]
    lower_days = _with_room(Span(dense, whole.end))
    upper = _scale(early, upper_days, cross_references)
    lower = _scale(rows[len(early) :], lower_days, cross_references)
    upper["lens"] = [_place(dense, upper_days), min(_place(lower_days.end, upper_days), 1)]
    upper["lens_from"] = day_of(dense).year
    return [upper, lower]


def _with_room(span: Span) -> Span:
    return Span(span.first, min(span.end + span.days // _ROOM, LAST_DAY))


def _place(day: int, span: Span) -> float:
    """Where a day begins, as a share of the scale."""
    return (day - span.first) / max(span.days, 1)


def _scale(
    rows: Sequence[DatedClaim], span: Span, cross_references: CrossReferences
) -> dict[str, Any]:
    cut_off = cut_off_day(cross_references.briefing.as_of)
    return {
        "ticks": [
            {"at": _place(tick.day, span), "words": tick.words, "strong": tick.is_strong}
            for tick in ticks(span, span.days / _MOST_TICKS)
        ],
        "cut_off": _place(cut_off + 1, span) if span.first <= cut_off < span.end else None,
        "rows": [
            {
                "when": plain_runs(row.claim.date.display() if row.claim.date else ""),
                "label": plain_runs(_label(row.claim, cross_references)),
                "id": row.claim.id,
                "shape": _drawn(row.claim.date),
                "from": _place(max(row.first, span.first), span),
                "to": min(_place(row.end, span), 1),
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


def _periods(rows: Sequence[DatedClaim]) -> list[dict[str, Any]]:
    """How many claims begin in each period, and which, where there are too many for a row each."""
    starts = Counter(day_of(row.first).year for row in rows)
    years = max(starts) - min(starts) + 1
    step = year_step(years, _MOST_PERIODS)
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
