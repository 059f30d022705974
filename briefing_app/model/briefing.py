"""A briefing, whole and resolved: what every part of the program works on."""

from __future__ import annotations

import enum

import msgspec

from briefing_app.model.claim import Claim
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity
from briefing_app.model.option import PolicyOption
from briefing_app.model.prose import Block, rich_texts
from briefing_app.model.source import Source


class Handling(enum.StrEnum):
    """Traffic Light Protocol 2.0 (FIRST, August 2022)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class Section(msgspec.Struct, frozen=True, omit_defaults=True):
    """One section of prose: a tab on screen, a chapter on paper."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    has_options: bool = False

    @property
    def word_count(self) -> int:
        """How many words the section's text has."""
        return sum(len(text.text.split()) for _, text in rich_texts(self.blocks))


class Briefing(msgspec.Struct, frozen=True, omit_defaults=True):
    """One briefing. `sections` are in reading order; a section called `overview` comes first."""

    id: str
    title: str
    language: str  # BCP 47
    version: str
    issued: EdtfDate
    as_of: EdtfDate  # information cut-off
    summary: tuple[Block, ...]
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    options: tuple[PolicyOption, ...] = ()
    key_judgments: tuple[str, ...] = ()
    subtitle: str = ""
    prepared_by: str = ""
    handling: Handling | None = None
    content_hash: str = ""  # SHA-256 over the briefing's files, 64 hexadecimal digits
