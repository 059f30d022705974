"""What a query that is being typed may go on with: names of fields, and values of a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing_app.search.query.parser import FIELDS
from briefing_app.search.words.name_keys import name_keys
from briefing_app.search.words.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.source import Source

    ValueCounts = Mapping[str, Mapping[str, int]]

_QUOTES = '"“”„‟«»'
_TOKEN = re.compile(
    rf"(?P<sign>[-−–=]*)(?P<name>[A-Za-z]+):(?P<values>(?:[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?"
    rf"|[^\s()|{_QUOTES}])*)"
    rf"|(?P<quote>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?)"
    rf"|(?P<word>[^\s()|{_QUOTES}]+)"
)
_TO_BE_QUOTED = re.compile(rf"[\s,()|{_QUOTES}]")
_SHORTEST_FIELD = 2  # letters of a word from which on it may become the name of a field
_MOST_WORDS = 4  # of a name that is typed without quotation marks
_MOST_SUGGESTED = 50
_SHORTEST_NAME = 3  # letters from which on a word is compared by its sound


class Suggestion(msgspec.Struct, frozen=True):
    """One way to go on: `text` takes the place of the query's characters `start` to `end`."""

    text: str
    field: str
    start: int
    end: int
    value: str = ""  # empty where it is the field's name that is completed
    name: str = ""  # of the value, where it has another one than itself
    called: str = ""  # the other spelling that was typed
    count: int = 0  # claims that have the value


class _Entry(NamedTuple):
    value: str
    folded: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...]  # as written, and as compared; name first
    claims: int


class _Part(NamedTuple):
    """The part of a query that is being typed."""

    field: str
    start: int
    typed: str


class QueryCompletion:
    """Completes queries over one briefing."""

    def __init__(self, briefing: Briefing, counts: ValueCounts) -> None:
        """Take how many claims have each value of each field."""
        self._briefing = briefing
        self._counts = counts
        self._entries: dict[str, tuple[_Entry, ...]] = {}

    def suggest(self, query: str, cursor: int) -> tuple[Suggestion, ...]:
        """Return what may stand at the cursor (a code point offset), the likeliest first."""
        rest = query[cursor : cursor + 1]
        if rest and not rest.isspace() and rest not in "),|":
            return ()
        tokens = list(_TOKEN.finditer(query, 0, cursor))
        if not tokens or tokens[-1].end() != cursor:
            return ()
        last = tokens[-1]
        if last["name"] is not None:
            part = _value_part(last)
            return self._values(part, cursor) if part else ()
        if last["word"] is None:
            return ()
        longer = self._name_of_several_words(query, tokens, cursor)
        return longer or self._fields(last, cursor)

    def _fields(self, token: re.Match[str], cursor: int) -> tuple[Suggestion, ...]:
        word = token["word"].lstrip("-−–")
        if len(word) < _SHORTEST_FIELD or not word.isascii():
            return ()
        begun = (name for name in FIELDS if name.startswith(word.lower()))
        start = cursor - len(word)
        return tuple(Suggestion(f"{name}:", name, start, cursor) for name in begun)

    def _name_of_several_words(
        self, query: str, tokens: list[re.Match[str]], cursor: int
    ) -> tuple[Suggestion, ...]:
        """Read `actor:pakistani tal` as the beginning of one name, if there is such a name."""
        for back, token in enumerate(reversed(tokens[-1 - _MOST_WORDS :])):
            if token["name"] is not None:
                part = _value_part(token)
                between = query[token.end() : tokens[len(tokens) - back].start()]
                if part is None or not part.typed or between.strip():
                    return ()
                if self._is_whole(part) or part.typed[0] in _QUOTES:
                    return ()
                whole = part._replace(typed=query[part.start : cursor])
                return self._values(whole, cursor)
            if token["word"] is None:
                break
        return ()

    def _is_whole(self, part: _Part) -> bool:
        """Whether a value says already whom it means."""
        typed, wanted = fold(part.typed), terms(part.typed)
        return any(
            entry.folded == typed or any(wanted == words for _, words in entry.spellings)
            for entry in self._of(part.field)
        )

    def _values(self, part: _Part, cursor: int) -> tuple[Suggestion, ...]:
        typed = part.typed.lstrip(_QUOTES)
        if len(typed) < len(part.typed) - 1 or any(quote in typed for quote in _QUOTES):
            return ()  # the quotation is closed
        found = self._ranked(part.field, typed)
        if len(found) == 1 and found[0][0] == 0:
            return ()  # it is there already
        return tuple(
            Suggestion(
                text=_quoted(entry.value),
                field=part.field,
                start=part.start,
                end=cursor,
                value=entry.value,
                name=entry.spellings[0][0] if entry.spellings else "",
                called=called,
                count=entry.claims,
            )
            for _, entry, called in found[:_MOST_SUGGESTED]
        )

    def _ranked(self, field: str, typed: str) -> list[tuple[int, _Entry, str]]:
        folded, wanted = fold(typed.strip()), terms(typed)
        entries = self._of(field)
        if not folded:
            return [(1, entry, "") for entry in entries]
        if not wanted:
            return []
        found = []
        for entry in entries:
            rank, called = _closeness(entry, folded, wanted)
            if rank >= 0:
                found.append((rank, entry, called))
        if not found:
            found = [
                (5, entry, called) for entry in entries if (called := _sounding(entry, wanted))
            ]
        found.sort(key=lambda ranked: ranked[0])
        return found

    def _of(self, field: str) -> tuple[_Entry, ...]:
        """Return the values of a field, the most frequent first."""
        known = self._entries.get(field)
        if known is None:
            counts = self._counts.get(field, {})
            spellings = self._spellings(field)
            made = (
                _Entry(
                    value,
                    fold(value),
                    tuple((s, terms(s)) for s in spellings.get(value, ()) if s),
                    count,
                )
                for value, count in counts.items()
                if count
            )
            key = _in_order_of_ids if field == "id" else _by_count
            known = self._entries[field] = tuple(sorted(made, key=key))
        return known

    def _spellings(self, field: str) -> Mapping[str, Iterable[str]]:
        briefing = self._briefing
        entities = {entity.id: entity.spellings for entity in briefing.entities}
        match field:
            case "actor" | "place":
                return entities
            case "source":
                return entities | {source.id: _called(source) for source in briefing.sources}
            case "section":
                return {section.id: (section.title,) for section in briefing.sections}
            case _:
                return {}


def _value_part(token: re.Match[str]) -> _Part | None:
    """Return the last value of a field token; None where nothing is to be offered."""
    field = token["name"].lower()
    if field not in FIELDS or field == "date" or "=" in token["sign"]:
        return None
    values = token["values"]
    start, quoted = 0, False
    for place, char in enumerate(values):
        if char in _QUOTES:
            quoted = not quoted
        elif char == "," and not quoted:
            start = place + 1
    return _Part(field, token.start("values") + start, values[start:])


def _closeness(entry: _Entry, folded: str, wanted: tuple[str, ...]) -> tuple[int, str]:
    """Return how near a value is to what is typed (0 = the same, -1 = not), and by which name."""
    if entry.folded == folded:
        return 0, ""
    if entry.folded.startswith(folded):
        return 1, ""
    for number, (written, words) in enumerate(entry.spellings):
        if _begins(words, wanted):
            return (3, written) if number else (2, "")
    for number, (written, words) in enumerate(entry.spellings):
        if all(any(word.startswith(w) for word in words) for w in wanted):
            return 4, written if number else ""
    return -1, ""


def _begins(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    *whole, last = wanted
    head = words[: len(whole)]
    return len(words) >= len(wanted) and list(head) == whole and words[len(whole)].startswith(last)


def _sounding(entry: _Entry, wanted: tuple[str, ...]) -> str:
    """Return the spelling that sounds as if it went on so; empty if none does."""
    sounds = [name_keys(word).sound for word in wanted]
    if any(len(sound) < _SHORTEST_NAME for sound in sounds):
        return ""
    for written, words in entry.spellings:
        own = [name_keys(word).sound for word in words]
        if all(any(o.startswith(sound) for o in own) for sound in sounds):
            return written
    return ""


def _quoted(value: str) -> str:
    return f'"{value}"' if _TO_BE_QUOTED.search(value) else value


def _by_count(entry: _Entry) -> tuple[int, str]:
    return -entry.claims, entry.value


def _in_order_of_ids(entry: _Entry) -> list[tuple[bool, int, str]]:
    """Return a key that puts R2 before R12."""
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part)
            for part in re.split(r"(\d+)", entry.value)]  # fmt: skip


def _called(source: Source) -> Iterator[str]:
    yield from (source.short_name, source.title, source.citation_label)
    for name in source.author:
        yield " ".join(filter(None, (name.given, name.family, name.literal)))
