"""Different names of one thing: the briefing's own, those of the field, the reader's.

A list of aliases is plain text: a line a thing, its names separated by ` = `, `#` begins a remark.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.plain_file import read_plain_file
from briefing_app.search.words.name_keys import name_keys
from briefing_app.search.words.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing_app.search.words.names import NameTable
    from briefing_app.search.words.vocabulary import Vocabulary

    Phrase = tuple[str, ...]
    Things = tuple[tuple[str, ...], ...]

_LONGEST_FILE = 1 << 20  # characters that are read of a list
_MOST_REMEMBERED = 2000  # phrases
_LONGEST_NAME = 12  # words
_SHORTEST_BEGUN = 3  # letters of a name's last word that is being typed
_SHORTEST_BY_SOUND = 6  # letters of a common word that is known by its sound
_MOST_BEGUN, _MOST_LOOKED_AT = 8, 64  # names
_PACTS = ("agreement", "accord", "accords", "deal", "pact", "treaty")
_PARTICLES = frozenset({"al", "ul", "el", "il", "ol", "e", "i", "ye", "yi", "ud", "ur"})


class Called(NamedTuple):
    """What goes by a name: entities of the briefing, and other names to look for."""

    entities: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()


def read_aliases(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the names of each thing in a list; lines with fewer than two names say nothing.

    Raises:
        OSError: the file cannot be read.
    """
    text = read_plain_file(path, _LONGEST_FILE).decode("utf-8-sig", errors="replace")
    lines = text.splitlines()
    rows = (line.partition("#")[0].split("=") for line in lines)
    things = (tuple(name.strip() for name in row if name.strip()) for row in rows)
    return tuple(thing for thing in things if len(thing) > 1)


@functools.lru_cache(maxsize=4)
def _phrases_of(things: Things) -> tuple[dict[Phrase, str], ...]:
    """Return for each thing its names as they are compared, with how they are written."""
    found = []
    for thing in things:
        written = {terms(name): name for name in reversed(thing)}
        phrases = reversed(written.items())
        found.append({p: name for p, name in phrases if 0 < len(p) <= _LONGEST_NAME})
    return tuple(found)


class AliasTable:
    """Look-ups from a name to what else goes by it."""

    def __init__(
        self,
        names: NameTable,
        things: Things,
        vocabulary: Vocabulary,
    ) -> None:
        """Take the briefing's names, the lists of aliases, and the briefing's words."""
        self._names = names
        self._vocabulary = vocabulary
        self._things: dict[Phrase, list[dict[Phrase, str]]] = {}
        self._written: dict[Phrase, str] = {}
        self.longest = names.longest
        for phrases in _phrases_of(things):
            self._written.update(phrases)
            for phrase in phrases:
                self._things.setdefault(phrase, []).append(phrases)
                self.longest = max(self.longest, len(phrase))
        self._in_order: list[Phrase] | None = None
        self._by_sound: dict[Phrase, list[Phrase]] | None = None
        self._known_names: dict[Phrase, Called] = {}

    def called(self, phrase: Phrase) -> Called:
        """Return what is called so, in any spelling; a single word only if it is unknown."""
        called = self._known_names.get(phrase)
        if called is None:
            if len(self._known_names) >= _MOST_REMEMBERED:
                self._known_names.clear()
            called = self._known_names[phrase] = self._look_up(phrase)
        return called

    def begun(self, phrase: Phrase, *, longer: bool = False) -> Called:
        """Return what is called by a name of as many words that begins so.

        `longer`: or by one of more words, if this is more than one of them.
        """
        shortest = _SHORTEST_BEGUN - longer
        if len(phrase[-1]) < shortest or (phrase in self._things and not longer):
            return Called()
        if self._in_order is None:
            self._in_order = sorted({*self._things, *self._names.phrases()})
        low = bisect.bisect_left(self._in_order, phrase)
        high = bisect.bisect_left(self._in_order, (*phrase[:-1], phrase[-1] + "\U0010ffff"))
        entities: dict[str, None] = {}
        phrases: dict[Phrase, None] = {}
        more = longer and len(phrase) > 1
        as_long = (n for n in self._in_order[low:high] if len(n) == len(phrase) or more)
        meant = 0
        for name in itertools.islice(as_long, _MOST_LOOKED_AT):
            found = self._exactly(name)
            words = (*self._known((name,)), *found.phrases)
            entities.update(dict.fromkeys(found.entities))
            phrases.update(dict.fromkeys(words))
            meant += bool(words or found.entities)
            if meant == _MOST_BEGUN:
                break
        return Called(tuple(entities), tuple(phrases))

    def _look_up(self, phrase: Phrase) -> Called:
        found = self._exactly(phrase)
        if found.entities or found.phrases or not phrase:
            return found
        if len(phrase) == 1 and (phrase[0] in self._vocabulary or not name_keys(phrase[0]).sound):
            return found
        entities: dict[str, None] = {}
        phrases: dict[Phrase, None] = {}
        for alike in self._alike(phrase):
            other = self._exactly(alike)
            entities.update(dict.fromkeys(other.entities))
            phrases.update(dict.fromkeys((*self._known((alike,)), *other.phrases)))
        return Called(tuple(entities), tuple(phrases))

    def _exactly(self, phrase: Phrase) -> Called:
        """Return what is called just so; an accord may be called a deal."""
        called = self._called_so(phrase)
        if any(called) or len(phrase) < 2 or phrase[-1] not in _PACTS:
            return called
        others = (self._called_so((*phrase[:-1], pact)) for pact in _PACTS)
        return next(filter(any, others), called)

    def _called_so(self, phrase: Phrase) -> Called:
        entities = dict.fromkeys(self._names.called(phrase))
        phrases: dict[Phrase, None] = {}
        for thing in self._things.get(phrase, ()):
            for other in thing:
                entities.update(dict.fromkeys(self._names.called(other)))
            phrases.update(dict.fromkeys(self._known(thing)))
        phrases.pop(phrase, None)
        return Called(tuple(entities), tuple(phrases))

    def _known(self, phrases: Iterable[Phrase]) -> list[Phrase]:
        return [phrase for phrase in phrases if self._vocabulary.has(phrase)]

    def written(self, phrase: Phrase) -> str:
        """Return a name as its list writes it."""
        return self._written.get(phrase, "")

    def _alike(self, phrase: Phrase) -> Iterable[Phrase]:
        if self._by_sound is None:
            self._by_sound = {}
            for known in (*self._things, *self._names.phrases()):
                # what sounds like poppy, a pope, is not that; a mujahid is, however he is written
                short = len(known) == 1 and len(known[0]) < _SHORTEST_BY_SOUND
                if not (short and self._written.get(known, "")[:1].islower()):
                    self._by_sound.setdefault(_bones(known), []).append(known)
        return self._by_sound.get(_bones(phrase), ())


def _bones(phrase: Phrase) -> Phrase:
    """Return the consonants of a phrase's words, of a single word its sound.

    Short words stay as they are, articles go: Hizb-ul-Islami is Hizb-e-Islami.
    """
    if len(phrase) == 1:
        return (name_keys(phrase[0]).sound or phrase[0],)
    return tuple(name_keys(term).consonants or term for term in phrase if term not in _PARTICLES)
