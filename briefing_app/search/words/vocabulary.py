"""The words of one briefing, and which of them a typed word may stand for."""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING

from briefing_app.search.words.name_keys import likeness, name_keys
from briefing_app.search.words.stemming import root, stemmer
from briefing_app.search.words.stop_words import STOP_WORDS
from briefing_app.search.words.written_words import WrittenWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing_app.search.words.tokens import Token

    ReadBefore = tuple[WrittenWords, Callable[[tuple[str, str]], bool]]

Weighted = tuple[tuple[str, float], ...]

SAME_SOUND, SAME_STEM, SAME_CONSONANTS, WITHOUT_HONORIFIC = 0.9, 0.8, 0.7, 0.6
SAME_ROOT = 0.45
ONE_LETTER_OFF, TWO_LETTERS_OFF = 0.6, 0.45
_SHORTEST_MISSPELT, _SHORTEST_BEGUN, _TWO_ERRORS_FROM = 4, 6, 6  # letters
_SHORTEST_BEGUN_SOUND, _SHORTEST_FREE_SOUND = 4, 2  # letters of a name that is being typed
_SHORTEST_ROOT = 4  # letters
_SHORTEST_TOGETHER = 7  # letters of two names that are written as one
_TWO_ERRORS_BEGUN_FROM = 8  # letters of a word that is being typed
_COMPLETIONS = 16


def beginning_with(ordered: Sequence[str], beginning: str) -> Iterator[str]:
    """Return those of words in order that begin so."""
    low = bisect.bisect_left(ordered, beginning)
    high = bisect.bisect_left(ordered, beginning + "\U0010ffff", lo=low)
    return map(ordered.__getitem__, range(low, high))


class Vocabulary:
    """Look-ups over every word that anything in a briefing is found by."""

    def __init__(
        self,
        counts: Mapping[str, int],
        texts: Iterable[tuple[str, Sequence[Token]]],
        names: Iterable[tuple[str, ...]],
        *,
        language: str,
        read_before: ReadBefore | None = None,
    ) -> None:
        """Take the words with how many documents have them, the running texts and the names.

        `read_before` is what an index file knows of the texts that it holds.
        """
        self._counts = counts
        self._sorted = sorted(counts)
        self._stem = stemmer(language)
        self._derives = language.lower().startswith("en")
        self._pairs: set[tuple[str, str]] = set()
        self._words = read_before[0] if read_before else WrittenWords()
        self._pair_before = read_before[1] if read_before else None
        for text, tokens in texts:
            self._words.read(text, tokens)
            self._pairs.update(itertools.pairwise([token.term for token in tokens]))
        named: set[str] = set()
        for phrase in names:
            named.update(phrase)
            self._pairs.update(itertools.pairwise(phrase))
        self._names = {term for term in counts if self._is_name(term, named)}
        # in order: which of two equal words is meant may hang neither on hashes nor on a file
        self._by_stem: dict[str, list[str]] = {}
        for term in self._sorted:
            if term not in self._names and term.isalpha():
                self._by_stem.setdefault(self._stem(term), []).append(term)
        self._drop_seen_only_first(named)
        self._by_key: tuple[dict[str, list[str]], ...] = ({}, {}, {})
        for term in filter(self._names.__contains__, self._sorted):
            for table, key in zip(self._by_key, name_keys(term), strict=True):
                if key:
                    table.setdefault(key, []).append(term)
        self._by_length: dict[tuple[str, int], list[str]] | None = None
        self._longest = 0
        self._sounds: list[str] | None = None
        self._by_root: dict[str, list[str]] | None = None
        self._together: dict[str, list[tuple[str, str]]] | None = None

    def _is_name(self, term: str, named: set[str]) -> bool:
        if term in STOP_WORDS or not term.isalpha():
            return False
        return self._words.is_name(term, named=term in named)

    def _drop_seen_only_first(self, named: set[str]) -> None:
        """Take out what only ever begins a sentence if other forms of it are common words."""
        for term in sorted(self._names):
            if term not in named and self._words.only_first(term):
                stem = self._stem(term)
                if stem in self._by_stem:
                    self._names.discard(term)
                    self._by_stem[stem].append(term)

    def __contains__(self, term: str) -> bool:
        """Whether anything has the word."""
        return term in self._counts

    def is_name(self, term: str) -> bool:
        """Whether the word is one of the briefing's names."""
        return term in self._names

    def written(self, term: str) -> str:
        """Return a word as the briefing's text writes it; empty if only lists of names have it."""
        written = self._words.written.get(term, "")
        common = term not in self._names and self._words.lower.get(term)
        return written.lower() if common else written

    def has(self, phrase: tuple[str, ...]) -> bool:
        """Whether anything may have the words in a row."""
        if len(phrase) == 1:
            return phrase[0] in self._counts
        return all(self._has_pair(pair) for pair in itertools.pairwise(phrase))

    def _has_pair(self, pair: tuple[str, str]) -> bool:
        if pair in self._pairs:
            return True
        if self._pair_before is None or not (pair[0] in self._counts and pair[1] in self._counts):
            return False
        return self._pair_before(pair)

    def forms(self, term: str) -> Weighted:
        """Return the other forms of a common word; of a name only the plural, as in Pashtuns."""
        if term in self._names:
            plural = (f"{term}s", term.removesuffix("s"))
            return tuple((n, SAME_STEM) for n in plural if n != term and n in self._names)
        if not term.isalpha():
            return ()
        same = self._by_stem.get(self._stem(term), ())
        if term in self._counts:
            return tuple((other, SAME_STEM) for other in same if other != term)
        return tuple((other, SAME_STEM * _nearness(term, other)) for other in same)

    def relatives(self, term: str) -> Weighted:
        """Return the words that a common one is made of or with: merging and merger."""
        if not (self._derives and term.isalpha()) or term in self._names:
            return ()
        if self._by_root is None:
            self._by_root = {}
            for stem, words in self._by_stem.items():
                self._by_root.setdefault(root(stem), []).extend(words)
        own = root(self._stem(term))
        found = self._by_root.get(own, ()) if len(own) >= _SHORTEST_ROOT else ()
        return tuple((other, SAME_ROOT) for other in found if other != term)

    def spellings(self, term: str) -> Weighted:
        """Return the briefing's names that a name or an unknown word may be a spelling of."""
        if term in self._counts and term not in self._names:
            return ()
        keys = name_keys(term)
        if not keys.sound:
            return ()
        found: dict[str, float] = {}
        for name in self._by_key[0].get(keys.sound, ()):
            found[name] = SAME_SOUND
        vowelled = term.isascii()
        for name in self._by_key[2].get(keys.consonants, ()):
            alike = likeness(keys, name_keys(name), vowelled=vowelled)
            if alike and name != term:
                found.setdefault(name, SAME_CONSONANTS * alike)
        if len(keys.stem) >= _SHORTEST_MISSPELT:
            for name in self._by_key[1].get(keys.stem, ()):
                found.setdefault(name, WITHOUT_HONORIFIC)
        found.pop(term, None)
        return tuple(found.items())

    def parts(self, term: str) -> tuple[tuple[str, str], ...]:
        """Return the two neighbouring words that an unknown word is made of, in any form."""
        if term in self._counts or term.isdecimal():
            return ()
        cuts = ((term[:at], term[at:]) for at in range(2, len(term) - 1))
        found: list[tuple[str, str]] = []
        for one, other in cuts:
            ends = (other, *(form for form, _ in self.forms(other))) if one in self._counts else ()
            found.extend((one, end) for end in ends if self._has_pair((one, end)))
        return tuple(found)

    def names_together(self, term: str) -> tuple[tuple[tuple[str, str], float], ...]:
        """Return the names of two words that an unknown word may be, written as one."""
        keys = name_keys(term)
        if term in self._counts or len(term) < _SHORTEST_TOGETHER or not keys.sound:
            return ()
        if self._together is None:
            self._together = {}
            for pair in self._pairs:
                if self._names.issuperset(pair):
                    bones = name_keys("".join(pair)).consonants
                    self._together.setdefault(bones, []).append(pair)
        vowelled = term.isascii()
        found = [
            (pair, likeness(keys, name_keys("".join(pair)), vowelled=vowelled))
            for pair in sorted(self._together.get(keys.consonants, ()))
        ]
        return tuple((pair, SAME_CONSONANTS * alike) for pair, alike in found if alike)

    def completes(self, beginning: str) -> bool:
        """Whether any word begins so."""
        at = bisect.bisect_left(self._sorted, beginning)
        return at < len(self._sorted) and self._sorted[at].startswith(beginning)

    def begun_names(self, beginning: str, *, shortest: int = _SHORTEST_BEGUN_SOUND) -> Weighted:
        """Return the names that what is being typed may become in another spelling, by sound."""
        sound = name_keys(beginning, shortest=shortest).sound
        if len(sound) < shortest:
            return ()
        if self._sounds is None:
            self._sounds = sorted(self._by_key[0])
        names = [
            n for longer in beginning_with(self._sounds, sound) for n in self._by_key[0][longer]
        ]
        names.sort(key=lambda name: (-self._counts[name], name))
        return tuple((name, SAME_SOUND) for name in names[:_COMPLETIONS])

    def begun_alike(self, beginning: str) -> Weighted:
        """Return the words that an unfinished one may become where nothing goes on just so.

        Names by their sound, of other scripts from the first letter on; else words whose beginning
        is a little different.
        """
        shortest = _SHORTEST_FREE_SOUND if beginning.isascii() else 1
        names = self.begun_names(beginning, shortest=shortest)
        return names or self._begun_nearly(beginning, _SHORTEST_MISSPELT)

    def _begun_nearly(self, term: str, shortest: int) -> Weighted:
        """Return the words with a beginning that is nearly the term, the most frequent first."""
        from rapidfuzz.distance import OSA

        length = len(term)
        if length < shortest or not term.isalpha():
            return ()
        most = 2 if length >= _TWO_ERRORS_BEGUN_FROM else 1
        near: dict[int, list[str]] = {}
        others = self._of_length(length, self._longest, term[0])
        if term[1] != term[0]:
            swapped = self._of_length(length, self._longest, term[1])
            others += [other for other in swapped if other[1] == term[0]]
        for other in others:
            distance = min(
                OSA.distance(term, other[:end], score_cutoff=most)
                for end in range(length - 1, length + 2)
            )
            if distance <= most:
                near.setdefault(distance, []).append(other)
        begun = near.get(min(near), []) if near else []
        begun.sort(key=lambda other: (-self._counts[other], other))
        return tuple((other, TWO_LETTERS_OFF) for other in begun[:_COMPLETIONS])

    def misspelt(self, term: str, *, typing: bool = False) -> Weighted:
        """Return the nearest words to a misspelt one, by optimal string alignment.

        One error in words of 4 or 5 letters, two in longer ones, by the shorter of the two. In
        words of one length none of 4 letters is another one (Iraq, Iran), and only one of 6
        (Turkey, turned). The first letter is right or changed places with the second. `typing`:
        the word may go on.
        """
        length = len(term)
        if length < _SHORTEST_MISSPELT or not term.isalpha():
            return ()
        from rapidfuzz.distance import OSA

        most = _errors(length)
        near: dict[int, list[str]] = {}
        others = self._of_length(length - most, length + most, term[0])
        if term[1] != term[0]:
            swapped = self._of_length(length - most, length + most, term[1])
            others += [other for other in swapped if other[1] == term[0]]
        for other in others:
            allowed = _errors(min(length, len(other)))
            distance = OSA.distance(term, other, score_cutoff=allowed)
            if 0 < distance <= allowed and not _too_short(term, other, distance):
                near.setdefault(distance, []).append(other)
        if near:
            distance = min(near)
            weight = ONE_LETTER_OFF if distance == 1 else TWO_LETTERS_OFF
            found = dict.fromkeys(near[distance], weight)
            for other in near[distance]:
                for form, share in self.forms(other):
                    found.setdefault(form, weight * share)
            return tuple(found.items())
        return self._begun_nearly(term, _SHORTEST_BEGUN) if typing else ()

    def get_ready(self) -> None:
        """Do now what the first misspelt or unknown word would have to wait for."""
        from rapidfuzz.distance import OSA, JaroWinkler

        OSA.distance("a", "b")
        JaroWinkler.similarity("a", "b")
        self._of_length(0, 0, "")
        self.begun_names("afgh")
        self.relatives("merging")
        self.names_together("abdurehman")

    def _of_length(self, shortest: int, longest: int, letter: str) -> list[str]:
        """Return the words of so many letters that begin with one letter, in order."""
        if self._by_length is None:
            self._by_length = {}
            for term in self._sorted:
                if term.isalpha() and term not in STOP_WORDS:
                    self._by_length.setdefault((term[0], len(term)), []).append(term)
                    self._longest = max(self._longest, len(term))
        lengths = range(shortest, longest + 1)
        return [term for length in lengths for term in self._by_length.get((letter, length), ())]


def _errors(letters: int) -> int:
    """Return how many errors the shorter of two words may have for them to be taken for one."""
    return (letters >= _SHORTEST_MISSPELT) + (letters >= _TWO_ERRORS_FROM)


def _too_short(term: str, other: str, distance: int) -> bool:
    """Whether words of one length are too short for so many letters to be other ones."""
    if len(term) != len(other):
        return False
    if len(term) <= _SHORTEST_MISSPELT:
        return sorted(term) != sorted(other)
    return len(term) <= _TWO_ERRORS_FROM and distance > 1


def _nearness(term: str, other: str) -> float:
    """Return from .9 to 1 how near an unknown word is to a form of it: the nearest comes first."""
    from rapidfuzz.distance import OSA

    return 0.9 + 0.1 * OSA.normalized_similarity(term, other)
