"""How much memory a handout takes while its pages are set, estimated before they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.handout.handout_plan import Depth
from briefing_app.model.prose import Heading, rich_texts

if TYPE_CHECKING:
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.model.briefing import Briefing

ASKED_FROM = 1500  # MB
# Megabytes, as measured with Typst 0.15 on briefings of 500 to 5,200 claims; right to a fifth.
_BASE = 90
_LETTER, _HEADING, _MARK = 0.0007, 0.2, 0.55
_CLAIM = (
    (1000, 0.42),
    (2500, 0.36),
    (None, 0.25),
)  # a row of the claim table, up to so many claims
_LARGE_PRINT = 1.3


def memory_of(briefing: Briefing, plan: HandoutPlan) -> int:
    """Return about how many megabytes it takes to set the pages of a plan."""
    if plan.depth is Depth.ONE_PAGE:
        return _BASE
    sections = [s for s in briefing.sections if plan.sections is None or s.id in plan.sections]
    megabytes = float(_BASE)
    for section in sections:
        megabytes += _HEADING * sum(isinstance(block, Heading) for block in section.blocks)
        for _, text in rich_texts(section.blocks):
            megabytes += _LETTER * len(text.text) + _MARK * len(text.marks)
    if plan.claim_table:
        chosen = {section.id for section in sections}
        listed = len(plan.claims) if plan.claims is not None else None
        if listed is None:
            listed = sum(plan.sections is None or c.section in chosen for c in briefing.claims)
        count = len(briefing.claims)
        megabytes += listed * next(cost for most, cost in _CLAIM if most is None or count <= most)
    return round(megabytes * (_LARGE_PRINT if plan.large_print else 1))


def too_much(briefing: Briefing, plan: HandoutPlan) -> str:
    """Return what is said of a handout that takes much memory; nothing if it does not."""
    megabytes = memory_of(briefing, plan)
    if megabytes <= ASKED_FROM:
        return ""
    return (
        f"The handout is large: setting its pages takes about {megabytes / 1000:.1f} GB of memory. "
        "Fewer sections or claims, or none in a table, take less."
    )
