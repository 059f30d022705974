"""How surely a claim has what was typed: the words themselves, before other forms, before guesses.

A claim is as sure as its weakest word. It has a word if it says it: in its statement, label, tags,
figures or note, not only in the names of whom it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from briefing_app.search.query.expansion import AllOf, AnyOf, Group, NoneOf
from briefing_app.search.words.variants import ITSELF, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.search.query.expansion import Plan

AS_TYPED: Final = 2
EXPANDED: Final = 1
GUESSED: Final = 0


def rank(certainty: int, relevance: float) -> float:
    """Return one number to sort by: certainty first, then relevance; the whole is below 3."""
    return certainty + relevance / (1 + relevance)


def groups_of(plan: Plan, *, excluded: bool = True) -> Iterator[Group]:
    """Yield the groups of a plan, those of what must not be there only if they are asked for."""
    match plan:
        case NoneOf(part=part) if excluded:
            yield from groups_of(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from groups_of(part, excluded=excluded)
        case Group():
            yield plan
        case _:
            return


def has_guesses(plan: Plan) -> bool:
    """Whether a plan finds documents that answer only with a word corrected."""
    return any(group.guessed for group in groups_of(plan, excluded=False))


def is_guess(score: float) -> bool:
    """Whether a document with this score (`rank`) answers a plan with guesses only by one."""
    return score < EXPANDED


def said(phrase: tuple[str, ...]) -> Group:
    """Return what finds the documents that themselves say these words."""
    return Group((Variant(phrase, ITSELF),), exact=True)


def as_typed(plan: Plan) -> Plan | None:
    """Return the plan with each word only as it was typed; None if nothing can answer that."""
    match plan:
        case Group(variants=variants):
            typed = tuple(variant for variant in variants if variant.weight >= ITSELF)
            return Group(typed, exact=True) if typed else None
        case AllOf(parts=parts):
            found = tuple(part for part in map(as_typed, parts) if part is not None)
            return AllOf(found) if len(found) == len(parts) else None
        case AnyOf(parts=parts, adding=adding):
            found = tuple(part for part in map(as_typed, parts) if part is not None)
            return AnyOf(found, adding) if found else None
        case _:
            return plan


def without_guesses(plan: Plan) -> Plan:
    """Return the plan without the corrections of words that may be misspelt."""
    match plan:
        case Group(guessed=True):
            sure = tuple(variant for variant in plan.variants if not variant.guess)
            return msgspec.structs.replace(plan, variants=sure)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return msgspec.structs.replace(plan, parts=tuple(without_guesses(p) for p in parts))
        case _:
            return plan


def stages(plan: Plan) -> tuple[tuple[int, Plan], ...]:
    """Return a plan in steps, the surest first, each with its certainty; the last is the plan.

    It has been spelt out (`BegunWords`): what a word that is being typed may become is less sure.
    A plan without words is one step, of the least: there is nothing to rank.
    """
    if not any(True for _ in groups_of(plan, excluded=False)):
        return ((GUESSED, plan),)
    steps: list[tuple[int, Plan]] = []
    typed = as_typed(plan)
    if typed is not None:
        steps.append((AS_TYPED, typed))
    if has_guesses(plan):
        steps.append((EXPANDED, without_guesses(plan)))
        steps.append((GUESSED, plan))
    else:
        steps.append((EXPANDED, plan))
    return tuple(steps)
