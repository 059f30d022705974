"""Blocks of prose -> the plain records that the template sets."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from briefing_app.handout.marginalia import margin_entry
from briefing_app.handout.printable_text import (
    by_script,
    end_of_line_at,
    keep_together,
    language_of,
    printable,
    run,
    titled,
    widest_word,
)
from briefing_app.model.prose import (
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Table,
    rich_texts,
)
from briefing_app.model.writing_direction import begins_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block, RichText

_SCHEMES = ("http://", "https://", "mailto:")
_CLOSING = ".,;:!?)]}”’\"'»…"
_LONG = 1100  # characters; a longer block may break over the page
_LONG_LINES = 24  # of code
_LONG_ROWS = 14
_WIDE = 3  # columns; a wider table takes the whole sheet


class ProseWriter:
    """Turns blocks into records, and remembers which claims have been said already."""

    def __init__(
        self,
        cross_references: CrossReferences,
        add_picture: Callable[[str], str | None],
        *,
        with_notes: bool = True,
    ) -> None:
        """`add_picture` takes a path in the briefing and gives the name that Typst reads."""
        self._with_notes = with_notes
        self._cross_references = cross_references
        self._add_picture = add_picture
        self._said: set[str] = set()
        self._noted: set[str] = set()
        self._footnotes: set[int] = set()  # the numbers that the part at hand has

    @property
    def said(self) -> list[str]:
        """The claims that the text has said so far, where the claim table points to."""
        return sorted(self._said)

    def section(self, blocks: tuple[Block, ...], key: str) -> dict[str, Any]:
        """Return the section's blocks and its notes; `key` makes the notes' labels unique."""
        return self._part(blocks, key, top=True, anchors=True)

    def summary(self, blocks: tuple[Block, ...]) -> dict[str, Any]:
        """Return the bottom line; its marks are no place that the claim table points to."""
        return self._part(blocks, "summary", top=False, anchors=False)

    def _part(
        self, blocks: tuple[Block, ...], key: str, *, top: bool, anchors: bool
    ) -> dict[str, Any]:
        notes = {b.number: b for b in blocks if isinstance(b, Footnote)}
        body = tuple(b for b in blocks if not isinstance(b, Footnote))
        self._footnotes = set(notes)
        return {
            "blocks": self._blocks(body, key=key, top=top, anchors=anchors),
            "footnotes": [
                {
                    "n": number,
                    "key": key,
                    "blocks": self._blocks(note.blocks, key=key, anchors=anchors),
                }
                for number, note in notes.items()
            ],
        }

    def _blocks(
        self, blocks: tuple[Block, ...], *, key: str, top: bool = False, anchors: bool = True
    ) -> list[dict[str, Any]]:
        level = 1
        records = []
        for block in blocks:
            if isinstance(block, Heading) and titled(block.content.text, ""):
                level = min(block.level, level + 1)  # PDF/UA-1, 7.4.2: no level is skipped
                record = {
                    **self._text(block.content, key, anchors=anchors),
                    "k": "heading",
                    "level": level,
                }
            else:
                record = self._block(block, key, anchors=anchors)
            if top:
                record["margin"] = self._margin((block,))
                record["long"] = _is_long(block)
            if getattr(block, "number", 0):
                record["n"] = block.number  # type: ignore[union-attr]
            records.append(record)
        return records

    def _block(self, block: Block, key: str, *, anchors: bool) -> dict[str, Any]:
        record: dict[str, Any] = {"k": "rule"}
        match block:
            case Paragraph(content=content) | Heading(content=content):
                record = {**self._text(content, key, anchors=anchors), "k": "paragraph"}
            case ListBlock(items=items, ordered=ordered, start=start):
                inner = [self._blocks(item, key=key, anchors=anchors) for item in items]
                record = {"k": "list", "ordered": ordered, "start": start, "items": inner}
            case Quotation(blocks=quoted):
                inner_blocks = self._blocks(quoted, key=key, anchors=anchors)
                record = {"k": "quotation", "blocks": inner_blocks}
            case CodeBlock(text=text):
                lines = [printable(line.expandtabs(4)) for line in text.rstrip("\n").split("\n")]
                record = {"k": "code", "text": "\n".join(lines)}
            case Table(header=header, rows=rows):
                cells = [
                    [self._cell(cell, key, anchors=anchors) for cell in row]
                    for row in (header, *rows)
                ]
                record = {"k": "table", "cells": cells, "wide": len(header) > _WIDE}
            case Picture(path=path, alt=alt):
                name = self._add_picture(path)
                record = {"k": "picture", "file": name or "", "alt": printable(alt or path)}
        return record

    def _text(self, content: RichText, key: str, *, anchors: bool) -> dict[str, Any]:
        record: dict[str, Any] = {
            "runs": self.runs(content, key, anchors=anchors),
            "wide": round(widest_word(content.text), 1),
        }
        if begins_right_to_left(content.text):
            record["rtl"] = language_of(content.text)
        return record

    def _cell(self, content: RichText, key: str, *, anchors: bool) -> list[dict[str, Any]]:
        runs = self.runs(content, key, anchors=anchors)
        if begins_right_to_left(content.text):
            return [{"p": language_of(content.text), "runs": runs}]
        return runs

    def _margin(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        ids = dict.fromkeys(
            claim_id
            for _, text in rich_texts(blocks)
            for mark in text.marks
            for claim_id in mark.claims
        )
        entries = []
        for claim_id in ids:
            claim = self._cross_references.claims.get(claim_id)
            if claim is not None:
                first = self._with_notes and claim_id not in self._noted
                self._noted.add(claim_id)
                entries.append(margin_entry(claim, self._cross_references, with_note=first))
        return entries

    def runs(self, content: RichText, key: str, *, anchors: bool = True) -> list[dict[str, Any]]:
        """Return the text as runs, with claim marks and note signs between them."""
        text = keep_together(printable(content.text))
        inserts = self._inserts(content, text, key, anchors=anchors)
        hidden = [(note.start, note.end) for note in content.notes]
        cuts = {0, len(text), *inserts}
        cuts |= {end for span in content.styles for end in (span.start, span.end)}
        cuts |= {end for span in content.links for end in (span.start, span.end)}
        cuts |= {end for note in content.notes for end in (note.start, note.end)}
        # in a paragraph of that script its runs need no language of their own
        parts = [] if begins_right_to_left(text) else by_script(text)
        languages = [(s, e, language) for s, e, language in parts if language]
        cuts |= {edge for start, end, _ in languages for edge in (start, end)}
        points = sorted(cut for cut in cuts if 0 <= cut <= len(text))
        records: list[dict[str, Any]] = list(inserts.get(0, ()))
        for start, end in itertools.pairwise(points):
            if not _inside(start, hidden):
                language = next((lang for s, e, lang in languages if s <= start < e), "")
                record = run(end_of_line_at(text, start) + text[start:end], language)
                styles = [s.style.value for s in content.styles if s.start <= start < s.end]
                if styles:
                    record["s"] = styles
                addresses = [
                    link.address for link in content.links if link.start <= start < link.end
                ]
                if addresses and addresses[0].lower().startswith(_SCHEMES):
                    record["u"] = printable(addresses[0])
                records.append(record)
            records.extend(inserts.get(end, ()))
        return records

    def _inserts(
        self, content: RichText, text: str, key: str, *, anchors: bool
    ) -> dict[int, list[dict[str, Any]]]:
        inserts: dict[int, list[dict[str, Any]]] = {}
        for note in content.notes:
            if note.number in self._footnotes:
                record = {"fn": note.number, "key": key}
                inserts.setdefault(note.end, []).append(record)
        for mark in content.marks:
            end = mark.end
            while end < len(text) and text[end] in _CLOSING and end not in inserts:
                end += 1
            known = [c for c in mark.claims if c in self._cross_references.claims]
            if known:
                inserts.setdefault(end, []).append(
                    {"m": known, "said": self._first_said(known) if anchors else []}
                )
        return inserts

    def _first_said(self, ids: Iterable[str]) -> list[str]:
        fresh = [claim_id for claim_id in ids if claim_id not in self._said]
        self._said.update(fresh)
        return fresh


def _is_long(block: Block) -> bool:
    """Whether the block may break over the page."""
    match block:
        case CodeBlock(text=text):
            return len(text) > _LONG or text.count("\n") > _LONG_LINES
        case Table(rows=rows) if len(rows) > _LONG_ROWS:
            return True
    return sum(len(text.text) for _, text in rich_texts((block,))) > _LONG


def _inside(position: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
