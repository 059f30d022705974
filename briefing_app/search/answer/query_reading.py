"""What is made of a query before anything is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.answer.highlight import Highlighter, Mark, Matcher
from briefing_app.search.query.expansion import Expansion, Group, expand
from briefing_app.search.query.field_values import fields_in
from briefing_app.search.query.parser import parse
from briefing_app.search.query.tree import Query
from briefing_app.search.results import Notice
from briefing_app.search.words.variants import ITSELF, Variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.field_values import FieldValues
    from briefing_app.search.words.lexicon import Lexicon

_SHORTEST_PART_OF_A_NAME = 3  # letters from which on part of a name marks the whole name


class QueryReading(msgspec.Struct, frozen=True):
    """A query with everything that was made of it."""

    query: Query
    expansion: Expansion
    highlighter: Highlighter
    notices: tuple[Notice, ...]
    unfinished: bool = False  # its last word is guessed freely

    @property
    def plan(self) -> Plan | None:
        """What is looked for; None where nothing in particular is."""
        return self.expansion.plan


class Reader:
    """Reads queries with the words of one briefing; the last one is kept."""

    def __init__(
        self,
        lexicon: Lexicon,
        fields: FieldValues,
        holding: Callable[[Group], frozenset[str]],
    ) -> None:
        """Take what queries are read with; `holding`: the entities with a group in a spelling."""
        self._lexicon = lexicon
        self._fields = fields
        self._holding = holding
        self._name_matchers: dict[str, Matcher] = {}
        self.last: QueryReading | None = None

    def read(self, text: str, *, unfinished: bool = False) -> QueryReading:
        """Return the reading of a query; `unfinished`: its last word is guessed freely."""
        last = self.last
        if last is not None and (last.query.text, last.unfinished) == (text, unfinished):
            return last
        query = parse(text)
        expansion = expand(query.root, self._lexicon, unfinished=unfinished)
        marks = [
            Mark(
                Matcher(marked.group.variants),
                Matcher(marked.group.variants[:1]),
                self._entities_meant(marked.group),
                Matcher(marked.words) if marked.words else None,
                Matcher(marked.group.variants[1:]) if marked.group.guessed else None,
            )
            for marked in expansion.marked
        ]
        notices = [*query.notices]
        for field in fields_in(query.root):
            notices.extend(self._fields.unknown(field))
        self.last = reading = QueryReading(
            query,
            expansion,
            Highlighter(marks, self._name_matcher),
            tuple(sorted(notices, key=lambda notice: notice.start)),
            unfinished,
        )
        return reading

    def plan(self, text: str) -> Plan | None:
        """Return only the plan of a query."""
        return expand(parse(text).root, self._lexicon).plan

    def _entities_meant(self, group: Group) -> frozenset[str]:
        """Return whose name a text may have in place of the group's words."""
        if group.exact:
            return frozenset()
        if group.entities:
            return group.entities
        if max(len(v.terms[-1]) for v in group.variants) < _SHORTEST_PART_OF_A_NAME:
            return frozenset()
        return self._holding(group)

    def _name_matcher(self, entity: str) -> Matcher:
        matcher = self._name_matchers.get(entity)
        if matcher is None:
            spellings = self._lexicon.names.spellings[entity]
            matcher = Matcher(Variant(spelling, ITSELF) for spelling in spellings)
            self._name_matchers[entity] = matcher
        return matcher
