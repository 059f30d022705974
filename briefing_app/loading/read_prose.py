"""Markdown -> the tree of blocks, with the place of every claim mark in the source.

CommonMark with tables, footnotes and strikethrough; raw HTML is off, so it stays text.
"""

from __future__ import annotations

import bisect
import copy
import itertools
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing_app.loading.prose_limits import MAX_TEXT, ProseLimits
from briefing_app.loading.prose_near_misses import has_front_matter
from briefing_app.loading.read_inline_prose import (
    MarkPosition,
    ProseFault,
    TextBuilder,
    alternative_text,
    claim_span,
)
from briefing_app.loading.text_checks import HIDDEN, character_name, made_visible, place_of
from briefing_app.model.problem import Severity
from briefing_app.model.prose import (
    Block,
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    RichText,
    Rule,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

_DEEPEST: Final = 20  # markdown-it's own limit, past which it drops text

_MOST_ALIKE: Final = 20  # so many of the same kind are reported; each costs a walk over the text


class Prose(NamedTuple):
    """What a text holds and what is wrong with it."""

    blocks: tuple[Block, ...]
    marks: tuple[MarkPosition, ...]
    faults: tuple[ProseFault, ...]


def _accept_address(url: str) -> bool:  # noqa: ARG001 - markdown-it calls it by this name
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    parser.inline.ruler.after("link", "claim_span", claim_span)
    # Addresses and picture names are judged here, as they were written: markdown-it's own check
    # lets `smb:`, `qrc:`, `//host` and control characters through.
    parser.validateLink = _accept_address  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER: Final = _parser()


def read_prose(text: str, picture_fault: Callable[[str], str]) -> Prose:
    """Return the blocks of a text.

    `picture_fault` gives back why a picture of that name cannot be shown, or nothing if it can.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    env: dict[str, dict[str, dict[str, int]]] = {}
    tokens = _PARSER.parse(text, env)
    reader = _BlockReader(text, tokens, picture_fault)
    blocks = reader.read()
    reader.check_notes(env.get("footnotes", {}).get("refs", {}))
    reader.check_hidden()
    if has_front_matter(text):
        message = "settings before the text are not read: they stand in briefing.yaml"
        reader.faults.append(ProseFault(1, 1, Severity.WARNING, message))
    return Prose(blocks, tuple(reader.marks), tuple(reader.faults))


class _BlockReader:
    """Walks markdown-it's flat tokens; nesting is at most `_DEEPEST`."""

    def __init__(self, text: str, tokens: list[Token], picture_fault: Callable[[str], str]) -> None:
        self.faults: list[ProseFault] = []
        self.marks: list[MarkPosition] = []
        self._text = text
        self._lines = text.split("\n")
        self._tokens = tokens
        self._next = 0
        self._picture_fault = picture_fault
        self._number = 0
        self._located: _InlineSource | None = None
        self._level = 1  # of the heading before
        self._limits = ProseLimits()

    def read(self) -> tuple[Block, ...]:
        """Return every block of the text."""
        return self._blocks("", top=True)

    def check_notes(self, numbers: dict[str, int]) -> None:
        """Warn of notes that no text refers to; `numbers` has -1 for those."""
        unused = (label[1:] for label, number in numbers.items() if number < 0)
        for label in itertools.islice(unused, _MOST_ALIKE):
            place = place_of(self._text, max(self._text.find(f"[^{label}]:"), 0))
            message = f"nothing refers to the note [^{label[:60]}], so it is not shown"
            self.faults.append(ProseFault(*place, Severity.WARNING, message))

    def check_hidden(self) -> None:
        """Warn of hidden characters; the text shows them written out."""
        for found in itertools.islice(HIDDEN.finditer(self._text), _MOST_ALIKE):
            place = place_of(self._text, found.start())
            message = f"the hidden character {character_name(found[0])} is shown written out"
            self.faults.append(ProseFault(*place, Severity.WARNING, message))

    def _blocks(self, closing: str, *, top: bool = False) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == closing:
                break
            self._check_depth(token)
            blocks += self._block(token, top=top)
        return tuple(blocks)

    def _check_depth(self, token: Token) -> None:
        if token.level >= _DEEPEST - 1:
            self._fault(token, "this is nested too deep; what lies deeper is not shown")

    def _numbered(self, *, top: bool) -> int:
        self._number += top
        return self._number if top else 0

    def _block(self, token: Token, *, top: bool) -> list[Block]:
        block: Block
        match token.type:
            case "paragraph_open":
                found = self._paragraph(top=top)
                return found[: self._room("paragraphs", len(found), token)] if top else found
            case "heading_open":
                block = self._heading(token)
                if not self._room("headings", 1, token):
                    return []
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, self._numbered(top=top))
            case "blockquote_open":
                number = self._numbered(top=top)
                block = Quotation(self._blocks("blockquote_close"), number)
            case "fence" | "code_block":
                block = self._code(token, self._numbered(top=top))
            case "hr":
                block = Rule()
            case "table_open":
                return self._table(token, self._numbered(top=top))
            case "footnote_open":
                block = Footnote(token.meta["id"] + 1, self._blocks("footnote_close"))
            case _:
                return []  # wrappers such as footnote_block_open
        return [block]

    def _paragraph(self, *, top: bool) -> list[Block]:
        inline = self._inline("paragraph_close")
        children = inline.children or []
        solid = [
            c for c in children if c.type != "softbreak" and c.content.strip() + c.type != "text"
        ]
        images = [child for child in solid if child.type == "image"]
        if images and len(images) == len(solid):
            return [self._picture(inline, image, top=top) for image in images]
        return [Paragraph(self._rich(inline), self._numbered(top=top))]

    def _picture(self, inline: Token, image: Token, *, top: bool) -> Block:
        path, alt = str(image.attrs.get("src", "")), alternative_text(image)
        place = self._place(inline, max(inline.content.find(path), 0))
        fault = self._picture_fault(path)
        if fault:
            self.faults.append(ProseFault(*place, Severity.ERROR, fault))
            return Paragraph(RichText(alt or "(picture)"), self._numbered(top=top))
        if not alt:
            message = "the picture has no words for those who cannot see it: ![words](file)"
            self.faults.append(ProseFault(*place, Severity.ERROR, message))
        return Picture(path, alt, self._numbered(top=top))

    def _heading(self, token: Token) -> Heading:
        level = int(token.tag[1:])
        if level == 1:
            self._fault(token, "headings begin at '##'; '#' is the section's own title")
        elif level > self._level + 1:
            before = "#" * self._level if self._level > 1 else "the section's title"
            message = f"'{'#' * level}' follows {before}: a level is left out"
            self._fault(token, message, Severity.WARNING)
        self._level = max(level, 2)
        return Heading(self._rich(self._inline("heading_close")), self._level)

    def _code(self, token: Token, number: int) -> CodeBlock:
        lines = token.content.removesuffix("\n").split("\n")
        if any(len(line) > MAX_TEXT for line in lines):
            self._fault(token, ProseLimits.too_long("line of code"))
            lines = [line[:MAX_TEXT] for line in lines]
        kept = lines[: self._room("lines of code", len(lines), token)]
        language = made_visible(token.info.split()[0]) if token.info.split() else ""
        return CodeBlock(made_visible("\n".join(kept)), language, number)

    def _room(self, kind: str, wanted: int, token: Token) -> int:
        """How many of a kind there is room for; it is a fault if that is not all."""
        room = self._limits.room(kind, wanted)
        if room < wanted and self._limits.is_news(kind):
            self._fault(token, ProseLimits.too_many(kind))
        return room

    def _list(self, token: Token, number: int) -> list[Block]:
        closing = token.type.replace("open", "close")
        items = []
        while self._next < len(self._tokens):
            inner = self._tokens[self._next]
            self._next += 1
            if inner.type == closing and inner.level == token.level:
                break
            if inner.type == "list_item_open":
                self._check_depth(inner)
                items.append(self._blocks("list_item_close"))
        start = int(token.attrs.get("start", 1))
        kept = tuple(items[: self._room("list items", len(items), token)])
        return [ListBlock(kept, token.type == "ordered_list_open", start, number)] if kept else []

    def _table(self, opening: Token, number: int) -> list[Block]:
        rows: list[list[RichText]] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._rich(self._cut(token, "table cell")))
        columns = len(rows[0])
        kept = self._room("table cells", columns * len(rows), opening) // columns
        if not kept:
            return []
        return [Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:kept]), number)]

    def _inline(self, closing: str) -> Token:
        """The inline token of a block whose opening token has been read."""
        token = self._tokens[self._next]
        while self._tokens[self._next].type != closing:
            self._next += 1
        self._next += 1
        return self._cut(token, "paragraph" if closing == "paragraph_close" else "heading")

    def _cut(self, inline: Token, kind: str) -> Token:
        """Return a text of bearable length: it is laid out in one piece, as no long one can be."""
        if len(inline.content) > MAX_TEXT:
            message = ProseLimits.too_long(kind)
            self.faults.append(ProseFault(*self._place(inline, 0), Severity.ERROR, message))
            inline = copy.copy(inline)
            inline.content = inline.content[:MAX_TEXT]
            inline.children = []
            _PARSER.inline.parse(inline.content, _PARSER, {}, inline.children)
        return inline

    def _rich(self, inline: Token) -> RichText:
        return TextBuilder(inline, self._place, self.faults, self.marks).build()

    def _fault(self, token: Token, message: str, severity: Severity = Severity.ERROR) -> None:
        line = token.map[0] if token.map else 0
        source = self._lines[line] if line < len(self._lines) else ""
        column = len(source) - len(source.lstrip())
        self.faults.append(ProseFault(line + 1, column + 1, severity, message))

    def _place(self, inline: Token, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset into the source of an inline token."""
        if self._located is None or self._located.inline is not inline:
            self._located = _InlineSource(inline, self._lines)
        return self._located.place(offset)


class _InlineSource:
    """Where the source of an inline token stands in the file.

    It is the file's lines without the signs of the blocks around them: quotation bars, indents,
    the other cells of a table's row.
    """

    def __init__(self, inline: Token, lines: list[str]) -> None:
        self.inline = inline
        self._lines = lines
        self._first = inline.map[0] if inline.map else 0
        self._rows = inline.content.split("\n")
        self._starts = [0, *itertools.accumulate(len(row) + 1 for row in self._rows)]
        self._shifts: dict[int, int] = {}  # row -> how far right the file has it

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset into the token's source."""
        row = min(bisect.bisect_right(self._starts, offset), len(self._rows)) - 1
        line, column = self._first + row, offset - self._starts[row]
        if line >= len(self._lines):
            return len(self._lines), 1
        if row not in self._shifts:
            self._shifts[row] = self._lines[line].find(self._rows[row])
        shift = self._shifts[row]
        if shift < 0:  # a table cell with an escaped bar: find what follows the place
            near = self._lines[line].find(self._rows[row][column : column + 12])
            return line + 1, max(near, 0) + 1
        return line + 1, shift + column + 1
