"""What points to what in a briefing: where each claim is said, what bears on it, what cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.claim import Claim, RelationType
from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing, Section
    from briefing_app.model.entity import Entity
    from briefing_app.model.option import PolicyOption
    from briefing_app.model.source import Source

SUMMARY = ""  # stands for the summary where a section id is asked for


class Mention(msgspec.Struct, frozen=True):
    """One place in the prose that says a claim."""

    section: str  # section id; SUMMARY for the bottom line
    paragraph: int  # 0 if it has no number
    words: str  # the marked words


class IncomingRelation(msgspec.Struct, frozen=True):
    """A relation seen from its target."""

    type: RelationType
    source: str  # the claim that has the relation
    note: str


class CrossReferences:
    """Look-ups over one briefing; made once, never changed."""

    def __init__(self, briefing: Briefing) -> None:
        """Build every table; linear in the size of the briefing."""
        self.briefing = briefing
        self.claims: dict[str, Claim] = {claim.id: claim for claim in briefing.claims}
        self.sources: dict[str, Source] = {source.id: source for source in briefing.sources}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in briefing.entities}
        self.sections: dict[str, Section] = {section.id: section for section in briefing.sections}
        self._mentions: dict[str, list[Mention]] = {}
        self._incoming: dict[str, list[IncomingRelation]] = {}
        self._options: dict[str, list[PolicyOption]] = {}
        self._in_text_order: tuple[Claim, ...] | None = None
        self._collect_mentions()
        for claim in briefing.claims:
            for relation in claim.relations:
                incoming = IncomingRelation(relation.type, claim.id, relation.note)
                self._incoming.setdefault(relation.to, []).append(incoming)
        for option in briefing.options:
            named = (*option.in_favour, *option.against, *option.unresolved)
            for claim_id in dict.fromkeys(named):
                self._options.setdefault(claim_id, []).append(option)

    def _collect_mentions(self) -> None:
        parts = [(section.id, section.blocks) for section in self.briefing.sections]
        for section_id, blocks in (*parts, (SUMMARY, self.briefing.summary)):
            for paragraph, text in rich_texts(blocks):
                for mark in text.marks:
                    words = text.text[mark.start : mark.end]
                    mention = Mention(section_id, paragraph, words)
                    for claim_id in mark.claims:
                        self._mentions.setdefault(claim_id, []).append(mention)

    def mentions(self, claim_id: str) -> tuple[Mention, ...]:
        """Return where the claim is said: the sections in order, then the summary."""
        return tuple(self._mentions.get(claim_id, ()))

    def incoming(self, claim_id: str) -> tuple[IncomingRelation, ...]:
        """Return the relations that other claims have to this one."""
        return tuple(self._incoming.get(claim_id, ()))

    def options(self, claim_id: str) -> tuple[PolicyOption, ...]:
        """Return the options that the claim counts for, against or leaves open."""
        return tuple(self._options.get(claim_id, ()))

    def claims_of_section(self, section_id: str) -> tuple[Claim, ...]:
        """Return the section's claims, in the order of the file."""
        return tuple(c for c in self.briefing.claims if c.section == section_id)

    def name_of(self, reference: str) -> str:
        """Return what a sentence calls a source or an entity; the id itself if it is neither."""
        if reference in self.sources:
            return self.sources[reference].short_name
        if reference in self.entities:
            entity = self.entities[reference]
            return entity.short or entity.name
        return reference

    def in_text_order(self) -> tuple[Claim, ...]:
        """Return the claims section by section, as the briefing lists its sections."""
        if self._in_text_order is None:
            rank = {section.id: n for n, section in enumerate(self.briefing.sections)}
            ordered = sorted(self.briefing.claims, key=lambda c: rank.get(c.section, len(rank)))
            self._in_text_order = tuple(ordered)
        return self._in_text_order
