"""Bytes -> text that shows what it holds: encoding, control and hidden characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BOM: Final = b"\xef\xbb\xbf"
_OTHER_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_C0: Final = bytes(n for n in (*range(0x20), 0x7F) if n not in b"\t\n\r")

# C0 and C1 controls; NEL, LS and PS, which YAML counts as line ends and editors do not; controls
# of writing direction (embeddings, overrides, isolates: they can make a text show what it does not
# say; the plain marks LRM, RLM and ALM stay, Urdu and Arabic need them); the BOM inside a text;
# tag characters; non-characters.
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


class TextFault(Exception):
    """A place in a text that cannot be taken as it is; line and column count from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset into a text with any line ends."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, offset - _line_start(text, offset) + 1


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def decode(data: bytes) -> str:
    """Return UTF-8 as text, without a byte order mark.

    Raises:
        TextFault: it is not UTF-8; names the first byte that is wrong.
    """
    if data.startswith(_OTHER_BOMS):
        raise TextFault(1, 1, "this is UTF-16 or UTF-32; save the file as UTF-8")
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = place_of(before, len(before))
        wrong = data[error.start]
        message = f"the byte 0x{wrong:02X} is not UTF-8; save the file as UTF-8"
        raise TextFault(line, column, message) from None


def hidden_characters(text: str) -> re.Match[str] | None:
    """Return the first hidden character of a text, quickly where there is none."""
    if text.isascii():
        raw = text.encode("ascii")
        if len(raw.translate(None, _C0)) == len(raw):
            return None
    return HIDDEN.search(text)


def character_name(character: str) -> str:
    """Return what a hidden character is called: `U+202E (right-to-left override)`."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


def made_visible(text: str) -> str:
    """Return the text with every hidden character written out, as `⟨U+202E⟩`."""
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
