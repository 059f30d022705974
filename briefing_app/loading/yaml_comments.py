"""Text that YAML takes for a comment: `Priority #1 of the council` is read as `Priority`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import ScalarEvent, StreamEndEvent

from briefing_app.loading.text_checks import TextFault

if TYPE_CHECKING:
    from collections.abc import Iterator

# A comment keeps two blanks from the value before it, and one from its own text; what comes nearer
# is more likely a text with a number sign in it.
_SUSPECT: Final = re.compile(r"[^\s#][ \t]#|[ \t]#[^\s#]|\n[ \t]+#", re.MULTILINE)
_BEHIND: Final = re.compile(r"[ \t]+(?=#)")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_SHOWN: Final = 40  # characters


def swallowed_texts(text: str) -> list[TextFault]:
    """Return the places of comments that look like text, in a YAML text that can be read."""
    if _SUSPECT.search(text) is None:
        return []
    lines = _LINE_END.split(text)
    places = (_place_of_comment(lines, scalar) for scalar in _plain_scalars(text))
    return [_fault(lines, place) for place in places if place is not None]


def _place_of_comment(lines: list[str], scalar: Any) -> tuple[int, int] | None:
    """Line and column, from 0, of a comment behind or below a value that may belong to it."""
    line, column = scalar.end_mark.line, scalar.end_mark.column
    behind = _BEHIND.match(lines[line], column)
    if behind is not None:
        near = scalar.value != "" and behind.end() - column < 2
        return (line, behind.end()) if near or _touches(lines[line], behind.end()) else None
    if scalar.value and not lines[line][column:].strip():
        return _next_line(lines, scalar)
    return None


def hides_text(lines: list[str]) -> bool:
    """Whether a line has a number sign that may have cut off a text."""
    return any(_SUSPECT.search(f"\n{line}") for line in lines)


def _plain_scalars(text: str) -> Iterator[Any]:
    next_event = CParser(text).get_event
    while type(event := next_event()) is not StreamEndEvent:
        if type(event) is ScalarEvent and event.style == "":
            yield event


def _touches(line: str, sign: int) -> bool:
    """Whether the text of a comment follows its sign at once, as in `#1`."""
    return sign + 1 < len(line) and line[sign + 1] not in " \t#"


def _next_line(lines: list[str], scalar: Any) -> tuple[int, int] | None:
    """The place of a comment in the line after a value, where the value could have gone on."""
    last = scalar.end_mark.line
    if last + 1 >= len(lines):
        return None
    line = lines[last + 1]
    column = len(line) - len(line.lstrip(" \t"))
    if not line.startswith("#", column) or column <= _indentation(lines, scalar):
        return None
    goes_on = scalar.start_mark.line < last and column == len(lines[last]) - len(
        lines[last].lstrip()
    )
    return (last + 1, column) if goes_on or _touches(line, column) else None


def _indentation(lines: list[str], scalar: Any) -> int:
    """The column of the key that a value belongs to, or of the dash before it."""
    before = lines[scalar.start_mark.line][: scalar.start_mark.column]
    dashes = re.match(r"\s*(?:- +)*", before)
    assert dashes is not None
    column = dashes.end()
    return before.rfind("-", 0, column) if column == len(before) and "-" in before else column


def _fault(lines: list[str], place: tuple[int, int]) -> TextFault:
    line, column = place
    lost = lines[line][column:].rstrip()
    shown = lost if len(lost) <= _SHOWN else f"{lost[:_SHOWN]}…"
    return TextFault(
        line + 1,
        column + 1,
        f"this is read as a comment and left out: '{shown}'. If it belongs to the text, put the "
        "text in quotes; if it is a comment, put two blanks before the '#' and one after it",
    )
