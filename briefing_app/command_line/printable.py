"""Text of a briefing on a terminal: nothing in it may act as a command to the terminal."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """Return the text on one line, without control and direction-switching characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in "\n\t":
        return " "
    kind = unicodedata.category(letter)
    hidden = kind in ("Cc", "Cs", "Zl", "Zp") or (kind == "Cf" and letter not in "\u200c\u200d")
    return "\ufffd" if hidden else letter
