"""How a claim stands now, in a sign for the margin and in a word: disputed, replaced, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.words import model_words as words
from briefing_app.model.claim import Status
from briefing_app.model.standing import standing_status

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_SIGNS = {
    Status.DISPUTED: "≠",
    Status.UPDATED: "→",
    Status.SUPERSEDED: "→",
    Status.WITHDRAWN: "×",
}


def standing_sign(claim: Claim, references: CrossReferences) -> str:
    """Return the sign that stands after a claim's id in the margin; empty if it stands as it is."""
    return _SIGNS.get(standing_status(claim, references), "")


def standing_word(claim: Claim, references: CrossReferences) -> str:
    """Return how a claim stands in a word; empty if it stands as it is."""
    standing = standing_status(claim, references)
    return "" if standing is Status.CURRENT else words.status_word(standing)
