"""Which figures a briefing is opened with, on the overview as on the handout's front page."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from briefing_app.model.standing import standing_ids, stands

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences

MOST = 6


def key_figures(references: CrossReferences) -> tuple[tuple[Claim, Figure], ...]:
    """Return at most six figures of claims that stand, each with its claim.

    Those of the key judgements come first, as the author ranked them, then the others in the order
    of the text. Of each claim its first figure: one with many does not take the place of five. A
    figure without a number is none.
    """
    keys = dict.fromkeys(standing_ids(references.briefing.key_judgments, references))
    rest = (claim for claim in references.in_text_order() if claim.id not in keys)
    ordered = chain((references.claims[name] for name in keys), filter(stands, rest))
    found = ((claim, _first(claim)) for claim in ordered)
    return tuple(islice(((claim, figure) for claim, figure in found if figure is not None), MOST))


def _first(claim: Claim) -> Figure | None:
    numbers = (f for f in claim.figures if (f.value, f.low, f.high) != (None, None, None))
    return next(numbers, None)
