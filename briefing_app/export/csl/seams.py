"""Where two pieces of a reference meet: no mark is doubled, none stands after `?` or `!`."""

from __future__ import annotations

import re
from typing import Any, Final

import citeproc.model
import citeproc.string

# mark that follows -> marks before it that swallow it (citeproc-js' table, fixtures "FullMonty")
_SWALLOWED: Final = {
    ".": ".:;!?…",
    ":": ":;!?",
    ";": ";",
    ",": ",",
    "!": "!",
    "?": "?",
}
# what may stand between the last mark and the seam: closing quotation marks and ends of italics
_CLOSING: Final = re.compile("(?:</[a-z]+>|[\ue001”’\"'»›])*\\Z")


def seam(left: Any, other: Any) -> Any:
    """Return `other` as it follows `left`: without a doubled blank or a mark that is one too many.

    citeproc-py compares the two letters at the seam only, so that `war?” .` keeps both marks.
    """
    before, after = str(left), str(other)
    if not before or not after:
        return other
    if before[-1] == " " == after[0]:
        return _without_first(other)
    swallowing = _SWALLOWED.get(after[0])
    if swallowing is None:
        return other
    if before[-1] in swallowing:
        return _without_first(other)
    end = _CLOSING.search(before)
    assert end is not None
    closed = before[: end.start()]
    # a colon within the quotation marks is the title's, the stop behind them is the style's
    if after[0] == "." and closed and closed[-1] in ".!?…":
        return _without_first(other)
    return other


def _without_first(other: Any) -> Any:
    if not isinstance(other, citeproc.string.MixedString):
        return type(other)(str(other)[1:])
    first, *rest = list.__iter__(other)
    shorter = type(first)(str(first)[1:])
    return citeproc.string.MixedString([shorter, *rest] if shorter else rest)


# both modules call it by this name; there is no other way in
citeproc.string.normalize_seam = seam
citeproc.model.normalize_seam = seam
