"""Options side by side: whose they are, and what speaks for and against each."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.column_widths import balanced_widths
from briefing_app.gui.kit.painted_label import PaintedText, scaled
from briefing_app.gui.kit.sheet import Sheet
from briefing_app.gui.tabs.options.option_column import OptionColumn
from briefing_app.gui.tabs.options.option_controls import OptionControls, OptionOrder
from briefing_app.gui.tabs.options.option_group_head import FamilyLegend
from briefing_app.gui.tabs.options.option_groups import (
    COMPARED,
    OptionGroup,
    OptionGroups,
    counted_words,
)
from briefing_app.gui.tabs.page.scroll_page import ScrollPage
from briefing_app.model.claim import Family

if TYPE_CHECKING:
    from briefing_app.gui.claims.claim_line import ClaimLine
    from briefing_app.gui.kit.page_rows import HitFinder
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences

_SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 28, 20, 700
_TOP_PX, _BOTTOM_PX = 12, 28
_COLUMN_MIN_PX = 150
_GAP_PX = 20
_HEAD_GAP_PX = 12
_BAND_GAP_PX = 20
_WIDEST_PX = 460  # a column is not made wider: lines would be too long to read


class OptionsChoices(NamedTuple):
    """The order, and the ids of the options that were chosen to compare."""

    order: OptionOrder
    compared: tuple[str, ...]


class OptionsView(ScrollPage):
    """A briefing's options, grouped, ordered, or two of them compared.

    A claim is lit in every column it stands in.
    """

    text_requested = QtCore.Signal(str)  # of a claim, as this section says it

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Make the items of every option."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._widths: dict[tuple[int, ...], list[int]] = {}  # balanced before, by what was asked
        self.area.setAccessibleName(self.tr("Options side by side"))
        self.setFocusProxy(self.area)
        self._sheet = Sheet(theme)
        self.area.setWidget(self._sheet)
        self.controls = OptionControls(theme, counted_words(references), self)
        self.controls.hide()  # the owner gives it a place above the options
        self._order = OptionOrder.STANDING
        self._chosen: list[OptionColumn] = []
        self._columns = columns = [
            OptionColumn(self._sheet, number, option, references)
            for number, option in enumerate(references.briefing.options, 1)
        ]
        self._arrangement = OptionGroups(theme, columns, self._sheet)
        self._lines = [line for column in columns for line in column.lines]
        for line in self._lines:
            line.claim_selected.connect(self.claim_selected)
            line.claim_activated.connect(self.text_requested)
        families = {references.claims[line.claim_id].family for line in self._lines}
        self._legend = FamilyLegend(theme, [f for f in Family if f in families], self._sheet)
        self._legend.setVisible(bool(families))
        self._empty = PaintedText(
            theme, self.tr("This section lists no options."), "detail", "ink2", self._sheet
        )
        self._empty.setVisible(not columns)
        self.controls.offer_order(offered=len(columns) > 1)
        self.controls.order_chosen.connect(self._choose_order)
        self.controls.all_requested.connect(self.show_all)
        for column in columns:
            column.is_comparable = len(columns) > 1
            column.compare.setVisible(column.is_comparable)
            column.compare.clicked.connect(functools.partial(self._choose, column))
        self._groups: list[OptionGroup] = []
        self._arrange()

    # order and comparison

    @QtCore.Slot(int)
    def _choose_order(self, number: int) -> None:
        self._order = OptionOrder(number)
        self._arrange()
        self.lay_out()

    def _choose(self, column: OptionColumn) -> None:
        """Choose an option to compare, or give it up; the second one begins the comparison."""
        if column in self._chosen:
            self._chosen.remove(column)
        else:
            self._chosen.append(column)
        self._arrange()
        self.lay_out()
        self.area.ensureWidgetVisible(column.compare)

    @QtCore.Slot()
    def show_all(self) -> None:
        """Compare nothing and show all options."""
        self._chosen.clear()
        self._arrange()
        self.lay_out()

    def choices(self) -> OptionsChoices:
        """Return the order, and the options that are chosen to compare."""
        return OptionsChoices(self._order, tuple(column.option.id for column in self._chosen))

    def choose_again(self, choices: object) -> None:
        """Order and compare as `choices` told, as far as there are such options."""
        if not isinstance(choices, OptionsChoices):
            return
        self._order = choices.order
        self.controls.choose_order(self._order)
        by_id = {column.option.id: column for column in self._columns if column.is_comparable}
        self._chosen = [by_id[name] for name in choices.compared if name in by_id]
        self._arrange()
        self.lay_out()

    def _arrange(self) -> None:
        """Put the options into groups as they are ordered or compared now."""
        before = [column for group in self._groups for column in group.columns]
        self._groups = self._arrangement.arranged(self._order, self._chosen)
        shown = [column for group in self._groups for column in group.columns]
        for column in before:
            if column not in shown:
                column.hide()
        names_standing = self._order is not OptionOrder.STANDING or len(self._chosen) == COMPARED
        lone = self._chosen[0].number if len(self._chosen) == 1 else None
        last: QtWidgets.QWidget | None = None
        for column in shown:
            column.bring_to_end()
            column.say_standing(said=names_standing)
            column.offer(lone, chosen=column in self._chosen)
            for part in (column.compare, *column.lines):
                if last is not None:
                    QtWidgets.QWidget.setTabOrder(last, part)
                last = part
        self._say_what_is_compared(lone)

    def _say_what_is_compared(self, lone: int | None) -> None:
        if lone is not None:
            said = self.tr("Option {n} is chosen: choose another to compare.").format(n=lone)
            self.controls.say(said, self.tr("Cancel"))
        elif self._chosen:
            first, second = sorted(column.number for column in self._chosen)
            said = self.tr("Comparing options {a} and {b}.").format(a=first, b=second)
            self.controls.say(said, self.tr("Show all options"))
        else:
            self.controls.say("", "")

    # laying out

    def lay_out(self) -> None:
        """Place the options in the viewport's width."""
        # room for the scroll bar is always left: else columns would move when it comes
        room = self.area.width() - self.area.verticalScrollBar().sizeHint().width()
        width = self.area.viewport().width()
        x = _NARROW_SIDE_PX if self.area.width() < _NARROW_BELOW_PX else _SIDE_PX
        content = max(room - 2 * x, 1)
        self._sheet.begin(width)
        y = _TOP_PX
        if not self._groups:
            tall = self._empty.lay_out(content)
            self._sheet.place(self._empty, x, y, content, tall)
            y += tall
        elif self._per_row(content) >= sum(len(group.columns) for group in self._groups):
            even = (content - _GAP_PX) // 2 if len(self._chosen) == COMPARED else 0
            even = min(even, scaled(self._theme, _WIDEST_PX))
            y = self._lay_out_band(self._groups, x, y, content, even)
        else:
            for group in self._groups:
                y = self._lay_out_group(group, x, y, content)
        height = max(y + _BOTTOM_PX, self.area.viewport().height())
        self._sheet.resize(width, height)
        self._sheet.update()

    def _per_row(self, width: int) -> int:
        """Return how many columns fit beside each other."""
        least = scaled(self._theme, _COLUMN_MIN_PX) + _GAP_PX
        return max((width + _GAP_PX) // least, 1)

    def _lay_out_group(self, group: OptionGroup, x: int, y: int, width: int) -> int:
        """Lay out one group in as many rows as it needs; return where the next part begins."""
        most = self._per_row(width)
        rows = math.ceil(len(group.columns) / most)
        per_row = math.ceil(len(group.columns) / rows)
        even = (width - (per_row - 1) * _GAP_PX) // per_row if rows > 1 else 0
        for first in range(0, len(group.columns), per_row):
            part = group.columns[first : first + per_row]
            if first:
                self._sheet.rule(x, y - _BAND_GAP_PX, width, 1, "rule")
                y = self._lay_out_columns([part], [even] * len(part), x, y - _BAND_GAP_PX // 2)
            else:
                y = self._lay_out_band([OptionGroup(group.head, part)], x, y, width, even)
        return y

    def _lay_out_band(
        self, groups: list[OptionGroup], x: int, y: int, width: int, even: int = 0
    ) -> int:
        """Lay out groups beside each other; `even` is the width of columns in several rows."""
        widths = self._balanced([group.columns for group in groups], width)
        if even:
            widths = [even] * len(widths)
        left, first, tallest = x, 0, 0
        for number, group in enumerate(groups):
            members = widths[first : first + len(group.columns)]
            span = sum(members) + (len(members) - 1) * _GAP_PX
            if number == len(groups) - 1:
                span = x + width - left
            tall = group.head.lay_out(span)
            self._sheet.place(group.head, left, y, span, tall)
            tallest = max(tallest, tall)
            tallest = max(tallest, self._place_legend(group, groups, left, y, span, tall))
            left, first = left + span + _GAP_PX, first + len(members)
        columns = [group.columns for group in groups]
        return self._lay_out_columns(columns, widths, x, y + tallest + _HEAD_GAP_PX)

    def _place_legend(
        self, group: OptionGroup, groups: list[OptionGroup], x: int, y: int, span: int, tall: int
    ) -> int:
        """Put the legend at the end of the first head, below it where it does not fit."""
        if group is not groups[0] or group.head is not self._groups[0].head or not self._lines:
            return 0
        wanted = self._legend.natural_width()
        height = self._legend.lay_out(wanted)
        if group.head.title_width() + 2 * _GAP_PX + wanted <= span:
            self._sheet.place(
                self._legend, x + span - wanted, y + tall - height + 2, wanted, height
            )
            return tall
        self._sheet.place(self._legend, x, y + tall + 4, min(wanted, span), height)
        return tall + 4 + height

    def _balanced(self, groups: list[list[OptionColumn]], width: int) -> list[int]:
        """Return the widths of a band's columns; worked out once for each band and width."""
        members = [column for group in groups for column in group]
        asked = (width, *(id(column) for column in members))
        found = self._widths.get(asked)
        if found is None:
            room = width - (len(members) - 1) * _GAP_PX
            room = min(room, len(members) * scaled(self._theme, _WIDEST_PX))
            found = balanced_widths(
                [column.estimate for column in members],
                [len(group) for group in groups],
                room,
                scaled(self._theme, _COLUMN_MIN_PX),
            )
            self._widths[asked] = found
        return found

    def _lay_out_columns(
        self, groups: list[list[OptionColumn]], widths: list[int], x: int, y: int
    ) -> int:
        """Place columns with their rows aligned in each group; return where they end."""
        left, first, lowest = x, 0, y
        for group in groups:
            members = widths[first : first + len(group)]
            pairs = list(zip(group, members, strict=True))
            heights = [column.lay_out(width) for column, width in pairs]
            tops = [y]
            for row in zip(*heights, strict=True):
                tops.append(tops[-1] + max(row))
            span = sum(members) + (len(members) - 1) * _GAP_PX
            for top in tops[1:-1]:
                self._sheet.rule(left, top, span)
            for column, width in pairs:
                column.place(left, tops[:-1], width)
                left += width + _GAP_PX
            first += len(group)
            lowest = max(lowest, tops[-1])
        return lowest + _BAND_GAP_PX

    # what the window asks

    def show_line(self, claim_id: str) -> bool:
        """Scroll to where a claim stands first; False if no option names it."""
        lines = [line for line in self._lines if line.claim_id == claim_id]
        if lines and all(line.isHidden() for line in lines):
            self.show_all()  # only options that are not compared name it
        found = next((line for line in lines if not line.isHidden()), None)
        if found is not None:
            self.area.ensureWidgetVisible(found, 0, 2 * _BAND_GAP_PX)
        return found is not None

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim in every column where it stands; None lights none."""
        for line in self._lines:
            line.set_selected(line.claim_id == claim_id)

    def set_hits(self, find: HitFinder | None) -> None:
        """Mark what a search finds (code point spans of a text); None marks nothing."""
        for line in self._lines:
            line.set_hits(find)

    def set_lens(self, lens: Seen | None) -> None:
        """Grey the claims that do not stand out; None greys nothing."""
        for line in self._lines:
            line.set_lens(lens)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self.controls.set_theme(theme)
        self._widths.clear()
        self._sheet.set_theme(theme)
        for column in self._columns:
            column.forget_sizes()
        self.lay_out()

    def claim_lines(self) -> list[ClaimLine]:
        """Return the lines of all columns, column by column."""
        return list(self._lines)
