"""The one token stream that the index, the query and the highlighting share.

Each token is folded by itself, so that its offsets stay those of the original text.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from briefing_app.search.words.letters import APOSTROPHES, SAME_LETTERS

_HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# `\w` knows no combining marks: those of Latin, Hebrew, Arabic, South Asian and Thai writing, and
# the joiners and soft hyphens that stand inside words.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0971-\u0dff\u0e31"
    "\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200c\u200d"
)
_LETTER = rf"[^\W\d_{_HAN}]"
# 80,000, 80 000, 80\u2009000, 80'000; India's and Pakistan's 1,50,000 and 2,50,00,000
_GROUPED = (
    r"(?:\d{1,3}(?P<sign>[,\u066c'\u2019 \u00a0\u2007-\u2009\u202f])\d{3}(?:(?P=sign)\d{3})*"
    r"|\d{1,2}(?P<lakhs>[,\u066c])(?:\d{2}(?P=lakhs))+\d{3})(?!\d)"
)
_TOKEN = re.compile(
    rf"(?P<number>{_GROUPED}(?:[.\u066b]\d+)?"
    r"|\d+(?:[.\u066b]\d+)*)"
    r"|(?P<symbol>(?:[uU][sS][ \u00a0]?)?\$|[€£₹₨%٪]|\b[Rr]s\.?(?=\s?\d)"
    r"|\b(?:USD|usd|EUR|eur|GBP|gbp|PKR|pkr|INR|inr)(?=\d))"
    rf"|(?P<han>[{_HAN}])"
    rf"|(?P<acronym>{_LETTER}(?:\.{_LETTER})+(?![^\W_])\.?)"
    rf"|(?P<word>{_LETTER}(?:[^\W_{_HAN}]|[{_MARKS}]|[{APOSTROPHES}](?={_LETTER}))*)"
)
_CODE = re.compile(r"([A-Za-z]{1,6})([0-9]{1,4})s?")  # F16, UNSCR2593, two Mi24s
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]\Z")
_SYMBOLS = {
    "$": "usd",
    "us$": "usd",
    "€": "eur",
    "£": "gbp",
    "%": "percent",
    "٪": "percent",
    **dict.fromkeys(("₹", "₨", "rs", "rs.", "pkr", "inr"), "rupee"),
    **{code: code for code in ("usd", "eur", "gbp")},
}
_WORDS = {
    "dollar": "usd",
    "dollars": "usd",
    "euro": "eur",
    "euros": "eur",
    "pct": "percent",
    "lakhs": "lakh",
    "lac": "lakh",
    "lacs": "lakh",
    "\u0644\u0627\u06a9\u0647": "lakh",
    "crores": "crore",
    "\u06a9\u0631\u0648\u0691": "crore",
    "rupees": "rupee",
    "pkr": "rupee",
    "inr": "rupee",
    "kilometer": "kilometre",
    "kilometers": "kilometre",
    "meters": "metre",
    "kilometres": "kilometre",
    "metres": "metre",
    "hectares": "hectare",
    "tonnes": "tonne",
    "tons": "tonne",
    "kilograms": "kilogram",
    "kilogramme": "kilogram",
    "kilogrammes": "kilogram",
}
_UNITS = {
    "bn": "billion",
    "mn": "million",
    "mln": "million",
    "mio": "million",
    "bln": "billion",
    "mrd": "billion",
    "tn": "trillion",
    "tr": "trillion",
    "trn": "trillion",
    "cr": "crore",
    "km": "kilometre",
    "kms": "kilometre",
    "ha": "hectare",
    "kg": "kilogram",
    "t": "tonne",
}
_ENDINGS = frozenset({"k", "s", "st", "nd", "rd", "th"})  # 80k, the 1950s, two Mi-24s, the 15th
_ONLY_TOUCHING = _ENDINGS | {"t"}  # which are more often something else
_MONEY = frozenset({"usd", "eur", "gbp", "rupee"})
_DOLLARS = frozenset({"dollar", "dollars"})
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_IZAFAT = frozenset({"e", "i", "ye", "yi"})


class Token(NamedTuple):
    """One word or number: as it is compared, and where it stands (code points, end exclusive)."""

    term: str
    start: int
    end: int


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the word as it is compared: one case, no accents, one form of each letter."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    return word.translate(SAME_LETTERS)


def tokenize(text: str, *, codes: bool = True) -> list[Token]:
    """Return the tokens of a text in order.

    Hyphens separate, `80,000` is `80000`, a possessive 's is dropped, the izafat of
    `Tehrik-e-Taliban` has no place of its own. A code is its letters and its number, written
    together or apart: `F-16`, `F16`, `F 16`; one word, if not `codes`.
    """
    tokens: list[Token] = []
    numbers: set[int] = set()
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match[0]
        kind = match.lastgroup
        if kind == "number":
            numbers.add(len(tokens))
            tokens.append(Token(_number(raw), start, end))
            continue
        if kind == "symbol":
            tokens.append(Token(_SYMBOLS["".join(raw.lower().split())], start, end))
            continue
        if kind == "acronym":
            raw = raw.replace(".", "")
        elif _POSSESSIVE.search(raw):
            raw, end = raw[:-2], end - 2
        term = fold(raw)
        if not term:
            continue
        if codes and (code := _CODE.fullmatch(raw)) is not None:
            letters, number = code.span(1), code.span(2)
            tokens.append(Token(term[: letters[1]], start, start + letters[1]))
            numbers.add(len(tokens))
            tokens.append(Token(code[2], start + number[0], end))
            continue
        if len(tokens) - 1 in numbers and _counts(text, tokens, term, start):
            if term in _ENDINGS:
                tokens[-1] = Token(_with_ending(tokens[-1].term, term), tokens[-1].start, end)
                continue
            money = term == "m" and len(tokens) > 1 and tokens[-2].term in _MONEY
            term = "million" if money else _UNITS.get(term, term)
        elif term == "cent" and tokens and tokens[-1].term == "per" and start - tokens[-1].end == 1:
            tokens[-1] = Token("percent", tokens[-1].start, end)
            continue
        if term in _DOLLARS and tokens and tokens[-1].term == "us" and start - tokens[-1].end == 1:
            start = tokens.pop().start  # US dollars
        tokens.append(Token(_WORDS.get(term, term), start, end))
    return _without_izafat(text, tokens) if len(tokens) > 2 else tokens


@functools.lru_cache(maxsize=1 << 12)
def terms(text: str) -> tuple[str, ...]:
    """Return only the terms of a text, in order."""
    return tuple(token.term for token in tokenize(text))


def id_terms(claim_id: str) -> tuple[str, ...]:
    """Return the terms of a claim's id: `R17` is one, so that 17 does not find it."""
    return tuple(token.term for token in tokenize(claim_id, codes=False))


def _counts(text: str, tokens: list[Token], term: str, start: int) -> bool:
    """Whether a word right after a number is its unit: `100bn`, `100 bn`, `80k`."""
    gap = start - tokens[-1].end
    if term == "s" and gap == 1:
        return text[start - 1] in APOSTROPHES  # the 1950's
    return gap == 0 if term in _ONLY_TOUCHING else gap <= 1 and (term in _UNITS or term == "m")


def _number(raw: str) -> str:
    plain = "".join(c for c in raw.replace("\u066b", ".") if c == "." or c.isdecimal())
    if plain.isascii():
        return plain
    return "".join(c if c == "." else str(unicodedata.decimal(c)) for c in plain)


def _with_ending(number: str, ending: str) -> str:
    if ending != "k":
        return number
    whole, _, fraction = number.partition(".")
    if len(fraction) > 3 or "." in fraction:
        return f"{number}k"
    return (whole + fraction.ljust(3, "0")).lstrip("0") or "0"


def _without_izafat(text: str, tokens: list[Token]) -> list[Token]:
    """Drop the `e` of `Tehrik-e-Taliban` and `Hezb-e Wahdat`, so that every spelling lines up."""
    if not any(token.term in _IZAFAT for token in tokens):
        return tokens
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        inside = 0 < n < len(tokens) - 1 and token.term in _IZAFAT
        if inside and text[token.start].islower():
            before = text[tokens[n - 1].end : token.start]
            after = text[token.end : tokens[n + 1].start]
            hyphens = len(before) == len(after) == 1 and before in _HYPHENS and after in _HYPHENS
            half = len(before) == 1 and before in _HYPHENS and after == " "  # Hezb-e Wahdat
            if hyphens or half or before == after == " ":
                continue
        kept.append(token)
    return kept
