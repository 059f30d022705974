"""What a word that is being typed may become, as spellings of their own."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.expansion import AllOf, AnyOf, Group, NoneOf
from briefing_app.search.variants import PREFIX, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing_app.search.expansion import Plan


class Completions:
    """Puts the most frequent words in place of beginnings that stand for a few words only."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take how many fields of claims have each word."""
        self._counts = counts
        self._sorted = sorted(counts)

    def spelt_out(self, plan: Plan) -> Plan:
        """Return the plan without beginnings that stand for a limited number of words."""
        match plan:
            case Group():
                variants = tuple(v for variant in plan.variants for v in self._completed(variant))
                return msgspec.structs.replace(plan, variants=variants)
            case AllOf(parts=parts) | AnyOf(parts=parts):
                return msgspec.structs.replace(
                    plan, parts=tuple(self.spelt_out(part) for part in parts)
                )
            case NoneOf(part=part):
                return NoneOf(self.spelt_out(part))
            case _:
                return plan

    def _completed(self, variant: Variant) -> Iterator[Variant]:
        if not variant.prefix or variant.completions is None:
            yield variant
            return
        *before, last = variant.terms
        low = bisect.bisect_left(self._sorted, last)
        high = bisect.bisect_left(self._sorted, last + "\U0010ffff", lo=low)
        longer = [term for term in self._sorted[low:high] if term != last]
        longer.sort(key=lambda term: -self._counts[term])
        yield Variant(variant.terms, variant.weight)
        for term in longer[: variant.completions]:
            yield Variant((*before, term), variant.weight * PREFIX)
