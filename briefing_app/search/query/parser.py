"""The query language: any string -> a tree and what the reader should know about it.

    word        both words must be there        "a phrase"   next to each other
    -x  NOT x   must not be there               a OR b       either (also |)
    ( )         groups                          word*        words that begin so
    =word       only this spelling              field:value  `,` between values is "or"

Operators are capitals; `and`, `or`, `not` are words. Nothing raises: what is not finished yet
closes itself, so that every prefix of a query is a query.
"""

from __future__ import annotations

import msgspec

from briefing_app.search.query.date_range import DateRange, parse_ranges
from briefing_app.search.query.tree import And, Dates, Field, Node, Not, Or, Query, Value, Words
from briefing_app.search.results import Notice
from briefing_app.search.words.tokens import Token, tokenize
from briefing_app.search.words.written_days import IN_WORDS, years_meant

FIELDS = (
    "actor",
    "place",
    "tag",
    "section",
    "type",
    "confidence",
    "source",
    "id",
    "date",
    "family",
    "status",
)
MAX_LENGTH = 2000  # characters that are read
_SHORTEST_AMOUNT = 4  # figures
MAX_DEPTH = 24  # brackets inside brackets
_QUOTES = '"“”„‟«»'
_MINUS = "-−–"
_ENDS = frozenset(_QUOTES + "()|")


class _Operator(msgspec.Struct, frozen=True):
    sign: str  # ( ) OR NOT


def parse(text: str) -> Query:
    """Return the query's tree. Never raises."""
    lexer = _Lexer(text)
    lexer.run()
    root = _Parser(lexer.items).whole()
    return Query(text, root, tuple(lexer.notices))


class _Lexer:
    """Cuts the query into leaves and operators."""

    def __init__(self, text: str) -> None:
        self.items: list[Node | _Operator] = []
        self.notices: list[Notice] = []
        self._text = text[:MAX_LENGTH]
        if len(text) > MAX_LENGTH:
            message = f"Only the first {MAX_LENGTH:,} characters are searched for."
            self.notices.append(Notice(MAX_LENGTH, len(text), message))
        self._tokens = tokenize(self._text)
        self._next_token = 0
        self._at = 0
        self._depth = 0

    def run(self) -> None:
        text = self._text
        while self._at < len(text):
            char = text[self._at]
            if char.isspace():
                self._at += 1
            elif char == "(":
                self._open()
            elif char == ")":
                self._close()
            elif char == "|":
                self._operator("OR", 1)
            elif char in _MINUS and self._begins_term(self._at + 1):
                self._operator("NOT", 1)
            elif char == "=" and self._begins_term(self._at + 1):
                self._at += 1
                self._term(exact=True)
            else:
                self._term()

    def _begins_term(self, at: int) -> bool:
        return at < len(self._text) and not self._text[at].isspace() and self._text[at] not in ")|"

    def _operator(self, sign: str, length: int) -> None:
        self.items.append(_Operator(sign))
        self._at += length

    def _open(self) -> None:
        self._depth += 1
        if self._depth <= MAX_DEPTH:
            self.items.append(_Operator("("))
        self._at += 1

    def _close(self) -> None:
        if self._depth > 0:
            if self._depth <= MAX_DEPTH:
                self.items.append(_Operator(")"))
            self._depth -= 1
        self._at += 1

    def _term(self, *, exact: bool = False) -> None:
        if self._text[self._at] in _QUOTES:
            start, end = self._quotation()
            self._words(start, end, quoted=True, exact=exact)
            return
        start, end = self._chunk(self._at)
        word = self._text[start:end]
        if not exact and word in ("OR", "NOT", "AND"):
            if word != "AND":
                self.items.append(_Operator(word))
            self._at = end
            return
        name, colon, rest = word.partition(":")
        if colon and not exact and name.isascii() and name.isalpha():
            after = start + len(name) + 1
            if name.lower() in FIELDS:
                self._field(name.lower(), start, after)
                return
            followed = rest or (after < len(self._text) and self._text[after] in _QUOTES)
            if followed and not rest.startswith("//") and self._unknown_field(name, start, after):
                self._at = after
                return
        self._at = end
        starred = word.endswith("*")
        self._words(start, end, exact=exact, prefix=starred)

    def _chunk(self, start: int, stop: str = "") -> tuple[int, int]:
        text = self._text
        end = start
        while end < len(text) and not text[end].isspace():
            if text[end] in _ENDS or text[end] in stop:
                break
            end += 1
        return start, max(end, start + 1) if not stop else end

    def _quotation(self) -> tuple[int, int]:
        """Step over a quotation and return what is inside; an open one ends with the query."""
        start = self._at + 1
        end = start
        while end < len(self._text) and self._text[end] not in _QUOTES:
            end += 1
        self._at = end + 1
        return start, end

    def _tokens_within(self, start: int, end: int) -> list[Token]:
        while self._next_token < len(self._tokens) and self._tokens[self._next_token].start < start:
            self._next_token += 1
        inside = []
        while self._next_token < len(self._tokens) and self._tokens[self._next_token].start < end:
            inside.append(self._tokens[self._next_token])
            self._next_token += 1
        return inside

    def _words(
        self,
        start: int,
        end: int,
        *,
        quoted: bool = False,
        exact: bool = False,
        prefix: bool = False,
    ) -> None:
        tokens = self._tokens_within(start, end)
        if not tokens:
            return
        if len(tokens) > 1 and not (quoted or exact) and _are_amounts(tokens):
            for token in tokens:  # from 50,000 to 100,000
                self.items.append(Words((token.term,), token.start, token.end))
            return
        written = self._text[tokens[0].start : tokens[-1].end]
        self.items.append(
            Words(
                tuple(token.term for token in tokens),
                start,
                max(end, tokens[-1].end),
                quoted=quoted,
                exact=exact,
                prefix=prefix,
                typing=not exact and tokens[-1].end == len(self._text),
                cased=len(written) > 1 and written.isupper(),
                years=years_meant(self._text[start:end], self._word_before()),
            )
        )

    def _word_before(self) -> str:
        before = self.items[-1] if self.items else None
        return before.terms[-1] if isinstance(before, Words) else ""

    def _field(self, name: str, start: int, after: int) -> None:
        values: list[Value] = []
        self._at = after
        while self._at < len(self._text) and not self._text[self._at].isspace():
            char = self._text[self._at]
            if char == ",":
                self._at += 1
                continue
            if char in "()|":
                break
            spaced = IN_WORDS.match(self._text, self._at) if name == "date" else None
            if char in _QUOTES:
                begin, end = self._quotation()
            elif spaced:  # date:15 Aug 2021
                begin, end = spaced.span()
                self._at = end
            else:
                begin, end = self._chunk(self._at, stop=",")
                self._at = end
            value = self._text[begin:end].strip()
            if value:
                values.append(Value(value, begin, end))
        if name == "date":
            self._dates(values, start)
        elif values:
            self.items.append(Field(name, tuple(values), start, min(self._at, len(self._text))))
        if not values and self._at < len(self._text):
            message = f"Write the value right after the colon, as in {name}:value."
            self.notices.append(Notice(start, after, message))

    def _dates(self, values: list[Value], start: int) -> None:
        ranges: list[DateRange] = []
        for value in values:
            try:
                ranges.extend(parse_ranges(value.text))
            except ValueError as error:
                message = f"“{value.text}” is not searched for: {error}."
                self.notices.append(Notice(value.start, value.end, message))
        if ranges:
            self.items.append(Dates(tuple(ranges), start, min(self._at, len(self._text))))

    def _unknown_field(self, name: str, start: int, after: int) -> bool:
        """Note that there is no such field; return whether it is a misspelt one, no word."""
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.6)
        if near:
            message = f"There is no field “{name}”. Did you mean {near[0]}:?"
        else:
            message = f"“{name}” is no field, so it is searched for as a word. Fields: " + (
                ", ".join(FIELDS) + "."
            )
        self.notices.append(Notice(start, after, message))
        return bool(near)


def _are_amounts(tokens: list[Token]) -> bool:
    """Whether a hyphen stands between two amounts or years, and is no part of a date."""
    return all(len(token.term) >= _SHORTEST_AMOUNT and token.term.isdecimal() for token in tokens)


class _Parser:
    """OR binds weaker than the AND between words; NOT takes the next term only."""

    def __init__(self, items: list[Node | _Operator]) -> None:
        self._items = items
        self._at = 0

    def whole(self) -> Node | None:
        """Return the tree of everything; a stray bracket is passed over."""
        nodes = []
        while self._at < len(self._items):
            node = self._either()
            if node is not None:
                nodes.append(node)
            if self._peek(")"):
                self._at += 1
        return _joined(nodes)

    def _peek(self, sign: str) -> bool:
        item = self._items[self._at] if self._at < len(self._items) else None
        return isinstance(item, _Operator) and item.sign == sign

    def _either(self) -> Node | None:
        nodes = []
        while True:
            node = self._all()
            if node is not None:
                nodes.append(node)
            if not self._peek("OR"):
                break
            self._at += 1
        return Or(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def _all(self) -> Node | None:
        nodes = []
        while self._at < len(self._items) and not self._peek("OR") and not self._peek(")"):
            node = self._term()
            if node is not None:
                nodes.append(node)
        return _joined(nodes)

    def _term(self) -> Node | None:
        negative = False
        while self._peek("NOT"):
            negative = True
            self._at += 1
        node: Node | None = None
        if self._peek("("):
            self._at += 1
            node = self._either()
            if self._peek(")"):
                self._at += 1
        elif self._at < len(self._items):
            item = self._items[self._at]
            if not isinstance(item, _Operator):
                node = item
                self._at += 1
        if node is None or not negative:
            return node
        return Not(node)


def _joined(nodes: list[Node]) -> Node | None:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, And) else (node,))
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
