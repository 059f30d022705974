"""The dated claims of a briefing: their days, the shapes of their dates, and their bands."""

from __future__ import annotations

import datetime
import enum
import operator
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.tabs.timeline.timeline_scale import LEAST_DAYS, Span, fitted_frame, month_end
from briefing_app.model.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import EdtfDate

_MOST_ACTORS = 10  # bands; the rest share one
_DENSE_SHARE = 0.6  # of the claims: what the wide part should show at first
_LONGEST_DENSE = 0.5  # of all days; a longer end is not dense
OTHERS = ""  # the band of claims that name no actor, or none of those who have a band


class DateShape(enum.Enum):
    """What is known of a date; each is drawn in its own way."""

    DAY = "exact day"
    MONTH = "month"
    YEAR = "year only"
    DECADE = "decade only"
    INTERVAL = "from – to"
    OPEN_END = "still going on"
    OPEN_START = "open start"
    UNKNOWN_END = "end not known"
    UNKNOWN_START = "start not known"
    CUT_OFF = "as of the cut-off"


_BY_PRECISION = {
    Precision.DAY: DateShape.DAY,
    Precision.MONTH: DateShape.MONTH,
    Precision.YEAR: DateShape.YEAR,
    Precision.DECADE: DateShape.DECADE,
    Precision.CENTURY: DateShape.DECADE,
}


class DatedClaim(NamedTuple):
    """A claim with the days its date names; an open end reaches to the cut-off."""

    claim: Claim
    shape: DateShape
    first: int
    end: int


class Band(NamedTuple):
    """One row of the timeline: a section or an actor, with its claims in time order."""

    key: str
    title: str
    claims: tuple[DatedClaim, ...]


def shape_of(date: EdtfDate, cut_off: EdtfDate) -> DateShape:
    """Return how much is known of a date."""
    if date.text == cut_off.text:
        return DateShape.CUT_OFF
    if date.start is None:
        return DateShape.OPEN_START if date.open_start else DateShape.UNKNOWN_START
    if date.end is None:
        return DateShape.OPEN_END if date.open_end else DateShape.UNKNOWN_END
    return DateShape.INTERVAL if date.is_interval else _BY_PRECISION[date.start.precision]


def dated_claims(claims: Iterable[Claim], cut_off: EdtfDate) -> tuple[DatedClaim, ...]:
    """Return the claims that have a date, in time order."""
    known_until = cut_off.last_day or cut_off.first_day
    assert known_until is not None
    now = known_until.toordinal() + 1
    known: dict[str, tuple[DateShape, int, int]] = {}  # many claims share a date
    found = []
    for claim in claims:
        date = claim.date
        if date is None:
            continue
        days = known.get(date.text)
        if days is None:
            days = known[date.text] = (shape_of(date, cut_off), *_days(date, now))
        found.append(DatedClaim(claim, *days))
    found.sort(key=operator.itemgetter(2, 3))  # first day, end
    return tuple(found)


def _days(date: EdtfDate, now: int) -> tuple[int, int]:
    """The first day of a date and the one after its last; what goes on lasts until `now`."""
    point = date.start or date.end
    assert point is not None  # an interval has a date at one end
    first, end = point.first.toordinal(), point.last.toordinal() + 1
    if date.end is not None:
        end = date.end.last.toordinal() + 1
    elif date.open_end:
        end = max(end, now)
    return first, end


def whole_span(claims: Sequence[DatedClaim], cut_off: EdtfDate) -> Span:
    """Return all days to show: from the first year on, to some time after the last date."""
    known_until = cut_off.last_day or cut_off.first_day
    assert known_until is not None
    first = datetime.date.fromordinal(min(item.first for item in claims))
    latest = max(known_until, datetime.date.fromordinal(max(item.end for item in claims) - 1))
    last = month_end(latest)
    if (last - latest).days < 14 and last < datetime.date(9999, 1, 1):
        last = month_end(last + datetime.timedelta(1))
    start = first.replace(month=1, day=1).toordinal()
    return Span(start, max(last.toordinal() + 1, start + LEAST_DAYS))


def dense_frame(claims: Sequence[DatedClaim], whole: Span) -> Span:
    """Return what to show wide at first: the end with most of the claims, if it is short."""
    starts = sorted(item.first for item in claims)
    number = int(len(starts) * (1 - _DENSE_SHARE))
    day = datetime.date.fromordinal(starts[number])
    first = day.replace(month=1, day=1).toordinal()
    if whole.end - first > whole.days * _LONGEST_DENSE:
        return whole
    return fitted_frame(first, whole.end, whole)


def bands_by_section(claims: Sequence[DatedClaim], references: CrossReferences) -> tuple[Band, ...]:
    """Return a band for each section that has dated claims, in the order of the briefing."""
    members: dict[str, list[DatedClaim]] = {name: [] for name in references.sections}
    for item in claims:
        members.setdefault(item.claim.section, []).append(item)
    titles = {name: section.title for name, section in references.sections.items()}
    return tuple(Band(k, titles.get(k, k), tuple(v)) for k, v in members.items() if v)


def bands_by_actor(
    claims: Sequence[DatedClaim], references: CrossReferences, others: str
) -> tuple[Band, ...]:
    """Return a band for each of those who act most; a claim lies in the band of each it names.

    `others` is the title of the last band: claims that name nobody, or nobody who has a band.
    """
    counts = Counter(actor for item in claims for actor in item.claim.actors)
    leading = [actor for actor, _ in counts.most_common(_MOST_ACTORS)]
    members: dict[str, list[DatedClaim]] = {actor: [] for actor in leading}
    members[OTHERS] = []
    for item in claims:
        for actor in [a for a in item.claim.actors if a in members] or [OTHERS]:
            members[actor].append(item)
    titles = {actor: references.name_of(actor) for actor in leading}
    titles[OTHERS] = others
    return tuple(Band(k, titles[k], tuple(v)) for k, v in members.items() if v)
