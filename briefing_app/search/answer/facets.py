"""How many claims each value of a facet would leave."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.claim import ClaimType, Confidence, Family
from briefing_app.model.dates import EdtfDate
from briefing_app.search.query.date_range import known_days
from briefing_app.search.results import Facets, FacetValue, Filters

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.model.claim import Claim

    _Days = tuple[datetime.date, datetime.date]

_NAMES = Filters.__struct_fields__
_DATES = _NAMES.index("dates")  # a chosen date need not be one of those that are offered
_MANY = 1_000  # claims from which on facets are counted with masks
_MOST_KEPT = 20_000  # claims up to which their values are kept
_ONE = ord("1")
_YEARS_WORTH_LISTING = 8  # claims in a decade from which on its years are listed one by one


class _Lazy:
    """The values of one facet, read off a claim when it is asked for."""

    def __init__(self, claims: Sequence[Claim], column: Callable[[Claim], tuple[str, ...]]) -> None:
        self._claims = claims
        self._column = column

    def __getitem__(self, claim: int) -> tuple[str, ...]:
        return self._column(self._claims[claim])


class FacetCounts:
    """The facet values of every claim of one briefing; claims count from 0."""

    def __init__(
        self,
        claims: Sequence[Claim],
        sections: Iterable[str],
        date_values: tuple[str, ...] | None = None,
    ) -> None:
        """Read the values off all claims; `date_values` are those to offer, if they are known.

        Of very many claims one is read only once it is counted: a million need no memory here.
        """
        kept = len(claims) <= _MOST_KEPT
        self.date_values = date_values = (
            _date_values(claims) if date_values is None else date_values
        )
        years = [known_days(EdtfDate(text)) for text in date_values]
        firsts, lasts = [year[0] for year in years], [year[1] for year in years]

        def overlapped(claim: Claim) -> tuple[str, ...]:
            if claim.date is None:
                return ()
            first, last = known_days(claim.date)
            # the years are in order and none overlaps another
            low, high = bisect.bisect_left(lasts, first), bisect.bisect_right(firsts, last)
            return date_values[low:high]

        columns: tuple[Callable[[Claim], tuple[str, ...]], ...] = (
            lambda claim: (claim.family,),
            lambda claim: (claim.type,),
            lambda claim: (claim.section,),
            lambda claim: claim.actors,
            lambda claim: claim.places,
            overlapped,
            lambda claim: (claim.confidence,) if claim.confidence else (),
        )
        self._claims = claims
        self._values: tuple[list[tuple[str, ...]] | _Lazy, ...] = tuple(
            list(map(column, claims)) if kept else _Lazy(claims, column) for column in columns
        )
        # for each value a bit for each claim, so that one `and` counts many claims
        self._masks: list[dict[str, int]] = []
        if kept and len(claims) >= _MANY:
            self._masks = [_masks(values, len(claims)) for values in self._values]
        self._order: dict[int, Sequence[str]] = {
            0: tuple(Family),
            1: tuple(ClaimType),
            2: tuple(sections),
            _DATES: date_values,
            6: tuple(Confidence),
        }

    def narrow(self, claims: Iterable[int], filters: Filters) -> tuple[list[int], Facets]:
        """Return the claims that pass the filters, and the facets of all that were found.

        Each facet is counted without its own filter, so that its other values can be chosen.
        """
        claims = list(claims)
        chosen = (
            filters.families,
            filters.types,
            filters.sections,
            filters.actors,
            filters.places,
            self._overlapping(filters.dates, claims),
            filters.confidences,
        )
        active = [n for n, values in enumerate(chosen) if values or getattr(filters, _NAMES[n])]
        passing: list[int] = []
        missing_one: list[list[int]] = [[] for _ in chosen]
        for claim in claims:
            failed = -1
            for n in active:
                met = claim in chosen[n] if n == _DATES else self._has(n, claim, chosen[n])
                if not met:
                    if failed >= 0:
                        break
                    failed = n
            else:
                if failed < 0:
                    passing.append(claim)
                else:
                    missing_one[failed].append(claim)
        counted = (
            self._counted(n, passing, missing_one[n], getattr(filters, _NAMES[n]))
            for n in range(len(chosen))
        )
        return passing, msgspec.structs.replace(Facets(), **dict(zip(_NAMES, counted, strict=True)))

    def _has(self, n: int, claim: int, chosen: frozenset[str] | frozenset[int]) -> bool:
        return any(value in chosen for value in self._values[n][claim])

    def dated_within(self, claim: int, dates: Iterable[str]) -> bool:
        """Whether a claim's date overlaps one of the dates."""
        return bool(self._overlapping(dates, (claim,)))

    def _overlapping(self, dates: Iterable[str], claims: Iterable[int]) -> frozenset[int]:
        wanted = []
        for text in dates:
            try:
                wanted.append(known_days(EdtfDate(text)))
            except ValueError:
                continue  # no claim has a date that is none
        if not wanted:
            return frozenset()
        dated = ((n, self._claims[n].date) for n in claims)
        return frozenset(
            n
            for n, date in dated
            if date and any(_overlap(known_days(date), other) for other in wanted)
        )

    def _counted(
        self, n: int, passing: list[int], others: list[int], chosen: frozenset[str]
    ) -> tuple[FacetValue, ...]:
        values = self._values[n]
        found = [*passing, *others]
        if len(found) < _MANY or not self._masks:
            counts = Counter(itertools.chain.from_iterable(map(values.__getitem__, found)))
        else:
            these = _bits(found, len(self._claims))
            masked = {v: (these & mask).bit_count() for v, mask in self._masks[n].items()}
            counts = Counter({value: count for value, count in masked.items() if count})
        for value in chosen:  # what is chosen must stay in sight to be taken back
            if value not in counts:
                dated = self._overlapping({value}, found) if n == _DATES else frozenset()
                counts[value] = sum(claim in dated for claim in found)
        if n in self._order:
            shown = [v for v in self._order[n] if n == 0 or v in counts]
            shown.extend(sorted(v for v in counts if v not in self._order[n]))
        else:
            shown = sorted(counts, key=lambda value: (-counts[value], value))
        return tuple(FacetValue(str(value), counts[value]) for value in shown)


def _overlap(one: _Days, other: _Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _date_values(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the years or decades to offer: years where a decade has many claims, in time order."""
    decades: dict[int, Counter[int]] = {}
    for claim in claims:
        day = claim.date and (claim.date.first_day or claim.date.last_day)
        if day:
            decades.setdefault(day.year // 10, Counter())[day.year] += 1
    offered: list[str] = []
    for decade, years in sorted(decades.items()):
        if years.total() >= _YEARS_WORTH_LISTING and len(years) > 1:
            offered.extend(f"{year:04}" for year in sorted(years))
        else:
            offered.append(f"{decade:03}X")
    return tuple(offered)


def _masks(values: Sequence[tuple[str, ...]] | _Lazy, size: int) -> dict[str, int]:
    """Return for each value the claims that have it, a bit for each."""
    claims: dict[str, list[int]] = {}
    for claim in range(size):
        for value in values[claim]:
            claims.setdefault(value, []).append(claim)
    return {value: _bits(those, size) for value, those in claims.items()}


def _bits(claims: Iterable[int], size: int) -> int:
    """Return a number of `size` bits with those of the claims set, the first claim's highest."""
    digits = bytearray(b"0") * size
    for claim in claims:
        digits[claim] = _ONE
    return int(digits, 2)
