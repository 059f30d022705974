"""What is read out of a query: a tree of words, fields and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.query.date_range import DateRange
from briefing_app.search.results import Notice

if TYPE_CHECKING:
    from briefing_app.model.dates import EdtfDate


class Words(msgspec.Struct, frozen=True):
    """A word, or words that must follow one another."""

    terms: tuple[str, ...]
    start: int
    end: int
    quoted: bool = False
    exact: bool = False  # only this spelling
    prefix: bool = False  # the last word may go on
    typing: bool = False  # the last word may go on because it is still being typed
    cased: bool = False  # written in capitals, so a name and no filler
    years: tuple[str, ...] = ()  # that it may mean besides: 1980s, July 73


class Value(msgspec.Struct, frozen=True):
    """One value of a field, as it was written."""

    text: str
    start: int
    end: int


class Field(msgspec.Struct, frozen=True):
    """`actor:ttp,iskp`: one of the values must be in the field."""

    name: str
    values: tuple[Value, ...]
    start: int = 0
    end: int = 0


class Dates(msgspec.Struct, frozen=True):
    """`date:2021..2022`: the claim's date must overlap one of the ranges."""

    ranges: tuple[DateRange, ...]
    start: int = 0
    end: int = 0

    def share_of(self, date: EdtfDate | None) -> float:
        """Return 1 for a date that lies within a range, less if it goes beyond; 0 if outside."""
        return max(span.share_of(date) for span in self.ranges) if date else 0.0


class Not(msgspec.Struct, frozen=True):
    """What must not be there."""

    node: Node


class And(msgspec.Struct, frozen=True):
    """All of these; two or more."""

    nodes: tuple[Node, ...]


class Or(msgspec.Struct, frozen=True):
    """At least one of these; two or more."""

    nodes: tuple[Node, ...]


Node = Words | Field | Dates | Not | And | Or


class Query(msgspec.Struct, frozen=True):
    """A query that was read; `root` is None if it asks for nothing in particular."""

    text: str
    root: Node | None
    notices: tuple[Notice, ...] = ()
