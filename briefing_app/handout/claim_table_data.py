"""The claim table as plain data: every claim with its type, date, place in the source and page."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from briefing_app.handout.marginalia import kind, via
from briefing_app.handout.printable_text import plain_runs, widest_word
from briefing_app.handout.short_forms import short_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

_SHORT_PLACE = 12  # letters; longer section names get a letter each, if there are not too many
_MOST_CODES = 15


def claim_table(
    claims: Sequence[Claim],
    cross_references: CrossReferences,
    *,
    with_notes: bool = True,
    with_sources: bool = True,
) -> dict[str, Any]:
    """Return the rows by section in reading order, and the key to the places they name.

    Long names of sources are shortened; the list of sources, if there is one, is the key to them.
    """
    places = _Places(claims, cross_references)
    key = {code: name for name, code in places.codes.items()}
    if not with_sources:
        key |= places.shortened
    by_section: dict[str, list[Claim]] = {}
    for claim in claims:
        by_section.setdefault(claim.section, []).append(claim)
    groups = []
    longest = 0
    for section_id, members in by_section.items():
        section = cross_references.sections.get(section_id)
        title = section.title if section else "Other claims"
        where = [places.of(claim) for claim in members]
        longest = max(longest, *(len(part) for place in where for part in place.split("; ")))
        rows = [
            _row(claim, place, cross_references, with_note=with_notes)
            for claim, place in zip(members, where, strict=True)
        ]
        groups.append({"title": plain_runs(title), "rows": rows})
    return {
        "claim_groups": groups,
        "only_source": plain_runs(places.only_source),
        "places": [{"code": code, "name": plain_runs(name)} for code, name in key.items()],
        "short_names": with_sources and bool(places.shortened),
        "where_letters": longest,
        "listed": [claim.id for claim in claims],
        "claims_in_all": len(cross_references.claims),
    }


def _row(
    claim: Claim, where: str, cross_references: CrossReferences, *, with_note: bool
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": claim.id,
        "family": claim.family.value,
        "text": plain_runs(claim.text),
        "type": plain_runs(kind(claim, cross_references)),
        "date": plain_runs(claim.date.display() if claim.date else ""),
        "where": plain_runs(where),
    }
    texts = {"text": claim.text, "type": kind(claim, cross_references), "where": where}
    if with_note and claim.note:
        row["note"] = plain_runs(claim.note)
        texts["text"] += f" {claim.note}"
    row["wide"] = {name: round(widest_word(text), 1) for name, text in texts.items()}
    if claim.further_source:
        row["arrow"] = True
    return row


class _Places:
    """Says where in its sources a claim stands, as short as can be understood."""

    def __init__(self, claims: Sequence[Claim], cross_references: CrossReferences) -> None:
        self._cross_references = cross_references
        cited = {citation.id for claim in claims for citation in claim.sources}
        self.only_source = cross_references.name_of(next(iter(cited))) if len(cited) == 1 else ""
        self.codes = self._codes(claims) if self.only_source else {}
        named = {name for c in claims for s in c.sources for name in (s.id, s.attributed_to)}
        known = cross_references.sources
        self._forms = short_forms(known.values())
        listed = named - cited if self.only_source else named
        self.shortened = {
            self._forms[source_id]: known[source_id].short_name
            for source_id in known
            if source_id in listed and self._forms[source_id] != known[source_id].short_name
        }

    @staticmethod
    def _codes(claims: Sequence[Claim]) -> dict[str, str]:
        """A letter for each section of the source: its initial, or A, B, C where two are alike."""
        names = list(dict.fromkeys(c.locator.section for claim in claims for c in claim.sources))
        names = [name for name in names if name]
        if not 1 < len(names) <= _MOST_CODES or max(map(len, names)) <= _SHORT_PLACE:
            return {}
        initials = [name.removeprefix("The ")[:1].upper() for name in names]
        unlike = len(set(initials)) == len(names) and all(i.isalpha() for i in initials)
        letters = initials if unlike else string.ascii_uppercase
        return dict(zip(names, letters, strict=False))

    def _name_of(self, source_id: str) -> str:
        return self._forms.get(source_id) or self._cross_references.name_of(source_id)

    def of(self, claim: Claim) -> str:
        """Return the places of one claim."""
        places = []
        for citation in claim.sources:
            # "p." is not left at the end of a line without its number
            words = citation.locator.display().replace(". ", ".\u00a0")
            code = self.codes.get(citation.locator.section)
            if code:
                words = code + words.removeprefix(citation.locator.section).replace(", ¶", " ¶")
            elif not self.only_source:
                source = self._name_of(citation.id)
                words = f"{source}, {words}" if words else source
            places.append(words)
        places += [f"via {name}" for name in via(claim, self._cross_references, self._forms)]
        return "; ".join(part for part in dict.fromkeys(places) if part)
