"""What the command palette offers, and which of it the typed words mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from rapidfuzz.distance import OSA

from briefing_app.model.claim import Family
from briefing_app.search.words.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_WHOLE, _BEGINNING, _INITIALS, _INSIDE, _MISSPELT = 100.0, 90.0, 70.0, 65.0, 50.0
_FIRST_WORD = 6.0  # more, where the first word is meant
_SHORTEST_INSIDE, _SHORTEST_MISSPELT, _LEAST_ALIKE = 3, 4, 0.7

Spans = tuple[tuple[int, int], ...]


class Entry(msgspec.Struct, frozen=True):
    """One thing that can be opened or done; `key` says which (`action:find`, `claim:R12`)."""

    key: str
    title: str
    group: str  # `action`, `section`, `claim`, `entity`, `source`
    detail: str = ""  # a few words after the title
    keys: str = ""  # what to press instead
    code: str = ""  # the id of a claim
    family: Family | None = None
    is_on: bool = True  # whether it can be chosen now
    others: tuple[str, ...] = ()  # other names, looked at but not shown
    matched: Spans = ()  # code points of the title


class _EntryWords:
    """The words of one text, folded, each with its place."""

    __slots__ = ("initials", "spans", "words")

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [fold(match.group()) for match in found]
        self.spans = [match.span() for match in found]
        self.initials = "".join(word[:1] for word in self.words)


class EntryMatcher:
    """Ranks entries for what is typed; made once for a list of entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read the words of every entry."""
        self.entries = tuple(entries)
        self._titles = [_EntryWords(entry.title) for entry in self.entries]
        self._others = [[_EntryWords(text) for text in entry.others] for entry in self.entries]

    def rank(self, query: str) -> list[tuple[float, Entry]]:
        """Return the entries that fit, the best first, each with its score from 0 to 106."""
        wanted = [fold(match.group()) for match in _WORD.finditer(query)]
        if not wanted:
            return []
        found = []
        for number, entry in enumerate(self.entries):
            score, matched = _score(wanted, self._titles[number])
            for other in self._others[number]:
                elsewhere, _ = _score(wanted, other)
                if elsewhere - 1 > score:
                    score, matched = elsewhere - 1, ()
            if score:
                found.append((score, number, msgspec.structs.replace(entry, matched=matched)))
        found.sort(key=lambda item: (-item[0], len(item[2].title), item[1]))
        return [(score, entry) for score, _, entry in found]


def _score(wanted: Sequence[str], text: _EntryWords) -> tuple[float, Spans]:
    """How well words fit a text, and the letters that do; (0, ()) where one of them does not."""
    if len(wanted) == 1 and len(wanted[0]) > 1 and text.initials.startswith(wanted[0]):
        starts = text.spans[: len(wanted[0])]
        return _INITIALS, tuple((start, start + 1) for start, _ in starts)
    total, spans, taken = 0.0, [], set()
    for word in wanted:
        best, place = 0.0, -1
        for number, other in enumerate(text.words):
            if number in taken:
                continue
            score = _word_score(word, other)
            if score and number == 0:
                score += _FIRST_WORD
            if score > best:
                best, place = score, number
        if place < 0:
            return 0.0, ()
        taken.add(place)
        total += best
        spans.append(_lit(word, text.words[place], text.spans[place]))
    return total / len(wanted), tuple(sorted(spans))


def _word_score(wanted: str, word: str) -> float:
    if word.startswith(wanted):
        return _WHOLE if len(word) == len(wanted) else _BEGINNING
    if len(wanted) >= _SHORTEST_INSIDE and wanted in word:
        return _INSIDE
    if len(wanted) < _SHORTEST_MISSPELT or abs(len(word) - len(wanted)) > len(wanted):
        return 0.0
    # a word that is still being typed is compared with the beginning of the other
    alike = max(
        OSA.normalized_similarity(wanted, word[: len(wanted) + more]) for more in (-1, 0, 1)
    )
    return _MISSPELT * alike if alike >= _LEAST_ALIKE else 0.0


def _lit(wanted: str, word: str, span: tuple[int, int]) -> tuple[int, int]:
    """The letters of a word that were typed; all of it where folding has changed its length."""
    start, end = span
    at = word.find(wanted)
    if at < 0 or len(word) != end - start:
        return span
    return start + at, start + at + len(wanted)
