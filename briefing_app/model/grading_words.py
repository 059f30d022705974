"""How a claim is graded and how it stands, in words, for what leaves the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import Confidence, Likelihood, Status

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim

GRADED = (Confidence.LOW, Confidence.MODERATE, Confidence.HIGH)


def likelihood_words(claim: Claim) -> str:
    """Return how likely it is, and by when: `very unlikely by Feb 2027`; nothing if not said."""
    if claim.likelihood is None:
        return ""
    words = claim.likelihood.value.replace("-", " ")
    if claim.likelihood is Likelihood.EVEN:
        words = "roughly even chance"
    return f"{words} {claim.horizon.display_horizon()}" if claim.horizon else words


def grading_words(claim: Claim, status: Status) -> list[str]:
    """Return what is to be said beside a claim's type: `withdrawn`, `likely`, `low confidence`.

    `status` is how it stands: its own, or `standing.standing_status`.
    """
    words = [] if status is Status.CURRENT else [status.value]
    if claim.likelihood:
        words.append(likelihood_words(claim))
    if claim.confidence in GRADED:
        assert claim.confidence is not None
        words.append(f"{claim.confidence.value} confidence")
    return words
