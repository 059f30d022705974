"""What stands after the text, as plain data: options, sources, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.handout.front_page_data import counted, written_out
from briefing_app.handout.printable_text import by_script, language_of, plain_runs, printable, run
from briefing_app.handout.short_forms import short_forms
from briefing_app.model.option import Standing
from briefing_app.model.source import Availability, Reliability
from briefing_app.model.standing import standing_claims
from briefing_app.model.writing_direction import begins_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.handout.references import PrintableReference
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


def source_entries(
    sources: Iterable[Source],
    references: Mapping[str, PrintableReference],
    cross_references: CrossReferences,
) -> list[dict[str, Any]]:
    """Return each source with its reference and with what it is worth."""
    behind = _Behind(cross_references)
    forms = short_forms(cross_references.briefing.sources)
    return [
        {
            "name": plain_runs(forms[source.id]),
            "runs": _reference_runs(references.get(source.id), source),
            "worth": plain_runs(_worth(source, cross_references, behind)),
        }
        for source in sources
    ]


def _reference_runs(reference: PrintableReference | None, source: Source) -> list[dict[str, Any]]:
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
    words = "".join(part.text for part in reference.runs)
    if begins_right_to_left(words):  # as a whole: full stops and years stand where they are read
        return [{"p": language_of(words), "runs": records}]
    return records


class _Behind:
    """Which claims that stand rest on a source, and which name it as where they come from."""

    def __init__(self, cross_references: CrossReferences) -> None:
        self.direct: dict[str, dict[str, None]] = {}
        self.named: dict[str, dict[str, None]] = {}
        claims = standing_claims(cross_references.claims.values())
        self.counted = len(claims)
        for claim in claims:
            for citation in claim.sources:
                self.direct.setdefault(citation.id, {})[claim.id] = None
                self.named.setdefault(citation.attributed_to or "", {})[claim.id] = None


def _worth(source: Source, cross_references: CrossReferences, claims: _Behind) -> str:
    direct = claims.direct.get(source.id, {})
    behind = claims.named.get(source.id, {})
    words = []
    note = source.note.casefold()
    if source.genre and source.genre.casefold() not in note:
        words.append(f"{source.genre[:1].upper()}{source.genre[1:]}.")
    if source.cited_by:
        words.append(f"Known to us only through {cross_references.name_of(source.cited_by)}.")
    if source.availability is Availability.LINK_NOT_AVAILABLE and "not available" not in note:
        words.append("Link not available.")
    elif source.availability is Availability.OFFLINE:
        words.append("Not online.")
    if source.reliability:
        words.append(f"Admiralty {source.reliability.value}: {_RELIABILITY[source.reliability]}.")
    if direct:
        words.append(f"Behind {len(direct)} of {counted(claims.counted, 'claim')}.")
    if behind:
        words.append(f"Named as origin of {shortened_ids([*behind])}.")
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


def names(entities: Iterable[Entity]) -> list[dict[str, Any]]:
    """Return the entities by name, as the list of people, places and abbreviations shows them."""
    return [_name_entry(e) for e in sorted(entities, key=lambda e: (e.name.casefold(), e.id))]


def _name_entry(entity: Entity) -> dict[str, Any]:
    latin = [a for a in entity.aliases if all(not language for _, _, language in by_script(a))]
    native = [a for a in entity.aliases if a not in latin]
    record: dict[str, Any] = {"name": plain_runs(entity.name)}
    if entity.short and entity.short != entity.name:
        record["short"] = plain_runs(entity.short)
    if native:
        record["native"] = plain_runs(" ".join(native))
    if latin:
        record["also"] = plain_runs(", ".join(latin))
    if entity.note:
        record["note"] = plain_runs(entity.note)
    return record
