"""Ids: well formed, and each there once, whatever the case of its letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import msgspec

if TYPE_CHECKING:
    from briefing_app.loading.manifest import ManifestSection
    from briefing_app.loading.problem_list import ProblemList, Spot


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)
ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}\Z")
_RULE: Final = "an id is a letter, then up to 63 letters, digits, '.', '_' or '-'"


def unique_records(
    records: list[tuple[Spot, R]], problems: ProblemList, broken_ids: set[str]
) -> list[tuple[Spot, R]]:
    """Return the records whose id can be used; the others are noted and left out."""
    kept: dict[str, tuple[Spot, R]] = {}
    for spot, record in records:
        folded = record.id.casefold()
        if not ID.match(record.id):
            problems.error(
                spot.at("id"), f"'{record.id[:70]}' is no id; {_RULE}{_usable(record.id)}"
            )
            broken_ids.add(record.id)
        elif folded in kept:
            first = kept[folded][1].id
            differs = "" if first == record.id else f" as '{first}'; case makes no difference"
            problems.error(spot.at("id"), f"the id '{record.id}' is already there{differs}")
            broken_ids.add(record.id)
        else:
            kept[folded] = (spot, record)
    return list(kept.values())


def _usable(written: str) -> str:
    """What to write where an address or a DOI stands, as in files of reference managers."""
    if "/" not in written:
        return ""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", written.rpartition("://")[2]).strip("-.")[-60:]
    return f"; write for instance '{plain if plain[:1].isalpha() else f's-{plain}'}'"


def unique_sections(
    sections: tuple[ManifestSection, ...], at: Spot, problems: ProblemList
) -> list[tuple[Spot, ManifestSection]]:
    """Return the sections, each with an id that can be used: prose is never lost to its id."""
    placed = [(at.at(number), section) for number, section in enumerate(sections)]
    good = {id(section) for _, section in unique_records(placed, problems, set())}
    taken = {section.id.casefold() for section in sections}
    result = []
    for number, (spot, section) in enumerate(placed, 1):
        usable = section
        if id(section) not in good:
            new = next(
                n for n in (f"section-{number}{'x' * k}" for k in range(99)) if n not in taken
            )
            taken.add(new)
            usable = msgspec.structs.replace(section, id=new)
        result.append((spot, usable))
    return result


def usable_id(wanted: str, at: Spot, problems: ProblemList) -> str:
    """Return the briefing's own id, made fit to name files by."""
    if ID.match(wanted):
        return wanted
    problems.error(at, f"'{wanted[:70]}' is no id; {_RULE}")
    return "x" + re.sub(r"[^A-Za-z0-9._-]+", "-", wanted)[:63]
