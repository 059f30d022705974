"""References and citations in the styles of the Citation Style Language, worked out by citeproc.

citeproc-py and lxml take 40 ms to import and are loaded when the first reference is asked for.
"""

from __future__ import annotations

import enum
import html
import logging
import re
from typing import TYPE_CHECKING, Any

import msgspec

from briefing_app.export.citation_styles import parsed_style
from briefing_app.export.csl_items import csl_item
from briefing_app.model.claim import RelationType
from briefing_app.model.grading_words import grading_words
from briefing_app.model.source import Availability
from briefing_app.model.standing import AGAINST, stands
from briefing_app.model.writing_direction import begins_right_to_left, isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Citation, Claim
    from briefing_app.model.source import Source

_log = logging.getLogger(__name__)

# citeproc sets styles by wrapping text; these private characters wrap what we must tell apart
_ITALIC_ON, _ITALIC_OFF = "\ue000", "\ue001"
_PRIVATE = re.compile("[\ue000\ue001]")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:)\]]")
_NUMBER = re.compile(r"^\[1\]\s*")  # a reference stands alone here, without its place in a list


class CitationStyle(enum.StrEnum):
    """The styles that come with the program: files of that name in resources/csl."""

    CHICAGO = "chicago-author-date"
    APA = "apa"
    IEEE = "ieee"
    MLA = "mla"

    @property
    def display_name(self) -> str:
        """What a reader calls it."""
        return {"chicago-author-date": "Chicago (author-date)"}.get(self.value, self.value.upper())


class ReferenceRun(msgspec.Struct, frozen=True):
    """A stretch of a reference in one style."""

    text: str
    italic: bool = False
    address: str = ""


class Reference(msgspec.Struct, frozen=True):
    """A formatted reference. `remark` says how far the source itself could be looked up."""

    runs: tuple[ReferenceRun, ...]
    remark: str = ""

    @property
    def text(self) -> str:
        """The reference and the remark in plain text."""
        return " ".join(part for part in (_joined(self.runs), self.remark) if part)

    @property
    def html(self) -> str:
        """The same with italics and links."""
        parts = [_run_html(run) for run in self.runs]
        remark = f" {html.escape(self.remark)}" if self.remark else ""
        return "".join(parts) + remark


def references(
    sources: Sequence[Source], style: str = CitationStyle.CHICAGO
) -> dict[str, Reference]:
    """Return each source's reference by its id.

    Raises:
        ValueError: `style` is none of `CitationStyle`.
    """
    chosen = CitationStyle(style)
    by_id = {source.id: source for source in sources}
    return {
        source.id: Reference(_runs(_formatted(source, chosen)), _remark(source, by_id))
        for source in sources
    }


def citation_text(
    claim: Claim, briefing: Briefing, style: str = CitationStyle.CHICAGO, words: str = ""
) -> tuple[str, str]:
    """Return a claim with its citation, as (plain text, HTML).

    `words` are the selected words, where not the whole statement is quoted.

    Raises:
        ValueError: `style` is none of `CitationStyle`.
    """
    cited = [s for s in briefing.sources if any(c.id == s.id for c in claim.sources)]
    formatted = references([*cited, *_cited_by(cited, briefing)], style)
    plain = [words or claim.text]
    rich = [html.escape(words or claim.text)]
    for citation in claim.sources:
        reference = formatted.get(citation.id)
        if reference is not None:
            place = _place(citation, briefing)
            # a style that ends with an address has no full stop there: the place begins a line
            gaps = (" ", " ") if reference.text.endswith(".") else ("\n", "<br>")
            plain.append(f"{reference.text}{gaps[0] + place if place else ''}")
            rich.append(f"{reference.html}{gaps[1] + html.escape(place) if place else ''}")
    plain.append(_origin_line(claim, briefing))
    rich.append(html.escape(plain[-1]))
    return "\n".join(plain), "".join(map(_paragraph, plain, rich))


def _paragraph(plain: str, rich: str) -> str:
    """With direction and side, which LibreOffice Writer does not find by itself."""
    turned = ' dir="rtl" style="text-align: right"' if begins_right_to_left(plain) else ""
    return f"<p{turned}>{rich}</p>"


def _cited_by(cited: Sequence[Source], briefing: Briefing) -> list[Source]:
    wanted = {source.cited_by for source in cited} - {source.id for source in cited}
    return [source for source in briefing.sources if source.id in wanted]


def _place(citation: Citation, briefing: Briefing) -> str:
    parts = [citation.locator.display()]
    if citation.attributed_to:
        known = any(source.id == citation.attributed_to for source in briefing.sources)
        word = "citing" if known else "attributed to"
        parts.append(f"{word} {isolated(_name_of(citation.attributed_to, briefing))}")
    words = "; ".join(part for part in parts if part)
    if citation.further_source:
        words += f"{'; ' if words else ''}further source behind it, link not available"
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _name_of(reference: str, briefing: Briefing) -> str:
    """As CrossReferences.name_of, without the tables that one citation does not need."""
    for source in briefing.sources:
        if source.id == reference:
            return source.short_name
    for entity in briefing.entities:
        if entity.id == reference:
            return entity.short or entity.name
    return reference


def _origin_line(claim: Claim, briefing: Briefing) -> str:
    as_of = briefing.as_of.display(long_month=True)
    kind = ", ".join((claim.type.value, *grading_words(claim, claim.status)))
    if against := _against(claim, briefing):
        kind += f"; against it {', '.join(against)}"
    return (
        f"Claim {claim.id} ({kind}) in “{isolated(briefing.title)}”, "
        f"version {briefing.version}, information as of {as_of}."
    )


def _against(claim: Claim, briefing: Briefing) -> list[str]:
    """The claims that contradict or undercut it and still stand, without tables for all of them."""
    own = {r.to for r in claim.relations if r.type is RelationType.CONTRADICTS}
    return [
        other.id
        for other in briefing.claims
        if other.id != claim.id
        and stands(other)
        and (
            other.id in own or any(r.to == claim.id and r.type in AGAINST for r in other.relations)
        )
    ]


def _remark(source: Source, by_id: dict[str, Source]) -> str:
    parts = []
    if source.cited_by:
        citing = by_id.get(source.cited_by)
        parts.append(f"cited by {citing.short_name if citing else source.cited_by}")
    if source.availability is Availability.LINK_NOT_AVAILABLE:
        parts.append("link not available")
    elif source.availability is Availability.OFFLINE:
        parts.append("not online")
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _formatted(source: Source, style: CitationStyle) -> str:
    """The reference as one string, with italics between private characters."""
    if not (source.title or source.author or source.editor):
        return _bare(source)
    from citeproc import Citation, CitationItem

    from briefing_app.export.csl.style import Bibliography

    item = {key: _without_private(value) for key, value in csl_item(source).items()}
    if source.title.startswith("["):  # a supplied title is no title: its case is left alone
        item["title"] = f'<span class="nocase">{item["title"]}</span>'
    try:
        bibliography = Bibliography(parsed_style(style.value), [item], _Formatter)
        bibliography.register(Citation([CitationItem(source.id)]))
        entries = bibliography.bibliography()
        text = str(entries[0]) if entries else ""
    except Exception:  # noqa: BLE001 -- a library that fails on a rare item must not cost the list
        _log.info("No %s reference for %s", style.value, source.id, exc_info=True)
        text = ""
    text = _NUMBER.sub("", text.strip())
    return text if _PRIVATE.sub("", text).strip(" .,") else _bare(source)


def _without_private(value: Any) -> Any:
    if isinstance(value, str):
        return _PRIVATE.sub("", value)
    if isinstance(value, list):
        return [_without_private(part) for part in value]
    if isinstance(value, dict):
        return {key: _without_private(part) for key, part in value.items()}
    return value


def _bare(source: Source) -> str:
    """What is known, joined by full stops; for items that a style has no form for."""
    names = [
        ", ".join(p for p in (n.short, n.given if n.family else "", n.suffix) if p)
        for n in source.author
    ]
    date = source.issued.display() if source.issued else ""
    within = source.container_title or source.publisher
    known = ("; ".join(names), source.title, within, date, source.url)
    words = ". ".join(_PRIVATE.sub("", part).rstrip(".") for part in known if part)
    return f"{words or source.short_name}."


class _Formatter:
    """citeproc's output format: plain text with italics between private characters."""

    @staticmethod
    def preformat(text: str) -> str:
        return str(text)

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 -- citeproc's names
        return f"{_ITALIC_ON}{text}{_ITALIC_OFF}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = preformat


def _runs(text: str) -> tuple[ReferenceRun, ...]:
    runs = []
    italic = 0
    for part in re.split(f"([{_ITALIC_ON}{_ITALIC_OFF}])", text):
        if part == _ITALIC_ON:
            italic += 1
        elif part == _ITALIC_OFF:
            italic -= 1
        elif part:
            runs += _with_addresses(part, italic=italic > 0)
    return tuple(runs)


def _with_addresses(text: str, *, italic: bool) -> list[ReferenceRun]:
    runs = []
    position = 0
    for match in _ADDRESS.finditer(text):
        if match.start() > position:
            runs.append(ReferenceRun(text[position : match.start()], italic))
        runs.append(ReferenceRun(match.group(), italic, match.group()))
        position = match.end()
    if position < len(text):
        runs.append(ReferenceRun(text[position:], italic))
    return runs


def _joined(runs: Sequence[ReferenceRun]) -> str:
    return "".join(run.text for run in runs)


def _run_html(run: ReferenceRun) -> str:
    words = html.escape(run.text)
    if run.address:
        words = f'<a href="{html.escape(run.address)}">{words}</a>'
    return f"<i>{words}</i>" if run.italic else words
