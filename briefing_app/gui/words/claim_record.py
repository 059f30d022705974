"""A claim's record in words: what hover card, claim card and strip show at three lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore

from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_word
from briefing_app.model import figures
from briefing_app.model.claim import Confidence, Family
from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.source import Availability
from briefing_app.model.source_support import support_of

if TYPE_CHECKING:
    from briefing_app.model.claim import Citation, Claim
    from briefing_app.model.cross_references import CrossReferences


class Run(msgspec.Struct, frozen=True):
    """A piece of a record line; `target` leads somewhere.

    `claim:R8`, `place:history#3`, `source:ahmed-2022`, `entity:ttp`.
    """

    text: str
    strong: bool = False
    target: str = ""
    hint: str = ""  # what else there is to say of it


def claim_target(claim_id: str) -> str:
    """Return the target of what stands for a claim and leads to it."""
    return f"claim:{claim_id}"


class RecordLine(msgspec.Struct, frozen=True):
    """One labelled line of the record."""

    label: str
    runs: tuple[Run, ...]
    group: str = ""  # what a screen reader says before each link, if it is not the label

    @property
    def text(self) -> str:
        """The line without its label, as plain text."""
        return "".join(run.text for run in self.runs)


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("claim_record", text, "", number)


def date_words(claim: Claim) -> str:
    """Return the claim's date, or that there is none."""
    return claim.date.display() if claim.date else _tr("no date given")


def context_words(claim: Claim, references: CrossReferences) -> str:
    """Return the quiet line beside the badge: `disputed · Aug 2021 – Mar 2022 · Terrorism`."""
    section = references.sections.get(claim.section)
    parts = (
        standing_word(claim, references),
        date_words(claim),
        section.title if section else claim.section,
    )
    return " · ".join(part for part in parts if part)


def support_words(claim: Claim, references: CrossReferences) -> str:
    """Return how many sources and origins stand behind the claim: `1 source, 1 origin`."""
    return count_words(*support_of(claim, references))


def count_words(sources: int, origins: int) -> str:
    """Return support in words: `1 source, 3 origins`."""
    if not sources:
        return _tr("no source")
    return f"{_count(sources, 'source')}, {_count(origins, 'origin')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def source_words(citation: Citation, references: CrossReferences) -> str:
    """Return one citation in a phrase: `Ahmed 2022, “Background”, ¶2`."""
    name = references.name_of(citation.id)
    where = citation.locator.display(quoted=True)
    return f"{name}, {where}" if where else name


def paragraph_words(section_id: str, paragraph: int, references: CrossReferences) -> str:
    """Return a place in the prose as it is cited: `History ¶3`."""
    if section_id == SUMMARY:
        return _tr("Bottom line")
    section = references.sections.get(section_id)
    title = section.title if section else section_id
    return f"{title} ¶{paragraph}" if paragraph else title


def record_lines(claim: Claim, references: CrossReferences) -> tuple[RecordLine, ...]:
    """Return the whole record below the statement, line by line."""
    lines = [
        *(line for citation in claim.sources for line in _said(citation, references, quoted=True)),
        _weight(claim, references),
    ]
    if claim.figures:
        lines.append(_figures(claim))
    if claim.basis:
        lines.append(RecordLine(_tr("Basis"), (Run(claim.basis),)))
    related = _related(claim, references)
    if related:
        lines.append(RecordLine(_tr("Related"), related))
    said = _said_in(claim, references)
    if said:
        lines.append(RecordLine(_tr("Said in"), said))
    if claim.note:
        lines.append(RecordLine(_tr("Note"), (Run(claim.note),)))
    return tuple(lines)


def who_says_so(claim: Claim, references: CrossReferences) -> list[RecordLine]:
    """Return who says the claim and whom that goes back to, a line each."""
    return [line for citation in claim.sources for line in _said(citation, references)]


def _said(
    citation: Citation, references: CrossReferences, *, quoted: bool = False
) -> list[RecordLine]:
    """One source, its own words where they are `quoted`, and whom it goes back to."""
    lines = []
    name = _named(citation.id, references)
    where = citation.locator.display(quoted=True)
    rest = (Run(f", {where}"),) if where else ()
    speaker = citation.attributed_to
    if speaker and speaker not in references.sources:
        holder = _named(speaker, references)
        said = (holder, Run(_tr(", according to ")), name, *rest)
        lines.append(RecordLine(_tr("Said by"), said))
    else:
        lines.append(RecordLine(_tr("Said by"), (name, *rest)))
    if quoted and citation.quote:
        lines.append(RecordLine(_tr("In its words"), (Run(f"“{citation.quote}”"),)))
    if speaker in references.sources:
        lines.append(_behind(speaker, citation, references))
    elif citation.further_source:
        unnamed = Run(_tr("a linked page that we cannot name"))
        lines.append(RecordLine(_tr("Going back to"), (unnamed,)))
    return lines


def _named(name: str, references: CrossReferences) -> Run:
    """A source or whoever spoke, by name, leading to what is known of it."""
    kind = "source" if name in references.sources else "entity"
    known = name in references.sources or name in references.entities
    return Run(references.name_of(name), strong=True, target=f"{kind}:{name}" if known else "")


def _behind(name: str, citation: Citation, references: CrossReferences) -> RecordLine:
    """The source behind the one that is cited, and whether a reader can look it up."""
    source = references.sources[name]
    title = Run(source.title or references.name_of(name), strong=True, target=f"source:{name}")
    if source.availability is not Availability.AVAILABLE:
        rest = f" · {words.availability_words(source.availability)}"
    elif citation.further_source:
        rest = _tr(" · on a page that we cannot name")
    else:
        rest = ""
    return RecordLine(_tr("Going back to"), (title, Run(rest)) if rest else (title,))


def band_words(claim: Claim) -> str:
    """Return the likelihood, its band and by when: `likely (55–80%) by 2024`; else nothing."""
    if claim.likelihood is None:
        return ""
    said = words.likelihood_words(claim.likelihood)
    if claim.horizon is None:
        return said
    return f"{said} {claim.horizon.display_horizon()}"


def _weight(claim: Claim, references: CrossReferences) -> RecordLine:
    parts = []
    if claim.family is Family.JUDGED:
        parts.append(words.confidence_words(claim.confidence or Confidence.NOT_STATED))
        if claim.likelihood:
            parts.append(band_words(claim))
    elif support_of(claim, references)[1] == 1:
        parts.append(_tr("not confirmed elsewhere"))
    if standing := standing_word(claim, references):
        parts.append(standing)
    rest = "".join(f" · {part}" for part in parts)
    return RecordLine(
        _tr("Weight"), (Run(support_words(claim, references), strong=True), Run(rest))
    )


def _figures(claim: Claim) -> RecordLine:
    runs: list[Run] = []
    for figure in claim.figures:
        if runs:
            runs.append(Run("; "))
        if figure.qualifier:
            runs.append(Run(f"{figures.qualifier_words(figure.qualifier)} "))
        runs.append(Run(figures.amount(figure), strong=True))
        unit = figures.unit_words(figure) or figure.name
        runs.append(Run(f" {unit}"))
    return RecordLine(_tr("Figure"), tuple(runs))


def _related(claim: Claim, references: CrossReferences) -> tuple[Run, ...]:
    found: dict[str, dict[str, str]] = {}  # ids with their notes, by what is said of them
    for relation in claim.relations:
        found.setdefault(words.relation_words(relation.type), {})[relation.to] = relation.note
    for incoming in references.incoming(claim.id):
        phrase = words.relation_words(incoming.type, incoming=True)
        found.setdefault(phrase, {}).setdefault(incoming.source, incoming.note)
    runs: list[Run] = []
    for phrase, targets in found.items():
        runs.append(Run(f"{'; ' if runs else ''}{phrase} "))
        for number, (target, note) in enumerate(targets.items()):
            if number:
                runs.append(Run(", "))
            runs.append(Run(target, target=claim_target(target), hint=note))
    return tuple(runs)


def _said_in(claim: Claim, references: CrossReferences) -> tuple[Run, ...]:
    places = dict.fromkeys((m.section, m.paragraph) for m in references.mentions(claim.id))
    runs: list[Run] = []
    for section, paragraph in places:
        if runs:
            runs.append(Run(", "))
        text = paragraph_words(section, paragraph, references)
        runs.append(Run(text, target=f"place:{section}#{paragraph}"))
    return tuple(runs)
