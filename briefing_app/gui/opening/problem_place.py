"""What in the window a problem is about: the claim, name, source or section that its line is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.errors import BriefingError

if TYPE_CHECKING:
    from briefing_app.model.problem import Problem
    from briefing_app.open_briefing import OpenBriefing

_ID = re.compile(r"""^\s*(?:-\s*)?\{?\s*["']?id["']?\s*:\s*["']?([\w.-]+)""")
_INLINE_ID = re.compile(r"""-\s*\{.*?\bid\s*:\s*["']?([\w.-]+)""")
_MARKS = re.compile(r"""\bclaim\s*=\s*["']?([^"'}]+)""")
_LONGEST_RECORD = 400  # lines between a record's id and what is wrong in it


class ProblemPlace(NamedTuple):
    """`kind` is `claim`, `entity`, `source` or `section`; empty: nothing in the window."""

    kind: str
    name: str


_NOWHERE = ProblemPlace("", "")


def problem_place(problem: Problem, opened: OpenBriefing) -> ProblemPlace:
    """Return what a problem is about, as far as the briefing that is open has it."""
    steps = problem.path.split(".")
    for step in steps[1:2]:
        if (named := _known(step, opened)).kind:
            return named
    try:
        lines = opened.folder.read(problem.file).decode("utf-8", "replace").splitlines()
    except (BriefingError, OSError):
        return _NOWHERE
    if problem.file.endswith((".yaml", ".yml")):
        return _record_at(lines, problem.line, opened)
    return _said_at(lines, problem, opened)


def _record_at(lines: list[str], line: int, opened: OpenBriefing) -> ProblemPlace:
    """The record of a list in a YAML file that a line belongs to."""
    for number in range(min(line, len(lines)), max(0, line - _LONGEST_RECORD), -1):
        text = lines[number - 1]
        found = _ID.match(text) or _INLINE_ID.search(text)
        if found:
            return _known(found[1], opened)
        if text.lstrip().startswith("- ") and number < line and not text.startswith("   "):
            break
    # the id may come after what is wrong
    for text in lines[line : line + _LONGEST_RECORD]:
        if text.lstrip().startswith("- "):
            break
        if found := _ID.match(text):
            return _known(found[1], opened)
    return _NOWHERE


def _said_at(lines: list[str], problem: Problem, opened: OpenBriefing) -> ProblemPlace:
    """The claim that a line of prose marks, else the section whose text it is."""
    text = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    marks = [(found.start(), found[1]) for found in _MARKS.finditer(text)]
    marks.sort(key=lambda mark: abs(mark[0] - problem.column))
    for _, names in marks:
        for name in names.split():
            if name in opened.cross_references.claims:
                return ProblemPlace("claim", name)
    stem = problem.file.rpartition("/")[2].partition(".")[0]
    return ProblemPlace("section", stem) if stem in opened.cross_references.sections else _NOWHERE


def _known(name: str, opened: OpenBriefing) -> ProblemPlace:
    references = opened.cross_references
    kinds = (
        ("claim", references.claims),
        ("entity", references.entities),
        ("source", references.sources),
        ("section", references.sections),
    )
    found = (kind for kind, names in kinds if name in names)
    kind = next(found, "")
    return ProblemPlace(kind, name) if kind else _NOWHERE
