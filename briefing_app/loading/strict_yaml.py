"""Strict YAML: libyaml's events -> plain dicts, lists and text, without recursion.

A scalar stays the text that was written; the schema gives it a type. Only an empty value, `~` and
`null`, unquoted, are None. Anchors, aliases, tags, merge keys, second documents, keys that are not
text and duplicate keys are refused: they cost a reader more than they give an author, and are how
hostile files grow. PyYAML's own loaders take them, keep the last of two equal keys, read `no` as
false, and recurse: some 30,000 open brackets end the whole process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from briefing_app.errors import ContentError
from briefing_app.loading.text_checks import (
    TextFault,
    character_name,
    hidden_characters,
    place_of,
)
from briefing_app.loading.yaml_comments import hides_text

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError as error:
    raise ContentError(
        "This Python's PyYAML was built without libyaml. Install PyYAML from its wheel: "
        "python -m pip install --force-reinstall PyYAML"
    ) from error

MAX_DEPTH: Final = 24
MAX_SCALAR: Final = 20_000  # characters; the summary is the longest text that YAML holds
MAX_NODES: Final = 2_000_000
_NULLS: Final = frozenset(("", "~", "null"))
_SUSPECT_KEYS: Final = frozenset(("", "~", "<<"))

# (line, column) of the value, then of its key; all from 1
Place = tuple[int, int, int, int]
# keyed by the id of the container and the key or index in it
Places = dict[tuple[int, str | int], Place]


class YamlDocument:
    """A parsed document; `places` is empty unless positions were asked for."""

    def __init__(self, root: Any, places: Places) -> None:
        self.root = root
        self._places = places

    def place(self, path: tuple[str | int, ...], *, at_key: bool = False) -> tuple[int, int]:
        """Return line and column of a value or its key; of the nearest one that is there."""
        node, found = self.root, (1, 1, 1, 1)
        for step in path:
            known = self._places.get((id(node), step))
            if known is None:
                return found[:2]
            found = known
            node = node[step]
        return found[2:] if at_key else found[:2]


def parse_yaml(text: str, *, with_places: bool = False) -> YamlDocument:
    """Return what a YAML text holds.

    Raises:
        TextFault: it is not YAML, or uses a part of it that briefings do not allow.
    """
    found = hidden_characters(text)
    if found:
        line, column = place_of(text, found.start())
        message = f"the character {character_name(found[0])} is not allowed; delete it"
        raise TextFault(line, column, message)
    builder = _Builder(text, with_places=with_places)
    try:
        root = builder.build()
    except TextFault:
        if with_places:
            raise
        return parse_yaml(text, with_places=True)  # now the message can name other lines
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from None
    except yaml.YAMLError as error:
        raise TextFault(1, 1, f"this is not YAML: {error}") from None
    return YamlDocument(root, builder.places)


class _Builder:
    """Builds the tree on an explicit stack, so that depth is a limit and never a crash."""

    def __init__(self, text: str, *, with_places: bool) -> None:
        self.next_event: Callable[[], Any] = CParser(text).get_event
        self.places: Places = {}
        self.with_places = with_places
        # Only these signs can make an anchor, a tag or an escape.
        self._careful = any(sign in text for sign in "&!\\")
        self.keys: list[tuple[int, int]] = []  # where the keys that wait for a value stand

    def build(self) -> Any:
        """Return the document's root."""
        self.next_event()  # the stream's start
        event = self.next_event()
        if type(event) is StreamEndEvent:
            return None
        root = self._tree()
        self.next_event()  # the document's end
        event = self.next_event()
        if type(event) is DocumentStartEvent:
            raise _fault(event, "a file holds one document; remove this '---' and what follows it")
        return root

    def _tree(self) -> Any:  # noqa: C901, PLR0912 - one loop: calls would be its running time
        """Return the root node; `key` is None while a mapping waits for one."""
        top: list[Any] = []
        stack: list[tuple[Any, Any]] = []
        container: Any = top
        key: Any = None
        count = 0
        next_event, careful, with_places = self.next_event, self._careful, self.with_places
        scalar, suspect, nulls = ScalarEvent, _SUSPECT_KEYS, _NULLS
        while True:
            event = next_event()
            kind = type(event)
            waits = key is None and type(container) is dict
            if kind is scalar:
                value: Any = event.value
                if careful:
                    _check_scalar(event)
                if waits:
                    plain = value not in container and value not in suspect and len(value) < 1024
                    key = value if plain and not with_places else self._key(event, container)
                    continue
                if value in nulls and event.style == "":
                    value = None
                elif len(value) > MAX_SCALAR:
                    raise _fault(
                        event, "this text is longer than 20,000 characters; move it to a section"
                    )
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container, key = stack.pop()
                if container is top:
                    return top[0]
                continue
            else:
                value = self._opened(event, kind, waits=waits)
            count += 1
            if count > MAX_NODES:
                raise _fault(event, f"the file holds more than {MAX_NODES:,} values; split it")
            if with_places:
                self._note_place(event, container, key)
            if key is None:
                container.append(value)
            else:
                container[key] = value
                key = None
            if kind is not scalar:
                if len(stack) >= MAX_DEPTH:
                    raise _fault(event, f"this is nested more than {MAX_DEPTH} levels deep")
                stack.append((container, key))
                container, key = value, None
            elif container is top:
                return value

    @staticmethod
    def _opened(event: Any, kind: type, *, waits: bool) -> Any:
        """The empty container that an event opens; anything else is refused."""
        if kind is AliasEvent:
            raise _fault(event, f"aliases (*{event.anchor}) are not allowed; write the value again")
        if waits:
            raise _fault(event, "a key must be plain text, not a list or a set of keys")
        if event.anchor is not None:
            raise _fault(event, f"anchors (&{event.anchor}) are not allowed; delete it")
        if event.tag is not None:
            raise _fault(event, f"tags ({event.tag}) are not allowed; delete it")
        return {} if kind is MappingStartEvent else []

    def _key(self, event: Any, mapping: dict[str, Any]) -> str:
        """The key that a scalar is, once it is known to be a fit one."""
        key: str = event.value
        if key in mapping:
            first = self._first_line(mapping, key)
            raise _fault(event, f"the key '{_cut(key)}' is already there{first}; keep one of them")
        if event.style == "" and key in _SUSPECT_KEYS:
            if key == "<<":
                raise _fault(event, "'<<' is not allowed as a key; write the keys out")
            raise _fault(event, "there is no key before this ':'; quote a text that holds one")
        if len(key) > 1024:
            raise _fault(event, "this key is longer than 1,024 characters")
        if self.with_places:
            mark = event.start_mark
            self.keys.append((mark.line + 1, mark.column + 1))
            self.places[id(mapping), key] = (*self.keys[-1], *self.keys[-1])
        return key

    def _first_line(self, mapping: dict[str, Any], key: str) -> str:
        place = self.places.get((id(mapping), key))
        return f" in line {place[2]}" if place else ""

    def _note_place(self, event: Any, container: Any, key: Any) -> None:
        mark = event.start_mark
        here = (mark.line + 1, mark.column + 1)
        if type(container) is dict:
            self.places[id(container), key] = (*here, *self.keys.pop())
        else:
            self.places[id(container), len(container)] = (*here, *here)


def _check_scalar(event: Any) -> None:
    """Refuse an anchor, a tag, and hidden characters that an escape brings in."""
    if event.anchor is not None:
        raise _fault(event, f"anchors (&{event.anchor}) are not allowed; delete it")
    if event.tag is not None:
        raise _fault(event, f"tags ({event.tag}) are not allowed; delete it")
    found = hidden_characters(event.value) if event.style == '"' else None
    if found:
        name = character_name(found[0])
        raise _fault(event, f"this text holds the character {name}, which is not allowed")


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _fault(event: Any, message: str) -> TextFault:
    mark = event.start_mark
    return TextFault(mark.line + 1, mark.column + 1, message)


_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": (
        "a ':' followed by a blank stands where no key can be. If it is part of a text, put the "
        "text in quotes or write it under '>-'; else check the indentation"
    ),
    "found character that cannot start any token": (
        "a value cannot begin with this character. Put the value in quotes, and indent with "
        "blanks, not tabs"
    ),
    "could not find expected ':'": "a ':' is missing after a key, or a line is not indented",
    "found unexpected end of stream": "a quotation mark is not closed before the file ends",
    "did not find expected ',' or '}'": "a ',' or '}' is missing",
    "did not find expected ',' or ']'": "a ',' or ']' is missing",
    "did not find expected '-' indicator": "this line does not belong to the list above it; "
    "check its indentation",
    "did not find expected key": "this line does not belong to the keys above it; check its "
    "indentation and the quotation marks before it",
    "found a tab character where an indentation space is expected": "indent with blanks, not tabs",
    "found a tab character that violates indentation": "indent with blanks, not tabs",
    "block sequence entries are not allowed in this context": "a list cannot begin here; put it "
    "in lines of its own below the key",
    "found unexpected ':'": "a ':' stands where no key can be; put the text in quotes",
    "found unexpected document indicator": "a quotation mark is not closed before '---' or '...'",
    "did not find expected comment or line break": "nothing may follow '|' or '>' in its line",
    "did not find expected alphabetic or numeric character": "a value cannot begin with '&' or "
    "'*'; put it in quotes",
    "did not find expected node content": "a value is missing here",
    "found unknown escape character": "a backslash in double quotes begins an escape; write two "
    "of them, or use single quotes",
    "found invalid Unicode character escape code": "this escape names no character",
    "did not find expected <document start>": "this does not belong to what is above it; check "
    "its indentation",
}
# What libyaml notices only later is told at the place where it began.
_SEEN_TOO_LATE: Final = ("found unexpected end of stream", "could not find expected ':'")


def _explained(error: yaml.MarkedYAMLError, text: str) -> TextFault:
    """What libyaml says, in plain words and with the place where the trouble began."""
    problem = error.problem or "this is not YAML"
    message = _PLAIN_WORDS.get(problem, f"this is not YAML: {problem}")
    mark, began = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return TextFault(1, 1, message)
    if began is not None and began.line != mark.line:
        if problem in _SEEN_TOO_LATE:
            return TextFault(began.line + 1, began.column + 1, message)
        message = f"{message} (it began in line {began.line + 1})"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if hides_text(lines[began.line if began else max(0, mark.line - 1) : mark.line + 1]):
        message += "; what follows ' #' is a comment: put a text that holds one in quotes"
    if mark.line >= len(lines):  # at the end of a file without a line end
        return TextFault(len(lines), len(lines[-1]) + 1, message)
    return TextFault(mark.line + 1, mark.column + 1, message)
