"""Other ways to write an amount: `usd 100 billion`, `100 billion usd`, `80000`, `twenty`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Phrase = tuple[str, ...]

SCALES = {
    "thousand": 3, "lakh": 5, "million": 6, "m": 6, "crore": 7, "billion": 9, "trillion": 12,
}  # fmt: skip
UNITS = frozenset((*SCALES, "metre"))  # what makes other figures of a number before it
_MEASURES = frozenset({"usd", "eur", "gbp", "rupee", "percent"})  # said before or after the number
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_POINTS_FOR_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
# "one" says too little to be looked for as a number
_SMALL = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIGURES = {word: str(number) for number, word in enumerate(_SMALL, 2)} | {
    word: str(10 * number) for number, word in enumerate(_TENS, 3)
}
_IN_WORDS = {figures: word for word, figures in _FIGURES.items()}
_TEN, _HUNDRED, _ONE = 10, 100, frozenset({"a", "one"})
LONGEST_IN_WORDS = 8  # words of a number
_LARGEST_HEAD = 10_000  # "9,999 million" is still said so


def is_number(term: str) -> bool:
    """Whether a term is a plain number."""
    return _NUMBER.fullmatch(term) is not None


def same_amounts(terms: Phrase) -> list[Phrase]:
    """Return other phrases for the same amount, the one given left out; `m` may be metres."""
    if len(terms) == 2 and terms[1] == "metre":
        return [(terms[0], "m")]
    found = dict.fromkeys(_other_figures(terms))
    if len(terms) == 1:
        for said in (_FIGURES.get(terms[0]), _IN_WORDS.get(terms[0])):
            if said:
                found[(said,)] = None
    if len(terms) > 1:
        for phrase in (terms, *found):
            if phrase[0] in _MEASURES:
                found[(*phrase[1:], phrase[0])] = None
            elif phrase[-1] in _MEASURES:
                found[(phrase[-1], *phrase[:-1])] = None
    found.pop(terms, None)
    return list(found)


def _other_figures(terms: Phrase) -> list[Phrase]:
    """Return the phrase with its number in other figures: 80 thousand, 80000."""
    before = terms[:1] if terms[0] in _MEASURES else ()
    after = terms[-1:] if len(terms) > 1 and terms[-1] in _MEASURES else ()
    amount = terms[len(before) : len(terms) - len(after)]
    if not 1 <= len(amount) <= 2 or (len(amount) == 2 and amount[1] not in SCALES):
        return []
    number = amount[0]
    if len(amount) == 1 and _POINTS_FOR_THOUSANDS.fullmatch(number):
        return [(*before, number.replace(".", ""), *after)]
    if not is_number(number):
        return []
    value = Decimal(number).scaleb(SCALES[amount[1]] if len(amount) == 2 else 0)
    found = [(*before, *figures, *after) for figures in _figures(value)]
    if amount[1:] == ("m",) and not (before or after):
        found.append((number, "metre"))
    return found


def _figures(value: Decimal) -> list[Phrase]:
    found: list[Phrase] = []
    if value == value.to_integral_value() and value < 10**15:
        found.append((f"{value:f}".partition(".")[0],))
    for scale, zeros in SCALES.items():
        head = value.scaleb(-zeros).normalize()
        exponent = head.as_tuple().exponent
        if 1 <= head < _LARGEST_HEAD and isinstance(exponent, int) and exponent >= -3:
            found.append((f"{head:f}", scale))
    return found


def in_figures(words: Sequence[str]) -> tuple[str, int]:
    """Return the number that words begin with, and how many of them it has: two or more, or none.

    `six thousand`, `fifteen hundred`, `two hundred and seventy two`; not `twenty`, `80 million`.
    """
    total = part = 0
    least = 15  # zeros of the last scale: thousands come after millions
    best = ("", 0)
    for count, word in enumerate(words, 1):
        figures = 1 if word in _ONE else int(_FIGURES.get(word, 0))
        scale = SCALES.get(word, 0) if len(word) > 1 else 0
        if figures and (
            part % _HUNDRED == 0 or (figures < _TEN <= part % _HUNDRED and not part % _TEN)
        ):
            part += figures
        elif word == "hundred" and (0 < part < _HUNDRED or count == 1):
            part = (part or 1) * _HUNDRED
        elif scale and part and scale < least:
            total, part, least = total + part * 10**scale, 0, scale
        elif word == "and" and (part or total):
            continue
        else:
            break
        if count > 1:
            best = (str(total + part), count)
    return best
