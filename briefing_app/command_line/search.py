"""`search`: claims for a query, as rows to read or as one JSON object."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

import msgspec

from briefing_app.command_line.briefings import CannotOpen, opened
from briefing_app.command_line.output import put, put_bytes, say
from briefing_app.command_line.printable import printable
from briefing_app.open_briefing import OpenBriefing, build_index
from briefing_app.search.answer.nearest import FEW
from briefing_app.search.results import ClaimHit, Filters, Order, RelaxationKind, Results

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WORDS_TOLD = 6
_NARROWEST_TEXT = 30  # columns; below that the rows are not wrapped


class _Found(msgspec.Struct, frozen=True):
    """What one briefing has for the query."""

    opened: OpenBriefing
    results: Results


def search(
    query: Sequence[str], briefings: Sequence[Path] | None, *, as_json: bool, limit: int | None
) -> int:
    """Print what the query finds; return 0, found or not."""
    text = " ".join(query).encode(errors="replace").decode()
    found = []
    try:
        for path in briefings or (None,):
            briefing = opened(path)
            index = build_index(briefing.briefing, references=briefing.cross_references)
            if index.notice:
                say(printable(index.notice))
            results = index.search(text, Filters(), Order.BEST, limit=limit)
            if results.total < FEW and index.learn_meaning():
                results = index.search(text, Filters(), Order.BEST, limit=limit)
            found.append(_Found(briefing, results))
    except CannotOpen as error:
        return error.code
    hits = [(part, hit) for part in found for hit in part.results.claims]
    if len(found) > 1:
        hits.sort(key=lambda pair: -pair[1].score)
    shown = hits if limit is None else hits[:limit]
    if as_json:
        _print_json(text, found, shown)
    else:
        _print_rows(found, shown)
    return 0


def _print_json(text: str, found: list[_Found], hits: list[tuple[_Found, ClaimHit]]) -> None:
    rows = []
    for part, hit in hits:
        claim = part.opened.cross_references.claims[hit.id]
        row = {
            "id": hit.id,
            "section": claim.section,
            "text": claim.text,
            "score": hit.score,
            "matched": hit.matched,
            **({"guessed": True} if hit.guessed else {}),
        }
        rows.append({"briefing": part.opened.briefing.id, **row} if len(found) > 1 else row)
    answer = {
        "query": text,
        "total": sum(part.results.total for part in found),
        "hits": rows,
        "nearest": _near_rows(found),
        "also": _also(found),
        "notices": tuple(dict.fromkeys(n for part in found for n in part.results.notices)),
    }
    put_bytes(msgspec.json.encode(answer) + b"\n")


def _near_rows(found: list[_Found]) -> list[dict[str, object]]:
    """Return the claims that have some of the words: what is missing, what stands for what."""
    return [
        {
            **({"briefing": part.opened.briefing.id} if len(found) > 1 else {}),
            "id": hit.id,
            "text": part.opened.cross_references.claims[hit.id].text,
            "missing": hit.missing,
            "meant": dict(hit.meant),
            **({"by_meaning": True} if hit.by_meaning else {}),
        }
        for part in found
        for hit in part.results.nearest
        if not part.results.nothing_near
    ]


def _say_nearest(found: list[_Found]) -> None:
    """Say which claims have some of the words: they are none of those that were found."""
    for part in found:
        near = () if part.results.nothing_near else part.results.nearest
        if near:
            say("nearest, without some of the words:")
        for hit in near:
            why = [f"without {', '.join(hit.missing)}"] if hit.missing else []
            why += [f"{typed} = {word}" for typed, word in hit.meant if word]
            why = ["by meaning"] if hit.by_meaning else why
            row = _row(part, hit, several=len(found) > 1)
            say(f"{row[0]}  {row[3]}  ({'; '.join(printable(reason) for reason in why)})")


def _print_rows(found: list[_Found], hits: list[tuple[_Found, ClaimHit]]) -> None:
    for notice in dict.fromkeys(n for part in found for n in part.results.notices):
        say(printable(notice.message))
    rows = [_row(part, hit, several=len(found) > 1) for part, hit in hits]
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(3)]
    indent = sum(widths) + 2 * len(widths)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for row in rows:
        start = "".join(cell.ljust(width + 2) for cell, width in zip(row, widths, strict=False))
        if columns - indent < _NARROWEST_TEXT:
            put(start + row[3])
        else:
            wrapped = textwrap.wrap(row[3], columns - indent - 1, break_on_hyphens=False)
            put(start + ("\n" + " " * indent).join(wrapped))
    sys.stdout.flush()  # what is told next stands below the rows, and only if they could be written
    _say_what_was_added(found)
    total = sum(part.results.total for part in found)
    _say_nearest(found)
    if not total:
        _say_what_to_try(found)
    elif total > len(hits):
        say(f"{len(hits)} of {total} claims shown")
    _say_where_else(found)


def _also(found: list[_Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for part in found for word in part.results.also))


def _say_what_was_added(found: list[_Found]) -> None:
    """Say which other words were searched for, and how to search without them."""
    also = _also(found)
    if not also:
        return
    exactly = next(part.results.only_typed for part in found if part.results.also)
    more = f" and {len(also) - _WORDS_TOLD} more" if len(also) > _WORDS_TOLD else ""
    words = ", ".join(also[:_WORDS_TOLD])
    say(printable(f"also searched for: {words}{more} (only what was typed: {exactly})"))


def _row(part: _Found, hit: ClaimHit, *, several: bool) -> tuple[str, str, str, str]:
    references = part.opened.cross_references
    claim = references.claims[hit.id]
    return (
        f"{part.opened.briefing.id} {claim.id}" if several else claim.id,
        printable(_section_title(part, claim.section)),
        claim.date.display() if claim.date else "",
        printable(claim.text),
    )


def _say_what_to_try(found: list[_Found]) -> None:
    """Say that no claim was found, and which other queries find some."""
    near = any(part.results.nearest and not part.results.nothing_near for part in found)
    say("no claim has all of this" if near else "no claim found")
    for part in found:
        for other in part.results.relaxations:
            claims = "1 claim" if other.total == 1 else f"{other.total} claims"
            if other.kind is RelaxationKind.SPELLING:
                say(printable(f"did you mean {other.query}: {claims}"))
            else:
                say(printable(f"without {other.left_out}: {claims}"))


def _say_where_else(found: list[_Found]) -> None:
    """Say where else the words are: in the prose, among people and places, among sources."""
    for part in found:
        places = [
            f"{_section_title(part, hit.section)}{f' ¶{hit.paragraph}' if hit.paragraph else ''}"
            for hit in part.results.paragraphs
        ]
        names = [hit.name for hit in part.results.entities]
        titles = [hit.title for hit in part.results.sources]
        briefing = f"{part.opened.briefing.id}: " if len(found) > 1 else ""
        groups = (("in the text", places), ("people and places", names), ("sources", titles))
        for group, every in groups:
            told = list(dict.fromkeys(every))
            if told:
                more = f"; and {len(told) - _WORDS_TOLD} more" if len(told) > _WORDS_TOLD else ""
                say(printable(f"{briefing}{group}: {'; '.join(told[:_WORDS_TOLD])}{more}"))


def _section_title(part: _Found, section_id: str) -> str:
    section = part.opened.cross_references.sections.get(section_id)
    return section.title if section else section_id or "Summary"
