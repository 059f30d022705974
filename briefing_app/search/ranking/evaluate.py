"""A plan against an inverted index: which documents answer it, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.query.expansion import AllOf, AnyOf, Group, NoneOf
from briefing_app.search.ranking.certainty import rank, said, stages
from briefing_app.search.ranking.relevance import brevity, nearness, rarity, saturation
from briefing_app.search.words.variants import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.tree import Dates, Field
    from briefing_app.search.ranking.inverted_index import InvertedIndex
    from briefing_app.search.words.variants import Variant

    Spread = Callable[[Group, int], tuple[int, int]]
    FieldLookup = Callable[[Field | Dates], Mapping[int, float]]

Scores = dict[int, float]
_TOPIC = 0.3  # what a word adds that also stands in a heading field


class Weighting(msgspec.Struct, frozen=True):
    """How one kind of documents is scored; field 0 is the body."""

    fields: tuple[float, ...] = (1.0,)
    headings: frozenset[int] = frozenset()  # fields that say what the document is about
    exact_fields: frozenset[int] = frozenset({0})  # where a quoted or exact word may stand
    aliases: bool = True  # whether other spellings of a name count
    repetition: bool = True  # whether saying a word again counts
    brevity: float = 0.25  # 0 = length does not count, 1 = in full; .75 costs .05-.17 nDCG


class Evaluator:
    """Answers plans that are spelt out (`BegunWords`) for one kind of documents."""

    def __init__(
        self,
        index: InvertedIndex,
        weighting: Weighting,
        look_up: FieldLookup,
        spread: Spread | None = None,
    ) -> None:
        """Take the documents; where they are part of more, `spread` says how rare a group is.

        It is given a group and how many hold it here, and returns that of all, and how many those
        are.
        """
        self._index = index
        self._spread = spread or (lambda _group, found: (found, index.size))
        self._weighting = weighting
        self._look_up = look_up
        self._mean_length = index.mean_length

    def scores(self, plan: Plan) -> Scores:
        """Return the documents that answer the plan, with what to sort them by (`rank`)."""
        found = self._evaluate(plan)
        if not found:
            return found
        parts = plan.parts if isinstance(plan, AllOf) else ()
        groups = [part for part in parts if isinstance(part, Group)]
        if len(groups) > 1:
            self._add_nearness(groups, found)
        *surer, (least, _) = stages(plan)
        sure: dict[int, int] = {}
        for certainty, step in reversed(surer):
            sure.update(dict.fromkeys(self._evaluate(step), certainty))
        lengths, mean, b = self._index.lengths, self._mean_length, self._weighting.brevity
        # rounded, so that equal answers tie and keep the order of the text
        if not b:  # many claims have one of few scores
            relevance = {score: rank(0, round(score, 6)) for score in set(found.values())}
            return {doc: sure.get(doc, least) + relevance[s] for doc, s in found.items()}
        return {
            doc: rank(sure.get(doc, least), round(s / brevity(lengths[doc], mean, b), 6))
            for doc, s in found.items()
        }

    def strengths(self, plan: Plan) -> Scores:
        """Return the documents that answer the plan, each with how strongly, whatever that is."""
        return self._evaluate(plan)

    def documents(self, plan: Plan) -> Collection[int]:
        """Return the documents that answer the plan."""
        return self._evaluate(plan)

    def says(self, documents: Collection[int], phrase: tuple[str, ...]) -> bool:
        """Whether one of the documents itself says these words."""
        return any(doc in documents for doc in self._group(said(phrase)))

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
                        before = best.get(doc, 0.0)
                        best[doc] = before + score if plan.adding else max(score, before)
                return best
            case NoneOf(part=part):
                excluded = self._evaluate(part)
                return {doc: 0.0 for doc in range(self._index.size) if doc not in excluded}
            case _:
                return dict(self._look_up(plan))

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

    def _variants(self, group: Group) -> tuple[Variant, ...]:
        if self._weighting.aliases:
            return (*group.variants, *group.aliases)
        return group.variants

    def _group(self, group: Group) -> Scores:
        """Return the best of the group's variants in each field, then the best field and a little.

        The rarity is that of the whole group: a rare spelling is not worth more than a common one.
        """
        found: Scores = {}
        topics: Scores = {}
        count, headings = self._index.field_count, self._weighting.headings
        scored = self._repeated(group) if self._weighting.repetition else self._once(group)
        for slot, score in scored:
            doc, field = divmod(slot, count)
            if score > found.get(doc, 0.0):
                found[doc] = score
            if field in headings:
                topics[doc] = _TOPIC * score
        rare = rarity(*self._spread(group, len(found)))
        return {doc: (score + topics.get(doc, 0.0)) * rare for doc, score in found.items()}

    def _by_field(self, group: Group, certainty: float) -> list[float]:
        """Return what a variant scores in each field, said once."""
        weights, allowed = self._weighting.fields, self._weighting.exact_fields
        return [
            0.0 if group.exact and field not in allowed else certainty * weight
            for field, weight in enumerate(weights)
        ]

    def _once(self, group: Group) -> Iterator[tuple[int, float]]:
        """Yield the slots that hold a group with the score of the surest variant in them."""
        levels: dict[float, set[int]] = {}
        for variant in self._variants(group):
            for slots, exact in self._index.occurrences(variant):
                certainty = variant.weight * (1.0 if exact else PREFIX)
                levels.setdefault(certainty, set()).update(slots)
        seen: set[int] = set()
        count = self._index.field_count
        for certainty in sorted(levels, reverse=True):
            by_field = self._by_field(group, certainty)
            new = levels[certainty] - seen
            seen |= new
            for slot in new:
                score = by_field[slot % count]
                if score:
                    yield slot, score

    def _repeated(self, group: Group) -> Iterable[tuple[int, float]]:
        """Return the same where saying a word again counts."""
        count = self._index.field_count
        best: Scores = {}
        for variant in self._variants(group):
            for slots, exact in self._index.occurrences(variant):
                by_field = self._by_field(group, variant.weight * (1.0 if exact else PREFIX))
                for slot, positions in slots.items():
                    score = by_field[slot % count] * saturation(len(positions))
                    if score > best.get(slot, 0.0):
                        best[slot] = score
        return best.items()

    def _add_nearness(self, groups: list[Group], found: Scores) -> None:
        count = self._index.field_count
        positions: list[dict[int, list[int]]] = []
        for group in groups:
            here: dict[int, list[int]] = {}
            for variant in self._variants(group):
                for slots, _ in self._index.occurrences(variant):
                    for slot, places in slots.items():
                        doc, field = divmod(slot, count)
                        if field == 0 and doc in found:
                            here.setdefault(doc, []).extend(places)
            positions.append(here)
        for doc in found:
            present = [here[doc] for here in positions if doc in here]
            if len(present) > 1:
                found[doc] *= nearness(present)
