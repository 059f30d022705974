"""Finding words in a text as a reader means them: letters count as one as in the claim index.

Offsets are code points of the text as it is.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing_app.search.words.letters import APOSTROPHES, same_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = {
    **dict.fromkeys(f"{APOSTROPHES}‚", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
}


_LETTER = r"[^\W\d_]"
# Ka'ba, Ma‘sud: no letter; but the possessive of Pakistan's stands apart from the name
_INSIDE_WORD = re.compile(rf"(?<={_LETTER})[{APOSTROPHES}](?={_LETTER})(?![sS](?!\w))")
_SOME_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_NO_LETTER = "\u02bf"  # folded to nothing


class _Folding(dict[int, str]):
    """Code point -> what it is folded to; each worked out once."""

    def __init__(self, *, keep_case: bool) -> None:
        super().__init__()
        self._keep_case = keep_case

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _SIGNS:
            folded = _SIGNS[letter]
        elif letter.isspace():
            folded = " "
        else:
            folded = same_letter(letter, keep_case=self._keep_case)
        self[code] = folded
        return folded


_FOLDINGS = {keep_case: _Folding(keep_case=keep_case) for keep_case in (False, True)}


class TextMatcher:
    """One thing to find, and how."""

    def __init__(self, words: str, *, match_case: bool = False, whole_words: bool = False) -> None:
        """Fold what is to be found; blanks alone find nothing."""
        self._folding = _FOLDINGS[match_case]
        self._match_case = match_case
        self._whole_words = whole_words
        # an apostrophe at the end is one inside a word that is still being typed
        self._needle = self._fold(_comparable(re.sub(rf"(?<=\w)[{APOSTROPHES}]\Z", "", words)))

    def __bool__(self) -> bool:
        """Whether there is anything to find."""
        return bool(self._needle.strip())

    def _fold(self, text: str) -> str:
        if text.isascii() and "\n" not in text and "\t" not in text:
            return text if self._match_case else text.lower()
        return text.translate(self._folding)

    def count(self, text: str) -> int:
        """Return how often it stands in a text."""
        return sum(1 for _ in self._places(self._fold(_comparable(text)))) if self else 0

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it stands in a text: sorted, not overlapping."""
        if not self:
            return []
        text = _comparable(text)
        folded = self._fold(text)
        found = list(self._places(folded))
        if not found or self._keeps_places(text):
            return found
        # which letter of the text each folded letter came from
        ends = list(accumulate(len(self._folding[ord(letter)]) for letter in text))
        origin = [0] * (len(folded) + 1)
        before = 0
        for offset, end in enumerate(ends):
            origin[before:end] = [offset] * (end - before)
            before = end
        return [(origin[start], self._past(text, origin[end - 1])) for start, end in found]

    def _past(self, text: str, offset: int) -> int:
        """The end of the letter at an offset, with the marks that join it."""
        offset += 1
        while offset < len(text) and not self._folding[ord(text[offset])]:
            offset += 1
        return offset

    def _keeps_places(self, text: str) -> bool:
        return text.isascii() or all(len(self._folding[ord(c)]) == 1 for c in set(text))

    def _places(self, folded: str) -> Iterator[tuple[int, int]]:
        needle, length = self._needle, len(self._needle)
        start = folded.find(needle)
        while start >= 0:
            end = start + length
            if not self._whole_words or _stands_alone(folded, start, end):
                yield start, end
                start = folded.find(needle, end)
            else:
                start = folded.find(needle, start + 1)


def _comparable(text: str) -> str:
    """Return a text as long, with the signs inside its words told apart from quotation marks."""
    if _SOME_APOSTROPHE.search(text) is None:
        return text
    return _INSIDE_WORD.sub(_NO_LETTER, text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches a stretch of text at an end that is one itself."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after
