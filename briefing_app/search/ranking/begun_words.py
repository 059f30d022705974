"""What a word that is being typed may become, as spellings of their own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.query.expansion import AllOf, AnyOf, Group, NoneOf
from briefing_app.search.words.variants import PREFIX, Variant
from briefing_app.search.words.vocabulary import beginning_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing_app.search.query.expansion import Plan


class BegunWords:
    """Puts the most frequent words in place of beginnings that stand for a few words only."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take how many fields of the documents have each word."""
        self._counts = counts
        self._sorted = sorted(counts)
        # ids and numbers stand in one claim each: a million of them need not be put in order
        self._repeated = [term for term in self._sorted if counts[term] > 1]

    def spelt_out(self, plan: Plan) -> Plan:
        """Return the plan without beginnings that stand for a limited number of words."""
        match plan:
            case Group(variants=variants):
                if not any(map(_is_limited, variants)):
                    return plan
                spelt = tuple(v for variant in variants for v in self._completed(variant))
                return msgspec.structs.replace(plan, variants=spelt)
            case AllOf(parts=parts) | AnyOf(parts=parts):
                return msgspec.structs.replace(plan, parts=tuple(map(self.spelt_out, parts)))
            case NoneOf(part=part):
                return NoneOf(self.spelt_out(part))
            case _:
                return plan

    def _completed(self, variant: Variant) -> Iterator[Variant]:
        if not _is_limited(variant) or variant.completions is None:
            yield variant
            return
        *before, last = variant.terms
        yield Variant(variant.terms, variant.weight, guess=variant.guess)
        for term in self._most_frequent(last, variant.completions):
            yield Variant((*before, term), variant.weight * PREFIX, guess=variant.guess)

    def _most_frequent(self, beginning: str, count: int) -> list[str]:
        """Return the words that go on so: the most frequent first, equal ones in order."""
        found = [term for term in beginning_with(self._repeated, beginning) if term != beginning]
        found.sort(key=self._counts.__getitem__, reverse=True)  # equal ones stay in order
        if len(found) < count:
            every = beginning_with(self._sorted, beginning)
            once = (term for term in every if self._counts[term] == 1 and term != beginning)
            found.extend(itertools.islice(once, count - len(found)))
        return found[:count]


def _is_limited(variant: Variant) -> bool:
    return variant.prefix and variant.completions is not None
