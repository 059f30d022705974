"""A folder -> a briefing: parse, convert, read the prose, check, and keep what can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import msgspec

from briefing_app.errors import BriefingError, ContentError
from briefing_app.loading.briefing_files import (
    DATA_LIMIT,
    PROSE_LIMIT,
    BriefingFiles,
    text_problem,
)
from briefing_app.loading.check_briefing import MOST_SECTIONS, check_material
from briefing_app.loading.check_claims import LANGUAGE
from briefing_app.loading.check_ids import unique_records, unique_sections, usable_id
from briefing_app.loading.convert_records import Records
from briefing_app.loading.manifest import FORMAT, MANIFEST, Manifest, ManifestSection
from briefing_app.loading.material import Material, PlacedSection, ProsePart
from briefing_app.loading.mend_references import mended
from briefing_app.loading.problem_list import ProblemList, Spot
from briefing_app.loading.read_prose import read_prose
from briefing_app.loading.strict_yaml import parse_yaml
from briefing_app.loading.text_checks import TextFault
from briefing_app.loading.yaml_comments import swallowed_texts
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim
from briefing_app.model.entity import Entity
from briefing_app.model.option import PolicyOption
from briefing_app.model.problem import Problem, Severity
from briefing_app.model.source import Source

if TYPE_CHECKING:
    from briefing_app.loading.briefing_store import BriefingStore

T = TypeVar("T", Claim, Source, Entity, PolicyOption)
_ROOT: Final = Spot(MANIFEST)
_WORDS: Final = {"claims": "claim", "sources": "source", "entities": "entity", "options": "option"}


def read_briefing(folder: BriefingStore) -> tuple[Briefing, tuple[Problem, ...], tuple[str, ...]]:
    """Return the briefing, its problems, and the names of its files.

    Raises:
        ContentError: briefing.yaml is missing, is not YAML, or lacks what every briefing needs.
    """
    reading = _Reading(folder)
    material = reading.read()
    check_material(material)
    problems = material.problems.sorted_problems(reading.files.texts)
    briefing = _assembled(material, reading.files.content_hash)
    if any(problem.severity is Severity.ERROR for problem in problems):
        briefing = mended(briefing)
    return briefing, problems, reading.files.names


class _Reading:
    """One reading of one folder."""

    def __init__(self, folder: BriefingStore) -> None:
        self.files = BriefingFiles(folder)
        self._problems = ProblemList()
        self._records = Records(self._problems)
        self._unread: set[str] = set()

    def read(self) -> Material:
        """Return everything that the folder holds, as far as it can be read.

        Raises:
            ContentError: see `read_briefing`.
        """
        manifest = self._manifest()
        claims = self._collection(manifest.claims, "claims", Claim, _ROOT)
        sources = self._collection(manifest.sources, "sources", Source, _ROOT)
        entities = self._collection(manifest.entities, "entities", Entity, _ROOT)
        options = self._options(manifest)
        broken = self._records.broken_ids
        entries = manifest.sections[:MOST_SECTIONS]
        sections = unique_sections(entries, _ROOT.at("sections"), self._problems)
        prose = read_prose(manifest.summary, self.files.picture_fault)
        return Material(
            manifest=manifest,
            claims=unique_records(claims, self._problems, broken),
            sources=unique_records(sources, self._problems, broken),
            entities=unique_records(entities, self._problems, broken),
            options=unique_records(options, self._problems, broken),
            sections=[PlacedSection(at, entry, self._section(at, entry)) for at, entry in sections],
            summary=ProsePart(MANIFEST, prose, self.files.texts[MANIFEST]),
            broken_ids=frozenset(broken),
            unread=frozenset(self._unread),
            spoilt=frozenset(self._records.spoilt),
            problems=self._problems,
            root=_ROOT,
        )

    def _manifest(self) -> Manifest:
        try:
            raw = self._parsed(MANIFEST)
        except TextFault as fault:
            problem = text_problem(MANIFEST, fault)
            raise ContentError(f"{MANIFEST} cannot be read: {fault.message}", [problem]) from None
        except BriefingError as error:
            message = f"{self.files.folder.path} is not a briefing: {error}."
            raise ContentError(message) from error
        if isinstance(raw, dict) and raw.get("format", FORMAT) != FORMAT:
            written = raw["format"]
            shown = written if isinstance(written, str) and len(written) < 20 else "something else"
            message = f"this program reads format {FORMAT}, not {shown}; get a newer version of it"
            self._problems.error(_ROOT.at("format"), message)
            self._give_up(f"This program reads format {FORMAT} of briefings, not {shown}.")
        manifest = self._records.convert(raw, Manifest, _ROOT)
        if manifest is None:
            self._give_up(f"{MANIFEST} lacks what every briefing needs.")
        identity = usable_id(manifest.id, _ROOT.at("id"), self._problems)
        return msgspec.structs.replace(manifest, id=identity)

    def _parsed(self, file: str) -> Any:
        """What a YAML file holds; text that it loses to a comment is noted."""
        text = self.files.text(file, DATA_LIMIT)
        root = parse_yaml(text).root
        for fault in swallowed_texts(text):
            self._problems.add(text_problem(file, fault, Severity.WARNING))
        return root

    def _give_up(self, message: str) -> NoReturn:
        raise ContentError(message, self._problems.sorted_problems(self.files.texts))

    def _collection(
        self, named: str | list[Any] | None, shown: str, kind: type[T], at: Spot
    ) -> list[tuple[Spot, T]]:
        """The records of one kind, from the file that is named or from the place itself."""
        if at.at(shown) in self._records.spoilt:
            self._unread.add(_WORDS[shown])
        if not isinstance(named, str):
            return self._records.convert_list(named, kind, at.at(shown))
        try:
            raw = self._parsed(named)
        except TextFault as fault:
            self._problems.add(text_problem(named, fault))
        except BriefingError as error:
            self._problems.error(at.at(shown), str(error))
        else:
            if isinstance(raw, list) or raw is None:
                return self._records.convert_list(raw, kind, Spot(named, (), (shown,)))
            message = f"'{named}' holds no list; begin each of the {shown} with '- id: …'"
            self._problems.add(Problem(named, 1, 1, Severity.ERROR, shown, message))
        self._unread.add(_WORDS[shown])
        return []

    def _options(self, manifest: Manifest) -> list[tuple[Spot, PolicyOption]]:
        """The options of the briefing and of its sections; a file named twice is read once."""
        found = self._collection(manifest.options, "options", PolicyOption, _ROOT)
        read = {manifest.options} if isinstance(manifest.options, str) else set()
        for number, section in enumerate(manifest.sections[:MOST_SECTIONS]):
            if isinstance(section.options, str):
                if section.options in read:
                    continue
                read.add(section.options)
            place = _ROOT.at("sections", number)
            found += self._collection(section.options, "options", PolicyOption, place)
        return found

    def _section(self, spot: Spot, entry: ManifestSection) -> ProsePart | None:
        """The prose of a section; None, with the reason noted, if it cannot be read."""
        try:
            text = self.files.text(entry.file, PROSE_LIMIT)
        except TextFault as fault:
            self._problems.add(text_problem(entry.file, fault))
        except BriefingError as error:
            self._problems.error(spot.at("file"), str(error))
        else:
            return ProsePart(entry.file, read_prose(text, self.files.picture_fault))
        return None


def _assembled(material: Material, content_hash: str) -> Briefing:
    manifest = material.manifest
    sections = [
        Section(
            id=section.entry.id,
            title=section.entry.title,
            blocks=section.part.prose.blocks if section.part else (),
            has_options=section.entry.options is not None,
        )
        for section in sorted(material.sections, key=lambda s: s.entry.id != "overview")
    ]
    return Briefing(
        id=manifest.id,
        title=manifest.title,
        language=manifest.language if LANGUAGE.match(manifest.language) else "en",
        version=manifest.version,
        issued=manifest.issued,
        as_of=manifest.as_of,
        summary=material.summary.prose.blocks,
        sections=tuple(sections),
        claims=tuple(claim for _, claim in material.claims),
        sources=tuple(source for _, source in material.sources),
        entities=tuple(entity for _, entity in material.entities),
        options=tuple(option for _, option in material.options),
        key_judgments=manifest.key_judgments,
        subtitle=manifest.subtitle,
        prepared_by=manifest.prepared_by,
        handling=manifest.handling,
        content_hash=content_hash,
    )
