"""What stands after the text, as plain data: options, claim table, sources, names, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.handout.front_page_data import counted, written_out
from briefing_app.handout.margin_notes import kind, via
from briefing_app.handout.printable_text import by_script, plain_runs, printable, run
from briefing_app.model.option import Standing
from briefing_app.model.source import Availability, Reliability

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.handout.references import Reference
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.entity import Entity
    from briefing_app.model.option import PolicyOption
    from briefing_app.model.source import Source

_STANDING = {
    Standing.AUTHOR: "said or implied by the author",
    Standing.DESCRIBED: "described, not proposed",
}
_RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
_NAMES_A_BLOCK = 44  # entries that stand side by side before the two columns begin anew


def options(
    chosen: Iterable[PolicyOption], cross_references: CrossReferences
) -> list[dict[str, Any]]:
    """Return the options, each with the claims for it, against it and left open, written out."""
    known = cross_references.claims
    return [
        {
            "title": plain_runs(option.title),
            "tag": _STANDING[option.standing],
            "filled": option.standing is Standing.AUTHOR,
            "summary": plain_runs(option.summary),
            "for": [written_out(i, cross_references) for i in option.in_favour if i in known],
            "against": [written_out(i, cross_references) for i in option.against if i in known],
            "open": [written_out(i, cross_references) for i in option.unresolved if i in known],
        }
        for option in chosen
    ]


def claim_rows(claims: Iterable[Claim], cross_references: CrossReferences) -> list[dict[str, Any]]:
    """Return the rows of the claim table, grouped by section in reading order."""
    by_section: dict[str, list[Claim]] = {}
    for claim in claims:
        by_section.setdefault(claim.section, []).append(claim)
    several = len({c.id for claim in claims for c in claim.sources}) > 1
    groups = []
    for section_id, members in by_section.items():
        section = cross_references.sections.get(section_id)
        title = section.title if section else "Other claims"
        rows = [_claim_row(claim, cross_references, name_sources=several) for claim in members]
        groups.append({"title": plain_runs(title), "rows": rows})
    return groups


def _claim_row(
    claim: Claim, cross_references: CrossReferences, *, name_sources: bool
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": claim.id,
        "text": plain_runs(claim.text),
        "type": plain_runs(kind(claim)),
        "date": plain_runs(claim.date.display() if claim.date else ""),
        "where": plain_runs(_where(claim, cross_references, name_sources=name_sources)),
    }
    if claim.note:
        row["note"] = plain_runs(claim.note)
    if claim.further_source:
        row["arrow"] = True
    return row


def _where(claim: Claim, cross_references: CrossReferences, *, name_sources: bool) -> str:
    places = []
    for citation in claim.sources:
        words = citation.locator.display()
        if name_sources or not words:
            words = ", ".join(w for w in (cross_references.name_of(citation.id), words) if w)
        places.append(words)
    origins = [f"via {name}" for name in via(claim, cross_references)]
    return "; ".join([*dict.fromkeys(places), *origins])


def source_entries(
    sources: Iterable[Source],
    references: Mapping[str, Reference],
    cross_references: CrossReferences,
) -> list[dict[str, Any]]:
    """Return each source with its reference and with what it is worth."""
    return [
        {
            "name": plain_runs(source.short_name),
            "runs": _reference_runs(references.get(source.id), source),
            "worth": plain_runs(_worth(source, cross_references)),
        }
        for source in sources
    ]


def _reference_runs(reference: Reference | None, source: Source) -> list[dict[str, Any]]:
    if reference is None:
        return [run(printable(source.title or source.short_name))]
    records = []
    for part in reference.runs:
        text = printable(part.text)
        for start, end, language in by_script(text):
            record = run(text[start:end], language)
            if part.italic:
                record["s"] = ["emphasis"]
            if part.address.startswith(("http://", "https://")):
                record["u"] = printable(part.address)
            records.append(record)
    return records


def _worth(source: Source, cross_references: CrossReferences) -> str:
    claims = cross_references.claims.values()
    direct = [c.id for c in claims if any(s.id == source.id for s in c.sources)]
    behind = [c.id for c in claims if any(s.attributed_to == source.id for s in c.sources)]
    words = []
    if source.genre:
        words.append(f"{source.genre[:1].upper()}{source.genre[1:]}.")
    if source.cited_by:
        words.append(f"Known to us only through {cross_references.name_of(source.cited_by)}.")
    if source.availability is Availability.LINK_NOT_AVAILABLE:
        words.append("Link not available.")
    elif source.availability is Availability.OFFLINE:
        words.append("Not online.")
    if source.reliability:
        words.append(f"Admiralty {source.reliability.value}: {_RELIABILITY[source.reliability]}.")
    if direct:
        words.append(f"Behind {len(direct)} of {counted(len(claims), 'claim')}.")
    if behind:
        words.append(f"Named as origin of {shortened_ids(behind)}.")
    if source.note:
        words.append(source.note)
    return " ".join(words)


def shortened_ids(ids: Sequence[str], limit: int = 12) -> str:
    """Return the ids, and how many more there are."""
    rest = len(ids) - limit
    return " ".join(ids[:limit]) + (f" and {rest} more" if rest > 0 else "")


def id_range(ids: Sequence[str]) -> str:
    """Return `Claims H1–H18` for ids that count on, else how many there are."""
    if not ids:
        return ""
    if len(ids) == 1:
        return f"Claim {ids[0]}"
    stems = [(i.rstrip("0123456789"), i[len(i.rstrip("0123456789")) :]) for i in ids]
    stem, first = stems[0]
    expected = [(stem, str(int(first) + n)) for n in range(len(ids))] if first else []
    return f"Claims {ids[0]}–{ids[-1]}" if stems == expected else f"{len(ids)} claims"


def names(entities: Iterable[Entity]) -> list[list[list[dict[str, Any]]]]:
    """Return the entities by name, in blocks of two columns of about the same length."""
    ordered = sorted(entities, key=lambda e: e.name.casefold())
    entries = [(_name_entry(entity), _name_length(entity)) for entity in ordered]
    blocks = []
    for start in range(0, len(entries), _NAMES_A_BLOCK):
        part = entries[start : start + _NAMES_A_BLOCK]
        half, reached, split = sum(lines for _, lines in part) / 2, 0, 0
        while split < len(part) and reached < half:
            reached += part[split][1]
            split += 1
        blocks.append([[e for e, _ in part[:split]], [e for e, _ in part[split:]]])
    return blocks


def _name_entry(entity: Entity) -> dict[str, Any]:
    latin = [a for a in entity.aliases if all(not language for _, _, language in by_script(a))]
    native = [a for a in entity.aliases if a not in latin]
    record: dict[str, Any] = {"name": plain_runs(entity.name)}
    if entity.short and entity.short != entity.name:
        record["short"] = plain_runs(entity.short)
    if native:
        record["native"] = plain_runs(" ".join(native))
    rest = []
    if latin:
        rest.append(f"also {', '.join(latin)}")
    if entity.note:
        rest.append(entity.note)
    if rest:
        record["rest"] = plain_runs("; ".join(rest))
    return record


def _name_length(entity: Entity) -> int:
    letters = sum(len(s) + 2 for s in entity.spellings) + len(entity.note)
    return 1 + letters // 52
