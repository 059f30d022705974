"""Which way a language runs on a page, by its BCP 47 tag."""

from __future__ import annotations

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
