"""Queries that show what can be asked, made of a briefing's own words: each finds a claim."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.search.query.field_values import values_of
from briefing_app.search.words.stop_words import STOP_WORDS
from briefing_app.search.words.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Claim

_READ = 2000  # claims; a larger briefing has words enough in so many
_LETTERS = 7  # of a word that says something
_TELLING = 9  # letters of the word that makes the best example
_OFTEN = 5  # claims with a word, from which on more of them make it no better an example
_SHORT_VALUE = 24  # letters
_FIELDS = ("actor", "place", "tag", "section", "type", "family", "confidence", "source", "id")


def example_queries(claims: Sequence[Claim]) -> dict[str, str]:
    """Return a query for each kind of thing that can be typed; kinds without one are left out."""
    claims = claims[:_READ]
    words = _Words(claims)
    return {**words.examples(), **_field_examples(claims), **_date_examples(claims)}


class _Words:
    """The telling words of the claims: small letters, so that they are no names."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._in: list[list[str]] = []
        pairs: Counter[str] = Counter()
        for claim in claims:
            tokens = tokenize(claim.text)
            plain = [t.term if _tells(claim.text[t.start : t.end]) else "" for t in tokens]
            self._in.append(list(dict.fromkeys(filter(None, plain))))
            pairs.update({f"{a} {b}" for a, b in itertools.pairwise(plain) if a and b})
        self._counts = Counter(itertools.chain.from_iterable(self._in))
        self._phrase = _commonest(pairs, 2 * _TELLING)

    def examples(self) -> dict[str, str]:
        word = _commonest(self._counts)
        if not word:
            return {}
        found = {"word": word, "beginning": f"{word[:-4]}*", "exact": f"={word}"}
        if self._phrase:
            found["phrase"] = f'"{self._phrase}"'
        other = next((w for w in self._others(word) if self._parts(word, w)), "")
        if other:
            found |= {"all": f"{word} {other}", "without": f"{word} -{other}"}
        either = next(iter(self._others(word, together=False)), "")
        if either:
            found["either"] = f"{word} OR {either}"
            actor = next((a for c in self._with(word) for a in c.actors), "")
            if actor:
                found["brackets"] = f"({word} OR {either}) actor:{actor}"
        return found

    def _others(self, word: str, *, together: bool = True) -> list[str]:
        """Return the other words, commonest first: those that stand with it, or those that do not.

        Words that begin alike are forms of one word, as likely as not.
        """
        near = {w for words in self._in if word in words for w in words}
        return [
            w
            for w in sorted(self._counts, key=lambda w: _rank(self._counts, w))
            if (w in near) == together and w[:4] != word[:4]
        ]

    def _parts(self, word: str, other: str) -> bool:
        """Whether some claims with the word have the other too, and some have not."""
        return len({other in words for words in self._in if word in words}) > 1

    def _with(self, word: str) -> Iterable[Claim]:
        return (c for c, words in zip(self._claims, self._in, strict=True) if word in words)


def _tells(written: str) -> bool:
    plain = written.isalpha() and written.isascii() and written.islower()
    return plain and len(written) >= _LETTERS and written not in STOP_WORDS


def _rank(counts: Counter[str], word: str, letters: int = _TELLING) -> tuple[int, int, str]:
    return -min(counts[word], _OFTEN), abs(len(word) - letters), word


def _commonest(counts: Counter[str], letters: int = _TELLING) -> str:
    return min(counts, key=lambda word: _rank(counts, word, letters), default="")


def _field_examples(claims: Sequence[Claim]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {field: Counter() for field in _FIELDS}
    for claim in claims:
        for field, values in values_of(claim).items():
            if field in counts:
                counts[field].update(str(v) for v in set(values) if _is_short(str(v)))
    chosen = {field: [v for v, _ in table.most_common(3)] for field, table in counts.items()}
    found = {field: f"{field}:{values[0]}" for field, values in chosen.items() if values}
    if len(chosen["type"]) > 1:
        found["type"] = f"type:{','.join(chosen['type'][:2])}"
    if len(chosen["actor"]) > 1:  # the first is in most claims: no great help
        found["actor"] = f"actor:{chosen['actor'][1]}"
    return found


def _is_short(value: str) -> bool:
    return len(value) <= _SHORT_VALUE and not set(value) & set(' ,()|"')


def _date_examples(claims: Sequence[Claim]) -> dict[str, str]:
    days = [day for c in claims if c.date and (day := c.date.first_day or c.date.last_day)]
    if not days:
        return {}
    years = Counter(day.year for day in days if day.year > 999)
    if not years:
        return {}
    year, _ = years.most_common(1)[0]
    return {
        "date": f"date:{year}",
        "date range": f"date:{year - 1}..{year}",
        "date before": f"date:..{min(years)}",
        "date after": f"date:>={year}-01",
    }
