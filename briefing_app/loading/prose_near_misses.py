"""What other Markdown programs read and this one does not: it stays text; authors are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = "[words]{claim=H1}"
_LINK: Final = "[words](https://example.org/)"

# (pattern, what is said); the first that fits at a place counts. Lengths are bounded, and brackets
# hold no brackets, so that no text takes longer than its length.
_ANYWHERE: Final = (
    (r"!\[\[[^\[\]\n]{0,200}\]\]", "this is no picture here; write ![words](<file>)"),
    (
        r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,200}\s[^()\n]{0,200}\)",
        "this is no picture: put <…> around a name with blanks, ![words](<my map.png>)",
    ),
    (
        r"\[[^\[\]\n]{0,300}\]\([^()\n]{0,200}\s[^()\n]{0,200}\)",
        "this is no link: write %20 for each blank in the address, [words](https://example.org/a%20b)",
    ),
    (
        r"\[\[[^\[\]\n]{0,200}\]\]",
        f"this is no link here; write {_LINK}, or for a claim {_MARK}",
    ),
    (
        r"\[(?:see )?-?@[\w:][^\[\]\n]{0,200}\]",
        f"citations are not read here: the sources stand with the claim, {_MARK}",
    ),
    (
        r"\^\[[^\[\]\n]{1,300}\]",
        "this is no note here; write [^1], and '[^1]: …' in a line by itself",
    ),
    (
        r"\[[^\[\]\n]{1,300}\]\[[^\[\]\n]{0,100}\]",
        f"no address is given for this link; write {_LINK}",
    ),
    (r"<!--", "comments are not left out: this is shown as it is typed"),
    (r"%%[^%\n]{1,300}%%", "comments are not left out: this is shown as it is typed"),
    (
        r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,300})?/?>",
        "HTML is not read: this is shown as it is typed",
    ),
    (r"\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}", "templates are not filled in here"),
    (
        r"\{\s?[.#][A-Za-z][^{}\n]{0,100}\}|\{\s?(?!claim\b)[a-z-]{1,30}=[^{}\n]{0,100}\}",
        "classes, names and attributes in braces are not read; only {claim=…} is",
    ),
    (r"\\[A-Za-z]{2,30}\{[^{}\n]{0,200}\}", "TeX is not read: this is shown as it is typed"),
    (
        r"\$\$[^$\n]{0,300}(?:\$\$)?|\$(?=[^\s$])(?:[A-Za-z]|[^$\n]{0,200}[\\^_={}][^$\n]{0,200})"
        r"(?<!\s)\$(?!\d)",
        "formulas are not set: this is shown as it is typed; write it in letters, x²",
    ),
    (r"==(?=[^\s=])[^=\n]{1,300}==", "highlights are not read; write *words* or **words**"),
    (r"(?<![~\w])\+\+(?=[^\s+])[^+\n]{1,200}\+\+", "underlining is not read; write *words*"),
    (r"(?<!~)~[^~\s]{1,20}~(?!~)", "letters are not lowered here; write them so: ₂"),
    (r"\^[^\^\s\[\]]{1,20}\^", "letters are not raised here; write them so: ²"),
    (r"(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:])", "short names of signs are not read; put the sign"),
)
_AT_THE_BEGINNING: Final = (
    (r"\[[ xX]\](?=\s|\Z)", "boxes to tick are not drawn; write '☐' or '☑'"),
    (r"\[![A-Za-z]{1,20}\]", "callouts are not read: this is shown as it is typed"),
    (
        r"\[(?:TOC|toc)\]\s*\Z|\[\[_TOC_\]\]",
        "the window and the handout make the contents themselves",
    ),
    (r":::+", "fenced parts are not read: this is shown as it is typed"),
    (r":\s+\S", "lists of definitions are not read; write '- **term**: meaning'"),
    (r"\|.{0,300}\|\s*\Z", "this is no table: '|---|---|' has to stand under its first line"),
)


def _joined(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<p{n}>{pattern})" for n, (pattern, _) in enumerate(patterns)))


_FIND: Final = _joined(_ANYWHERE)
_FIND_FIRST: Final = _joined(_AT_THE_BEGINNING)


class NearMiss(NamedTuple):
    """A piece of text, and what the author is told of it."""

    text: str
    message: str


def near_misses(text: str, *, begins_line: bool) -> Iterator[NearMiss]:
    """Return what in a run of plain text was meant as something else."""
    start = 0
    first = _FIND_FIRST.match(text) if begins_line else None
    if first is not None:
        yield _told(first, _AT_THE_BEGINNING)
        start = first.end()
    for found in _FIND.finditer(text, start):
        yield _told(found, _ANYWHERE)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with settings between two lines of dashes, as in other programs."""
    return re.match(r"---\n(?:[\w-]{1,40}:.{0,300}\n){1,50}---\s*(?:\n|\Z)", text) is not None


def _told(found: re.Match[str], patterns: tuple[tuple[str, str], ...]) -> NearMiss:
    assert found.lastgroup is not None
    return NearMiss(found[0], patterns[int(found.lastgroup[1:])][1])
