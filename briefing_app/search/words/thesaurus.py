"""Words of the same meaning in English, from WordNet: for what a briefing says in other words.

G. A. Miller: WordNet, a lexical database for English. CACM 38 (11), 1995. The file is mapped and
never read as a whole: one look-up reads about seventeen lines of it.
"""

from __future__ import annotations

import itertools
import mmap
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

# what an inflected word may end in, and its base form (WordNet's rules of detachment, morphy(7WN))
_DETACHED: Final = (
    ("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("men", "man"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""), ("er", ""), ("est", ""), ("ers", "er"),
)  # fmt: skip
_SHORTEST_BASE: Final = 3  # letters
_TWICE: Final = 2


class Thesaurus:
    """Looks words up; opened when it is first asked."""

    def __init__(self) -> None:
        self._lines: mmap.mmap | None = None

    @lru_cache(maxsize=4096)  # noqa: B019  one of them lives as long as the program
    def synonyms(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return words that mean the same, the likeliest first; each is one or two terms.

        `word`: folded terms with blanks between; an inflected form stands for its base.
        """
        found: dict[str, None] = {}
        entries = (self._entry(base) for base in _base_forms(word))
        for entry in itertools.islice(filter(None, entries), _TWICE):  # `stopped` and `stop`
            found |= dict.fromkeys(entry)
        return tuple(tuple(other.split()) for other in found if other != word)

    def _entry(self, word: str) -> list[str]:
        lines = self._opened()
        sought = f"{word}\t".encode()
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", start)
            line = lines[start:end]
            if line.startswith(sought):
                return line[len(sought) :].decode().split("|")
            if line < sought:
                low = end + 1
            else:
                high = start
        return []

    def _opened(self) -> mmap.mmap:
        if self._lines is None:
            with (paths.resource("thesaurus") / "synonyms.txt").open("rb") as file:
                self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._lines


def _base_forms(word: str) -> Iterator[str]:
    """The word, or two, and what it may be a form of; of two each may be one: `pulled out`."""
    first, _, second = word.partition(" ")
    if second:
        yield word
        yield from (f"{base} {second}" for base in itertools.islice(_base_forms(first), 1, None))
        yield from (f"{first} {base}" for base in itertools.islice(_base_forms(second), 1, None))
        return
    yield word
    for ending, base in _DETACHED:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE:
            stem = word.removesuffix(ending) + base
            yield stem
            if not base and stem[-1:] * _TWICE == stem[-_TWICE:]:
                yield stem[:-1]  # stopped


ENGLISH = Thesaurus()
