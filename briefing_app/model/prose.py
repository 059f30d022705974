"""Prose as one tree of blocks: plain text with what lies on it set beside it.

Offsets are code points into `RichText.text`, end exclusive, as Python slices.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


class Style(enum.StrEnum):
    """How a stretch of text is set apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    STRIKETHROUGH = "strikethrough"


class StyleSpan(msgspec.Struct, frozen=True):
    """A stretch of text in a style."""

    start: int
    end: int
    style: Style


class ClaimMark(msgspec.Struct, frozen=True):
    """The words that say one or more claims."""

    start: int
    end: int
    claims: tuple[str, ...]


class Link(msgspec.Struct, frozen=True):
    """Words that lead to an address; never followed without asking."""

    start: int
    end: int
    address: str


class NoteReference(msgspec.Struct, frozen=True):
    """A footnote sign; `number` counts from 1 within the section."""

    start: int
    end: int
    number: int


class RichText(msgspec.Struct, frozen=True, omit_defaults=True):
    """One run of text and everything that lies on it, each list sorted by start."""

    text: str
    marks: tuple[ClaimMark, ...] = ()
    styles: tuple[StyleSpan, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[NoteReference, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph; `number` is how it is cited (¶3), 0 inside lists, quotations and notes."""

    content: RichText
    number: int = 0


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading; level 2 to 6 (level 1 is the section's own title)."""

    content: RichText
    level: int


class ListBlock(msgspec.Struct, frozen=True, tag="list"):
    """A list; each item is a run of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    number: int = 0


class Quotation(msgspec.Struct, frozen=True, tag="quotation"):
    """A block quotation."""

    blocks: tuple[Block, ...]
    number: int = 0


class CodeBlock(msgspec.Struct, frozen=True, tag="code"):
    """Verbatim text."""

    text: str
    language: str = ""
    number: int = 0


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with one row of heads; every row has as many cells as the head."""

    header: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]
    number: int = 0


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """A picture from the briefing's own folder, with the words that stand in for it."""

    path: str
    alt: str
    number: int = 0


class Rule(msgspec.Struct, frozen=True, tag="rule"):
    """A thematic break."""


class Footnote(msgspec.Struct, frozen=True, tag="footnote"):
    """A note; stands after the section's other blocks."""

    number: int
    blocks: tuple[Block, ...]


Block = Paragraph | Heading | ListBlock | Quotation | CodeBlock | Table | Picture | Rule | Footnote


def rich_texts(blocks: tuple[Block, ...]) -> Iterator[tuple[int, RichText]]:
    """Yield (paragraph number, text) for every run of text, in reading order; 0 = not numbered.

    Text inside a numbered list, quotation or table carries the number of that block.
    """
    yield from _walk(blocks, 0)


def _walk(blocks: tuple[Block, ...], outer: int) -> Iterator[tuple[int, RichText]]:
    for block in blocks:
        number = outer or getattr(block, "number", 0)
        match block:
            case Paragraph(content=content) | Heading(content=content):
                yield number, content
            case ListBlock(items=items):
                for item in items:
                    yield from _walk(item, number)
            case Quotation(blocks=inner):
                yield from _walk(inner, number)
            case Footnote(blocks=inner):
                yield from _walk(inner, 0)
            case Table(header=header, rows=rows):
                for cells in (header, *rows):
                    for cell in cells:
                        yield number, cell
            case _:
                pass
