"""The words of a briefing's records that a handout prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.prose import CodeBlock, Picture, rich_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.entity import Entity
    from briefing_app.model.option import PolicyOption
    from briefing_app.model.prose import Block
    from briefing_app.model.source import Source


def texts_of_briefing(briefing: Briefing) -> Iterator[str]:
    """Yield all that a handout of a whole briefing prints of it."""
    yield from (briefing.title, briefing.subtitle, briefing.prepared_by, briefing.version)
    yield from texts_of_blocks(briefing.summary)
    for section in briefing.sections:
        yield section.title
        yield from texts_of_blocks(section.blocks)
    for claim in briefing.claims:
        yield from texts_of_claim(claim)
    for source in briefing.sources:
        yield from texts_of_source(source)
    for entity in briefing.entities:
        yield from texts_of_entity(entity)
    for option in briefing.options:
        yield from texts_of_option(option)


def texts_of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of prose; code and what pictures show are words, too."""
    blocks = tuple(blocks)
    for block in blocks:
        if isinstance(block, CodeBlock):
            yield block.text
        elif isinstance(block, Picture):
            yield block.alt
    yield from (text.text for _, text in rich_texts(blocks))


def texts_of_claim(claim: Claim) -> Iterator[str]:
    """Yield the words of a claim and where it stands in its sources; no quotations."""
    yield from (claim.text, claim.label, claim.note, claim.basis)
    for figure in claim.figures:
        yield from (figure.name, figure.unit)
    for citation in claim.sources:
        yield citation.locator.display()


def texts_of_source(source: Source) -> Iterator[str]:
    """Yield the words of a reference and what is said of it; not its abstract."""
    for name in (*source.author, *source.editor):
        yield name.full
    yield from (
        source.title, source.title_short, source.citation_label, source.container_title,
        source.collection_title, source.publisher, source.publisher_place, source.edition,
        source.genre, source.note,
    )  # fmt: skip


def texts_of_entity(entity: Entity) -> Iterator[str]:
    """Yield the name, its spellings and the note."""
    yield from (entity.name, entity.short, *entity.aliases, entity.note)


def texts_of_option(option: PolicyOption) -> Iterator[str]:
    """Yield the title and the summary."""
    yield from (option.title, option.summary)
