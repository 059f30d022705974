"""A plan and filters as one FTS5 expression, with what it will cost to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from briefing_app.search.engines.file.schema import (
    COLUMNS,
    EVERY_CLAIM,
    FILTER_FIELDS,
    facet_token,
    stored,
)
from briefing_app.search.query.expansion import AllOf, AnyOf, Group, NoneOf
from briefing_app.search.query.tree import Dates, Field
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.results import Filters
    from briefing_app.search.words.variants import Variant

    Keys = Callable[[Field], frozenset[str]]
    IdMatch = Callable[[str], "Match"]


class Frequency(Protocol):
    """How common a stored term is, or all that begin so."""

    def __call__(self, term: str, *, prefix: bool = False) -> int:
        """Return in how many claims it stands, at most."""
        ...


class Match(msgspec.Struct, frozen=True):
    """An FTS5 expression (SQLite FTS5 documentation, section 3)."""

    text: str
    rows: int  # claims that it finds, at most
    cost: int  # postings that ranking has to read
    exact: bool = True  # False if it also finds claims that do not answer the plan
    everything: bool = False

    @classmethod
    def nothing(cls) -> Match:
        """Return what finds no claim."""
        every = quoted(EVERY_CLAIM)
        return cls(f"({every} NOT {every})", 0, 0)


class Compiler:
    """Turns plans into expressions."""

    def __init__(self, size: int, frequency: Frequency, keys: Keys, id_match: IdMatch) -> None:
        """Take what the index knows: its claims, how common terms are, what fields mean."""
        self._frequency = frequency
        self._keys = keys
        self._id_match = id_match
        self._size = size
        self.every = Match(quoted(EVERY_CLAIM), size, 0, everything=True)
        allowed = sorted(CLAIM_WEIGHTING.exact_fields)
        self._exactly = "{" + " ".join(COLUMNS[n] for n in allowed) + "} : "

    def compile(self, plan: Plan | None) -> Match:
        """Return the expression that finds at least what answers the plan."""
        match plan:
            case Group():
                found = self.group(plan)
            case AllOf(parts=parts):
                found = self._all_of(parts)
            case AnyOf(parts=parts):
                found = self._any_of([self.compile(part) for part in parts])
            case NoneOf():
                found = self._all_of((plan,))
            case Field():
                found = self._field(plan)
            case Dates():
                found = msgspec.structs.replace(self.every, exact=False)
            case None:
                found = self.every
        return found

    def group(self, group: Group) -> Match:
        """Return the expression for a word with all that it may be."""
        aliases = group.aliases if CLAIM_WEIGHTING.aliases else ()
        phrases = dict.fromkeys(map(self._phrase, (*group.variants, *aliases)))
        text = " OR ".join(phrase for phrase, _ in phrases)
        rows = sum(count for _, count in phrases)
        limited = f"{self._exactly}({text})" if group.exact else f"({text})"
        return Match(limited, min(rows, self._size), rows)

    def narrowed(self, match: Match, filters: Filters, *, without: str = "") -> Match:
        """Return the expression with the filters but one; dates are not in it."""
        chosen_ones = []
        for name, field in FILTER_FIELDS.items():
            chosen = getattr(filters, name)
            if chosen and name != without:
                chosen_ones.append(self._facet(field, chosen))
        if not chosen_ones:
            return match
        exact = match.exact
        found = _all((match, *chosen_ones)) or self.every
        return msgspec.structs.replace(found, exact=exact)

    def _phrase(self, variant: Variant) -> tuple[str, int]:
        terms = [stored(term) for term in variant.terms]
        counts = [self._frequency(term) for term in terms[:-1]]
        counts.append(self._frequency(terms[-1], prefix=variant.prefix))
        return quoted(" ".join(terms)) + (" *" if variant.prefix else ""), min(counts)

    def _all_of(self, parts: Iterable[Plan]) -> Match:
        wanted, excluded, exact = [], [], True
        for part in parts:
            inner = self.compile(part.part if isinstance(part, NoneOf) else part)
            exact = exact and inner.exact
            if not isinstance(part, NoneOf):
                wanted.append(inner)
            elif inner.exact:  # else it would leave out too much
                excluded.append(inner)
        found = _all(wanted) or self.every
        if excluded:
            none_of = self._any_of(excluded)
            cost = found.cost + none_of.cost
            found = Match(f"({found.text}) NOT ({none_of.text})", found.rows, cost)
        return msgspec.structs.replace(found, exact=exact)

    def _any_of(self, parts: list[Match]) -> Match:
        if any(part.everything for part in parts):
            return msgspec.structs.replace(self.every, exact=all(p.exact for p in parts))
        rows = min(sum(part.rows for part in parts), self._size)
        text = " OR ".join(dict.fromkeys(f"({part.text})" for part in parts))
        return Match(text, rows, sum(part.cost for part in parts), all(p.exact for p in parts))

    def _field(self, field: Field) -> Match:
        if field.name == "id":
            return self._any_of([self._id_match(value.text) for value in field.values])
        return self._facet(field.name, self._keys(field))

    def _facet(self, name: str, keys: Iterable[str]) -> Match:
        tokens = [facet_token(name, key) for key in sorted(keys)]
        rows = sum(self._frequency(token) for token in tokens)
        if not tokens:
            return Match.nothing()
        text = " OR ".join(map(quoted, tokens))
        return Match(f"({text})", min(rows, self._size), rows)


def _all(matches: Iterable[Match]) -> Match | None:
    """Return the expression for all of them, without more brackets than are needed.

    None if every claim answers it.
    """
    narrowing = [match for match in matches if not match.everything]
    if len(narrowing) < 2:
        return narrowing[0] if narrowing else None
    return Match(
        " AND ".join(dict.fromkeys(f"({match.text})" for match in narrowing)),
        min(match.rows for match in narrowing),
        sum(match.cost for match in narrowing),
        all(match.exact for match in narrowing),
    )


def quoted(phrase: str) -> str:
    """Return a phrase as FTS5 takes it."""
    return f'"{phrase}"'
