"""Texts as the numbers of word pieces that a sentence model reads (BERT, uncased).

Devlin et al. 2019; Wu et al. 2016, section 4.1: the longest known piece first, from the left.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD: Final = 100  # letters
MOST_PIECES: Final = 128  # of a text; the rest is not read
_IDEOGRAPHS: Final = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF)),
    *((0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0x2F800, 0x2FA1F)),
)


class WordPieces:
    """The pieces of one model."""

    def __init__(self, vocabulary: Path) -> None:
        """Read the pieces, one a line; a piece's number is that of its line, from 0.

        Raises:
            OSError: the file cannot be read.
        """
        pieces = vocabulary.read_text("utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(pieces)}

    def of(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces between the marks of its begin and end."""
        numbers = [self._numbers[_BEGIN]]
        for word in _words(text):
            numbers += self._pieces(word)
            if len(numbers) >= MOST_PIECES:
                break
        return [*numbers[: MOST_PIECES - 1], self._numbers[_END]]

    def _pieces(self, word: str) -> list[int]:
        found, start = [], 0
        while start < len(word) <= _LONGEST_WORD:
            before = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(before + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self._numbers[_UNKNOWN]]
        return found or [self._numbers[_UNKNOWN]]


def _words(text: str) -> Iterator[str]:
    """Yield words without accents, and each sign of its own."""
    word = ""
    for sign in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(sign)
        if kind == "Mn" or (kind in ("Cc", "Cf", "Cn", "Co", "Cs") and not sign.isspace()):
            continue
        alone = _is_sign(sign, kind)
        if (alone or sign.isspace()) and word:
            yield word
            word = ""
        if alone:
            yield sign
        elif not sign.isspace():
            word += sign
    if word:
        yield word


def _is_sign(sign: str, kind: str) -> bool:
    code = ord(sign)
    if code < 128:
        return sign.isprintable() and not sign.isalnum() and sign != " "
    return kind.startswith("P") or any(first <= code <= last for first, last in _IDEOGRAPHS)
