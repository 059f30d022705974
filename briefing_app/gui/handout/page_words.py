"""Finding words in the text of a page as it was set: lines may end inside a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.gui.prose.text_matcher import TextMatcher

# What PDFium says for a hyphen at a line's end, be it the word's own or set there for want of room
LINE_END_HYPHEN: Final = "\x02"
_BREAK_HERE: Final = "\u200b"  # where an id that is wider than its column may end a line
# how a broken line may be read: what its hyphen and what the break without a blank stands for
_READINGS: Final = (("", " "), ("-", " "), ("", ""))


def spans_on_page(text: str, matcher: TextMatcher) -> list[tuple[int, int]]:
    """Return where a thing stands in a page's text: start and end, sorted, not overlapping."""
    found: set[tuple[int, int]] = set()
    for hyphen, line_break in _READINGS:
        letters, places = _read(text, hyphen, line_break)
        found.update((places[a], places[b - 1] + 1) for a, b in matcher.spans(letters))
    return list(_apart(found))


def _read(text: str, hyphen: str, line_break: str) -> tuple[str, list[int]]:
    """The text as one line, with one blank between words; and where each letter came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter == _BREAK_HERE:
            continue
        if letter == LINE_END_HYPHEN:
            said = hyphen
        elif not letter.isspace():
            said = letter
        elif not letters or letters[-1] == " " or text[place - 1] == LINE_END_HYPHEN:
            continue
        else:
            said = line_break if letter in "\r\n" else " "
        if said:
            letters.append(said)
            places.append(place)
    return "".join(letters), places


def _apart(spans: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order; of those that overlap the first and longest."""
    past = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= past:
            yield start, end
            past = end
