"""The rows that pages of records are made of: each knows its height, its picture and its words."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen

    HitFinder = Callable[[str], Iterable[tuple[int, int]] | None]

_KEPT_BLOCKS = 1500
_GAP_PX = 12
_LABEL_PX = 108
_BAR_PX = 48
_NUMBER_PX = 36
_ICON_PX = 16
_ICON_GAP_PX = 8


class Look:
    """What rows are drawn with: theme, direction, the search's hits, and the texts laid out."""

    def __init__(self, theme: Theme) -> None:
        """Start from left to right, without hits."""
        self.theme = theme
        self.mirrored = False
        self.find: HitFinder | None = None
        self.lens: Seen | None = None
        self.age = 0  # counts the changes after which everything is laid out anew
        self._blocks: dict[tuple[str, str, float], TextBlock] = {}

    def restyle(self, theme: Theme, *, mirrored: bool) -> None:
        """Take new colours, sizes and direction."""
        self.theme, self.mirrored = theme, mirrored
        self.age += 1
        self._blocks.clear()

    def greys(self, claim_id: str) -> bool:
        """Return whether a claim does not stand out."""
        return self.lens is not None and claim_id not in self.lens.lit

    def block(self, text: str, role: str, width: float) -> TextBlock:
        """Return a text laid out in a role of the type scale; kept until the look changes."""
        key = (text, role, width)
        found = self._blocks.get(key)
        if found is None:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            found = self._blocks[key] = TextBlock.in_role(
                self.theme, text, role, width, mirrored=self.mirrored
            )
        return found


class PageRow:
    """Base of all rows. `target` says what pressing leads to, as `claim:R7`; empty: nothing."""

    __slots__ = ("target",)

    def __init__(self, target: str = "") -> None:
        """Hold where it leads."""
        self.target = target

    @property
    @abstractmethod
    def sentence(self) -> str:
        """The row as a screen reader says it."""

    @abstractmethod
    def height(self, look: Look, width: int) -> int:
        """Return the height in px at a width of words in px."""

    @abstractmethod
    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw the words; `lit` is whether the row is selected."""


class TextRow(PageRow):
    """A text in one role of the type scale."""

    __slots__ = ("_above", "_below", "_ink", "_role", "_text")

    def __init__(
        self, text: str, role: str = "detail", ink: str = "ink", *, above: int = 0, below: int = 0
    ) -> None:
        """`above` and `below` are the empty px at either side."""
        super().__init__()
        self._text, self._role, self._ink = text, role, ink
        self._above, self._below = above, below

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return self._text

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        return look.block(self._text, self._role, width).height + self._above + self._below

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        block = look.block(self._text, self._role, pen.width)
        pen.draw_block(block, 0, self._above, pen.width, look.theme.colour(self._ink))


class HeadRow(PageRow):
    """A rule, a title in semi-bold and a quiet note at the trailing edge, or below the title."""

    __slots__ = ("_note", "_strong", "_title")
    _ABOVE, _TOP, _BELOW = 18, 8, 6

    def __init__(self, title: str, note: str = "", *, strong: bool = False) -> None:
        """A strong head has a rule in ink."""
        super().__init__()
        self._title, self._note, self._strong = title, note, strong

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return f"{self._title}. {self._note}" if self._note else self._title

    def _note_below(self, look: Look, width: float) -> bool:
        title = look.block(self._title, "tab_current", 1e6).natural_width
        return title + 20 + look.block(self._note, "meta", 1e6).natural_width > width

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        height = look.block(self._title, "tab_current", width).height
        if self._note and self._note_below(look, width):
            height += look.block(self._note, "meta", width).height
        return self._ABOVE + self._TOP + height + self._BELOW

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        theme, width = look.theme, pen.width
        rule = theme.colour("ink" if self._strong else "rule")
        pen.rule(0, self._ABOVE, width, rule, 1.4 if self._strong else 1)
        y = self._ABOVE + self._TOP
        block = look.block(self._title, "tab_current", width)
        pen.draw_block(block, 0, y, width, theme.colour("ink"))
        if not self._note:
            return
        quiet = theme.colour("ink3")
        if self._note_below(look, width):
            note = look.block(self._note, "meta", width)
            pen.draw_block(note, 0, y + block.height, width, quiet)
            return
        lower = (theme.line_px("tab_current") - theme.line_px("meta")) / 2
        x = width - pen.text_width(self._note, "meta")
        pen.text(self._note, "meta", x, y + lower, quiet)


class FactRow(PageRow):
    """A quiet label and what there is to say; above each other where it is narrow."""

    __slots__ = ("_label", "_role", "_text")

    def __init__(self, label: str, text: str, role: str = "detail") -> None:
        """`role` is the text's."""
        super().__init__()
        self._label, self._text, self._role = label, text, role

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return f"{self._label}: {self._text}" if self._label else self._text

    @staticmethod
    def _column(look: Look, width: float) -> int:
        column = scaled(look.theme, _LABEL_PX)
        return column if width >= 3 * column else 0

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        column = self._column(look, width)
        label = look.block(self._label, "detail", column or width).height if self._label else 0
        text = look.block(self._text, self._role, width - column).height
        return (max(label, text) if column else label + text) + 4

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        theme, column = look.theme, self._column(look, pen.width)
        y = 2
        if self._label:
            label = look.block(self._label, "detail", column or pen.width)
            pen.draw_block(label, 0, y, column or pen.width, theme.colour("ink3"))
            y += 0 if column else label.height
        width = pen.width - column
        block = look.block(self._text, self._role, width)
        pen.draw_block(block, column, y, width, theme.colour("ink"))


class LinkRow(PageRow):
    """Words that lead somewhere, a quiet note at the trailing edge, perhaps a bar before it."""

    __slots__ = ("_icon", "_note", "_share", "_spoken", "_text")

    def __init__(
        self,
        text: str,
        target: str,
        note: str = "",
        *,
        spoken: str = "",
        share: float = 0.0,
        icon: str = "",
    ) -> None:
        """`share` from 0 to 1 is the bar's length; `spoken` is the note for a screen reader."""
        super().__init__(target)
        self._text, self._note, self._spoken = text, note, spoken or note
        self._share, self._icon = share, icon

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return f"{self._text}, {self._spoken}" if self._spoken else self._text

    def _columns(self, look: Look, width: float) -> tuple[float, float, float]:
        """Return the px before the words, the words' own, and the note's."""
        note = look.block(self._note, "meta", 1e6).natural_width if self._note else 0.0
        before = look.theme.px(_ICON_PX) + _ICON_GAP_PX if self._icon else 0
        after = note + (_GAP_PX if note else 0)
        if self._share:
            after = self._bar_from_end(look, note) + _GAP_PX
        return before, max(width - before - after, 40.0), note

    @staticmethod
    def _bar_from_end(look: Look, note: float) -> float:
        """How far before the trailing edge bars begin: alike for all numbers up to 9,999."""
        return max(note, scaled(look.theme, _NUMBER_PX)) + scaled(look.theme, _BAR_PX)

    def height(self, look: Look, width: int) -> int:
        """The height of its words."""
        _, room, _ = self._columns(look, width)
        return max(look.block(self._text, "tab", room).height + 6, 24)

    def paint(self, pen: Pen, look: Look, height: int, *, lit: bool) -> None:
        """Draw it."""
        theme = look.theme
        before, room, note = self._columns(look, pen.width)
        block = look.block(self._text, "tab", room)
        y = (height - block.height) / 2
        accent = theme.colour("accent")
        if self._icon:
            icon = theme.px(_ICON_PX)
            pen.icon(self._icon, 0, y + (theme.line_px("tab") - icon) / 2, accent, icon)
        pen.draw_block(block, before, y, room, accent)
        lower = y + (theme.line_px("tab") - theme.line_px("meta")) / 2
        if self._note:
            pen.text(self._note, "meta", pen.width - note, lower, theme.colour("ink2"))
        if self._share:
            full = scaled(theme, _BAR_PX)
            length = max(3.0, full * self._share)
            x = pen.width - self._bar_from_end(look, note)
            middle = y + theme.line_px("tab") / 2 - 3
            pen.fill(x, middle, length, 6, theme.colour("edge"), radius=2)


def tr(context: str, text: str, number: int = -1) -> str:
    """Return a text of the pages in the interface's language."""
    return QtCore.QCoreApplication.translate(context, text, "", number)


def counted_claims(number: int) -> str:
    """Return `1 claim`, `71 claims`."""
    words_ = tr("page_rows", "{n} claim" if number == 1 else "{n} claims")
    return words_.format(n=f"{number:,}")
