"""What the overview says about a briefing, gathered from its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.views.section_line import reading_minutes
from briefing_app.model.claim import Confidence, Family
from briefing_app.model.counter_claims import GONE
from briefing_app.model.origins import origins

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge

KEY_FIGURES = 6


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("overview", text, "", number)


def key_judgements(references: CrossReferences) -> list[Claim]:
    """Return the key judgements in the briefing's own order."""
    claims = references.claims
    return [claims[name] for name in references.briefing.key_judgments if name in claims]


def key_figures(references: CrossReferences) -> list[tuple[Claim, Figure]]:
    """Return at most six figures that still stand: those of key judgements, then the others."""
    keys = key_judgements(references)
    named = {claim.id for claim in keys}
    rest = [claim for claim in references.briefing.claims if claim.id not in named]
    standing = [claim for claim in (*keys, *rest) if claim.status not in GONE]
    found = [(claim, figure) for claim in standing for figure in claim.figures]
    return found[:KEY_FIGURES]


def reading_words(briefing: Briefing) -> str:
    """Return how long all sections take to read; nothing where there is only one."""
    if len(briefing.sections) < 2:
        return ""
    return _tr("%n min to read", max(1, sum(map(reading_minutes, briefing.sections))))


def judgements_note(claims: list[Claim]) -> str:
    """Return how many of the key judgements have a stated confidence."""
    judged = [claim for claim in claims if claim.family is Family.JUDGED]
    if not judged:
        return ""
    stated = [c for c in judged if c.confidence not in (None, Confidence.NOT_STATED)]
    if not stated:
        return _tr("No confidence is stated")
    if len(stated) == len(judged):
        return _tr("Confidence as the sources state it")
    counts = {"stated": len(stated), "all": len(judged)}
    return _tr("Confidence is stated for {stated} of {all}").format(**counts)


def figures_note(found: list[tuple[Claim, Figure]], references: CrossReferences) -> str:
    """Return how many of the figures have a second origin."""
    backed = sum(len(origins(claim, references.sources)) > 1 for claim, _ in found)
    if not backed:
        return _tr("As the sources give them; none has a second origin")
    if backed == len(found):
        return _tr("Each has more than one origin")
    counts = {"backed": backed, "all": len(found)}
    return _tr("{backed} of {all} have more than one origin").format(**counts)


def limit_lines(limits: LimitsOfKnowledge) -> list[tuple[str, str]]:
    """Return (what is not known, how much of it) for every limit that the counts bear out."""
    lines = []
    if limits.further_sources:
        one = limits.further_sources == 1
        text = "%n claim rests on a page" if one else "%n claims rest on pages"
        rest = _tr(text, limits.further_sources) + _tr(" whose address we do not have.")
        lines.append((_tr("What stands behind the links."), rest))
    if limits.judgements_ungraded:
        lines.append((_tr("How sure the judgements are."), _grading(limits)))
    single = limits.claims - limits.multiple_origins
    if single:
        lines.append((_tr("Whether others agree."), _agreement(limits, single)))
    if limits.undated:
        text = "%n claim carries no date." if limits.undated == 1 else "%n claims carry no date."
        lines.append((_tr("When some things happened."), _tr(text, limits.undated)))
    if limits.gaps:
        text = "%n claim names a gap:" if len(limits.gaps) == 1 else "%n claims name gaps:"
        lines.append((_tr("What is known to be missing."), _tr(text, len(limits.gaps))))
    return lines


def _grading(limits: LimitsOfKnowledge) -> str:
    if limits.judgements == 1:
        return _tr("The one judgement has no stated confidence.")
    counts = {"ungraded": limits.judgements_ungraded, "all": limits.judgements}
    if limits.judgements_ungraded == limits.judgements:
        return _tr("None of the {all} judgements has a stated confidence.").format(**counts)
    return _tr("{ungraded} of {all} judgements have no stated confidence.").format(**counts)


def _agreement(limits: LimitsOfKnowledge, single: int) -> str:
    if single == limits.claims:
        return _tr("No claim has more than one origin.")
    counts = {"single": single, "all": limits.claims}
    return _tr("{single} of {all} claims have no second origin.").format(**counts)
