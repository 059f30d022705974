"""Where somebody was reading, in words that survive another text size and another version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences

_OPENING_LETTERS = 60


class ReadingPlace(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph of a section, and how much of it was above the top of the window."""

    section: str
    paragraph: int
    share: float = 0.0  # of the paragraph's height; negative where its heading was in view
    opening: str = ""  # how the paragraph begins, to find it when the numbers have moved


def place_in(
    references: CrossReferences, section: str, paragraph: int, share: float
) -> ReadingPlace:
    """Return a place with the words that its paragraph begins with."""
    opening = _openings(references, section).get(paragraph, "")
    return ReadingPlace(section, paragraph, share, opening)


def paragraph_now(place: ReadingPlace, references: CrossReferences) -> int:
    """Return the number that the place's paragraph has in a briefing as it is now; 0 = nowhere.

    The paragraph that begins with the same words, the nearest if there are several; else the one
    of the same number, or the last one.
    """
    openings = _openings(references, place.section)
    if not openings:
        return 0
    same = [number for number, words in openings.items() if words == place.opening]
    if place.opening and same:
        return min(same, key=lambda number: abs(number - place.paragraph))
    return min(place.paragraph, max(openings))


def _openings(references: CrossReferences, section: str) -> dict[int, str]:
    found: dict[int, str] = {}
    if section in references.sections:
        for number, text in rich_texts(references.sections[section].blocks):
            if number and number not in found:
                found[number] = text.text[:_OPENING_LETTERS]
    return found
