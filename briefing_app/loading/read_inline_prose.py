"""Markdown's inline tokens -> one run of text with marks, styles, links and notes beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.helpers import parseLinkLabel
from mdit_py_plugins.attrs.parse import ParseError, parse

from briefing_app.loading.prose_near_misses import near_misses
from briefing_app.loading.text_checks import made_visible
from briefing_app.model.problem import Severity
from briefing_app.model.prose import ClaimMark, Link, NoteReference, RichText, Style, StyleSpan

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MAX_ATTRIBUTES: Final = 1000  # characters between the braces
_ADDRESS: Final = re.compile(r"(?:https?://[^/?#\s]|mailto:[^\s])[^\s]*\Z", re.IGNORECASE)
_STRAY_MARK: Final = re.compile(r"\{\s{0,9}claim\b[^}\n]{0,60}\}?")
_STRAY_NOTE: Final = re.compile(r"\[\^[^\]\s]{1,60}\]")
_STYLES: Final = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRIKETHROUGH}


class ProseFault(NamedTuple):
    """Something wrong with a text; line and column count from 1."""

    line: int
    column: int
    severity: Severity
    message: str


class MarkPosition(NamedTuple):
    """Where a mark names a claim; line and column count from 1."""

    line: int
    column: int
    claim: str


def claim_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Markdown-it rule for Pandoc's bracketed span: `[words]{claim=H1}`.

    The plugin's own rule forgets where the span stood and copies the rest of the text each time.
    """
    if state.src[state.pos] != "[":
        return False
    label_start = state.pos + 1
    label_end = parseLinkLabel(state, state.pos)
    brace = label_end + 1
    if label_end < 0 or brace >= state.posMax or state.src[brace] != "{":
        return False
    closing = state.src.find("}", brace, min(brace + _MAX_ATTRIBUTES, state.posMax))
    if closing < 0:
        return False
    try:
        used, attributes = parse(state.src[brace : closing + 1])
    except ParseError:
        return False
    end, maximum = brace + used + 1, state.posMax
    if not silent:
        state.pos, state.posMax = label_start, label_end
        token = state.push("span_open", "span", 1)
        token.meta = {"attributes": attributes, "brace": brace, "end": end}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = end, maximum
    return True


class TextBuilder:
    """Builds one RichText; reports what it has to leave out."""

    def __init__(
        self,
        inline: Token,
        place: Callable[[Token, int], tuple[int, int]],
        faults: list[ProseFault],
        marks: list[MarkPosition],
    ) -> None:
        self._inline = inline
        self._place = place
        self._faults = faults
        self._mark_places = marks
        self._cursor = 0  # how far into the source the tokens are known to have come
        self._told_to = 0  # how far what is not read has been told
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int, Any]] = []
        self._braces: list[int] = []  # of the open marks
        self._marks: list[ClaimMark] = []
        self._styles: list[StyleSpan] = []
        self._links: list[Link] = []
        self._notes: list[NoteReference] = []

    def build(self) -> RichText:
        """Return the text with everything that lies on it."""
        for token in self._inline.children or ():
            self._take(token)
        return RichText(
            text="".join(self._parts),
            marks=tuple(sorted(self._marks, key=lambda m: (m.start, -m.end))),
            styles=tuple(sorted(self._styles, key=lambda s: (s.start, -s.end))),
            links=tuple(self._links),
            notes=tuple(self._notes),
        )

    def fault(self, offset: int, message: str, severity: Severity = Severity.ERROR) -> None:
        """Note a fault at an offset into this text's source."""
        self._faults.append(ProseFault(*self._place(self._inline, offset), severity, message))

    def _take(self, token: Token) -> None:
        match token.type:
            case "text":
                self._plain(token.content)
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add("\n")
            case "code_inline":
                start = self._length
                self._find(token.content)
                self._add(token.content)
                self._styles.append(StyleSpan(start, self._length, Style.CODE))
            case "span_open":
                self._open.append(("span", self._length, self._claims(token)))
                self._braces.append(token.meta["brace"])
            case "link_open":
                self._open.append(("a", self._length, str(token.attrs.get("href", ""))))
            case "em_open" | "strong_open" | "s_open":
                self._open.append((token.tag, self._length, None))
            case "span_close" | "link_close" | "em_close" | "strong_close" | "s_close":
                self._close()
            case "footnote_ref":
                self._note(token.meta["id"] + 1)
            case "image":
                message = "a picture stands in a paragraph of its own; here its words are shown"
                self.fault(self._find("!["), message, Severity.WARNING)
                self._add(alternative_text(token))
            case _:
                self._add(token.content)

    def _add(self, text: str) -> None:
        shown = made_visible(text)
        self._parts.append(shown)
        self._length += len(shown)

    def _find(self, text: str) -> int:
        """Return where a piece of the source stands, and move on to its end."""
        found = self._inline.content.find(text, self._cursor)
        if found < 0:
            return self._cursor
        self._cursor = found + len(text)
        return found

    def _plain(self, text: str) -> None:
        for stray in _STRAY_MARK.finditer(text):
            message = (
                "this is not read as a claim mark; write [words]{claim=H1}, "
                'for several claims {claim="H1 H2"}'
            )
            self.fault(self._find(stray[0]), message)
        for stray in _STRAY_NOTE.finditer(text):
            message = (
                f"there is no note {stray[0]}; write it as '{stray[0]}: …' in a line by itself"
            )
            self.fault(self._find(stray[0]), message, Severity.WARNING)
        self._tell_near_misses(text)
        self._add(text)

    def _tell_near_misses(self, text: str) -> None:
        begins = not self._parts or self._parts[-1] in (" ", "\n")
        position = self._told_to
        for missed in near_misses(text, begins_line=begins):
            found = self._inline.content.find(missed.text, position)
            if found < 0 or self._inline.content[found - 1 : found] == "\\":
                continue  # written with a backslash: meant as it is shown
            position = self._told_to = found + len(missed.text)
            self.fault(found, missed.message, Severity.WARNING)

    def _claims(self, token: Token) -> tuple[str, ...]:
        """The claims that a mark names; notes where it names them."""
        attributes: dict[str, str] = token.meta["attributes"]
        brace, end = token.meta["brace"], token.meta["end"]
        for key, value in attributes.items():
            if key != "claim":
                written = {"id": "#", "class": "."}.get(key)
                shown = f"{written}{value}" if written else key
                self.fault(brace, f"'{shown}' is not known here; only {{claim=…}} is")
        claims = tuple(dict.fromkeys(attributes.get("claim", "").split()))
        if "claim" in attributes and not claims:
            self.fault(brace, "this mark names no claim")
        position = self._inline.content.find("claim", brace, end) + len("claim")
        for claim in claims:
            position = self._inline.content.find(claim, position, end)
            line, column = self._place(self._inline, position)
            self._mark_places.append(MarkPosition(line, column, claim))
            position += len(claim)
        if claims and any(kind == "span" and outer for kind, _, outer in self._open):
            self.fault(
                brace, 'a mark cannot lie inside another one; put both ids on it: {claim="H1 H2"}'
            )
        return claims

    def _close(self) -> None:
        kind, start, value = self._open.pop()
        end = self._length
        brace = self._braces.pop() if kind == "span" else 0
        if start == end:
            if kind == "span" and value:
                self.fault(brace, "this mark has no words")
            return
        if kind == "span":
            self._close_mark(start, end, value)
        elif kind == "a":
            address = safe_address(value)
            if address:
                self._links.append(Link(start, end, address))
            else:
                message = f"{value[:80]!r} is not shown as a link; only http, https and mailto are"
                if value.startswith("claim="):
                    message = f"a claim is marked with braces: [words]{{{value[:80]}}}"
                self.fault(self._find("]("), message, Severity.WARNING)
        else:
            self._styles.append(StyleSpan(start, end, _STYLES[kind]))

    def _close_mark(self, start: int, end: int, claims: tuple[str, ...]) -> None:
        """Keep the mark; one inside another gives its claims to the outer one."""
        for n, (kind, outer_start, outer) in enumerate(self._open):
            if kind == "span" and outer:
                both = tuple(dict.fromkeys((*outer, *claims)))
                self._open[n] = (kind, outer_start, both)
                return
        if claims:
            self._marks.append(ClaimMark(start, end, claims))

    def _note(self, number: int) -> None:
        start = self._length
        self._add(str(number))
        self._notes.append(NoteReference(start, self._length, number))


def safe_address(address: str) -> str:
    """Return the address in its normal form if it is http, https or mailto; else nothing."""
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in address):
        return ""
    normal = normalizeLink(address)
    return normal if _ADDRESS.match(normal) and "\\" not in address else ""


def alternative_text(image: Token) -> str:
    """Return the words that stand for a picture."""
    words = (child.content if child.content else " " for child in image.children or ())
    return " ".join(made_visible("".join(words)).split())
