"""Which letters the faces of the handout have, and how those are named that have none."""

from __future__ import annotations

import bisect
import functools
import struct
import sys
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from briefing_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FILES = (
    "SourceSerif4-Regular.otf",
    "Inter-Regular.otf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
)
_FORBIDDEN = ("Cc", "Co", "Cn", "Cs")  # by PDF/A-3 and PDF/UA-1: no private or unassigned ones
REPLACED = {
    **dict.fromkeys("\t\n\r\x0b\x0c\x85", " "),
    "\u27e8": "‹",  # around hidden characters that are written out
    "\u27e9": "›",
    "\ufeff": "\u2060",  # some faces have it, PDF/UA-1 forbids it; U+2060 means the same
}
# Format characters that Typst drops or needs no glyph for
INVISIBLE = frozenset(
    "\u2060\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u00ad"
)
_MOST_NAMED = 8  # letters of a script
_SCRIPTS = {  # by the first word of a letter's name, where that is not the script's own
    "CJK": "Chinese",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
}
_OF_A_SCRIPT = (
    "LETTER",
    "IDEOGRAPH",
    "SYLLABLE",
    "VOWEL",
    "DIGIT",
    "SIGN",
    "MARK",
    "POINT",
    "CHARACTER",
)


class Script(NamedTuple):
    """Letters of one script that no face has; `name` is `signs` for what is of no script."""

    name: str
    letters: tuple[str, ...]


@functools.cache
def letters_with_face() -> frozenset[str]:
    """Return the characters that the handout can show."""
    covered = set(INVISIBLE)
    for first, last in _covered():
        covered.update(map(chr, range(first, last + 1)))
    return frozenset(
        c for c in covered if unicodedata.category(c) not in _FORBIDDEN and c not in REPLACED
    )


def letters_without_face(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of texts that the handout cannot show, each once, in code order."""
    letters: set[str] = set()
    for text in texts:
        if not text.isascii():
            letters.update(text)
    strange = {letter for letter in letters if letter > "\u00ff"}
    if not strange:
        return ()
    return tuple(sorted(filter(_is_without_face, strange - REPLACED.keys())))


@functools.cache
def _is_without_face(letter: str) -> bool:
    """Whether no face has a letter, told without a look at each that they have."""
    if letter in INVISIBLE:
        return False
    place = bisect.bisect_right(_covered(), (ord(letter), sys.maxunicode)) - 1
    covered = place >= 0 and ord(letter) <= _covered()[place][1]
    return not covered or unicodedata.category(letter) in _FORBIDDEN


@functools.cache
def _covered() -> tuple[tuple[int, int], ...]:
    """First and last code point of the runs of characters that a face has, apart and sorted."""
    runs: list[tuple[int, int]] = []
    for name in _FILES:
        runs += _runs_of(paths.resource("fonts", name).read_bytes())
    apart: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if apart and first <= apart[-1][1] + 1:
            apart[-1] = (apart[-1][0], max(last, apart[-1][1]))
        else:
            apart.append((first, last))
    return tuple(apart)


def by_script(letters: Iterable[str]) -> tuple[Script, ...]:
    """Return letters by the script that they are of."""
    scripts: dict[str, list[str]] = {}
    for letter in letters:
        scripts.setdefault(_script_of(letter), []).append(letter)
    return tuple(Script(name, tuple(members)) for name, members in scripts.items())


def named(letters: Iterable[str]) -> str:
    """Return letters in words: `Hebrew א ב ג and 12 more, Thai ก`."""
    parts = []
    for script in by_script(letters):
        shown = " ".join(map(_shown, script.letters[:_MOST_NAMED]))
        more = len(script.letters) - _MOST_NAMED
        parts.append(f"{script.name} {shown}" + (f" and {more} more" if more > 0 else ""))
    return ", ".join(parts)


def what_is_lacking(letters: Iterable[str]) -> str:
    """Return in words which letters the handout cannot show, and what stands for them."""
    letters = tuple(letters)
    count = "1 letter has" if len(letters) == 1 else f"{len(letters)} letters have"
    return f"{count} no face in the handout, which shows \ufffd instead: {named(letters)}"


def _script_of(letter: str) -> str:
    words = unicodedata.name(letter, "").replace("-", " ").split()
    if len(words) > 1 and any(word in _OF_A_SCRIPT for word in words):
        return _SCRIPTS.get(words[0], words[0].capitalize())
    return "signs"


def _shown(letter: str) -> str:
    if unicodedata.category(letter) in (*_FORBIDDEN, "Cf"):
        return f"U+{ord(letter):04X}"
    return f"\u25cc{letter}" if unicodedata.combining(letter) else letter


def _runs_of(font: bytes) -> Iterator[tuple[int, int]]:
    """Yield the runs of an OpenType font's character map (formats 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _runs_of_map(font, start)


def _runs_of_map(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for number in range(subtables):
        _, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        at = start + offset
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            (groups,) = struct.unpack_from(">I", font, at + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * group)
                yield first, last
        elif form == 4:
            (twice,) = struct.unpack_from(">H", font, at + 6)
            ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
            starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
            for first, last in zip(starts, ends, strict=True):
                yield first, min(last, 0xFFFE)
