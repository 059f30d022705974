"""A plan against an inverted index: which documents answer it, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_app.search.expansion import PREFIX, AllOf, AnyOf, Group, NoneOf
from briefing_app.search.ranking import brevity, nearness, rarity, saturation

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.search.expansion import Plan
    from briefing_app.search.inverted_index import InvertedIndex
    from briefing_app.search.query import Dates, Field

Scores = dict[int, float]


class FieldLookup(Protocol):
    """Which documents a field of the query means."""

    def __call__(self, field: Field | Dates, /) -> Collection[int]:
        """Return the documents."""
        ...


class Evaluator:
    """One kind of documents: its index, the weights of its fields, its fields' values.

    `exact_fields` are those in which a quoted or exact word may stand; `body` is the field whose
    length and word distances count.
    """

    def __init__(
        self,
        index: InvertedIndex,
        weights: tuple[float, ...],
        look_up: FieldLookup,
        *,
        exact_fields: frozenset[int] | None = None,
        body: int = 0,
    ) -> None:
        self._index = index
        self._weights = weights
        self._look_up = look_up
        self._exact_fields = exact_fields or frozenset(range(len(weights)))
        self._body = body
        total = sum(index.lengths)
        self._mean_length = total / index.size if index.size else 0.0

    def scores(self, plan: Plan) -> Scores:
        """Return the documents that answer the plan, with how well (0 = only not excluded)."""
        found = self._evaluate(plan)
        parts = plan.parts if isinstance(plan, AllOf) else ()
        groups = [part for part in parts if isinstance(part, Group)]
        if len(groups) > 1 and found:
            self._add_nearness(groups, found)
        lengths, mean = self._index.lengths, self._mean_length
        return {doc: round(s / brevity(lengths[doc], mean), 6) for doc, s in found.items()}

    def documents(self, group: Group) -> Collection[int]:
        """Return the documents that hold the group."""
        return self._group(group)

    def _evaluate(self, plan: Plan) -> Scores:
        match plan:
            case Group():
                return self._group(plan)
            case AllOf(parts=parts):
                return self._all_of(parts)
            case AnyOf(parts=parts):
                best: Scores = {}
                for part in parts:
                    for doc, score in self._evaluate(part).items():
                        best[doc] = max(score, best.get(doc, 0.0))
                return best
            case NoneOf(part=part):
                excluded = self._evaluate(part)
                return {doc: 0.0 for doc in range(self._index.size) if doc not in excluded}
            case _:
                return dict.fromkeys(self._look_up(plan), 0.0)

    def _all_of(self, parts: tuple[Plan, ...]) -> Scores:
        wanted = [self._evaluate(part) for part in parts if not isinstance(part, NoneOf)]
        if not wanted:
            wanted = [dict.fromkeys(range(self._index.size), 0.0)]
        wanted.sort(key=len)
        found = {
            doc: score + sum(other[doc] for other in wanted[1:])
            for doc, score in wanted[0].items()
            if all(doc in other for other in wanted[1:])
        }
        for part in parts:
            if isinstance(part, NoneOf) and found:
                for doc in self._evaluate(part.part):
                    found.pop(doc, None)
        return found

    def _group(self, group: Group) -> Scores:
        count = self._index.field_count
        best: Scores = {}
        for variant in (*group.variants, *group.aliases):
            for slot, positions, exact in self._index.occurrences(variant):
                doc, field = divmod(slot, count)
                if group.exact and field not in self._exact_fields:
                    continue
                weight = variant.weight * self._weights[field] * (1.0 if exact else PREFIX)
                score = weight * saturation(len(positions))
                if score > best.get(doc, 0.0):
                    best[doc] = score
        rare = rarity(len(best), self._index.size)
        return {doc: score * rare for doc, score in best.items()}

    def _add_nearness(self, groups: list[Group], found: Scores) -> None:
        count = self._index.field_count
        positions: list[dict[int, list[int]]] = []
        for group in groups:
            here: dict[int, list[int]] = {}
            for variant in (*group.variants, *group.aliases):
                for slot, places, _ in self._index.occurrences(variant):
                    doc, field = divmod(slot, count)
                    if field == self._body and doc in found:
                        here.setdefault(doc, []).extend(places)
            positions.append(here)
        for doc in found:
            present = [here[doc] for here in positions if doc in here]
            if len(present) > 1:
                found[doc] *= nearness(present)
