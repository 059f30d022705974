"""The people, groups, places and terms that a text names, where there is something to explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_record import Run
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.tokens import terms, tokenize

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.entity import Entity

_ABBREVIATION = 5  # letters; shorter ones in capitals are told from words: IS, AQ, WHO


class FoundName(NamedTuple):
    """A name in a text, in code points, and whom it means."""

    start: int
    end: int
    written: str
    entity: str


class NameFinder:
    """Finds the names of one briefing in any text, in every spelling; longer ones first."""

    def __init__(self, references: CrossReferences) -> None:
        """Read every spelling."""
        self._references = references
        self._table = NameTable(references.briefing.entities)
        self._abbreviations: dict[tuple[str, ...], set[str]] = {}
        for entity in references.briefing.entities:
            for spelling in entity.spellings:
                if spelling.isupper() and len(spelling) <= _ABBREVIATION:
                    self._abbreviations.setdefault(terms(spelling), set()).add(entity.id)

    def find(self, text: str) -> list[FoundName]:
        """Return the names in a text that need explaining, in order, not overlapping."""
        tokens = tokenize(text)
        found, at = [], 0
        while at < len(tokens):
            for length in range(min(self._table.longest, len(tokens) - at), 0, -1):
                spelling = tuple(token.term for token in tokens[at : at + length])
                start, end = tokens[at].start, tokens[at + length - 1].end
                entity = self._meant(spelling, text[start:end])
                if entity is not None:
                    if _explains(entity, text[start:end]):
                        found.append(FoundName(start, end, text[start:end], entity.id))
                    at += length - 1
                    break
            at += 1
        return found

    def _meant(self, spelling: tuple[str, ...], written: str) -> Entity | None:
        """Whom a spelling means; None if nobody, or if it is not the same for everybody."""
        called = self._table.called(spelling)
        if len(called) != 1:
            return None
        if called[0] in self._abbreviations.get(spelling, ()) and not written[:2].isupper():
            return None
        return self._references.entities[called[0]]

    def explanation(self, name: FoundName) -> list[tuple[Run, ...]]:
        """Return what is said of a name: what it stands for, its kind, and the line on it."""
        entity = self._references.entities[name.entity]
        kind = words.kind_word(entity.kind)
        lines: list[tuple[Run, ...]] = [(Run(name.written, strong=True), Run(f"  {kind}"))]
        if name.written != entity.name:
            full = (
                entity.name
                if name.written == entity.short or not entity.short
                else (f"{entity.name} ({entity.short})")
            )
            lines[0] = (Run(name.written, strong=True), Run(f"  {full} · {kind}"))
        if entity.note:
            lines.append((Run(entity.note),))
        return lines

    def spoken(self, name: FoundName) -> str:
        """Return the same as one sentence."""
        entity = self._references.entities[name.entity]
        kind, full = words.kind_word(entity.kind), entity.name
        called = full if name.written == full else f"{name.written}: {full}"
        return f"{called}, {kind}. {entity.note}".strip()

    def is_other_name(self, name: FoundName) -> bool:
        """Return whether the text calls it otherwise than its record does: TTP."""
        return name.written != self._references.entities[name.entity].name


def _explains(entity: Entity, written: str) -> bool:
    """Whether a reader who sees the name learns anything more from the record."""
    return bool(entity.note) or written != entity.name
