"""One option: what it is, then the claims for it, against it, and left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.claims.claim_line import PADDING_PX, ClaimLine, id_column_px
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.painted_label import PaintedLabel, scaled
from briefing_app.gui.kit.wrap_estimate import WrapEstimate
from briefing_app.model.option import Standing
from briefing_app.model.standing import standing_claims

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.sheet import Sheet
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.option import PolicyOption

_NUMBER_PX = 18
_HEAD_BOTTOM_PX = 14
_TITLE_GAP_PX = 3  # between title and summary
_ROW_TOP_PX, _ROW_BOTTOM_PX = 6, 12
_ROW_INKS = ("in_favour", "against", "judged")


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("option_column", text, "", number)


class OptionHead(PaintedLabel):
    """An option's number, title and summary."""

    def __init__(
        self,
        theme: Theme,
        number: int,
        option: PolicyOption,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`number` is the option's place in the briefing, from 1."""
        own = option.standing is Standing.AUTHOR
        self._standing = _tr("the author’s") if own else _tr("only described")
        self.says_standing = False
        spoken = _tr("Option {n}, {standing}: {title}.").format(
            n=number, standing=self._standing, title=option.title
        )
        super().__init__(theme, f"{spoken} {option.summary}".strip(), parent)
        self._number = str(number)
        self._option = option
        self._blocks: list[tuple[TextBlock, str]] = []

    def estimates(self) -> list[tuple[WrapEstimate, int]]:
        """Return the texts as estimates, each with its line height in px."""
        theme = self.theme
        pairs = (("option_title", self._option.title), ("option_claim", self._option.summary))
        return [(WrapEstimate(text, theme.font(role)), theme.line_px(role)) for role, text in pairs]

    def indent_px(self) -> int:
        """Return how far title and summary stand in."""
        return scaled(self.theme, _NUMBER_PX) + 8 * (len(self._number) - 1)

    def lay_out(self, width: int) -> int:
        """Wrap title and summary; return the height in px."""
        inner = width - self.indent_px()
        self._blocks = [(self.block(self._option.title, "option_title", inner), "ink")]
        if self._option.summary:
            summary = self.block(self._option.summary, "option_claim", inner)
            self._blocks.append((summary, "ink2"))
        if self.says_standing:
            self._blocks.append((self.block(self._standing, "meta_strong", inner), "ink2"))
        return sum(block.height + _TITLE_GAP_PX for block, _ in self._blocks)

    def paint_content(self, pen: Pen) -> None:
        """Draw the number, the title and the summary."""
        indent = self.indent_px()
        pen.text(self._number, "option_title", 0, 0, self.theme.colour("accent"))
        y = 0.0
        for block, ink in self._blocks:
            room = self.width() - indent
            y += pen.draw_block(block, indent, y, room, self.theme.colour(ink)) + _TITLE_GAP_PX


class RowHead(PaintedLabel):
    """`For 3`, `Against none given`."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        count: int | None,
        ink: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Hold the word and how many of the claims stand; None says that none is given."""
        self._word = word
        self.count = count or 0
        self._count = _tr("none given") if count is None else str(count)
        self._ink = ink if count else "ink3"
        super().__init__(theme, f"{word}: {self._count}", parent)

    def lay_out(self, _width: int) -> int:
        """Return the height in px of the one line."""
        return self.theme.line_px("detail_strong")

    def paint_content(self, pen: Pen) -> None:
        """Draw the word and the count."""
        ink = self.theme.colour(self._ink)
        x = pen.text(self._word, "detail_strong", 0, 0, ink) + 6
        role = "detail" if self._ink == "ink3" else "detail_strong"
        pen.text(self._count, role, x, 0, ink, max_width=max(self.width() - x, 1))


class OptionColumn:
    """The items of one option, laid out as a column of four rows.

    `compare` is the button that chooses it to be set beside another one.
    """

    def __init__(
        self, sheet: Sheet, number: int, option: PolicyOption, references: CrossReferences
    ) -> None:
        """Make every item; `number` counts from 1."""
        self._sheet = sheet
        self.option = option
        self.number = number
        self.is_comparable = True  # whether there is another one to compare it with
        theme = sheet.theme
        self._head = OptionHead(theme, number, option, sheet)
        self.compare = LinkButton("", theme, role="meta", parent=sheet)
        self.compare.setCheckable(True)
        named = (option.in_favour, option.against, option.unresolved)
        row_words = (_tr("For"), _tr("Against"), _tr("Open"))
        spoken = (
            _tr("For option {n}"),
            _tr("Against option {n}"),
            _tr("Open in option {n}"),
        )
        self._rows: list[tuple[RowHead, list[ClaimLine]]] = []
        for ids, word, context, ink in zip(named, row_words, spoken, _ROW_INKS, strict=True):
            claims = [references.claims[name] for name in ids if name in references.claims]
            count = len(standing_claims(claims)) if claims else None
            head = RowHead(theme, word, count, ink, sheet)
            said = context.format(n=number)
            self._rows.append((head, self._lines(claims, references, said)))
        self._texts: list[list[tuple[WrapEstimate, int]]] = []
        self.offer(None)

    @property
    def in_favour(self) -> int:
        """How many claims that stand are for it."""
        return self._rows[0][0].count

    @property
    def against(self) -> int:
        """How many claims that stand are against it."""
        return self._rows[1][0].count

    def offer(self, other: int | None, *, chosen: bool = False) -> None:
        """Name the button: what pressing it compares with, if another option is chosen already."""
        words = _tr("Compare")
        if chosen:
            words = _tr("Chosen to compare")
        elif other is not None:
            words = _tr("Compare with {n}").format(n=other)
        self.compare.setText(words)
        self.compare.setChecked(chosen)
        name = _tr("{words}: option {n}, {title}")
        title = self.option.title
        self.compare.setAccessibleName(name.format(words=words, n=self.number, title=title))

    def say_standing(self, *, said: bool) -> None:
        """Say in the head whose option it is, where no group does."""
        self._head.says_standing = said

    def hide(self) -> None:
        """Take every item away; the next placing brings them back."""
        for part in self._parts():
            part.hide()

    def bring_to_end(self) -> None:
        """Let screen readers meet the column after those brought before it."""
        for part in self._parts():
            part.raise_()

    def _parts(self) -> list[QtWidgets.QWidget]:
        parts: list[QtWidgets.QWidget] = [self._head, self.compare]
        for head, lines in self._rows:
            parts += [head, *lines]
        return parts

    def _lines(
        self, claims: list[Claim], references: CrossReferences, context: str
    ) -> list[ClaimLine]:
        sheet = self._sheet
        return [ClaimLine(sheet.theme, claim, references, context, sheet) for claim in claims]

    @property
    def lines(self) -> list[ClaimLine]:
        """The claims of the column, top to bottom."""
        return [line for _, lines in self._rows for line in lines]

    def forget_sizes(self) -> None:
        """Measure the words anew: the theme has changed."""
        self._texts.clear()

    def estimate(self, width: int) -> tuple[int, ...]:
        """Return about how high in px the four rows are at a width."""
        theme = self._sheet.theme
        if not self._texts:
            font, line_px = theme.font("option_claim"), theme.line_px("option_claim")
            self._texts.append(self._head.estimates())
            for _, lines in self._rows:
                self._texts.append([(WrapEstimate(c.statement, font), line_px) for c in lines])
        head_px = width - self._head.indent_px()
        head = sum(text.lines(head_px) * px for text, px in self._texts[0])
        rows = [head + 2 * _TITLE_GAP_PX + self._below_px()]
        inner = width - self._id_px()
        for texts in self._texts[1:]:
            claims = sum(text.lines(inner) * px + 2 * PADDING_PX for text, px in texts)
            rows.append(self._frame_px() + claims)
        return tuple(rows)

    def _below_px(self) -> int:
        """The px between the head's words and the first rule, with the button in them."""
        return _HEAD_BOTTOM_PX + (self.compare.sizeHint().height() if self.is_comparable else 0)

    def _frame_px(self) -> int:
        return _ROW_TOP_PX + self._sheet.theme.line_px("detail_strong") + _ROW_BOTTOM_PX

    def _id_px(self) -> int:
        return id_column_px(self._sheet.theme, [line.shown_id for line in self.lines])

    def lay_out(self, width: int) -> tuple[int, ...]:
        """Lay out to a width; return the heights of the four rows in px."""
        rows = [self._head.lay_out(width) + self._below_px()]
        id_px = self._id_px()
        for head, lines in self._rows:
            head.lay_out(width)
            height = self._frame_px()
            for line in lines:
                line.id_px = id_px
                height += line.lay_out(width)
            rows.append(height)
        return tuple(rows)

    def place(self, x: int, tops: list[int], width: int) -> None:
        """Put every item in its place; `tops` are where the four rows begin."""
        sheet = self._sheet
        tall = self._head.lay_out(width)
        sheet.place(self._head, x, tops[0], width, tall)
        if self.is_comparable:
            size = self.compare.sizeHint()
            indent, y = self._head.indent_px(), tops[0] + tall
            sheet.place(self.compare, x + indent, y, size.width(), size.height())
        for (head, lines), top in zip(self._rows, tops[1:], strict=True):
            tall = head.lay_out(width)
            sheet.place(head, x, top + _ROW_TOP_PX, width, tall)
            y = top + _ROW_TOP_PX + tall
            for line in lines:
                sheet.place(line, x, y, width, line.laid_out_px)
                y += line.laid_out_px
