"""What is known of a date, and so as what it is drawn: a day, a bar, an open end."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefing_app.model.dates import Precision

if TYPE_CHECKING:
    from briefing_app.model.dates import EdtfDate


class DateShape(enum.Enum):
    """What is known of a date."""

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


def date_shape(date: EdtfDate) -> DateShape:
    """Return how much is known of a date, whatever the briefing's cut-off."""
    if date.start is None:
        return DateShape.OPEN_START if date.open_start else DateShape.UNKNOWN_START
    if date.end is None:
        return DateShape.OPEN_END if date.open_end else DateShape.UNKNOWN_END
    return DateShape.INTERVAL if date.is_interval else _BY_PRECISION[date.start.precision]


def shape_of(date: EdtfDate, cut_off: EdtfDate) -> DateShape:
    """Return how much is known of a date; one that is the cut-off has a shape of its own."""
    return DateShape.CUT_OFF if date.text == cut_off.text else date_shape(date)


def is_approximate(date: EdtfDate | None) -> bool:
    """Return whether an end of a date is only about right (`2021~`)."""
    return date is not None and any(e.approximate for e in (date.start, date.end) if e)


def is_uncertain(date: EdtfDate | None) -> bool:
    """Return whether an end of a date is not certain (`2021?`)."""
    return date is not None and any(e.uncertain for e in (date.start, date.end) if e)
