"""Where the letters of a PDF stand, and how large they are."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MILLIMETRE = 72 / 25.4


class Glyph(NamedTuple):
    """A letter with ink; in points from the sheet's lower left corner."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def __str__(self) -> str:
        return f"{self.letter!r} at {self.left:.0f}–{self.right:.0f}, {self.bottom:.0f}"


class Sheet(NamedTuple):
    """One page: its size in points and its letters as they are read."""

    width: float
    height: float
    glyphs: list[Glyph]


def sheets(pdf: bytes) -> list[Sheet]:
    """The pages with the letters that leave ink."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [Sheet(*page.get_size(), _glyphs(page)) for page in document]


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    words = page.get_textpage()
    found = []
    matrix = raw.FS_MATRIX()
    for n in range(words.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(words, n))
        if (
            letter.isspace()
            or unicodedata.category(letter) == "Cf"
            or raw.FPDFText_IsGenerated(words, n)
        ):
            continue
        left, bottom, right, top = words.get_charbox(n)
        if right - left < 0.05:
            continue
        raw.FPDFText_GetMatrix(words, n, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(words, n) * abs(matrix.d or matrix.b)
        found.append(Glyph(letter, left, bottom, right, top, round(size, 2)))
    return found


def beyond(sheet: Sheet, left: float, right: float) -> list[Glyph]:
    """The letters that reach out of a column; points from the sheet's left edge."""
    return [g for g in sheet.glyphs if g.left < left or g.right > right]


def on_another(sheet: Sheet, share: float = 0.3) -> list[str]:
    """The letters that lie on another one with more than a share of the smaller one's ink.

    Neighbours in a word may: slanted letters, and those of a ligature.
    """
    found = []
    ordered = sorted(enumerate(sheet.glyphs), key=lambda placed: placed[1].left)
    for n, (place, one) in enumerate(ordered):
        for other_place, other in ordered[n + 1 :]:
            if other.left >= one.right:
                break
            if abs(place - other_place) < 3:
                continue
            wide = min(one.right, other.right) - other.left
            high = min(one.top, other.top) - max(one.bottom, other.bottom)
            smaller = min((g.right - g.left) * (g.top - g.bottom) for g in (one, other))
            if high > 0 and wide * high > share * smaller:
                found.append(f"{one} on {other}")
    return found
