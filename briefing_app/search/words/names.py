"""The names of people, groups, places …: every spelling leads to the one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.words.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.entity import Entity

_LONGEST_NAME = 12  # words; a longer spelling is found by its words, not as a name

_ARTICLES = frozenset({"ud", "al", "ul", "ed", "ad", "od", "el", "uz"})
_SHORTEST_GIVEN_NAME = 3


class NameTable:
    """Look-ups over the entities of one briefing."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.spellings: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._called: dict[tuple[str, ...], list[str]] = {}
        self._ids: dict[str, str] = {}
        self.longest = 1
        for entity in entities:
            written = tuple(dict.fromkeys(t for t in map(terms, entity.spellings) if t))
            self.spellings[entity.id] = written
            self._ids[fold(entity.id)] = entity.id
            for spelling in written:
                self._called.setdefault(spelling, []).append(entity.id)
                self.longest = min(max(self.longest, len(spelling)), _LONGEST_NAME)

    def phrases(self) -> Iterable[tuple[str, ...]]:
        """Return every spelling of every entity."""
        return self._called

    def called(self, spelling: tuple[str, ...]) -> tuple[str, ...]:
        """Return the entities that are called exactly so."""
        return tuple(self._called.get(spelling, ()))

    def with_id(self, entity: str) -> tuple[str, ...]:
        """Return the entity that has this id, in any case."""
        found = self._ids.get(fold(entity))
        return () if found is None else (found,)


def with_honorific(words: tuple[str, ...]) -> str:
    """Return a given name and `ud-Din` as one word, Sirajuddin; empty if that is something else."""
    given, *rest = words
    if len(given) < _SHORTEST_GIVEN_NAME:
        return ""
    if len(rest) == 2 and rest[0] in _ARTICLES and rest[1] in ("din", "deen"):
        return f"{given}uddin"
    return f"{given}ودین" if rest == ["الدین"] else ""
