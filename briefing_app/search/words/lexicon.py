"""All that is known about the words of one briefing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.words.aliases import AliasTable
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.variants import WordVariants
from briefing_app.search.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Things = tuple[tuple[str, ...], ...]


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """What queries are read with: names, aliases, words, and what each word may be.

    `language` is BCP 47.
    """

    names: NameTable
    aliases: AliasTable
    vocabulary: Vocabulary
    variants: WordVariants
    language: str

    @property
    def is_english(self) -> bool:
        """Whether what is known of English alone may be used."""
        return self.language.lower().startswith("en")


def add_up(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Return how many documents have each word, of whatever kind they are."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def make_lexicon(
    names: NameTable, things: Things, vocabulary: Vocabulary, language: str
) -> Lexicon:
    """Return the lexicon of a briefing; `things` are lists of aliases."""
    aliases = AliasTable(names, things, vocabulary)
    return Lexicon(names, aliases, vocabulary, WordVariants(vocabulary), language)
