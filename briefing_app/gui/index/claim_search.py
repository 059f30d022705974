"""Asks the claim index; a large one in a thread, so that typing never waits for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore

from briefing_app.errors import SearchIndexCancelled, SearchIndexError
from briefing_app.gui.work.background import Background
from briefing_app.gui.work.single_shot import single_shot
from briefing_app.model.claim import Family
from briefing_app.search.meaning.sentence_model import is_installed
from briefing_app.search.results import ClaimHit, Facets, FacetValue, Filters, Order, Results

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.claim_index import ClaimIndex
    from briefing_app.search.query.completion import ValueCounts
    from briefing_app.search.results import Span

    Marks = Callable[[str], tuple[Span, ...]]  # where the words of a query match a text

_REFINED_AFTER_MS = 150  # without a key press
_SETTLED_AFTER_MS = 1_000  # without one: what finds nothing so far is typed to its end
_LISTED = 20_000  # claims; a reader who wants the others narrows the search
_LISTED_UNSEARCHED = 2_000  # claims that are listed until there is an index
_UNKNOWN = ("zqxvzqxv", "actr:zqxv actor:zqxv")  # no word or name, no field, no value


class ClaimSearch(QtCore.QObject):
    """One question at a time: a new one stops the last."""

    answered = QtCore.Signal(object)  # Results
    failed = QtCore.Signal(str)

    def __init__(self, background: Background | None, parent: QtCore.QObject) -> None:
        """Start without an index; `background` runs what takes long."""
        super().__init__(parent)
        self.index: ClaimIndex | None = None
        self.marks: Marks | None = None  # of the query that was answered last
        self._background = background
        self._job = 0
        self._is_ready = False
        self._asked: tuple[str, Filters, Order] | None = None
        self.typing = False  # whether the last word of it may be unfinished
        self._pause = single_shot(self, _REFINED_AFTER_MS)
        self._pause.timeout.connect(self._refine)
        self._rest = single_shot(self, _SETTLED_AFTER_MS)
        self._rest.timeout.connect(self.settle)

    @QtCore.Slot()
    def get_ready(self) -> None:
        """Load what compares spellings, for the first misspelt word; only who searches needs it."""
        if not self._is_ready:
            self._is_ready = True
            self._in_background().run(_load_spelling, self._try_spelling, self._fail)
            self._learn_meaning()

    def take_index(self, index: ClaimIndex | None) -> None:
        """Ask another index from now on; None while it is being built."""
        self.stop()
        self.index = index
        self._learn_meaning()

    def _learn_meaning(self) -> None:
        """Load what compares by meaning, where the extra is installed; later answers use it."""
        if self.index is not None and self._is_ready and is_installed():
            self._in_background().run(self.index.learn_meaning, _nothing, self._fail)

    def _try_spelling(self, _: None) -> None:
        """Make what a small index makes with its first unknown words; here, as it is asked here."""
        if self.index is not None and not self.index.large:
            for query in _UNKNOWN:
                self.index.search(query, Filters(), Order.BEST, limit=1, typing=True)

    def ask(self, query: str, filters: Filters, order: Order, *, typing: bool = False) -> None:
        """Search; `answered` follows at once, or soon from a large index, there perhaps twice.

        `typing`: the last word may be unfinished.
        """
        self.stop()
        self._asked, self.typing = (query, filters, order), typing
        self._run(self._question(refine=False), self._take)

    def keep(self) -> None:
        """Leave the answer as it is: the reader goes into the list."""
        self._rest.stop()

    @QtCore.Slot()
    def settle(self) -> None:
        """Ask the last question again as one that is typed to its end."""
        if self._asked is not None:
            self.ask(*self._asked)

    def _question(self, *, refine: bool) -> Callable[[ClaimIndex], tuple[Results, Marks]]:
        assert self._asked is not None
        query, filters, order = self._asked
        typing = self.typing

        def answer(index: ClaimIndex) -> tuple[Results, Marks]:
            """Return the answer, and what marks the query: read here, which may take long."""
            results = index.search(
                query, filters, order, limit=_LISTED, refine=refine, typing=typing
            )
            return results, index.marks(results.answered)

        return answer

    def find_what_hides(self, then: Callable[[Filters], None]) -> None:
        """Hand on the filters that keep everything out of the last answer."""
        if self._asked is not None:
            query, filters, order = self._asked
            self._run(lambda index: hiding_filters(index, query, filters, order), then)

    def count_values(self, then: Callable[[ValueCounts], None]) -> None:
        """Hand on how many claims have each value of each field."""
        index = self.index
        if index is None:
            return
        if not index.large:
            then(index.value_counts())
            return
        self._in_background().run(index.value_counts, then, self._fail)

    def is_busy(self) -> bool:
        """Whether an answer, or a better one, is still to come."""
        waiting = self._background is not None and self._background.waits_for(self._job)
        return self._pause.isActive() or self._rest.isActive() or waiting

    def stop(self) -> None:
        """Forget the last question."""
        self._pause.stop()
        self._rest.stop()
        if self._background is not None and self._job:
            self._background.drop(self._job)
            self._job = 0
            if self.index is not None:
                self.index.interrupt()

    def _run(self, work: Callable[[ClaimIndex], Any], then: Callable[[Any], None]) -> None:
        index = self.index
        if index is None:
            return
        if not index.large:
            then(work(index))
            return
        self._job = self._in_background().run(lambda: work(index), then, self._fail)

    def _in_background(self) -> Background:
        if self._background is None:
            self._background = Background(self)
        return self._background

    def _take(self, answer: tuple[Results, Marks]) -> None:
        results, self.marks = answer
        if not results.whole:
            self._pause.start()
        self._tell(results)

    def _take_refined(self, answer: tuple[Results, Marks]) -> None:
        results, self.marks = answer
        self._tell(results)

    def _tell(self, results: Results) -> None:
        if results.read_as is not None and self.typing:
            self._rest.start()
        self.answered.emit(results)

    @QtCore.Slot()
    def _refine(self) -> None:
        if self._asked is not None:
            self._run(self._question(refine=True), self._take_refined)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SearchIndexCancelled):
            return
        if not isinstance(error, SearchIndexError):
            raise error
        self.failed.emit(str(error))


def _nothing(_: object) -> None:
    """Leave the list as it is: what is known now counts from the next key on."""


def hiding_filters(index: ClaimIndex, query: str, filters: Filters, order: Order) -> Filters:
    """Return the filters that keep everything out: one field if that is enough, else all."""
    if not filters:
        return filters
    for field in filters.__struct_fields__:
        chosen = getattr(filters, field)
        without = msgspec.structs.replace(filters, **{field: frozenset()})
        if chosen and index.search(query, without, order, limit=1).total:
            return msgspec.structs.replace(Filters(), **{field: chosen})
    bare = index.search(query, Filters(), order, limit=1)
    found = bare.total or bare.paragraphs or bare.entities or bare.sources
    return filters if found else Filters()


def everything(references: CrossReferences) -> Results:
    """Return all claims in the order of the text: what is listed before there is an index."""
    claims = references.in_text_order()
    counts = dict.fromkeys(Family, 0)
    for claim in claims:
        counts[claim.family] += 1
    families = tuple(FacetValue(family.value, count) for family, count in counts.items())
    hits = tuple(ClaimHit(claim.id, 0.0) for claim in claims[:_LISTED_UNSEARCHED])
    return Results(query="", claims=hits, total=len(claims), facets=Facets(families=families))


def _load_spelling() -> None:
    # 9 ms, and 3 MB for as long as the window is open
    import difflib  # noqa: F401

    import rapidfuzz  # noqa: F401
