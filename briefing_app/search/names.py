"""The names of people, groups, places …: every spelling leads to the one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.entity import Entity

_LONGEST_NAME = 12  # words; a longer spelling is found by its words, not as a name


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

    def meant_by(self, value: str) -> frozenset[str]:
        """Return the entities that a field's value means.

        The id or a whole spelling first; else spellings that hold all the words, each by its
        beginning; else any of them.
        """
        by_id = self._ids.get(fold(value))
        wanted = terms(value)
        exact = frozenset(filter(None, (by_id, *self.called(wanted))))
        if exact or not wanted:
            return exact
        for enough in (all, any):
            found = frozenset(
                entity
                for entity, spellings in self.spellings.items()
                if fold(entity).startswith(fold(value))
                or any(
                    enough(any(t.startswith(w) for t in spelling) for w in wanted)
                    for spelling in spellings
                )
            )
            if found:
                return found
        return frozenset()
