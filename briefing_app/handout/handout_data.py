"""Model + plan + references -> everything that the template needs, as plain data.

Content reaches Typst as JSON only, never as markup. Every word that is printed is in
`HandoutData.document`, so that a handout can be tested as text.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.errors import BriefingError
from briefing_app.faces import letters_without_face
from briefing_app.handout import back_matter_data, front_page_data
from briefing_app.handout.claim_table_data import claim_table
from briefing_app.handout.file_name import suggested_file_name
from briefing_app.handout.guide_data import about, guide, missing_characters
from briefing_app.handout.handout_plan import (
    COPY_LETTERS,
    WATERMARK_LETTERS,
    Colour,
    Depth,
    HandoutPlan,
    Paper,
    handling_of,
)
from briefing_app.handout.limits_data import limits
from briefing_app.handout.one_page_timeline_data import timeline_strip
from briefing_app.handout.printable_text import MISSING, plain_runs, printable, shortened, titled
from briefing_app.handout.prose_data import ProseWriter
from briefing_app.handout.timeline_data import timeline
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.pack_format import PACK_ENDING
from briefing_app.model.printed_texts import texts_of_briefing
from briefing_app.model.prose import rich_texts
from briefing_app.model.writing_direction import runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.handout.references import PrintableReference
    from briefing_app.model.briefing import Briefing, Handling, Section
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source

_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
)
# A page of claims takes much memory while it is set. Above these numbers there is a link a claim
# and no line of its family in the table, and then no named place of a claim in the PDF.
_MANY_CLAIMS, _HUGE = 1000, 2500


class HandoutData(msgspec.Struct, frozen=True):
    """What one compile needs: the data as JSON, pictures by file name, seconds since 1970."""

    document: bytes
    pictures: dict[str, bytes]
    timestamp: int
    pack: bytes = b""  # the briefing itself, to be attached
    lacking: tuple[str, ...] = ()  # letters of the briefing that no face has, if some are printed


def handout_data(
    briefing: Briefing,
    plan: HandoutPlan,
    references: Mapping[str, PrintableReference],
    read_picture: Callable[[str], bytes],
    pack: bytes = b"",
) -> HandoutData:
    """Return the handout as data; the same input gives the same bytes.

    `pack` is the briefing as a `.briefing` file, which the handout then carries.

    Raises:
        HandoutError: the plan's handling mark is laxer than the briefing's own.
    """
    cross_references = CrossReferences(briefing)
    pictures = _Pictures(read_picture)
    writer = ProseWriter(cross_references, pictures.add, with_notes=plan.notes)
    document = _identity(briefing, plan)
    document["pack"] = suggested_file_name(briefing, suffix=PACK_ENDING) if pack else None
    document["front"] = _front(briefing, cross_references, writer)
    if plan.depth is Depth.FULL:
        document |= _text(briefing, plan, references, cross_references, writer)
        document["about"] = about(briefing, plan, carries=bool(pack))
    else:
        document["strip"] = timeline_strip(cross_references) if plan.timeline else None
    lacking: tuple[str, ...] = ()
    if MISSING.encode() in msgspec.json.encode(document):
        lacking = letters_without_face(texts_of_briefing(briefing))
        _say_what_is_missing(document, lacking)
    return HandoutData(
        document=msgspec.json.encode(document),
        pictures=pictures.files,
        timestamp=_timestamp(briefing),
        pack=pack,
        lacking=lacking,
    )


def _say_what_is_missing(document: dict[str, Any], lacking: tuple[str, ...]) -> None:
    words = missing_characters(lacking)
    if "about" in document:
        document["about"]["paragraphs"].append(words)
    else:
        document["front"]["meta"].append({"label": "Signs missing", "text": words})


class _Pictures:
    """Gives each picture a name of ours, so that no name from a briefing reaches Typst."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._names: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}

    def add(self, path: str) -> str | None:
        if path not in self._names:
            self._names[path] = self._take(path)
        return self._names[path]

    def _take(self, path: str) -> str | None:
        try:
            picture = self._read(path)
        except (BriefingError, OSError):
            return None  # the words that stand in for it are printed instead
        kind = next((kind for start, kind in _PICTURES if picture.startswith(start)), None)
        if kind is None:
            return None
        name = f"picture-{len(self.files) + 1}.{kind}"
        self.files[name] = picture
        return name


def _timestamp(briefing: Briefing) -> int:
    day = briefing.issued.first_day or briefing.issued.last_day or datetime.date(1970, 1, 1)
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    return int(noon.timestamp())


def _identity(briefing: Briefing, plan: HandoutPlan) -> dict[str, Any]:
    title = titled(briefing.title, briefing.id)
    handling = handling_of(briefing, plan)
    language, _, rest = briefing.language.partition("-")
    region = next((p.upper() for p in rest.split("-") if len(p) == 2 and p.isalpha()), None)
    known = 2 <= len(language) <= 3 and language.isascii() and language.isalpha()
    return {
        "paper": _PAPER[plan.paper],
        "depth": plan.depth.value,
        "language": language.lower() if known else "en",
        "region": region if known else None,
        "many": len(briefing.claims) > _MANY_CLAIMS,
        "huge": len(briefing.claims) > _HUGE,
        "id_letters": max((len(claim.id) for claim in briefing.claims), default=0),
        "plain_title": printable(title),
        "title": plain_runs(title),
        "running_title": plain_runs(shortened(title, 72)),
        "author": printable(briefing.prepared_by),
        "description": printable(_description(briefing, handling)),
        "version": plain_runs(shortened(briefing.version, 12 if plan.large_print else 24)),
        "as_of": plain_runs(briefing.as_of.display(long_month=True)),
        "handling": handling.value if handling else None,
        "grey": plan.colour is Colour.GREY,
        "rtl": runs_right_to_left(briefing.language),
        "large": plan.large_print,
        "watermark": plain_runs(shortened(_one_line(plan.watermark), WATERMARK_LETTERS)),
        "copy": plain_runs(shortened(_one_line(plan.copy_number), COPY_LETTERS)),
        "hash": [briefing.content_hash[n : n + 8] for n in range(0, 64, 8)]
        if len(briefing.content_hash) == 64
        else [],
    }


def _description(briefing: Briefing, handling: Handling | None) -> str:
    """Return what every page says, for the PDF's own metadata."""
    words = [
        f"Version {_one_line(briefing.version)}",
        f"information as of {briefing.as_of.display(long_month=True)}",
        f"content {briefing.content_hash[:8]}" if briefing.content_hash else "",
        handling.value if handling else "",
    ]
    return ", ".join(word for word in words if word)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _front(
    briefing: Briefing, cross_references: CrossReferences, writer: ProseWriter
) -> dict[str, Any]:
    meta = [
        ("Version", briefing.version),
        ("Issued", briefing.issued.display(long_month=True)),
        ("Prepared by", briefing.prepared_by),
        ("Rests on", front_page_data.rests_on(cross_references) if briefing.claims else ""),
    ]
    figures = front_page_data.figure_cards(cross_references)
    summary = sum(len(text.text) for _, text in rich_texts(briefing.summary))
    return {
        "subtitle": plain_runs(briefing.subtitle),
        "title_letters": len(briefing.title),
        "meta": [{"label": label, "text": plain_runs(text)} for label, text in meta if text],
        "summary": writer.summary(briefing.summary),
        "summary_letters": summary,
        "judgements": front_page_data.key_judgements(briefing.key_judgments, cross_references),
        "figures": figures,
        "claims": len(briefing.claims),
    }


def _text(
    briefing: Briefing,
    plan: HandoutPlan,
    references: Mapping[str, PrintableReference],
    cross_references: CrossReferences,
    writer: ProseWriter,
) -> dict[str, Any]:
    sections = [s for s in briefing.sections if plan.sections is None or s.id in plan.sections]
    claims = _chosen_claims(plan, sections, cross_references)
    with_options = plan.options and (
        plan.sections is None or any(section.has_options for section in sections)
    )
    options = back_matter_data.options(briefing.options if with_options else (), cross_references)
    with_table = plan.claim_table and bool(claims)
    table = (
        claim_table(claims, cross_references, with_notes=plan.notes, with_sources=plan.sources)
        if with_table
        else {}
    )
    written = [
        _section(section, f"part-{number}", cross_references, writer)
        for number, section in enumerate(sections)
    ]
    return {
        **table,
        "said": writer.said,
        "timeline": timeline(claims, cross_references) if plan.timeline else None,
        "guide": guide(briefing, cross_references, has_table=with_table),
        "sections": written,
        "options": options,
        "limits": limits(cross_references),
        "sources": back_matter_data.source_entries(
            _chosen_sources(briefing, plan, claims), references, cross_references
        )
        if plan.sources
        else [],
        "names": back_matter_data.names(briefing.entities) if plan.names else [],
    }


def _section(
    section: Section, key: str, cross_references: CrossReferences, writer: ProseWriter
) -> dict[str, Any]:
    ids = [claim.id for claim in cross_references.claims_of_section(section.id)]
    return {
        "title": plain_runs(titled(section.title, section.id)),
        "claims": back_matter_data.id_range(ids),
        **writer.section(section.blocks, key),
    }


def _chosen_claims(
    plan: HandoutPlan, sections: list[Section], cross_references: CrossReferences
) -> list[Claim]:
    """The claims of the chosen sections, and those that they and the front page speak of."""
    ordered = list({claim.id: claim for claim in cross_references.in_text_order()}.values())
    if plan.claims is not None:
        return [claim for claim in ordered if claim.id in set(plan.claims)]
    if plan.sections is None:
        return ordered
    briefing = cross_references.briefing
    named = set(briefing.key_judgments)
    for blocks in (briefing.summary, *(section.blocks for section in sections)):
        for _, text in rich_texts(blocks):
            named |= {claim_id for mark in text.marks for claim_id in mark.claims}
    chosen = {section.id for section in sections}
    return [claim for claim in ordered if claim.section in chosen or claim.id in named]


def _chosen_sources(briefing: Briefing, plan: HandoutPlan, claims: list[Claim]) -> list[Source]:
    """All sources, or those that the chosen claims rest on, directly or behind another."""
    if plan.sections is None and plan.claims is None:
        return list(briefing.sources)
    used = {i for claim in claims for c in claim.sources for i in (c.id, c.attributed_to)}
    return [source for source in briefing.sources if source.id in used]
