"""What the overview says about a briefing, gathered from its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.tabs.overview.section_line import reading_minutes
from briefing_app.model.claim import Confidence, Family
from briefing_app.model.origins import origins
from briefing_app.model.standing import stands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge

_MOST_MINUTES = 90  # from here on in hours


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("overview", text, "", number)


def key_judgements(references: CrossReferences) -> list[Claim]:
    """Return the key judgements in the briefing's own order."""
    claims = references.claims
    return [claims[name] for name in references.briefing.key_judgments if name in claims]


def reading_words(briefing: Briefing) -> str:
    """Return how long all sections take to read; nothing where there is only one."""
    if len(briefing.sections) < 2:
        return ""
    minutes = max(1, sum(map(reading_minutes, briefing.sections)))
    if minutes > _MOST_MINUTES:
        return _tr("about %n hours to read", round(minutes / 60))
    return _tr("%n min to read", minutes)


def judgements_note(claims: list[Claim]) -> str:
    """Return how many of the key judgements have a stated confidence."""
    judged = [claim for claim in claims if claim.family is Family.JUDGED and stands(claim)]
    if not judged:
        return ""
    stated = [c for c in judged if c.confidence not in (None, Confidence.NOT_STATED)]
    if not stated:
        return _tr("No confidence is stated")
    if len(stated) == len(judged):
        return _tr("Confidence as the sources state it")
    counts = {"stated": len(stated), "all": len(judged)}
    return _tr("Confidence is stated for {stated} of {all}").format(**counts)


def figures_note(found: Sequence[tuple[Claim, Figure]], references: CrossReferences) -> str:
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
    single = limits.claims - limits.multiple_origins
    found = [
        (_tr("What stands behind the links."), _further(limits.further_sources)),
        (_tr("Who says so."), _unsourced(limits.unsourced)),
        (
            _tr("How sure the judgements are."),
            _grading(limits) if limits.judgements_ungraded else "",
        ),
        (_tr("Whether others agree."), _agreement(limits, single) if single else ""),
        (_tr("What is in dispute."), _dispute(limits)),
        (_tr("When some things happened."), _undated(limits.undated)),
        (_tr("What is known to be missing."), _gaps(len(limits.gaps))),
    ]
    return [(title, detail) for title, detail in found if detail]


def _counted(number: int, one: str, more: str) -> str:
    """Return the words with the number, or nothing for none."""
    return _tr(one if number == 1 else more).replace("%n", f"{number:,}") if number else ""


def _further(number: int) -> str:
    said = _counted(number, "%n claim rests on a page", "%n claims rest on pages")
    return said + _tr(" whose address we do not have.") if said else ""


def _unsourced(number: int) -> str:
    return _counted(number, "%n claim names no source.", "%n claims name no source.")


def _undated(number: int) -> str:
    return _counted(number, "%n claim carries no date.", "%n claims carry no date.")


def _gaps(number: int) -> str:
    return _counted(number, "%n claim names a gap:", "%n claims name gaps:")


def _dispute(limits: LimitsOfKnowledge) -> str:
    disputed = _counted(limits.disputed, "%n claim is disputed", "%n claims are disputed")
    back = limits.taken_back
    if disputed:
        gone = _counted(back, "%n was withdrawn or replaced", "%n were withdrawn or replaced")
        return f"{disputed}; {gone}." if gone else f"{disputed}."
    gone = _counted(
        back, "%n claim was withdrawn or replaced", "%n claims were withdrawn or replaced"
    )
    return f"{gone}." if gone else ""


def _grading(limits: LimitsOfKnowledge) -> str:
    if limits.judgements == 1:
        return _tr("The one judgement has no stated confidence.")
    counts = {"ungraded": f"{limits.judgements_ungraded:,}", "all": f"{limits.judgements:,}"}
    if limits.judgements_ungraded == limits.judgements:
        return _tr("None of the {all} judgements has a stated confidence.").format(**counts)
    return _tr("{ungraded} of {all} judgements have no stated confidence.").format(**counts)


def _agreement(limits: LimitsOfKnowledge, single: int) -> str:
    if single == limits.claims:
        return _tr("No claim has more than one origin.")
    counts = {"single": f"{single:,}", "all": f"{limits.claims:,}"}
    return _tr("{single} of {all} claims have no second origin.").format(**counts)
