"""How running texts write their words: what tells names from common words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.search.words.tokens import Token

_SENTENCE_ENDS = frozenset(".!?:;")


class WrittenWords(msgspec.Struct):
    """Counts of words inside sentences, with a capital and without, and their first writing."""

    inside: dict[str, int] = {}
    lower: dict[str, int] = {}
    written: dict[str, str] = {}

    def read(self, text: str, tokens: Sequence[Token]) -> None:
        """Count the words of one more text."""
        inside, lower, written = self.inside, self.lower, self.written
        before = None
        for token in tokens:
            term = token.term
            if text[token.start].islower():
                lower[term] = lower.get(term, 0) + 1
            elif before is not None and _SENTENCE_ENDS.isdisjoint(text[before.end : token.start]):
                inside[term] = inside.get(term, 0) + 1
            if term not in written:
                written[term] = text[token.start : token.end]
            before = token

    def is_name(self, term: str, *, named: bool) -> bool:
        """Whether a word is written as names are; `named`: an entity has it in its name."""
        inside, lower = self.inside.get(term, 0), self.lower.get(term, 0)
        return inside > lower or (named and inside == lower) or not (inside or lower)

    def only_first(self, term: str) -> bool:
        """Whether a word only ever begins a sentence, or is in no text."""
        return not (self.inside.get(term) or self.lower.get(term))
