"""A folder -> a briefing: parse, convert, read the prose, check, and keep what can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from briefing_app.errors import BriefingError, ContentError
from briefing_app.loading.briefing_files import DATA_LIMIT, PROSE_LIMIT, BriefingFiles, text_problem
from briefing_app.loading.convert_records import Records
from briefing_app.loading.manifest import MANIFEST, Manifest, ManifestSection
from briefing_app.loading.problem_list import ProblemList, Spot
from briefing_app.loading.read_prose import Prose, read_prose
from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.loading.text_checks import TextFault
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim
from briefing_app.model.entity import Entity
from briefing_app.model.option import PolicyOption
from briefing_app.model.problem import Problem
from briefing_app.model.source import Source

if TYPE_CHECKING:
    from briefing_app.loading.briefing_folder import BriefingFolder
    from briefing_app.model.prose import Block

T = TypeVar("T", bound=msgspec.Struct)
_NO_PROSE = Prose((), (), ())


class Placed(NamedTuple):
    """Records with the place of each in its file."""

    claims: list[tuple[Spot, Claim]]
    sources: list[tuple[Spot, Source]]
    entities: list[tuple[Spot, Entity]]
    options: list[tuple[Spot, PolicyOption]]


def read_briefing(folder: BriefingFolder) -> tuple[Briefing, tuple[Problem, ...], tuple[str, ...]]:
    """Return the briefing, its problems, and the names of its files.

    Raises:
        ContentError: briefing.yaml is missing, is not YAML, or lacks what every briefing needs.
    """
    return _Reading(folder).read()


class _Reading:
    """One reading of one folder."""

    def __init__(self, folder: BriefingFolder) -> None:
        self.files = BriefingFiles(folder)
        self.problems = ProblemList()
        self.records = Records(self.problems)
        self._lists: dict[str, Any] = {}  # data file -> what it holds

    def read(self) -> tuple[Briefing, tuple[Problem, ...], tuple[str, ...]]:
        manifest = self._manifest()
        root = Spot(MANIFEST)
        placed = Placed(
            self._collection(manifest.claims, "claims", Claim, root),
            self._collection(manifest.sources, "sources", Source, root),
            self._collection(manifest.entities, "entities", Entity, root),
            self._options(manifest, root),
        )
        summary = self._summary(manifest.summary, root)
        prose = {
            section.id: self._section(section, n) for n, section in enumerate(manifest.sections)
        }
        briefing = _assembled(manifest, placed, summary.blocks, prose)
        briefing = msgspec.structs.replace(briefing, content_hash=self.files.content_hash)
        return briefing, self.problems.sorted_problems(self.files.texts), self.files.names

    def _manifest(self) -> Manifest:
        try:
            raw = parse_yaml(self.files.text(MANIFEST, DATA_LIMIT)).root
        except TextFault as fault:
            problem = text_problem(MANIFEST, fault)
            raise ContentError(f"{MANIFEST} cannot be read: {fault.message}", [problem]) from None
        except BriefingError as error:
            raise ContentError(
                f"This is not a briefing: {error}. Every briefing's folder holds a {MANIFEST}."
            ) from error
        manifest = self.records.convert(raw, Manifest, Spot(MANIFEST))
        if manifest is None:
            problems = self.problems.sorted_problems(self.files.texts)
            raise ContentError(f"{MANIFEST} lacks what every briefing needs.", problems)
        if manifest.format != 1:
            message = f"this is format {manifest.format}; this program reads format 1"
            self.problems.error(Spot(MANIFEST).at("format"), message)
            problems = self.problems.sorted_problems(self.files.texts)
            raise ContentError("The briefing needs a newer version of this program.", problems)
        return manifest

    def _collection(
        self, named: str | list[Any] | None, shown: str, kind: type[T], at: Spot
    ) -> list[tuple[Spot, T]]:
        """The records of one kind, from the file that is named or from the place itself."""
        if not isinstance(named, str):
            return self.records.convert_list(named, kind, at.at(shown))
        try:
            raw = parse_yaml(self.files.text(named, DATA_LIMIT)).root
        except TextFault as fault:
            self.files.texts.pop(named, None)
            self.problems.add(text_problem(named, fault))
            return []
        except BriefingError as error:
            self.problems.error(at.at(shown), str(error))
            return []
        return self.records.convert_list(raw, kind, Spot(named, (), (shown,)))

    def _options(self, manifest: Manifest, root: Spot) -> list[tuple[Spot, PolicyOption]]:
        """The options of the briefing and of its sections; a file named twice is read once."""
        found = self._collection(manifest.options, "options", PolicyOption, root)
        read = {manifest.options} if isinstance(manifest.options, str) else set()
        for number, section in enumerate(manifest.sections):
            if isinstance(section.options, str):
                if section.options in read:
                    continue
                read.add(section.options)
            place = root.at("sections", number)
            found += self._collection(section.options, "options", PolicyOption, place)
        return found

    def _summary(self, text: str, root: Spot) -> Prose:
        return read_prose(text, self.files.picture_fault)

    def _section(self, section: ManifestSection, number: int) -> Prose:
        """The prose of a section; an empty one, with the reason noted, if it cannot be read."""
        try:
            text = self.files.text(section.file, PROSE_LIMIT)
        except TextFault as fault:
            self.problems.add(text_problem(section.file, fault))
            return _NO_PROSE
        except BriefingError as error:
            self.problems.error(Spot(MANIFEST).at("sections", number, "file"), str(error))
            return _NO_PROSE
        prose = read_prose(text, self.files.picture_fault)
        for fault in prose.faults:
            self.problems.add(
                Problem(section.file, fault.line, fault.column, fault.severity, "", fault.message)
            )
        return prose


def _assembled(
    manifest: Manifest, placed: Placed, summary: tuple[Block, ...], prose: dict[str, Prose]
) -> Briefing:
    sections = [
        Section(s.id, s.title, prose[s.id].blocks, has_options=s.options is not None)
        for s in sorted(manifest.sections, key=lambda s: s.id != "overview")
    ]
    return Briefing(
        id=manifest.id,
        title=manifest.title,
        language=manifest.language,
        version=manifest.version,
        issued=manifest.issued,
        as_of=manifest.as_of,
        summary=summary,
        sections=tuple(sections),
        claims=tuple(claim for _, claim in placed.claims),
        sources=tuple(source for _, source in placed.sources),
        entities=tuple(entity for _, entity in placed.entities),
        options=tuple(option for _, option in placed.options),
        key_judgments=manifest.key_judgments,
        subtitle=manifest.subtitle,
        prepared_by=manifest.prepared_by,
        handling=manifest.handling,
    )
