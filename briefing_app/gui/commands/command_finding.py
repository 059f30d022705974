"""The command palette at work: what it lists for what is typed, and what choosing it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.commands.command_entries import (
    action_entries,
    claim_entry,
    entity_entries,
    section_entries,
    source_entries,
)
from briefing_app.gui.commands.command_matching import Entry, EntryMatcher
from briefing_app.gui.commands.command_rows import Head
from briefing_app.gui.index.claim_search import ClaimSearch
from briefing_app.gui.words.claim_record import paragraph_words
from briefing_app.model.prose import rich_texts
from briefing_app.search.results import Filters, Order, Results

if TYPE_CHECKING:
    from briefing_app.gui.commands.command_palette import CommandPalette
    from briefing_app.gui.commands.command_rows import Row
    from briefing_app.gui.commands.entry_doing import EntryDoing
    from briefing_app.gui.state.window_state import WindowState
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.actions import Actions
    from briefing_app.gui.window.index_side import IndexSide
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.tab_bar import TabBar
    from briefing_app.gui.work.background import Background

_MOST = {"action": 6, "section": 5, "claim": 6, "entity": 5, "source": 4}
_MOST_NAMES = 3_000  # matched letter by letter; in a larger briefing the index finds them
_RECENT_SHOWN, RECENT_KEPT = 6, 30
_THE_CLAIM_SCORE, _CLAIM_SCORE, _FOUND_NAME_SCORE = 200.0, 80.0, 75.0
_UNLIT_CLAIM_SCORE = 40.0  # its sentence has none of the words: its section or a name does
_RECENT_BONUS = 4.0
_PLACE_SCORE = 110.0
_SEARCH = "search:"
_PLACE = re.compile(r"(.*?)\s*¶?\s*(\d{1,4})", re.ASCII)


class CommandFinding(QtCore.QObject):
    """Fills the palette of one window and has done what is chosen."""

    def __init__(
        self,
        palette: CommandPalette,
        doing: EntryDoing,
        *,
        reading: Reading,
        stack: TabStack,
        tab_bar: TabBar,
        index: IndexSide,
        actions: Actions,
        state: WindowState,
        background: Background,
    ) -> None:
        """Fill a palette, which is shown by `open_palette`; `doing` does what is chosen."""
        super().__init__(palette)
        self.palette = palette
        self._doing = doing
        self._reading = reading
        self._stack = stack
        self._tab_bar = tab_bar
        self._index = index
        self._actions = actions
        self._state = state
        palette.query_edited.connect(self._find)
        palette.chosen.connect(self._do)
        palette.closed.connect(self._stop)
        self._claims = ClaimSearch(background, self)
        self._claims.answered.connect(self._show)
        self._query = ""
        self._matcher = EntryMatcher(())

    @QtCore.Slot()
    def open_palette(self) -> None:
        """Show the palette, or take it away again."""
        if self.palette.isVisible():
            self.palette.close_palette()
            return
        briefing = self._reading.opened.briefing
        entries = [*section_entries(self._tab_bar, self._actions), *action_entries(self._actions)]
        if len(briefing.entities) <= _MOST_NAMES:
            entries += entity_entries(briefing.entities)
        if len(briefing.sources) <= _MOST_NAMES:
            entries += source_entries(briefing.sources)
        self._matcher = EntryMatcher(entries)
        self._claims.index = self._index.claim_index
        self.palette.open_palette()
        self._find("")

    @QtCore.Slot()
    def _stop(self) -> None:
        self._claims.stop()

    # finding

    @QtCore.Slot(str)
    def _find(self, query: str) -> None:
        self._query = query.strip()
        self._claims.stop()
        if not self._query:
            self.palette.show_rows(self._unasked())
        elif self._claims.index is None or self._claims.index.large:
            self._show(Results(query=self._query, claims=(), total=0))
        if self._query and self._claims.index is not None:
            self._claims.ask(self._query, Filters(), Order.BEST)

    def _unasked(self) -> list[Row]:
        """What is listed before anything is typed: what was used last, then all there is to do."""
        recent = self._recent()[:_RECENT_SHOWN]
        listed = {entry.key for entry in recent}
        rows: list[Row] = [Head(self.tr("Used last")), *recent] if recent else []
        for group in ("section", "action"):
            found = [e for e in self._matcher.entries if e.group == group and e.key not in listed]
            rows += [Head(self._title(group)), *found] if found else []
        return rows

    def _recent(self) -> list[Entry]:
        known = {entry.key: entry for entry in self._matcher.entries}
        references = self._reading.references
        found = []
        for key in self._state.recent_commands:
            kind, _, rest = key.partition(":")
            if kind == "claim" and rest in references.claims:
                found.append(claim_entry(references.claims[rest], references))
            elif key in known and known[key].is_on:
                found.append(known[key])
        return found

    @QtCore.Slot(object)
    def _show(self, results: Results) -> None:
        if results.query.strip() != self._query or not self.palette.isVisible():
            return
        groups: dict[str, list[tuple[float, Entry]]] = {}
        recent = set(self._state.recent_commands)
        for score, entry in self._matcher.rank(self._query):
            bonus = _RECENT_BONUS if entry.key in recent else 0.0
            groups.setdefault(entry.group, []).append(
                (score + bonus - 40 * (not entry.is_on), entry)
            )
        for score, entry in self._found(results):
            group = groups.setdefault(entry.group, [])
            if all(entry.key != other.key for _, other in group):
                group.append((score, entry))
        place = self._place_entry()
        if place is not None:
            groups.setdefault("section", []).append((_PLACE_SCORE, place))
        for found in groups.values():
            found.sort(key=lambda item: -item[0])
        rows: list[Row] = []
        for name in sorted(groups, key=lambda name: -groups[name][0][0]):
            rows += [Head(self._title(name)), *(e for _, e in groups[name][: _MOST[name]])]
        rows += [Head(self.tr("In the claim index")), self._search_entry()]
        self.palette.show_rows(rows)

    def _found(self, results: Results) -> list[tuple[float, Entry]]:
        """What the index found, and the claim whose id was typed."""
        references = self._reading.references
        found: list[tuple[float, Entry]] = []
        written = (self._query, self._query.upper(), self._query.lower())
        the_claim = next((i for i in written if i in references.claims), None)
        if the_claim is not None:
            entry = claim_entry(references.claims[the_claim], references)
            found.append((_THE_CLAIM_SCORE, entry))
        for hit in results.claims[: _MOST["claim"]]:
            if not hit.guessed:
                claim = references.claims[hit.id]
                score = _CLAIM_SCORE if hit.matched else _UNLIT_CLAIM_SCORE
                found.append((score, claim_entry(claim, references, hit.matched)))
        entities = [references.entities[hit.id] for hit in results.entities]
        sources = [references.sources[hit.id] for hit in results.sources]
        named = [*entity_entries(entities), *source_entries(sources)]
        return found + [(_FOUND_NAME_SCORE, entry) for entry in named]

    def _place_entry(self) -> Entry | None:
        """The paragraph that was typed as it is cited: `history 3`, or `¶3` of this section."""
        match = _PLACE.fullmatch(self._query)
        if match is None:
            return None
        references = self._reading.references
        sections = [Entry(s.id, s.title, "section") for s in references.sections.values()]
        meant = [entry.key for _, entry in EntryMatcher(sections).rank(match[1])]
        if not match[1]:
            meant = [self._stack.current_key]
        for section in meant[:1]:
            blocks = references.sections[section].blocks if section in references.sections else ()
            if any(number == int(match[2]) for number, _ in rich_texts(blocks)):
                title = paragraph_words(section, int(match[2]), references)
                return Entry(f"place:{section}#{match[2]}", title, "section")
        return None

    def _search_entry(self) -> Entry:
        words = self.tr("Search the claims for “{words}”").format(words=self._query)
        return Entry(_SEARCH, words, "search")

    def _title(self, group: str) -> str:
        titles = {
            "action": self.tr("Commands"),
            "section": self.tr("Sections"),
            "claim": self.tr("Claims"),
            "entity": self.tr("People and places"),
            "source": self.tr("Sources"),
        }
        return titles[group]

    # doing

    @QtCore.Slot(object)
    def _do(self, entry: Entry) -> None:
        """Have done what an entry says; commands find the window as it was before."""
        if entry.key == _SEARCH:
            self._doing.search(self._query)
            return
        if not entry.key.startswith("place:"):  # a paragraph is not gone to again and again
            self._remember(entry.key)
        self._doing.do(entry.key)

    def _remember(self, key: str) -> None:
        state = self._state
        others = [old for old in state.recent_commands if old != key]
        state.recent_commands = [key, *others][:RECENT_KEPT]
