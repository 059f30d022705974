"""Takes out what leads nowhere, so that whoever shows a briefing can follow every reference."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from briefing_app.model.prose import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Quotation,
    RichText,
    Table,
    rich_texts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim, Figure

_replace = msgspec.structs.replace


def mended(briefing: Briefing) -> Briefing:
    """Return the briefing without references to claims, sources and entities that it lacks.

    A claim whose section is not there goes to the section that says it, else to the first.
    """
    claims = {claim.id for claim in briefing.claims}
    sources = {source.id for source in briefing.sources}
    entities = {entity.id for entity in briefing.entities}
    links = {source.id: source.cited_by for source in briefing.sources}
    unsound = {name for name, relay in links.items() if relay not in sources} | _circular(links)
    sections = tuple(
        _replace(section, blocks=_mended_blocks(section.blocks, claims))
        for section in briefing.sections
    )
    return _replace(
        briefing,
        claims=tuple(
            _mended_claim(claim, claims, sources, entities, _home(claim, briefing))
            for claim in briefing.claims
        ),
        sources=tuple(
            _replace(source, cited_by="") if source.id in unsound else source
            for source in briefing.sources
        ),
        options=tuple(
            _replace(
                option,
                in_favour=_known(option.in_favour, claims),
                against=_known(option.against, claims),
                unresolved=_known(option.unresolved, claims),
            )
            for option in briefing.options
        ),
        key_judgments=tuple(dict.fromkeys(_known(briefing.key_judgments, claims))),
        summary=_mended_blocks(briefing.summary, claims),
        sections=sections,
    )


def _circular(links: Mapping[str, str]) -> set[str]:
    """The names from which a chain of links comes back to where it began."""
    done: set[str] = set()
    circular: set[str] = set()
    for start in links:
        path: dict[str, None] = {}
        node = start
        while node in links and node not in done and node not in path:
            path[node] = None
            node = links[node]
        if node in path:
            names = list(path)
            circular.update(names[names.index(node) :])
        done.update(path)
    return circular


def _known(names: tuple[str, ...], known: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _home(claim: Claim, briefing: Briefing) -> str:
    """The section that a claim is listed under."""
    ids = [section.id for section in briefing.sections]
    if claim.section in ids or not ids:
        return claim.section
    for section in briefing.sections:
        for _, text in rich_texts(section.blocks):
            if any(claim.id in mark.claims for mark in text.marks):
                return section.id
    return ids[0]


def _mended_claim(
    claim: Claim,
    claims: AbstractSet[str],
    sources: AbstractSet[str],
    entities: AbstractSet[str],
    section: str,
) -> Claim:
    citations = tuple(
        citation
        if not citation.attributed_to or citation.attributed_to in sources | entities
        else _replace(citation, attributed_to="")
        for citation in claim.sources
        if citation.id in sources
    )
    return _replace(
        claim,
        section=section,
        actors=_known(claim.actors, entities),
        places=_known(claim.places, entities),
        sources=citations,
        figures=tuple(figure for figure in claim.figures if _is_sound(figure)),
        relations=tuple(r for r in claim.relations if r.to in claims and r.to != claim.id),
    )


def _is_sound(figure: Figure) -> bool:
    """Whether a figure has numbers to show."""
    ends = (figure.low, figure.high) if figure.value is None else (figure.value,)
    given = [number for number in (figure.value, figure.low, figure.high) if number is not None]
    return None not in ends and all(math.isfinite(number) for number in given)


def _mended_text(text: RichText, claims: AbstractSet[str]) -> RichText:
    if all(name in claims for mark in text.marks for name in mark.claims):
        return text
    marks = [_replace(mark, claims=_known(mark.claims, claims)) for mark in text.marks]
    return _replace(text, marks=tuple(mark for mark in marks if mark.claims))


def _mended_blocks(blocks: tuple[Block, ...], claims: AbstractSet[str]) -> tuple[Block, ...]:
    return tuple(_mended_block(block, claims) for block in blocks)


def _mended_block(block: Block, claims: AbstractSet[str]) -> Block:
    """Blocks nest no deeper than the reader of prose lets them, so recursion is safe."""
    match block:
        case Paragraph() | Heading():
            return _replace(block, content=_mended_text(block.content, claims))
        case ListBlock():
            items = tuple(_mended_blocks(item, claims) for item in block.items)
            return _replace(block, items=items)
        case Quotation() | Footnote():
            return _replace(block, blocks=_mended_blocks(block.blocks, claims))
        case Table():
            header, *rows = (
                tuple(_mended_text(cell, claims) for cell in row)
                for row in (block.header, *block.rows)
            )
            return _replace(block, header=header, rows=tuple(rows))
        case _:
            return block
