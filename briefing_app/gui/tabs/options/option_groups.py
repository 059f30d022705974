"""Options in groups: by whose they are, by how many claims they have, or two that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore

from briefing_app.gui.tabs.options.option_controls import OptionOrder
from briefing_app.gui.tabs.options.option_group_head import OptionGroupHead, standing_words
from briefing_app.model.option import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.sheet import Sheet
    from briefing_app.gui.tabs.options.option_column import OptionColumn
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

COMPARED = 2


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("options_view", text, "", number)


class OptionGroup(NamedTuple):
    """Options under one head."""

    head: OptionGroupHead
    columns: list[OptionColumn]


class OptionGroups:
    """Sorts columns under heads; the heads that are not in use are hidden."""

    def __init__(self, theme: Theme, columns: Sequence[OptionColumn], sheet: Sheet) -> None:
        """Make the heads of all groups there can be."""
        self._columns = columns
        note = _tr("their number says nothing of their weight")
        words = {standing.value: standing_words(standing) for standing in Standing}
        words["for"] = (_tr("Most claims for first"), note)
        words["against"] = (_tr("Most claims against first"), note)
        words["compared"] = (_tr("Two options compared"), "")
        self._heads = {
            key: OptionGroupHead(theme, *said, sheet, own=key == Standing.AUTHOR.value)
            for key, said in words.items()
        }

    def arranged(self, order: OptionOrder, chosen: Sequence[OptionColumn]) -> list[OptionGroup]:
        """Return the groups in an order; where two are chosen, only these."""
        groups = self._grouped(order, chosen) if self._columns else []
        used = [group.head for group in groups]
        for head in self._heads.values():
            head.setVisible(head in used)
        return groups

    def _grouped(self, order: OptionOrder, chosen: Sequence[OptionColumn]) -> list[OptionGroup]:
        if len(chosen) == COMPARED:
            self._heads["compared"].set_note(shared_words(chosen))
            return [OptionGroup(self._heads["compared"], list(chosen))]
        if order is OptionOrder.MOST_FOR:
            ranked = sorted(self._columns, key=lambda c: (-c.in_favour, c.number))
            return [OptionGroup(self._heads["for"], ranked)]
        if order is OptionOrder.MOST_AGAINST:
            ranked = sorted(self._columns, key=lambda c: (-c.against, c.number))
            return [OptionGroup(self._heads["against"], ranked)]
        groups = []
        for standing in Standing:
            members = [c for c in self._columns if c.option.standing is standing]
            if members:
                groups.append(OptionGroup(self._heads[standing.value], members))
        return groups


def shared_words(chosen: Sequence[OptionColumn]) -> str:
    """Return which claims stand in both options that are compared."""
    first, second = (dict.fromkeys(line.claim_id for line in column.lines) for column in chosen)
    shared = [name for name in first if name in second]
    if not shared:
        return _tr("no claim stands in both")
    return _tr("in both: {ids}").format(ids=", ".join(shared))


def counted_words(references: CrossReferences) -> str:
    """Return how many options there are, and how many the author stands behind."""
    options = references.briefing.options
    own = sum(option.standing is Standing.AUTHOR for option in options)
    text = "%n option" if len(options) == 1 else "%n options"
    counted = _tr(text, len(options))
    if own == len(options):
        return counted
    words = "{counted}: {own} the author’s, {rest} only described"
    return _tr(words).format(counted=counted, own=own, rest=len(options) - own)
