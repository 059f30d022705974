"""What was read of a briefing, with the place of every part: what the checks look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.loading.text_checks import place_of
from briefing_app.model.problem import Problem, Severity

if TYPE_CHECKING:
    from briefing_app.loading.manifest import Manifest, ManifestSection
    from briefing_app.loading.problem_list import ProblemList, Spot
    from briefing_app.loading.read_prose import Prose
    from briefing_app.model.claim import Claim
    from briefing_app.model.entity import Entity
    from briefing_app.model.option import PolicyOption
    from briefing_app.model.source import Source

T = TypeVar("T")
Placed = list[tuple["Spot", T]]


class ProsePart(NamedTuple):
    """The prose of one section, or the summary, and the file that it stands in."""

    file: str
    prose: Prose
    manifest_text: str = ""  # set for the summary: the text of briefing.yaml

    def problem(self, line: int, column: int, severity: Severity, message: str) -> Problem:
        """Return a problem at a place of this prose."""
        path = ""
        if self.manifest_text:
            line, column = _place_in_manifest(self.manifest_text, line, column)
            path = "summary"
        return Problem(self.file, line, column, severity, path, message)


class PlacedSection(NamedTuple):
    """A section with its place in briefing.yaml and its prose; None if that cannot be read."""

    spot: Spot
    entry: ManifestSection
    part: ProsePart | None


class Material(NamedTuple):
    """One briefing before it is assembled; ids are unique and well formed in it."""

    manifest: Manifest
    claims: Placed[Claim]
    sources: Placed[Source]
    entities: Placed[Entity]
    options: Placed[PolicyOption]
    sections: list[PlacedSection]
    summary: ProsePart
    broken_ids: frozenset[str]  # of records that were left out: no second message about them
    unread: frozenset[str]  # "claim", "source", "entity", "option": the list cannot be read
    spoilt: frozenset[Spot]  # values that were lost, and what holds them: the same
    problems: ProblemList
    root: Spot  # the place of briefing.yaml as a whole


def _place_in_manifest(text: str, line: int, column: int) -> tuple[int, int]:
    """Where a place of the summary is in briefing.yaml, however the summary is written there.

    The word at that place is looked for in the file, as many times as it stands in the summary
    before. Where an escape hides it, the summary's own place has to do.
    """
    document = parse_yaml(text, with_places=True)
    start = document.place(("summary",))
    summary = document.root["summary"]
    offset = sum(len(row) + 1 for row in summary.split("\n")[: line - 1]) + column - 1
    word = (summary[offset : offset + 80].split() or [""])[0]
    if not word or summary[offset : offset + 1].isspace():
        return start
    lines = text.splitlines(keepends=True)
    found, end = -1, sum(len(row) for row in lines[: start[0] - 1]) + start[1] - 1
    for _ in range(summary.count(word, 0, offset) + 1):
        found = text.find(word, end)
        if found < 0:
            return start
        end = found + len(word)
    return place_of(text, found)
