"""What README.md and the manual name: their code, their tables, their plain text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "content" / "manual"


class Passage(NamedTuple):
    """A stretch of a document under its last heading; `kind` is text, code, block or cell."""

    heading: str
    kind: str
    text: str
    info: str = ""  # the language of a block
    code: tuple[str, ...] = ()  # what of a text is code


class Table(NamedTuple):
    """A table under its heading; each cell is (its words, what of them is code)."""

    heading: str
    rows: list[list[tuple[str, list[str]]]]


class Document(NamedTuple):
    """A Markdown file that was read."""

    name: str
    passages: list[Passage]
    tables: list[Table]

    def of_kind(self, *kinds: str) -> list[Passage]:
        """Return the passages of these kinds, in their order."""
        return [passage for passage in self.passages if passage.kind in kinds]

    def table(self, heading: str, column: int = 0) -> dict[str, list[tuple[str, list[str]]]]:
        """Return the rows of the tables under a heading, by the words in a column."""
        rows = [row for table in self.tables if table.heading == heading for row in table.rows]
        return {row[column][0]: row for row in rows}


def read(path: Path) -> Document:
    """Return what stands in a Markdown file."""
    return parse(path.read_text("utf-8"), str(path.relative_to(ROOT)))


def parse(text: str, name: str = "") -> Document:
    """Return what stands in Markdown text."""
    passages: list[Passage] = []
    tables: list[Table] = []
    heading = ""
    in_heading = in_row = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        elif token.type in ("fence", "code_block"):
            passages.append(Passage(heading, "block", token.content, token.info.strip()))
        elif token.type == "table_open":
            tables.append(Table(heading, []))
        elif token.type == "tbody_open":
            in_row = True
        elif token.type == "tbody_close":
            in_row = False
        elif token.type == "tr_open" and in_row:
            tables[-1].rows.append([])
        elif token.type == "inline":
            code = [child.content for child in token.children if child.type == "code_inline"]
            words = "".join(_words(child) for child in token.children)
            if in_heading:
                heading = words
            if in_row:
                tables[-1].rows[-1].append((words, code))
            passages += [Passage(heading, "code", part) for part in code]
            kind = "cell" if in_row else "text"
            passages.append(Passage(heading, kind, words, code=tuple(code)))
    return Document(name, passages, tables)


def _words(token) -> str:
    return {"softbreak": " ", "hardbreak": " "}.get(token.type, token.content)


README = read(ROOT / "README.md")
SECTIONS = {path.stem: read(path) for path in sorted((MANUAL / "sections").glob("*.md"))}
DOCUMENTS = [README, *SECTIONS.values()]


def command_lines(document: Document) -> list[str]:
    """Return the lines for a shell, in blocks and in `back quotes`, without what is said of them.

    What is said stands behind two blanks or more, or behind #.
    """
    blocks = [line for block in document.of_kind("block") for line in block.text.splitlines()]
    lines = [*blocks, *(passage.text for passage in document.of_kind("code"))]
    bare = [re.split(r"\s{2,}| # ", line.strip().removeprefix("$ "))[0].rstrip() for line in lines]
    starts = r"(?:\S*/)?briefing-app(?:\s|$)|make [a-z]|(?:\S*/)?python3? -m "
    return list(dict.fromkeys(line for line in bare if re.match(starts, line)))


def spelt_out(line: str) -> list[str]:
    """Return the lines that one with [optional] parts and a|b stands for: all, none, each."""
    optional = r"\[([^\[\]]*)\]"
    lines = {re.sub(optional, r"\1", line), " ".join(re.sub(optional, "", line).split())}
    found = []
    for whole in sorted(lines):
        choice = re.search(r"(?<!\S)[\w-]+(?:\|[\w-]+)+", whole)
        if choice is None:
            found.append(whole)
        else:
            before, after = whole[: choice.start()], whole[choice.end() :]
            found += [before + word + after for word in choice[0].split("|")]
    return found
