"""Text as it is shown: never another length but for breaks in runs that could not be wrapped.

What is copied and searched is always the text of the briefing; only the painted copy differs.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

LONGEST_RUN = 200  # letters; Qt took 6.8 s to wrap a word of 300,000
_MOST_COMBINING = 8
_BREAK = "\u200b"  # zero width space: a line may end here
_LONG_RUN = re.compile(rf"[^\s\u200b]{{{LONGEST_RUN + 1},}}")
# a hyphen beside a piece of up to three letters stays with it: US-led, al-Qaeda, Tehrik-e-Taliban
_SHORT_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,3})-(?=[^\W\d_])")
_SHORT_AFTER = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_]{1,3}(?!\w))")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# words that run from right to left, with what stands between them
_RIGHT_TO_LEFT_WORDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    "(?:[-_'\\s\u200c\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*"
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)
# `§ 4` stays whole, and `Asia @ LSE` on both sides of its sign
_SIGN_AND_SPACE = re.compile(r"(?<=\s[@&§№#+]) | (?=@\s)")
_LETTER = re.compile(r"[^\W\d_]")


def displayed(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text to show, and the offsets (code points) before which a break was put in."""
    shown = text.replace("\n", "\u2028")
    if "-" in shown:
        shown = _SHORT_BEFORE.sub("\\1\u2011", shown)
        shown = _SHORT_AFTER.sub("\u2011", shown)
    if len(shown) <= LONGEST_RUN:
        return shown, ()
    return _with_breaks(shown)


def verbatim(text: str) -> tuple[str, tuple[int, ...]]:
    """Return code to show, and where breaks were put in: hyphens and blanks stay as they are."""
    return _with_breaks(text.replace("\n", "\u2028"))


def _with_breaks(shown: str) -> tuple[str, tuple[int, ...]]:
    breaks: list[int] = []
    for run in _LONG_RUN.finditer(shown):
        at = run.start() + LONGEST_RUN
        while at < run.end():
            at = _past_combining(shown, at, run.end())
            if at < run.end():
                breaks.append(at)
            at += LONGEST_RUN
    if not breaks:
        return shown, ()
    edges = [0, *breaks, len(shown)]
    pieces = (shown[a:b] for a, b in pairwise(edges))
    return _BREAK.join(pieces), tuple(breaks)


def _past_combining(text: str, at: int, end: int) -> int:
    """Where a break may stand: a mark is not torn from its letter, but heaps of them are cut."""
    limit = min(at + _MOST_COMBINING, end)
    while at < limit and unicodedata.combining(text[at]):
        at += 1
    return at


def has_endless_word(text: str) -> bool:
    """Whether a run of the text is longer than any word."""
    return len(text) > LONGEST_RUN and _LONG_RUN.search(text) is not None


def kept_together(text: str) -> str:
    """Return a text, as long as before, no line of which ends with a hyphen, `@` or `§`."""
    shown = text.replace("-", "\u2011")
    return _SIGN_AND_SPACE.sub("\u00a0", shown)


def left_to_right(text: str) -> str:
    """Return a file's name, a path or an English reference, which runs from left to right.

    Words in it that run the other way do so each by itself (Unicode Annex 9, isolates), so that
    numbers and full stops after them stay where they are. Others are left as they are.
    """
    if not has_right_to_left(text):
        return text
    return "\u2066" + _RIGHT_TO_LEFT_WORDS.sub("\u2067\\g<0>\u2069", text) + "\u2069"


def is_arabic(text: str) -> bool:
    """Whether a text is to run from right to left in an Arabic face.

    Most of its letters are Arabic, and so is the first one; a sentence in Urdu may begin with an
    abbreviation in Latin letters, then seven in ten have to be Arabic.
    """
    if not _ARABIC.search(text):
        return False
    letters = _LETTER.findall(text)
    arabic = sum(1 for letter in letters if _ARABIC.match(letter))
    begins = bool(letters) and _ARABIC.match(letters[0]) is not None
    return not letters or arabic > len(letters) * (0.5 if begins else 0.7)


def has_right_to_left(text: str) -> bool:
    """Whether the text has letters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def plain_tool_tip(text: str) -> str:
    """Return a tool tip that shows a text as it stands; Qt takes what looks like HTML for HTML."""
    # wrapped, it is always read as HTML, so that the escapes are always undone
    # `html` brings a table of 2,000 names with it, 1 ms of the start
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>" if text else ""
