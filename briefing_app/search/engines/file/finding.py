"""One question to the index of a large briefing: which claims, how many, and their facets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing_app.search.engines.file.candidates import said_by
from briefing_app.search.query.expansion import AllOf
from briefing_app.search.query.tree import Dates
from briefing_app.search.ranking.certainty import groups_of, said, stages, without_guesses
from briefing_app.search.results import Facets, Filters, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.search.answer.facets import FacetCounts
    from briefing_app.search.answer.time_order import TimeOrder
    from briefing_app.search.engines.file.expression import Compiler, Match
    from briefing_app.search.engines.file.tables import Tables
    from briefing_app.search.query.expansion import Plan

    Check = Callable[[int], bool]

RANKED = 6_000  # postings up to which the first answer is the ranked one
SCORED = 200  # candidates that are scored exactly; also the claims of an unranked first answer
_CHECKED_FIRST, _CHECKED = 2_000, 50_000  # candidates that are looked at one by one
_COUNTED_FIRST, _COUNTED = 1_000, 5_000  # claims up to which facets are counted exactly


class Store(NamedTuple):
    """What a question needs of the index."""

    claims: Sequence[Claim]
    tables: Tables
    compiler: Compiler
    facets: FacetCounts
    evaluate: Callable[[Sequence[int], Plan], dict[int, float]]  # claims -> scores of those that do
    by_time: TimeOrder


class FileAnswer(NamedTuple):
    """Claims in order; `scores` are those of the first of them."""

    claims: Sequence[int]
    scores: list[float]
    total: int  # at most, where it is not whole
    whole: bool


class Finding:
    """Answers one question."""

    def __init__(self, store: Store, plan: Plan | None, filters: Filters, *, refine: bool) -> None:
        """Read the plan: as much of it as possible becomes one expression, the rest is checked."""
        self._store = store
        self._plan = plan
        self._filters = filters
        self._refine = refine
        parts = plan.parts if isinstance(plan, AllOf) else (() if plan is None else (plan,))
        dates = [part for part in parts if isinstance(part, Dates)]
        others = tuple(part for part in parts if not isinstance(part, Dates))
        wanted = AllOf(others) if others else None
        self._base = store.compiler.compile(wanted)
        self._match = store.compiler.narrowed(self._base, filters)
        self._wanted = wanted
        self._surer: list[Plan] = [step for _, step in stages(wanted)[:-1]] if wanted else []
        self._checks: list[Check] = [self._dated(part) for part in dates]
        self._has_words = plan is not None and any(True for _ in groups_of(plan))
        self._has_dates = bool(dates) or not self._base.exact
        self._budget = _CHECKED if refine else _CHECKED_FIRST
        self._uncorrected: frozenset[int] | None = None  # claims that answer with no word corrected
        self._looked_at: int | None = None  # candidates of the answer; None for all
        self._complete: Sequence[int] | None = None  # every claim that the plan finds, if known
        self._found: Sequence[int] | None = None  # those of them that pass the filters
        self._said: str | None = None  # what those say
        self._glanced_at: list[int] | None = None  # the first of them, as many as are counted
        self._most_counted = _COUNTED if refine else _COUNTED_FIRST

    def _dated(self, dates: Dates) -> Check:
        claims = self._store.claims
        return lambda doc: dates.share_of(claims[doc].date) > 0

    def _filter_checks(self, *, without: str = "") -> list[Check]:
        wanted = self._filters.dates
        if not wanted or without == "dates":
            return self._checks
        within = self._store.facets.dated_within
        return [*self._checks, lambda doc: within(doc, wanted)]

    def answer(self, order: Order, limit: int | None) -> FileAnswer:
        """Return the claims in order."""
        match = self._match
        checks = self._filter_checks()
        cheap = max(match.rows, match.cost) <= RANKED
        best = order is Order.BEST and self._has_words
        ranked = best and (cheap or self._refine)
        fetched = self._limit(order, limit, cheap=cheap, best=best, checked=bool(checks))
        self._looked_at = most = None if fetched is None else fetched + 1
        docs: Sequence[int]
        docs = self._surest_first(most, ranked=ranked) if best else self._query(match, most)
        cut = fetched is not None and len(docs) > fetched
        docs = [doc for doc in docs[:fetched] if all(check(doc) for check in checks)]
        found = len(docs)
        if order is Order.DATE:
            docs = self._store.by_time.of(docs)
        docs, scores = self._scored(docs, order)
        if not cut:
            total = len(docs)
            self._found = docs
            if not self._filters and self._base.exact:
                self._complete = docs
        elif self._refine and not checks and self._base.exact:
            total = self._store.tables.count(match.text)
        else:
            total = match.rows
        ordered = ranked or not best or found <= SCORED
        settled = not cut or (self._refine and self._base.exact)
        return FileAnswer(docs[:limit], scores, total, settled and ordered)

    def _query(self, match: Match, limit: int | None, *, ranked: bool = False) -> list[int]:
        return self._store.tables.claims(match.text, limit, ranked=ranked)

    def _surest_first(self, limit: int | None, *, ranked: bool) -> list[int]:
        """Return candidates: those with the words as they were typed first, corrected ones last."""
        compiler = self._store.compiler
        docs: dict[int, None] = {}
        for step in self._surer:
            match = compiler.narrowed(compiler.compile(step), self._filters)
            if match.rows:
                docs.update(dict.fromkeys(self._query(match, limit, ranked=ranked)))
            if limit is not None and len(docs) >= limit:
                self._uncorrected = frozenset(docs)
                return list(docs)[:limit]
        self._uncorrected = frozenset(docs)
        wanted = limit
        plain = self._match is self._base and self._base.exact and not self._checks
        if limit is not None and not ranked and plain:
            wanted = max(limit, self._most_counted + 1)
        found = self._query(self._match, wanted, ranked=ranked)
        if wanted != limit:
            self._glanced_at = found
        docs.update(dict.fromkeys(found))
        return list(docs)[:limit]

    def uncorrected(self) -> frozenset[int]:
        """Return the claims of the answer that need no word corrected, and perhaps others.

        As far as one expression tells: dates beside other words are left out.
        """
        if self._uncorrected is None and self._wanted is not None:
            compiler = self._store.compiler
            sure = compiler.compile(without_guesses(self._wanted))
            # in the order of the text, as the candidates were: no more than there were of those
            found = self._query(compiler.narrowed(sure, self._filters), self._looked_at)
            self._uncorrected = frozenset(found)
        return self._uncorrected or frozenset()

    def says(self, phrase: tuple[str, ...]) -> bool:
        """Whether one of the claims says these words; dates are left out where there are many."""
        if self._found is not None and len(self._found) <= SCORED:
            if self._said is None:
                self._said = said_by(self._store.tables.token_rows(self._found))
            return f" {' '.join(phrase)} " in self._said
        words = self._store.compiler.group(said(phrase))
        text = f"({words.text}) AND ({self._match.text})"
        return words.rows > 0 and bool(self._store.tables.claims(text, 1))

    def count(self) -> int:
        """Return how many claims there are."""
        if self._base.exact and not self._filter_checks():
            return self._store.tables.count(self._match.text)
        return self.answer(Order.TEXT, None).total

    def _limit(
        self, order: Order, limit: int | None, *, cheap: bool, best: bool, checked: bool
    ) -> int | None:
        """Return how many candidates to take in; None for all."""
        if not self._base.exact:
            return self._budget
        if self._refine:
            every = checked or order is Order.DATE or self._has_dates or limit is None
            return None if every or limit is None else max(limit, SCORED)
        if cheap:
            return RANKED
        if checked or self._has_dates or order is Order.DATE:
            return _CHECKED_FIRST
        return SCORED if best else limit

    def _scored(self, docs: Sequence[int], order: Order) -> tuple[Sequence[int], list[float]]:
        """Return the claims with the best candidates put in order, and their scores.

        Of a plan that is no single expression every candidate is looked at. Elsewhere one may fall
        too: two rare letters may share a place in the index.
        """
        if self._plan is None or not (self._has_words or self._has_dates):
            return docs, []
        most = SCORED if self._base.exact and self._has_words else self._budget
        if order is not Order.BEST and len(docs) > most and self._base.exact:
            return docs, []
        scores = self._store.evaluate(docs[:most], self._plan)
        kept = [doc for doc in docs[:most] if doc in scores]
        if order is Order.BEST:
            kept.sort(key=lambda doc: (-scores[doc], doc))
        return [*kept, *docs[most:]], [scores[doc] for doc in kept]

    def facets(self) -> tuple[Facets, bool]:
        """Return the facets, and whether all the claims were counted."""
        most = self._most_counted
        narrow = self._store.facets.narrow
        docs = self._glanced_at if self._complete is None else self._complete
        if docs is None:
            docs = self._first(self._base, self._checks, most + 1)
        if docs is not None and len(docs) <= most:
            return narrow(docs, self._filters)[1], True
        main = docs[:_COUNTED_FIRST] if docs and not self._filters else None
        if main is None:
            main = self._first(self._match, self._filter_checks(), _COUNTED_FIRST, some=True) or ()
        facets = narrow(main, self._filters)[1]
        for name in self._filters.__struct_fields__:
            if getattr(self._filters, name):
                match = self._store.compiler.narrowed(self._base, self._filters, without=name)
                checks = self._filter_checks(without=name)
                others = self._first(match, checks, _COUNTED_FIRST, some=True) or ()
                counted = getattr(narrow(others, self._filters)[1], name)
                facets = msgspec.structs.replace(facets, **{name: counted})
        return msgspec.structs.replace(facets, of_first=_COUNTED_FIRST), False

    def _first(
        self, match: Match, checks: list[Check], most: int, *, some: bool = False
    ) -> list[int] | None:
        """Return the first claims of an expression; None if there may be more, unless some do."""
        looked_at = self._budget if checks or not match.exact else most
        docs = self._store.tables.claims(match.text, looked_at)
        cut = len(docs) == looked_at and looked_at != most
        docs = [doc for doc in docs if all(check(doc) for check in checks)][:most]
        if not match.exact and self._plan is not None:
            scores = self._store.evaluate(docs, self._plan)
            docs = [doc for doc in docs if doc in scores]
        return None if cut and not some else docs
