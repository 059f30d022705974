"""People, groups, states, agencies, places, agreements and terms that a briefing names."""

from __future__ import annotations

import enum

import msgspec


class EntityKind(enum.StrEnum):
    """What sort of thing is named."""

    PERSON = "person"
    GROUP = "group"
    STATE = "state"
    AGENCY = "agency"
    PLACE = "place"
    AGREEMENT = "agreement"
    TERM = "term"


class Entity(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One named thing, with every spelling that a reader may type."""

    id: str
    kind: EntityKind
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way it is written: name, short form, aliases; each once."""
        return tuple(dict.fromkeys(s for s in (self.name, self.short, *self.aliases) if s))
