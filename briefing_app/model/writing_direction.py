"""Which way a language runs on a page, by its BCP 47 tag, and a text, by its letters."""

from __future__ import annotations

import unicodedata

# languages written in Arabic, Hebrew, Syriac or Thaana letters unless their tag says otherwise
_RIGHT_TO_LEFT = frozenset(
    (
        "ar", "ary", "arz", "azb", "bal", "brh", "ckb", "dv", "fa", "glk", "haz", "he", "khw", "ks",
        "lrc", "mzn", "pbt", "pbu", "pes", "pnb", "prs", "ps", "pst", "sd", "skr", "syr", "ug",
        "ur", "yi",
    )
)  # fmt: skip
_SCRIPTS = frozenset(("adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"))
_OLDER_NAMES = {"iw": "he", "ji": "yi"}


def runs_right_to_left(language: str) -> bool:
    """Return whether a language runs from right to left (BCP 47, RFC 5646: script after language).

    A script in the tag has the last word: `ur-Latn` runs from left to right, `pa-Arab` does not.
    """
    name, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return script in _SCRIPTS
    return _OLDER_NAMES.get(name, name) in _RIGHT_TO_LEFT


def begins_right_to_left(text: str) -> bool:
    """Return whether a text as a whole runs from right to left, by its first strong letter.

    Unicode Annex 9, rules P2 and P3.
    """
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str) -> str:
    """Return a text to be set among others: one from right to left does not turn them round.

    Unicode Annex 9, first strong isolate and its end.
    """
    return f"\u2068{text}\u2069" if begins_right_to_left(text) else text
