"""Which letters count as one: for the claim index, for what is found in a text and in the pages.

The letters of Arabic, Persian, Pashto and Urdu keyboards that stand for one another, accents,
capitals, digits of every script, and Latin letters that a keyboard may lack.
"""

from __future__ import annotations

import unicodedata

APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u201b\u2032`\u00b4"

_ALIKE = {
    "ی": "يىېۍےؽؾؿێ",
    "ک": "كڪ",
    "گ": "ګڰ",
    "ه": "ةۃھہە",
    "ا": "ٱ",
    "ن": "ں",
    "ٹ": "ټ",  # what is Pashto's on the one keyboard is Urdu's on the other
    "ڈ": "ډ",
    "ڑ": "ړ",
    "i": "ıɨ",
    "l": "ł",
    "o": "ø",
    "d": "đð",
    "h": "ħ",
    "t": "ŧ",
    "n": "ŋ",
    "e": "ə",
    "th": "þ",
    "ae": "æ",
    "oe": "œ",
    # signs inside words: ayn, hamza and okina, tatweel, joiners, soft and no-width breaks
    "": f"ʿʾ\u02bf\u02be\u0640\u200b\u200c\u200d\u2060\u00ad{APOSTROPHES}",
}
_SAME = {letter: same for same, letters in _ALIKE.items() for letter in letters}


def same_letter(letter: str, *, keep_case: bool = False) -> str:
    """Return a letter as it is compared; nothing for a mark, a blank or a sign inside words.

    Compatibility decomposition and case folding as in Unicode 15, chapters 3.11 and 3.13.
    """
    if keep_case:
        return "".join(_plain(c) for c in unicodedata.normalize("NFKD", letter))
    # before the decomposition: half-width and stylised letters; after it: hamza seats, i with dot
    decomposed = unicodedata.normalize("NFKD", letter.casefold()).casefold()
    return "".join(_plain(c) for c in decomposed)


def _plain(letter: str) -> str:
    if unicodedata.combining(letter) or letter.isspace():
        return ""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isupper() and (same := _SAME.get(letter.lower())) is not None:
        return same.capitalize()
    return _SAME.get(letter, letter)


class _SameLetters(dict[int, str]):
    """Code point -> `same_letter`, each worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = same = same_letter(chr(code))
        return same


SAME_LETTERS = _SameLetters()  # for str.translate
