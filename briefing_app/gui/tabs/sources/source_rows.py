"""The rows of the sources tab: what is known of a source, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.claims.claim_rows import ClaimRow, support_note
from briefing_app.gui.kit.display_text import left_to_right
from briefing_app.gui.kit.page_rows import (
    FactRow,
    HeadRow,
    LinkRow,
    Look,
    PageRow,
    TextRow,
    counted_claims,
    tr,
)
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.gui.words import model_words as words
from briefing_app.model.source import Availability
from briefing_app.model.standing import standing_claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.export.citation import Reference
    from briefing_app.gui.kit.pen import Pen
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source
    from briefing_app.model.source_support import SourceSupport

_CONTEXT = "sources_view"
_WEB = ("https://", "http://")
_LEFT_TO_RIGHT_MARK = "\u200e"
_ROLE = "judgement"


def source_target(source_id: str) -> str:
    """Return the target of the title of a source: pressing it shows what rests on it, or not."""
    return f"source:{source_id}"


def goto_target(source_id: str) -> str:
    """Return the target of a link that goes to a source."""
    return f"goto:{source_id}"


def fold_target(part: str, source_id: str) -> str:
    """Return the target of the row that shows or hides a list of claims."""
    return f"fold:{part}:{source_id}"


class SourceTitleRow(PageRow):
    """What the text calls a source, and how many claims rest on it."""

    __slots__ = ("_note", "_title")

    def __init__(self, source: Source, note: str) -> None:
        """`note` stands at the trailing edge."""
        super().__init__(source_target(source.id))
        self._title, self._note = source.short_name, note

    @property
    def sentence(self) -> str:
        """Name and number of claims."""
        return f"{self._title}, {self._note}"

    def _columns(self, look: Look, width: float) -> tuple[float, float]:
        note = look.block(self._note, "meta", 1e6).natural_width
        return max(width - note - 20, 60), note

    def height(self, look: Look, width: int) -> int:
        """The name, wrapped where it must be."""
        room, _ = self._columns(look, width)
        return look.block(self._title, "subtitle", room).height + 12

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw both."""
        theme = look.theme
        room, note = self._columns(look, pen.width)
        block = look.block(self._title, "subtitle", room)
        pen.draw_block(block, 0, 6, room, theme.colour("ink"))
        y = 6 + (block.line_px - theme.line_px("meta")) / 2
        pen.text(self._note, "meta", pen.width - note, y, theme.colour("ink2"))


class ReferenceRow(PageRow):
    """A reference in the chosen style; until it is worked out, title and date."""

    __slots__ = ("_block", "_italics", "_key", "_shown", "_text", "source")

    def __init__(self, source: Source, reference: Reference | None) -> None:
        """Hold the source; `reference` where it is worked out already."""
        super().__init__()
        self.source = source
        date = source.issued.display() if source.issued else ""
        self._text = ". ".join(part for part in (source.title or source.short_name, date) if part)
        self._shown = self._text
        self._italics: list[tuple[int, int]] = []
        self._block: TextBlock | None = None
        self._key: object = None
        if reference is not None:
            self.set_reference(reference)

    def set_reference(self, reference: Reference) -> None:
        """Show the reference; the owner measures the row again."""
        self._text, self._shown = reference.text, ""
        self._italics = []
        for run in reference.runs:
            start = len(self._shown)
            self._shown += left_to_right(run.text)
            if run.italic:
                self._italics.append((start, len(self._shown)))
        said = sum(len(run.text) for run in reference.runs)
        self._shown += left_to_right(self._text[said:])  # the remark
        if self._shown != self._text:
            self._shown = f"{_LEFT_TO_RIGHT_MARK}{self._shown}"
            self._italics = [(start + 1, end + 1) for start, end in self._italics]
        self._key = None

    @property
    def sentence(self) -> str:
        """The reference."""
        return self._text

    def _laid_out(self, look: Look, width: float) -> TextBlock:
        theme = look.theme
        key = (width, look.age)
        if self._block is None or key != self._key:
            self._key = key
            self._block = TextBlock(
                self._shown,
                theme.font(_ROLE),
                theme.line_px(_ROLE),
                width,
                mirrored=look.mirrored,
                italics=self._italics,
            )
        return self._block

    def height(self, look: Look, width: int) -> int:
        """All lines."""
        return self._laid_out(look, float(width)).height + 8

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        block = self._laid_out(look, pen.width)
        pen.draw_block(block, 0, 2, pen.width, look.theme.colour("ink"))


def opening_rows(support: SourceSupport) -> list[PageRow]:
    """Return the title and the sentence that sums up."""
    return [
        TextRow(tr(_CONTEXT, "Sources"), "section_title", above=24),
        TextRow(summary(support), "bottom_line", above=4),
    ]


def summary(support: SourceSupport) -> str:
    """Return how many claims rest on how many sources, and what stands behind them."""
    sourced, unnamed = len(support.sourced), len(support.unnamed)
    cited, behind, unused = len(support.cited), len(support.behind), len(support.unused)
    parts = []
    if sourced:
        rest = "{claims} rests on {sources}" if sourced == 1 else "{claims} rest on {sources}"
        sources = _counted(cited, "1 source", "{n} sources")
        claims = counted_claims(sourced)
        parts.append(tr(_CONTEXT, rest).format(claims=claims, sources=sources))
    if behind:
        one, more = "it", "them"
        named = (
            "{n} source behind {it} is named"
            if behind == 1
            else "{n} sources behind {it} are named"
        )
        parts.append(tr(_CONTEXT, named).format(n=f"{behind:,}", it=one if cited == 1 else more))
    if unnamed:
        pages = (
            "{claims} rests on a page that cannot be named"
            if unnamed == 1
            else "{claims} rest on pages that cannot be named"
        )
        parts.append(tr(_CONTEXT, pages).format(claims=counted_claims(unnamed)))
    if unused:
        parts.append(_counted(unused, "1 source is not cited", "{n} sources are not cited"))
    return "; ".join(parts) + "." if parts else tr(_CONTEXT, "No claim names a source.")


def _counted(number: int, one: str, more: str) -> str:
    return tr(_CONTEXT, one if number == 1 else more).format(n=f"{number:,}")


def group_head(title: str, count: int) -> HeadRow:
    """Return the head of a group of sources."""
    return HeadRow(title, _counted(count, "1 source", "{n} sources"), strong=True)


class SourceBlock:
    """All rows of one source; its lists of claims are shown or hidden by their targets."""

    def __init__(self, source: Source, support: SourceSupport) -> None:
        """Look up what rests on it."""
        self._source, self._support = source, support
        self.reference = ReferenceRow(source, None)
        self._claims = support.claims(source.id)
        self._behind = support.claims_behind(source.id)
        self._lists = self._foldable()

    def _foldable(self) -> list[tuple[str, str, str, Sequence[Claim]]]:
        """Each list: its target, its title, how it is supported, its claims."""
        source_id, support = self._source.id, self._support
        alone, unnamed = support.alone(source_id), support.unnamed_of(source_id)
        supports = tr(_CONTEXT, "Claims that it supports")
        if self._claims and len(alone) == len(self._claims):
            supports = tr(_CONTEXT, "Claims that it supports; all stand on it alone")
            alone = ()
        found = [
            ("supports", supports, self._claims),
            ("alone", tr(_CONTEXT, "Claims that stand on it alone"), alone),
            ("behind", tr(_CONTEXT, "Claims that go back to it"), self._behind),
            (
                "unnamed",
                tr(_CONTEXT, "Claims that go back to a page that cannot be named"),
                unnamed,
            ),
        ]
        return [
            (fold_target(part, source_id), title, support_note(claims, support.references), claims)
            for part, title, claims in found
            if claims
        ]

    @property
    def main_fold(self) -> str:
        """The target that shows what rests on the source; empty if nothing does."""
        return self._lists[0][0] if self._lists else ""

    def rows(self, unfolded: set[str]) -> list[PageRow]:
        """Return the rows; `unfolded` holds the targets of the lists that are shown."""
        source = self._source
        nothing = tr(_CONTEXT, "not cited by any claim")
        note = self._lists[0][2] if self._lists else nothing
        rows: list[PageRow] = [
            TextRow("", "meta"),
            SourceTitleRow(source, note),
            self.reference,
            *_facts(source),
            *self._links(),
        ]
        for target, title, support, claims in self._lists:
            is_open = target in unfolded
            state = tr(_CONTEXT, "shown") if is_open else tr(_CONTEXT, "hidden")
            icon = "chevron_down" if is_open else "chevron_right"
            spoken = f"{support}, {state}"
            rows.append(LinkRow(title, target, support, spoken=spoken, icon=icon))
            if is_open:
                rows.extend(
                    ClaimRow(claim, self._support.references, dated=None) for claim in claims
                )
        return rows

    def _links(self) -> list[PageRow]:
        support, source = self._support, self._source
        rows: list[PageRow] = []
        for through in support.chain(source.id):
            text = tr(_CONTEXT, "Known through {name}").format(name=through.short_name)
            rows.append(LinkRow(text, goto_target(through.id), icon="arrow_right"))
        for cited in support.cites(source.id):
            text = tr(_CONTEXT, "Cites in turn: {name}").format(name=cited.short_name)
            claims = standing_claims(support.claims_behind(cited.id))
            note = counted_claims(len(claims)) if claims else ""
            rows.append(LinkRow(text, goto_target(cited.id), note, icon="arrow_right"))
        if source.url.startswith(_WEB) and source.availability is Availability.AVAILABLE:
            text = tr(_CONTEXT, "Open in the browser…")
            rows.append(LinkRow(text, f"link:{source.url}", icon="link_out"))
        return rows


def _facts(source: Source) -> list[FactRow]:
    rows = []
    if source.genre:
        rows.append(FactRow(tr(_CONTEXT, "Kind"), source.genre))
    rows.append(
        FactRow(tr(_CONTEXT, "Availability"), words.availability_words(source.availability))
    )
    rows.append(FactRow(tr(_CONTEXT, "Reliability"), words.reliability_words(source.reliability)))
    if source.note:
        rows.append(FactRow(tr(_CONTEXT, "Note"), source.note))
    return rows
