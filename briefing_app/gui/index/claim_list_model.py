"""The rows of the claim index: an adapter over one answer of the search."""

from __future__ import annotations

import bisect
import functools
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore

from briefing_app.gui.index.paragraph_excerpt import excerpt
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.near_words import near_words
from briefing_app.search.answer.hit_list import HitList
from briefing_app.search.results import (
    ClaimHit,
    EntityHit,
    NearHit,
    ParagraphHit,
    Results,
    SourceHit,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.cross_references import CrossReferences

DISPLAY_ROLE, TOOL_TIP_ROLE, ACCESSIBLE_TEXT_ROLE = (
    0,
    3,
    11,
)  # Qt.ItemDataRole, as numbers: the enum is slow to load
ROW_ROLE = 0x0100

Hit = ClaimHit | ParagraphHit | EntityHit | SourceHit
ModelIndex = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NO_INDEX = QtCore.QModelIndex()


class GroupHead(msgspec.Struct, frozen=True):
    """The row above a group of hits."""

    title: str
    count: int = 0  # 0: not said


class RowText(msgspec.Struct, frozen=True):
    """What a row says: its statement with the hits on it, and the quiet line below."""

    statement: str
    matched: tuple[Span, ...]
    context: str
    similar: str = ""  # said where the words found are only similar to those typed


class RowShape(msgspec.Struct, frozen=True):
    """What a row's height depends on."""

    statement: str
    is_head: bool = False
    claim: str = ""  # id, where it is one
    says_similar: bool = False


Row = GroupHead | Hit
_excerpt = functools.lru_cache(maxsize=256)(excerpt)  # asked for to measure, then to paint


class ClaimListModel(QtCore.QAbstractTableModel):
    """One column; groups of hits, each under its head where something was searched for."""

    def __init__(self, references: CrossReferences, parent: QtCore.QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._references = references
        self._groups: tuple[Sequence[Row], ...] = ()
        self._starts: list[int] = []
        self._row_count = 0
        self._claims: Sequence[ClaimHit] = ()
        self._first_claim_row = 0
        self._row_of_claim: dict[str, int] | None = None
        self._near_rows: dict[str, int] = {}
        self._later: dict[str, str] = {}

    def set_later(self, later: dict[str, str]) -> None:
        """Take the claims that came after the day that is read as of, each with words for it."""
        self._later = later

    def is_later(self, row: Row) -> bool:
        """Return whether a row is a claim that came after that day."""
        return isinstance(row, ClaimHit) and row.id in self._later

    def set_results(self, results: Results) -> bool:
        """Show an answer; return whether any row changed."""
        groups = self._grouped(results)
        if groups == self._groups:
            return False
        self.beginResetModel()
        self._groups = groups
        self._starts = []
        self._row_count = 0
        for group in groups:
            self._starts.append(self._row_count)
            self._row_count += len(group)
        first = 1 if self._starts and isinstance(self.row(0), GroupHead) else 0
        self._first_claim_row = first
        self._claims = results.claims
        self._near_rows = (
            {
                hit.id: start + number
                for start, group in zip(self._starts, groups, strict=True)
                for number, hit in enumerate(group)
                if isinstance(hit, NearHit)
            }
            if results.nearest
            else {}
        )
        self._row_of_claim = None
        self.endResetModel()
        return True

    def _grouped(self, results: Results) -> tuple[Sequence[Row], ...]:
        near = () if results.nothing_near else results.nearest
        near_title = self.tr("Without some of the words")
        if not results.claims:
            near_title = self.tr("What comes nearest")
        found: tuple[tuple[str, Sequence[Hit], int], ...] = (
            (self.tr("Claims"), results.claims, results.total),
            (near_title, near, 0),
            (self.tr("Text"), results.paragraphs, len(results.paragraphs)),
            (self.tr("People and places"), results.entities, len(results.entities)),
            (self.tr("Sources"), results.sources, len(results.sources)),
        )
        groups: list[Sequence[Row]] = []
        for title, hits, count in found:
            if hits and results.answered.strip():
                groups.append((GroupHead(title, count),))
            if hits:
                groups.append(hits)
        return tuple(groups)

    def row(self, number: int) -> Row:
        """Return what stands in a row.

        Raises:
            IndexError: there is no such row.
        """
        if not 0 <= number < self._row_count:
            raise IndexError(number)
        group = bisect.bisect_right(self._starts, number) - 1
        return self._groups[group][number - self._starts[group]]

    def shape(self, number: int) -> RowShape:
        """Return what a row's height depends on; the hits of a large answer are not made for it.

        Raises:
            IndexError: there is no such row.
        """
        group = self._groups[bisect.bisect_right(self._starts, number) - 1]
        if isinstance(group, HitList):
            claim_id, guessed = group.outline(number - self._first_claim_row)
            if not guessed:
                return RowShape(self._references.claims[claim_id].text, claim=claim_id)
        row = self.row(number)
        said = self.row_text(row)
        return RowShape(
            said.statement,
            isinstance(row, GroupHead),
            row.id if isinstance(row, ClaimHit) else "",
            bool(said.similar),
        )

    def row_of_claim(self, claim_id: str) -> int:
        """Return the row of a claim; -1 if it is not listed."""
        if claim_id in self._near_rows:
            return self._near_rows[claim_id]
        if isinstance(self._claims, HitList):
            row = self._claims.row_of(claim_id)
            return row if row < 0 else row + self._first_claim_row
        if self._row_of_claim is None:
            rows = enumerate(self._claims, self._first_claim_row)
            self._row_of_claim = {hit.id: row for row, hit in rows}
        return self._row_of_claim.get(claim_id, -1)

    def first_hit_row(self) -> int:
        """Return the first row that is no head; -1 if there is none."""
        return next(
            (n for n in range(min(self._row_count, 2)) if not isinstance(self.row(n), GroupHead)),
            -1,
        )

    def row_text(self, row: Row) -> RowText:
        """Return the words of a row, in the order in which they are painted."""
        references = self._references
        match row:
            case GroupHead(title=title, count=count):
                return RowText(title, (), f"{count:,}" if count else "")
            case NearHit(id=claim_id, matched=matched):
                statement = references.claims[claim_id].text
                return RowText(statement, matched, self.claim_context(claim_id), near_words(row))
            case ClaimHit(id=claim_id, matched=matched):
                statement = references.claims[claim_id].text
                context = self.claim_context(claim_id)
                return RowText(statement, matched, context, self._similar(row.similar))
            case ParagraphHit(section=section, paragraph=paragraph):
                shown, spans = _excerpt(row.text, row.matched)
                place = claim_record.paragraph_words(section, paragraph, references)
                return RowText(shown, spans, place, self._similar(row.similar))
            case EntityHit(name=name, matched=matched):
                return RowText(name, matched, self._entity_context(row), self._similar(row.similar))
            case SourceHit(title=title, matched=matched, claim_count=count):
                said = self._similar(row.similar)
                return RowText(title, matched, self._claim_count(count), said)

    def claim_context(self, claim_id: str) -> str:
        """Return what stands beside a claim's type: its date, its section, how it stands."""
        claim = self._references.claims[claim_id]
        context = claim_record.context_words(claim, self._references)
        if claim_id in self._later:
            context = f"{self._later[claim_id]} · {context}"
        return context

    def _similar(self, found: tuple[str, ...]) -> str:
        return self.tr("similar spelling: {0}").format(", ".join(found)) if found else ""

    def _entity_context(self, hit: EntityHit) -> str:
        parts = [self._claim_count(hit.claim_count)]
        entity = self._references.entities.get(hit.id)
        if entity is not None:
            parts.insert(0, words.kind_word(entity.kind))
        if hit.spelling:
            parts.append(self.tr("found by the spelling “{0}”").format(hit.spelling))
        return " · ".join(parts)

    def _claim_count(self, count: int) -> str:
        return self.tr("1 claim") if count == 1 else self.tr("{0} claims").format(f"{count:,}")

    def sentence(self, row: Row) -> str:
        """Return a row as a screen reader says it."""
        said = self.row_text(row)
        context = said.context.replace(" · ", ", ")
        if isinstance(row, GroupHead):
            return f"{said.statement}: {context}" if context else said.statement
        if isinstance(row, ClaimHit):
            claim = self._references.claims[row.id]
            context = f"{words.type_word(claim.type)}, {context}"
            statement = f"{row.id}. {said.statement}"
        else:
            statement = said.statement
        return f"{statement} {context}{f', {said.similar}' if said.similar else ''}."

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return how many rows there are, heads included."""
        return 0 if parent.isValid() else self._row_count

    def columnCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        """Return the statement, the sentence for a screen reader, or the row itself."""
        number = index.row()
        if not index.isValid() or not 0 <= number < self._row_count:
            return None
        if role == ROW_ROLE:
            return self.row(number)
        if role == DISPLAY_ROLE:
            return self.row_text(self.row(number)).statement
        if role == TOOL_TIP_ROLE:
            row = self.row(number)
            return near_words(row) if isinstance(row, NearHit) else None
        if role == ACCESSIBLE_TEXT_ROLE:
            return self.sentence(self.row(number))
        return None

    def flags(self, index: ModelIndex) -> QtCore.Qt.ItemFlag:
        """Return that hits can be selected and heads cannot."""
        flag = QtCore.Qt.ItemFlag
        if not index.isValid() or not 0 <= index.row() < self._row_count:
            return flag.NoItemFlags
        if isinstance(self.row(index.row()), GroupHead):
            return flag.ItemNeverHasChildren
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren
