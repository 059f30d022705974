"""The part of a found paragraph that is listed: the words around its hits, with gaps marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.results import Span

_GAP = "… "
_BEFORE, _AFTER = 32, 64  # characters kept around a hit, before word ends are looked for
_LONGEST = 190


def excerpt(text: str, matched: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return about two lines of `text` around its hits, and where the hits lie in them.

    Spans are code points, sorted, before and after.
    """
    if len(text) <= _LONGEST:
        return text, tuple(matched)
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for start, end in _windows(text, matched):
        if length and length + end - start > _LONGEST:
            break
        if start:
            parts.append(_GAP)
            length += len(_GAP)
        shift = length - start
        spans += [(a + shift, b + shift) for a, b in matched if start <= a and b <= end]
        parts.append(text[start:end] + " ")
        length += end - start + 1
        last = end
    shown = "".join(parts).rstrip()
    return (shown if last == len(text) else f"{shown} …"), tuple(spans)


def _windows(text: str, matched: Sequence[Span]) -> list[Span]:
    """Stretches of whole words around the hits, joined where they meet."""
    if not matched:
        return [(0, _word_end(text, _LONGEST, 0))]
    found: list[Span] = []
    for start, end in matched:
        first = max(0, min(start - _BEFORE, len(text) - _BEFORE - _AFTER))
        left = _word_start(text, first, start)
        right = _word_end(text, min(len(text), end + _AFTER), end)
        if found and left <= found[-1][1] + len(_GAP):
            left, previous = found[-1]
            if max(right, previous) - left <= _LONGEST:
                found[-1] = (left, max(right, previous))
            continue
        found.append((left, right))
    return found


def _word_start(text: str, place: int, hit: int) -> int:
    if place == 0:
        return 0
    space = text.find(" ", place - 1, hit)
    return place if space < 0 else space + 1


def _word_end(text: str, place: int, hit: int) -> int:
    if place == len(text):
        return place
    space = text.rfind(" ", hit, place + 1)
    return place if space < 0 else space
