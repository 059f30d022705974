"""Sources: each with its reference and its worth, what rests on it, and what it goes back to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.page_list import PageList
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.tabs.page.records_view import RecordsView
from briefing_app.gui.tabs.sources import source_rows
from briefing_app.gui.tabs.sources.source_rows import SourceBlock, source_target
from briefing_app.model.source_support import SourceSupport

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.kit.page_rows import PageRow
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source

_WIDTH_PX, _SIDE_PX, _NARROW_SIDE_PX, _NARROW_BELOW_PX = 836, 28, 20, 700
_SLICE_SECONDS = 0.012  # references are worked out in slices that the window does not notice


class SourceChoices(NamedTuple):
    """Which lists of claims were shown, and what the keyboard had reached."""

    unfolded: frozenset[str]
    target: str


class SourcesView(RecordsView):
    """One page of rows, in groups: cited, behind those, not cited."""

    def __init__(
        self,
        references: CrossReferences,
        theme: Theme,
        citation_style: Callable[[], str],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """List all sources; `citation_style` answers with the style that is chosen now."""
        super().__init__(parent)
        self._theme = theme
        self._citation_style = citation_style
        self._style = ""
        self._unfolded: set[str] = set()
        self._shown = ""
        self._support = SourceSupport(references)
        self._sources = references.briefing.sources
        self._blocks = {source.id: SourceBlock(source, self._support) for source in self._sources}
        self._waiting: list[str] = []
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work_out)
        self._page = PageList(theme, "paper", self)
        self._page.setAccessibleName(self.tr("Sources"))
        self._page.setAccessibleDescription(source_rows.summary(self._support))
        self.setFocusProxy(self._page)
        self._page.target_pressed.connect(self._follow)
        self._page.target_activated.connect(self._follow_far)
        self._fill()

    def _fill(self, *, stay: bool = False) -> None:
        support = self._support
        rows: list[PageRow] = source_rows.opening_rows(support)
        groups = (
            (self.tr("Cited"), support.cited),
            (self.tr("Behind those that are cited"), support.behind),
            (self.tr("No longer cited"), support.no_longer_cited),
            (self.tr("Never cited"), support.never_cited),
        )
        for title, sources in groups:
            if sources:
                rows.append(source_rows.group_head(title, len(sources)))
            for source in sources:
                rows.extend(self._blocks[source.id].rows(self._unfolded))
        self._page.set_rows(rows, stay=stay)

    # references

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Begin to work out the references, where the style is a new one."""
        super().showEvent(event)
        self.follow_style()
        if self._waiting:
            self._timer.start()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Go on when it is seen again."""
        super().hideEvent(event)
        self._timer.stop()

    def follow_style(self) -> None:
        """Work out all references in the citation style that is chosen now."""
        style = self._citation_style()
        if style != self._style:
            self._style = style
            self._waiting = [source.id for source in reversed(self._ordered())]
            if self.isVisible():
                self._timer.start()

    def _ordered(self) -> list[Source]:
        support = self._support
        return [*support.cited, *support.behind, *support.unused]

    @QtCore.Slot()
    def _work_out(self) -> None:
        """Work out some references and put them in their places."""
        from briefing_app.export.citation import references

        end = time.monotonic() + _SLICE_SECONDS
        by_id = {source.id: source for source in self._sources}
        while self._waiting and time.monotonic() < end:
            source = by_id[self._waiting.pop()]
            around = [source, *([by_id[source.cited_by]] if source.cited_by in by_id else [])]
            row = self._blocks[source.id].reference
            row.set_reference(references(around, self._style)[source.id])
            self._page.refresh(row)
        if not self._waiting:
            self._timer.stop()

    # what the reader does

    @QtCore.Slot(str)
    def _follow(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "claim":
            self.claim_selected.emit(name)
        elif kind == "link":
            self.link_requested.emit(name)
        elif kind == "fold":
            self._turn(target)
        elif kind == "source" and self._blocks[name].main_fold:
            self._turn(self._blocks[name].main_fold)
        elif kind == "goto":
            self.show_item(name)
            self.item_changed.emit(name)

    def choices(self) -> SourceChoices:
        """Return which lists of claims are shown, and what the keyboard has reached."""
        return SourceChoices(frozenset(self._unfolded), self._page.current_target())

    def choose_again(self, choices: object) -> None:
        """Show the lists that `choices` told of."""
        if isinstance(choices, SourceChoices):
            self._unfolded = set(choices.unfolded)
            self._fill(stay=True)
            self._page.choose(choices.target)

    def _turn(self, target: str) -> None:
        """Show a list of claims, or hide it."""
        self._unfolded ^= {target}
        self._fill(stay=True)

    # what the window asks

    def show_item(self, source_id: str) -> bool:
        """Bring a source into view; False if the briefing has none of this id."""
        if source_id not in self._blocks:
            return False
        self._shown = source_id
        self._page.choose(source_target(source_id), at_top=True)
        return True

    def item(self) -> str:
        """Return the id of the source that was gone to last; empty if none was."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._page.set_theme(theme)
        self._lay_out()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fill the place; words stay in a column."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.width()
        side = _NARROW_SIDE_PX if width < _NARROW_BELOW_PX else _SIDE_PX
        column = scaled(self._theme, _WIDTH_PX)
        self._page.put(self.rect(), max(side, (width - column) // 2), column)
