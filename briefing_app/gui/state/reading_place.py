"""Where somebody was reading: a paragraph, and how much of it was above the top of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from briefing_app.model.anchor import Anchor, anchor_at, find, paragraph_texts

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences

_OPENING_LETTERS = 60


class ReadingPlace(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph of a section, and how much of it was above the top of the window."""

    section: str
    paragraph: Annotated[int, msgspec.Meta(ge=0, le=1 << 24)]
    share: Annotated[float, msgspec.Meta(ge=-1e6, le=1e6)] = (
        0.0  # of the paragraph's height; negative where its heading was in view
    )
    opening: str = ""  # how the paragraph begins, to find it when the numbers have moved


def place_in(
    references: CrossReferences, section: str, paragraph: int, share: float
) -> ReadingPlace:
    """Return a place with the words that its paragraph begins with."""
    opening = anchor_at(references, section, paragraph, 0, _OPENING_LETTERS).exact
    return ReadingPlace(section, paragraph, share, opening)


def paragraph_now(place: ReadingPlace, references: CrossReferences) -> int:
    """Return the number that the place's paragraph has in a briefing as it is now; 0 = nowhere.

    The paragraph that begins with the same words, the nearest if there are several; else the one
    of the same number, or the last one.
    """
    found = find(Anchor(place.section, place.paragraph, place.opening), references)
    if found is not None and found.start == 0:
        return found.paragraph
    return min(place.paragraph, max(paragraph_texts(references, place.section), default=0))
