"""Where a passage is, in words that survive another edition: section, paragraph, and its quote.

The quote with what stands before and after it is W3C's TextQuoteSelector (Web Annotation Data
Model, 4.2.4). A passage is looked for by its words first, since paragraphs are numbered anew when
one is put in; its number decides between places that are alike.

The text of a paragraph is all that is said under its number, the items of a list or the cells of a
table each on a line. Offsets are code points into it, end exclusive.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.cross_references import CrossReferences

_CONTEXT_LETTERS = 32  # before and after the quote


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A passage within one paragraph of a section."""

    section: str
    paragraph: int
    exact: str = ""  # the words themselves
    prefix: str = ""  # what stands before them in the paragraph; empty at its beginning
    suffix: str = ""


class AnchoredWords(NamedTuple):
    """Where the words of an anchor stand now."""

    paragraph: int
    start: int
    end: int


def anchor_at(
    references: CrossReferences, section: str, paragraph: int, start: int, end: int
) -> Anchor:
    """Return the anchor of some words; without a quote where there is no such paragraph."""
    text = paragraph_texts(references, section).get(paragraph, "")
    before = text[max(start - _CONTEXT_LETTERS, 0) : start]
    after = text[end : end + _CONTEXT_LETTERS]
    return Anchor(section, paragraph, text[start:end], before, after)


def find(anchor: Anchor, references: CrossReferences) -> AnchoredWords | None:
    """Return where the words stand now; None if they are no longer in their section.

    Of several places the one with most of the same words around it, then the nearest paragraph.
    """
    texts = paragraph_texts(references, anchor.section)
    places = (
        AnchoredWords(number, start, start + len(anchor.exact))
        for number, text in texts.items()
        for start in _occurrences(anchor.exact, text)
    )

    def worth(place: AnchoredWords) -> tuple[int, int]:
        likeness = _likeness(anchor, texts[place.paragraph], place.start)
        return likeness, -abs(place.paragraph - anchor.paragraph)

    return max(places, key=worth, default=None)  # the first of those alike


def paragraph_texts(references: CrossReferences, section: str) -> dict[int, str]:
    """Return the text of each numbered paragraph of a section; none if there is no such section."""
    found: dict[int, list[str]] = {}
    if section in references.sections:
        for number, text in rich_texts(references.sections[section].blocks):
            if number:
                found.setdefault(number, []).append(text.text)
    return {number: "\n".join(texts) for number, texts in found.items()}


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _likeness(anchor: Anchor, text: str, start: int) -> int:
    """How many letters around the words are the same; a beginning that stays one has them all."""
    before, after = text[:start], text[start + len(anchor.exact) :]
    if not anchor.prefix:
        return _alike(anchor.suffix, after) + (0 if before else _CONTEXT_LETTERS)
    return _alike(anchor.prefix[::-1], before[::-1]) + _alike(anchor.suffix, after)


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
