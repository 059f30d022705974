"""What was read of a briefing, with the place of every part: what the checks look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_app.loading.strict_yaml import parse_yaml
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
    """Where a place of the summary is in briefing.yaml; exact if it is written under `|`."""
    document = parse_yaml(text, with_places=True)
    start_line, start_column = document.place(("summary",))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    summary = document.root["summary"].split("\n")
    header = lines[start_line - 1][start_column - 1 :]
    if not header.startswith("|"):
        return start_line, start_column
    indent = lines[start_line - 1 + line].find(summary[line - 1])
    return start_line + line, max(indent, 0) + column
