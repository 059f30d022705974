"""What an index file says: which claims an expression finds, and how common its words are."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing_app.errors import SearchIndexError
from briefing_app.search.engines.file.schema import COLUMNS, stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.engines.file.database import IndexDatabase

_Kind = TypeVar("_Kind")

_PART = 500  # rows that are asked for at once
_KEPT = 4_096  # answers
_ROWS_OF = "SELECT rowid - 1 FROM claim WHERE claim MATCH ?"


class Tables:
    """Asks the file, and remembers what is asked of every key press.

    Raises, everywhere:
        SearchIndexCancelled: `IndexDatabase.interrupt` was called.
        SearchIndexError: the file cannot be read, nor built again.
    """

    def __init__(self, database: IndexDatabase) -> None:
        self._database = database
        self._counts: dict[tuple[str, bool], int] = {}
        self._pairs: dict[tuple[str, str], bool] = {}

    def meta(self, name: str, kind: type[_Kind]) -> _Kind:
        """Return one of the values that are kept whole."""
        try:
            return self._meta(name, kind)
        except (msgspec.MsgspecError, ValueError):
            self._database.mend()
        try:
            return self._meta(name, kind)
        except (msgspec.MsgspecError, ValueError) as error:
            raise SearchIndexError(f"The search index is damaged ({name}).") from error

    def _meta(self, name: str, kind: type[_Kind]) -> _Kind:
        ((value,),) = self._database.rows("SELECT value FROM meta WHERE name = ?", (name,))
        return msgspec.json.decode(value, type=kind)

    def by_date(self) -> array[int]:
        """Return every claim in the order of time."""
        ((value,),) = self._database.rows("SELECT value FROM meta WHERE name = 'by_date'")
        return array("I", value)

    def claims(self, text: str, limit: int | None, *, ranked: bool = False) -> list[int]:
        """Return the claims that an FTS5 expression finds, best or first ones first."""
        end = " ORDER BY rank" if ranked else ""
        values = (text, -1 if limit is None else limit)
        rows = self._database.rows(f"{_ROWS_OF}{end} LIMIT ?", values)
        return [row[0] for row in rows]

    def count(self, text: str) -> int:
        """Return how many claims an FTS5 expression finds."""
        rows = self._database.rows("SELECT count(*) FROM claim WHERE claim MATCH ?", (text,))
        return int(rows[0][0])

    def frequency(self, term: str, *, prefix: bool = False) -> int:
        """Return how many claims have a stored term; an upper bound for a prefix."""
        known = self._counts.get((term, prefix))
        if known is None:
            if prefix:
                rows = self._database.rows(
                    "SELECT sum(df) FROM vocab WHERE term >= ? AND term < ?",
                    (term, term + "\U0010ffff"),
                )
            else:
                rows = self._database.rows("SELECT df FROM vocab WHERE term = ?", (term,))
            known = (rows[0][0] or 0) if rows else 0
            if len(self._counts) >= _KEPT:
                self._counts.clear()
            self._counts[term, prefix] = known
        return known

    def has_pair(self, pair: tuple[str, str]) -> bool:
        """Whether two words stand side by side in a claim's text."""
        known = self._pairs.get(pair)
        if known is None:
            text = f'{COLUMNS[0]} : "{" ".join(map(stored, pair))}"'
            if len(self._pairs) >= _KEPT:
                self._pairs.clear()
            known = self._pairs[pair] = bool(self.claims(text, 1))
        return known

    def token_rows(self, numbers: Sequence[int]) -> list[str]:
        """Return the terms of claims, each with its fields as `claim_tokens` has them."""
        found: dict[int, str] = {}
        for start in range(0, len(numbers), _PART):
            part = [n + 1 for n in numbers[start : start + _PART]]
            marks = ", ".join("?" * len(part))
            statement = f"SELECT doc, terms FROM claim_tokens WHERE doc IN ({marks})"  # noqa: S608
            found.update(self._database.rows(statement, part))
        return [found[n + 1] for n in numbers]
