"""What stands below the filters: the claims found, why there are none, or what can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.index.claim_list import ClaimList
from briefing_app.gui.index.no_results import NoResults
from briefing_app.gui.index.nothing_words import nothing_words
from briefing_app.gui.kit import accessible_class
from briefing_app.search.results import Filters

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.index.grammar_page import GrammarPage
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.claim_index import ClaimIndex
    from briefing_app.search.results import Results


class ResultPages(accessible_class.QWidget):
    """The list, with the ways out above it where it has no claims; or the page of the grammar."""

    query_requested = QtCore.Signal(str)  # an example of the grammar
    help_left = QtCore.Signal()  # Esc on that page, or Up on its first example

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Show the list."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._index: ClaimIndex | None = None
        self._grammar: GrammarPage | None = None
        self.list = ClaimList(references, theme, self)
        self.nothing = NoResults(theme, self)
        self.nothing.hide()
        self.nothing.near_requested.connect(self._show_nearest)
        self._explained: Results | None = None
        self._found = QtWidgets.QWidget(self)
        column = QtWidgets.QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.addWidget(self._found)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.list.set_theme(theme)
        self.nothing.set_theme(theme)
        if self._grammar is not None:
            self._grammar.set_theme(theme)

    def set_index(self, index: ClaimIndex | None) -> None:
        """Take what the examples of the grammar are counted with."""
        self._index = index
        if self._grammar is not None:
            self._grammar.set_index(index)

    def show_found(self, *, claims: bool, others: bool) -> None:
        """Show the list where it has anything, and the ways out where it has no claim."""
        self.nothing.setVisible(not claims)
        self.nothing.set_alone(alone=not others)
        self.list.setVisible(claims or others)

    def explain_nothing(
        self,
        results: Results,
        filters: Filters,
        blamed: Filters,
        names_of: Callable[[Filters], list[str]],
    ) -> None:
        """Say why no claim was found; `blamed` are the filters that hide all there is."""
        self._explained = results
        title, reason = nothing_words(results, names_of(blamed), filtered=bool(filters))
        fields = [offer.filter for offer in results.relaxations if offer.filter]
        names = {
            field: ", ".join(names_of(Filters(**{field: getattr(filters, field)})))
            for field in fields
        }
        offers = () if blamed else results.relaxations
        self.nothing.explain(
            title,
            reason,
            filtered=bool(blamed),
            offers=offers,
            filter_names=names,
            near=results.nothing_near and bool(results.nearest),
        )

    @QtCore.Slot()
    def _show_nearest(self) -> None:
        """List what has some of the words, though it says too little to be shown unasked."""
        if self._explained is not None:
            self.list.set_results(msgspec.structs.replace(self._explained, nothing_near=False))
            self.show_found(claims=False, others=True)
            self.list.enter_from_above()

    def lists_anything(self) -> bool:
        """Return whether there is a list to go into."""
        return self.list.isVisibleTo(self._found)

    def shows_help(self) -> bool:
        """Return whether the grammar is shown."""
        return self.currentWidget() is not self._found

    def show_help(self, *, shown: bool) -> None:
        """Show what can be typed, or go back to the list."""
        if not shown:
            self.setCurrentWidget(self._found)
            return
        if self._grammar is None:
            from briefing_app.gui.index.grammar_page import GrammarPage

            self._grammar = GrammarPage(self._references, self._theme, self)
            self._grammar.query_requested.connect(self.query_requested)
            self._grammar.left.connect(self.help_left)
            self._grammar.set_index(self._index)
            self.addWidget(self._grammar)
        self.setCurrentWidget(self._grammar)

    def enter_from_above(self) -> None:
        """Take the keyboard."""
        if self.shows_help() and self._grammar is not None:
            self._grammar.enter_from_above()
        elif self.nothing.has_ways_out() and self.nothing.isVisibleTo(self._found):
            self.nothing.take_focus()
        elif self.lists_anything():
            self.list.enter_from_above()
