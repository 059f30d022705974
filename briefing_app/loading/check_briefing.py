"""Checks of the briefing as a whole: its own entries, its sections, what is said where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.loading.check_claims import LANGUAGE, ClaimCheck, SourceCheck
from briefing_app.loading.check_letters import check_letters
from briefing_app.loading.check_references import ReferenceCheck
from briefing_app.model.problem import Severity
from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from briefing_app.loading.material import Material

_SUMMARY_WORDS: Final = 120
MOST_SECTIONS: Final = 100


def check_material(material: Material) -> None:
    """Note everything that is wrong with a briefing whose parts could be read."""
    _check_entries(material)
    _check_prose(material)
    ReferenceCheck(material).run()
    ClaimCheck(material).run()
    SourceCheck(material).run()
    _check_sections(material)
    _check_said(material)
    check_letters(material)


def _check_entries(material: Material) -> None:
    manifest, root, problems = material.manifest, material.root, material.problems
    for key in ("title", "version"):
        if not getattr(manifest, key).strip():
            problems.error(root.at(key), f"'{key}' is empty")
    if not LANGUAGE.match(manifest.language):
        message = f"'{manifest.language[:40]}' is no language tag; write en, en-GB, ur-PK"
        problems.error(root.at("language"), message)
    issued, as_of = manifest.issued.last_day, manifest.as_of.first_day
    if issued and as_of and issued < as_of:
        message = f"issued before the information cut-off, {manifest.as_of.display()}"
        problems.warning(root.at("issued"), message)
    words = sum(len(text.text.split()) for _, text in rich_texts(material.summary.prose.blocks))
    if words > _SUMMARY_WORDS:
        message = f"the summary has {words} words; {_SUMMARY_WORDS} are read at a glance"
        problems.warning(root.at("summary"), message)
    elif not words:
        problems.warning(root.at("summary"), "the summary is empty")
    if len(manifest.sections) > MOST_SECTIONS:
        message = f"{len(manifest.sections)} sections; the first {MOST_SECTIONS} are shown"
        problems.error(root.at("sections", MOST_SECTIONS), message)
    if not manifest.sections:
        problems.error(root.at("sections"), "a briefing has at least one section")
    shown = any(section.entry.options is not None for section in material.sections)
    if material.options and not shown:
        message = "no section shows the options; give one of them 'options: …'"
        problems.warning(root.at("options"), message)


def _check_prose(material: Material) -> None:
    for part in (*(section.part for section in material.sections), material.summary):
        if part is not None:
            for line, column, severity, message in part.prose.faults:
                material.problems.add(part.problem(line, column, severity, message))


def _check_sections(material: Material) -> None:
    """Sections without prose or without claims."""
    filled = {claim.section for _, claim in material.claims}
    for spot, entry, part in material.sections:
        if not entry.title.strip():
            material.problems.error(spot.at("title"), "'title' is empty")
        if part is not None and not part.prose.blocks and entry.options is None:
            problem = part.problem(1, 1, Severity.WARNING, "the section is empty")
            material.problems.add(problem)
        if material.claims and entry.id not in filled:
            message = f"no claim belongs to the section '{entry.id}'"
            material.problems.warning(spot, message)


def _check_said(material: Material) -> None:
    """Claims that the text never says, or says only elsewhere."""
    said: dict[str, list[str]] = {}
    for section in material.sections:
        for mark in section.part.prose.marks if section.part else ():
            said.setdefault(mark.claim, []).append(section.entry.id)
    in_summary = {mark.claim for mark in material.summary.prose.marks}
    unread = {section.entry.id for section in material.sections if section.part is None}
    known = {section.entry.id for section in material.sections}
    for spot, claim in material.claims:
        where = said.get(claim.id, [])
        if claim.section in where or claim.section in unread:
            continue
        if where and claim.section in known:
            message = f"'{claim.id}' is not said in its section, only in '{where[0]}'"
            material.problems.warning(spot.at("section"), message)
        elif not where:
            only = "only in the summary" if claim.id in in_summary else "nowhere in the text"
            message = f"'{claim.id}' is said {only}; mark its words with {{claim={claim.id}}}"
            material.problems.warning(spot, message)
