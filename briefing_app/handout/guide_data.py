"""`How to read this handout` and `About this handout`, worded from what the briefing has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.faces import by_script
from briefing_app.handout.handout_plan import handling_of
from briefing_app.handout.printable_text import MISSING, plain_runs
from briefing_app.model.briefing import Handling
from briefing_app.model.claim import Family

if TYPE_CHECKING:
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.cross_references import CrossReferences

# FIRST, Traffic Light Protocol 2.0, August 2022
_TLP = {
    Handling.CLEAR: "Recipients can spread this to the world, there is no limit on disclosure.",
    Handling.GREEN: "Limited disclosure, recipients can spread this within their community.",
    Handling.AMBER: (
        "Limited disclosure, recipients can only spread this on a need-to-know basis within their "
        "organization and its clients."
    ),
    Handling.AMBER_STRICT: (
        "Limited disclosure, recipients can only spread this on a need-to-know basis within their "
        "organization."
    ),
    Handling.RED: ("For the eyes and ears of individual recipients only, no further disclosure."),
}
_FAMILIES = {
    Family.REPORTED: "Given by the source as having happened or being so.",
    Family.SAID: "What somebody holds, says or demands. It is not thereby true.",
    Family.JUDGED: "A judgement of the source, not a finding of fact.",
    Family.ADVISED: "What the source puts forward or recommends.",
}


def guide(
    briefing: Briefing, cross_references: CrossReferences, *, has_table: bool
) -> list[dict[str, Any]]:
    """Return the lines of the guide; only what the reader will meet is explained."""
    if not briefing.claims:
        return []
    places = "the margin and in the claim table" if has_table else "the margin"
    sample = cross_references.in_text_order()[0].id
    lines: list[dict[str, Any]] = [
        {
            "term": "Words",
            "mark": sample,
            "text": "Each small raised mark is the number of a claim and stands after the words "
            f"that say it. The same number is in {places}, and in the program.",
        },
        {
            "term": "Margin",
            "text": "What kind of claim it is, when, and through whom it reached the source. "
            "The line before it has one of the shapes below."
            + (
                " An arrow ↗ means that a further page stands behind it that is not known to us."
                if any(claim.further_source for claim in briefing.claims)
                else ""
            ),
        },
    ]
    for family, text in _FAMILIES.items():
        types = dict.fromkeys(c.type.value for c in briefing.claims if c.family is family)
        if types:
            words = ", ".join(sorted(types)).capitalize()
            lines.append({"term": words, "family": family.value, "text": text})
    if any(claim.likelihood for claim in briefing.claims):
        lines.append({"term": "Likelihood", "text": _likelihoods(briefing)})
    lines.append(
        {
            "term": "Origin",
            "text": "Support is counted by where a claim comes from. A source that passes on "
            "another one adds no second voice.",
        }
    )
    return lines


def _likelihoods(briefing: Briefing) -> str:
    used = {claim.likelihood for claim in briefing.claims if claim.likelihood}
    bands = sorted(used, key=lambda likelihood: likelihood.band_percent)
    words = (
        f"{'roughly even chance' if b.value == 'even' else b.value.replace('-', ' ')} "
        f"{b.band_percent[0]}–{b.band_percent[1]}%"
        for b in bands
    )
    return f"Words for chances stand for bands: {', '.join(words)}."


def about(briefing: Briefing, plan: HandoutPlan, *, carries: bool) -> dict[str, Any]:
    """Return the last part: which edition this is, and how a copy is checked.

    `carries` says whether the briefing itself is attached to the PDF.
    """
    as_of = briefing.as_of.display(long_month=True)
    issued = briefing.issued.display(long_month=True)
    first = (
        f"This is version {briefing.version} of “{briefing.title}”, issued {issued}, with "
        f"information as of {as_of}."
    )
    if plan.sections is not None or plan.claims is not None:
        first += " It holds a part of that briefing, chosen by whoever printed it."
    paragraphs = [first]
    if len(briefing.content_hash) == 64:
        paragraphs.append(
            "To check a copy: the eight characters after “Content” at the foot of every page are "
            "the first of the content hash below. It is worked out from the briefing’s files, so "
            "two handouts with the same hash come from the same words, and one changed letter "
            "gives another hash."
        )
    if carries:
        paragraphs.append(
            "The PDF of this handout carries the whole briefing, whatever part of it is printed: "
            "open the file in Briefing Viewer to search it, or to compare its words with a copy "
            "on paper. An attached briefing that was altered is not opened."
        )
    handling = None
    if mark := handling_of(briefing, plan):
        handling = {"name": mark.value, "text": _TLP[mark]}
    return {"paragraphs": [plain_runs(text) for text in paragraphs], "handling": handling}


def missing_characters(lacking: tuple[str, ...]) -> str:
    """Return what a reader must know where letters could not be printed, and of which scripts."""
    scripts = ", ".join(f"{script.name} ({len(script.letters)})" for script in by_script(lacking))
    return (
        f"The sign {MISSING} stands for a character that the faces of this handout do not have"
        f"{f', of: {scripts}' if scripts else ''}; the program shows it."
    )
