"""Where marks and labels go: nothing overlaps, every claim has a place, piles become counts."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.date_shape import DateShape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.tabs.timeline.timeline_scale import TimeScale
    from briefing_app.model.timeline import DatedClaim

GAP_PX = 16  # between what stands on one track: the ground of each reaches 8 px further
LABEL_GAP_PX = 7  # between a mark and its label
MOST_SINGLE = 40  # claims of a band that are drawn one by one
_PILE_PX = 112  # piles gather what begins within such a stretch
_MOST_IN_STRETCH = 2  # claims of a stretch that are still drawn one by one
_LEAST_LABEL_PX = 48
_FADE_PX, _SHORT_FADE_PX = 96, 44  # open ends; ends that are not known
_LEAST_PX = {DateShape.DECADE: 18, DateShape.INTERVAL: 10, DateShape.OPEN_END: 30}
_FADING_IN = {DateShape.OPEN_START: _FADE_PX, DateShape.UNKNOWN_START: _SHORT_FADE_PX}


class Wanted(NamedTuple):
    """A mark from `left` to `right`, in px, whose label is `label_px` wide; claims by number."""

    claims: range
    left: float
    right: float
    label_px: float


class Placed(NamedTuple):
    """A mark with its label on a track; `label_left` and `label_px` say where the label stands."""

    wanted: Wanted
    track: int
    label_left: float
    label_px: float

    @property
    def left(self) -> float:
        """Where mark and label begin."""
        return min(self.wanted.left, self.label_left)

    @property
    def right(self) -> float:
        """Where mark and label end."""
        return max(self.wanted.right, self.label_left + self.label_px)


def mark_box(item: DatedClaim, scale: TimeScale, unit: float = 1.0) -> tuple[float, float]:
    """Return from where to where a claim's mark reaches, in px; `unit` is the size of text."""
    shape = item.shape
    left, right = scale.x(item.first), scale.x(item.end)
    if shape in (DateShape.DAY, DateShape.CUT_OFF):
        # the ring stands on the cut-off line, which is drawn at the end of its day
        middle = right if shape is DateShape.CUT_OFF else (left + right) / 2
        left, right = middle - 6 * unit, middle + 6 * unit
    elif shape in _FADING_IN:
        left = max(right - _FADING_IN[shape] * unit, 0.0)
        right = max(right, left + 30 * unit)
    elif shape is DateShape.UNKNOWN_END:
        right = min(left + _SHORT_FADE_PX * unit, scale.width)
        left = min(left, right - 30 * unit)
    else:
        right = max(right, left + _LEAST_PX.get(shape, 9) * unit)
    return _pushed_in(left, right, scale.width)


def _pushed_in(left: float, right: float, width: float) -> tuple[float, float]:
    if right > width:
        left, right = left - (right - width), width
    if left < 0:
        left, right = 0.0, min(right - left, width)
    return left, right


def gathered(
    claims: Sequence[DatedClaim], scale: TimeScale, unit: float = 1.0
) -> list[tuple[range, float, float]]:
    """Return which claims share a mark: one each where few, piles where many begin close by.

    The claims are in time order. Each entry has the numbers of its claims, and from where to where
    the mark reaches, in px.
    """
    if len(claims) <= MOST_SINGLE:
        return [_alone(number, claims, scale, unit) for number in range(len(claims))]
    found, first, stretch = [], 0, _PILE_PX * unit
    for step in range(1, int(scale.width / stretch) + 2):
        end = _first_from(claims, scale, step * stretch)
        if end - first <= _MOST_IN_STRETCH:
            found += [_alone(number, claims, scale, unit) for number in range(first, end)]
        else:
            left = scale.x(claims[first].first)
            right = scale.x(claims[end - 1].first) + 12 * unit
            found.append((range(first, end), *_pushed_in(left, right, scale.width)))
        first = end
    return found


def _first_from(claims: Sequence[DatedClaim], scale: TimeScale, x: float) -> int:
    """The number of the first claim that begins at a place or after it."""
    if x > scale.width:
        return len(claims)
    return bisect.bisect_left(claims, x, key=lambda item: scale.x(item.first))


def _alone(
    number: int, claims: Sequence[DatedClaim], scale: TimeScale, unit: float
) -> tuple[range, float, float]:
    return range(number, number + 1), *mark_box(claims[number], scale, unit)


def wanted_marks(
    claims: Sequence[DatedClaim],
    scale: TimeScale,
    label_px: Callable[[range], float],
    unit: float = 1.0,
) -> list[Wanted]:
    """Return the marks of a band; `label_px` measures the label of the claims of one mark."""
    marks = gathered(claims, scale, unit)
    return [Wanted(numbers, left, right, label_px(numbers)) for numbers, left, right in marks]


def placed_marks(marks: Sequence[Wanted], width: float) -> list[Placed]:
    """Give each mark a track: right of it, then left, track by track, is there room for a label.

    What lies on one track is never nearer than `GAP_PX`; nothing lies outside `width`, and a label
    that fits on no side is shortened.
    """
    tracks: list[list[tuple[float, float]]] = []
    found = []
    for mark in sorted(marks, key=lambda mark: (mark.left, mark.right)):
        sides = _sides(mark, width)
        track, (label_left, label_px) = _first_free(mark, sides, tracks)
        placed = Placed(mark, track, label_left, label_px)
        if track == len(tracks):
            tracks.append([])
        tracks[track].append((placed.left, placed.right))
        found.append(placed)
    return found


def _sides(mark: Wanted, width: float) -> list[tuple[float, float]]:
    """Where the label can stand, best first, as (left, px)."""
    right, left = width - mark.right - LABEL_GAP_PX, mark.left - LABEL_GAP_PX
    after, before = mark.right + LABEL_GAP_PX, mark.left - LABEL_GAP_PX - mark.label_px
    sides = []
    if mark.label_px <= right:
        sides.append((after, mark.label_px))
    if mark.label_px <= left:
        sides.append((before, mark.label_px))
    if sides:
        return sides
    if max(left, right) >= _LEAST_LABEL_PX:
        return [(after, right)] if right >= left else [(0.0, left)]
    # the mark takes the whole width: its label lies on it
    room = max(min(mark.label_px, mark.right - mark.left - 2 * LABEL_GAP_PX), 0.0)
    return [(mark.left + LABEL_GAP_PX, room)]


def _first_free(
    mark: Wanted, sides: list[tuple[float, float]], tracks: list[list[tuple[float, float]]]
) -> tuple[int, tuple[float, float]]:
    for number, taken in enumerate(tracks):
        for label_left, label_px in sides:
            left = min(mark.left, label_left) - GAP_PX
            right = max(mark.right, label_left + label_px) + GAP_PX
            if all(right <= other[0] or left >= other[1] for other in taken):
                return number, (label_left, label_px)
    return len(tracks), sides[0]
